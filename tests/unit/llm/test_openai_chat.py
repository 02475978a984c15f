"""The dialect: what is sent, and what comes out of what providers really send."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.core.ports import (
    Finished,
    ModelEvent,
    ModelMessage,
    ModelRequest,
    TextDelta,
    Usage,
)
from copilot.core.redaction import public
from copilot.llm.openai_chat import ChatDecoder, list_of_models, plain_body
from copilot.llm.wire import GarbledStream, WireError, error_of
from tests.lab_llm.scripted import delta, sse

REQUEST = ModelRequest((ModelMessage("user", public("你好")),), max_tokens=9, temperature=0.5)
USAGE: dict[str, Any] = {
    "choices": [],
    "usage": {"prompt_tokens": 5, "completion_tokens": 2, "more": {}},
}


def read(*pieces: bytes) -> list[ModelEvent]:
    decoder = ChatDecoder()
    return [event for piece in pieces for event in decoder.feed(piece)] + decoder.finish()


def test_plain_body() -> None:
    assert plain_body(REQUEST, "m") == {
        "model": "m",
        "messages": [{"role": "user", "content": "你好"}],
        "stream": True,
        "stream_options": {"include_usage": True},
        "max_tokens": 9,
        "temperature": 0.5,
    }


GOOD = b"".join(
    sse(piece)
    for piece in (delta("", role="assistant"), delta("你"), delta("好 👋"), delta(finish="stop"))
) + sse(USAGE, "[DONE]")


@pytest.mark.parametrize("at", range(len(GOOD) + 1))
def test_cut_anywhere(at: int) -> None:
    events = [TextDelta("你"), TextDelta("好 👋"), Usage(5, 2), Finished("stop")]
    assert read(GOOD[:at], GOOD[at:]) == events


WHAT_PROVIDERS_SEND: list[tuple[list[Any], list[ModelEvent]]] = [
    # no [DONE], no usage
    ([delta("a"), delta(finish="length")], [TextDelta("a"), Finished("length")]),
    # [DONE] without a finish_reason
    ([delta("a"), "[DONE]"], [TextDelta("a"), Finished("stop")]),
    # DeepSeek and others: reasoning beside the content
    (
        [
            delta(None, reasoning_content="hm"),
            delta(None, reasoning="hm"),
            delta("a"),
            "[DONE]",
        ],
        [TextDelta("a"), Finished("stop")],
    ),
    # Mistral: content in parts, thoughts among them
    (
        [
            {
                "choices": [
                    {
                        "delta": {
                            "content": [
                                {"type": "thinking", "thinking": [{"type": "text"}]},
                                {"type": "text", "text": "a"},
                            ]
                        }
                    }
                ]
            },
            "[DONE]",
        ],
        [TextDelta("a"), Finished("stop")],
    ),
    # OpenAI: a refusal
    (
        [delta(None, refusal="I can't"), delta(finish="stop"), "[DONE]"],
        [Finished("refusal")],
    ),
    ([delta("a", finish="content_filter")], [TextDelta("a"), Finished("refusal")]),
    # a second choice that nobody asked for; nothing after the end matters
    (
        [{"choices": [{"index": 1, "delta": {"content": "x"}}]}, "[DONE]", "garbage"],
        [Finished("stop")],
    ),
    # an end without a delta
    ([{"choices": [{"finish_reason": "stop"}]}], [Finished("stop")]),
    # Zhipu: withheld
    ([delta("a", finish="sensitive")], [TextDelta("a"), Finished("refusal")]),
    # Mistral: too long
    ([delta("a", finish="model_length")], [TextDelta("a"), Finished("length")]),
    # tokens read from a cache: OpenAI, DeepSeek, Moonshot (inside the choice)
    (
        [
            delta(finish="stop"),
            {
                "usage": {
                    "prompt_tokens": 9,
                    "completion_tokens": 1,
                    "prompt_tokens_details": {"cached_tokens": 8},
                }
            },
        ],
        [Usage(9, 1, 8), Finished("stop")],
    ),
    (
        [delta(finish="stop"), {"usage": {"prompt_tokens": 9, "prompt_cache_hit_tokens": 7}}],
        [Usage(9, 0, 7), Finished("stop")],
    ),
    (
        [
            {
                "choices": [
                    {
                        "delta": {},
                        "finish_reason": "stop",
                        "usage": {
                            "prompt_tokens": 9,
                            "completion_tokens": 2,
                            "cached_tokens": 6,
                        },
                    }
                ]
            }
        ],
        [Usage(9, 2, 6), Finished("stop")],
    ),
    # pieces without choices (Azure's filter results), usage of zero on the way (vLLM)
    (
        [
            {"prompt_filter_results": []},
            {**delta("a"), "usage": {"prompt_tokens": 0}},
            "[DONE]",
        ],
        [TextDelta("a"), Finished("stop")],
    ),
]


@pytest.mark.parametrize(("pieces", "events"), WHAT_PROVIDERS_SEND)
def test_what_providers_send(pieces: list[Any], events: list[ModelEvent]) -> None:
    assert read(sse(*pieces)) == events


@pytest.mark.parametrize(
    "stream",
    [
        b"",
        sse(delta("a")),
        b"<html>login</html>",
        sse("{not json"),
        sse('["a"]'),
        sse("7"),
        b"\xff",
    ],
)
def test_broken_streams(stream: bytes) -> None:
    with pytest.raises(GarbledStream):
        read(stream)


def test_a_line_without_end() -> None:
    with pytest.raises(GarbledStream):
        read(b"x" * 1_000_001)


@pytest.mark.parametrize(
    ("error", "code", "status"),
    [
        ({"message": "secret", "code": "rate_limit_exceeded"}, "rate_limit_exceeded", 0),
        ({"message": "secret", "code": 503, "type": "server_error"}, "server_error", 503),
        ({"status": "UNAVAILABLE", "code": 503}, "UNAVAILABLE", 503),
        ("secret", "", 0),
        ({}, "", 0),
    ],
)
def test_errors_inside_the_stream(error: Any, code: str, status: int) -> None:
    with pytest.raises(WireError) as raised:
        read(sse(delta("a"), {"error": error}))
    assert (raised.value.code, raised.value.status) == (code, status)
    assert "secret" not in repr(raised.value)


def test_fields_of_an_error_without_an_error_around() -> None:
    with pytest.raises(WireError) as raised:
        read(sse({"code": 20012, "message": "secret"}))
    assert raised.value.code == ""


@pytest.mark.parametrize("reason", ["error", "network_error", "insufficient_system_resource"])
def test_a_breakdown_is_no_end(reason: str) -> None:
    with pytest.raises(WireError) as raised:
        read(sse(delta("a", finish=reason)))
    assert raised.value.status == 503


def test_nothing_after_the_end_matters() -> None:
    assert read(sse("[DONE]"), b"data: garbage") == [Finished("stop")]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b'{"error": {"type": "model_not_found"}}', "model_not_found"),
        # Ollama: a sentence
        (b'{"error": "model \\"x\\" not found, try pulling it first"}', "model_not_found"),
        (b'{"error": "out of memory"}', ""),
        # fields beside each other
        (b'{"code": "invalid_api_key", "message": "secret"}', "invalid_api_key"),
        (b"{}", ""),
        (b"<html>", ""),
        (b"\xff", ""),
        (b"[" * 100_000, ""),
    ],
)
def test_error_bodies(body: bytes, code: str) -> None:
    assert error_of(body).code == code


@pytest.mark.parametrize(
    "body",
    [b'{"object": "list", "data": [{"id": "a"}, {"id": "b"}]}', b'[{"id": "a"}, {"id": "b"}]'],
)
def test_lists_of_models(body: bytes) -> None:
    assert list_of_models(body) == ("a", "b")


def test_a_server_that_does_not_stream() -> None:
    body = b'{"choices": [{"message": {"content": "a"}, "finish_reason": "stop"}]}'
    assert ChatDecoder().whole(body) == [TextDelta("a"), Finished("stop")]
    for strange in (b"", b"{}", b"<html>", b"[" * 100_000, b'{"a": "\xff"}'):
        with pytest.raises(GarbledStream):
            ChatDecoder().whole(strange)


def test_it_knows_when_the_end_has_come() -> None:
    decoder = ChatDecoder()
    decoder.feed(GOOD[:-16])
    assert not decoder.finished
    decoder.feed(GOOD[-16:])
    assert decoder.finished


@given(st.lists(st.binary(max_size=60) | st.just(GOOD[:50]), max_size=6))
def test_garbage_gives_events_or_one_of_two_errors(pieces: list[bytes]) -> None:
    try:
        events = read(*pieces)
    except (GarbledStream, WireError):
        return
    assert isinstance(events[-1], Finished)
