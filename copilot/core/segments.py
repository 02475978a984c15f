"""Cuts text into sentences and clauses in any script; joined, the parts are exactly the text.

A line break ends a sentence always. The space after an end belongs to what ends there.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence

# Full stops of scripts that use no other mark for it: Chinese and Japanese, Arabic and Urdu,
# Devanagari, Armenian, Ethiopic, Burmese, Khmer, Tibetan; "ฯ" would be Thai, and only abbreviates.
_ALWAYS = "。！？｡．؟۔।॥։።፧၊။។༎‼⁇⁈⁉"
_CLOSERS = r"[\"'”’»›）)\]】」』〉》*_~]*"
# Emoji with their joiners, which go with the sentence that they stand behind.
_EMOJI = (
    r"(?:[ \t]*[\u203c\u2049\u2600-\u27bf\u2b50\U0001f000-\U0001faff]"
    r"[\ufe0f\u200d\U0001f3fb-\U0001f3ff]*)*"
)
_SPACE = r"(?:[ \t\u3000]*(?:\r\n|[\r\n])+|[ \t\u3000]+|$)?"
_SENTENCE_END = re.compile(
    rf"(?:[{_ALWAYS}]+[.!?…{_ALWAYS}]*|[.!?…]+[{_ALWAYS}]*){_CLOSERS}{_EMOJI}{_SPACE}"
    r"|[ \t]*(?:\r\n|[\r\n\u2028\u2029])\s*"
)
_CLAUSE_END = re.compile(r"(?:[,;:](?=\s|$)|[，、；：،؛—–]+|(?<=\s)-(?=\s))[ \t\u3000]*")
# "https://a.io/x?q=1", "me@a.io", "a.io": no end of a sentence inside.
_WHOLE = re.compile(
    r"(?:https?://|www\.)[^\s，。！？、；]*[^\s，。！？、；.,!?;:)\]'\"]"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w.])\w[\w-]*(?:\.[\w-]+)+(?:/[^\s，。！？、；]*[^\s，。！？、；.,!?;:)\]'\"])?"
    r"|`[^`\n]+`",
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'“„«])(?:"
    r"(?:mr|mrs|ms|dr|prof|st|sr|jr|vs|etc|approx|dept|est|fig|inc|ltd|co|corp|no|vol|pp?|ca|cf|al"
    r"|bzw|usw|evtl|ggf|inkl|exkl|nr|str|tel|hr|fr|sog|max|min|mind|vgl|zzgl"
    r"|mme|mlle|av|env|ex|sra|srta|ud|uds|vd|pág|núm|art|ecc|sig|dott|ing"
    r"|bijv|dhr|mevr|enz|ul|tj|tzn|np|itd|ok|godz|г|ул|им|см|стр|руб|тыс|млн|т"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|wed|thurs?|fri|sat|sun"
    r")|(?:[^\W\d_]\.)+[^\W\d_]|(?!i\.$)[^\W\d_])\.$",  # "e.g.", "z.B.", "U.S.A.", initials
    re.IGNORECASE,
)
_OFTEN_LAST = re.compile(
    r"(?:^|\s)(?:etc|usw|enz|itd|ecc|no|co|max|min|sun|sat|mon|art|ok|fig|ex)\.$", re.I
)
_NUMBER_BEGUN = re.compile(r"\d[.,:]$")
_NEXT_LOWER = re.compile(r"\s*[^\W\d_A-Z]")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences; `"".join` of them is `text`. Text without any end is one."""
    return _cut(text, _sentence_ends)


def clauses(text: str) -> tuple[str, ...]:
    """Finer: also ends at commas, colons, semicolons and dashes of any script."""
    return _cut(text, _clause_ends)


def ends_clause(text: str) -> bool:
    """Whether the text, as far as it has been typed, ends where a clause does."""
    stripped = text.rstrip(" \t\u3000")
    if not stripped or _NUMBER_BEGUN.search(stripped):
        return False
    if stripped[-1] in "\r\n":
        return True
    last = clauses(text)[-1]
    return any(end == len(last) for end in _clause_ends(last))


def stable(before: Sequence[str], now: Sequence[str]) -> int:
    """How many leading parts of `now` stand as they did in `before`, so that their translations do.

    The last part of a growing text is unfinished and never counts, unless nothing has changed.
    """
    if tuple(before) == tuple(now):
        return len(now)
    same = 0
    for old, new in zip(before, now, strict=False):
        if old != new:
            break
        same += 1
    return min(same, len(now) - 1) if now else 0


def chunks(text: str, characters: int) -> tuple[str, ...]:
    """Whole sentences packed into parts of at most so many characters; joined they are `text`.

    A sentence that is longer is cut at clauses, then at spaces, then anywhere.
    """
    if characters < 1:
        raise ValueError("characters must be at least 1")
    packed: list[str] = []
    for piece in _pieces(text, characters):
        if packed and len(packed[-1]) + len(piece) <= characters:
            packed[-1] += piece
        else:
            packed.append(piece)
    return tuple(packed)


def _pieces(text: str, characters: int) -> Iterator[str]:
    for sentence in sentences(text):
        if len(sentence) <= characters:
            yield sentence
            continue
        for clause in clauses(sentence):
            while len(clause) > characters:
                space = clause.rfind(" ", 1, characters)
                end = space + 1 if space > 0 else characters
                yield clause[:end]
                clause = clause[end:]
            yield clause


def _cut(text: str, ends: Callable[[str], Iterator[int]]) -> tuple[str, ...]:
    parts: list[str] = []
    at = 0
    for end in ends(text):
        # Blank parts join what stands before them.
        if parts and not text[at:end].strip():
            parts[-1] += text[at:end]
        elif text[at:end].strip():
            parts.append(text[at:end])
        else:
            continue  # leading space waits for the first words
        at = end
    rest = text[at:]
    if parts and not rest.strip():
        parts[-1] += rest
    elif rest:
        parts.append(rest)
    return tuple(parts)


def _sentence_ends(text: str) -> Iterator[int]:
    whole = [found.span() for found in _WHOLE.finditer(text)]
    for found in _SENTENCE_END.finditer(text):
        if not _inside(found.start(), whole) and _really_ends(text, found):
            yield found.end()


def _clause_ends(text: str) -> Iterator[int]:
    whole = [found.span() for found in _WHOLE.finditer(text)]
    commas = (
        found.end()
        for found in _CLAUSE_END.finditer(text)
        if not _inside(found.start(), whole) and not _in_number(text, found)
    )
    return iter(sorted({*_sentence_ends(text), *commas}))


def _inside(at: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the spans, which are in order, holds that place."""
    before = bisect_right(spans, (at, sys.maxsize)) - 1
    return before >= 0 and at < spans[before][1]


def _in_number(text: str, found: re.Match[str]) -> bool:
    """ "3,5", "12:30", "3、5" and "2：1": a mark between digits."""
    return (
        found.start() > 0
        and text[found.start() - 1].isdigit()
        and text[found.end() : found.end() + 1].isdigit()
        and text[found.start() : found.end()] in ",:：、–"
    )


def _really_ends(text: str, found: re.Match[str]) -> bool:
    mark = found[0].strip()
    if not mark or mark[0] not in ".…!?":
        return True  # a line break, or a mark that means nothing else
    after = text[found.end() : found.end() + 1]
    if not after or found[0][-1] in "\r\n":
        return True
    if not found[0][-1].isspace():
        # "3.14", "a.b", "!important", "what?!x"; without a space only before another script.
        return mark[-1] not in ".…" and after.isalpha() and not after.isascii()
    if mark.startswith(("..", "…")):
        return _NEXT_LOWER.match(text, found.end()) is None
    if mark[0] != ".":
        return True
    upto = text[max(0, found.start() - 16) : found.start() + 1]
    if _ABBREVIATION.search(upto):
        next_upper = text[found.end()].isupper()
        return bool(next_upper and _OFTEN_LAST.search(upto))
    # "1. Eggs": a number of a list.
    return re.search(r"(?:^|\n)\s*\d{1,3}\.$", upto) is None
