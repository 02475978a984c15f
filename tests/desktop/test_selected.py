"""The text that is selected in real programs is read, replaced in its place and put back."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from copilot.core.bounds import Bounds, Places
from copilot.core.errors import ChatChanged, DesktopError, SelectionRefused, WriteFailed
from copilot.core.model import Rect, SelectedText
from copilot.core.ports import Selection
from copilot.desktop.service import create_desktop
from tests.desktop.lab.a11y import AccessibilityTree
from tests.desktop.lab.chromium import Chromium
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.session import DesktopSession, Program
from tests.desktop.lab.xmpp import XmppPeer

ROOT = Path(__file__).parents[2]
APPS = (ROOT / "resources/apps.toml").read_text(encoding="utf-8")
PAGE = ROOT / "tests/data/pages/selections.html"
MUCH = 12_000  # times, as the page has it


@dataclass
class Reader:
    """Somebody who selects text beside our desktop room, on the loop of a test."""

    selection: Selection
    session: DesktopSession

    async def keys(self, *chords: str) -> None:
        await asyncio.to_thread(self.session.key, *chords)

    async def type(self, text: str) -> None:
        await asyncio.to_thread(self.session.paste, text)

    async def selected(self, text: str, limit: float = 10) -> SelectedText:
        """What is selected, once it is that text: programs take a moment to tell."""
        found = None
        async with asyncio.timeout(limit):
            while found is None or found.text != text:
                found = await self.selection.selected()
        return found

    async def deselected(self) -> None:
        async with asyncio.timeout(10):
            while await self.selection.selected() is not None:
                pass

    async def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Select with the pointer."""
        steps = (
            ("mousemove", *start, "mousedown", 1),
            ("mousemove", *end),
            ("mousemove", end[0] + 1, end[1], "mouseup", 1),
        )
        for step in steps:
            await asyncio.to_thread(self.session.xdotool, *step)

    def place(self, pid: int, role: str, **sought: str) -> tuple[int, int, int, int]:
        """Where an element of a program is."""
        with AccessibilityTree(self.session) as tree:

            def find() -> tuple[int, int, int, int] | None:
                app = tree.application(pid)
                found = app.find(role=role, **sought) if app is not None else None
                return found.extents if found is not None else None

            return self.session.wait_for(find, 20, f"{role} {sought}")


async def open_reader(
    session: DesktopSession, monkeypatch: pytest.MonkeyPatch, bounds: Bounds | None = None
) -> AsyncIterator[Reader]:
    for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "HOME"):
        monkeypatch.setenv(name, session.env[name])
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    room = await create_desktop(apps=APPS, ways={}, bounds=bounds)
    assert await room.eyes.ready(10)
    yield Reader(room.selection, session)
    await room.close()


@pytest.fixture
async def reader(desktop: DesktopSession, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Reader]:
    async for made in open_reader(desktop, monkeypatch):
        yield made


@pytest.fixture(scope="module")
def page(desktop: DesktopSession) -> Chromium:
    """A page with text, fields and a password."""
    return Chromium(desktop, PAGE.as_uri())


@pytest.fixture(scope="module")
def terminal(desktop: DesktopSession) -> Program:
    """A program without accessibility that shows a line."""
    return desktop.spawn(
        ["xterm", "-geometry", "60x4+900+700", "-e", "printf 'wo bist du\\n'; sleep 1000"],
        name="xterm",
    )


async def to_front(reader: Reader, window: int) -> None:
    await asyncio.to_thread(reader.session.activate, window)


def inside(inner: Rect | None, outer: tuple[int, int, int, int]) -> bool:
    x, y, width, height = outer
    return (
        inner is not None
        and x <= inner.x
        and y <= inner.y
        and inner.x + inner.width <= x + width
        and inner.y + inner.height <= y + height
    )


async def test_a_word_of_a_draft(reader: Reader, gajim: Gajim) -> None:
    await asyncio.to_thread(gajim.open_chat, "anna")
    await reader.keys("ctrl+a", "BackSpace")
    await reader.type("one 😀 two three")
    await reader.deselected()
    await reader.keys("ctrl+Left", "ctrl+shift+Left")
    found = await reader.selected("two ")
    field = reader.place(gajim.pid, "text", states="focused editable")
    assert found.editable
    assert (found.app, found.start, found.around) == ("gajim", 6, "one 😀 two three")
    assert inside(found.area, field)
    reader.session.set_clipboard("mine")
    new = await reader.selection.replace(found, "二 👍🏽 ")
    assert gajim.draft() == "one 😀 二 👍🏽 three"
    assert reader.session.clipboard() == "mine"
    old = await reader.selection.replace(new, found.text)
    assert (gajim.draft(), old.text) == ("one 😀 two three", "two ")


async def test_a_message_can_be_read_but_not_replaced(
    reader: Reader, gajim: Gajim, anna: XmppPeer
) -> None:
    await asyncio.to_thread(gajim.open_chat, "anna")
    anna.send("wie geht es dir heute")
    await asyncio.to_thread(gajim.wait_shown, "wie geht es dir heute")
    x, y, width, height = reader.place(gajim.pid, "label", name="wie geht es dir heute")
    await reader.drag((x + 1, y + height // 2), (x + width - 1, y + height // 2))
    found = await reader.selected("wie geht es dir heute")
    assert not found.editable
    assert inside(found.area, (x - 2, y - 2, width + 4, height + 4))
    with pytest.raises(WriteFailed):
        await reader.selection.replace(found, "how are you today")


@pytest.mark.parametrize("name", ["Note", "Line", "Rich"])
async def test_a_word_in_a_field_of_a_page(reader: Reader, page: Chromium, name: str) -> None:
    await to_front(reader, page.window)
    x, y, width, height = await asyncio.to_thread(reader.place, page.pid, "entry", name=name)
    await asyncio.to_thread(reader.session.click, x + width // 2, y + height // 2)
    await reader.keys("ctrl+a", "BackSpace")
    await reader.type("one 😀 two three")
    await reader.keys("ctrl+Left", "ctrl+shift+Left")
    found = await reader.selected("two ")
    assert (found.editable, found.start) == (True, 6)
    assert inside(found.area, (x, y, width, height))
    new = await reader.selection.replace(found, "二 👍🏽 ")
    assert new.around == "one 😀 二 👍🏽 three"
    old = await reader.selection.replace(new, found.text)
    assert old.around == "one 😀 two three"
    await reader.keys("ctrl+a")
    assert (await reader.selected("one 😀 two three")).editable


async def test_text_of_a_page(reader: Reader, page: Chromium) -> None:
    await to_front(reader, page.window)
    text = "Guten Morgen, wie geht es dir?"
    x, y, width, height = await asyncio.to_thread(reader.place, page.pid, "static", name=text)
    await reader.drag((x, y + height // 2), (x + width - 1, y + height // 2))
    found = await reader.selected(text)
    assert not found.editable
    assert inside(found.area, (x - 2, y - 2, width + 4, height + 4))


async def test_much_text(reader: Reader) -> None:
    page = await asyncio.to_thread(Chromium, reader.session, f"{PAGE.as_uri()}#much")
    await to_front(reader, page.window)
    await asyncio.to_thread(
        reader.session.wait_for, lambda: page.title.startswith("Much"), 20, "the page"
    )
    found = None
    for _ in range(10):  # Chromium lets no click through before it has painted
        await asyncio.to_thread(reader.session.click, 300, 400)
        with contextlib.suppress(TimeoutError):
            found = await reader.selected("一二三四五六七八九十" * MUCH, limit=2)
            break
    assert found is not None
    assert not found.editable
    assert inside(found.area, (20, 20, 1100, 760))  # of all that text, what the window shows
    await asyncio.to_thread(reader.session.stop, page.program)


async def test_a_password_is_not_read(reader: Reader, page: Chromium) -> None:
    await to_front(reader, page.window)
    x, y, width, height = await asyncio.to_thread(
        reader.place, page.pid, "password text", name="Secret"
    )
    await asyncio.to_thread(reader.session.click, x + width // 2, y + height // 2)
    await reader.keys("ctrl+a")
    async with asyncio.timeout(10):
        while True:
            try:
                found = await reader.selection.selected()
            except SelectionRefused:
                break
            assert found is None or "hunter2" not in found.text


async def test_what_was_changed_since_is_not_replaced(reader: Reader, gajim: Gajim) -> None:
    await asyncio.to_thread(gajim.open_chat, "anna")
    await reader.keys("ctrl+a", "BackSpace")
    await reader.type("one two")
    await reader.keys("ctrl+shift+Left")
    found = await reader.selected("two")
    await reader.keys("End", "exclam")
    with pytest.raises(ChatChanged):
        await reader.selection.replace(found, "zwei")
    assert gajim.draft() == "one two!"


async def test_another_window_is_not_touched(reader: Reader, gajim: Gajim, page: Chromium) -> None:
    await asyncio.to_thread(gajim.open_chat, "anna")
    await reader.keys("ctrl+a", "BackSpace")
    await reader.type("one two")
    await reader.keys("ctrl+shift+Left")
    found = await reader.selected("two")
    await to_front(reader, page.window)
    with pytest.raises(ChatChanged):
        await reader.selection.replace(found, "zwei")
    assert gajim.draft() == "one two"


async def terminal_in_front(reader: Reader, terminal: Program) -> tuple[int, int]:
    """Where its text begins."""
    window = await asyncio.to_thread(
        reader.session.wait_for,
        lambda: [w for w in reader.session.windows() if w.wm_class == "XTerm"],
        20,
        "the terminal",
        terminal,
    )
    await to_front(reader, window[0].id)
    shape = await asyncio.to_thread(
        reader.session.xdotool, "getwindowgeometry", "--shell", window[0].id
    )
    sizes = dict(line.split("=") for line in shape.split())
    return int(sizes["X"]), int(sizes["Y"])


async def test_a_program_without_accessibility(reader: Reader, terminal: Program) -> None:
    x, y = await terminal_in_front(reader, terminal)
    await asyncio.to_thread(
        reader.session.xdotool, "mousemove", x + 20, y - 8, "click", "--repeat", 3, 1
    )
    found = await reader.selected("wo bist du")
    assert not found.editable
    assert found.area == Rect(x + 20, y - 8, 1, 1)


async def test_what_another_program_has_selected_is_none_of_it(
    reader: Reader, terminal: Program
) -> None:
    await terminal_in_front(reader, terminal)
    secret = reader.session.folder / "selected"
    secret.write_text("of another window")
    owner = reader.session.spawn(["xclip", "-quiet", "-selection", "primary", "-i", secret])
    await reader.deselected()
    reader.session.stop(owner)


async def test_a_program_that_hangs_is_not_waited_for(reader: Reader, terminal: Program) -> None:
    x, y = await terminal_in_front(reader, terminal)
    await asyncio.to_thread(
        reader.session.xdotool, "mousemove", x + 20, y - 8, "click", "--repeat", 3, 1
    )
    await reader.selected("wo bist du")
    os.kill(terminal.process.pid, signal.SIGSTOP)
    try:
        async with asyncio.timeout(5):
            with pytest.raises(DesktopError, match="hand out"):
                await reader.selection.selected()
    finally:
        os.kill(terminal.process.pid, signal.SIGCONT)


async def test_an_excluded_program_is_not_read(
    desktop: DesktopSession, monkeypatch: pytest.MonkeyPatch, terminal: Program
) -> None:
    denied = Bounds(deny=Places.of(apps=["xterm"]))
    async for reader in open_reader(desktop, monkeypatch, denied):
        await terminal_in_front(reader, terminal)
        with pytest.raises(SelectionRefused):
            await reader.selection.selected()
