"""The person's own terms: what stands for what in a pair of languages, and their CSV form.

A line is `source,target,from,to,match_case,whole_word`, the last four of which may be missing.
Read is what RFC 4180 says and what spreadsheets make of it: a byte order mark, `;` or tabs, a
heading, "sep=;". A line that can't be used is told by its number; the others count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from copilot.core.errors import InputError
from copilot.core.finding import Finding
from copilot.core.kept import whole_word
from copilot.core.languages import parse_language, same_language
from copilot.core.redaction import TERM

COLUMNS: Final = ("source", "target", "from", "to", "match_case", "whole_word")
LONGEST: Final = 200
"""Characters of a term; whoever writes more means a sentence."""

_YES = frozenset({"yes", "true", "1", "y", "x", "是", "wahr", "ja", "oui", "sí", "vrai"})
_NO = frozenset({"", "no", "false", "0", "n", "否", "falsch", "nein", "non", "faux"})


@dataclass(frozen=True, slots=True)
class Term:
    """`source` is translated as exactly `target` from one language into another ("" is any)."""

    source: str
    target: str
    from_tag: str = ""
    to_tag: str = ""
    match_case: bool = False
    whole_word: bool = True

    @property
    def key(self) -> tuple[str, str, str]:
        """Terms with the same key contradict each other."""
        source = self.source if self.match_case else self.source.casefold()
        return source, self.from_tag, self.to_tag


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line, counted from 1, that can't be used, and a sentence that says why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Imported:
    """What a glossary in CSV form holds."""

    terms: tuple[Term, ...] = ()
    bad_lines: tuple[BadLine, ...] = ()


class Terms:
    """The terms that count in one pair of languages, ready to be found in texts."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms = tuple(sorted(terms, key=lambda term: len(term.source), reverse=True))

    def __iter__(self) -> Iterator[Term]:
        return iter(self._terms)

    def __len__(self) -> int:
        return len(self._terms)

    def find(self, text: str) -> Iterator[Finding]:
        """Where terms stand, the longest first; they may overlap with shorter ones."""
        taken: list[tuple[int, int]] = []
        for pattern in self._patterns:
            for found in pattern.finditer(text):
                start, end = found.span()
                if not any(start < last and first < end for first, last in taken):
                    taken.append((start, end))
                    yield Finding(start, end, TERM)

    def term_of(self, said: str) -> Term | None:
        """The term that these words are, None if none."""
        exact, any_case = self._by_words
        return exact.get(said) or any_case.get(said.casefold())

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        def pattern(terms: list[Term], flags: int) -> Iterator[re.Pattern[str]]:
            words = [whole_word(t.source) if t.whole_word else re.escape(t.source) for t in terms]
            if words:
                yield re.compile("|".join(words), flags)

        exact = [term for term in self._terms if term.match_case]
        any_case = [term for term in self._terms if not term.match_case]
        return (*pattern(exact, 0), *pattern(any_case, re.IGNORECASE))

    @cached_property
    def _by_words(self) -> tuple[Mapping[str, Term], Mapping[str, Term]]:
        exact = {term.source: term for term in self._terms if term.match_case}
        any_case = {term.source.casefold(): term for term in self._terms if not term.match_case}
        return exact, any_case


class Glossary:
    """All terms of the person; where two contradict each other, the later one counts."""

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        self._terms = {term.key: term for term in terms}
        self._pairs: dict[tuple[str, str], Terms] = {}

    def __len__(self) -> int:
        return len(self._terms)

    def for_pair(self, from_tag: str, to_tag: str) -> Terms:
        """The terms for a translation from one language ("" or "und" if unknown) into another.

        A term for just these languages goes before one for any.
        """
        pair = (from_tag, to_tag)
        if pair not in self._pairs:
            fitting = [
                term
                for term in self._terms.values()
                if _fits(term.from_tag, from_tag) and _fits(term.to_tag, to_tag)
            ]
            fitting.sort(key=lambda term: bool(term.from_tag) + bool(term.to_tag))
            # The later, more particular one wins.
            self._pairs[pair] = Terms({(t.key[0], t.match_case): t for t in fitting}.values())
        return self._pairs[pair]


def _fits(wanted: str, tag: str) -> bool:
    return not wanted or wanted == tag or same_language(wanted, tag)


def parse_csv(text: str) -> Imported:
    """The terms of a CSV text. Never raises: what can't be used is among `bad_lines`."""
    terms: dict[tuple[str, str, str], tuple[int, Term]] = {}
    bad: list[BadLine] = []
    for row in rows_of(text):
        try:
            term = _term(row.fields) if row.closed else None
        except InputError as error:
            bad.append(BadLine(row.line, error.title))
            continue
        if term is None:
            bad.append(BadLine(row.line, "A quotation mark is not closed."))
            continue
        before = terms.get(term.key)
        if before is not None and before[1] != term:
            bad.append(BadLine(before[0], f"Line {row.line} says otherwise, and counts."))
        terms[term.key] = (row.line, term)
    bad.sort(key=lambda one: one.line)
    return Imported(tuple(term for _, term in terms.values()), tuple(bad))


def format_csv(terms: Iterable[Term]) -> str:
    """The terms with a heading, as RFC 4180 says, which `parse_csv` reads back exactly."""
    return "".join(f"{line}\r\n" for line in (",".join(COLUMNS), *map(csv_line, terms)))


def csv_line(term: Term, mark: str = ",") -> str:
    """One term as a line without its end."""
    flags = ("yes" if flag else "no" for flag in (term.match_case, term.whole_word))
    fields = (term.source, term.target, term.from_tag, term.to_tag, *flags)
    return mark.join(map(_quoted, fields))


def with_term(text: str, term: Term) -> str:
    """The CSV text with `term` added in place of what contradicts it; other lines stay as written.

    The heading is written into an empty text.
    """
    kept = without_term(text, term)[0] or ",".join(COLUMNS) + "\n"
    line_end = "" if kept.endswith("\n") else "\n"
    return f"{kept}{line_end}{csv_line(term, delimiter_of(kept))}\n"


def without_term(text: str, term: Term) -> tuple[str, int]:
    """The CSV text without the lines that say something about `term.key`, and how many there were.

    Whether case counts makes no difference here.
    """
    wanted = replace(term, match_case=False).key
    removed, at, kept = 0, 0, ""
    for row in rows_of(text):
        try:
            found = _term(row.fields)
        except InputError:
            continue
        if row.closed and replace(found, match_case=False).key == wanted:
            kept += text[at : row.start]
            at, removed = row.end, removed + 1
    return kept + text[at:], removed


@dataclass(frozen=True, slots=True)
class Row:
    """One record: `text[start:end]`, its end of line included. `line` counts from 1.

    It is not `closed` where a quotation mark is missing; then it ends with its line.
    """

    line: int
    start: int
    end: int
    fields: tuple[str, ...]
    closed: bool


def delimiter_of(text: str) -> str:
    """What separates fields: the one that the first line has most of, outside quotes."""
    lines = text.removeprefix("\ufeff").splitlines()
    first = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    if found := re.fullmatch("sep=(.)", first):
        return found[1]
    bare = re.sub(r'"[^"]*"', "", first)
    return max(",;\t", key=bare.count)


def rows_of(text: str) -> Iterator[Row]:
    """The records that are neither blank nor the heading."""
    mark = delimiter_of(text)
    # A field is quoted, with "" for a quotation mark, or plain up to the delimiter.
    field = re.compile(
        rf'[ \t]*"((?:[^"]|"")*)"[ ]*(?={re.escape(mark)}|\r?\n|\Z)|([^{re.escape(mark)}\r\n]*)'
    )
    at, line, first = 1 if text.startswith("\ufeff") else 0, 1, True
    while at < len(text):
        start, start_line, fields, closed = at, line, list[str](), True
        while True:
            found = field.match(text, at)
            assert found is not None, "a plain field may be empty"
            if found[1] is not None:
                fields.append(found[1].replace('""', '"'))
            else:
                closed = closed and not found[2].lstrip().startswith('"')
                fields.append(found[2].strip())
            line += found[0].count("\n")
            at = found.end()
            if text.startswith(mark, at):
                at += 1
                continue
            break
        ending = re.compile(r"\r?\n|\r|\Z").match(text, at)
        at = ending.end() if ending is not None else len(text)
        line += 1
        record = text[start:at].lstrip()
        if not any(fields) or record.startswith("#"):
            continue
        heading = [field.casefold() for field in fields[:2]] == list(COLUMNS[:2])
        if first and record.startswith("sep="):
            continue
        if not (first and heading):
            yield Row(start_line, start, at, tuple(fields), closed)
        first = False


def _term(fields: tuple[str, ...]) -> Term:
    """Raises InputError whose title is the reason."""
    source, target, from_tag, to_tag, match_case, word = (*fields, *[""] * 6)[:6]
    if len(fields) < 2 or not source or not target:
        raise InputError("A term and its translation are needed.")
    if len(fields) > 6 and any(fields[6:]):
        raise InputError("There are more than six fields.")
    if max(len(source), len(target)) > LONGEST:
        raise InputError(f"A term has at most {LONGEST} characters.")
    if "\n" in source + target or "\r" in source + target:
        raise InputError("A term has one line.")
    return Term(
        source,
        target,
        parse_language(from_tag) if from_tag else "",
        parse_language(to_tag) if to_tag else "",
        _flag(match_case, "match_case", default=False),
        _flag(word, "whole_word", default=True),
    )


def _flag(text: str, name: str, *, default: bool) -> bool:
    word = text.casefold()
    if not word:
        return default
    if word not in _YES | _NO:
        raise InputError(f"{name} is yes or no, not {text[:20]!r}.")
    return word in _YES


def _quoted(field: str) -> str:
    """As it has to be written: "=1+1" stays what it is, since nothing here calculates."""
    if field != field.strip() or any(char in field for char in ',;\t"\r\n#'):
        return '"' + field.replace('"', '""') + '"'
    return field
