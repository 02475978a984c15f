"""Starts and ends the engine's process, and says in our words why it could not start. Blocking."""

from __future__ import annotations

import json
import os
import secrets
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from copilot.core import program
from copilot.core.errors import EngineFailed
from copilot.llm.engine import demo, machine
from copilot.llm.engine.gguf import GgufFile, NotGguf, inspect

PACKAGE = "xllamacpp"
_GET = (
    "This package comes without it: start Ollama or LM Studio, which are found by themselves."
    if program.is_packaged()
    else f"Install it: {sys.executable} -m pip install --upgrade {PACKAGE}"
)
_ENDING = 3.0
"""Seconds that it gets to end by itself."""
_BESIDES = 200_000_000
"""Bytes that it takes beside the file, at least: code, buffers, the conversation."""


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """A model to run.

    `context` is how many tokens question and answer may have together, `idle_seconds` after how
    long without a question it is stopped, `load_seconds` how long loading may take,
    `silence_seconds` how long it may think before its first word. `letters` restricts what it
    writes (see `grammar`).
    """

    file: Path
    context: int = 4096
    idle_seconds: float = 600.0
    load_seconds: float = 120.0
    silence_seconds: float = 120.0
    letters: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a running engine is asked. `base_url` ends where "/chat/completions" follows."""

    base_url: str
    key: str = field(repr=False)


def options_for(engine: str, **more: Any) -> EngineOptions:
    """The options for what settings call an engine: a file, or the demo model by its name."""
    if engine == demo.NAME:
        return EngineOptions(demo.demo_file(), letters=demo.LETTERS, **more)
    return EngineOptions(Path(engine).expanduser(), **more)


def examine(
    file: Path,
    free: Callable[[], int | None] = machine.free_memory,
    find: Callable[[str], object | None] = find_spec,
) -> GgufFile:
    """Whether this file can be run here, without running it. Raises EngineFailed."""
    if file == Path(demo.NAME):
        raise demo.missing()
    try:
        gguf = inspect(file)
    except NotGguf:
        raise EngineFailed(
            f"{file.name} is not a GGUF file, or it is damaged.",
            "Take a model in the GGUF format, and download it again if it broke off.",
        ) from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise EngineFailed(
            f"The model {file.name} can't be opened: {reason}.",
            f"Look whether it is there: {file}",
        ) from None
    if not gguf.chats:
        raise EngineFailed(
            f"{file.name} does not write text: its architecture is {gguf.architecture}.",
            "Take a chat model; names of such files often hold “Instruct” or “Chat”.",
        )
    left = free()
    if left is not None and left < gguf.size + _BESIDES:
        raise EngineFailed(
            f"There is too little memory for {file.name}: it needs about "
            f"{_gigabytes(gguf.size + _BESIDES)}, {_gigabytes(left)} are free.",
            "Close other programs, or take a smaller model.",
            retryable=True,
        )
    if find(PACKAGE) is None:
        raise EngineFailed("The part that runs models on this machine is not installed.", _GET)
    return gguf


class EngineProcess:
    """One running engine. Any thread may call; `stop` may come while another waits in `ready`."""

    def __init__(self, options: EngineOptions, gguf: GgufFile) -> None:
        """Start it; it loads while `ready` waits. Raises EngineFailed."""
        self._options = options
        self._key = secrets.token_urlsafe(32)
        self._threads = machine.spare_cores()
        self._listens = False
        self._stopped = False
        try:
            self._process = subprocess.Popen(
                program.child("engine"),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={
                    **os.environ,
                    # Idle threads that spin starve everything else: 1 to 3 tokens a second.
                    "OMP_WAIT_POLICY": "passive",
                    "OMP_NUM_THREADS": str(self._threads),
                },
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        except OSError as error:
            raise _failure("start", options.file, error.strerror or "") from None
        self._tell(gguf)

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether its process still runs."""
        return self._process.poll() is None

    def ready(self) -> Place:
        """Wait until it can be asked; to be called once. Raises EngineFailed; then it has ended."""
        output = self._process.stdout
        assert output is not None
        late = threading.Timer(self._options.load_seconds, self._process.kill)
        late.start()
        try:
            with output:  # nothing else will be said
                line = output.readline()
        finally:
            late.cancel()
        answer: dict[str, Any] = json.loads(line) if line.endswith(b"\n") else {}
        if "listening" in answer:
            self._listens = True
            return Place(f"{answer['listening']}/v1", self._key)
        code = self._end()
        word = answer.get("error") or ("stopped" if self._stopped else _word_of_code(code))
        raise _failure(word, self._options.file)

    def ends_within(self, seconds: float) -> bool:
        """Whether it has ended by itself after at most so long."""
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(seconds)
        return not self.alive

    def wait(self) -> int:
        """Wait until it ends by itself; its exit code."""
        return self._process.wait()

    def stop(self) -> None:
        """End it, at once if it does not end by itself; returns when it has ended."""
        self._stopped = True
        if not self._listens:
            # While it loads a model it hears nothing.
            self._process.kill()
        self._end()

    def _tell(self, gguf: GgufFile) -> None:
        told = {
            "file": str(gguf.path),
            "model": gguf.name,
            "key": self._key,
            "port": 0,
            "context": self._options.context,
            "threads": self._threads,
        }
        assert self._process.stdin is not None
        # If it has ended already, `ready` says why.
        with suppress(OSError):
            self._process.stdin.write(json.dumps(told).encode() + b"\n")
            self._process.stdin.flush()

    def _end(self) -> int:
        """Close what it listens to, wait, and kill it if need be; its exit code."""
        process = self._process
        if process.stdin is not None:
            with suppress(OSError):
                process.stdin.close()
        try:
            return process.wait(_ENDING)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()


def _word_of_code(code: int) -> str:
    """Why it ended without a word: a negative code is the number of a signal."""
    if code == -getattr(signal, "SIGILL", 4):
        return "processor"
    if code == -getattr(signal, "SIGKILL", 9):
        return "killed"
    return "crashed"


def _failure(word: str, file: Path, reason: str = "") -> EngineFailed:
    """Our error for a word of the child's or of `_word_of_code`."""
    smaller = "Close other programs, or take a smaller model."
    told = {
        "missing": ("The part that runs models on this machine can't be loaded.",
                    f"On Linux it needs libgomp1. {_GET}"),
        "port": ("The local model got no port on this machine.",
                 "Look whether a firewall forbids connections to 127.0.0.1."),
        "memory": (f"There is too little memory for {file.name}.", smaller),
        "architecture": (f"{file.name} is a kind of model that the engine does not know.",
                         f"A newer engine may know it. {_GET}"),
        "broken": (f"{file.name} can't be loaded: it is damaged or incomplete.",
                   "Download it again, or take another model."),
        "processor": ("This machine's processor can't run the engine: it lacks AVX2.",
                      "Use a provider, or an engine of your own such as Ollama."),
        "killed": (f"{file.name} took too long to load, or too much memory.", smaller),
        "stopped": ("The local model was stopped.", "Ask again."),
        "start": (f"The local model can't be started. {reason}", "See `chat-copilot doctor`."),
    }  # fmt: skip
    title, hint = told.get(
        word, (f"The engine crashed while it loaded {file.name}.", "Take another model.")
    )
    return EngineFailed(title, hint, retryable=word in ("memory", "killed", "stopped", "port"))


def _gigabytes(size: int) -> str:
    return f"{size / 1e9:.1f} GB"
