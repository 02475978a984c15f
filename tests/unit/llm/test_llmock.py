"""The client judged by llmock: it breaks on purpose and says what the client did wrong."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing

import pytest
from llmock.pytest_plugin import LLMock

from copilot.core.catalogue import Dialect
from copilot.core.errors import (
    KeyRejected,
    ModelError,
    ProviderFailed,
    ProviderTimeout,
    RateLimited,
    RequestRefused,
    StreamBroken,
)
from copilot.core.ports import Finished, ModelMessage, ModelRequest, TextDelta
from copilot.core.redaction import public
from copilot.llm.client import StreamingModel
from copilot.llm.fallback import FallbackModel
from copilot.llm.http import HttpStack
from copilot.llm.options import ProviderOptions

REQUEST = ModelRequest((ModelMessage("user", public("hello")),))
PATHS: dict[Dialect, str] = {"openai": "", "anthropic": "/v1", "gemini": "/v1beta"}
"""What follows the address that llmock tells of each."""

WORDS = " ".join(f"word{number}" for number in range(60))


async def get_key(name: str) -> str:
    return f"key-of-{name}"


@pytest.fixture(params=list(PATHS))
def dialect(request: pytest.FixtureRequest) -> Dialect:
    return request.param


@pytest.fixture
async def http() -> AsyncGenerator[HttpStack, None]:
    stack = HttpStack()
    yield stack
    await stack.close()


def model_at(
    llmock: LLMock, dialect: Dialect, http: HttpStack, silence: float = 20.0
) -> StreamingModel:
    options = ProviderOptions(
        "llmock",
        llmock.base_url(dialect) + PATHS[dialect],
        "some-model",
        "mine",
        dialect=dialect,
        silence_timeout=silence,
    )
    return StreamingModel(options, http, get_key)


async def ask(model: StreamingModel | FallbackModel) -> str:
    said = ""
    async with aclosing(model.stream(REQUEST)) as events:
        async for event in events:
            if isinstance(event, TextDelta):
                said += event.text
            elif isinstance(event, Finished):
                assert event.reason == "stop"
    return said


async def test_what_passes(llmock: LLMock, dialect: Dialect, http: HttpStack) -> None:
    """Faults that are over after a moment: the answer comes, and the client waited as asked."""
    model = model_at(llmock, dialect, http)
    llmock.reply(WORDS, times=None)
    llmock.rate_limit(times=2, retry_after=0.2)
    assert await ask(model) == WORDS
    llmock.fail(503)
    assert await ask(model) == WORDS
    llmock.fail(529)
    assert await ask(model) == WORDS
    assert len(llmock.requests) == 7
    llmock.assert_resilient(strict=True)


@pytest.mark.parametrize(
    ("status", "kind"),
    [(400, RequestRefused), (401, KeyRejected), (403, KeyRejected), (404, RequestRefused)],
)
async def test_what_does_not_pass_is_not_tried_again(
    status: int, kind: type[ModelError], llmock: LLMock, dialect: Dialect, http: HttpStack
) -> None:
    llmock.fail(status, times=None)
    with pytest.raises(kind):
        await ask(model_at(llmock, dialect, http))
    assert len(llmock.requests) == 1
    llmock.assert_resilient(strict=True)


async def test_an_outage_is_given_up(llmock: LLMock, dialect: Dialect, http: HttpStack) -> None:
    llmock.outage()
    with pytest.raises(ProviderFailed):
        await ask(model_at(llmock, dialect, http))
    assert len(llmock.requests) == 3
    llmock.assert_resilient()


async def test_a_long_wait_is_told_instead(
    llmock: LLMock, dialect: Dialect, http: HttpStack
) -> None:
    llmock.rate_limit(times=None, retry_after=30)
    with pytest.raises(RateLimited) as raised:
        await ask(model_at(llmock, dialect, http))
    assert raised.value.retry_after == 30
    assert len(llmock.requests) == 1
    llmock.assert_resilient()


@pytest.mark.parametrize("fault", ["truncate", "disconnect", "corrupt"])
async def test_half_an_answer_is_no_answer(
    fault: str, llmock: LLMock, dialect: Dialect, http: HttpStack
) -> None:
    llmock.reply(WORDS, times=None)
    llmock.pace(50)  # so that it can see whether the client goes on reading
    breaking = {"truncate": llmock.truncate, "disconnect": llmock.disconnect}
    breaking.get(fault, llmock.corrupt)(after_chunks=5)
    with pytest.raises(StreamBroken):
        await ask(model_at(llmock, dialect, http))
    assert len(llmock.requests) == 1  # it has seen the end of that one
    llmock.pace(0)
    # What the person does then.
    assert await ask(model_at(llmock, dialect, http)) == WORDS
    llmock.assert_resilient(strict=True)


async def test_silence_is_not_sat_through(
    llmock: LLMock, dialect: Dialect, http: HttpStack
) -> None:
    llmock.reply(WORDS, times=None)
    llmock.stall(after_chunks=2, seconds=8)
    with pytest.raises(ProviderTimeout):
        await ask(model_at(llmock, dialect, http, silence=1.0))
    assert len(llmock.requests) == 1
    assert await ask(model_at(llmock, dialect, http)) == WORDS
    llmock.assert_resilient(strict=True)


async def test_another_provider_answers(llmock: LLMock, http: HttpStack) -> None:
    llmock.reply(WORDS, times=None)
    llmock.outage(provider="openai")
    both = FallbackModel([model_at(llmock, "openai", http), model_at(llmock, "anthropic", http)])
    assert await ask(both) == WORDS
    llmock.assert_resilient()
