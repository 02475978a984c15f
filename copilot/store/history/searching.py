"""Finding messages again: any language, any part of a word, newest first."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copilot.core.inspection import Sent
from copilot.core.model import ME
from copilot.store.history import engine, requests
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
    and `until` are seconds since 1970, about when a message was first seen. `chat` is the id of
    one, 0 for any; `who` is "me", "others" or "" for anybody's messages. With `before`, only what
    follows that row in the order of what is found: the next page.
    """

    text: str = ""
    contact: str = ""
    app: str = ""
    since: float | None = None
    until: float | None = None
    chat: int = 0
    who: str = ""
    before: int = 0


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
        matching: list[_Condition] = [
            ("words MATCH ?", (" ".join(_quoted(word) for word in long),)),
            *_next_page(query, "w.rowid"),
        ]
        return _select(history, source, order, [*matching, *_likes(short)], query, limit)
    among: Sequence[_Condition] = [*_likes(short), *_next_page(query, "m.id")]
    if query.chat and not short:
        # All of a chat in its own order, for which there is an index.
        after = "m.place < (SELECT place FROM messages WHERE id = ?)"
        page: list[_Condition] = [(after, (query.before,))] if query.before else []
        return _select(history, "messages m", "m.place DESC", page, query, limit)
    if short:
        recent = (f"m.id > (SELECT max(id) FROM messages) - {_NEWEST}", ())
        found = _select(history, "messages m", "m.id DESC", [recent, *among], query, limit)
        if len(found) >= limit:
            return found
        among = [
            ("m.id IN (SELECT doc FROM runs WHERE term >= ? AND term < ?)", (low, low + _LAST))
            for low in (word.lower() for word in short)
        ]
        among = [*among, *_next_page(query, "m.id")]
    return _select(history, "messages m", "m.id DESC", among, query, limit)


@dataclass(frozen=True, slots=True)
class FoundTranslation:
    """One kept translation; `app` and `contact` are "" where it belongs to no chat."""

    id: int
    app: str
    contact: str
    text: str
    result: str
    source: str
    target: str
    model: str
    made: float


def search_translations(
    history: HistoryDatabase, query: Query, limit: int = 50
) -> tuple[FoundTranslation, ...]:
    """The newest translations that have every word in text or result. Raises HistoryError."""
    words = query.text.split()
    long = [word for word in words if len(word) >= _SHORTEST]
    conditions: list[_Condition] = [
        (r"(t.text LIKE ? ESCAPE '\' OR t.result LIKE ? ESCAPE '\')", (like, like))
        for like in (f"%{_escaped(word)}%" for word in words if len(word) < _SHORTEST)
    ]
    source, order = "translations t", "t.id DESC"
    if long:
        source = "translated w JOIN translations t ON t.id = w.rowid"
        order = "w.rowid DESC"
        conditions.append(("translated MATCH ?", (" ".join(_quoted(word) for word in long),)))
    page = _next_page(query, "w.rowid" if long else "t.id")
    where, values = _where([*conditions, *page, *_filters(query, "t.made")])
    with history.reading() as db:
        rows = db.execute(
            "SELECT t.id, coalesce(c.app, ''), coalesce(c.contact, ''), t.text, t.result, "
            f"t.source, t.target, t.model, t.made FROM {source} LEFT JOIN chats c ON c.id = t.chat "
            f"WHERE {where} ORDER BY {order} LIMIT ?",
            (*values, limit),
        ).fetchall()
    return tuple(FoundTranslation(*row) for row in rows)


def search_requests(history: HistoryDatabase, query: Query, limit: int = 50) -> tuple[Sent, ...]:
    """The newest requests whose masked text, provider or model has every word.

    They are as they left: what their placeholders stood for is not kept. Raises HistoryError.
    """
    conditions: list[_Condition] = [
        (r"(r.messages || ' ' || r.provider || ' ' || r.model) LIKE ? ESCAPE '\'", (like,))
        for like in (f"%{_escaped(word)}%" for word in map(_in_json, query.text.split()))
    ]
    if query.before:
        after = "(r.made, r.id) < (SELECT made, id FROM requests WHERE id = ?)"
        conditions.append((after, (query.before,)))
    where, values = _where([*conditions, *_filters(query, "r.made")])
    with history.reading() as db:
        return tuple(requests.read(db, where, values, limit))


def sent(history: HistoryDatabase, limit: int = 50) -> tuple[Sent, ...]:
    """The newest requests. Raises HistoryError."""
    return search_requests(history, Query(), limit)


_Condition = tuple[str, tuple[str | float, ...]]


def _next_page(query: Query, row: str) -> list[_Condition]:
    return [(f"{row} < ?", (query.before,))] if query.before else []


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
    where, values = _where([*among, *_filters(query)])
    sql = (
        "SELECT m.id, c.app, c.contact, m.sender, m.text, m.shown_at, m.seen "
        f"FROM {source} CROSS JOIN chats c ON c.id = m.chat "
        f"WHERE {where} ORDER BY {order} LIMIT ?"
    )
    with engine.translated(history.path):
        rows = history.connection.execute(sql, (*values, limit)).fetchall()
    return tuple(Found(*row) for row in rows)


def _where(conditions: Sequence[_Condition]) -> tuple[str, list[str | float]]:
    values = [value for _, some in conditions for value in some]
    return " AND ".join(one for one, _ in conditions) or "1", values


def _filters(query: Query, when: str = "m.seen") -> list[_Condition]:
    filters: list[_Condition] = []
    if query.contact:
        filters.append((r"c.contact LIKE ? ESCAPE '\'", (f"%{_escaped(query.contact)}%",)))
    if query.app:
        filters.append((r"c.app LIKE ? ESCAPE '\'", (_escaped(query.app),)))
    if query.chat:
        filters.append((f"{when.partition('.')[0]}.chat = ?", (query.chat,)))
    if query.who and when == "m.seen":
        filters.append((f"m.sender {'=' if query.who == 'me' else '<>'} ?", (ME,)))
    if query.since is not None:
        filters.append((f"{when} >= ?", (query.since,)))
    if query.until is not None:
        filters.append((f"{when} < ?", (query.until,)))
    return filters


def _escaped(text: str) -> str:
    return "".join(f"\\{c}" if c in "\\%_" else c for c in text)


def _in_json(word: str) -> str:
    # As the texts of a request are kept.
    return json.dumps(word, ensure_ascii=False)[1:-1]


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


def counts(history: HistoryDatabase) -> dict[str, int]:
    """How much is kept beside messages. Raises HistoryError."""
    with history.reading() as db:
        return {
            table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("suggestions", "drafts", "translations", "requests", "contacts")
        }
