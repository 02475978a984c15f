"""The client against aimock, which others wrote after the real servers: every fault it can play."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from typing import Any

import pytest

from copilot.core.errors import (
    KeyRejected,
    ModelError,
    ProviderFailed,
    RateLimited,
    RequestRefused,
    StreamBroken,
)
from copilot.core.model import Conversation, Draft, Message, Stance
from copilot.core.parsing import SuggestionParser
from copilot.core.ports import ModelEvent, ModelMessage, ModelRequest, TextDelta
from copilot.core.prompt import build
from copilot.core.redaction import Vault, public
from copilot.llm.client import StreamingModel
from copilot.llm.http import HttpStack
from copilot.llm.options import ProviderOptions
from tests.lab_llm.aimock import aimock
from tests.lab_llm.skills import skill

LONG = "好的 👋, that is a long answer. " * 20


def fault(model: str, status: int, kind: str) -> dict[str, Any]:
    error = {"message": "chat words", "type": kind}
    return {"match": {"model": model}, "response": {"error": error, "status": status}}


REPLIES = "1|agree|yes please\n2|decline|sorry, not ⟨PHONE_1⟩\n3|ask|when?"
FIXTURES: list[dict[str, Any]] = [
    {"match": {"model": "good", "userMessage": "[them] dinner"}, "response": {"content": REPLIES}},
    {
        "match": {"model": "thinks"},
        "response": {"content": REPLIES, "reasoning": "1|agree|a thought"},
    },
    {"match": {"model": "long"}, "response": {"content": LONG}},
    {"match": {"model": "slow"}, "response": {"content": LONG}, "latency": 500},
    {
        "match": {"model": "cut"},
        "response": {"content": LONG},
        "latency": 5,
        "truncateAfterChunks": 4,
    },
    {
        "match": {"model": "dropped"},
        "response": {"content": LONG},
        "latency": 20,
        "disconnectAfterMs": 60,
    },
    {"match": {"model": "malformed"}, "response": {"content": "x"}, "chaos": {"malformedRate": 1}},
    {"match": {"model": "no"}, "response": {"content": "x"}, "chaos": {"disconnectRate": 1}},
    fault("key", 401, "invalid_request_error"),
    fault("limited", 429, "rate_limit_error"),
    fault("down", 500, "server_error"),
    fault("overloaded", 529, "overloaded_error"),
    fault("unknown", 404, "model_not_found"),
]


@pytest.fixture(scope="module")
def base_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with aimock(FIXTURES, tmp_path_factory.mktemp("aimock")) as address:
        yield address


@pytest.fixture
async def http() -> AsyncGenerator[HttpStack, None]:
    stack = HttpStack()
    yield stack
    await stack.close()


async def get_key(name: str) -> str:
    return f"key of {name}"


def model_at(base_url: str, http: HttpStack, name: str) -> StreamingModel:
    options = ProviderOptions("aimock", base_url, name, "mine", attempts=1)
    return StreamingModel(options, http, get_key)


HELLO = ModelRequest((ModelMessage("user", public("hello")),))


async def ask(model: StreamingModel, request: ModelRequest = HELLO) -> list[ModelEvent]:
    async with aclosing(model.stream(request)) as events:
        return [event async for event in events]


async def test_a_long_answer_comes_whole(base_url: str, http: HttpStack) -> None:
    events = await ask(model_at(base_url, http, "long"))
    assert "".join(e.text for e in events if isinstance(e, TextDelta)) == LONG


@pytest.mark.parametrize("name", ["good", "thinks"])
async def test_from_a_conversation_to_suggestions(
    name: str, base_url: str, http: HttpStack
) -> None:
    vault = Vault()
    asked = Conversation("", (Message("them", "dinner tonight? call 13812345678"),))
    request = build(skill("reply"), asked, Draft(), vault)
    parser = SuggestionParser(skill("reply"), vault)
    for event in await ask(model_at(base_url, http, name), request):
        if isinstance(event, TextDelta):
            parser.feed(event.text)
    assert [(d.stance, d.text) for d in parser.finish()] == [
        (Stance.AGREE, "yes please"),
        (Stance.DECLINE, "sorry, not 13812345678"),
        (Stance.ASK, "when?"),
    ]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("key", KeyRejected),
        ("limited", RateLimited),
        ("down", ProviderFailed),
        ("overloaded", ProviderFailed),
        ("unknown", RequestRefused),
        ("cut", StreamBroken),
        ("dropped", StreamBroken),
        ("malformed", StreamBroken),
        ("no", StreamBroken),
    ],
)
async def test_faults(name: str, kind: type[ModelError], base_url: str, http: HttpStack) -> None:
    with pytest.raises(kind) as raised:
        await ask(model_at(base_url, http, name))
    assert "chat words" not in str(raised.value)
    # The stack goes on after every fault.
    assert await ask(model_at(base_url, http, "long"))


async def test_a_slow_answer_can_be_left(base_url: str, http: HttpStack) -> None:
    async with asyncio.timeout(5), aclosing(model_at(base_url, http, "slow").stream(HELLO)) as slow:
        assert isinstance(await anext(slow), TextDelta)
