"""What to expect of the person: how fast they type, and whether they are likely to reply."""

from __future__ import annotations

from dataclasses import dataclass

from copilot.core.model import ME, Conversation

_REMEMBERED = 24
"""So many gaps between keys are remembered, the latest ones."""
_ENOUGH = 6
"""With fewer nothing is known of this person yet."""
_THOUGHT = 2.0
"""Seconds: a longer gap was thought, not typing."""
_USUAL = 0.9
"""The share of gaps that are no pause."""
_LONGER = 1.5
"""A pause is so many times as long as a usual gap."""
_SHORTEST, _LONGEST = 0.35, 1.5
"""Seconds between which a pause always lies."""
_RECENT = 10
"""In a room, somebody who said nothing in so many messages is listening."""


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How the person types: `gaps` in seconds between changes of the draft, oldest first."""

    gaps: tuple[float, ...] = ()
    last: float | None = None

    def typed(self, at: float) -> Rhythm:
        """With one more change of the draft, at a monotonic time."""
        gap = at - self.last if self.last is not None else _THOUGHT
        known = (*self.gaps, gap)[-_REMEMBERED:] if gap < _THOUGHT else self.gaps
        return Rhythm(known, at)

    def pause(self, default: float) -> float:
        """From how many seconds on a gap is a pause; `default` while too little is known."""
        if len(self.gaps) < _ENOUGH:
            return default
        usual = sorted(self.gaps)[int(len(self.gaps) * _USUAL)]
        return min(max(usual * _LONGER, _SHORTEST), _LONGEST)


def reply_is_likely(conversation: Conversation) -> bool:
    """Whether the person will likely answer what was said last.

    Between two people, yes; in a room only if they have taken part lately.
    """
    messages = conversation.messages
    others = {message.sender for message in messages if message.sender != ME}
    return len(others) < 2 or any(message.sender == ME for message in messages[-_RECENT:])
