"""What a translation must not touch leaves as placeholders, and is put back and counted after.

Private text, what is kept as it is and the person's terms go through one mask. Emoji and numbers
stay readable, because a model translates better with them; they are counted all the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from copilot.core.finding import Finding
from copilot.core.glossary import Term, Terms
from copilot.core.kept import find_kept, words_of
from copilot.core.private import Finder, find_private
from copilot.core.redaction import (
    KEEP,
    TERM,
    MaskedText,
    Placeholder,
    Vault,
    join,
    mask,
    placeholders_in,
    public,
    restore,
)

_HIDDEN = frozenset({"quote", "code", "link", "email", "file", "mention", "tag", "name"})
# Scripts that count in tens of thousands write "10,000" as "1万".
_MYRIADS = re.compile("[万萬億亿千만천]")
_LONG_NUMBER = re.compile(r"\d{3,}")
_ROUND = 2
"""Up to so many digits, besides zeros around them, a number is often written in words."""
_GROUPED = re.compile(r"(?<=\d)[.,'’\u202f\xa0\u066b\u066c ](?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Protected:
    """A text on its way to be translated. `legend` tells a model what the TERM placeholders mean.

    `nothing_to_say` where nothing is left to translate: only links, emoji, numbers.
    """

    source: str = field(repr=False)
    masked: MaskedText
    legend: tuple[MaskedText, ...] = ()
    nothing_to_say: bool = False
    sources: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    """(placeholder, what stood there) of everything that was replaced."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What is not as it has to be: `text` is missing, or there too often.

    "number" is a hint only: "10:00" may have become "zehn Uhr".
    """

    what: Literal["missing", "extra", "term", "number"]
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Settled:
    """A translation with everything put back, and what could not be repaired."""

    text: str = field(repr=False)
    problems: tuple[Problem, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether everything is there as often as it has to be; numbers don't count."""
        return all(problem.what == "number" for problem in self.problems)


def protect(
    text: str,
    vault: Vault,
    find: Finder = find_private,
    terms: Sequence[Term] | Terms = (),
    names: Collection[str] = (),
) -> Protected:
    """Hide what is private, what is kept and the terms of the glossary, for one translation.

    `names` (of the contact, of people in the chat) are kept where they stand as words. Whoever
    shares the vault with another thread holds its lock.
    """
    known = terms if isinstance(terms, Terms) else Terms(terms)

    def find_all(said: str) -> Iterator[Finding]:
        yield from find(said)
        for start, end, what in find_kept(said, names):
            if what in _HIDDEN:
                yield Finding(start, end, KEEP)
        yield from known.find(said)

    replaced: list[tuple[str, str, str]] = []

    def stands_for(kind: str, said: str) -> str:
        term = known.term_of(said) if kind == TERM else None
        meant = said if term is None else term.target
        replaced.append((kind, said, meant))
        return meant

    masked = mask(text, vault, find_all, stands_for)
    sources = tuple((vault.placeholder(kind, meant), said) for kind, said, meant in replaced)
    legend = {
        placeholder: join(
            (
                public(f"{placeholder} = "),
                mask(said, vault, find),
                public(" → "),
                mask(meant, vault, find),
            )
        )
        for (placeholder, said), (kind, _, meant) in zip(sources, replaced, strict=True)
        if kind == TERM
    }
    left = words_of(_without(masked.text))
    return Protected(
        text,
        masked,
        tuple(legend.values()),
        nothing_to_say=not any(char.isalpha() for char in left) and not legend,
        sources=sources,
    )


def settle(answer: str, protected: Protected, vault: Vault) -> Settled:
    """Put everything back into what a model wrote, and see that nothing is missing or too much.

    What stood at the start or the end and was left out is put there again; what was written twice
    in a row stands once; a term that was left in the source's words becomes the target's.
    """
    wanted = Counter(placeholder for placeholder, _ in protected.sources)
    answer = _renumbered(_without_echoes(answer), wanted, vault)
    got = Counter(one.written for one in placeholders_in(answer))
    problems: list[Problem] = []
    for placeholder, count in wanted.items():
        lacking = count - got[placeholder]
        if lacking > 0:
            answer = _repaired(answer, placeholder, lacking, protected, vault, problems)
        elif lacking < 0:
            problems.append(Problem("extra", restore(placeholder, vault)))
    problems += [
        Problem("extra", restore(placeholder, vault))
        for placeholder in got
        if not wanted[placeholder]
    ]
    text = restore(answer, vault)
    text = _with_emoji(text, protected.source, problems)
    problems += _numbers(protected.source, text)
    return Settled(text, tuple(problems))


def _repaired(
    answer: str,
    placeholder: str,
    lacking: int,
    protected: Protected,
    vault: Vault,
    problems: list[Problem],
) -> str:
    """The answer with the placeholder where it has to be, or a problem more."""
    meant = restore(placeholder, vault)
    said = next(words for one, words in protected.sources if one == placeholder)
    lacking -= answer.count(meant)
    if said != meant and lacking > 0:
        # A term that stayed in the source's words.
        pattern = re.compile(re.escape(said), re.IGNORECASE)
        lacking -= len(pattern.findall(answer))
        answer = pattern.sub(lambda _: placeholder, answer)
    if lacking <= 0:
        return answer
    masked = protected.masked.text
    if lacking == 1 and said == meant:
        if masked.rstrip().endswith(placeholder):
            gap = masked.rstrip()[: -len(placeholder)]
            return answer.rstrip() + gap[len(gap.rstrip()) :] + placeholder
        if masked.lstrip().startswith(placeholder):
            rest = masked.lstrip()[len(placeholder) :]
            return placeholder + rest[: len(rest) - len(rest.lstrip())] + answer.lstrip()
    problems += [Problem("missing" if said == meant else "term", meant)] * lacking
    return answer


def _renumbered(answer: str, wanted: Counter[str], vault: Vault) -> str:
    """A placeholder that nobody made stands for the only one of its kind that is missing."""
    there = list(placeholders_in(answer))
    missing = list((wanted - Counter(one.written for one in there)).elements())
    for one in reversed(there):
        alike = [name for name in missing if _kind_of(name) == _kind_of(one.written)]
        if (
            len(alike) == 1
            and not wanted[one.written]
            and restore(one.written, vault) == one.written
        ):
            answer = answer[: one.start] + alike[0] + answer[one.end :]
            missing.remove(alike[0])
    return answer


def _kind_of(placeholder: str) -> str:
    return placeholder[1:].partition("_")[0]


def _without_echoes(answer: str) -> str:
    """Models sometimes write a placeholder twice in a row: "⟨KEEP_1⟩ (⟨KEEP_1⟩)"."""
    kept, at = "", 0
    last: Placeholder | None = None
    for one in placeholders_in(answer):
        between = answer[last.end : one.start] if last else None
        if last is not None and one.written == last.written and between in ("", " ", " (", "（"):
            closed = between in (" (", "（") and answer[one.end : one.end + 1] in (")", "）")
            if between in ("", " ") or closed:
                kept += answer[at : last.end]
                at = one.end + closed
                last = Placeholder(last.start, at, one.written)
                continue
        last = one
    return kept + answer[at:]


def _emoji(text: str) -> list[Finding]:
    return [Finding(*kept) for kept in find_kept(text) if kept.what == "emoji"]


def _with_emoji(text: str, source: str, problems: list[Problem]) -> str:
    """The text with emoji of the source's ends that were lost; others are problems."""
    there = _emoji(source)
    wanted = Counter(source[one.start : one.end] for one in there)
    got = Counter(text[one.start : one.end] for one in _emoji(text))
    missing = wanted - got
    if missing:
        tail = len(source.rstrip())
        for one in reversed(there):
            if one.end != tail or not missing[source[one.start : one.end]]:
                break
            tail = len(source[: one.start].rstrip())
            missing[source[one.start : one.end]] -= 1
        if tail < len(source.rstrip()):
            text = text.rstrip() + source[tail:].rstrip()
        head = 0
        for one in there:
            if source[head : one.start].strip() or not missing[source[one.start : one.end]]:
                break
            missing[source[one.start : one.end]] -= 1
            head = one.end
        if head:
            after = source[head:]
            text = (
                source[:head].lstrip() + after[: len(after) - len(after.lstrip())] + text.lstrip()
            )
    problems += [Problem("missing", emoji) for emoji in missing.elements()]
    problems += [Problem("extra", emoji) for emoji in (got - wanted).elements()]
    return text


def _numbers(source: str, text: str) -> Iterator[Problem]:
    """Numbers of three digits and more that are gone.

    A round one may have become words ("a thousand", "九点" for 0900): it is gone only where
    another number stands instead.
    """
    if _MYRIADS.search(text) or _MYRIADS.search(source):
        return
    wanted, there = Counter(_digits(source)), Counter(_digits(text))
    instead = there - wanted
    for number, count in (wanted - there).items():
        if instead or len(number.strip("0")) > _ROUND:
            yield from [Problem("number", number)] * count


def _digits(text: str) -> list[str]:
    """Long runs of digits, in ASCII, without the marks that group thousands."""
    plain = "".join(str(int(char)) if char.isdecimal() else char for char in text)
    return _LONG_NUMBER.findall(_GROUPED.sub("", plain))


def _without(text: str) -> str:
    """Without placeholders."""
    parts: list[str] = []
    at = 0
    for one in placeholders_in(text):
        parts.append(text[at : one.start])
        at = one.end
    return " ".join((*parts, text[at:]))
