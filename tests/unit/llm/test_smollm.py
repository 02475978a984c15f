"""A real model streams a real answer through skill, prompt, client and parser."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from dataclasses import replace

import httpx
import pytest

from copilot.core.asking import Drafted
from copilot.core.catalogue import Dialect
from copilot.core.errors import KeyRejected
from copilot.core.model import Conversation, Draft, Message, Stance
from copilot.core.parsing import SuggestionParser
from copilot.core.ports import (
    Finished,
    ModelEvent,
    ModelMessage,
    ModelRequest,
    TextDelta,
    Usage,
)
from copilot.core.prompt import build
from copilot.core.redaction import Vault, public
from copilot.llm.client import StreamingModel
from copilot.llm.http import HttpStack
from tests.lab_llm.skills import skill
from tests.lab_llm.smollm import COMPLETE_GRAMMAR, REPLY_GRAMMAR, SmolServer, smollm

CHAT = Conversation("", (Message("me", "hey"), Message("them", "Shall we go to the cinema?")))


LONG_GRAMMAR = "root ::= [a-z ]+"
STORY = ModelRequest((ModelMessage("user", public("Tell me a story.")),), max_tokens=24)


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
    server: SmolServer,
    http: HttpStack,
    grammar: str = REPLY_GRAMMAR,
    key: str = "",
    dialect: Dialect = "openai",
) -> StreamingModel:
    async def get_key(_name: str) -> str:
        return key or server.key

    options = replace(server.options(grammar), dialect=dialect)
    if grammar is LONG_GRAMMAR:
        options = replace(options, extra={**options.extra, "ignore_eos": True})
    return StreamingModel(options, http, get_key)


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


@pytest.mark.parametrize("dialect", ["openai", "anthropic"])
async def test_a_real_stream(dialect: Dialect, server: SmolServer, http: HttpStack) -> None:
    said = [
        event async for event in model_of(server, http, LONG_GRAMMAR, dialect=dialect).stream(STORY)
    ]
    *words, counted, end = said
    assert all(isinstance(event, TextDelta) for event in words)
    assert len(words) > 10
    assert isinstance(counted, Usage)
    assert counted.prompt_tokens > 10
    assert counted.completion_tokens >= len(words)
    assert end == Finished("length")


@pytest.mark.parametrize("dialect", ["openai", "anthropic"])
async def test_a_cancelled_answer_frees_the_engine(
    dialect: Dialect, server: SmolServer, http: HttpStack
) -> None:
    events = model_of(server, http, LONG_GRAMMAR, dialect=dialect).stream(
        replace(STORY, max_tokens=1400)
    )
    await anext(events)
    assert await computes(server)
    await events.aclose()
    async with asyncio.timeout(10):  # to write all of it would take half a minute
        while await computes(server):
            pass


async def computes(server: SmolServer) -> bool:
    """What the server says of the one answer that it can be busy with."""
    url = f"{server.base_url.removesuffix('/v1')}/slots"
    async with httpx.AsyncClient() as client:
        answer = await client.get(url, headers={"Authorization": f"Bearer {server.key}"})
    return any(slot["is_processing"] for slot in answer.json())


async def test_a_wrong_key_is_rejected(server: SmolServer, http: HttpStack) -> None:
    with pytest.raises(KeyRejected):
        await read(model_of(server, http, key="wrong"), "reply", "")
