"""The Anthropic dialect: what is sent, and what comes out of what its servers send."""

from __future__ import annotations

from typing import Any

import pytest

from copilot.core.ports import Finished, ModelEvent, ModelMessage, ModelRequest, TextDelta, Usage
from copilot.core.redaction import public
from copilot.llm.anthropic_messages import MessagesDecoder, list_of_models, plain_body
from copilot.llm.wire import GarbledStream, WireError
from tests.lab_llm.scripted import sse

START: dict[str, Any] = {
    "type": "message_start",
    "message": {
        "usage": {
            "input_tokens": 3,
            "cache_creation_input_tokens": 4,
            "cache_read_input_tokens": 20,
            "output_tokens": 1,
        }
    },
}
STOP = {"type": "message_stop"}


def text(words: str) -> dict[str, Any]:
    delta = {"type": "text_delta", "text": words}
    return {"type": "content_block_delta", "index": 0, "delta": delta}


def end(reason: str | None, **usage: int) -> dict[str, Any]:
    return {"type": "message_delta", "delta": {"stop_reason": reason}, "usage": usage}


def read(*events: dict[str, Any]) -> list[ModelEvent]:
    decoder = MessagesDecoder()
    return decoder.feed(sse(*events)) + decoder.finish()


def test_plain_body() -> None:
    said = [("system", "Be brief."), ("user", "hi"), ("assistant", "1|agree|hello"), ("user", "?")]
    messages = tuple(ModelMessage(role, public(text)) for role, text in said)  # type: ignore[arg-type]
    assert plain_body(ModelRequest(messages, 9, 1.5), "m") == {
        "model": "m",
        "system": "Be brief.",
        "messages": [
            {"role": "user", "content": "hi"},
            {"role": "assistant", "content": "1|agree|hello"},
            {"role": "user", "content": "?"},
        ],
        "stream": True,
        "max_tokens": 9,
        "temperature": 1.0,
    }
    assert "system" not in plain_body(ModelRequest(messages[1:]), "m")


@pytest.mark.parametrize(
    ("reason", "ours"),
    [
        ("end_turn", "stop"),
        ("stop_sequence", "stop"),
        ("max_tokens", "length"),
        ("model_context_window_exceeded", "length"),
        ("refusal", "refusal"),
        ("pause_turn", "pause_turn"),
    ],
)
def test_ends(reason: str, ours: str) -> None:
    events = [TextDelta("a"), Usage(27, 9, 20), Finished(ours)]
    assert read(START, text("a"), end(reason, output_tokens=9), STOP) == events
    # Enough is known even if the last event is lost.
    assert read(START, text("a"), end(reason, output_tokens=9)) == events


def test_what_is_no_text_stays_out() -> None:
    events = read(
        {"type": "message_start"},
        {"type": "ping"},
        {"type": "content_block_start", "content_block": {"type": "thinking", "text": "hm"}},
        {"type": "content_block_delta", "delta": {"type": "thinking_delta", "thinking": "hm"}},
        {"type": "content_block_delta", "delta": {"type": "signature_delta", "signature": "x"}},
        {"type": "content_block_delta"},
        {"type": "content_block_stop"},
        {"type": "content_block_start", "content_block": {"type": "text", "text": "a"}},
        {"type": "yet_to_be_invented", "index": "?"},
        text("b"),
        {"type": "message_delta"},
        end(None),
        STOP,
        text("c"),
    )
    assert events == [TextDelta("a"), TextDelta("b"), Finished("stop")]


@pytest.mark.parametrize(
    ("error", "code"),
    [
        ({"type": "overloaded_error", "message": "secret"}, "overloaded_error"),
        ({"type": "authentication_error", "message": "secret"}, "authentication_error"),
        (None, ""),
    ],
)
def test_errors_inside_the_stream(error: Any, code: str) -> None:
    with pytest.raises(WireError) as raised:
        read(START, text("a"), {"type": "error", "error": error})
    assert raised.value.code == code


@pytest.mark.parametrize("events", [(), (START, text("a")), ({"no": "type"},), (end(None),)])
def test_broken_streams(events: tuple[dict[str, Any], ...]) -> None:
    with pytest.raises(GarbledStream):
        read(*events)


def test_a_server_that_does_not_stream() -> None:
    body = (
        b'{"type": "message", "content": [{"type": "thinking", "thinking": "hm"},'
        b'{"type": "text", "text": "a"}], "stop_reason": "max_tokens",'
        b'"usage": {"input_tokens": 5, "output_tokens": 2}}'
    )
    events = [TextDelta("a"), Usage(5, 2), Finished("length")]
    assert MessagesDecoder().whole(body) == events
    with pytest.raises(GarbledStream):
        MessagesDecoder().whole(b'{"type": "message"}')


def test_list_of_models() -> None:
    body = b'{"data": [{"type": "model", "id": "a"}, {"id": "b"}], "has_more": false}'
    assert list_of_models(body) == ("a", "b")
