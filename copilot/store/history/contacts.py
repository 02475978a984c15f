"""What is known of contacts, as the history keeps it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, get_args

from copilot.core.contacts import Contact, Wishes, with_messages
from copilot.core.manner import as_numbers, of_counts, of_numbers
from copilot.core.memory import Formality
from copilot.core.model import Message
from copilot.store.history.text import clean

if TYPE_CHECKING:
    from sqlite3 import Connection

COLUMNS = ("note", "language", "mine", "formality", "manner", "languages")
"""All but the chat that it belongs to."""


def of_chat(db: Connection, chat: int) -> Contact | None:
    """What is known of the contact of this chat."""
    row = db.execute(
        f"SELECT {', '.join(COLUMNS)} FROM contacts WHERE chat = ?", (chat,)
    ).fetchone()
    if row is None:
        return None
    *wishes, manner, languages = row
    values = (*wishes, json.loads(manner), json.loads(languages))
    return of_row(dict(zip(COLUMNS, values, strict=True)))


def of_row(row: Mapping[str, Any]) -> Contact:
    """The contact of these columns, their JSON read. Raises KeyError, TypeError, ValueError."""
    if row["formality"] not in get_args(Formality):
        raise ValueError("no formality")
    wishes = Wishes(str(row["note"]), str(row["language"]), str(row["mine"]), row["formality"])
    return Contact(wishes, of_numbers(row["manner"]), of_counts(row["languages"]))


def set_contact(db: Connection, chat: int, contact: Contact) -> None:
    """Keep it; in a transaction of the caller."""
    wishes = contact.wishes
    values = (
        *(clean(wishes.note), clean(wishes.language), clean(wishes.mine), wishes.formality),
        json.dumps(as_numbers(contact.manner), ensure_ascii=False),
        json.dumps(dict(contact.languages)),
    )
    db.execute(
        f"INSERT OR REPLACE INTO contacts (chat, {', '.join(COLUMNS)}) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (chat, *values),
    )


def learn(db: Connection, chat: int, new: Iterable[Message]) -> None:
    """Learn from messages that were not kept before; in a transaction of the caller."""
    before = of_chat(db, chat) or Contact()
    after = with_messages(before, new)
    if after != before:
        set_contact(db, chat, after)
