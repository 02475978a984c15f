"""What can be wrong with a translation that a model wrote, and what is said about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from copilot.core.identify import Identifier
from copilot.core.kept import words_of
from copilot.core.languages import language, same_language
from copilot.core.parsing import REFUSAL
from copilot.core.prompt import estimate_tokens
from copilot.core.protect import Problem
from copilot.core.translation import TranslationRequest

_LETTERS = 4
"""With fewer letters nobody can tell the language of a line."""
_SURE = 0.8
"""From this confidence on a language in the same script is taken for the wrong one."""
_LONGER = 2
"""A refusal is longer than so many times what it refuses to translate."""


@dataclass(frozen=True, slots=True)
class Fault:
    """`again` tells the model what to mend, "" where asking again is of no use.

    `doubt` is said beside a text that is shown all the same, `trouble` where there is none.
    """

    again: str
    doubt: str
    trouble: str = "The model gave no translation of this."

    def told(self, shown: bool) -> tuple[str, str]:
        """Doubt and trouble as they are said."""
        return (self.doubt, "") if shown else ("", self.trouble)


_EMPTY = Fault(
    "Your last answer left this out: translate every numbered line.",
    "",
)
_REFUSED = Fault(
    "You are only asked what the lines say in the other language: translate them.",
    "The model refuses to translate this.",
    "The model refuses to translate this.",
)
_LOST = Fault(
    "Your last answer lost marks such as ⟨PHONE_1⟩: each mark of a line stands once in its"
    " translation, exactly as it is.",
    "Something of the original is missing in this translation.",
)
_NUMBER = Fault(
    "",
    "A number in this translation may differ from the original.",
)
_TERM = Fault(
    "Your last answer did not use the words that were given for some marks.",
    "A word of your glossary is missing in this translation.",
)
_CUT = Fault("", "This translation breaks off: the text is too long for the model.")


def fault_of(
    text: str,
    problems: Sequence[Problem],
    original: str,
    asked: TranslationRequest,
    identifier: Identifier,
    *,
    refused: bool,
    cut: bool,
) -> Fault | None:
    """What is wrong with `text` as the translation of `original`, None if nothing is."""
    if refused or _is_refusal(text, original):
        return _REFUSED
    if not text.strip():
        return _EMPTY
    if cut:
        return _CUT
    if _is_in_another_language(text, asked, identifier):
        name = language(asked.target).prompt_name
        return Fault(
            f"Your last answer was not in {name}: write {name} and no other language.",
            "The model answered in another language.",
        )
    kinds = {problem.what for problem in problems}
    if "missing" in kinds:
        return _LOST
    if "number" in kinds:
        return _NUMBER
    return _TERM if "term" in kinds else None


def _is_refusal(text: str, original: str) -> bool:
    # Who translates "I can't help with that" has not refused anything.
    return bool(REFUSAL.search(text)) and (
        estimate_tokens(text) > _LONGER * estimate_tokens(original) + 8
    )


def _is_in_another_language(text: str, asked: TranslationRequest, identifier: Identifier) -> bool:
    words = words_of(text)
    if sum(c.isalpha() for c in words) < _LETTERS:
        return False
    found = identifier.identify(text, (asked.target, asked.source) if asked.source else ())
    if not found.known or same_language(found.tag, asked.target):
        return False
    return _script(found.tag) != _script(asked.target) or found.confidence >= _SURE


# Tags of languages that share a script are told apart by their words alone.
_SCRIPTS = {
    "cyrillic": "ru uk be bg sr mk kk ky mn tg",
    "arabic": "ar fa ur ps ug",
    "hans": "zh zh-Hans",
    "hant": "zh-Hant yue",
    "devanagari": "hi mr ne",
}
_BY_SCRIPT = {tag: script for script, tags in _SCRIPTS.items() for tag in tags.split()}
_OWN_SCRIPT = re.compile(r"(ja|ko|el|he|th|ta|te|bn|ka|hy|my|km|lo|gu|pa|kn|ml|si|am)\b")


def _script(tag: str) -> str:
    """What the letters of a language are called here: equal for languages that share them."""
    own = _OWN_SCRIPT.match(tag)
    return _BY_SCRIPT.get(tag) or (own[1] if own else "latin")
