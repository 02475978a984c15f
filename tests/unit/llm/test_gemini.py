"""The Gemini dialect: what is sent, and what comes out of what its servers send."""

from __future__ import annotations

import json
from typing import Any

import pytest

from copilot.core.ports import Finished, ModelEvent, ModelMessage, ModelRequest, TextDelta, Usage
from copilot.core.redaction import public
from copilot.llm.gemini import GeminiDecoder, error_words, list_of_models, path, plain_body
from copilot.llm.wire import GarbledStream, WireError
from tests.lab_llm.scripted import sse

USAGE = {
    "promptTokenCount": 9,
    "candidatesTokenCount": 2,
    "thoughtsTokenCount": 30,
    "cachedContentTokenCount": 4,
}


def piece(*parts: dict[str, Any], finish: str | None = None, **more: Any) -> dict[str, Any]:
    candidate = {"content": {"role": "model", "parts": list(parts)}, "finishReason": finish}
    return {"candidates": [candidate], **more}


def read(*pieces: dict[str, Any] | str) -> list[ModelEvent]:
    decoder = GeminiDecoder()
    return decoder.feed(sse(*pieces)) + decoder.finish()


def test_plain_body() -> None:
    said = [("system", "Be brief."), ("user", "hi"), ("assistant", "hello"), ("user", "?")]
    messages = tuple(ModelMessage(role, public(text)) for role, text in said)  # type: ignore[arg-type]
    assert plain_body(ModelRequest(messages, 9, 0.5), "m") == {
        "systemInstruction": {"parts": [{"text": "Be brief."}]},
        "contents": [
            {"role": "user", "parts": [{"text": "hi"}]},
            {"role": "model", "parts": [{"text": "hello"}]},
            {"role": "user", "parts": [{"text": "?"}]},
        ],
        "generationConfig": {"maxOutputTokens": 9, "temperature": 0.5},
    }
    assert "systemInstruction" not in plain_body(ModelRequest(messages[1:]), "m")


@pytest.mark.parametrize(
    ("model", "resource"),
    [
        ("gemini-x", "/models/gemini-x"),
        ("tunedModels/mine", "/tunedModels/mine"),
        ("a b?c", "/models/a%20b%3Fc"),
    ],
)
def test_path(model: str, resource: str) -> None:
    assert path(model) == f"{resource}:streamGenerateContent?alt=sse"


@pytest.mark.parametrize(
    ("reason", "ours"),
    [
        ("STOP", "stop"),
        ("MAX_TOKENS", "length"),
        ("SAFETY", "refusal"),
        ("RECITATION", "refusal"),
        ("BLOCKLIST", "refusal"),
        ("PROHIBITED_CONTENT", "refusal"),
        ("SPII", "refusal"),
        ("LANGUAGE", "language"),
    ],
)
def test_ends(reason: str, ours: str) -> None:
    events = read(piece({"text": "a"}), piece(finish=reason, usageMetadata=USAGE))
    assert events == [TextDelta("a"), Usage(9, 32, 4), Finished(ours)]


def test_what_is_no_text_stays_out() -> None:
    events = read(
        piece({"text": "hm", "thought": True}, {"text": "a"}),
        {"candidates": [{"index": 1, "content": {"parts": [{"text": "x"}]}}]},
        {"candidates": [{"content": {}}], "usageMetadata": {}},
        piece({"functionCall": {}}, {"text": "b"}, {"text": "c"}, finish="STOP"),
    )
    assert events == [TextDelta("a"), TextDelta("bc"), Finished("stop")]


def test_a_question_that_it_refuses() -> None:
    assert read({"promptFeedback": {"blockReason": "SAFETY"}}) == [Finished("refusal")]
    with pytest.raises(GarbledStream):
        read({"promptFeedback": {}})


ERRORS: list[tuple[Any, tuple[str, int, float | None]]] = [
    ({"code": 503, "status": "UNAVAILABLE", "message": "secret"}, ("UNAVAILABLE", 503, None)),
    (
        {
            "code": 429,
            "status": "RESOURCE_EXHAUSTED",
            "details": [{"@type": "QuotaFailure"}, {"@type": "RetryInfo", "retryDelay": "17s"}],
        },
        ("RESOURCE_EXHAUSTED", 429, 17.0),
    ),
    (
        {"code": 429, "details": [{"retryDelay": "soons"}]},
        ("", 429, None),
    ),
    (
        {
            "code": 400,
            "status": "INVALID_ARGUMENT",
            "details": [{"@type": "ErrorInfo", "reason": "API_KEY_INVALID"}],
        },
        ("API_KEY_INVALID", 400, None),
    ),
]


@pytest.mark.parametrize(("error", "words"), ERRORS)
def test_errors(error: Any, words: tuple[str, int, float | None]) -> None:
    with pytest.raises(WireError) as raised:
        read(piece({"text": "a"}), {"error": error})
    inside = raised.value
    body = error_words(json.dumps([{"error": error}]).encode())
    for found in (inside, body, error_words(json.dumps({"error": error}).encode())):
        assert (found.code, found.status, found.retry_after) == words


@pytest.mark.parametrize("body", [b"<html>", b"[]", b"{}", b"\xff", b"[" * 100_000])
def test_bodies_without_words(body: bytes) -> None:
    assert error_words(body).code == ""


@pytest.mark.parametrize("stream", ["<html>", "7", '{"candidates": 5}'])
def test_broken_streams(stream: str) -> None:
    with pytest.raises(GarbledStream):
        read(stream)


def test_an_answer_in_one_list() -> None:
    body = json.dumps([piece({"text": "a"}), piece({"text": "b"}, finish="STOP")]).encode()
    assert GeminiDecoder().whole(body) == [TextDelta("a"), TextDelta("b"), Finished("stop")]


def test_list_of_models() -> None:
    models = [
        {"name": "models/a", "supportedGenerationMethods": ["generateContent", "countTokens"]},
        {"name": "models/embeds", "supportedGenerationMethods": ["embedContent"]},
        {"name": "models/b"},
    ]
    assert list_of_models(json.dumps({"models": models}).encode()) == ("a", "b")
