"""What every wire format consists of, and what can go wrong in one. No IO."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from copilot.core.ports import ModelRequest

if TYPE_CHECKING:
    from copilot.llm.answer import AnswerDecoder


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


class WebPage(GarbledStream):
    """The answer is a page for a browser."""


UNREADABLE = (msgspec.MsgspecError, UnicodeDecodeError, RecursionError)
"""What decoding JSON of strangers raises."""


class ErrorFields(msgspec.Struct):
    """The fields in which providers say what failed."""

    code: str | int | None = None
    type: str | None = None
    status: str | int | None = None


class _ErrorBody(msgspec.Struct):
    error: ErrorFields | str | None = None
    # Some put the fields beside each other instead (SiliconFlow, vLLM).
    code: str | int | None = None
    type: str | None = None


_decode_error = msgspec.json.Decoder(_ErrorBody).decode


def wire_error(error: ErrorFields | str | None) -> WireError:
    """The words in an error, "" if it has none."""
    if isinstance(error, str):
        # Ollama has only its sentence: it does not pass through, but this much can be told.
        return WireError("model_not_found" if "not found" in error else "")
    if error is None:
        return WireError("")
    numbers = (n for n in (error.code, error.status) if isinstance(n, int))
    words = (w for w in (error.code, error.type, error.status) if isinstance(w, str))
    return WireError(next(words, ""), next(numbers, 0))


def error_of(body: bytes) -> WireError:
    """The words for what failed in the body of an answer that is no stream ("" if it has none)."""
    try:
        found = _decode_error(body)
    except UNREADABLE:
        return WireError("")
    return wire_error(found.error or ErrorFields(code=found.code, type=found.type))


@dataclass(frozen=True, slots=True)
class WireFormat:
    """How a dialect is spoken, as plain functions.

    `path` and `models_path` follow a provider's address; `body` gives the plain form of a
    request, `error` the words in the body of a failure, `models` the names in a list of models
    (raises what UNREADABLE names). `headers` go with every request.
    """

    title: str
    path: Callable[[str], str]
    models_path: str
    body: Callable[[ModelRequest, str], dict[str, Any]]
    decoder: Callable[[], AnswerDecoder]
    error: Callable[[bytes], WireError]
    models: Callable[[bytes], tuple[str, ...]]
    headers: Mapping[str, str]
