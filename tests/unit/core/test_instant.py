"""Suggestions from this machine: loaded once, off the loop, and by section."""

from __future__ import annotations

import asyncio
import threading

from copilot.core.asking import Question
from copilot.core.instant import BankedReplies, Banks, NoReplies
from copilot.core.model import ChatIdentity, Conversation, Draft, Message, Source
from copilot.core.ngrams import NgramMatcher
from copilot.core.quick_replies import QuickReplies
from copilot.core.reply_bank import parse_reply_bank
from copilot.core.topics import Topics, parse_topic_bank

REPLIES = """
[dinner]
exemplars.en = ["dinner tonight", "want to have dinner"]
[dinner.en.any]
agree = ["Sure!"]
decline = ["Sorry, can't"]
[none]
exemplars.en = ["what is your phone"]
"""
TOPICS = """
[openers.en]
friends = ["What are you up to?", "Seen anything good?"]
work = ["How is it going?"]
"""


def question(text: str, **more: object) -> Question:
    said = Conversation("anna", (Message("them", text), Message("me", "hi")))
    if "section" not in more:
        said = Conversation("anna", (Message("them", text),))
    return Question(ChatIdentity("a", "w", "anna"), said, Draft(), **more)  # pyright: ignore[reportArgumentType] keywords


class Loader:
    """Loads the banks and records in which threads."""

    def __init__(self) -> None:
        self.threads: list[int] = []

    def __call__(self) -> Banks:
        self.threads.append(threading.get_ident())
        bank = parse_reply_bank([REPLIES])
        return Banks(
            QuickReplies(bank, NgramMatcher(bank.lines)), Topics(parse_topic_bank([TOPICS]))
        )


async def test_loaded_once_and_not_on_the_loop() -> None:
    load = Loader()
    replies = BankedReplies(load)
    first, second = await asyncio.gather(replies.warm(), replies.warm())
    assert first is second
    assert len(load.threads) == 1
    assert load.threads[0] != threading.get_ident()


async def test_who_stops_waiting_does_not_stop_the_loading() -> None:
    load = Loader()
    replies = BankedReplies(load)
    impatient = asyncio.get_running_loop().create_task(replies.suggest(question("dinner tonight?")))
    await asyncio.sleep(0)
    impatient.cancel()
    await asyncio.gather(impatient, return_exceptions=True)
    assert await replies.suggest(question("dinner tonight?"))
    assert len(load.threads) == 1


async def test_replies_and_topics() -> None:
    replies = BankedReplies(Loader())
    told = await replies.suggest(question("dinner tonight?"))
    assert [s.text for s in told] == ["Sure!", "Sorry, can't"]
    assert {s.source for s in told} == {Source.INSTANT}
    assert await replies.suggest(question("what is your phone")) == ()
    topics = await replies.suggest(question("dinner tonight?", section="topics"))
    assert "Seen anything good?" in [s.text for s in topics]


async def test_only_the_latest_answers_are_remembered() -> None:
    replies = BankedReplies(Loader())
    first = await replies.suggest(question("dinner tonight?"))
    assert await replies.suggest(question("dinner tonight?")) is first
    for number in range(100):
        await replies.suggest(question(f"number {number}"))
    again = await replies.suggest(question("dinner tonight?"))
    assert again == first
    assert again is not first


async def test_switched_off() -> None:
    assert await NoReplies().suggest(question("dinner tonight?")) == ()
