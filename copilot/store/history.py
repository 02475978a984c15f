"""What is kept of chats: nothing yet. Encrypted history will take this place."""

from __future__ import annotations

from collections.abc import Sequence

from copilot.core.model import ChatView, Message, Suggestion


class NullHistory:
    """Keeps nothing; implements the port History."""

    async def saw(self, view: ChatView, new: Sequence[Message]) -> None:
        """Messages that were not seen before."""

    async def offered(self, view: ChatView, suggestions: Sequence[Suggestion]) -> None:
        """Suggestions that were shown."""

    async def took(self, view: ChatView, suggestion: Suggestion) -> None:
        """The suggestion that was written."""
