"""Suggestions from this machine alone: quick replies to a message, topics for a quiet talk."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from copilot.core.asking import Question
from copilot.core.model import Suggestion
from copilot.core.quick_replies import QuickReplies
from copilot.core.topics import Topics


@dataclass(frozen=True, slots=True)
class Banks:
    """What suggestions are taken from."""

    replies: QuickReplies
    topics: Topics


class BankedReplies:
    """Implements the port InstantReplies; loading and looking up happen in a thread."""

    def __init__(self, load: Callable[[], Banks]) -> None:
        """`load` reads the banks; it may take a while and is called once."""
        self._load = load
        self._loading: asyncio.Task[Banks] | None = None

    async def warm(self) -> Banks:
        """Load the banks, so that the first answer is quick."""
        if self._loading is None:
            loop = asyncio.get_running_loop()
            self._loading = loop.create_task(asyncio.to_thread(self._load), name="load banks")
        return await asyncio.shield(self._loading)

    async def suggest(self, question: Question) -> tuple[Suggestion, ...]:
        """Up to three suggestions, none where nothing fits."""
        banks = await self.warm()
        if question.section == "topics":
            return banks.topics.suggest(question.conversation, question.turn)
        return await asyncio.to_thread(
            banks.replies.answer, question.conversation, question.draft, question.turn
        )


class NoReplies:
    """The null implementation: for people who switched quick replies off."""

    async def suggest(self, question: Question) -> tuple[Suggestion, ...]:
        """Nothing."""
        return ()
