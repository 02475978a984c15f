"""The bank of quick replies: intents with exemplars and curated replies, read from TOML text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from copilot.core.model import Stance

NONE = "none"
"""The intent of lines that deserve no quick reply: it has exemplars and no replies."""

LANGUAGES = ("zh", "en")
REGISTERS = ("friends", "work", "any")

_WORD = re.compile(r"[0-9A-Za-z']+")

Replies = Mapping[Stance, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Exemplar:
    """One incoming line of which the intent is known."""

    text: str
    language: str
    intent: str


@dataclass(frozen=True, slots=True)
class ReplyBank:
    """All exemplars, the replies by (intent, language, register), and the shorthand of chats."""

    exemplars: tuple[Exemplar, ...]
    replies: Mapping[tuple[str, str, str], Replies]
    words: Mapping[str, str] = field(default_factory=dict[str, str])
    phrases: Mapping[str, str] = field(default_factory=dict[str, str])

    @property
    def lines(self) -> tuple[str, ...]:
        """The exemplars spelled out, in the order in which a matcher must know them."""
        return tuple(self.spell_out(exemplar.text) for exemplar in self.exemplars)

    @property
    def intents(self) -> tuple[str, ...]:
        """The names of all intents, `NONE` included, in order."""
        return tuple(dict.fromkeys(exemplar.intent for exemplar in self.exemplars))

    def spell_out(self, line: str) -> str:
        """`line` with shorthand written in full ("where r u" → "where are you")."""
        for short, full in self.phrases.items():
            line = line.replace(short, full)
        return _WORD.sub(lambda found: self.words.get(found[0].casefold(), found[0]), line)

    def find(self, intent: str, language: str, register: str) -> Replies:
        """Replies in that register, else in either, else in the other; empty if there are none."""
        for choice in (register, "any", *REGISTERS):
            if found := self.replies.get((intent, language, choice)):
                return found
        return {}


def parse_reply_bank(texts: Iterable[str]) -> ReplyBank:
    """Join the TOML texts of resources/quick_replies. Raises ValueError naming what is wrong."""
    exemplars: list[Exemplar] = []
    replies: dict[tuple[str, str, str], Replies] = {}
    shorthand: dict[str, dict[str, str]] = {}
    for text in texts:
        tables: dict[str, Any] = tomllib.loads(text)
        shorthand |= tables.pop("shorthand", {})
        for intent, table in tables.items():
            for language, lines in table.pop("exemplars").items():
                exemplars += [Exemplar(line, _known(language, LANGUAGES), intent) for line in lines]
            for language, registers in table.items():
                for register, stances in registers.items():
                    key = (intent, _known(language, LANGUAGES), _known(register, REGISTERS))
                    replies[key] = {Stance(s): tuple(lines) for s, lines in stances.items()}
    return ReplyBank(
        tuple(exemplars), replies, shorthand.get("words", {}), shorthand.get("phrases", {})
    )


def _known(name: str, names: tuple[str, ...]) -> str:
    if name not in names:
        raise ValueError(f"{name!r} is none of {', '.join(names)}")
    return name
