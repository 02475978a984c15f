"""The client against aimock, which others wrote after the real servers: every fault it can play."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterator
from contextlib import aclosing
from typing import Any

import httpx
import pytest

from copilot.core.catalogue import Dialect
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
from copilot.core.ports import Finished, ModelEvent, ModelMessage, ModelRequest, TextDelta
from copilot.core.prompt import build
from copilot.core.redaction import Vault, public
from copilot.llm.client import StreamingModel
from copilot.llm.http import HttpStack
from copilot.llm.options import ProviderOptions
from copilot.llm.probe import list_models
from tests.lab_llm.aimock import aimock
from tests.lab_llm.hasty import HastyClock
from tests.lab_llm.record import PATHS
from tests.lab_llm.skills import skill

LONG = "好的 👋, that is a long answer. " * 20


def fault(model: str, status: int, kind: str, **more: Any) -> dict[str, Any]:
    error = {"message": "chat words", "type": kind}
    return {"match": {"model": model}, "response": {"error": error, "status": status, **more}}


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
    fault("limited", 429, "rate_limit_error", retryAfter=7),
    fault("down", 500, "server_error"),
    fault("overloaded", 529, "overloaded_error"),
    fault("unknown", 404, "model_not_found"),
]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with aimock(FIXTURES, tmp_path_factory.mktemp("aimock")) as base_url:
        yield base_url.removesuffix("/v1")


@pytest.fixture(params=list(PATHS))
def dialect(request: pytest.FixtureRequest) -> Dialect:
    return request.param


@pytest.fixture
async def http() -> AsyncGenerator[HttpStack, None]:
    stack = HttpStack(clock=HastyClock())
    yield stack
    await stack.close()


class Models:
    """The models of aimock in one dialect."""

    def __init__(self, address: str, dialect: Dialect, http: HttpStack) -> None:
        self._address = address + PATHS[dialect]
        self._dialect: Dialect = dialect
        self._http = http
        self._made = 0

    def options(self, name: str, attempts: int = 1) -> ProviderOptions:
        self._made += 1
        # Each is a provider of its own, so that none rests because another one failed.
        return ProviderOptions(
            f"aimock {self._made}",
            self._address,
            name,
            "mine",
            dialect=self._dialect,
            attempts=attempts,
        )

    def __call__(self, name: str, attempts: int = 1) -> StreamingModel:
        return StreamingModel(self.options(name, attempts), self._http, get_key)


@pytest.fixture
def models(address: str, dialect: Dialect, http: HttpStack) -> Models:
    return Models(address, dialect, http)


async def get_key(name: str) -> str:
    return f"key of {name}"


HELLO = ModelRequest((ModelMessage("user", public("hello")),))


async def ask(model: StreamingModel, request: ModelRequest = HELLO) -> list[ModelEvent]:
    async with aclosing(model.stream(request)) as events:
        return [event async for event in events]


def text_of(events: list[ModelEvent]) -> str:
    return "".join(event.text for event in events if isinstance(event, TextDelta))


async def test_a_long_answer_comes_whole(models: Models) -> None:
    events = await ask(models("long"))
    assert text_of(events) == LONG
    assert events[-1] == Finished("stop")


@pytest.mark.parametrize("name", ["good", "thinks"])
async def test_from_a_conversation_to_suggestions(name: str, models: Models) -> None:
    vault = Vault()
    asked = Conversation("", (Message("them", "dinner tonight? call 13812345678"),))
    request = build(skill("reply"), asked, Draft(), vault)
    parser = SuggestionParser(skill("reply"), vault)
    for event in await ask(models(name), request):
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
async def test_faults(name: str, kind: type[ModelError], models: Models) -> None:
    with pytest.raises(kind) as raised:
        await ask(models(name))
    assert "chat words" not in str(raised.value)
    assert raised.value.hint
    # The stack goes on after every fault.
    assert await ask(models("long"))


async def test_how_long_to_wait_is_told(models: Models) -> None:
    with pytest.raises(RateLimited) as raised:
        await ask(models("limited"))
    assert raised.value.retry_after == 7


async def test_a_slow_answer_can_be_left(models: Models) -> None:
    async with asyncio.timeout(5), aclosing(models("slow").stream(HELLO)) as slow:
        assert isinstance(await anext(slow), TextDelta)


async def test_models_are_listed(models: Models, http: HttpStack) -> None:
    assert isinstance(await list_models(models.options("long"), http, "key", 5), tuple)


async def test_chaos_gives_whole_answers_or_errors_of_ours(address: str, models: Models) -> None:
    rates = {
        "dropRate": 0.3,
        "malformedRate": 0.2,
        "disconnectRate": 0.2,
        "rateLimitRate": 0.2,
    }
    outcomes: list[str] = []
    async with httpx.AsyncClient() as control:
        url = f"{address}/__aimock/chaos"
        (await control.post(url, json=rates)).raise_for_status()
        try:
            for _ in range(25):
                try:
                    events = await ask(models("long", attempts=3))
                except (ProviderFailed, StreamBroken, RateLimited):
                    outcomes.append("error")
                else:
                    assert text_of(events) == LONG
                    outcomes.append("answer")
        finally:
            (await control.delete(url)).raise_for_status()
    assert "answer" in outcomes
