"""The Gemini dialect (streamGenerateContent): request → JSON, event stream → model events. No IO.

Format: https://ai.google.dev/api/generate-content
"""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

import msgspec

from copilot.core.ports import ModelEvent, ModelMessage, ModelRequest, TextDelta, Usage
from copilot.llm.answer import AnswerDecoder
from copilot.llm.sse import SseDecoder
from copilot.llm.wire import UNREADABLE, ErrorFields, WireError, WireFormat, wire_error

_REASONS = {
    "STOP": "stop",
    "MAX_TOKENS": "length",
    "SAFETY": "refusal",
    "RECITATION": "refusal",
    "BLOCKLIST": "refusal",
    "PROHIBITED_CONTENT": "refusal",
    "SPII": "refusal",
}


class _Part(msgspec.Struct):
    text: str = ""
    thought: bool = False


class _Content(msgspec.Struct):
    parts: list[_Part] | None = None


class _Candidate(msgspec.Struct, rename="camel"):
    content: _Content | None = None
    finish_reason: str | None = None
    index: int = 0


class _Usage(msgspec.Struct, rename="camel"):
    prompt_token_count: int | None = None
    candidates_token_count: int | None = None
    thoughts_token_count: int | None = None
    cached_content_token_count: int | None = None


class _Feedback(msgspec.Struct, rename="camel"):
    block_reason: str | None = None


class _Detail(msgspec.Struct, rename="camel"):
    reason: str = ""  # google.rpc.ErrorInfo
    retry_delay: str = ""  # google.rpc.RetryInfo: "17s"


class _Error(ErrorFields):
    details: list[_Detail] | None = None


class _Piece(msgspec.Struct, rename="camel"):
    candidates: list[_Candidate] | None = None
    usage_metadata: _Usage | None = None
    prompt_feedback: _Feedback | None = None
    error: _Error | None = None


class _Model(msgspec.Struct, rename="camel"):
    name: str
    supported_generation_methods: list[str] | None = None


class _Models(msgspec.Struct):
    models: list[_Model]


_decode_pieces: Callable[[bytes], _Piece | list[_Piece]] = msgspec.json.Decoder(
    _Piece | list[_Piece]
).decode
_decode_models = msgspec.json.Decoder(_Models).decode


def path(model: str) -> str:
    """Where that model answers; alt=sse because it streams as one JSON array otherwise."""
    resource = model if "/" in model else f"models/{model}"
    return f"/{quote(resource)}:streamGenerateContent?alt=sse"


def plain_body(request: ModelRequest, model: str) -> dict[str, Any]:
    """The request; the model is named by its path."""
    del model
    system = [_part(m) for m in request.messages if m.role == "system"]
    body: dict[str, Any] = {
        "contents": [
            {"role": "user" if m.role == "user" else "model", "parts": [_part(m)]}
            for m in request.messages
            if m.role != "system"
        ],
        "generationConfig": {
            "maxOutputTokens": request.max_tokens,
            "temperature": request.temperature,
        },
    }
    return {**body, "systemInstruction": {"parts": system}} if system else body


def _part(message: ModelMessage) -> dict[str, str]:
    return {"text": message.content.text}


def list_of_models(body: bytes) -> tuple[str, ...]:
    """The names of the models in an answer of GET /models that can chat."""
    return tuple(
        model.name.removeprefix("models/")
        for model in _decode_models(body).models
        if "generateContent" in (model.supported_generation_methods or ("generateContent",))
    )


def error_words(body: bytes) -> WireError:
    """The words for what failed; a stream that is no event stream has them in a list."""
    try:
        found = _decode_pieces(body)
    except UNREADABLE:
        return WireError("")
    pieces = found if isinstance(found, list) else [found]
    return _error(next((p.error for p in pieces if p.error is not None), None))


def _error(error: _Error | None) -> WireError:
    words = wire_error(error)
    for detail in (error and error.details) or ():
        # A wrong key is just an INVALID_ARGUMENT but for this.
        words.code = detail.reason or words.code
        if detail.retry_delay.endswith("s"):
            words.retry_after = _seconds(detail.retry_delay[:-1])
    return words


def _seconds(number: str) -> float | None:
    try:
        return float(number)
    except ValueError:
        return None


class GeminiDecoder(AnswerDecoder):
    """Reads the pieces of generated content."""

    def __init__(self) -> None:
        super().__init__(SseDecoder())

    def _read(self, frame: bytes, events: list[ModelEvent]) -> None:
        found = _decode_pieces(frame)
        for piece in found if isinstance(found, list) else (found,):
            self._piece(piece, events)

    def _piece(self, piece: _Piece, events: list[ModelEvent]) -> None:
        if piece.error is not None:
            raise _error(piece.error)
        if piece.prompt_feedback is not None and piece.prompt_feedback.block_reason:
            self._reason = "refusal"
        for candidate in piece.candidates or ():
            if candidate.index == 0:
                self._candidate(candidate, events)
        usage = piece.usage_metadata
        if usage is not None and usage.prompt_token_count:
            self._usage = Usage(
                usage.prompt_token_count,
                (usage.candidates_token_count or 0) + (usage.thoughts_token_count or 0),
                usage.cached_content_token_count or 0,
            )

    def _candidate(self, candidate: _Candidate, events: list[ModelEvent]) -> None:
        parts = (candidate.content and candidate.content.parts) or ()
        if text := "".join(part.text for part in parts if not part.thought):
            events.append(TextDelta(text))
        if reason := candidate.finish_reason:
            self._reason = _REASONS.get(reason, reason.lower())


GEMINI = WireFormat(
    title="Gemini",
    path=path,
    models_path="/models?pageSize=1000",
    body=plain_body,
    decoder=GeminiDecoder,
    error=error_words,
    models=list_of_models,
    headers=MappingProxyType({}),
)
