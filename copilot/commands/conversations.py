"""Conversations from files: JSON, or JSON Lines with one conversation a line."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO, cast

from copilot.core.errors import InputError
from copilot.core.model import Conversation, Draft, Message

_SHAPE = (
    'Look at `chat-copilot suggest --help`: {"contact", "messages": [{"from", "text"}], "draft"}'
)


@dataclass(frozen=True, slots=True)
class Given:
    """One conversation from a file; `where` says which, for errors.

    `app` is the application that `read` saw it in, "file" where nobody says so.
    """

    where: str
    conversation: Conversation
    draft: Draft
    app: str = "file"


def read_all(names: Sequence[str]) -> Iterator[Given]:
    """The conversations of all files, each as soon as it has been read. Raises InputError."""
    for name in names:
        if name == "-":
            yield from _read(sys.stdin, "standard input")
            continue
        try:
            with Path(name).open(encoding="utf-8-sig") as file:
                yield from _read(file, Path(name).name)
        except OSError as error:
            raise InputError(f"{name} can't be read ({error.strerror}).", "") from error


def parse(value: object, where: str) -> Given:
    """One conversation. A draft may be a text or, as `read` prints it, {"text", "caret"}.

    Raises InputError, which names the field but quotes nothing of the chat.
    """
    given = _object(value, where)
    messages = given.get("messages", [])
    if not isinstance(messages, list):
        raise _wrong(f"{where}: messages", "a list")
    conversation = Conversation(
        _text(given, "contact", f"{where}: contact", default=""),
        tuple(
            _message(message, f"{where}: messages[{number}]")
            for number, message in enumerate(cast("list[object]", messages))
        ),
    )
    draft = _draft(given.get("draft"), f"{where}: draft")
    return Given(where, conversation, draft, _text(given, "app", f"{where}: app", default="file"))


def _read(file: TextIO, name: str) -> Iterator[Given]:
    try:
        first = next((line for line in file if line.strip()), "")
        value = _decoded(first)
        if value is None:
            # Not a whole value on its first line: one conversation over many lines.
            yield parse(_decoded_or_raise(first + file.read(), name), name)
            return
        number = 1
        yield parse(value, name)
        for line in file:
            number += 1
            if line.strip():
                where = f"{name}, line {number}"
                yield parse(_decoded_or_raise(line, where), where)
    except UnicodeDecodeError:
        raise InputError(f"{name} is not UTF-8 text.", "Save it as UTF-8.") from None


def _decoded(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _decoded_or_raise(text: str, where: str) -> object:
    try:
        return json.loads(text)
    except ValueError as error:
        at = f" at line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise InputError(f"{where} is not JSON{at}.", _SHAPE) from None
    except RecursionError:
        raise InputError(f"{where} is nested too deeply.", _SHAPE) from None


def _message(value: object, where: str) -> Message:
    message = _object(value, where)
    at = message.get("at")
    if at is not None and not isinstance(at, str):
        raise _wrong(f"{where}.at", "a text")
    return Message(
        _text(message, "from", f"{where}.from"), _text(message, "text", f"{where}.text"), at
    )


def _draft(value: object, where: str) -> Draft:
    if value is None:
        return Draft()
    if isinstance(value, str):
        return Draft(value, len(value))
    fields = _object(value, where)
    text = _text(fields, "text", f"{where}.text", default="")
    caret = fields.get("caret", len(text))
    if type(caret) is not int or not 0 <= caret <= len(text):
        raise _wrong(f"{where}.caret", "a place in the text")
    return Draft(text, caret)


def _object(value: object, where: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _wrong(where, "an object")
    return cast("dict[str, Any]", value)


def _text(values: dict[str, Any], key: str, where: str, default: str | None = None) -> str:
    value = values.get(key, default)
    if not isinstance(value, str):
        raise _wrong(where, "a text")
    return value


def _wrong(where: str, kind: str) -> InputError:
    return InputError(f"{where} must be {kind}.", _SHAPE)
