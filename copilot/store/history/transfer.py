"""Taking the history along: JSON Lines that can be read back, and Markdown for people."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any, cast

from copilot.core.errors import InputError
from copilot.core.model import ME, THEM
from copilot.store.history import engine
from copilot.store.history.database import HistoryDatabase
from copilot.store.history.searching import Chat, messages

_HEAD = {"chat-copilot-history": 1}
_MESSAGE = ("place", "sender", "text", "shown_at", "seen")
_OFFER = ("made", "draft", "settled")
_SUGGESTION = ("text", "stance", "source", "outcome", "sent")
_REQUEST = (
    *("made", "provider", "model", "skill", "prompt_tokens", "completion_tokens"),
    *("nanos", "currency"),
)
_Same = tuple[str, str, str | None, float]
"""What makes two messages of a chat the same one; where they were said twice, they count twice."""


def as_json_lines(history: HistoryDatabase, chats: Iterable[Chat]) -> Iterator[str]:
    """Everything about these chats; what follows a line with a chat belongs to it."""
    yield _line(_HEAD)
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
        for row in _rows(history, "messages", _MESSAGE, "chat", chat.id, "place"):
            yield _line({"message": row})
        for row in _rows(history, "offers", ("id", *_OFFER), "chat", chat.id):
            suggestions = _rows(history, "suggestions", _SUGGESTION, "offer", row.pop("id"))
            yield _line({"offer": {**row, "suggestions": suggestions}})
        for row in _rows(history, "requests", _REQUEST, "chat", chat.id):
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
    added, chat, shift = 0, 0, 0.0
    here: Counter[_Same] = Counter()
    with engine.translated(history.path), engine.transaction(history.connection):
        for number, line in enumerate(lines, 1):
            try:
                value = cast("dict[str, Any]", json.loads(line))
                if number == 1:
                    if value != _HEAD:
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
                    _add(history, "messages", _MESSAGE, "chat", chat, moved, again=True)
                    added += 1
                elif kind == "offer":
                    _add_offer(history, chat, row)
                elif kind == "request":
                    _add(history, "requests", _REQUEST, "chat", chat, row)
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
    owner_id: int,
    order: str = "id",
) -> list[dict[str, Any]]:
    with engine.translated(history.path):
        found = history.connection.execute(
            f"SELECT {', '.join(columns)} FROM {table} WHERE {owner} = ? ORDER BY {order}",
            (owner_id,),
        ).fetchall()
    return [dict(zip(columns, row, strict=True)) for row in found]


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


def _add_offer(history: HistoryDatabase, chat: int, row: dict[str, Any]) -> None:
    offer = _add(history, "offers", _OFFER, "chat", chat, row)
    for suggestion in row["suggestions"] if offer else ():
        _add(history, "suggestions", _SUGGESTION, "offer", offer, suggestion, again=True)


def _add(
    history: HistoryDatabase,
    table: str,
    columns: tuple[str, ...],
    owner: str,
    owner_id: int,
    row: dict[str, Any],
    *,
    again: bool = False,
) -> int:
    """The new row, 0 if there is an equal one already and it must not be there `again`."""
    if not owner_id:
        raise ValueError("it belongs to no chat")
    values = (owner_id, *(row[column] for column in columns))
    names = (owner, *columns)
    db = history.connection
    same = " AND ".join(f"{name} IS ?" for name in names)
    if not again and db.execute(f"SELECT 1 FROM {table} WHERE {same}", values).fetchone():
        return 0
    marks = ", ".join("?" * len(values))
    done = db.execute(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", values)
    return done.lastrowid or 0
