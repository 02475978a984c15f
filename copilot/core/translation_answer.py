"""The answer of a model that translates numbered lines, read while it arrives."""

from __future__ import annotations

import re
from dataclasses import dataclass

from copilot.core.thoughts import without_thoughts

_LONGEST = 200_000
"""Characters; what a model that runs away writes beyond that is not looked at."""

# "1|", "1｜", "1. ", "1) ", "**1.** ", "1: ", "| 1 | ", "[1] "; but not "10:30", "1.5"
_NUMBER = re.compile(
    r"[*_(\[【|\s]{0,4}(\d{1,4})[*_]{0,2}\s?"
    r"(?:([|｜])|[)\]】、]|[.．:：](?!\d))[*_]{0,2}[ \t]*"
)
# a line that may still become the beginning of the next one
_NUMBER_BEGUN = re.compile(r"[*_(\[【|\s]{0,4}\d{0,4}[*_]{0,2}\s?")
_FENCE = re.compile(r"`{3,}\w*\s*")
# "Sure! Here is the translation:"
_PREAMBLE = re.compile(r"[^\n]{1,80}[:：]\s*")


@dataclass(slots=True)
class AnsweredLine:
    """The translation of one numbered line; `whole` once the next one has begun."""

    text: str
    whole: bool = False


class LinesAnswer:
    """Reads the lines `number|text` of an answer; what has no number belongs to the line before.

    With one line asked for, the number may be missing.
    """

    def __init__(self, count: int) -> None:
        self._count = count
        self._raw = ""

    def feed(self, text: str) -> dict[int, AnsweredLine]:
        """Take the next piece; the lines so far by their number from 1."""
        self._raw = (self._raw + text)[:_LONGEST]
        return self._read(ended=False)

    def finish(self, *, cut: bool = False) -> dict[int, AnsweredLine]:
        """All lines, now that no more will come; `cut` at its limit, the last one is not whole."""
        lines = self._read(ended=True)
        for number, line in lines.items():
            line.whole = line.whole or not (cut and number == max(lines))
        return lines

    def _read(self, *, ended: bool) -> dict[int, AnsweredLine]:
        lines = without_thoughts(self._raw, ended).lstrip("\n\r ").split("\n")
        if not ended and _NUMBER_BEGUN.fullmatch(lines[-1]) and len(lines) > 1:
            lines.pop()
        found: dict[int, AnsweredLine] = {}
        plain: list[str] = []
        last, piped = 0, False
        for line in lines:
            number = _NUMBER.match(line)
            n = int(number[1]) if number else 0
            if number and last < n <= self._count and not (piped and not number[2]):
                if last:
                    found[last].whole = True
                last, piped = n, bool(number[2])
                found[n] = AnsweredLine(line[number.end() :])
            elif _FENCE.fullmatch(line):
                continue
            elif last:
                found[last].text += f"\n{line}"
            else:
                plain.append(line)
        if not found and self._count == 1:
            return self._unnumbered(plain, ended=ended)
        for line in found.values():
            line.text = _said(line.text, ended=ended or line.whole)
        return found

    def _unnumbered(self, lines: list[str], *, ended: bool) -> dict[int, AnsweredLine]:
        text = "\n".join(lines)
        if not ended and _NUMBER_BEGUN.fullmatch(text):
            return {}
        # What ends with a colon may announce the translation that follows.
        if len(lines) == 1 and not ended and len(text) < 80 and _PREAMBLE.fullmatch(text):
            return {}
        if len([line for line in lines if line.strip()]) > 1 and _PREAMBLE.fullmatch(lines[0]):
            text = "\n".join(lines[1:])
        text = _said(text, ended=ended)
        return {1: AnsweredLine(text)} if text else {}


def _said(text: str, *, ended: bool) -> str:
    """The text with its line breaks; half an escape at the end waits."""
    if not ended and text.endswith("\\"):
        text = text[:-1]
    return text.replace("\\n", "\n").strip()


_FIELD = re.compile(r"[*_\s]{0,4}(\w+)[*_]{0,2}\s?[|｜:：][*_]{0,2}[ \t]*(.*)")


def read_fields(raw: str, names: tuple[str, ...], *, ended: bool) -> dict[str, str]:
    """The lines `name|value` of an answer as far as it has come; other lines are left out."""
    fields: dict[str, str] = {}
    for line in without_thoughts(raw, ended).split("\n"):
        found = _FIELD.fullmatch(line.strip())
        if found and found[1].casefold() in names:
            fields.setdefault(found[1].casefold(), _said(found[2], ended=ended))
    return fields
