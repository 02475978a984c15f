"""Finding messages again: any language, any part of a word, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copilot.store.history import engine
from copilot.store.history.database import HistoryDatabase

_SHORTEST = 3
"""The index holds runs of three characters: what is shorter is the beginning of many."""
_NEWEST = 20_000
"""Among so many messages short words are looked for without the index, which is faster for
frequent ones."""
_LAST = chr(0x10FFFF)


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
    words = query.text.split()
    long = [word for word in words if len(word) >= _SHORTEST]
    short = [word for word in words if len(word) < _SHORTEST]
    if long:
        # The index gives its matches newest first, so that few are looked at where many match.
        source, order = "words w JOIN messages m ON m.id = w.rowid", "w.rowid DESC"
        matching = [("words MATCH ?", (" ".join(_quoted(word) for word in long),))]
        return _select(history, source, order, [*matching, *_likes(short)], query, limit)
    among: Sequence[_Condition] = _likes(short)
    if short:
        recent = (f"m.id > (SELECT max(id) FROM messages) - {_NEWEST}", ())
        found = _select(history, "messages m", "m.id DESC", [recent, *among], query, limit)
        if len(found) >= limit:
            return found
        among = [
            ("m.id IN (SELECT doc FROM runs WHERE term >= ? AND term < ?)", (low, low + _LAST))
            for low in (word.lower() for word in short)
        ]
    return _select(history, "messages m", "m.id DESC", among, query, limit)


_Condition = tuple[str, tuple[str | float, ...]]


def _likes(words: list[str]) -> list[_Condition]:
    return [(r"m.text LIKE ? ESCAPE '\'", (f"%{_escaped(word)}%",)) for word in words]


def _select(
    history: HistoryDatabase,
    source: str,
    order: str,
    among: Sequence[_Condition],
    query: Query,
    limit: int,
) -> tuple[Found, ...]:
    conditions = [*among, *_filters(query)]
    values = [value for _, some in conditions for value in some]
    sql = (
        "SELECT m.id, c.app, c.contact, m.sender, m.text, m.shown_at, m.seen "
        f"FROM {source} CROSS JOIN chats c ON c.id = m.chat "
        f"WHERE {' AND '.join(one for one, _ in conditions) or '1'} ORDER BY {order} LIMIT ?"
    )
    with engine.translated(history.path):
        rows = history.connection.execute(sql, (*values, limit)).fetchall()
    return tuple(Found(*row) for row in rows)


def _filters(query: Query) -> list[_Condition]:
    filters: list[_Condition] = []
    if query.contact:
        filters.append((r"c.contact LIKE ? ESCAPE '\'", (f"%{_escaped(query.contact)}%",)))
    if query.app:
        filters.append((r"c.app LIKE ? ESCAPE '\'", (_escaped(query.app),)))
    if query.since is not None:
        filters.append(("m.seen >= ?", (query.since,)))
    if query.until is not None:
        filters.append(("m.seen < ?", (query.until,)))
    return filters


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
