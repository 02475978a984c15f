"""History that keeps nothing, and history that goes into the log of chats."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from copilot.core.model import ChatView, Message, Suggestion
from copilot.store.logs import CHATS

_chats = logging.getLogger(CHATS)


class NullHistory:
    """Keeps nothing; implements the port History."""

    async def saw(self, view: ChatView, new: Sequence[Message]) -> None:
        """Messages that were not seen before."""

    async def offered(self, view: ChatView, suggestions: Sequence[Suggestion]) -> None:
        """Suggestions that were shown."""

    async def took(self, view: ChatView, suggestion: Suggestion) -> None:
        """The suggestion that was written."""


class LoggedHistory:
    """Writes what happens into the log of chats, for `--log-chats`."""

    async def saw(self, view: ChatView, new: Sequence[Message]) -> None:
        """Messages that were not seen before."""
        for message in new:
            _chats.info("%s: %s wrote %r", view.identity, message.sender, message.text)

    async def offered(self, view: ChatView, suggestions: Sequence[Suggestion]) -> None:
        """Suggestions that were shown."""
        _chats.info("%s: offered %r", view.identity, [s.text for s in suggestions])

    async def took(self, view: ChatView, suggestion: Suggestion) -> None:
        """The suggestion that was written."""
        _chats.info("%s: took %r", view.identity, suggestion.text)
