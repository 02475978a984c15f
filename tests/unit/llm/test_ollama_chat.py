"""The Ollama dialect: what is sent, and what comes out of what its servers send."""

from __future__ import annotations

import json
from typing import Any

import pytest

from copilot.core.ports import Finished, ModelEvent, ModelMessage, ModelRequest, TextDelta, Usage
from copilot.core.redaction import public
from copilot.llm.ollama_chat import OllamaDecoder, list_of_models, plain_body
from copilot.llm.wire import GarbledStream, WireError

REQUEST = ModelRequest((ModelMessage("user", public("hi")),), 9, 0.5)


def read(*lines: dict[str, Any]) -> list[ModelEvent]:
    decoder = OllamaDecoder()
    stream = "".join(json.dumps(line) + "\n" for line in lines).encode()
    return decoder.feed(stream) + decoder.finish()


def say(text: str, **more: Any) -> dict[str, Any]:
    return {"message": {"role": "assistant", "content": text, **more}, "done": False}


def test_plain_body() -> None:
    assert plain_body(REQUEST, "m") == {
        "model": "m",
        "messages": [{"role": "user", "content": "hi"}],
        "stream": True,
        "options": {"num_predict": 9, "temperature": 0.5},
    }


@pytest.mark.parametrize(
    ("last", "events"),
    [
        ({"done_reason": "stop", "prompt_eval_count": 9, "eval_count": 2}, [Usage(9, 2)]),
        # the prompt was still in the cache
        ({"done_reason": "length", "eval_count": 2}, [Usage(0, 2)]),
        ({}, []),
    ],
)
def test_ends(last: dict[str, Any], events: list[ModelEvent]) -> None:
    reason = last.get("done_reason", "stop")
    lines = (say("", thinking="hm"), say("a"), {**say(""), **last, "done": True}, say("b"))
    assert read(*lines) == [TextDelta("a"), *events, Finished(reason)]


@pytest.mark.parametrize("error", ["out of memory", {"message": "secret"}])
def test_errors_inside_the_stream(error: Any) -> None:
    with pytest.raises(WireError) as raised:
        read(say("a"), {"error": error})
    assert raised.value.code == ""


@pytest.mark.parametrize("lines", [(), (say("a"),), ({"message": 5},)])
def test_broken_streams(lines: tuple[dict[str, Any], ...]) -> None:
    with pytest.raises(GarbledStream):
        read(*lines)


def test_list_of_models() -> None:
    assert list_of_models(b'{"models": [{"name": "qwen3:4b", "size": 1}]}') == ("qwen3:4b",)
