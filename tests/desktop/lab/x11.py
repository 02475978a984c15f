"""What xdotool can't: a picture of the whole X display, and whether a window manager runs."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import Any

from Xlib import X, display  # pyright: ignore[reportMissingTypeStubs]


def screenshot(display_name: str, path: Path) -> None:
    """Write the display `display_name` (":1") to `path` as PNG."""
    # python-xlib makes its attributes at run time: nothing here has a type to check.
    connection: Any = display.Display(display_name)
    try:
        root = connection.screen().root
        area = root.get_geometry()
        image = root.get_image(0, 0, area.width, area.height, X.ZPixmap, 0xFFFFFFFF)
        path.write_bytes(_png(area.width, area.height, image.data))
    finally:
        connection.close()


def has_window_manager(display_name: str) -> bool:
    """Whether a window manager announces itself as EWMH asks for."""
    connection: Any = display.Display(display_name)
    try:
        check = connection.intern_atom("_NET_SUPPORTING_WM_CHECK")
        return connection.screen().root.get_full_property(check, X.AnyPropertyType) is not None
    finally:
        connection.close()


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
