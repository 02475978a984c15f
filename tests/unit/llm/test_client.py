"""The client against a server that does what the test says: streams, cuts, silence, errors."""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
import traceback
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import replace
from typing import Any

import pytest

from copilot.core.errors import (
    KeyMissing,
    KeyRejected,
    ModelError,
    ProviderFailed,
    ProviderTimeout,
    ProviderUnreachable,
    RateLimited,
    RequestRefused,
    StreamBroken,
)
from copilot.core.ports import Finished, ModelEvent, ModelMessage, ModelRequest, TextDelta, Usage
from copilot.core.redaction import public
from copilot.llm.client import StreamingModel
from copilot.llm.http import HttpStack
from copilot.llm.options import ProviderOptions
from tests.lab_llm.hasty import HastyClock
from tests.lab_llm.scripted import (
    Exchange,
    Play,
    ScriptedServer,
    answer,
    delta,
    fail,
    sse,
    stream,
)

KEY = "sk-very-secret-1234"
REQUEST = ModelRequest((ModelMessage("user", public("chat words")),))


async def get_key(name: str) -> str:
    assert name == "mine"
    return KEY


@pytest.fixture
async def server() -> AsyncGenerator[ScriptedServer, None]:
    async with ScriptedServer() as running:
        yield running


@pytest.fixture
def clock() -> HastyClock:
    return HastyClock()


@pytest.fixture
async def http(clock: HastyClock) -> AsyncGenerator[HttpStack, None]:
    stack = HttpStack(clock=clock)
    yield stack
    await stack.close()


def model_at(base_url: str, http: HttpStack, **options: Any) -> StreamingModel:
    known: dict[str, Any] = {"key_name": "mine", "attempts": 1, **options}
    return StreamingModel(ProviderOptions("Mine", base_url, "m", **known), http, get_key)


async def ask(model: StreamingModel, *, wanted: bool = False) -> list[ModelEvent]:
    async with aclosing(model.stream(replace(REQUEST, wanted=wanted))) as events:
        return [event async for event in events]


def text_of(events: list[ModelEvent]) -> str:
    return "".join(event.text for event in events if isinstance(event, TextDelta))


async def test_an_answer_streams(server: ScriptedServer, http: HttpStack) -> None:
    server.plays = [answer("你好 👋 there")]
    model = model_at(server.base_url, http, extra={"top_k": 3})
    events = await ask(model)
    assert text_of(events) == "你好 👋 there"
    assert events[-2:] == [Usage(11, 7), Finished("stop")]
    [exchange] = server.exchanges
    assert (exchange.method, exchange.path) == ("POST", "/v1/chat/completions")
    assert exchange.headers["authorization"] == f"Bearer {KEY}"
    assert exchange.json["messages"] == [{"role": "user", "content": "chat words"}]
    assert exchange.json["top_k"] == 3
    assert model.name == "m"


async def test_no_key_where_none_is_needed(server: ScriptedServer, http: HttpStack) -> None:
    server.plays = [answer("ok")]
    await ask(model_at(server.base_url, http, key_name=""))
    assert "authorization" not in server.exchanges[0].headers


async def test_text_arrives_before_the_end(server: ScriptedServer, http: HttpStack) -> None:
    go_on = asyncio.Event()

    async def play(exchange: Exchange) -> None:
        await exchange.head()
        await exchange.chunk(sse(delta("one")))
        await go_on.wait()
        await exchange.chunk(sse(delta(" two"), delta(finish="stop"), "[DONE]"))
        await exchange.end()

    server.plays = [play]
    async with aclosing(model_at(server.base_url, http).stream(REQUEST)) as events:
        assert await anext(events) == TextDelta("one")
        go_on.set()
        assert [event async for event in events] == [TextDelta(" two"), Finished("stop")]


async def test_bytes_cut_inside_characters(server: ScriptedServer, http: HttpStack) -> None:
    data = sse(delta("你好👋"), delta(finish="stop"), "[DONE]")
    server.plays = [stream(*(bytes([byte]) for byte in data))]
    assert text_of(await ask(model_at(server.base_url, http))) == "你好👋"


async def test_a_connection_is_used_again(server: ScriptedServer, http: HttpStack) -> None:
    server.plays = [answer("ok")]
    model = model_at(server.base_url, http)
    await ask(model)
    await ask(model)
    assert [exchange.connection for exchange in server.exchanges] == [1, 1]


async def test_warm_opens_the_connection_without_the_key(
    server: ScriptedServer, http: HttpStack
) -> None:
    server.plays = [answer("ok")]
    model = model_at(server.base_url, http)
    await model.warm()
    await ask(model)
    head, post = server.exchanges
    assert (head.method, head.body, "authorization" in head.headers) == ("HEAD", b"", False)
    assert post.connection == head.connection


async def test_warm_never_fails(http: HttpStack) -> None:
    await model_at("http://127.0.0.1:1/v1", http).warm()
    await model_at("nonsense", http).warm()


async def test_a_dead_kept_connection_is_replaced_once(
    server: ScriptedServer, http: HttpStack
) -> None:
    async def drop(exchange: Exchange) -> None:
        exchange.drop()

    server.plays = [answer("one"), drop, answer("two")]
    model = model_at(server.base_url, http)
    await ask(model)
    assert text_of(await ask(model)) == "two"
    assert [exchange.connection for exchange in server.exchanges] == [1, 1, 2]


async def test_a_fresh_connection_that_dies_is_not_tried_again(
    server: ScriptedServer, http: HttpStack
) -> None:
    async def drop(exchange: Exchange) -> None:
        exchange.drop()

    server.plays = [drop]
    with pytest.raises(StreamBroken):
        await ask(model_at(server.base_url, http))
    assert len(server.exchanges) == 1


async def test_nothing_is_sent_twice_once_an_answer_has_begun(
    server: ScriptedServer, http: HttpStack
) -> None:
    async def begin_and_drop(exchange: Exchange) -> None:
        await exchange.head()
        await exchange.chunk(sse(delta("a")))
        exchange.drop()

    server.plays = [answer("one"), begin_and_drop]
    model = model_at(server.base_url, http)
    await ask(model)
    with pytest.raises(StreamBroken):
        await ask(model)
    assert len(server.exchanges) == 2


async def hang(exchange: Exchange) -> None:
    await exchange.head()
    await exchange.chunk(sse(delta("a")))
    await exchange.until_closed()


async def hang_without_head(exchange: Exchange) -> None:
    await exchange.until_closed()


@pytest.mark.parametrize("play", [hang, hang_without_head])
async def test_cancelling_closes_the_connection(
    play: Callable[[Exchange], Any], server: ScriptedServer, http: HttpStack
) -> None:
    server.plays = [play]
    model = model_at(server.base_url, http)
    started = asyncio.Event()

    async def consume() -> None:
        async with aclosing(model.stream(REQUEST)) as events:
            async for _ in events:
                started.set()

    async with asyncio.TaskGroup() as group:
        task = group.create_task(consume())
        if play is hang:
            await started.wait()
        await server.asked.wait()
        task.cancel()
        async with asyncio.timeout(0.1):
            await server.closed.wait()


async def test_closing_the_iterator_closes_the_connection(
    server: ScriptedServer, http: HttpStack
) -> None:
    server.plays = [hang]
    events = model_at(server.base_url, http).stream(REQUEST)
    await anext(events)
    await events.aclose()
    async with asyncio.timeout(0.1):
        await server.closed.wait()


async def test_closing_early_needs_no_help_of_the_loop(
    server: ScriptedServer, http: HttpStack
) -> None:
    # Qt's loop installs none of these hooks, which close forgotten generators elsewhere.
    hooks = sys.get_asyncgen_hooks()
    sys.set_asyncgen_hooks(None, None)
    try:
        server.plays = [hang]
        events = model_at(server.base_url, http).stream(REQUEST)
        await anext(events)
        await events.aclose()
        del events
        gc.collect()
        async with asyncio.timeout(0.1):
            await server.closed.wait()
    finally:
        sys.set_asyncgen_hooks(*hooks)


@pytest.mark.parametrize("play", [hang, hang_without_head])
@pytest.mark.parametrize("limit", ["silence_timeout", "total_timeout"])
async def test_silence_ends_in_time(
    play: Callable[[Exchange], Any], limit: str, server: ScriptedServer, http: HttpStack
) -> None:
    server.plays = [play]
    with pytest.raises(ProviderTimeout) as raised:
        await ask(model_at(server.base_url, http, **{limit: 0.1}))
    assert raised.value.retryable
    async with asyncio.timeout(0.1):
        await server.closed.wait()


async def test_a_trickle_does_not_outlive_the_total_time(
    server: ScriptedServer, http: HttpStack
) -> None:
    async def trickle(exchange: Exchange) -> None:
        await exchange.head()
        while True:
            await exchange.chunk(b": keep-alive\n\n")
            await asyncio.sleep(0.01)

    server.plays = [trickle]
    with pytest.raises(ProviderTimeout):
        await ask(model_at(server.base_url, http, total_timeout=0.2))


async def page(exchange: Exchange) -> None:
    """A hotel's network, or an address without its /v1."""
    await exchange.head(content_type="text/html; charset=utf-8")
    await exchange.chunk(b"<html>log in</html>")
    await exchange.end()


async def endless(exchange: Exchange) -> None:
    """Talks as fast as it can and never stops."""
    await exchange.head()
    while True:
        await exchange.chunk(sse(*[delta("chat words " * 20)] * 200))


async def one_line(exchange: Exchange) -> None:
    """Ten megabytes without the end of a line."""
    await exchange.head()
    for _ in range(160):
        await exchange.chunk(b"x" * 65_536)
    await exchange.end()


QUOTA = '{"error": {"message": "chat words sk-very", "code": "insufficient_quota"}}'
NO_MODEL = '{"error": {"message": "chat words", "code": "model_not_found"}}'
TOO_LONG = '{"error": {"message": "chat words", "code": "context_length_exceeded"}}'


@pytest.mark.parametrize(
    ("play", "kind", "words"),
    [
        (fail(404, NO_MODEL), RequestRefused, "chat-copilot models Mine"),
        (page, RequestRefused, "web page"),
        (endless, StreamBroken, "broke off"),
        (one_line, StreamBroken, "broke off"),
        (fail(401, '{"error": {"message": "Incorrect key sk-very-secret"}}'), KeyRejected, "key"),
        (fail(403), KeyRejected, "key set mine"),
        (fail(429), RateLimited, "wait"),
        (fail(429, QUOTA), RateLimited, "credit"),
        (fail(402), RateLimited, "credit"),
        (fail(400, TOO_LONG), RequestRefused, "too long"),
        (fail(404, "<html>no"), RequestRefused, '"m"'),
        (fail(307, location="http://elsewhere"), RequestRefused, "moved"),
        (fail(500), ProviderFailed, "500"),
        (fail(529), ProviderFailed, "529"),
        (stream(sse(delta("a"), {"error": {"code": 429}})), RateLimited, "wait"),
        (stream(sse({"error": {"type": "authentication_error"}})), KeyRejected, "key"),
        (stream(sse({"error": "overloaded"})), ProviderFailed, "failed"),
        (stream(sse(delta("half"))), StreamBroken, "broke off"),
        (stream(b"<html>log in to the hotel's network</html>"), StreamBroken, "OpenAI"),
        (stream(sse("{garbage")), StreamBroken, "read"),
    ],
)
async def test_failures(
    play: Any,
    kind: type[ModelError],
    words: str,
    server: ScriptedServer,
    http: HttpStack,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    server.plays = [play]
    with pytest.raises(kind) as raised:
        await ask(model_at(server.base_url, http))
    error = raised.value
    assert "Mine" in str(error) or '"m"' in str(error) or "m." in error.title
    assert words in str(error)
    assert error.hint
    everything = "".join(traceback.format_exception(error)) + caplog.text + repr(error)
    assert error.__context__ is None
    assert "sk-very" not in everything
    assert "chat words" not in everything


OVERLOADED = fail(529, '{"error": {"type": "overloaded_error"}}')


@pytest.mark.parametrize("first", [fail(500), OVERLOADED, fail(429), fail(429, retry_after="2")])
async def test_a_failure_that_may_pass_is_tried_again(
    first: Play, server: ScriptedServer, clock: HastyClock, http: HttpStack
) -> None:
    server.plays = [first, first, answer("ok")]
    assert text_of(await ask(model_at(server.base_url, http, attempts=3))) == "ok"
    assert len(server.exchanges) == 3
    assert len(clock.slept) == 2
    assert all(0.2 <= seconds <= 3.3 for seconds in clock.slept)


async def test_a_connection_that_breaks_before_the_first_text_is_tried_again(
    server: ScriptedServer, http: HttpStack
) -> None:
    server.plays = [begin_silently_and_drop, answer("ok")]
    assert text_of(await ask(model_at(server.base_url, http, attempts=2))) == "ok"


async def begin_silently_and_drop(exchange: Exchange) -> None:
    await exchange.head()
    await exchange.chunk(b": keep-alive\n\n")
    exchange.drop()


@pytest.mark.parametrize(
    "play", [fail(401), fail(400), fail(404), fail(402), fail(429, retry_after="60")]
)
async def test_what_does_not_pass_is_asked_once(
    play: Play, server: ScriptedServer, clock: HastyClock, http: HttpStack
) -> None:
    server.plays = [play]
    with pytest.raises(ModelError):
        await ask(model_at(server.base_url, http, attempts=3))
    assert len(server.exchanges) == 1
    assert clock.slept == []


async def test_no_pause_outlives_the_total_time(
    server: ScriptedServer, clock: HastyClock, http: HttpStack
) -> None:
    server.plays = [fail(429, retry_after="3")]
    with pytest.raises(RateLimited):
        await ask(model_at(server.base_url, http, attempts=3, total_timeout=2.0))
    assert clock.slept == []


async def test_a_provider_that_keeps_failing_is_left_alone(
    server: ScriptedServer, http: HttpStack
) -> None:
    server.plays = [fail(500)]
    model = model_at(server.base_url, http)
    for _ in range(3):
        with pytest.raises(ProviderFailed):
            await ask(model)
    with pytest.raises(ProviderUnreachable) as raised:
        await ask(model)
    assert "left alone" in raised.value.title
    assert " s." in raised.value.hint
    assert len(server.exchanges) == 3


async def test_what_the_person_wants_by_hand_is_asked_once_all_the_same(
    server: ScriptedServer, http: HttpStack
) -> None:
    server.plays = [fail(500)]
    model = model_at(server.base_url, http)
    for _ in range(3):
        with pytest.raises(ProviderFailed):
            await ask(model)
    with pytest.raises(ProviderFailed):
        await ask(model, wanted=True)
    with pytest.raises(ProviderUnreachable):
        await ask(model)
    server.plays = [answer("Hello")]
    assert text_of(await ask(model, wanted=True)) == "Hello"
    assert text_of(await ask(model)) == "Hello"


async def test_retry_after(server: ScriptedServer, http: HttpStack) -> None:
    for given, seconds in (("7", 7.0), ("Wed, 21 Oct 2026 07:28:00 GMT", None), ("-1", None)):
        server.plays = [fail(429, retry_after=given)]
        with pytest.raises(RateLimited) as raised:
            await ask(model_at(server.base_url, http))
        assert raised.value.retry_after == seconds


async def test_a_server_that_does_not_stream(server: ScriptedServer, http: HttpStack) -> None:
    body = '{"choices": [{"message": {"content": "all at once"}, "finish_reason": "stop"}]}'
    server.plays = [fail(200, body)]
    assert text_of(await ask(model_at(server.base_url, http))) == "all at once"


async def test_an_endless_error_is_not_read_to_its_end(
    server: ScriptedServer, http: HttpStack
) -> None:
    async def endless(exchange: Exchange) -> None:
        await exchange.head(500)
        while True:
            await exchange.chunk(b"x" * 65_536)

    server.plays = [endless]
    with pytest.raises(ProviderFailed):
        await ask(model_at(server.base_url, http))


async def test_an_end_without_done(server: ScriptedServer, http: HttpStack) -> None:
    server.plays = [stream(sse(delta("a"), delta(finish="stop")))]
    assert await ask(model_at(server.base_url, http)) == [TextDelta("a"), Finished("stop")]


async def test_a_response_that_breaks_behind_its_answer(
    server: ScriptedServer, http: HttpStack
) -> None:
    async def break_off(exchange: Exchange) -> None:
        await exchange.head()
        await exchange.chunk(sse(delta("a"), delta(finish="stop"), "[DONE]"))
        await exchange.chunk(b"more")
        exchange.drop()

    server.plays = [break_off]
    assert text_of(await ask(model_at(server.base_url, http))) == "a"


async def test_a_response_that_does_not_end_behind_its_answer(
    server: ScriptedServer, http: HttpStack
) -> None:
    async def linger(exchange: Exchange) -> None:
        await exchange.head()
        await exchange.chunk(sse(delta("a"), delta(finish="stop"), "[DONE]"))
        await exchange.until_closed()

    server.plays = [linger]
    assert text_of(await ask(model_at(server.base_url, http))) == "a"
    await server.closed.wait()


@pytest.mark.parametrize(
    ("base_url", "kind", "words"),
    [
        ("http://127.0.0.1:1/v1", ProviderUnreachable, "refused"),
        ("nonsense", RequestRefused, "base_url"),
        ("ftp://127.0.0.1/v1", RequestRefused, "base_url"),
        ("http://127.0.0.1:x/v1", RequestRefused, "base_url"),
    ],
)
async def test_addresses_that_do_not_work(
    base_url: str, kind: type[ModelError], words: str, http: HttpStack
) -> None:
    with pytest.raises(kind) as raised:
        await ask(model_at(base_url, http))
    assert words in str(raised.value)
    assert raised.value.__context__ is None


async def test_a_server_that_speaks_no_tls(http: HttpStack) -> None:
    def answer_plainly(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Words\r\n\r\n")
        writer.close()

    async with await asyncio.start_server(answer_plainly, "127.0.0.1", 0) as plain:
        port = plain.sockets[0].getsockname()[1]
        with pytest.raises(ProviderUnreachable) as raised:
            await ask(model_at(f"https://127.0.0.1:{port}/v1", http))
    assert "http://" in raised.value.hint
    assert not raised.value.retryable


async def test_the_key_stays_out_of_sight(http: HttpStack) -> None:
    for bad in ("sk-very-secret\nX-Evil: 1", "sk-very-schlüssel"):

        async def get_bad_key(_name: str, key: str = bad) -> str:
            return key

        options = ProviderOptions("Mine", "http://127.0.0.1:1/v1", "m", key_name="mine")
        model = StreamingModel(options, http, get_bad_key)
        with pytest.raises(KeyRejected) as raised:
            await ask(model)
        assert "sk-very" not in "".join(traceback.format_exception(raised.value))
        assert "sk-very" not in repr(model) + repr(options)


async def test_a_missing_key_is_said_as_it_is(http: HttpStack) -> None:
    async def missing(name: str) -> str:
        raise KeyMissing(f"No key named {name}.")

    options = ProviderOptions("Mine", "http://127.0.0.1:1/v1", "m", key_name="mine")
    with pytest.raises(KeyMissing):
        await ask(StreamingModel(options, http, missing))


async def test_the_stack_is_prepared_once_and_opens_again_after_closing() -> None:
    stack = HttpStack()
    await stack.close()
    await asyncio.to_thread(stack.prepare)
    first = await stack.client()
    stack.prepare()
    assert await stack.client() is first
    await stack.close()
    assert first.is_closed
    assert await stack.client() is not first
    await stack.close()
