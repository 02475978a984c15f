"""Model text → suggestions while it arrives: feed()/finish().

Each whole line is read once, and the last one, which may still become anything, afresh with every
piece: what is shown depends on the text alone and never on how the network cut it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from copilot.core.answer_forms import Item, ItemReader
from copilot.core.asking import Drafted
from copilot.core.redaction import Vault, restore, restore_growing
from copilot.core.skills import Skill
from copilot.core.thoughts import outside, without_begun, without_marks
from copilot.core.unseen import visible

_LONGEST_ANSWER = 20_000
"""Characters; what a model that runs away writes beyond that is not looked at."""

_QUOTES = ('""', "“”", "‘’", "「」", "『』", "''", "``", "«»")
_WRAPS = (*((pair[0], pair[1]) for pair in _QUOTES), ("**", "**"), ("__", "__"), ("*", "*"))
# what may still turn out to be the closing part of something
_HELD = " \t\n\r|｜*_`\"'”’」』»\\"
_SILENCE = frozenset({"0", "none", "na", "0none", "noreply"})
# "I'm sorry, but I can't assist with that request."
REFUSAL: Final = re.compile(
    r"\b(?:can(?:no|['’]?)t|unable to|not able to) (?:assist|help|comply|fulfil)\w* (?:you )?with"
    r" (?:that|this|your)\b|\bas an ai\b"
    r"|作为(?:一个|一名)?(?:ai|人工智能)|(?:无法|不能)(?:协助|满足)",
    re.IGNORECASE,
)


class SuggestionParser:
    """Reads one answer to `skill`. Texts come out restored from `vault`."""

    def __init__(self, skill: Skill, vault: Vault) -> None:
        self._skill = skill
        self._vault = vault
        self._left = _LONGEST_ANSWER
        self._line = ""
        self._inside = False
        self._said = _Said(skill, vault)
        self._drafted: tuple[Drafted, ...] = ()

    def feed(self, text: str) -> tuple[Drafted, ...]:
        """Take the next piece; all suggestions so far, in order, each as far as it has come."""
        text = text[: self._left]
        if text:
            self._left -= len(text)
            *lines, self._line = (self._line + text).split("\n")
            for line in lines:
                self._take(f"{line}\n")
            self._drafted = self._growing()
        return self._drafted

    def finish(self, *, cut: bool = False) -> tuple[Drafted, ...]:
        """All suggestions, now that no more text will come; empty if there are none.

        `cut` says that the answer stopped in the middle (at its token limit): half a sentence
        helps nobody, so the last one is left out unless it was whole already.
        """
        if cut:
            return tuple(d for d in self._drafted if d.whole)
        if self._left >= 0:
            self._left = -1
            self._take(self._line)
            self._drafted = self._said.end()
        return self._drafted

    @property
    def full(self) -> bool:
        """All suggestions that were asked for are there: the rest of the answer is not needed."""
        return len(self._drafted) == self._skill.count and all(d.whole for d in self._drafted)

    def _take(self, text: str) -> None:
        kept = outside(text, inside=self._inside)
        self._inside = kept.inside
        if kept.anew:
            self._said = _Said(self._skill, self._vault)
        self._said.add(kept.text)

    def _growing(self) -> tuple[Drafted, ...]:
        """With what has come of the last line, of which nothing is certain."""
        kept = outside(self._line, inside=self._inside)
        said = _Said(self._skill, self._vault) if kept.anew else self._said
        return said.so_far(kept.text)


class _Said:
    """What an answer says outside thoughts; each line that is whole is read once."""

    def __init__(self, skill: Skill, vault: Vault) -> None:
        self._line = ""
        self._items = ItemReader(several=len(skill.stances) > 1, count=skill.count)
        self._chosen = _Chosen(skill, vault)

    def add(self, text: str) -> None:
        """Take more of it."""
        *lines, self._line = (self._line + text).split("\n")
        for line in lines:
            self._chosen.add(self._items.feed(without_marks(line)))

    def so_far(self, text: str) -> tuple[Drafted, ...]:
        """All suggestions if `text`, without an end of a line, comes next; it is not taken."""
        if self._items.doubtful:
            return ()
        line = without_begun(without_marks(self._line + text), ended=False)
        return self._chosen.with_also(self._items.growing(line))

    def end(self) -> tuple[Drafted, ...]:
        """All suggestions, now that no more will come."""
        line = without_begun(without_marks(self._line), ended=True)
        self._chosen.add(self._items.feed(line))
        return self._chosen.with_also(self._items.end())


class _Chosen:
    """The suggestions that are worth showing, as many as the skill asks for."""

    def __init__(self, skill: Skill, vault: Vault) -> None:
        self._skill = skill
        self._vault = vault
        self._drafted: list[Drafted] = []
        self._seen: list[str] = []

    def add(self, items: Iterable[Item]) -> None:
        """Take more of those that won't change."""
        for item in items:
            self._choose(item, self._drafted, self._seen)

    def with_also(self, items: Iterable[Item]) -> tuple[Drafted, ...]:
        """All of them and what is worth showing of these, which are not taken."""
        drafted, seen = list(self._drafted), list(self._seen)
        for item in items:
            self._choose(item, drafted, seen)
        return tuple(drafted)

    def _choose(self, item: Item, drafted: list[Drafted], seen: list[str]) -> None:
        if len(drafted) == self._skill.count:
            return
        plain = _clean(item)
        whole = item.whole
        shown = restore(plain, self._vault) if whole else self._growing(plain)
        same = _comparable(shown)
        if not same or same in _SILENCE or REFUSAL.search(plain):
            return
        # What begins like an earlier one waits until it differs.
        if any(same == s or (not whole and s.startswith(same)) for s in seen):
            return
        seen.append(same)
        stance = item.stance if item.stance in self._skill.stances else None
        drafted.append(Drafted(shown, stance or self._skill.stances[0], whole))

    def _growing(self, plain: str) -> str:
        return restore_growing(plain, self._vault).rstrip()


def _clean(item: Item) -> str:
    """The text of an item without its wrapping; what may be wrapped waits until it is whole."""
    text = visible(item.text).replace("\\n", "\n").strip()
    if not item.whole:
        wrapped = text.startswith(tuple(opening for opening, _ in _WRAPS))
        return "" if wrapped else text.rstrip(_HELD)
    text = text.rstrip(" \n|｜")
    while inner := unwrapped(text):
        text = inner
    return text


def unwrapped(text: str) -> str:
    """The text inside one pair of wrapping marks, "" if there is no such pair."""
    for opening, closing in _WRAPS:
        inner = text[len(opening) : -len(closing)]
        if text == f"{opening}{inner}{closing}" and opening not in inner and closing not in inner:
            return inner.strip()
    return ""


def _comparable(text: str) -> str:
    """Equal for texts that differ only in case, spaces and punctuation."""
    return re.sub(r"[\W_]+", "", text.casefold()) or text.strip()
