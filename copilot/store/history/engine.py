"""The database engine: opens an encrypted SQLite file, and puts its failures into our words."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from copilot.core.errors import HistoryError, HistoryLocked
from copilot.store import paths

if TYPE_CHECKING:
    # sqlcipher3 has no types of its own; it is a copy of sqlite3 over another library.
    from sqlite3 import Connection

_BUSY = 5.0
"""Seconds to wait for another process that is writing."""
_SETTINGS = (
    "PRAGMA journal_mode = WAL",
    # What was committed outlives the process; after a power cut the last commits may be missing,
    # the file is whole.
    "PRAGMA synchronous = NORMAL",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    "PRAGMA temp_store = MEMORY",
)
_LOCKED_HINT = (
    "Start the session with the keychain that has the key, or run `chat-copilot history recover`."
)
# https://www.sqlite.org/rescode.html
_BUSY_CODES = (5, 6)
_READ_ONLY, _IO, _CORRUPT, _FULL, _CANT_OPEN, _NOT_A_DATABASE = 8, 10, 11, 13, 14, 26


def connect(path: Path, key: bytes | None) -> Connection:
    """Open the database, making the file if there is none. Raises HistoryError, HistoryLocked.

    `key` is 32 random bytes; None leaves the file unencrypted, which only tests want, to look for
    words in it. Transactions are begun by hand, and any one thread at a time may use it.
    """
    dbapi2 = _dbapi2()
    with translated(path):
        paths.make_private(path.parent)
        # SQLite would let everybody read it.
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        db = cast(
            "Connection",
            dbapi2.connect(str(path), timeout=_BUSY, isolation_level=None, check_same_thread=False),
        )
        try:
            if key is not None:
                # Otherwise a wrong key is also told on standard error, in SQLCipher's words.
                db.execute("PRAGMA cipher_log_level = NONE")
                db.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            for setting in _SETTINGS:
                db.execute(setting).close()
        except BaseException:
            db.close()
            raise
    return db


@contextlib.contextmanager
def translated(path: Path) -> Generator[None]:
    """Failures of the engine and of the disk become HistoryError. Their text is not passed on."""
    dbapi2 = _dbapi2()
    try:
        yield
    except OSError as error:
        raise HistoryError(
            f"The history can't be written ({error.strerror or type(error).__name__}).",
            f"Look at the folder {path.parent}.",
        ) from None
    except dbapi2.Error as error:
        raise _failure(getattr(error, "sqlite_errorcode", 0), path) from None


@contextlib.contextmanager
def transaction(db: Connection) -> Generator[None]:
    """All or nothing: kept if nothing is raised."""
    db.execute("BEGIN IMMEDIATE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        # A full disk may have rolled it back already.
        if db.in_transaction:
            with contextlib.suppress(Exception):
                db.execute("ROLLBACK")
        raise


def _dbapi2() -> Any:
    # Deferred: who keeps no history needs no engine. It has no types of its own.
    from sqlcipher3 import dbapi2  # pyright: ignore[reportMissingTypeStubs]

    return dbapi2


def _failure(code: int, path: Path) -> HistoryError:
    kind = code & 0xFF  # without what an extended code adds
    folder = f"Look at the folder {path.parent}."
    if kind in _BUSY_CODES:
        return HistoryError("Another program is using the history.", "Try again.", retryable=True)
    if kind == _FULL:
        return HistoryError("The history can't be written: the disk is full.", "Make room on it.")
    if kind in (_READ_ONLY, _CANT_OPEN):
        return HistoryError("The history can't be written there.", folder)
    if kind == _NOT_A_DATABASE:
        return HistoryLocked("The key that was found does not open the history.", _LOCKED_HINT)
    if kind == _CORRUPT:
        return HistoryError("The history is damaged.", "Restore it from a backup of yours.")
    if kind == _IO:
        return HistoryError("The disk failed while the history was written.", folder)
    return HistoryError(f"The history failed (SQLite error {kind}).", folder)
