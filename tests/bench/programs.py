"""Starts the measured programs: with the real interpreter, warm, their log read as it comes."""

from __future__ import annotations

import contextlib
import json
import os
import select
import subprocess
import sys
import time
from collections.abc import Generator, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.desktop.lab import processes
from tests.desktop.lab.processes import LabError
from tests.desktop.lab.session import DesktopSession

REPOSITORY = Path(__file__).parents[2]
PYTHON = sys.executable
"""The interpreter of the environment itself; a version manager's shim would add its own time."""


class Started:
    """A program that runs; `begin` is when it was asked for."""

    def __init__(
        self, session: DesktopSession, argv: Sequence[str], env: Mapping[str, str] | None = None
    ) -> None:
        # Not a first start, which would ask before it reads anything.
        settings = session.home / ".config/chat-copilot/settings.toml"
        settings.parent.mkdir(parents=True, exist_ok=True)
        settings.touch()
        self._seen = b""
        self._taken = 0
        # The session's environment lets Python write its compiled modules: runs are warm.
        self.begin = time.monotonic()
        self.process = subprocess.Popen(
            argv,
            env={**session.env, "PYTHONUNBUFFERED": "1", **(env or {})},
            cwd=REPOSITORY,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        assert self.process.stdout is not None
        self._output = self.process.stdout.fileno()
        os.set_blocking(self._output, False)

    @property
    def pid(self) -> int:
        """Of the program itself."""
        return self.process.pid

    @property
    def pids(self) -> list[int]:
        """Of the program and all that it started."""
        return sorted(processes.in_sessions([self.pid]))

    def wait_said(self, text: str, timeout: float = 20) -> float:
        """When a line that contains `text` came. Raises LabError with what was said instead."""
        wanted, deadline = text.encode(), time.monotonic() + timeout
        while wanted not in self._seen:
            left = deadline - time.monotonic()
            if left <= 0:
                raise LabError(f"waited in vain for {text!r}: {self.said[-2000:]}")
            if select.select([self._output], [], [], left)[0]:
                when = time.monotonic()
                piece = os.read(self._output, 65536)
                if not piece:
                    raise LabError(f"it ended before it said {text!r}: {self.said[-2000:]}")
                self._seen += piece
                if wanted in self._seen:
                    return when
        return time.monotonic()

    def wait_json(self, wanted: Mapping[str, object], timeout: float) -> dict[str, Any]:
        """The first JSON line not yet taken that has these fields; those before it are dropped.

        Raises LabError naming `wanted`.
        """
        deadline = time.monotonic() + timeout
        while True:
            *lines, _ = self._seen[self._taken :].split(b"\n")
            for line in lines:
                self._taken += len(line) + 1
                if line.startswith(b"{") and wanted.items() <= (told := json.loads(line)).items():
                    return told
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self._output], [], [], left)[0]:
                raise LabError(f"waited {timeout:g} s in vain for {wanted}: {self.said[-500:]}")
            piece = os.read(self._output, 65536)
            if not piece:
                raise LabError(f"it ended, waiting for {wanted}: {self.said[-2000:]}")
            self._seen += piece

    @property
    def said(self) -> str:
        """Its output so far."""
        with contextlib.suppress(BlockingIOError):
            while piece := os.read(self._output, 65536):
                self._seen += piece
        return self._seen.decode(errors="replace")

    def stop(self) -> None:
        """End it and what it started."""
        processes.end(lambda: processes.in_sessions([self.pid]))
        self.process.wait(5)
        if self.process.stdout is not None:
            self.process.stdout.close()


def start_floor(session: DesktopSession, name: str, *args: str) -> Started:
    """One of the floors or probes beside this module ("floor_tray")."""
    return Started(session, [PYTHON, "-m", f"tests.bench.{name}", *args])


def start_copilot(session: DesktopSession, *args: str) -> Started:
    """`chat-copilot run`."""
    return Started(session, [PYTHON, "-m", "copilot", "run", *args])


@contextlib.contextmanager
def running(program: Started, says: str = "") -> Generator[Started]:
    """A program that is stopped at the end; waits until it `says` that it is ready."""
    try:
        if says:
            program.wait_said(says)
        yield program
    finally:
        program.stop()


def write_settings(session: DesktopSession, text: str) -> None:
    """The settings file of this session's person."""
    folder = Path(session.env["XDG_CONFIG_HOME"]) / "chat-copilot"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "settings.toml").write_text(text, encoding="utf-8")
