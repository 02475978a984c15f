"""A skill: an atomic prompt as data, with its inputs, the shape of its answer and its limits."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NoReturn, cast

from copilot.core.errors import SettingsError
from copilot.core.model import ME, THEM, Conversation, Draft, Message, Stance

INPUTS = ("conversation", "draft", "lines")
FORMS = ("suggestions", "lines", "fields", "answer")
_TEXTS = ("name", "title", "description", "instructions", "task")
_FIELDS = (*_TEXTS, "inputs", "output", "limits", "examples")


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one request. `prompt_tokens` and `draft_tokens` are estimates before sending."""

    prompt_tokens: int = 1500
    answer_tokens: int = 320
    draft_tokens: int = 600
    temperature: float = 0.7


@dataclass(frozen=True, slots=True)
class Example:
    """One question and the answer that would be right."""

    conversation: Conversation
    draft: Draft
    answer: str


@dataclass(frozen=True, slots=True)
class Skill:
    """What is asked of a model.

    `instructions` come first and never change, `task` is the last line of every question. The
    answer holds at most `count` suggestions; each names one of `stances` if there are several.
    Skills of another `form` have neither: "lines" answers each numbered line that it was given,
    "fields" answers with lines such as "name|value", "answer" answers in Markdown, or, if it is
    `insertable`, with a plain text for the draft. `in_my_language` where people get the answer in
    theirs, whatever the chat is in.
    """

    name: str
    title: str
    description: str
    inputs: frozenset[str]
    instructions: str
    task: str
    stances: tuple[Stance, ...]
    count: int
    limits: Limits
    examples: tuple[Example, ...]
    form: str = "suggestions"
    insertable: bool = False
    in_my_language: bool = False


def parse_skill(text: str, origin: str) -> Skill:
    """The skill in this TOML text; `origin` names the file in errors.

    Raises SettingsError with the line (of broken TOML) or the field.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        # "Expected '=' after a key in a key/value pair (at line 3, column 5)"
        found = re.search(r"at line (\d+)", str(error))
        raise SettingsError(
            f"{origin} is not valid TOML.",
            f"It breaks off here: {error}.",
            line=int(found[1]) if found else 0,
        ) from None
    except (ValueError, RecursionError):
        # Numbers of thousands of digits, lists in thousands of lists.
        raise SettingsError(
            f"{origin} is not valid TOML.", "No skill needs anything so large."
        ) from None
    return _Fields(data, origin).skill()


class _Fields:
    """Reads typed fields and names the one that is wrong."""

    def __init__(self, data: Mapping[str, Any], origin: str, prefix: str = "") -> None:
        self._data = data
        self._origin = origin
        self._prefix = prefix

    def skill(self) -> Skill:
        self._only(_FIELDS)
        output = self._table("output")
        form = output._form()
        suggests = form == "suggestions"
        answers = form == "answer"
        insertable = answers and output._flag("insertable", default=False)
        inputs = ("conversation", "draft") if answers else INPUTS
        return Skill(
            name=self._text("name"),
            title=self._text("title"),
            description=self._text("description"),
            inputs=frozenset(self._words("inputs", inputs)),
            instructions=self._text("instructions"),
            task=self._text("task"),
            stances=output._stances() if suggests else (),
            count=output._whole("count", 3, 1, 9) if suggests else 0,
            limits=self._table("limits")._limits(),
            examples=tuple(table._example() for table in self._tables("examples")),
            form=form,
            insertable=insertable,
            in_my_language=answers and output._flag("my_language", default=not insertable),
        )

    def _form(self) -> str:
        form = self._text("form", optional=True) or "suggestions"
        if form not in FORMS:
            self._wrong("form", f"is one of {', '.join(FORMS)}")
        if form == "answer":
            self._only(("form", "insertable", "my_language"))
        elif form != "suggestions":
            self._only(("form",))
        return form

    def _stances(self) -> tuple[Stance, ...]:
        self._only(("form", "count", "stances"))
        return tuple(Stance(word) for word in self._words("stances", tuple(Stance)))

    def _limits(self) -> Limits:
        self._only(("prompt_tokens", "answer_tokens", "draft_tokens", "temperature"))
        default = Limits()
        temperature = self._data.get("temperature", default.temperature)
        if not isinstance(temperature, int | float) or not 0 <= temperature <= 2:
            self._wrong("temperature", "is a number from 0 to 2")
        return Limits(
            self._whole("prompt_tokens", default.prompt_tokens, 200, 100_000),
            self._whole("answer_tokens", default.answer_tokens, 16, 10_000),
            self._whole("draft_tokens", default.draft_tokens, 16, 10_000),
            float(temperature),
        )

    def _example(self) -> Example:
        self._only(("chat", "draft", "answer"))
        messages: list[Message] = []
        draft = self._text("draft", optional=True)
        lines = [] if draft and "chat" not in self._data else self._list("chat")
        for line in lines:
            sender, colon, text = line.partition(": ")
            if not colon or sender not in (ME, THEM):
                self._wrong("chat", 'holds lines such as "them: Are you there?"')
            messages.append(Message(sender, text))
        return Example(
            Conversation("", tuple(messages)), Draft(draft, len(draft)), self._text("answer")
        )

    def _text(self, name: str, *, optional: bool = False) -> str:
        value = self._data.get(name, "" if optional else None)
        if not isinstance(value, str) or not (value.strip() or optional):
            self._wrong(name, "is a text that is not empty")
        return value.strip()

    def _flag(self, name: str, *, default: bool) -> bool:
        value = self._data.get(name, default)
        if not isinstance(value, bool):
            self._wrong(name, "is true or false")
        return value

    def _whole(self, name: str, default: int, least: int, most: int) -> int:
        value = self._data.get(name, default)
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            self._wrong(name, f"is a whole number from {least} to {most}")
        return value

    def _list(self, name: str) -> list[str]:
        value = self._data.get(name)
        items = cast("list[object]", value) if isinstance(value, list) else []
        texts = [item for item in items if isinstance(item, str)]
        if not texts or len(texts) != len(items):
            self._wrong(name, "is a list of texts that is not empty")
        return texts

    def _words(self, name: str, known: tuple[str, ...]) -> list[str]:
        words = self._list(name)
        if not set(words) <= set(known):
            self._wrong(name, f"holds only these words: {', '.join(known)}")
        return words

    def _table(self, name: str) -> _Fields:
        value = self._data.get(name, {})
        if not isinstance(value, dict):
            self._wrong(name, "is a table")
        return _Fields(cast("dict[str, Any]", value), self._origin, f"{self._prefix}{name}.")

    def _tables(self, name: str) -> list[_Fields]:
        value = self._data.get(name, [])
        items = cast("list[object]", value) if isinstance(value, list) else [None]
        if not all(isinstance(item, dict) for item in items):
            self._wrong(name, f"is a list of tables, [[{name}]]")
        tables = cast("list[dict[str, Any]]", items)
        return [
            _Fields(table, self._origin, f"{self._prefix}{name}[{i}].")
            for i, table in enumerate(tables)
        ]

    def _only(self, known: tuple[str, ...]) -> None:
        for name in self._data:
            if name not in known:
                self._wrong(name, f"is not known here; known are {', '.join(known)}")

    def _wrong(self, name: str, rule: str) -> NoReturn:
        field = f"{self._prefix}{name}"
        raise SettingsError(
            f"The skill in {self._origin} can't be used: {field} is wrong.",
            f"{field} {rule}.",
            field=field,
        )
