"""One question to a model, from skill and conversation to suggestions as their text arrives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from copilot.core.model import ChatIdentity, Conversation, Draft, Section, Stance, Suggestion


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked about: two equal questions have the same answer.

    `turn` counts how often the person asked for other suggestions, `wish` says what they want of
    them ("" for nothing in particular).
    """

    chat: ChatIdentity
    conversation: Conversation
    draft: Draft
    section: Section = "replies"
    turn: int = 0
    wish: str = ""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A suggestion as far as it has arrived; `whole` once no more text will come."""

    text: str
    stance: Stance
    whole: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as far as it has arrived.

    `masked` is how many private items were replaced before the text left, at the level `masking`
    (see core.private; "" where nobody was asked), `tokens` what the provider counted (0 until it
    said so), `estimated` where it did not. `cost` and `expected` are
    for people, as in PanelState.
    """

    drafted: tuple[Drafted, ...] = ()
    whole: bool = False
    model: str = ""
    masked: int = 0
    masking: str = ""
    tokens: int = 0
    estimated: bool = False
    cost: str = ""
    expected: str = ""


class InstantReplies(Protocol):
    """Suggestions from this machine alone."""

    async def suggest(self, question: Question) -> tuple[Suggestion, ...]:
        """Within 50 ms; empty where nothing fits."""
        ...
