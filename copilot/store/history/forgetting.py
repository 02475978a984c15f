"""Forgetting, so that nothing is left in any file, and how long what is kept."""

from __future__ import annotations

import time
from collections.abc import Callable

from copilot.core.errors import HistoryError, InputError
from copilot.store.history import engine, schema
from copilot.store.history.database import NOTHING, SUGGESTIONS, HistoryDatabase

_DAY = 86_400.0


def forget_messages(history: HistoryDatabase, ids: tuple[int, ...]) -> int:
    """Forget these messages, and the offers that were made in their chats; returns how many.

    A suggestion often repeats what a message says, so that the offers go, too.
    Raises HistoryError.
    """

    def remove() -> int:
        db = history.connection
        marks = ",".join("?" * len(ids))
        for (chat,) in db.execute(
            f"SELECT DISTINCT chat FROM messages WHERE id IN ({marks})", ids
        ).fetchall():
            db.execute("DELETE FROM offers WHERE chat = ?", (chat,))
        return db.execute(f"DELETE FROM messages WHERE id IN ({marks})", ids).rowcount

    return _forget(history, remove)


def forget_chats(history: HistoryDatabase, ids: tuple[int, ...]) -> int:
    """Forget these chats with everything that belongs to them; returns how many."""

    def remove() -> int:
        marks = ",".join("?" * len(ids))
        # Messages by themselves: a cascade would not reach the index of words.
        history.connection.execute(f"DELETE FROM messages WHERE chat IN ({marks})", ids)
        return history.connection.execute(f"DELETE FROM chats WHERE id IN ({marks})", ids).rowcount

    return _forget(history, remove)


def forget_everything(history: HistoryDatabase) -> None:
    """Forget all chats, and what was set for single ones. Raises HistoryError."""

    def remove() -> int:
        history.connection.execute("DELETE FROM messages")
        history.connection.execute("INSERT INTO words (words) VALUES ('rebuild')")
        return history.connection.execute("DELETE FROM chats").rowcount

    _forget(history, remove)


def keep(history: HistoryDatabase, chat: int, what: str) -> None:
    """Set what a chat keeps: "" as set for all, "suggestions", "nothing", or days as a number.

    What must not be kept any more is forgotten at once. Raises InputError, HistoryError.
    """
    if what not in ("", SUGGESTIONS, NOTHING) and not (what.isascii() and what.isdigit()):
        raise InputError(
            f"A chat can't keep {what!r}.", 'Say "suggestions", "nothing" or a number of days.'
        )

    def change() -> int:
        db = history.connection
        db.execute("UPDATE chats SET keep = ? WHERE id = ?", (what, chat))
        if what in (SUGGESTIONS, NOTHING):
            db.execute("DELETE FROM messages WHERE chat = ?", (chat,))
        if what == NOTHING:
            db.execute("DELETE FROM offers WHERE chat = ?", (chat,))
            db.execute("DELETE FROM requests WHERE chat = ?", (chat,))
        return 0

    _forget(history, change)


def forget_old(history: HistoryDatabase, days: int, now: Callable[[], float] = time.time) -> int:
    """Forget what is older than its chat keeps it; `days` for the others, 0 for ever.

    Returns how many messages went. Raises HistoryError.
    """
    db, today = history.connection, now()
    with engine.translated(history.path):
        limits = [
            (chat, today - int(kept or days) * _DAY)
            for chat, kept in db.execute("SELECT id, keep FROM chats")
            if (kept or str(days)).isdigit() and int(kept or days)
        ]
        old = any(
            db.execute(
                "SELECT 1 FROM messages WHERE chat = :c AND seen < :t UNION ALL "
                "SELECT 1 FROM offers WHERE chat = :c AND made < :t UNION ALL "
                "SELECT 1 FROM requests WHERE chat = :c AND made < :t LIMIT 1",
                {"c": chat, "t": limit},
            ).fetchone()
            for chat, limit in limits
        )
    if not old:
        return 0

    def remove() -> int:
        gone = 0
        for limit in limits:
            gone += db.execute("DELETE FROM messages WHERE chat = ? AND seen < ?", limit).rowcount
            db.execute("DELETE FROM offers WHERE chat = ? AND made < ?", limit)
            db.execute("DELETE FROM requests WHERE chat = ? AND made < ?", limit)
        return gone

    return _forget(history, remove)


def _forget(history: HistoryDatabase, remove: Callable[[], int]) -> int:
    db = history.connection
    with engine.translated(history.path):
        with engine.transaction(db):
            gone = remove()
            # Segments of the index that were merged keep traces of what was deleted.
            db.execute("INSERT INTO words (words) VALUES ('optimize')")
        schema.remove_backups(history.path)
        db.execute("VACUUM")
        _empty_log(history)
    return gone


def _empty_log(history: HistoryDatabase) -> None:
    # Frames of the write-ahead log hold pages as they were before.
    busy = history.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if busy:
        raise HistoryError(
            "It is forgotten, but another program still reads the history's old pages.",
            "Quit Chat Copilot and run this again.",
            retryable=True,
        )
