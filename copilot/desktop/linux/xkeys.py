"""Requests about the keyboard, over an X11 connection: its state, its layout, grabs, presses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from Xlib import X, error
from Xlib.ext import xinput, xtest

from copilot.core.errors import DesktopError
from copilot.desktop.linux.x11 import XConnection, ignore

# Bits 13 and 14 of a key or button state are the XKB group ("XKB protocol", 2.2.2).
_GROUP_SHIFT, _GROUP_MASK = 13, 3


class XKeys:
    """The keyboard of a display. Every call raises DisplayMissing once the connection is lost."""

    def __init__(self, x: XConnection) -> None:
        self._x = x

    def keys_down(self) -> frozenset[int]:
        """The keycodes that are held."""
        with self._x.guarded():
            bits = bytes(self._x.display.query_keymap())
        return frozenset(
            index * 8 + bit
            for index, byte in enumerate(bits)
            for bit in range(8)
            if byte >> bit & 1
        )

    def key_state(self) -> int:
        """The modifiers, mouse buttons and group in force, as in a key event."""
        with self._x.guarded():
            return int(self._x.root_window.query_pointer().mask)

    def group(self) -> int:
        """The active XKB group, from 0."""
        return self.key_state() >> _GROUP_SHIFT & _GROUP_MASK

    def keysyms(self) -> dict[int, tuple[int, ...]]:
        """Every keycode's keysyms: group 1 level 1, level 2, group 2 level 1, level 2, …"""
        info: Any = self._x.display.display.info
        first, count = int(info.min_keycode), int(info.max_keycode - info.min_keycode + 1)
        with self._x.guarded():
            rows = self._x.display.get_keyboard_mapping(first, count)
        return {first + index: tuple(row) for index, row in enumerate(rows)}

    def set_keysyms(self, keycode: int, keysyms: Sequence[int]) -> None:
        """Give a keycode other keysyms, for every client."""
        with self._x.guarded():
            self._x.display.change_keyboard_mapping(keycode, [tuple(keysyms)])
            self._x.display.sync()

    def modifiers(self) -> tuple[tuple[int, ...], ...]:
        """The keycodes of Shift, Lock, Control, Mod1 … Mod5, in this order."""
        with self._x.guarded():
            rows = self._x.display.get_modifier_mapping()
        return tuple(tuple(code for code in row if code) for row in rows)

    def press(self, keycode: int, *, down: bool) -> None:
        """Press or release a key as if on the keyboard (XTEST). Raises DesktopError."""
        if not self._x.display.has_extension("XTEST"):
            raise DesktopError(
                "This display lets no program press keys.", "Copy the text and paste it yourself."
            )
        with self._x.guarded():
            kind = X.KeyPress if down else X.KeyRelease
            xtest.fake_input(self._x.display, kind, keycode)

    def watch_releases(self, on: bool) -> None:
        """Hear that some key went up, wherever the keyboard is. Off again as soon as possible."""
        if not self._x.display.has_extension("XInputExtension"):
            return
        with self._x.guarded():
            mask = xinput.RawKeyReleaseMask if on else 0
            root: Any = self._x.root_window
            root.xinput_select_events([(xinput.AllMasterDevices, mask)])

    def grab_key(self, keycode: int, modifiers: int) -> bool:
        """Take a key for ourselves, false if another client has it already."""
        refused = error.CatchError(error.BadAccess)
        with self._x.guarded():
            self._x.root_window.grab_key(
                keycode, modifiers, False, X.GrabModeAsync, X.GrabModeAsync, onerror=refused
            )
            self._x.display.sync()
        return refused.get_error() is None

    def ungrab_key(self, keycode: int, modifiers: int) -> None:
        """Give a key back."""
        with self._x.guarded():
            self._x.root_window.ungrab_key(keycode, modifiers, onerror=ignore)
