"""Suggestions from this machine alone: quick replies to a message, topics for a quiet talk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from copilot.core.asking import Question
from copilot.core.model import Suggestion

if TYPE_CHECKING:
    # Loaded with what they look up, which is not at the start.
    from copilot.core.quick_replies import QuickReplies
    from copilot.core.topics import Topics


@dataclass(frozen=True, slots=True)
class Banks:
    """What suggestions are taken from."""

    replies: QuickReplies
    topics: Topics


_REMEMBERED = 16


class BankedReplies:
    """Implements the port InstantReplies; loading and looking up happen in a thread.

    The last answers are remembered: whoever opens the panel again sees them in its first frame.
    """

    def __init__(self, load: Callable[[], Banks]) -> None:
        """`load` reads the banks; it may take a while and is called once."""
        self._load = load
        self._loading: asyncio.Task[Banks] | None = None
        self._answers: dict[Question, tuple[Suggestion, ...]] = {}

    async def warm(self) -> Banks:
        """Load the banks, so that the first answer is quick."""
        if self._loading is None:
            loop = asyncio.get_running_loop()
            self._loading = loop.create_task(asyncio.to_thread(self._load), name="load banks")
        return await asyncio.shield(self._loading)

    async def suggest(self, question: Question) -> tuple[Suggestion, ...]:
        """Up to three suggestions, none where nothing fits."""
        known = self._answers.pop(question, None)
        answer = await self._look_up(question) if known is None else known
        self._answers[question] = answer
        if len(self._answers) > _REMEMBERED:
            del self._answers[next(iter(self._answers))]
        return answer

    async def _look_up(self, question: Question) -> tuple[Suggestion, ...]:
        banks = await self.warm()
        if question.section == "topics":
            return await asyncio.to_thread(
                banks.topics.suggest, question.conversation, question.turn
            )
        return await asyncio.to_thread(
            banks.replies.answer, question.conversation, question.draft, question.turn
        )


class NoReplies:
    """The null implementation: for people who switched quick replies off."""

    async def warm(self) -> None:
        """Nothing to load."""

    async def suggest(self, question: Question) -> tuple[Suggestion, ...]:
        """Nothing."""
        return ()
