"""Finds everything private in a chat line, at the level that the person chose.

What must stay readable: prices, dates, times, order numbers, versions, scores. A span is private
only if its form says so (check digits, prefixes, a leading +) or a word beside it does.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from copilot.core.finding import Finding, flat
from copilot.core.levels import Level
from copilot.core.private_numbers import find_numbers
from copilot.core.private_phones import REGIONS, find_phones, regions_of
from copilot.core.private_places import find_places
from copilot.core.private_secrets import find_secrets

Finder = Callable[[str], Iterable[Finding]]
"""Finds private spans in a text, the surest kinds first; they may overlap."""

# A text with fewer digits in a row holds no private number: most chat lines end here.
_SEVEN_DIGITS = re.compile(r"\d(?:[\s().\-/]*[\dA-Z]){6}")
_IDENTITY_CUE = re.compile(r"[A-Z]{2}[\dA-Z]")


def find_private(
    text: str, level: Level = "standard", regions: tuple[str, ...] = REGIONS
) -> Iterator[Finding]:
    """All private spans, the surest kinds first; they may overlap."""
    if level == "off":
        return
    plain = flat(text)
    yield from find_secrets(plain, whole_urls=level == "strict")
    numbers = _SEVEN_DIGITS.search(plain) is not None
    if numbers or _IDENTITY_CUE.search(plain):
        yield from find_numbers(plain)
    # Before phones: the house number and the postcode of an address are no phone.
    yield from find_places(plain, strict=level == "strict")
    if numbers:
        yield from find_phones(plain, regions)


def private_finder(
    level: Level = "standard", words: Iterable[str] = (), languages: Iterable[str] = ()
) -> Finder:
    """A finder for a chat in these languages (ISO 639) that also hides these words, in any case.

    "off" hides nothing at all, for a model that does not leave this machine.
    """
    if level == "off":
        return lambda _text: ()
    find = partial(find_private, level=level, regions=regions_of(languages))
    longest_first = sorted((word for word in words if word.strip()), key=len, reverse=True)
    if not longest_first:
        return find
    pattern = re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE)

    def find_with_words(text: str) -> Iterator[Finding]:
        yield from find(text)
        for found in pattern.finditer(text):
            yield Finding(*found.span(), "WORD")

    return find_with_words
