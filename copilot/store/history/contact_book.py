"""The contacts that are kept: found, shown, changed and forgotten, for commands and windows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from copilot.core.contacts import Contact, Wishes
from copilot.core.model import ChatIdentity
from copilot.store.history import contacts, forgetting
from copilot.store.history.database import NOTHING, HistoryDatabase
from copilot.store.history.text import clean

if TYPE_CHECKING:
    from sqlite3 import Connection

    from copilot.store.history.store import HistoryStore


@dataclass(frozen=True, slots=True)
class Entry:
    """One kept contact; `id` is the chat it belongs to."""

    id: int
    app: str
    contact: str
    app_name: str
    known: Contact


def entries(history: HistoryDatabase, contact: str = "", app: str = "") -> tuple[Entry, ...]:
    """All contacts of which something is kept, or those with that name or application.

    Compared without case. Raises HistoryError.
    """
    with history.reading() as db:
        rows = db.execute(
            "SELECT id, app, contact, app_name FROM chats JOIN contacts ON chat = id "
            "WHERE (? = '' OR contact = ? COLLATE NOCASE) AND (? = '' OR app = ? COLLATE NOCASE) "
            "ORDER BY app, contact",
            (contact, contact, app, app),
        ).fetchall()
        return tuple(Entry(*row, known=contacts.of_chat(db, row[0]) or Contact()) for row in rows)


def of(history: HistoryDatabase, chat: ChatIdentity) -> Contact:
    """What is known of the contact of this chat. Raises HistoryError."""
    with history.reading() as db:
        return contacts.of_chat(db, _row(db, chat)) or Contact()


def wish(history: HistoryDatabase, chat: ChatIdentity, wishes: Wishes) -> bool:
    """Keep what the person wants with this contact; false if that chat keeps nothing.

    Raises HistoryError.
    """
    with history.writing():
        row, keep = history.chat_of(chat)
        if row is None or keep == NOTHING:
            return False
        before = contacts.of_chat(history.connection, row) or Contact()
        after = Contact(wishes, before.manner, before.languages)
        contacts.set_contact(history.connection, row, after)
        return True


def forget(history: HistoryDatabase, chat: ChatIdentity) -> int:
    """Forget what is known of this contact, so that no file has it; returns how many (0 or 1).

    Raises HistoryError.
    """
    with history.reading() as db:
        row = _row(db, chat)
    return forgetting.forget_contact(history, row) if row else 0


def _row(db: Connection, chat: ChatIdentity) -> int:
    """The row of the chat, 0 if there is none."""
    key = (clean(chat.app), clean(chat.contact))
    found = db.execute("SELECT id FROM chats WHERE app = ? AND contact = ?", key).fetchone()
    return found[0] if found else 0


class StoredContacts:
    """Implements the port Contacts with the history, which learns from what it keeps."""

    def __init__(self, store: HistoryStore) -> None:
        self._store = store

    async def of(self, chat: ChatIdentity) -> Contact:
        """What is known, as the port says; nothing while the history is not open."""
        return await self._store.read(lambda history: of(history, chat), Contact())

    async def wish(self, chat: ChatIdentity, wishes: Wishes) -> None:
        """Keep it."""
        await self._store.write(lambda history: wish(history, chat, wishes))

    async def speak(self, chat: ChatIdentity, theirs: str, mine: str) -> None:
        """Keep it, and whatever else is wished by now, perhaps by a command."""

        def change(history: HistoryDatabase) -> None:
            wishes = replace(of(history, chat).wishes, language=theirs, mine=mine)
            wish(history, chat, wishes)

        await self._store.write(change)

    async def forget(self, chat: ChatIdentity) -> None:
        """Forget all of it."""
        await self._store.write(lambda history: forget(history, chat))
