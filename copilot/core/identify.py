"""Which language a chat line is in: by script where that tells, else by letters, words and n-grams.

Evidence is added up as logarithms of odds: what an n-gram model says, the commonest words of chats,
letters that a language does not have, how many people chat in it, which languages this person
reads, and what was spoken before. docs/translation.md tells how the weights were found.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from copilot.core.chat_words import LANGUAGES_OF, is_laughter, is_neutral, plain
from copilot.core.chinese import written_form
from copilot.core.kept import words_of
from copilot.core.languages import UNDETERMINED
from copilot.core.letters import (
    MOST_CHATTED,
    MOST_SPOKEN,
    ONLY_LANGUAGE,
    WRITTEN_IN,
    strange_letters,
)
from copilot.core.ports import LanguageGuesser
from copilot.core.scripts import Run, runs

# Tuned with tests/bench/identification.py on one half of the labelled lines, in nats.
_WORD, _SHARED_WORD, _COMMON_WORD = 2.6, 1.5, 0.7
_STRANGE_LETTER = 2.0
_RARE_LANGUAGE, _WORLD_LANGUAGE = 1.2, 0.6
_UNLIKELY = 3.0
_BEFORE = (1.2, 0.6, 0.3)
_LEAST_CHANCE = 1e-5
_LEAST_LOG = math.log(_LEAST_CHANCE)
_LEAST_CONFIDENCE = 0.3
_ENOUGH = 2000
# Letters that make up a word, in scripts that write none apart.
_LETTERS_A_WORD: Final = {"Hani": 1.6, "Kana": 2.0, "Hang": 2.2, "Thai": 3.5, "Laoo": 3.5}
_LETTERS_A_WORD_ELSE = 4.0
# Whoever puts such words around others speaks this language: "帮我 book 一个 room".
_FRAME = re.compile("[的了是我你他她在不有这這那个個们們吗嗎吧呢啊嘛就都也还還要去]")
_FRAME_BONUS = 1.6


@dataclass(frozen=True, slots=True)
class Part:
    """`text[start:end]` is in one language, as far as scripts tell."""

    start: int
    end: int
    tag: str


@dataclass(frozen=True, slots=True)
class Identified:
    """The language of a line: a tag of BCP 47, or "und" where nothing tells.

    `confidence` is from 0 to 1. `parts` are stretches in one script each, in order.
    """

    tag: str = UNDETERMINED
    confidence: float = 0.0
    parts: tuple[Part, ...] = ()

    @property
    def known(self) -> bool:
        """Whether anything told the language."""
        return self.tag != UNDETERMINED


class Identifier:
    """Identifies the languages of lines; callable from any thread."""

    def __init__(self, guesser: LanguageGuesser) -> None:
        self._guesser = guesser

    def prepare(self) -> None:
        """Load what the n-grams need, once; blocking, so call it off the loop."""
        self._guesser.prepare()

    def identify(
        self, text: str, likely: Collection[str] = (), before: Sequence[str] = ()
    ) -> Identified:
        """The language of the words that carry the line.

        Links, code, names after @, quoted lines, emoji and numbers don't count. `likely` are the
        languages of the person and of the contact: others need clear words to be believed.
        `before` are the languages of what the same person said before, newest first. Of a long
        text the first 2000 characters tell. Blocks for most of a second if nobody has called
        `prepare`.
        """
        said = words_of(text[:_ENOUGH])
        found = [run for run in runs(said) if not is_laughter(said[run.start : run.end])]
        if not found:
            return Identified()
        weights = _weights(said, found)
        script = max(weights, key=weights.__getitem__)
        tag, confidence = self._of_script(script, said, found, likely, before)
        return Identified(tag, confidence, self._parts(said, found, script, tag, likely))

    def _of_script(
        self,
        script: str,
        said: str,
        found: Sequence[Run],
        likely: Collection[str],
        before: Sequence[str],
    ) -> tuple[str, float]:
        if script in ("Hani", "Kana", "Jpan"):
            return written_form(said, likely, before, kana=script != "Hani")
        if tag := ONLY_LANGUAGE.get(script):
            return tag, 0.99
        return self._weigh(script, _words(said, found, script), likely, before)

    def _weigh(
        self, script: str, words: Sequence[str], likely: Collection[str], before: Sequence[str]
    ) -> tuple[str, float]:
        """The likeliest language of that script, "und" if even that one is not likely."""
        telling = [word for word in words if not is_neutral(word)]
        if not telling:
            return UNDETERMINED, 0.0
        line = " ".join(telling)
        among = WRITTEN_IN[script]
        guess = self._guesser.guess(line, among).get
        expected = _expected(script, frozenset(tag.split("-")[0] for tag in likely))
        scores = {
            tag: odds
            + (math.log(chance) if (chance := guess(tag, 0.0)) > _LEAST_CHANCE else _LEAST_LOG)
            for tag, odds in expected.items()
        }
        for word in telling:
            tags = [tag for tag in LANGUAGES_OF.get(plain(word), ()) if tag in scores]
            weight = _WORD if len(tags) == 1 else _SHARED_WORD if len(tags) < 4 else _COMMON_WORD
            for tag in tags:
                scores[tag] += weight
        for tag, count in strange_letters(line, script).items():
            scores[tag] -= _STRANGE_LETTER * min(count, 3)
        for weight, tag in zip(_BEFORE, before, strict=False):
            primary = tag.split("-")[0]
            if primary in scores:
                scores[primary] += weight
        return _likeliest(scores)

    def _parts(
        self, said: str, found: Sequence[Run], main: str, tag: str, likely: Collection[str]
    ) -> tuple[Part, ...]:
        parts: list[Part] = []
        others: dict[str, str] = {}
        for run in found:
            script = _group(run.script, main)
            if script == main:
                own = tag
            elif script in others:
                own = others[script]
            else:
                own = others[script] = self._of_script(script, said, found, likely, ())[0]
            if parts and parts[-1].tag == own:
                parts[-1] = Part(parts[-1].start, run.end, own)
            else:
                parts.append(Part(run.start, run.end, own))
        return tuple(parts)


@lru_cache(maxsize=256)
def _expected(script: str, likely: frozenset[str]) -> Mapping[str, float]:
    """What speaks for each language of a script before a word is read."""
    return {
        tag: (_WORLD_LANGUAGE if tag in MOST_SPOKEN else 0.0)
        - (0.0 if tag in MOST_CHATTED else _RARE_LANGUAGE)
        - (_UNLIKELY if likely and tag not in likely else 0.0)
        for tag in WRITTEN_IN[script]
    }


def _group(script: str, main: str) -> str:
    """Japanese is written in kana and Han alike."""
    return main if main == "Jpan" and script in ("Hani", "Kana") else script


def _weights(said: str, found: Sequence[Run]) -> dict[str, float]:
    """How many words each script has, about; Han with kana is "Jpan"."""
    letters: dict[str, int] = {}
    for run in found:
        letters[run.script] = letters.get(run.script, 0) + run.end - run.start
    weights = {
        script: max(1.0, count / _LETTERS_A_WORD.get(script, _LETTERS_A_WORD_ELSE))
        for script, count in letters.items()
    }
    if "Kana" in weights and "Hani" in weights:
        # One の or ー in a Chinese line is fashion.
        if letters["Kana"] > 1 or letters["Hani"] < 4:
            weights["Jpan"] = weights.pop("Kana") + weights.pop("Hani")
        else:
            del weights["Kana"]
    if len(weights) == 1:
        return weights
    if "Latn" in weights:
        words = _words(said, found, "Latn")
        weights["Latn"] = float(sum(not is_neutral(word) and len(word) > 1 for word in words))
        if any("en" in LANGUAGES_OF.get(word, ()) for word in words):
            weights["Latn"] *= 1.3
    if "Hani" in weights and _FRAME.search(said):
        weights["Hani"] *= _FRAME_BONUS
    for script in ("Jpan", "Hang", "Thai"):
        # Their particles are written by nobody else.
        if script in weights:
            weights[script] *= _FRAME_BONUS
    return weights


def _words(said: str, found: Sequence[Run], script: str) -> list[str]:
    """The words in that script, in lower case; an apostrophe joins: "it's"."""
    words: list[str] = []
    end = -1
    for run in found:
        if run.script != script:
            continue
        if words and run.start == end + 1 and said[end] in "'’":
            words[-1] += "'" + said[run.start : run.end].casefold()
        else:
            words.append(said[run.start : run.end].casefold())
        end = run.end
    return words


def _likeliest(scores: Mapping[str, float]) -> tuple[str, float]:
    best = max(scores, key=scores.__getitem__)
    top = scores[best]
    near = [score - top for score in scores.values() if score > top - 8.0]
    confidence = 1.0 / sum(map(math.exp, near))
    return (best, confidence) if confidence >= _LEAST_CONFIDENCE else (UNDETERMINED, confidence)
