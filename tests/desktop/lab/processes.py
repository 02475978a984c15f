"""Which processes belong to a session, found by what they inherit, and how they are ended."""

from __future__ import annotations

import contextlib
import os
import signal
import threading
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

MARKER = "CHAT_COPILOT_LAB"
"""Environment variable that every process of a session inherits, D-Bus activated ones too."""

T = TypeVar("T")


class LabError(AssertionError):
    """The laboratory could not do what a test asked for."""


def wait_for(predicate: Callable[[], T | None], timeout: float, what: str) -> T:
    """Return the first true answer of `predicate`, asked every 30 ms for `timeout` seconds.

    Raises LabError naming `what` when time is up.
    """
    pause = threading.Event()
    deadline = time.monotonic() + timeout
    while True:
        answer = predicate()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise LabError(f"waited {timeout:g} s in vain for {what}")
        pause.wait(0.03)


def marked(token: str) -> dict[int, str]:
    """Pid → command line of every living process that inherited `token`."""
    needle = f"{MARKER}={token}".encode()
    found: dict[int, str] = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit() or int(entry.name) == os.getpid():
            continue
        with contextlib.suppress(OSError):
            # A zombie has an empty environment: it is dead and only waits for its parent.
            if needle in (entry / "environ").read_bytes().split(b"\0"):
                command = (entry / "cmdline").read_bytes().replace(b"\0", b" ")
                found[int(entry.name)] = command.decode(errors="replace").strip()
    return found


def in_sessions(leaders: Iterable[int]) -> set[int]:
    """Living processes whose session leader is one of `leaders`.

    Chromium's children overwrite their environment, so the marker alone would miss them.
    """
    wanted = set(leaders)
    found: set[int] = set()
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        with contextlib.suppress(OSError):
            # "pid (name) state ppid pgrp session …"; the name may hold spaces and brackets.
            fields = (entry / "stat").read_text(errors="replace").rpartition(")")[2].split()
            if fields[0] not in "ZX" and int(fields[3]) in wanted:
                found.add(int(entry.name))
    return found


def end(find: Callable[[], Iterable[int]], patience: float = 3.0) -> None:
    """Ask the processes that `find` names to end, and kill what is left after `patience` seconds.

    Raises LabError if even then some live.
    """
    for number in (signal.SIGTERM, signal.SIGKILL):
        for pid in list(find()):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, number)
        with contextlib.suppress(LabError):
            wait_for(lambda: not list(find()), patience, "processes to end")
            return
    raise LabError(f"processes survived SIGKILL: {sorted(find())}")
