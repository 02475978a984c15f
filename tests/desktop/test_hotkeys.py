"""Hotkeys reach us, once, in every layout, and never the application that has the keyboard."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator

import pytest

from copilot.desktop.linux.hotkeys import X11Hotkeys
from copilot.desktop.linux.keys import Keyboard
from copilot.desktop.linux.x11 import XConnection
from copilot.desktop.linux.xkeys import XKeys
from copilot.desktop.linux.xvalues import KeyEvent, MappingChanged
from tests.desktop.lab.session import DesktopSession, Program
from tests.waiting import until

# A real GTK program that has the keyboard and says which keys it hears.
GTK_LISTENER = """
import gi
gi.require_version("Gtk", "3.0")
gi.require_version("Gdk", "3.0")
from gi.repository import Gdk, Gtk

window = Gtk.Window(title="Listener")
window.add(Gtk.Entry())
def heard(_, event):
    name = Gdk.keyval_name(event.keyval)
    if not name.endswith(("_L", "_R", "_Lock")):
        print("heard", name, flush=True)
window.connect("key-press-event", heard)
window.show_all()
Gtk.main()
"""


@pytest.fixture(scope="module")
def listener(desktop: DesktopSession) -> Program:
    program = desktop.spawn(["/usr/bin/python3", "-c", GTK_LISTENER], name="listener")
    window = desktop.wait_for(lambda: desktop.windows(title="Listener"), 20)[0]
    desktop.activate(window.id)
    return program


@pytest.fixture
def layout(desktop: DesktopSession) -> Iterator[Callable[..., None]]:
    """Sets a layout as a person's keyboard settings do; the usual one comes back after."""

    def set_layout(*names: str) -> None:
        desktop.run(["setxkbmap", *names])

    set_layout("us")
    yield set_layout
    set_layout("us")


# What a layout switcher does: another group of the layout is in force (XkbUseCoreKbd is 0x100).
LOCK_GROUP = """
import ctypes, sys
x = ctypes.CDLL("libX11.so.6")
x.XOpenDisplay.restype = ctypes.c_void_p
display = ctypes.c_void_p(x.XOpenDisplay(None))
x.XkbLockGroup(display, 0x100, int(sys.argv[1]))
x.XSync(display, 0)
"""


class Hands:
    """Hotkeys on a connection of their own, and what they said."""

    def __init__(self, desktop: DesktopSession, listener: Program) -> None:
        self.x = XConnection.open(desktop.display)
        self.hotkeys = X11Hotkeys(self.x, Keyboard(self.x))
        self.pressed: list[str] = []
        self._desktop = desktop
        self._listener = listener
        self._mark = len(self._lines())

    async def bind(self, **chords: str) -> list[str]:
        problems = await self.hotkeys.bind(chords, self.pressed.append)
        return [problem.reason for problem in problems]

    async def press(self, *chords: str) -> None:
        await asyncio.to_thread(self._desktop.xdotool, "key", *chords)

    async def heard(self, sentinel: str) -> list[str]:
        """What the application has heard up to `sentinel`, which we press now."""
        await self.press(sentinel)
        await until(lambda: sentinel in self._lines()[self._mark :])
        heard = self._lines()[self._mark :]
        self._mark += len(heard)
        return heard

    def _lines(self) -> list[str]:
        said = self._listener.output.splitlines()
        return [line.removeprefix("heard ") for line in said if line.startswith("heard ")]


@pytest.fixture
async def hands(
    desktop: DesktopSession, listener: Program, layout: Callable[..., None]
) -> AsyncIterator[Hands]:
    made = Hands(desktop, listener)
    yield made
    made.x.close()


async def test_a_hotkey_reaches_us_and_not_the_application(hands: Hands) -> None:
    await hands.press("control+alt+1")
    assert await hands.heard("a") == ["1", "a"]  # the application would have taken it
    assert await hands.bind(choose="Ctrl+Alt+1", open="Super+R") == []
    await hands.press("control+alt+1", "super+r")
    await until(lambda: len(hands.pressed) == 2)
    assert hands.pressed == ["choose", "open"]
    assert await hands.heard("b") == ["b"]


async def test_released_keys_are_the_applications_again(hands: Hands) -> None:
    await hands.bind(choose="Ctrl+Alt+1")
    await hands.hotkeys.release()
    await hands.press("control+alt+1")
    assert await hands.heard("a") == ["1", "a"]
    assert hands.pressed == []


@pytest.mark.parametrize("locks", [("Num_Lock",), ("Caps_Lock",), ("Num_Lock", "Caps_Lock")])
async def test_locks_do_not_matter(hands: Hands, locks: tuple[str, ...]) -> None:
    await hands.bind(choose="Ctrl+Alt+1", again="Super+R")
    await hands.press(*locks)
    try:
        await hands.press("control+alt+1", "super+r")
        await until(lambda: len(hands.pressed) == 2)
    finally:
        await hands.press(*locks)
    assert hands.pressed == ["choose", "again"]


async def moved(hands: Hands, change: Callable[[], None]) -> None:
    """Change the layout and wait until the change has arrived here."""
    came = asyncio.Event()
    end = hands.x.listen(MappingChanged, lambda _: came.set())
    await asyncio.to_thread(change)
    async with asyncio.timeout(5):
        await came.wait()
    end()


async def test_the_second_group_of_a_layout(
    hands: Hands, desktop: DesktopSession, layout: Callable[..., None]
) -> None:
    await moved(hands, lambda: layout("us,ru"))
    assert await hands.bind(choose="Ctrl+Alt+1", again="Super+R") == []
    lock_group = ["/usr/bin/python3", "-c", LOCK_GROUP]
    desktop.run([*lock_group, "1"])
    await until(lambda: XKeys(hands.x).group() == 1)
    try:
        # By place: xdotool, given a letter, would look for another key.
        keys = ("keydown", "133", "key", "27", "keyup", "133")
        await asyncio.to_thread(desktop.xdotool, *keys)
        await hands.press("control+alt+1")
        await until(lambda: len(hands.pressed) == 2)
    finally:
        desktop.run([*lock_group, "0"])
    assert hands.pressed == ["again", "choose"]


async def test_a_layout_without_latin_letters(
    hands: Hands, desktop: DesktopSession, layout: Callable[..., None]
) -> None:
    await hands.bind(choose="Ctrl+Alt+1", again="Super+R")
    for names in (("ru",), ("gr",)):
        await moved(hands, lambda names=names: layout(*names))
        hands.pressed.clear()
        keys = ("keydown", "133", "key", "27", "keyup", "133")
        await asyncio.to_thread(desktop.xdotool, *keys)
        await hands.press("control+alt+1")
        await until(lambda: len(hands.pressed) == 2)
        assert hands.pressed == ["again", "choose"]


async def test_keys_follow_a_layout_that_moves_them(
    hands: Hands, layout: Callable[..., None]
) -> None:
    await hands.bind(again="Super+Q")
    await moved(hands, lambda: layout("fr"))  # q is where a was
    await hands.press("super+q")
    await until(lambda: hands.pressed == ["again"])
    await hands.press("super+a")
    assert (await hands.heard("x"))[-2:] == ["a", "x"]


async def test_a_held_key_counts_once(hands: Hands, desktop: DesktopSession) -> None:
    await hands.bind(choose="Ctrl+Alt+1")
    repeats: list[KeyEvent] = []
    hands.x.listen(KeyEvent, lambda event: repeats.append(event) if event.pressed else None)
    await asyncio.to_thread(desktop.xdotool, "keydown", "ctrl", "keydown", "alt", "keydown", "1")
    try:
        await until(lambda: len(repeats) > 4)
    finally:
        await asyncio.to_thread(desktop.xdotool, "keyup", "1", "keyup", "alt", "keyup", "ctrl")
    assert hands.pressed == ["choose"]
    await hands.press("control+alt+1")
    await until(lambda: len(hands.pressed) == 2)


async def test_a_key_of_another_program_is_a_clear_problem(
    hands: Hands, desktop: DesktopSession, listener: Program
) -> None:
    other = Hands(desktop, listener)
    try:
        await other.bind(theirs="Ctrl+Alt+1")
        problems = await hands.bind(choose="Ctrl+Alt+1", again="Super+R")
        assert len(problems) == 1
        assert "Another program already uses “Ctrl+Alt+1”" in problems[0]
        await hands.press("control+alt+1", "super+r")
        await until(lambda: hands.pressed and other.pressed)
        assert hands.pressed == ["again"]
        assert other.pressed == ["theirs"]
    finally:
        other.x.close()


async def test_combinations_that_cannot_be(hands: Hands) -> None:
    reasons = await hands.bind(
        a="Ctrl+Alt+1", b="Control+Alt+1", c="Ctrl+", d="Hyper+X", e="Ctrl+Nokey", f="Shift+A"
    )
    assert len(reasons) == 5
    assert "already used for “a”" in reasons[0]
    assert all(reason.endswith(".") for reason in reasons)
