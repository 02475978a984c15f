"""The OpenAI chat completions dialect: request → JSON, event stream → model events. No IO.

Format: https://platform.openai.com/docs/api-reference/chat/create and, where providers differ,
what their servers really send: errors inside the stream, reasoning beside the content, usage in
a last piece of its own, content in parts, no [DONE].
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from copilot.core.ports import Finished, ModelEvent, ModelRequest, TextDelta, Usage
from copilot.llm.options import ProviderOptions
from copilot.llm.sse import SseDecoder, SseError

_DONE = "[DONE]"
_REFUSALS = ("content_filter", "refusal")


class WireError(Exception):
    """The provider answers with an error: its word for it, HTTP's number, seconds to wait.

    Only words of the dialect travel in it, never its message, which may quote the chat or the key.
    """

    def __init__(self, code: str, status: int = 0, retry_after: float | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.status = status
        self.retry_after = retry_after


class GarbledStream(Exception):
    """The answer is not what the dialect allows, or it ended too early."""


class _Part(msgspec.Struct):
    type: str = ""
    text: str = ""


class _Delta(msgspec.Struct):
    # Parts as Mistral sends them; reasoning in fields or parts of other names is left out.
    content: str | list[_Part] | None = None
    refusal: str | None = None


class _Choice(msgspec.Struct):
    index: int = 0
    delta: _Delta | None = None
    message: _Delta | None = None
    finish_reason: str | None = None


class _Usage(msgspec.Struct):
    prompt_tokens: int = 0
    completion_tokens: int = 0


class _Error(msgspec.Struct):
    code: str | int | None = None
    type: str | None = None
    status: str | int | None = None


class _Piece(msgspec.Struct):
    choices: list[_Choice] | None = None
    usage: _Usage | None = None
    error: _Error | str | None = None


_decode_piece = msgspec.json.Decoder(_Piece).decode


def encode(request: ModelRequest, options: ProviderOptions) -> bytes:
    """The body of the request. An empty text in `options.extra` leaves that field out.

    So `extra = {max_tokens = "", max_completion_tokens = 2000}` suits models that think.
    """
    body: dict[str, Any] = {
        "model": options.model,
        "messages": [{"role": m.role, "content": m.content.text} for m in request.messages],
        "stream": True,
        "stream_options": {"include_usage": True},
        "max_tokens": request.max_tokens,
        "temperature": request.temperature,
        **options.extra,
    }
    return msgspec.json.encode({name: value for name, value in body.items() if value != ""})


def error_words(body: bytes) -> WireError:
    """The words for what failed in the body of an answer that is no stream ("" if it has none)."""
    try:
        return _wire_error(_decode_piece(body).error)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return WireError("")


class ChatDecoder:
    """feed() gives events as they come, finish() the end; Finished is always the last."""

    def __init__(self) -> None:
        self._sse = SseDecoder()
        self._reason = ""
        self._finished = False

    @property
    def finished(self) -> bool:
        """The end has come: nothing that may follow matters."""
        return self._finished

    def feed(self, piece: bytes) -> list[ModelEvent]:
        """Take the next bytes. Raises WireError and GarbledStream."""
        try:
            return list(self._events(self._sse.feed(piece)))
        except SseError as error:
            raise GarbledStream(str(error)) from None

    def finish(self) -> list[ModelEvent]:
        """No more bytes will come. Raises GarbledStream if the end of the answer is missing."""
        events = list(self._events(self._sse.finish()))
        if self._finished:
            return events
        if not self._reason:
            raise GarbledStream("ended early")
        return [*events, self._end()]

    def whole(self, body: bytes) -> list[ModelEvent]:
        """The answer of a server that does not stream: one JSON object."""
        events = list(self._events([body.decode("utf-8", "replace")]))
        return events if self._finished else [*events, self._end()]

    def _events(self, data: list[str]) -> Iterator[ModelEvent]:
        for text in data:
            if self._finished:
                return
            if text.strip() == _DONE:
                yield self._end()
                return
            try:
                piece = _decode_piece(text)
            except msgspec.DecodeError:
                raise GarbledStream("no JSON of this dialect") from None
            if piece.error is not None:
                raise _wire_error(piece.error)
            for choice in piece.choices or ():
                yield from self._choice(choice)
            if piece.usage is not None and piece.usage.prompt_tokens:
                yield Usage(piece.usage.prompt_tokens, piece.usage.completion_tokens)

    def _choice(self, choice: _Choice) -> Iterator[ModelEvent]:
        delta = choice.delta or choice.message
        if choice.index != 0:
            return
        if delta is not None and (text := _text(delta.content)):
            yield TextDelta(text)
        if delta is not None and delta.refusal:
            self._reason = "refusal"
        if choice.finish_reason and self._reason != "refusal":
            refused = choice.finish_reason in _REFUSALS
            self._reason = "refusal" if refused else choice.finish_reason

    def _end(self) -> Finished:
        self._finished = True
        return Finished(self._reason or "stop")


def _text(content: str | list[_Part] | None) -> str:
    if isinstance(content, list):
        return "".join(part.text for part in content if part.type == "text")
    return content or ""


def _wire_error(error: _Error | str | None) -> WireError:
    if not isinstance(error, _Error):
        return WireError("")
    numbers = (n for n in (error.code, error.status) if isinstance(n, int))
    words = (w for w in (error.code, error.type, error.status) if isinstance(w, str))
    return WireError(next(words, ""), next(numbers, 0))
