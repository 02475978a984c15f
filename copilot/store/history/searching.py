"""Finding messages again: any language, any part of a word, newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from copilot.store.history import engine
from copilot.store.history.database import HistoryDatabase

_SHORTEST = 3
"""The index holds runs of three characters: it can't find less."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for: messages with every word of `text` (all of them if it is empty).

    `contact` and `app` are compared without case, "" for any; a contact matches in part. `since`
    and `until` are seconds since 1970, about when a message was first seen.
    """

    text: str = ""
    contact: str = ""
    app: str = ""
    since: float | None = None
    until: float | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """One kept message. `id` is what `forget` takes, `seen` is in seconds since 1970."""

    id: int
    app: str
    contact: str
    sender: str
    text: str
    shown_at: str | None
    seen: float


def search(history: HistoryDatabase, query: Query, limit: int = 50) -> tuple[Found, ...]:
    """The newest `limit` messages that match. Raises HistoryError."""
    where, values = _conditions(query)
    indexed = [word for word in query.text.split() if len(word) >= _SHORTEST]
    if indexed:
        # The index gives its matches newest first, so that few are looked at where many match.
        source = "words w JOIN messages m ON m.id = w.rowid"
        where.insert(0, "words MATCH ?")
        values.insert(0, " ".join(_quoted(word) for word in indexed))
        order = "w.rowid DESC"
    else:
        source, order = "messages m", "m.id DESC"
    sql = (
        "SELECT m.id, c.app, c.contact, m.sender, m.text, m.shown_at, m.seen "
        f"FROM {source} CROSS JOIN chats c ON c.id = m.chat "
        f"WHERE {' AND '.join(where) or '1'} ORDER BY {order} LIMIT ?"
    )
    with engine.translated(history.path):
        rows = history.connection.execute(sql, (*values, limit)).fetchall()
    return tuple(Found(*row) for row in rows)


def _conditions(query: Query) -> tuple[list[str], list[str | float]]:
    where: list[str] = []
    values: list[str | float] = []
    for word in query.text.split():
        if len(word) < _SHORTEST:
            where.append(r"m.text LIKE ? ESCAPE '\'")
            values.append(f"%{_escaped(word)}%")
    for condition, value in (
        (r"c.contact LIKE ? ESCAPE '\'", query.contact and f"%{_escaped(query.contact)}%"),
        (r"c.app LIKE ? ESCAPE '\'", _escaped(query.app)),
        ("m.seen >= ?", query.since),
        ("m.seen < ?", query.until),
    ):
        if value not in ("", None):
            where.append(condition)
            values.append(value)
    return where, values


def _escaped(text: str) -> str:
    return "".join(f"\\{c}" if c in "\\%_" else c for c in text)


def _quoted(word: str) -> str:
    # A string of FTS5: everything in it stands for itself.
    return '"' + word.replace('"', '""') + '"'


@dataclass(frozen=True, slots=True)
class Chat:
    """A chat that is kept, with how much of it. `keep` as in database."""

    id: int
    app: str
    contact: str
    app_name: str
    keep: str
    messages: int


def chats(history: HistoryDatabase, contact: str = "", app: str = "") -> tuple[Chat, ...]:
    """All chats, or those with that contact or application. Raises HistoryError."""
    with engine.translated(history.path):
        rows = history.connection.execute(
            "SELECT id, app, contact, app_name, keep, "
            "(SELECT count(*) FROM messages WHERE chat = chats.id) FROM chats "
            "WHERE (? = '' OR contact = ? COLLATE NOCASE) AND (? = '' OR app = ? COLLATE NOCASE) "
            "ORDER BY app, contact",
            (contact, contact, app, app),
        ).fetchall()
    return tuple(Chat(*row) for row in rows)


def messages(history: HistoryDatabase, chat: int) -> Iterator[Found]:
    """All messages of a chat in their order, one by one. Raises HistoryError."""
    with engine.translated(history.path):
        rows = history.connection.execute(
            "SELECT m.id, c.app, c.contact, m.sender, m.text, m.shown_at, m.seen "
            "FROM messages m JOIN chats c ON c.id = m.chat WHERE m.chat = ? ORDER BY m.place",
            (chat,),
        )
        for row in rows:
            yield Found(*row)
