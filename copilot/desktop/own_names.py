"""Learns under which name a person writes, where an application does not mark their messages."""

from __future__ import annotations

from dataclasses import replace

from copilot.core.model import ME, THEM, Conversation

_SOON = 10.0  # seconds from sending until the message stands in the conversation


class OwnNames:
    """Whoever says what has just been sent from the draft is the person themself.

    Kept in memory only, per application.
    """

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._sent: dict[str, tuple[str, float]] = {}

    def sent(self, app: str, text: str, now: float) -> None:
        """A draft with this text has become empty at `now`, in seconds."""
        self._sent[app] = (text.strip(), now)

    def mark(self, app: str, conversation: Conversation, now: float) -> Conversation:
        """The conversation with one's own messages marked as such."""
        text, at = self._sent.get(app, ("", 0.0))
        last = conversation.messages[-1] if conversation.messages else None
        if last is not None and text and last.text.strip() == text and now - at <= _SOON:
            del self._sent[app]
            if last.sender not in (ME, THEM):
                self._names[app] = last.sender
        own = self._names.get(app)
        if own is None:
            return conversation
        messages = tuple(
            replace(each, sender=ME) if each.sender == own else each
            for each in conversation.messages
        )
        return replace(conversation, messages=messages)
