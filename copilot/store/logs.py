"""Logging that cannot hold chat text or keys: what is not known to be harmless is not printed."""

from __future__ import annotations

import enum
import logging
import os
import sys
import threading
import traceback
from collections.abc import Mapping
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

from copilot.core.errors import CopilotError
from copilot.store.paths import Paths, make_private

CHATS = "copilot.chats"
"""The one logger that may be given chat text; it is silent unless the person asks for it."""

_HARMLESS = (str, int, float, bool, type(None), enum.Enum, Path)
_LONGEST = 300
_FILE_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class SafeFormatter(logging.Formatter):
    """Prints our own messages, and of foreign ones and of errors only what they are.

    Arguments other than words and numbers are named by their type; the text of a foreign error
    and the message of a foreign library may hold anything, so both are left out.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line for the record."""
        safe = logging.LogRecord(
            record.name, record.levelno, record.pathname, record.lineno, "", None, None
        )
        safe.created, safe.msecs = record.created, record.msecs
        safe.threadName = record.threadName
        safe.msg = self._message(record)
        return super().format(safe)

    def _message(self, record: logging.LogRecord) -> str:
        if record.name.split(".")[0] != "copilot":
            text = f"(message of {record.name}, {Path(record.pathname).name}:{record.lineno})"
        elif record.name == CHATS:
            text = record.getMessage()
        else:
            text = _filled(record)
        error = record.exc_info[1] if record.exc_info else None
        return f"{text} [{describe(error)}]" if error else text


class _PlainOrLevel(SafeFormatter):
    """For stderr: our news as they are, anything worse with its level."""

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(record)
        return line if record.levelno == logging.INFO else f"{record.levelname.lower()}: {line}"


class _LogFile(RotatingFileHandler):
    """Says on the screen, once until it goes well again, that the disk takes no more."""

    def __init__(self, path: Path, screen: logging.Handler) -> None:
        super().__init__(path, maxBytes=512 * 1024, backupCount=2, encoding="utf-8", delay=True)
        self._path = path
        self._screen = screen
        self._failed = self._told = False

    def _open(self) -> TextIOWrapper:
        self._path.touch(mode=0o600, exist_ok=True)  # also the one that is begun when it is long
        return super()._open()

    def emit(self, record: logging.LogRecord) -> None:
        self._failed = False
        super().emit(record)
        self._told = self._failed

    def handleError(self, record: logging.LogRecord) -> None:
        # The standard one prints the record's arguments as they are, whatever they hold.
        self._failed = True
        error = sys.exc_info()[1]
        if not self._told:
            reason = error.strerror if isinstance(error, OSError) else type(error).__name__
            text = f"the log file can't be written: {reason}"
            self._screen.handle(
                logging.LogRecord("copilot", logging.WARNING, "", 0, text, None, None)
            )


def set_up(
    paths: Paths, *, debug: bool = False, log_chats: bool = False, screen: TextIO | None = None
) -> None:
    """Send records to `screen` (stderr) and to a rotating file in the state directory.

    At most 3 × 512 kB are kept. What `log_chats` adds goes into the file alone.
    """
    root = logging.getLogger()
    root.setLevel(logging.WARNING)
    ours = logging.getLogger("copilot")
    ours.setLevel(logging.DEBUG if debug else logging.INFO)
    chats = logging.getLogger(CHATS)
    chats.disabled = not log_chats

    plain = logging.StreamHandler(screen or sys.stderr)
    plain.setFormatter(_PlainOrLevel("%(message)s"))
    plain.addFilter(lambda record: record.name != CHATS)
    root.addHandler(plain)
    try:
        make_private(paths.state)
        paths.log_file.touch(mode=0o600, exist_ok=True)
        file = _LogFile(paths.log_file, plain)
    except OSError as error:
        ours.warning("the log file can't be written: %s", error.strerror)
    else:
        file.setFormatter(SafeFormatter(_FILE_FORMAT))
        root.addHandler(file)
    _catch_the_uncaught()
    if log_chats:
        ours.warning("chats are logged in %s: delete it when you are done", paths.log_file)


def forget_chats(paths: Paths) -> None:
    """Empty every log that chats were written into. Raises CopilotError."""
    for file in paths.state.glob(f"{paths.log_file.name}*"):
        try:
            if f" {CHATS}: ".encode() in file.read_bytes():
                os.truncate(file, 0)  # a running application goes on in it
        except OSError as error:
            raise CopilotError(
                f"{file.name} can't be emptied ({error.strerror}).",
                f"It holds what was said in chats: delete {file}.",
            ) from None


def note_failure(paths: Paths, what: str, error: BaseException) -> None:
    """Append one failure to the log file, for commands that do not log otherwise."""
    try:
        make_private(paths.state)
        handler = logging.FileHandler(paths.log_file, encoding="utf-8")
    except OSError:
        return
    handler.setFormatter(SafeFormatter(_FILE_FORMAT))
    where = logging.LogRecord("copilot", logging.ERROR, "", 0, "%s: %s", (what, error), None)
    handler.handle(where)
    handler.close()


def describe(error: BaseException) -> str:
    """What went wrong and where, without the text of foreign errors or any value."""
    what = type(error).__name__
    if isinstance(error, CopilotError):
        what = f"{what}: {error.title}"
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    where = " < ".join(f"{_short(f.filename)}:{f.lineno} {f.name}" for f in reversed(frames))
    return f"{what} at {where}" if where else what


def _short(filename: str) -> str:
    # "copilot/store/logs.py" → "store/logs.py": many modules are called __init__ or model.
    return "/".join(Path(filename).parts[-2:])


def _filled(record: logging.LogRecord) -> str:
    arguments = record.args
    if isinstance(arguments, Mapping):
        filled: Any = {key: _harmless(value) for key, value in arguments.items()}
    else:
        filled = tuple(_harmless(value) for value in arguments or ())
    try:
        text = str(record.msg) % filled if filled else str(record.msg)
    except (TypeError, ValueError):
        text = str(record.msg)
    return text.replace("\n", " ")[:_LONGEST]


def _harmless(value: object) -> object:
    if isinstance(value, BaseException):
        return describe(value)
    return value if isinstance(value, _HARMLESS) else f"<{type(value).__name__}>"


def _catch_the_uncaught() -> None:
    log = logging.getLogger("copilot")

    def in_main(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if not issubclass(kind, KeyboardInterrupt):
            log.critical("ended by an error", exc_info=(kind, error, trace))

    def in_thread(args: threading.ExceptHookArgs) -> None:
        name = args.thread.name if args.thread else "?"
        if args.exc_value is not None:
            log.error("thread %s ended: %s", name, args.exc_value)

    def unraisable(args: sys.UnraisableHookArgs) -> None:
        # The standard one prints the error with its text, and whatever it came from.
        if args.exc_value is not None:
            log.error("an object could not be cleared away: %s", args.exc_value)

    sys.excepthook = in_main
    threading.excepthook = in_thread
    sys.unraisablehook = unraisable
