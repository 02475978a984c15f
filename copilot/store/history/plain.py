"""History that keeps nothing beyond the session, and history that goes into the log of chats."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from copilot.core.contacts import SessionContacts
from copilot.core.inspection import Sent
from copilot.core.model import ChatView, Message, Suggestion
from copilot.store.logs import CHATS

_chats = logging.getLogger(CHATS)


class NullHistory:
    """Keeps nothing; implements the port History. Contacts learn from it for this session."""

    def __init__(self, contacts: SessionContacts | None = None) -> None:
        self._contacts = contacts or SessionContacts()

    async def saw(self, view: ChatView, new: Sequence[Message]) -> None:
        """Messages that were not seen before."""
        self._contacts.saw(view.identity, new)

    async def offered(self, view: ChatView, suggestions: Sequence[Suggestion]) -> None:
        """Suggestions that were shown."""

    async def took(self, view: ChatView, suggestion: Suggestion, written: str = "") -> None:
        """The suggestion that was written."""

    async def replaced(self, view: ChatView, text: str) -> None:
        """The text that was written."""

    async def undid(self, view: ChatView) -> None:
        """It was taken out again."""

    async def dismissed(self, view: ChatView) -> None:
        """What was offered was not wanted."""

    async def asked(self, sent: Sent) -> None:
        """A call to a model."""


class LoggedHistory(NullHistory):
    """Writes what happens into the log of chats, for `--log-chats`."""

    async def saw(self, view: ChatView, new: Sequence[Message]) -> None:
        """Messages that were not seen before."""
        await super().saw(view, new)
        for message in new:
            _chats.info("%s: %s wrote %r", view.identity, message.sender, message.text)

    async def offered(self, view: ChatView, suggestions: Sequence[Suggestion]) -> None:
        """Suggestions that were shown."""
        _chats.info("%s: offered %r", view.identity, [s.text for s in suggestions])

    async def took(self, view: ChatView, suggestion: Suggestion, written: str = "") -> None:
        """The suggestion that was written."""
        _chats.info("%s: took %r", view.identity, written or suggestion.text)

    async def replaced(self, view: ChatView, text: str) -> None:
        """The text that was written."""
        _chats.info("%s: put %r for the draft", view.identity, text)

    async def undid(self, view: ChatView) -> None:
        """It was taken out again."""
        _chats.info("%s: undid", view.identity)

    async def dismissed(self, view: ChatView) -> None:
        """What was offered was not wanted."""
        _chats.info("%s: dismissed", view.identity)

    async def asked(self, sent: Sent) -> None:
        """A call to a model."""
        _chats.info("asked %s with %r", sent.model, [message.text for message in sent.messages])
