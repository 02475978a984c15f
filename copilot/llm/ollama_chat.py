"""The Ollama dialect (/api/chat): request → JSON, lines of JSON → model events. No IO.

Format: https://github.com/ollama/ollama/blob/main/docs/api.md#generate-a-chat-completion
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

import msgspec

from copilot.core.ports import ModelEvent, ModelRequest, TextDelta, Usage
from copilot.llm.answer import AnswerDecoder
from copilot.llm.ndjson import NdjsonDecoder
from copilot.llm.wire import ErrorFields, WireFormat, error_of, wire_error


class _Message(msgspec.Struct):
    # What it thinks is in a field of its own and left out.
    content: str | None = None


class _Piece(msgspec.Struct):
    message: _Message | None = None
    done: bool = False
    done_reason: str | None = None
    prompt_eval_count: int | None = None
    eval_count: int | None = None
    error: ErrorFields | str | None = None


class _Model(msgspec.Struct):
    name: str


class _Models(msgspec.Struct):
    models: list[_Model]


_decode_piece = msgspec.json.Decoder(_Piece).decode
_decode_models = msgspec.json.Decoder(_Models).decode


def plain_body(request: ModelRequest, model: str) -> dict[str, Any]:
    """The request; what concerns sampling stands among the options."""
    return {
        "model": model,
        "messages": [{"role": m.role, "content": m.content.text} for m in request.messages],
        "stream": True,
        "options": {"num_predict": request.max_tokens, "temperature": request.temperature},
    }


def list_of_models(body: bytes) -> tuple[str, ...]:
    """The names in an answer of GET /api/tags."""
    return tuple(model.name for model in _decode_models(body).models)


class OllamaDecoder(AnswerDecoder):
    """Reads the lines of a chat."""

    def __init__(self) -> None:
        super().__init__(NdjsonDecoder())

    def _read(self, frame: bytes, events: list[ModelEvent]) -> None:
        piece = _decode_piece(frame)
        if piece.error is not None:
            raise wire_error(piece.error)
        if piece.message is not None and piece.message.content:
            events.append(TextDelta(piece.message.content))
        if piece.prompt_eval_count or piece.eval_count:
            # A prompt that it still had in its cache is not counted.
            self._usage = Usage(piece.prompt_eval_count or 0, piece.eval_count or 0)
        if piece.done:
            self._reason = piece.done_reason or "stop"
            self._ended = True


OLLAMA = WireFormat(
    title="Ollama",
    path=lambda _model: "/api/chat",
    models_path="/api/tags",
    body=plain_body,
    decoder=OllamaDecoder,
    error=error_of,
    models=list_of_models,
    headers=MappingProxyType({}),
)
