"""Joins the parts that write and listen to keys, and lets any loop call them."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from typing import Protocol

from copilot.core.errors import DesktopError, DisplayMissing
from copilot.core.model import ChatView, SelectedText, Written
from copilot.core.ports import DraftWriter, HotkeyProblem, Hotkeys, Selection
from copilot.desktop.linux.clipboard import Clipboard
from copilot.desktop.linux.composition import Composition
from copilot.desktop.linux.front import InFront
from copilot.desktop.linux.give_focus import give_focus
from copilot.desktop.linux.hotkeys import NoHotkeys, X11Hotkeys
from copilot.desktop.linux.keeper import keep
from copilot.desktop.linux.keys import Keyboard
from copilot.desktop.linux.selected import Keys, LinuxSelection
from copilot.desktop.linux.thread import DesktopThread
from copilot.desktop.linux.ways import ByAccessibility, ByKeys, ByPaste
from copilot.desktop.linux.writer import Fields, Quirks, Writer
from copilot.desktop.linux.x11 import XConnection


class Seen(Fields, InFront, Protocol):
    """What is seen, for writing and for selections."""


class Hands:
    """What writes and hears hotkeys; `writer`, `hotkeys` and `selection` serve any loop.

    `x` is the desktop loop's X11 connection, None where there is no X11 display.
    """

    def __init__(
        self,
        thread: DesktopThread,
        writer: DraftWriter,
        hotkeys: Hotkeys,
        selection: Selection,
        parts: tuple[XConnection, Clipboard, X11Hotkeys] | None = None,
    ) -> None:
        self._thread = thread
        self._parts = parts
        self.writer = writer
        self.hotkeys = hotkeys
        self.selection = selection
        self.x = None if parts is None else parts[0]

    async def close(self) -> None:
        """Give the keys back, leave the clipboard in good hands, close the connection."""
        if self._parts is not None:
            await self._thread.run(_close(*self._parts))
            self._parts = None


async def _close(x: XConnection, clipboard: Clipboard, hotkeys: X11Hotkeys) -> None:
    with contextlib.suppress(DisplayMissing):
        hotkeys.close()
        if not await clipboard.hand_over():
            await keep(x, clipboard)
        clipboard.close()
    x.close()


async def create_hands(
    thread: DesktopThread,
    seen: Seen,
    quirks: Callable[[ChatView], Quirks],
    remembered: MutableMapping[str, str],
    composition: Composition,
    display: str | None = None,
) -> Hands:
    """Open the display `display` (None: $DISPLAY) and build everything on `thread`.

    While `composition` is open, hotkeys give way to the input method.

    `remembered` (application → way of writing) is only touched on that thread. Without an X11
    display there are no hotkeys, and only accessibility writes.
    """
    return await thread.run(_create(thread, seen, quirks, remembered, composition, display))


async def _create(
    thread: DesktopThread,
    seen: Seen,
    quirks: Callable[[ChatView], Quirks],
    remembered: MutableMapping[str, str],
    composition: Composition,
    display: str | None,
) -> Hands:
    try:
        x = XConnection.open(display)
    except DisplayMissing:
        writer = Writer(
            seen,
            (ByAccessibility(),),
            remembered=remembered,
            quirks=quirks,
            copy=_no_clipboard,
            in_front=lambda _: None,
            composing=lambda: composition.open,
        )
        selection = LinuxSelection(seen, composition, None)
        return Hands(
            thread,
            _RemoteWriter(thread, writer, None),
            NoHotkeys(),
            _RemoteSelection(thread, selection),
        )
    keyboard = Keyboard(x)
    clipboard = Clipboard(x)
    hotkeys = X11Hotkeys(x, keyboard)
    composition.listen(hotkeys.give_way)
    writer = Writer(
        seen,
        (ByAccessibility(), ByPaste(keyboard, clipboard), ByKeys(keyboard)),
        remembered=remembered,
        quirks=quirks,
        copy=clipboard.copy,
        in_front=lambda view: _is_active(x, view),
        composing=lambda: composition.open,
    )
    selection = LinuxSelection(seen, composition, Keys(x, keyboard, clipboard))
    # Under Wayland, X11 gives keys away only while an X11 window has the keyboard.
    wayland = bool(os.environ.get("WAYLAND_DISPLAY"))
    return Hands(
        thread,
        _RemoteWriter(thread, writer, x),
        NoHotkeys() if wayland else _RemoteHotkeys(thread, hotkeys),
        _RemoteSelection(thread, selection),
        (x, clipboard, hotkeys),
    )


def _is_active(x: XConnection, view: ChatView) -> bool | None:
    """Whether the window of `view` ("…:<X11 window>") has the keyboard.

    None if it is no X11 window: under Wayland, keys would reach whatever X11 window was last used.
    """
    number = _x_window(view)
    return x.active_window_id() == number if number else None


def _x_window(view: ChatView) -> int:
    """The X11 window of `view`, 0 if it has none."""
    number = view.identity.window.rpartition(":")[2]
    return int(number) if number.isdecimal() else 0


async def _return_to(x: XConnection | None, view: ChatView) -> None:
    number = _x_window(view)
    if x is None or not number:
        raise DesktopError("This window can't be given the keyboard.", "Click into it yourself.")
    await give_focus(x, number)


async def _no_clipboard(_text: str) -> None:
    raise DesktopError(
        "The clipboard can't be reached without X11.", "Mark the text in the panel and copy it."
    )


class _RemoteWriter:
    """A Writer, and the way back to its chats, called from another loop."""

    def __init__(self, thread: DesktopThread, writer: Writer, x: XConnection | None) -> None:
        self._thread = thread
        self._writer = writer
        self._x = x

    async def write(self, view: ChatView, text: str) -> Written:
        return await self._thread.run(self._writer.write(view, text))

    async def undo(self, written: Written) -> None:
        await self._thread.run(self._writer.undo(written))

    async def copy(self, text: str) -> None:
        await self._thread.run(self._writer.copy(text))

    async def return_to(self, view: ChatView) -> None:
        await self._thread.run(_return_to(self._x, view))


class _RemoteSelection:
    """A LinuxSelection, called from another loop."""

    def __init__(self, thread: DesktopThread, selection: LinuxSelection) -> None:
        self._thread = thread
        self._selection = selection

    async def selected(self) -> SelectedText | None:
        return await self._thread.run(self._selection.selected())

    async def replace(self, selected: SelectedText, text: str) -> SelectedText:
        return await self._thread.run(self._selection.replace(selected, text))


class _RemoteHotkeys:
    """X11Hotkeys, called from another loop, in which `on_press` then runs."""

    def __init__(self, thread: DesktopThread, hotkeys: X11Hotkeys) -> None:
        self._thread = thread
        self._hotkeys = hotkeys

    async def bind(
        self, chords: Mapping[str, str], on_press: Callable[[str], None]
    ) -> Sequence[HotkeyProblem]:
        loop = asyncio.get_running_loop()

        def tell(action: str) -> None:
            if not loop.is_closed():
                loop.call_soon_threadsafe(on_press, action)

        return await self._thread.run(self._hotkeys.bind(dict(chords), tell))

    async def release(self) -> None:
        await self._thread.run(self._hotkeys.release())
