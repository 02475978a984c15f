"""The Anthropic messages dialect: request → JSON, event stream → model events. No IO.

Format: https://docs.anthropic.com/en/api/messages and /en/docs/build-with-claude/streaming
"""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

import msgspec

from copilot.core.ports import ModelEvent, ModelRequest, TextDelta, Usage
from copilot.llm.answer import AnswerDecoder
from copilot.llm.sse import SseDecoder
from copilot.llm.wire import ErrorFields, WireFormat, error_of, wire_error

_REASONS = {
    "end_turn": "stop",
    "stop_sequence": "stop",
    "max_tokens": "length",
    "model_context_window_exceeded": "length",
}
_HOTTEST = 1.0
"""The scale of temperatures ends here; OpenAI's ends at 2."""


class _Usage(msgspec.Struct):
    input_tokens: int | None = None
    output_tokens: int | None = None
    cache_creation_input_tokens: int | None = None
    cache_read_input_tokens: int | None = None


class _Block(msgspec.Struct):
    # Thoughts, their signatures and calls of tools are other types, without a text.
    type: str = ""
    text: str = ""
    stop_reason: str | None = None


class _Message(msgspec.Struct):
    usage: _Usage | None = None


class _Event(msgspec.Struct):
    type: str
    message: _Message | None = None
    content_block: _Block | None = None
    delta: _Block | None = None
    usage: _Usage | None = None
    error: ErrorFields | str | None = None
    # of a message that comes whole
    content: list[_Block] | None = None
    stop_reason: str | None = None


class _Model(msgspec.Struct):
    id: str


class _Models(msgspec.Struct):
    data: list[_Model]


_decode_event = msgspec.json.Decoder(_Event).decode
_decode_models = msgspec.json.Decoder(_Models).decode


def plain_body(request: ModelRequest, model: str) -> dict[str, Any]:
    """The request; what the system says stands beside the messages."""
    system = "\n\n".join(m.content.text for m in request.messages if m.role == "system")
    body: dict[str, Any] = {
        "model": model,
        "messages": [
            {"role": m.role, "content": m.content.text}
            for m in request.messages
            if m.role != "system"
        ],
        "stream": True,
        "max_tokens": request.max_tokens,
        "temperature": min(request.temperature, _HOTTEST),
    }
    return {**body, "system": system} if system else body


def list_of_models(body: bytes) -> tuple[str, ...]:
    """The names in an answer of GET /models."""
    return tuple(model.id for model in _decode_models(body).data)


class MessagesDecoder(AnswerDecoder):
    """Reads the events of a message."""

    def __init__(self) -> None:
        super().__init__(SseDecoder())
        self._counted = _Usage()

    def _read(self, frame: bytes, events: list[ModelEvent]) -> None:
        event = _decode_event(frame)
        match event.type:
            case "content_block_delta":
                _add(event.delta, "text_delta", events)
            case "content_block_start":
                _add(event.content_block, "text", events)
            case "message_start":
                self._count(event.message and event.message.usage)
            case "message_delta":
                self._stop(event.delta and event.delta.stop_reason)
                self._count(event.usage)
            case "message_stop":
                self._ended = True
            case "message":
                for block in event.content or ():
                    _add(block, "text", events)
                self._stop(event.stop_reason)
                self._count(event.usage)
            case "error":
                raise wire_error(event.error)
            case _:
                pass  # pings, ends of blocks, and events that are yet to be invented

    def _stop(self, reason: str | None) -> None:
        if reason:
            self._reason = _REASONS.get(reason, reason)

    def _count(self, usage: _Usage | None) -> None:
        """Counts grow in the course of a stream; the newest of each counts."""
        if usage is None:
            return
        for name in usage.__struct_fields__:
            if (number := getattr(usage, name)) is not None:
                setattr(self._counted, name, number)
        counted = self._counted
        cached = counted.cache_read_input_tokens or 0
        # What is read from the cache and written to it is not among the input.
        prompt = (counted.input_tokens or 0) + (counted.cache_creation_input_tokens or 0) + cached
        if prompt:
            self._usage = Usage(prompt, counted.output_tokens or 0, cached)


def _add(block: _Block | None, kind: str, events: list[ModelEvent]) -> None:
    if block is not None and block.type == kind and block.text:
        events.append(TextDelta(block.text))


ANTHROPIC = WireFormat(
    title="Anthropic",
    path=lambda _model: "/messages",
    models_path="/models?limit=1000",
    body=plain_body,
    decoder=MessagesDecoder,
    error=error_of,
    models=list_of_models,
    headers=MappingProxyType({"anthropic-version": "2023-06-01"}),
)
