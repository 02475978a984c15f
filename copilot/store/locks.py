"""Locks between processes, on an open file; the system frees them however a process ends."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Generator
from pathlib import Path
from typing import IO

from copilot.store import paths


@contextlib.contextmanager
def held(path: Path) -> Generator[None]:
    """Hold the lock of that file, which need not exist. Waits for others; raises OSError."""
    paths.make_private(path.parent)
    path.touch(mode=0o600, exist_ok=True)
    with path.open("w") as file:
        lock(file, wait=True)
        yield


if sys.platform == "win32":  # not yet run on Windows
    import msvcrt

    def lock(file: IO[str], *, wait: bool) -> bool:
        """Lock the file; false if another process has it and `wait` is not set."""
        file.seek(0)
        while True:
            try:
                # LK_LOCK gives up after ten seconds.
                msvcrt.locking(file.fileno(), msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
            except OSError:
                if not wait:
                    return False
            else:
                return True

else:
    import fcntl

    def lock(file: IO[str], *, wait: bool) -> bool:
        """Lock the file; false if another process has it and `wait` is not set."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
