"""The icon in the containers of Windows (.ico) and macOS (.icns), made of the PNGs."""

from __future__ import annotations

import struct
from pathlib import Path

from build_info import ROOT

_ICO = (16, 24, 32, 48, 64, 128, 256)
# https://en.wikipedia.org/wiki/Apple_Icon_Image_format: the types that hold PNGs.
_ICNS = {b"icp4": 16, b"icp5": 32, b"icp6": 64, b"ic07": 128, b"ic08": 256}


def ico() -> bytes:
    """For Windows: a directory of entries of 16 bytes, then the pictures."""
    pictures = [(size, _png(size)) for size in _ICO]
    header = struct.pack("<HHH", 0, 1, len(pictures))
    entries, offset = b"", len(header) + 16 * len(pictures)
    for size, picture in pictures:
        side = size % 256  # 0 stands for 256
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return header + entries + b"".join(picture for _, picture in pictures)


def icns() -> bytes:
    """For macOS: each picture behind its type and length."""
    parts = b""
    for kind, size in _ICNS.items():
        picture = _png(size)
        parts += kind + struct.pack(">I", 8 + len(picture)) + picture
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


def _png(size: int) -> bytes:
    return Path(ROOT, f"resources/icons/chat-copilot-{size}.png").read_bytes()
