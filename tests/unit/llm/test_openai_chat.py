"""The dialect: what is sent, and what comes out of what providers really send."""

from __future__ import annotations

import json
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
from copilot.llm.openai_chat import ChatDecoder, GarbledStream, WireError, encode, error_words
from copilot.llm.options import ProviderOptions
from tests.lab_llm.scripted import delta, sse

REQUEST = ModelRequest((ModelMessage("user", public("你好")),), max_tokens=9, temperature=0.5)
USAGE: dict[str, Any] = {
    "choices": [],
    "usage": {"prompt_tokens": 5, "completion_tokens": 2, "more": {}},
}


def options(**extra: Any) -> ProviderOptions:
    return ProviderOptions("Mine", "http://127.0.0.1:1/v1", "m", extra=extra)


def read(*pieces: bytes) -> list[ModelEvent]:
    decoder = ChatDecoder()
    return [event for piece in pieces for event in decoder.feed(piece)] + decoder.finish()


def test_encode() -> None:
    body = json.loads(encode(REQUEST, options(top_k=3, max_tokens="", max_completion_tokens=99)))
    assert body == {
        "model": "m",
        "messages": [{"role": "user", "content": "你好"}],
        "stream": True,
        "stream_options": {"include_usage": True},
        "temperature": 0.5,
        "top_k": 3,
        "max_completion_tokens": 99,
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


def test_nothing_after_the_end_matters() -> None:
    assert read(sse("[DONE]"), b"data: garbage") == [Finished("stop")]


def test_error_bodies() -> None:
    assert error_words(b'{"error": {"type": "model_not_found"}}').code == "model_not_found"
    assert error_words(b"<html>").code == ""
    assert error_words(b"\xff").code == ""


def test_a_server_that_does_not_stream() -> None:
    body = b'{"choices": [{"message": {"content": "a"}, "finish_reason": "stop"}]}'
    assert ChatDecoder().whole(body) == [TextDelta("a"), Finished("stop")]
    assert ChatDecoder().whole(b"[DONE]") == [Finished("stop")]
    with pytest.raises(GarbledStream):
        ChatDecoder().whole(b"")


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
