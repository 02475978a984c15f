"""Reports of crashes, on this machine and sent by nobody: where it happened, never with what.

A report names our version, the system, the kind of error and the lines of code that led there. It
holds no message of an error and no value, for either may be what somebody wrote in a chat. What
looks private in it all the same, names of the person and of folders among it, is masked.
"""

from __future__ import annotations

import contextlib
import faulthandler
import getpass
import logging
import os
import re
import sys
import threading
import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO

from copilot.core.errors import CopilotError
from copilot.store import build, locks
from copilot.store.files import write_atomically
from copilot.store.paths import Paths, make_private

KEPT = 10
"""Reports that are kept; the oldest go first."""

_LONGEST = 64 * 1024
_FRAMES = 40
_NATIVE = "running-{}.native"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Report:
    """One report: its file, when it happened (seconds since 1970) and its first line."""

    path: Path
    when: float
    title: str

    def text(self) -> str:
        """All of it."""
        return self.path.read_text(encoding="utf-8", errors="replace")


class Crashes:
    """The reports of one installation. Nothing here raises: who reports a crash must not crash."""

    def __init__(self, paths: Paths) -> None:
        self._folder = paths.state / "crashes"
        self._seen: set[str] = set()
        self._native: IO[str] | None = None
        self._path_of_native = self._folder / _NATIVE.format(os.getpid())

    def note(self, what: str, error: BaseException) -> None:
        """Write a report, once in this process for what fails again and again at one place."""
        frames = traceback.extract_tb(error.__traceback__)[-_FRAMES:]
        kind = type(error).__name__
        signature = f"{kind} {frames[-1].filename}:{frames[-1].lineno}" if frames else kind
        if signature in self._seen:
            return
        self._seen.add(signature)
        title = f": {error.title}" if isinstance(error, CopilotError) else ""
        lines = [f"{frame.filename}:{frame.lineno} in {frame.name}" for frame in frames]
        try:
            self._write(f"{what}: {kind}{title}", lines)
        except Exception as trouble:
            _log.warning("no report could be written: %s", type(trouble).__name__)

    def reports(self) -> tuple[Report, ...]:
        """All reports, the newest first."""
        found: list[Report] = []
        with contextlib.suppress(OSError):
            for path in self._folder.glob("*.txt"):
                with contextlib.suppress(OSError):
                    title = path.read_text(encoding="utf-8", errors="replace").partition("\n")[0]
                    found.append(Report(path, path.stat().st_mtime, title))
        return tuple(sorted(found, key=lambda report: (report.when, report.path), reverse=True))

    def clear(self) -> int:
        """Delete all reports; how many there were. Raises OSError."""
        reports = self.reports()
        for report in reports:
            report.path.unlink(missing_ok=True)
        return len(reports)

    def watch(self) -> None:
        """From now on, report what nobody catches in this process, in whichever thread.

        Also what kills the interpreter itself: that is read at the next start.
        """
        forbid_memory_dumps()
        self._collect_native()
        self._catch_python()
        try:
            make_private(self._folder)
            flags = os.O_CREAT | os.O_TRUNC | os.O_WRONLY
            handle = os.open(self._path_of_native, flags, 0o600)
            self._native = os.fdopen(handle, "w", encoding="utf-8")
        except OSError:
            return
        locks.lock(self._native, wait=False)
        faulthandler.enable(self._native)

    def end(self) -> None:
        """The process ends as it should."""
        if self._native is None:
            return
        faulthandler.disable()
        native, self._native = self._native, None
        native.close()
        with contextlib.suppress(OSError):
            self._path_of_native.unlink(missing_ok=True)

    def _catch_python(self) -> None:
        before, before_in_thread = sys.excepthook, threading.excepthook

        def in_main(
            kind: type[BaseException], error: BaseException, trace: TracebackType | None
        ) -> None:
            if not issubclass(kind, KeyboardInterrupt):
                self.note("uncaught", error)
            before(kind, error, trace)

        def in_thread(args: threading.ExceptHookArgs) -> None:
            if args.exc_value is not None:
                self.note(f"thread {args.thread.name if args.thread else '?'}", args.exc_value)
            before_in_thread(args)

        sys.excepthook = in_main
        threading.excepthook = in_thread
        # asyncio tells of what no task's owner asked for by this logger.
        logging.getLogger("asyncio").addHandler(_Heard(self))

    def _collect_native(self) -> None:
        """Make reports of what ended earlier processes."""
        with contextlib.suppress(OSError):
            for path in self._folder.glob(_NATIVE.format("*")):
                if not _is_dead(path):
                    continue
                dump = path.read_text(encoding="utf-8", errors="replace")[:_LONGEST]
                path.unlink(missing_ok=True)
                if dump.strip():
                    first, _, rest = dump.partition("\n")
                    self._write(first.strip() or "the interpreter ended", rest.splitlines())

    def _write(self, title: str, lines: Sequence[str]) -> None:
        this = build.read()
        text = "\n".join(
            (
                masked(title),
                f"Chat Copilot {this.line}",
                f"{build.system()}, {build.python()}",
                time.strftime("%Y-%m-%d %H:%M:%S %z"),
                "",
                *map(masked, lines),
                "",
            )
        )
        make_private(self._folder)
        name = f"{time.strftime('%Y%m%d-%H%M%S')}-{time.time_ns() % 10**9:09}.txt"
        write_atomically(self._folder / name, text[:_LONGEST])
        for old in self.reports()[KEPT:]:
            old.path.unlink(missing_ok=True)


def forbid_memory_dumps() -> None:
    """From now on the system writes no memory of this process to a disk when it crashes.

    Chats, and keys on their way to a provider, are in it. Where a system knows no such limit
    (Windows), what its own reports of crashes hold is set there.
    """
    if sys.platform != "win32":
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, most))


class _Heard(logging.Handler):
    def __init__(self, crashes: Crashes) -> None:
        super().__init__(logging.ERROR)
        self._crashes = crashes

    def emit(self, record: logging.LogRecord) -> None:
        if record.exc_info and record.exc_info[1] is not None:
            self._crashes.note("task", record.exc_info[1])


def masked(text: str, home: Path | None = None, user: str | None = None) -> str:
    """The text without the person's folders and names, and whatever else looks private."""
    package = str(Path(build.__file__).resolve().parents[2])
    text = text.replace(package + os.sep, "")
    where = str(home or Path.home())
    if len(where) > 1:
        text = text.replace(where, "~")
    text = re.sub(r"(/home/|/Users/|[A-Z]:\\Users\\)[^/\\\s\"]+", r"\1…", text)
    name = _user() if user is None else user
    if len(name) > 2 and name != "root":
        text = re.sub(rf"\b{re.escape(name)}\b", "…", text, flags=re.IGNORECASE)
    # Only who has crashed needs to know what is private.
    from copilot.core.private import find_private

    spans = sorted((finding.start, finding.end) for finding in find_private(text))
    parts: list[str] = []
    at = 0
    for start, end in spans:
        if start >= at:
            parts += [text[at:start], "…"]
            at = end
    return "".join(parts) + text[at:]


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


def _is_dead(path: Path) -> bool:
    """Whether the process has ended that writes its last words there: it holds a lock on it."""
    with path.open("a", encoding="utf-8") as file:
        return locks.lock(file, wait=False)
