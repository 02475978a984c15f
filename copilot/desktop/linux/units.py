"""Text offsets: code points for us, whatever the toolkit counts in for it."""

from __future__ import annotations

import re

# Qt counts UTF-16 units. Gecko does too, and fills its texts up with U+FEFF after each character
# beyond U+FFFF, so that its offsets are indexes again.
_FILLER = re.compile("(?<=[\U00010000-\U0010ffff])\ufeff")


def clean(raw: str, toolkit: str) -> str:
    """The text as the person sees it."""
    return _FILLER.sub("", raw) if toolkit == "gecko" else raw


def plain_spaces(text: str) -> str:
    """The text with plain spaces, for comparing.

    Chromium turns one of two adjacent spaces, and one at either end of a line, into a no-break
    space when text enters a contenteditable field, and shows it as such.
    """
    return text.replace("\xa0", " ")


def to_points(raw: str, offset: int, toolkit: str) -> int:
    """Code points of the clean text before the toolkit's `offset` into `raw`."""
    if toolkit == "gecko":
        return len(_FILLER.sub("", raw[:offset]))
    if toolkit == "qt":
        return len(raw.encode("utf-16-le")[: 2 * offset].decode("utf-16-le", "ignore"))
    return min(offset, len(raw))


def from_points(text: str, points: int, toolkit: str) -> int:
    """The toolkit's offset for a number of code points of the clean text."""
    if toolkit in ("gecko", "qt"):
        return len(text[:points].encode("utf-16-le")) // 2
    return points


def toolkit_name(shown: str) -> str:
    """Our word for the toolkit that calls itself `shown`: "gtk", "qt", "chromium", "gecko", ""."""
    low = shown.lower()
    if low in ("gtk", "gail"):
        return "gtk"
    return low if low in ("qt", "chromium", "gecko") else ""
