"""Chat Copilot itself as a person runs it: a process, looked at and clicked only from outside."""

from __future__ import annotations

import asyncio
import contextlib
import re
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Self, TypeVar

from tests.desktop.lab.a11y import AccessibilityTree, Accessible, bus_address
from tests.desktop.lab.processes import LabError
from tests.desktop.lab.session import DesktopSession, Program
from tests.desktop.lab.x11 import Window
from tests.lab_llm.scripted import Play, ScriptedServer

T = TypeVar("T")

REPOSITORY = Path(__file__).parents[3]
_PANEL = "Chat Copilot"
_INSIDE = re.compile(r"^Traceback|^(error|critical):", re.MULTILINE)
"""What the log says when something went wrong inside, not around, the application."""


def _name_of(node: Accessible) -> str:
    """Its name; "" where it is gone meanwhile, as when a window is made anew."""
    with contextlib.suppress(LabError):
        return node.name
    return ""


class Beheld:
    """One window of the application, looked at and clicked from outside."""

    def __init__(
        self, session: DesktopSession, program: Program, title: str, tree: AccessibilityTree
    ) -> None:
        self._session = session
        self.program = program
        self._title = title
        self._tree = tree

    @property
    def pid(self) -> int:
        return self.program.process.pid

    def front(self) -> None:
        """Give the window the keyboard."""
        self._session.wait_for(self._managed, 10, f"the window {self._title!r}", self.program)
        self._session.activate(self._managed()[0].id)

    def shown(self) -> list[str]:
        """All texts that the panel shows to a screen reader now, [] while it is hidden."""
        return [name for node in self._showing() if (name := _name_of(node))]

    def nodes(self) -> list[Accessible]:
        """All that it shows to a screen reader now, in the order of the tree."""
        return self._showing()

    def cards(self) -> dict[str, str]:
        """The suggestions that can be pressed now, each with the line below it."""
        found: dict[str, str] = {}
        for node in self._showing():
            with contextlib.suppress(LabError):  # gone meanwhile
                about = node.description.split("\n")[0] if node.role == "push button" else ""
                if " · " in about and "sensitive" in node.states:
                    found[node.name] = about
        return found

    def wait_cards(self, source: str, timeout: float = 20) -> list[str]:
        """Wait until there are cards of "instant" or of the model so called, all whole; these."""

        before: dict[str, str] = {}

        def fitting() -> list[str]:
            nonlocal before
            # One look takes many questions, between which the panel may change: look twice.
            last, before = before, self.cards()
            growing = any("writing" in about for about in before.values()) or bool(
                {"thinking…", "writing"} & set(self.shown())
            )
            if growing or before != last:
                return []
            return [text for text, about in before.items() if source in about]

        return self._wait(fitting, timeout, f"cards from {source}")

    def wait_for(self, text: str, timeout: float = 20) -> Accessible:
        """Wait until the panel shows something with exactly this name."""
        return self._wait(
            lambda: next((n for n in self._showing() if _name_of(n) == text), None),
            timeout,
            f"the panel to show {text!r}",
        )

    def wait_for_words(self, part: str, timeout: float = 20) -> str:
        """Wait until the panel shows a text with `part` in it; that text."""
        return self._wait(
            lambda: next((t for t in self.shown() if part in t), ""),
            timeout,
            f"the panel to say {part!r}",
        )

    def wait_hidden(self, timeout: float = 10) -> None:
        """Wait until nothing of the panel is shown."""
        self._wait(lambda: not self.shown(), timeout, "the panel to hide")

    def click(self, text: str) -> None:
        """Click the suggestion or button with this name, with the mouse."""
        node = self.wait_for(text)
        if node.role not in ("push button", "radio button", "check box"):
            raise LabError(f"{text!r} is a {node.role}, nothing to press")
        self._session.click(*self._place(node))

    def click_away(self, text: str) -> None:
        """Click it, and take the pointer off the panel, where it would hold the cards."""
        self.click(text)
        self._session.xdotool("mousemove", 0, 999)

    def place_of(self, text: str) -> tuple[int, int]:
        """Where the suggestion with this name is on the screen."""
        return self._place(self.wait_for(text))

    def area(self) -> tuple[int, int, int, int]:
        """Left, top, width and height of the window, in pixels of the screen."""
        return self._window()

    def size(self) -> tuple[int, int]:
        """Width and height of the window, in pixels of the screen."""
        return self._window()[2:]

    def _wait(self, predicate: Callable[[], T | None], timeout: float, what: str) -> T:
        try:
            return self._session.wait_for(predicate, timeout, what, self.program)
        except LabError as error:
            raise LabError(f"{error}; {self._title!r} shows {self.shown()}") from None

    def _place(self, node: Accessible) -> tuple[int, int]:
        x, y = node.centre
        left, top, width, height = self._window()
        if not (left <= x < left + width and top <= y < top + height):
            # Qt 6 sometimes answers with a place in the window where one on the screen was asked.
            x, y = x + left, y + top
        return x, y

    def _window(self) -> tuple[int, int, int, int]:
        return self._session.screen.area(self._managed()[0].id)

    def _managed(self) -> list[Window]:
        return self._session.windows(pid=self.pid, title=self._title)

    def _own(self, application: Accessible) -> Iterator[Accessible]:
        for top in application.children():
            if _name_of(top) == self._title:
                yield from top.walk()

    def _showing(self) -> list[Accessible]:
        if not self._managed():
            return []
        application = self._tree.application(self.pid)
        if application is None:
            return []
        nodes: list[Accessible] = []
        for node in self._own(application):
            try:
                if "showing" in node.states:
                    nodes.append(node)
            except LabError:  # gone meanwhile
                continue
        return nodes


class Copilot(Beheld, AbstractContextManager["Copilot"]):
    """`chat-copilot run`, ready; ended by `trigger quit` when the block ends.

    However a test ends it, it must have ended well and said nothing that a person can't read.
    """

    def __init__(
        self,
        session: DesktopSession,
        settings: str | None = "",
        arguments: Sequence[str] = (),
        around: Sequence[str] = (),
        judge: DesktopSession | None = None,
    ) -> None:
        """Without `settings` it is a first start.

        `around` is a command that becomes it in other circumstances, as tests.disks makes. Over
        the accessibility bus of `judge` it is looked at, where its own session has none.
        """
        self.settings_file = session.home / ".config" / "chat-copilot" / "settings.toml"
        self.settings_file.parent.mkdir(parents=True, exist_ok=True)
        if settings is None:
            self.settings_file.unlink(missing_ok=True)
        else:
            self.settings_file.write_text(settings, encoding="utf-8")
        program = session.spawn(
            [*around, sys.executable, "-m", "copilot", "run", *arguments],
            # Qt shows its windows there, whatever the session says.
            env={"AT_SPI_BUS_ADDRESS": bus_address(judge)} if judge is not None else {},
            cwd=REPOSITORY,
            name="copilot",
        )
        session.wait_for(
            lambda: "ready in" in program.output, 30, "chat-copilot to be ready", program
        )
        super().__init__(session, program, _PANEL, AccessibilityTree(judge or session))

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is not None:  # later it could not be seen any more
            self._session.screenshot(self._session.logs / "with-panel.png")
        self._tree.close()
        if self.program.running:
            self.trigger("quit")
            self.program.process.wait(10)
        if kind is None:
            assert self.program.process.returncode == 0, self.program.output[-2000:]
            assert not _INSIDE.search(self.program.output), self.program.output[-2000:]

    def look_away(self) -> None:
        """Leave the accessibility bus, where the application did not end in order."""
        self._tree.close()

    def look_anew(self) -> None:
        """Join the accessibility bus again, after it has been started anew."""
        self._tree.close()
        self._tree = AccessibilityTree(self._session)

    def _own(self, application: Accessible) -> Iterator[Accessible]:
        return application.walk()  # the panel, and whatever it has opened

    def window(self, title: str) -> Beheld:
        """Another window of it, by the title that the window manager shows."""
        return Beheld(self._session, self.program, title, self._tree)

    def announced(self) -> list[str]:
        """From now on, what screen readers are to say; a list that grows."""
        return self._tree.listen()

    def trigger(self, action: str) -> None:
        """`chat-copilot trigger ACTION`."""
        self.command("trigger", action)

    def command(self, *arguments: str) -> str:
        """Run another command in this session; what it prints. LabError when it fails."""
        return self._session.run(
            [sys.executable, "-m", "copilot", *arguments],
            env={"PYTHONPATH": str(REPOSITORY)},
            timeout=30,
        )


class Provider(AbstractContextManager["Provider"]):
    """A scripted OpenAI-compatible server on a thread of its own, for tests that don't wait."""

    def __init__(self, *plays: Play, port: int = 0) -> None:
        self.server = ScriptedServer(plays, port)
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self.server.__aenter__(), self._loop).result(10)
        return self

    def __exit__(self, *_: object) -> None:
        leaving = self.server.__aexit__(None, None, None)
        asyncio.run_coroutine_threadsafe(leaving, self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    def play(self, *plays: Play) -> None:
        """From now on, answer like this."""
        self._loop.call_soon_threadsafe(setattr, self.server, "plays", list(plays))

    @property
    def prompts(self) -> list[str]:
        """What was asked so far: all texts of each request, joined."""
        return [
            "\n".join(message["content"] for message in exchange.json["messages"])
            for exchange in self.server.exchanges
            if exchange.method == "POST"
        ]

    @property
    def headers(self) -> list[dict[str, str]]:
        """The headers of each request so far, names in lower case."""
        return [e.headers for e in self.server.exchanges if e.method == "POST"]

    def settings(self, key: str = "", quick_replies: bool = False) -> str:
        """settings.toml that uses this server for everything."""
        return provider_settings(self.server.base_url, key=key, quick_replies=quick_replies)


def provider_settings(
    base_url: str, *, key: str = "", quick_replies: bool = False, extra: str = ""
) -> str:
    """settings.toml with one provider for all jobs."""
    return (
        f'[providers.test]\nbase_url = "{base_url}"\nmodel = "test-model"\nkey = "{key}"\n'
        # It plays one that is somewhere else: masked, and not for chats that stay here.
        f"local = false\nsilence_timeout = 3.0\n{extra}\n"
        '[jobs]\nreplies = "test"\ntopics = "test"\n'
        f"[quick_replies]\nenabled = {str(quick_replies).lower()}\n"
    )
