"""What a finder of private text reports, and the plain form of a text in which finders look."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Finding(NamedTuple):
    """A private span: `text[start:end]` is a `kind`."""

    start: int
    end: int
    kind: str


# Full-width forms to ASCII, one character to one, so that positions carry over.
_FLAT = {0xFF01 + i: chr(0x21 + i) for i in range(94)} | {
    ord(odd): plain
    for plain, odds in {" ": "\u3000\xa0\u202f\u2009", "-": "‐‑–−"}.items()
    for odd in odds
}


def flat(text: str) -> str:
    """The text with full-width letters, odd spaces and dashes in ASCII, as long as before."""
    return text.translate(_FLAT)


def overlaps(start: int, end: int, spans: Iterator[tuple[int, int]]) -> bool:
    """Whether `start` to `end` has a character in common with one of the spans."""
    return any(start < last and first < end for first, last in spans)
