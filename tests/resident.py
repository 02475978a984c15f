"""How much memory this process takes (Linux)."""

from __future__ import annotations

import os
from pathlib import Path

MEGABYTE = 1_000_000


def resident() -> float:
    """Megabytes that are resident."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / MEGABYTE
