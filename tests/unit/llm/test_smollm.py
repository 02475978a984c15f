"""A real model streams a real answer through skill, prompt, client and parser."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from dataclasses import replace

import pytest

from copilot.core.asking import Drafted
from copilot.core.errors import KeyRejected
from copilot.core.model import Conversation, Draft, Message, Stance
from copilot.core.parsing import SuggestionParser
from copilot.core.ports import ModelEvent, TextDelta, Usage
from copilot.core.prompt import build
from copilot.core.redaction import Vault
from copilot.llm.client import StreamingModel
from copilot.llm.http import HttpStack
from tests.lab_llm.skills import skill
from tests.lab_llm.smollm import COMPLETE_GRAMMAR, REPLY_GRAMMAR, SmolServer, smollm

CHAT = Conversation("", (Message("me", "hey"), Message("them", "Shall we go to the cinema?")))


@pytest.fixture(scope="module")
def server() -> Iterator[SmolServer]:
    with smollm() as running:
        yield running


@pytest.fixture
async def http() -> AsyncGenerator[HttpStack, None]:
    stack = HttpStack()
    yield stack
    await stack.close()


def model_of(
    server: SmolServer, http: HttpStack, grammar: str = REPLY_GRAMMAR, key: str = ""
) -> StreamingModel:
    async def get_key(_name: str) -> str:
        return key or server.key

    return StreamingModel(server.options(grammar), http, get_key)


async def read(
    model: StreamingModel, name: str, draft: str
) -> tuple[tuple[Drafted, ...], list[ModelEvent]]:
    vault = Vault()
    parser = SuggestionParser(skill(name), vault)
    request = build(skill(name), CHAT, Draft(draft), vault)
    seen: list[ModelEvent] = []
    async with aclosing(model.stream(request)) as events:
        async for event in events:
            seen.append(event)
            if isinstance(event, TextDelta):
                parser.feed(event.text)
    return parser.finish(), seen


async def test_replies_in_three_stances(server: SmolServer, http: HttpStack) -> None:
    drafted, events = await read(model_of(server, http), "reply", "")
    assert [d.stance for d in drafted] == [Stance.AGREE, Stance.DECLINE, Stance.ASK]
    assert all(len(d.text) > 3 and d.whole and "|" not in d.text for d in drafted)
    assert sum(isinstance(event, TextDelta) for event in events) > 10
    assert any(isinstance(event, Usage) and event.prompt_tokens > 100 for event in events)


async def test_a_draft_is_finished(server: SmolServer, http: HttpStack) -> None:
    drafted, _ = await read(model_of(server, http, COMPLETE_GRAMMAR), "complete", "I would love")
    assert drafted
    assert all(d.stance is Stance.COMPLETE and d.text for d in drafted)


async def test_without_a_grammar_nothing_breaks(server: SmolServer, http: HttpStack) -> None:
    drafted, _ = await read(model_of(server, http, ""), "reply", "")
    assert len(drafted) <= 3


async def test_a_cancelled_answer_frees_the_engine(server: SmolServer, http: HttpStack) -> None:
    endless = replace(build(skill("reply"), CHAT, Draft(), Vault()), max_tokens=1400)
    events = model_of(server, http, 'root ::= "1|agree|" [a-z ]+').stream(endless)
    await anext(events)
    await events.aclose()
    # It computes for one at a time: the next would wait for half a minute behind that one.
    async with asyncio.timeout(15):
        drafted, _ = await read(model_of(server, http), "reply", "")
    assert drafted


async def test_a_wrong_key_is_rejected(server: SmolServer, http: HttpStack) -> None:
    with pytest.raises(KeyRejected):
        await read(model_of(server, http, key="wrong"), "reply", "")
