"""Running other programs during set-up: quiet when they succeed, telling when they fail."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

WAITS = (5, 20)
"""Seconds before the second and the third try of a download."""


class SetupFailed(Exception):
    """Set-up can't go on; the text says why and what to do."""


def say(text: str) -> None:
    """Tell the person."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def run(
    argv: Sequence[str],
    *,
    tries: int = 1,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> str:
    """Run a program and return its output; downloads get several `tries`.

    Raises SetupFailed with the end of the output.
    """
    waits = iter(WAITS[: tries - 1])
    while True:
        try:
            done = subprocess.run(
                argv,
                cwd=cwd,
                env={**os.environ, **(env or {})},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
                check=False,
            )
        except FileNotFoundError as error:
            raise SetupFailed(f"{argv[0]} is not installed") from error
        if done.returncode == 0:
            return done.stdout
        pause = next(waits, None)
        if pause is None:
            end = "\n".join(done.stdout.splitlines()[-25:])
            raise SetupFailed(f"{' '.join(argv)} ended with {done.returncode}:\n{end}")
        say(f"  that failed; trying again in {pause} s")
        threading.Event().wait(pause)
