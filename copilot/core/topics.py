"""Topics for a quiet talk: follow-ups to what the other side said earlier, else openers."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from copilot.core.language import language_of_chat
from copilot.core.model import ME, Conversation, Source, Stance, Suggestion
from copilot.core.register import register_of

OFFERED = 3
FOLLOW_UPS = 2
"""At most so many of the offered are follow-ups, from different themes; openers fill the rest."""

_REMEMBERED = 60
"""Messages further back are left alone."""

Lines = Mapping[tuple[str, str], tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Theme:
    """Something people talk about: how to notice it, and lines by (language, register).

    While one that stands `alone` is among what was said, nothing lighter is offered beside it.
    """

    name: str
    keywords: re.Pattern[str]
    lines: Lines
    alone: bool = False


@dataclass(frozen=True, slots=True)
class TopicBank:
    """All themes, and openers by (language, register)."""

    themes: tuple[Theme, ...]
    openers: Lines


def parse_topic_bank(texts: Iterable[str]) -> TopicBank:
    """Join the TOML texts of resources/topics. Raises ValueError if one is not TOML."""
    themes: list[Theme] = []
    openers: dict[tuple[str, str], tuple[str, ...]] = {}
    for text in texts:
        tables: dict[str, Any] = tomllib.loads(text)
        openers |= _lines(tables.get("openers", {}))
        for name, table in tables.get("theme", {}).items():
            alone, keywords = table.pop("alone", False), _pattern(table.pop("keywords"))
            themes.append(Theme(name, keywords, _lines(table), alone))
    return TopicBank(tuple(themes), openers)


class Topics:
    """Suggests from the bank. Holds no state."""

    def __init__(self, bank: TopicBank) -> None:
        self._bank = bank

    def suggest(self, conversation: Conversation, turn: int = 0) -> tuple[Suggestion, ...]:
        """Up to three ways to go on, () in a language without any; `turn` rotates them."""
        messages = conversation.messages[-_REMEMBERED:]
        newest_first = [message.text for message in reversed(messages)]
        language = language_of_chat([*newest_first, conversation.contact])
        kind = (language, register_of(messages))
        said = set(newest_first)
        incoming = [m.text for m in reversed(messages) if m.sender != ME]
        themes = self._themes(incoming)
        grave = next((theme for theme in themes if theme.alone), None)
        if grave is not None:
            return _topics(_window(_unsaid(grave.lines.get(kind, ()), said), turn, OFFERED))
        follow_ups = [
            fresh[turn % len(fresh)]
            for theme in themes
            if (fresh := _unsaid(theme.lines.get(kind, ()), said))
        ]
        openers = _unsaid(self._bank.openers.get(kind, ()), said)
        chosen = _window(follow_ups, turn, FOLLOW_UPS)
        chosen += _window(openers, turn, OFFERED - len(chosen))
        return _topics(chosen)

    def _themes(self, newest_first: Sequence[str]) -> list[Theme]:
        """Themes that were touched, the latest first."""
        found = {
            theme.name: theme
            for text in newest_first
            for theme in self._bank.themes
            if theme.keywords.search(text)
        }
        return list(found.values())


def _topics(texts: Sequence[str]) -> tuple[Suggestion, ...]:
    return tuple(Suggestion(text, Stance.TOPIC, Source.INSTANT) for text in texts)


def _window(texts: Sequence[str], turn: int, size: int) -> list[str]:
    """`size` neighbours, beginning further on at each turn."""
    if len(texts) <= size:
        return list(texts)
    first = turn * size
    return [texts[(first + i) % len(texts)] for i in range(size)]


def _unsaid(texts: Sequence[str], said: set[str]) -> list[str]:
    return [text for text in texts if text not in said]


def _lines(table: Mapping[str, Mapping[str, list[str]]]) -> Lines:
    return {
        (language, register): tuple(texts)
        for language, registers in table.items()
        for register, texts in registers.items()
    }


def _pattern(keywords: Mapping[str, list[str]]) -> re.Pattern[str]:
    chinese = [re.escape(word) for word in keywords.get("zh", ())]
    english = [rf"\b{re.escape(word)}s?\b" for word in keywords.get("en", ())]
    return re.compile("|".join(chinese + english), re.IGNORECASE)
