"""Emoji by the names under which web pages show their pictures."""

from __future__ import annotations

import re
from functools import cached_property

# "waving hand: medium skin tone"
_TONES = {
    "light skin tone": "\U0001f3fb",
    "medium-light skin tone": "\U0001f3fc",
    "medium skin tone": "\U0001f3fd",
    "medium-dark skin tone": "\U0001f3fe",
    "dark skin tone": "\U0001f3ff",
}
_VARIATION = "\ufe0f"
# "Emoji: smiling face with smiling eyes" (The Lounge), ":waving hand:"
_WRAPPED = re.compile(r"(?:[Ee]moji: )?:?(?P<name>.+?):?", re.DOTALL)
# The blocks that emoji are made of, with their joiners and variation selectors.
_EMOJI = re.compile(
    "[\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff\u200d\ufe0f\U000e0020-\U000e007f0-9#*\u20e3]+"
)


class EmojiNames:
    """Finds the emoji for a picture's name. `table` is the text of resources/emoji.tsv."""

    def __init__(self, table: str = "") -> None:
        self._table = table

    @cached_property
    def _by_name(self) -> dict[str, str]:
        pairs = (line.split("\t") for line in self._table.splitlines() if "\t" in line)
        return {name.lower(): emoji for emoji, name in pairs}

    def find(self, name: str) -> str | None:
        """The emoji that a picture with this accessible name stands for, None if it is none."""
        if not name or len(name) > 80:
            return None
        if _EMOJI.fullmatch(name) and not name.isascii():
            return name  # most pages name the picture by the emoji itself
        match = _WRAPPED.fullmatch(name)
        low = (match["name"] if match else name).lower()
        if low in self._by_name:
            return self._by_name[low]
        base, colon, tone = low.partition(": ")
        if colon and tone in _TONES and base in self._by_name:
            return self._by_name[base].replace(_VARIATION, "") + _TONES[tone]
        return None
