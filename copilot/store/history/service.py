"""The one factory of what is kept: history, contacts and translations, on disk or for a session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from copilot.core.contacts import SessionContacts
from copilot.core.memory import SessionTranslations
from copilot.core.ports import Contacts, History
from copilot.store.history.plain import LoggedHistory, NullHistory

if TYPE_CHECKING:
    from copilot.store.history.store import HistoryStore


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept; without a `store` for this session only, in memory."""

    history: History
    contacts: Contacts
    translations: SessionTranslations
    store: HistoryStore | None = None

    async def forget_session(self) -> None:
        """Forget what only this process remembers; what the store keeps has its own ways."""
        self.translations.forget()
        if self.store is not None:
            await self.store.look_again()
        elif isinstance(self.contacts, SessionContacts):
            self.contacts.forget_all()


def for_this_session(*, log_chats: bool = False) -> Kept:
    """Nothing is written, unless into the log of chats to find a bug."""
    contacts = SessionContacts()
    history = LoggedHistory(contacts) if log_chats else NullHistory(contacts)
    return Kept(history, contacts, SessionTranslations())


def kept_in(store: HistoryStore) -> Kept:
    """Everything goes into the history."""
    # Whoever keeps none need not load what keeps it.
    from copilot.store.history.contact_book import StoredContacts
    from copilot.store.history.translations import StoredTranslations

    translations = SessionTranslations(StoredTranslations(store))
    return Kept(store, StoredContacts(store), translations, store)
