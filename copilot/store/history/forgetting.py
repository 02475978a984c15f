"""Forgetting, so that nothing is left in any file, and how long what is kept."""

from __future__ import annotations

import time
from collections.abc import Callable

from copilot.core.errors import HistoryError, InputError
from copilot.store.history import engine, schema, translations
from copilot.store.history.database import NOTHING, SUGGESTIONS, HistoryDatabase

_DAY = 86_400.0
_TIMES = {
    "messages": "seen",
    "offers": "made",
    "drafts": "made",
    "translations": "made",
    "requests": "made",
}
"""What grows old, and which column says when it was made."""


_REPEATING = ("offers", "drafts", "translations", "requests")
"""What belongs to a chat and may repeat what was said in it."""


def forget_messages(history: HistoryDatabase, ids: tuple[int, ...]) -> int:
    """Forget these messages, and whatever else may repeat them; returns how many.

    That is all of the chat but its other messages: suggestions, drafts, translations and requests;
    and translations of the same text that were made elsewhere. Raises HistoryError.
    """

    def remove() -> int:
        db = history.connection
        marks = ",".join("?" * len(ids))
        said = db.execute(f"SELECT chat, text FROM messages WHERE id IN ({marks})", ids).fetchall()
        for chat in {chat for chat, _ in said}:
            for table in _REPEATING:
                db.execute(f"DELETE FROM {table} WHERE chat = ?", (chat,))
        for text in {text for _, text in said}:
            db.execute("DELETE FROM translations WHERE same = ?", (translations.same(text),))
        return db.execute(f"DELETE FROM messages WHERE id IN ({marks})", ids).rowcount

    return _forget(history, remove)


def forget_chats(history: HistoryDatabase, ids: tuple[int, ...]) -> int:
    """Forget these chats with everything that belongs to them; returns how many."""

    def remove() -> int:
        marks = ",".join("?" * len(ids))
        # By themselves what has an index of words: a cascade would not reach it.
        for table in ("messages", "translations"):
            history.connection.execute(f"DELETE FROM {table} WHERE chat IN ({marks})", ids)
        return history.connection.execute(f"DELETE FROM chats WHERE id IN ({marks})", ids).rowcount

    return _forget(history, remove)


def forget_period(history: HistoryDatabase, since: float, until: float) -> int:
    """Forget what was said and done in this time, of all chats; returns how many messages.

    Seconds since 1970, the first included, the last not. Raises HistoryError.
    """

    def remove() -> int:
        gone = 0
        for table, when in _TIMES.items():
            removed = history.connection.execute(
                f"DELETE FROM {table} WHERE {when} >= ? AND {when} < ?", (since, until)
            )
            gone += removed.rowcount if table == "messages" else 0
        return gone

    return _forget(history, remove)


def forget_everything(history: HistoryDatabase) -> None:
    """Forget all chats and contacts, and what was set for single ones. Raises HistoryError."""

    def remove() -> int:
        for table in ("messages", "translations", "requests"):
            history.connection.execute(f"DELETE FROM {table}")
        for index in schema.indices(history.connection):
            history.connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
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
            for table in ("messages", "translations"):
                db.execute(f"DELETE FROM {table} WHERE chat = ?", (chat,))
            db.execute("UPDATE requests SET messages = '[]', hidden = '[]' WHERE chat = ?", (chat,))
        if what == NOTHING:
            for table in ("offers", "drafts", "requests", "contacts"):
                db.execute(f"DELETE FROM {table} WHERE chat = ?", (chat,))
        return 0

    _forget(history, change)


def forget_old(history: HistoryDatabase, days: int, now: Callable[[], float] = time.time) -> int:
    """Forget what is older than its chat keeps it; `days` for the others, 0 for ever.

    Returns how many messages went. Raises HistoryError.
    """
    db, today = history.connection, now()
    with engine.translated(history.path):
        kept = [("chat = ?", chat, what) for chat, what in db.execute("SELECT id, keep FROM chats")]
        limits = [
            (where, chat, today - int(what or days) * _DAY)
            for where, chat, what in [*kept, ("chat IS ?", None, "")]  # what belongs to no chat
            if (what or str(days)).isdigit() and int(what or days)
        ]
        old = any(
            db.execute(
                f"SELECT 1 FROM {table} WHERE {where} AND {when} < ? LIMIT 1", limit
            ).fetchone()
            for where, *limit in limits
            for table, when in _TIMES.items()
        )
    if not old:
        return 0

    def remove() -> int:
        gone = 0
        for where, *limit in limits:
            for table, when in _TIMES.items():
                removed = db.execute(f"DELETE FROM {table} WHERE {where} AND {when} < ?", limit)
                gone += removed.rowcount if table == "messages" else 0
        return gone

    return _forget(history, remove)


def forget_contact(history: HistoryDatabase, chat: int) -> int:
    """Forget what was learned of a contact and wished for it; returns how many contacts."""

    def remove() -> int:
        return history.connection.execute("DELETE FROM contacts WHERE chat = ?", (chat,)).rowcount

    return _forget(history, remove)


def _forget(history: HistoryDatabase, remove: Callable[[], int]) -> int:
    db = history.connection
    with engine.translated(history.path):
        with engine.transaction(db):
            gone = remove()
            # Segments of the index that were merged keep traces of what was deleted.
            for index in schema.indices(db):
                db.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
            # Whoever else has the database open sees by it that something was forgotten. SQLite
            # gives this number no meaning.
            db.execute(f"PRAGMA application_id = {(history.forgettings + 1) % 2**31}")
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
