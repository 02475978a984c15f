"""The frozen values of the X11 connection: windows, properties and events."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass

from copilot.core.model import Rect


@dataclass(frozen=True, slots=True)
class ActiveWindow:
    """The window that has the keyboard. `area` is its inside; `pid` is 0 where it does not tell."""

    id: int
    pid: int
    wm_instance: str
    wm_class: str
    title: str
    area: Rect


@dataclass(frozen=True, slots=True)
class Property:
    """A property's value. `format` is 8, 16 or 32 bits per item; `data` is in native order."""

    type: int
    format: int
    data: bytes

    @property
    def numbers(self) -> tuple[int, ...]:
        """Its items, atoms say, where they have 32 bits."""
        count = len(self.data) // 4
        return struct.unpack(f"={count}I", self.data[: count * 4])


def packed(numbers: Sequence[int]) -> bytes:
    """The data of a property of 32 bits per item."""
    return struct.pack(f"={len(numbers)}I", *numbers)


@dataclass(frozen=True, slots=True)
class KeyEvent:
    """A key that we grabbed went down or up. `time` is the server's, in milliseconds."""

    pressed: bool
    keycode: int
    state: int
    time: int


@dataclass(frozen=True, slots=True)
class SelectionRequest:
    """Another client wants our selection, put into `property` of its window `requestor`."""

    requestor: int
    selection: int
    target: int
    property: int
    time: int


@dataclass(frozen=True, slots=True)
class SelectionAnswer:
    """What we asked a selection's owner for has arrived; `property` is 0 if it was refused."""

    requestor: int
    target: int
    property: int


@dataclass(frozen=True, slots=True)
class SelectionLost:
    """Another client owns the selection now."""

    selection: int
    time: int


@dataclass(frozen=True, slots=True)
class PropertyEvent:
    """A property of a window we watch was set or deleted."""

    window: int
    property: int
    deleted: bool
    time: int


@dataclass(frozen=True, slots=True)
class WindowShown:
    """A window right below the root is shown or no longer; `unmanaged` by the window manager."""

    window: int
    shown: bool
    unmanaged: bool


@dataclass(frozen=True, slots=True)
class WindowMoved:
    """A window we watch is elsewhere, or of another size."""

    window: int


@dataclass(frozen=True, slots=True)
class MappingChanged:
    """The keyboard layout is another one."""


@dataclass(frozen=True, slots=True)
class KeyReleased:
    """Some key went up; only while `watch_releases` is on, and without saying which."""


@dataclass(frozen=True, slots=True)
class ConnectionLost:
    """The X server is gone; every later call raises DisplayMissing."""
