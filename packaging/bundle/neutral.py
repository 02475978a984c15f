"""Takes the building machine out of a file: its folders, and the time of the build."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

_NOWHERE = b"/nonexistent"


def rewrite(path: Path, places: Sequence[str]) -> None:
    """Put a folder that exists nowhere in place of `places`, of the same length.

    A library holds the folder that it was to be installed in (for Python its prefix, for modules
    where they look for libraries), and offsets into its text, so that nothing may move.
    """
    data = path.read_bytes()
    changed = data
    for place in places:
        if len(place) >= len(_NOWHERE):
            # More slashes are the same path.
            changed = changed.replace(os.fsencode(place), _NOWHERE.ljust(len(place), b"/"))
    if changed != data:
        path.write_bytes(changed)


def set_time(path: Path, seconds: int) -> None:
    """Give a file one time for everybody, and modes that do not depend on who builds."""
    path.chmod(0o755 if os.access(path, os.X_OK) and not _is_library(path) else 0o644)
    os.utime(path, (seconds, seconds))


def _is_library(path: Path) -> bool:
    return ".so" in path.name
