"""Sentences that were translated one by one → a text again, with the spaces that belong there."""

from __future__ import annotations

from collections.abc import Iterable

# Languages that put no space between sentences.
_CLOSE = ("zh", "yue", "ja")


class Rejoiner:
    """Puts translations behind each other as they come.

    Space before the first and after the last stays; so do line breaks. Between two others stands
    what the target language has there.
    """

    def __init__(self, target: str) -> None:
        self._gap = "" if target.partition("-")[0] in _CLOSE else " "
        self._after: str | None = None

    def add(self, original: str, translated: str) -> str:
        """What is to be appended for this sentence, whose translation has no outer space."""
        core = original.strip()
        start = original.index(core)
        before, after = original[:start], original[start + len(core) :]
        if self._after is not None:
            space = self._after + before
            before = space if "\n" in space else self._gap
        self._after = after
        return before + translated

    def end(self) -> str:
        """What is to be appended after the last sentence."""
        return self._after or ""


def rejoined(parts: Iterable[tuple[str, str]], target: str) -> str:
    """The text of (sentence as it was, its translation without outer space) in their order."""
    rejoiner = Rejoiner(target)
    return "".join([rejoiner.add(*part) for part in parts]) + rejoiner.end()
