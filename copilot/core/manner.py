"""How somebody writes, measured from their messages: length, emoji, capitals, greetings, tone."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, cast

ENOUGH = 5
"""From so many messages on something can be said of how a person writes."""
_MOST = 200
"""At so many messages all counts are halved, so that what is new counts more."""
_USUALLY, _RARELY = 0.7, 0.15
_SURE = 0.5
"""From which confidence on a language counts; every second Chinese line is of either form."""
_SHORT, _LONG = 6.0, 18.0
"""Words a message."""

_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# What stands without spaces: a word has one and a half of these.
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\U00020000-\U0002ffff]")
_EMOJI = re.compile(r"[\u2600-\u27bf\U0001f1e6-\U0001f1ff\U0001f300-\U0001faff]|:-?[)D(P]|\^_\^")
_END = re.compile(r"[.!?…。！？]['\"”’)）」]*\Z")
_POLITE = re.compile(
    r"您|贵司|贵公司|谨|敬请|劳驾|烦请|麻烦您|です|ます|ください|습니다|세요|\bSie\b|\bIhnen\b|\bvous\b"
    r"|\busted(?:es)?\b|\b(?:[Dd]ear|[Rr]egards|[Kk]indly|[Ss]incerely|[Ww]ould you|[Cc]ould you)\b"
)
_CASUAL = re.compile(
    r"哈哈|嘿嘿|嘻嘻|啦|呀|嘛|哦|～|咱|ｗ|草|ㅋㅋ|ㅎㅎ"
    r"|\b(?:lol|lmao|haha\w*|omg|bro|dude|wanna|gonna|gotta|u|ur|ya|yeah|yep|nah|jaja\w*|mdr|ptdr)\b",
    re.IGNORECASE,
)
# A closed list: a greeting that is counted can't be anybody's name.
_GREETING = re.compile(
    r"(hello|hey+|hi|dear|good (?:morning|evening|afternoon)|yo|hola|salut|bonjour|coucou|hallo"
    r"|moin|ciao|ol[aá]|привет|здравствуйте|您好|你好|早上好|早安|早|晚上好|嗨|哈喽|嘿|在吗"
    r"|こんにちは|おはよう(?:ございます)?|안녕(?:하세요)?|مرحبا|merhaba)(?!\w*[a-zà-ÿ])",
    re.IGNORECASE,
)

_SUMS = ("messages", "words", "emoji", "cased", "lower", "ended", "polite", "casual")

Counts = Mapping[str, int]
_NONE: Counts = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Manner:
    """Counts of somebody's messages; no text is in it but greetings from a list of ours.

    `words` is the sum of their lengths. `cased` are the messages that begin with a letter that
    has capitals, `lower` those of them that begin without one. `ended` end with a sentence's mark.
    """

    messages: int = 0
    words: int = 0
    emoji: int = 0
    cased: int = 0
    lower: int = 0
    ended: int = 0
    polite: int = 0
    casual: int = 0
    greetings: Counts = field(default_factory=lambda: _NONE)
    languages: Counts = field(default_factory=lambda: _NONE)

    @property
    def known(self) -> bool:
        """Whether it rests on enough messages to say something."""
        return self.messages >= ENOUGH

    @property
    def language(self) -> str:
        """The language that most messages are in, as a BCP 47 tag, "" if there is none."""
        return most_frequent(self.languages)


def learn(manner: Manner, text: str) -> Manner:
    """With one more message."""
    if not _LETTER.search(text) and not _EMOJI.search(text):
        return manner  # a number or a picture's place tells nothing
    if manner.messages >= _MOST:
        manner = _halved(manner)
    first = next((c for c in text if c.isalpha()), "")
    cased = first.upper() != first.lower()
    greeting = _GREETING.match(text.strip())
    return Manner(
        messages=manner.messages + 1,
        words=manner.words + _words(text),
        emoji=manner.emoji + bool(_EMOJI.search(text)),
        cased=manner.cased + cased,
        lower=manner.lower + (cased and first.islower()),
        ended=manner.ended + bool(_END.search(text.strip())),
        polite=manner.polite + bool(_POLITE.search(text)),
        casual=manner.casual + bool(_CASUAL.search(text)),
        greetings=counted(manner.greetings, greeting[1].casefold() if greeting else ""),
        languages=counted(manner.languages, tag_of(text)),
    )


def describe(manner: Manner) -> tuple[str, ...]:
    """How they write, in a few words for a prompt and for people; empty while too little is known.

    The words change only where the habit does: what stands first in a prompt must stay the same.
    """
    if not manner.known:
        return ()
    count = manner.messages
    length = manner.words / count
    said = ["short" if length < _SHORT else "long" if length > _LONG else "medium length"]
    if manner.cased * 2 >= count and manner.lower >= _USUALLY * manner.cased:
        said.append("lower case")
    if manner.ended <= _RARELY * count:
        said.append("no full stops")
    emoji = manner.emoji / count
    said.append(
        "no emoji"
        if not emoji
        else "rarely emoji"
        if emoji < _RARELY
        else "often emoji"
        if emoji > 0.4
        else "some emoji"
    )
    formality = formality_of(manner)
    if formality:
        said.append(formality)
    greeting = most_frequent(manner.greetings)
    if greeting and manner.greetings[greeting] >= 2:
        said.append(f"greets with “{greeting}”")
    return tuple(said)


def formality_of(manner: Manner) -> str:
    """ "polite" or "casual" where their messages show it, else ""."""
    least = max(2.0, _RARELY * manner.messages)
    if manner.polite >= least and manner.polite > manner.casual:
        return "polite"
    if manner.casual >= least and manner.casual > manner.polite:
        return "casual"
    return ""


def tag_of(text: str) -> str:
    """The language of a line as a BCP 47 tag, "" where it can't be told.

    By script, words and letters alone, in a fifth of a millisecond: enough for what is counted over
    many lines, and no model is loaded for it. Single words that many languages have pass for
    English: of the lines of tests/data/language_lines.jsonl 4 in 100 are told wrong.
    """
    # Deferred: its tables take 30 ms, and the start needs none of them.
    from copilot.core.identify import Identifier

    identifier = Identifier(_NoGrams())
    for likely in ((), ("en",)):
        found = identifier.identify(text, likely)
        if found.known and found.confidence >= _SURE:
            return found.tag
    return ""


class _NoGrams:
    """Implements the port LanguageGuesser without guessing."""

    def prepare(self) -> None:
        pass

    def guess(self, text: str, among: Sequence[str]) -> Mapping[str, float]:
        return {}


def as_numbers(manner: Manner) -> dict[str, Any]:
    """Its counts as values that JSON knows."""
    values = {name: getattr(manner, name) for name in _SUMS}
    return {**values, "greetings": dict(manner.greetings), "languages": dict(manner.languages)}


def of_numbers(values: Mapping[str, Any]) -> Manner:
    """What `as_numbers` made these of; what is missing or no number counts as nothing."""
    sums = {name: values.get(name) for name in _SUMS}
    known = {n: v for n, v in sums.items() if type(v) is int and v >= 0}
    return Manner(
        **known,
        greetings=of_counts(values.get("greetings")),
        languages=of_counts(values.get("languages")),
    )


def counted(counts: Counts, name: str) -> Counts:
    """With one more of `name`, unless that is ""; what is new counts more in the long run."""
    if not name:
        return counts
    if sum(counts.values()) >= _MOST:
        counts = {n: c // 2 for n, c in counts.items() if c > 1}
    return MappingProxyType({**counts, name: counts.get(name, 0) + 1})


def most_frequent(counts: Counts) -> str:
    """The name that was counted most, the first of equals; "" if there is none."""
    return max(counts, key=lambda name: counts[name], default="")


def of_counts(value: object) -> Counts:
    """Counts as JSON has them; whatever is none is left out."""
    if not isinstance(value, Mapping):
        return _NONE
    items = cast("Mapping[object, object]", value).items()
    return MappingProxyType(
        {n: c for n, c in items if isinstance(n, str) and type(c) is int and c > 0}
    )


def _words(text: str) -> int:
    signs = len(_CJK.findall(text))
    return len(_WORD.findall(_CJK.sub(" ", text))) + math.ceil(signs / 1.5)


def _halved(manner: Manner) -> Manner:
    # Greetings and languages age by themselves, in `counted`.
    return replace(manner, **{name: getattr(manner, name) // 2 for name in _SUMS})
