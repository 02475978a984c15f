"""What is on the X display: its windows, the active one, and a picture of it all."""

from __future__ import annotations

import struct
import zlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from Xlib import X, display, error  # pyright: ignore[reportMissingTypeStubs]


@dataclass(frozen=True)
class Window:
    """A window that the window manager looks after."""

    id: int
    pid: int
    title: str
    wm_class: str


class Screen:
    """A connection to the display `name` (":1")."""

    def __init__(self, name: str) -> None:
        # python-xlib makes its attributes at run time: nothing here has a type to check.
        self._display: Any = display.Display(name)
        self._root: Any = self._display.screen().root

    def _property(self, window: Any, name: str) -> Any:
        """The value of a window's property, None if it has none."""
        answer = window.get_full_property(self._display.intern_atom(name), X.AnyPropertyType)
        return answer and answer.value

    @property
    def managed(self) -> bool:
        """Whether a window manager announces itself as EWMH asks for."""
        return self._property(self._root, "_NET_SUPPORTING_WM_CHECK") is not None

    @property
    def tray(self) -> int:
        """The window that takes tray icons (XEmbed), 0 if there is none."""
        owner = self._display.get_selection_owner(self._display.intern_atom("_NET_SYSTEM_TRAY_S0"))
        return 0 if owner == X.NONE else int(owner.id)

    @property
    def active(self) -> int:
        """The id of the window with the keyboard, 0 if there is none."""
        value = self._property(self._root, "_NET_ACTIVE_WINDOW")
        return int(value[0]) if value else 0

    def windows(self) -> list[Window]:
        """The managed windows, oldest first."""
        found: list[Window] = []
        for number in self._property(self._root, "_NET_CLIENT_LIST") or ():
            with suppress(error.BadWindow):  # it closed meanwhile
                found.append(self._describe(int(number)))
        return found

    def _describe(self, number: int) -> Window:
        window = self._display.create_resource_object("window", number)
        title = self._property(window, "_NET_WM_NAME") or self._property(window, "WM_NAME") or b""
        if isinstance(title, bytes):
            title = title.decode(errors="replace")
        pid = self._property(window, "_NET_WM_PID")
        names = window.get_wm_class() or ("", "")
        return Window(number, int(pid[0]) if pid else 0, title, names[1])

    def area(self, number: int) -> tuple[int, int, int, int]:
        """Left, top, width and height of a window without its frame, in pixels of the screen."""
        window = self._display.create_resource_object("window", number)
        size = window.get_geometry()
        place = self._root.translate_coords(window, 0, 0)
        return place.x, place.y, size.width, size.height

    def opacity(self, number: int) -> float:
        """How opaque a window wants to be, from 0 to 1."""
        window = self._display.create_resource_object("window", number)
        value = self._property(window, "_NET_WM_WINDOW_OPACITY")
        return int(value[0]) / 0xFFFFFFFF if value else 1.0

    def popups(self, instance: str) -> list[tuple[int, int, int, int]]:
        """Left, top, width and height of shown windows of this class that nobody manages."""
        found: list[tuple[int, int, int, int]] = []
        for window in self._root.query_tree().children:
            with suppress(error.BadWindow, error.BadDrawable):  # it closed meanwhile
                state, names = window.get_attributes(), window.get_wm_class() or ("", "")
                if state.map_state and state.override_redirect and names[0] == instance:
                    area = window.get_geometry()
                    found.append((area.x, area.y, area.width, area.height))
        return found

    def shape(self, number: int) -> tuple[int, int]:
        """Width and height of what a window does not cut off from itself."""
        window = self._display.create_resource_object("window", number)
        said = window.shape_query_extents()
        return said.bounding_shape_extents_width, said.bounding_shape_extents_height

    def play_compositor(self) -> None:
        """Say that somebody composes this screen, without doing so."""
        self._compositor = self._root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        name = self._display.intern_atom("_NET_WM_CM_S0")
        self._compositor.set_selection_owner(name, X.CurrentTime)
        self._display.sync()

    def screenshot(self, path: Path) -> None:
        """Write the display to `path` as PNG."""
        area = self._root.get_geometry()
        image = self._root.get_image(0, 0, area.width, area.height, X.ZPixmap, 0xFFFFFFFF)
        path.write_bytes(_png(area.width, area.height, image.data))

    def close(self) -> None:
        """Leave the display."""
        self._display.close()


def _png(width: int, height: int, bgrx: bytes) -> bytes:
    """Encode X's 32-bit little-endian pixels (https://www.w3.org/TR/png-3/, colour type 2)."""
    rgb = bytearray(width * height * 3)
    rgb[0::3], rgb[1::3], rgb[2::3] = bgrx[2::4], bgrx[1::4], bgrx[0::4]
    stride = width * 3
    rows = b"".join(b"\0" + rgb[at : at + stride] for at in range(0, len(rgb), stride))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows, 6))
        + chunk(b"IEND", b"")
    )
