"""While an input method holds unfinished text nothing is written, and nothing of it is lost."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from Xlib import X
from Xlib.display import Display

from copilot.core.errors import WriteFailed
from copilot.core.model import ChatView
from copilot.core.tasks import TaskSet
from copilot.desktop.service import Desktop, create_desktop
from tests.desktop.conftest import OpenDesktop
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.ibus import IBus
from tests.desktop.lab.lounge import Lounge
from tests.desktop.lab.pidgin import Pidgin
from tests.desktop.lab.session import DesktopSession

APPS = (Path(__file__).parents[2] / "resources/apps.toml").read_text(encoding="utf-8")
HOTKEY = "Ctrl+Alt+9"


@pytest.fixture(scope="module")
def desktop(open_desktop: OpenDesktop) -> DesktopSession:
    """A desktop on which everything is typed through IBus."""
    return open_desktop()


@pytest.fixture(scope="module", autouse=True)
def ibus(desktop: DesktopSession) -> IBus:
    """IBus, there before any client."""
    return IBus(desktop)


@dataclass
class Typist:
    """A person who types pinyin beside our desktop room, on the loop of a test."""

    room: Desktop
    session: DesktopSession
    sights: list[ChatView] = field(default_factory=list[ChatView])
    pressed: list[str] = field(default_factory=list[str])
    news: asyncio.Event = field(default_factory=asyncio.Event)

    async def watch(self) -> None:
        async for sight in self.room.eyes.sights():
            if isinstance(sight, ChatView):
                self.sights.append(sight)
                self.news.set()

    async def until(self, *, composing: bool, draft: str | None = None) -> ChatView:
        """The newest view, once it is (or is not) composing, with that draft."""
        async with asyncio.timeout(10):
            while True:
                view = self.sights[-1] if self.sights else None
                if view and view.composing == composing and draft in (None, view.draft.text):
                    return view
                self.news.clear()
                await self.news.wait()

    async def keys(self, *chords: str) -> None:
        await asyncio.to_thread(
            self.session.xdotool, "key", "--clearmodifiers", "--delay", 40, *chords
        )

    def press(self, action: str) -> None:
        self.pressed.append(action)
        self.news.set()


@pytest.fixture
async def typist(desktop: DesktopSession, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Typist]:
    for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "HOME"):
        monkeypatch.setenv(name, desktop.env[name])
    monkeypatch.setenv("XDG_CONFIG_HOME", desktop.env["XDG_CONFIG_HOME"])
    for name in ("WAYLAND_DISPLAY", "IBUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    room = await create_desktop(apps=APPS, ways={})
    assert await room.eyes.ready(10)
    made = Typist(room, desktop)
    assert not await room.hotkeys.bind({"translate": HOTKEY}, made.press)
    tasks = TaskSet()
    tasks.start(made.watch(), "watch")
    yield made
    await tasks.close()
    await room.close()


@pytest.fixture(params=["gajim", "pidgin", "lounge"])
def client(request: pytest.FixtureRequest, ibus: IBus) -> Gajim | Pidgin | Lounge:
    """A client with Anna's chat in front."""
    with ibus.off():
        shown: Gajim | Pidgin | Lounge = request.getfixturevalue(request.param)
        shown.open_chat("anna")
    return shown


async def empty(typist: Typist) -> None:
    await typist.until(composing=False)
    await typist.keys("ctrl+a", "BackSpace")
    await typist.until(composing=False, draft="")


async def test_nothing_is_written_into_a_composition(
    typist: Typist, client: Gajim | Pidgin | Lounge
) -> None:
    await empty(typist)
    await typist.keys(*"nihao")
    view = await typist.until(composing=True)
    with pytest.raises(WriteFailed, match="unfinished"):
        await typist.room.writer.write(view, "Hello!")
    await typist.keys("space")
    view = await typist.until(composing=False, draft="你好")
    written = await typist.room.writer.write(view, "Hello!")
    assert (written.before.text, written.after.text) == ("你好", "Hello!")
    await typist.until(composing=False, draft="Hello!")


async def test_a_hotkey_does_nothing_to_a_composition(
    typist: Typist, client: Gajim | Pidgin | Lounge
) -> None:
    await empty(typist)
    await typist.keys(*"nihao")
    await typist.until(composing=True)
    assert not await typist.room.hotkeys.bind({"translate": HOTKEY}, typist.press)
    await typist.keys("ctrl+alt+9")
    await typist.keys("space")
    await typist.until(composing=False, draft="你好")
    assert not typist.pressed
    await typist.keys("ctrl+alt+9")
    async with asyncio.timeout(5):
        while not typist.pressed:
            typist.news.clear()
            await typist.news.wait()
    assert typist.pressed == ["translate"]


async def test_a_composition_given_up_is_over(
    typist: Typist, client: Gajim | Pidgin | Lounge
) -> None:
    await empty(typist)
    await typist.keys(*"ni")
    await typist.until(composing=True)
    await typist.keys("Escape")
    await typist.until(composing=False, draft="")


async def test_leaving_the_window_ends_a_composition(
    typist: Typist, ibus: IBus, gajim: Gajim, pidgin: Pidgin
) -> None:
    with ibus.off():
        pidgin.open_chat("anna")
    await empty(typist)
    await typist.keys(*"ni")
    await typist.until(composing=True)
    gajim.open_chat("anna")
    view = await typist.until(composing=False)
    assert view.identity.app == "gajim"


async def test_a_window_with_candidates_tells_too(typist: Typist, ibus: IBus, gajim: Gajim) -> None:
    with ibus.off():
        gajim.open_chat("anna")
    await typist.until(composing=False)
    # What Fcitx 5 shows for programs that it serves by XIM.
    screen = Display(typist.session.display)
    window = screen.screen().root.create_window(
        50, 50, 90, 30, 0, X.CopyFromParent, override_redirect=True
    )
    window.set_wm_class("fcitx", "fcitx")
    window.map()
    screen.sync()
    await typist.until(composing=True)
    window.unmap()
    screen.sync()
    await typist.until(composing=False)
    window.map()
    screen.sync()
    await typist.until(composing=True)
    screen.close()  # it ends
    await typist.until(composing=False)


async def test_an_input_method_that_starts_again_is_heard(
    typist: Typist, ibus: IBus, gajim: Gajim
) -> None:
    gajim.open_chat("anna")
    await empty(typist)
    await typist.keys(*"ni")
    await typist.until(composing=True)
    await asyncio.to_thread(ibus.restart)
    await typist.until(composing=False)
    gajim.open_chat("bob")
    gajim.open_chat("anna")
    await empty(typist)
    await typist.keys(*"nihao")
    await typist.until(composing=True)
    await typist.keys("space")
    await typist.until(composing=False, draft="你好")
