"""Taking the history along: JSON Lines that can be read back, and Markdown for people."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, cast

from copilot.core.errors import InputError
from copilot.core.model import ME, THEM
from copilot.store.history import contacts, requests, translations
from copilot.store.history.database import HistoryDatabase
from copilot.store.history.searching import Chat, messages

_NAME, _VERSION = "chat-copilot-history", 2
_MESSAGE = ("place", "sender", "text", "shown_at", "seen")
_OFFER = ("made", "draft", "settled")
_SUGGESTION = ("text", "stance", "source", "outcome", "sent")
_DRAFT = ("made", "text", "written", "kind", "outcome", "sent")
_FIRST_REQUEST = (
    *("made", "provider", "model", "skill", "prompt_tokens", "completion_tokens"),
    *("nanos", "currency"),
)
"""What exports of version 1 say of a request."""
_JSON = ("messages", "hidden", "manner", "languages")
"""Columns that hold JSON."""
_Same = tuple[str, str, str | None, float]
"""What makes two messages of a chat the same one; where they were said twice, they count twice."""


def as_json_lines(
    history: HistoryDatabase, chats: Iterable[Chat], *, chatless: bool = False
) -> Iterator[str]:
    """Everything about these chats; what follows a line with a chat belongs to it.

    With `chatless` also the requests and translations that belong to no chat.
    """
    yield _line({_NAME: _VERSION})
    if chatless:
        yield from _without_order(history, None)
    for chat in chats:
        yield _line(
            {
                "chat": {
                    "app": chat.app,
                    "contact": chat.contact,
                    "app_name": chat.app_name,
                    "keep": chat.keep,
                }
            }
        )
        for row in _rows(history, "contacts", contacts.COLUMNS, "chat", chat.id, "chat"):
            yield _line({"contact": row})
        for row in _rows(history, "messages", _MESSAGE, "chat", chat.id, "place"):
            yield _line({"message": row})
        for row in _rows(history, "offers", ("id", *_OFFER), "chat", chat.id):
            suggestions = _rows(history, "suggestions", _SUGGESTION, "offer", row.pop("id"))
            yield _line({"offer": {**row, "suggestions": suggestions}})
        for row in _rows(history, "drafts", _DRAFT, "chat", chat.id):
            yield _line({"draft": row})
        yield from _without_order(history, chat.id)


def _without_order(history: HistoryDatabase, chat: int | None) -> Iterator[str]:
    for row in _rows(history, "translations", translations.COLUMNS, "chat", chat):
        yield _line({"translation": row})
    for row in _rows(history, "requests", requests.COLUMNS, "chat", chat):
        yield _line({"request": row})


def as_markdown(history: HistoryDatabase, chats: Iterable[Chat]) -> Iterator[str]:
    """What was said in these chats, under a heading for each chat and day."""
    for chat in chats:
        yield f"# {_plain(chat.contact)} ({_plain(chat.app_name)})"
        yield ""
        day = ""
        for message in messages(history, chat.id):
            when = datetime.fromtimestamp(message.seen)
            if day != (day := when.date().isoformat()):
                yield f"## {day}"
                yield ""
            who = {ME: "Me", THEM: chat.contact}.get(message.sender, message.sender)
            at = message.shown_at or f"{when:%H:%M}"
            yield f"**{_plain(who)}** {_plain(at)}  "
            yield from (_plain(line) + "  " for line in message.text.splitlines())
            yield ""


def read_back(history: HistoryDatabase, lines: Iterable[str]) -> int:
    """Add what an export holds and this history does not; returns how many messages.

    All or nothing. Raises InputError, which names the line, and HistoryError.
    """
    added, shift = 0, 0.0
    chat: int | None = None
    here: Counter[_Same] = Counter()
    with history.writing():
        for number, line in enumerate(lines, 1):
            try:
                value = cast("dict[str, Any]", json.loads(line))
                if number == 1:
                    if value.keys() != {_NAME} or value[_NAME] not in (1, _VERSION):
                        raise ValueError("not an export of this version")
                    continue
                ((kind, row),) = value.items()
                if kind == "chat":
                    chat = history.chat_id(row["app"], row["contact"], row["app_name"])
                    _set_keep(history, chat, str(row["keep"]))
                    shift, here = _shift(history, chat), _messages_here(history, chat)
                elif kind == "message":
                    same = (row["sender"], row["text"], row["shown_at"], row["seen"])
                    if here[same]:
                        here[same] -= 1
                        continue
                    moved = {**row, "place": row["place"] + shift}
                    _add(history, "messages", _MESSAGE, _owned(chat), moved, again=True)
                    added += 1
                else:
                    _ADD[kind](history, chat, row)
            except (ValueError, KeyError, TypeError, AttributeError):
                raise InputError(
                    f"Line {number} is not from an export of the history.",
                    "Nothing was read. `chat-copilot history export` writes such files.",
                ) from None
    return added


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _plain(text: str) -> str:
    # What Markdown would take for more than text.
    return "".join(f"\\{c}" if c in "\\`*_{}[]<>#|" else c for c in text)


def _rows(
    history: HistoryDatabase,
    table: str,
    columns: tuple[str, ...],
    owner: str,
    owner_id: int | None,
    order: str = "id",
) -> list[dict[str, Any]]:
    with history.reading() as db:
        found = db.execute(
            f"SELECT {', '.join(columns)} FROM {table} WHERE {owner} IS ? ORDER BY {order}",
            (owner_id,),
        ).fetchall()
    return [
        {
            name: json.loads(value) if name in _JSON else value
            for name, value in zip(columns, row, strict=True)
        }
        for row in found
    ]


def _set_keep(history: HistoryDatabase, chat: int, keep: str) -> None:
    history.connection.execute("UPDATE chats SET keep = ? WHERE id = ? AND keep = ''", (keep, chat))


def _shift(history: HistoryDatabase, chat: int) -> float:
    """What is read into a chat that goes on here is older than what it has."""
    lowest = history.connection.execute(
        "SELECT min(place) FROM messages WHERE chat = ?", (chat,)
    ).fetchone()[0]
    return 0.0 if lowest is None else lowest - 1e9


def _messages_here(history: HistoryDatabase, chat: int) -> Counter[_Same]:
    return Counter(
        history.connection.execute(
            "SELECT sender, text, shown_at, seen FROM messages WHERE chat = ?", (chat,)
        ).fetchall()
    )


def _add_offer(history: HistoryDatabase, chat: int | None, row: dict[str, Any]) -> None:
    offer = _add(history, "offers", _OFFER, _owned(chat), row)
    for suggestion in row["suggestions"] if offer else ():
        _add(history, "suggestions", _SUGGESTION, offer, suggestion, owner="offer", again=True)


def _add_draft(history: HistoryDatabase, chat: int | None, row: dict[str, Any]) -> None:
    _add(history, "drafts", _DRAFT, _owned(chat), row)


def _add_request(history: HistoryDatabase, chat: int | None, row: dict[str, Any]) -> None:
    known = tuple(name for name in requests.COLUMNS if name in row or name in _FIRST_REQUEST)
    packed = {
        **row,
        **{name: json.dumps(row[name], ensure_ascii=False) for name in _JSON if name in row},
    }
    _add(history, "requests", known, chat, packed)


def _add_translation(history: HistoryDatabase, chat: int | None, row: dict[str, Any]) -> None:
    marked = {**row, "same": translations.same(row["text"])}
    _add(history, "translations", (*translations.COLUMNS, "same"), chat, marked)


def _add_contact(history: HistoryDatabase, chat: int | None, row: dict[str, Any]) -> None:
    """What is known here is worth more than what was known when the export was made."""
    db, owner, contact = history.connection, _owned(chat), contacts.of_row(row)
    if contacts.of_chat(db, owner) is None:
        contacts.set_contact(db, owner, contact)


_ADD: Mapping[str, Callable[[HistoryDatabase, int | None, dict[str, Any]], None]] = {
    "offer": _add_offer,
    "draft": _add_draft,
    "request": _add_request,
    "translation": _add_translation,
    "contact": _add_contact,
}


def _owned(chat: int | None) -> int:
    if chat is None:
        raise ValueError("it belongs to no chat")
    return chat


def _add(
    history: HistoryDatabase,
    table: str,
    columns: tuple[str, ...],
    owner_id: int | None,
    row: dict[str, Any],
    *,
    owner: str = "chat",
    again: bool = False,
) -> int:
    """The new row, 0 if there is an equal one already and it must not be there `again`."""
    values = (owner_id, *(row[column] for column in columns))
    names = (owner, *columns)
    db = history.connection
    same = " AND ".join(f"{name} IS ?" for name in names)
    if not again and db.execute(f"SELECT 1 FROM {table} WHERE {same}", values).fetchone():
        return 0
    marks = ", ".join("?" * len(values))
    done = db.execute(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", values)
    return done.lastrowid or 0
