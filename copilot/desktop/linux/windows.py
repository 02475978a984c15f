"""Which window has the keyboard, and when that changes."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Protocol

from copilot.core.errors import DisplayMissing
from copilot.desktop.linux.candidates import Candidates
from copilot.desktop.linux.composition import Composition
from copilot.desktop.linux.x11 import ActiveWindow, PropertyEvent, XConnection
from copilot.desktop.linux.xvalues import WindowMoved

DesktopWindow = ActiveWindow


class Windows(Protocol):
    """The window system, as far as the watcher needs it."""

    def active(self) -> DesktopWindow | None:
        """The window that has the keyboard."""
        ...

    def watch(self, changed: Callable[[], None], moved: Callable[[], None]) -> None:
        """Call `changed` when another window gets the keyboard, or that one's title changes.

        Call `moved` when it moves or changes its size: many times while somebody drags it.
        """
        ...

    def close(self) -> None:
        """Stop watching."""
        ...


class XWindows:
    """The windows of an X11 display, over a connection of its own."""

    def __init__(self, x: XConnection) -> None:
        self._x = x
        self._active_atom = x.atom("_NET_ACTIVE_WINDOW")
        self._title_atom = x.atom("_NET_WM_NAME")
        self._watched = 0

    def active(self) -> DesktopWindow | None:
        """See Windows."""
        try:
            window = self._x.active_window()
            number = window.id if window is not None else 0
            if number != self._watched:
                if self._watched:
                    self._x.watch_properties(self._watched, on=False)
                    self._x.watch_place(self._watched, on=False)
                if number:
                    self._x.watch_properties(number, on=True)
                    self._x.watch_place(number, on=True)
                self._watched = number
        except DisplayMissing:
            return None
        return window

    def watch(self, changed: Callable[[], None], moved: Callable[[], None]) -> None:
        """See Windows."""

        def take(event: PropertyEvent) -> None:
            if (event.window == self._x.root and event.property == self._active_atom) or (
                event.window == self._watched and event.property == self._title_atom
            ):
                changed()

        def take_move(event: WindowMoved) -> None:
            if event.window == self._watched:
                moved()

        self._x.listen(PropertyEvent, take)
        self._x.listen(WindowMoved, take_move)
        with contextlib.suppress(DisplayMissing):
            self._x.watch_properties(self._x.root, on=True)

    def close(self) -> None:
        """See Windows."""
        self._x.close()


class NoWindows:
    """Where the window system does not tell, as on Wayland: only accessibility knows."""

    def active(self) -> DesktopWindow | None:
        """Never known."""
        return None

    def watch(self, changed: Callable[[], None], moved: Callable[[], None]) -> None:
        """Never called."""

    def close(self) -> None:
        """Nothing to close."""


def open_windows(composition: Composition, display: str | None = None) -> Windows:
    """The windows of `display` (None: $DISPLAY); call it inside the desktop loop.

    `composition` hears of windows with an input method's candidates.
    """
    try:
        x = XConnection.open(display)
        Candidates(x, composition)
        return XWindows(x)
    except DisplayMissing:
        return NoWindows()
