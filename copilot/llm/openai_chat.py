"""The OpenAI chat completions dialect: request → JSON, event stream → model events. No IO.

Format: https://platform.openai.com/docs/api-reference/chat/create and, where providers differ,
what their servers really send: errors inside the stream, reasoning beside the content, usage in
a last piece of its own or inside a choice, content in parts, no [DONE].
"""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Any

import msgspec

from copilot.core.ports import ModelEvent, ModelRequest, TextDelta, Usage
from copilot.llm.answer import AnswerDecoder
from copilot.llm.sse import SseDecoder
from copilot.llm.wire import ErrorFields, WireError, WireFormat, error_of, wire_error

_DONE = b"[DONE]"
_REASONS = {
    "content_filter": "refusal",
    "sensitive": "refusal",  # Zhipu, Hunyuan
    "model_length": "length",  # Mistral
}
_FAILED = frozenset({"error", "network_error", "insufficient_system_resource"})
"""Finish reasons by which OpenRouter, Mistral, Zhipu and DeepSeek say that they broke down."""


class _Part(msgspec.Struct):
    type: str = ""
    text: str = ""


class _Delta(msgspec.Struct):
    # Parts as Mistral sends them; reasoning in fields or parts of other names is left out.
    content: str | list[_Part] | None = None
    refusal: str | None = None


class _Details(msgspec.Struct):
    cached_tokens: int | None = None


class _Usage(msgspec.Struct):
    prompt_tokens: int | None = None
    completion_tokens: int | None = None
    prompt_tokens_details: _Details | None = None
    prompt_cache_hit_tokens: int | None = None  # DeepSeek
    cached_tokens: int | None = None  # Moonshot


class _Choice(msgspec.Struct):
    index: int = 0
    delta: _Delta | None = None
    message: _Delta | None = None
    finish_reason: str | None = None
    usage: _Usage | None = None  # Moonshot


class _Piece(msgspec.Struct):
    choices: list[_Choice] | None = None
    usage: _Usage | None = None
    error: ErrorFields | str | None = None
    code: str | int | None = None


class _Model(msgspec.Struct):
    id: str


class _Models(msgspec.Struct):
    data: list[_Model]


_decode_piece = msgspec.json.Decoder(_Piece).decode
_decode_models: Callable[[bytes], _Models | list[_Model]] = msgspec.json.Decoder(
    _Models | list[_Model]
).decode


def plain_body(request: ModelRequest, model: str) -> dict[str, Any]:
    """The request as the dialect's inventor takes it."""
    return {
        "model": model,
        "messages": [{"role": m.role, "content": m.content.text} for m in request.messages],
        "stream": True,
        "stream_options": {"include_usage": True},
        "max_tokens": request.max_tokens,
        "temperature": request.temperature,
    }


def list_of_models(body: bytes) -> tuple[str, ...]:
    """The names in an answer of GET /models; GitHub's has no object around its list."""
    found = _decode_models(body)
    return tuple(model.id for model in (found if isinstance(found, list) else found.data))


class ChatDecoder(AnswerDecoder):
    """Reads the pieces of a chat completion."""

    def __init__(self) -> None:
        super().__init__(SseDecoder())

    def _read(self, frame: bytes, events: list[ModelEvent]) -> None:
        if frame.strip() == _DONE:
            self._ended = True
            return
        piece = _decode_piece(frame)
        if piece.error is not None:
            raise wire_error(piece.error)
        if piece.choices is None and piece.code is not None:
            raise wire_error(ErrorFields(code=piece.code))
        for choice in piece.choices or ():
            if choice.index == 0:
                self._choice(choice, events)
        self._count(piece.usage)

    def _choice(self, choice: _Choice, events: list[ModelEvent]) -> None:
        delta = choice.delta or choice.message
        if delta is not None:
            if text := _text(delta.content):
                events.append(TextDelta(text))
            if delta.refusal:
                self._reason = "refusal"
        if (reason := choice.finish_reason) and self._reason != "refusal":
            if reason in _FAILED:
                raise WireError(reason, 503)
            self._reason = _REASONS.get(reason, reason)
        self._count(choice.usage)

    def _count(self, usage: _Usage | None) -> None:
        if usage is None or not usage.prompt_tokens:
            return
        details = usage.prompt_tokens_details
        cached = (details and details.cached_tokens) or usage.prompt_cache_hit_tokens
        self._usage = Usage(
            usage.prompt_tokens,
            usage.completion_tokens or 0,
            cached or usage.cached_tokens or 0,
        )


def _text(content: str | list[_Part] | None) -> str:
    if isinstance(content, list):
        return "".join(part.text for part in content if part.type == "text")
    return content or ""


OPENAI = WireFormat(
    title="OpenAI",
    path=lambda _model: "/chat/completions",
    models_path="/models",
    body=plain_body,
    decoder=ChatDecoder,
    error=error_of,
    models=list_of_models,
    headers=MappingProxyType({}),
)
