"""Quick replies and topics behind their port: one look-up a question."""

from __future__ import annotations

from typing import cast

from copilot.core.asking import Question
from copilot.core.instant import BankedReplies, Banks
from copilot.core.model import Conversation, Draft, Source, Stance, Suggestion
from copilot.core.quick_replies import QuickReplies
from copilot.core.topics import Topics
from tests.fakes_desktop import ANNA


class CountingReplies:
    """Answers with the number of the look-up."""

    def __init__(self) -> None:
        self.asked = 0

    def answer(
        self, conversation: Conversation, draft: Draft, turn: int = 0
    ) -> tuple[Suggestion, ...]:
        self.asked += 1
        return (Suggestion(f"answer {self.asked}", Stance.AGREE, Source.INSTANT),)


def question(turn: int) -> Question:
    return Question(ANNA, Conversation("Anna"), Draft(), turn=turn)


async def test_the_same_question_is_answered_from_memory() -> None:
    replies = CountingReplies()
    banked = BankedReplies(lambda: Banks(cast(QuickReplies, replies), cast(Topics, None)))
    first = await banked.suggest(question(0))
    await banked.suggest(question(1))
    assert await banked.suggest(question(0)) == first
    assert replies.asked == 2


async def test_only_the_last_questions_are_remembered() -> None:
    replies = CountingReplies()
    banked = BankedReplies(lambda: Banks(cast(QuickReplies, replies), cast(Topics, None)))
    for turn in range(100):
        await banked.suggest(question(turn))
    await banked.suggest(question(99))
    assert replies.asked == 100
    await banked.suggest(question(0))
    assert replies.asked == 101
