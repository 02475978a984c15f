"""Starts a server in a child process, waits until it listens, and ends it."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from queue import Empty, Queue


class StartFailed(Exception):
    """The server did not say that it listens; holds what it said instead."""


@contextmanager
def running(
    command: Sequence[str], ready: str, *, env: Mapping[str, str], seconds: float = 60
) -> Generator[str, None, None]:
    """Run `command` until the block ends; gives the line of its output that holds `ready`.

    Raises StartFailed if no such line comes within `seconds`.
    """
    process = subprocess.Popen(
        command,
        env={**os.environ, **env},
        stdin=subprocess.PIPE,  # closed with this process: children that watch it end too
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    lines: Queue[str] = Queue()
    assert process.stdout is not None
    reader = threading.Thread(target=_pass_on, args=(process.stdout, lines), daemon=True)
    reader.start()
    try:
        yield _wait_for(ready, lines, seconds)
    finally:
        process.terminate()
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        reader.join(timeout=5)
        process.stdout.close()
        if process.stdin is not None:
            process.stdin.close()


def _pass_on(output: Iterator[str], lines: Queue[str]) -> None:
    for line in output:
        lines.put(line)
    lines.put("")


def _wait_for(ready: str, lines: Queue[str], seconds: float) -> str:
    said: list[str] = []
    while True:
        try:
            line = lines.get(timeout=seconds)
        except Empty:
            raise StartFailed(f"silent for {seconds} s after: {said[-5:]}") from None
        if ready in line:
            return line
        if not line:
            raise StartFailed(f"ended after: {said[-5:]}")
        said.append(line)
