"""Which messages of a look at a chat are new, and where they belong among those that are kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

Said = tuple[str, str]
"""Sender and text. Times don't count: some applications tell them in ever other words."""


@dataclass(frozen=True, slots=True)
class Addition:
    """A message of the look, by its index, that belongs before the kept message `before`.

    `before` is an index, too; the number of the kept ones stands for the end.
    """

    index: int
    before: int


def additions(kept: Sequence[Said], look: Sequence[Said]) -> tuple[Addition, ...] | None:
    """What has to be added, in its order; None if the look has nothing to do with `kept`.

    `kept` are consecutive messages of the chat, oldest first.
    """
    if not kept:
        return None
    shift = _shift(list(kept), list(look))
    if shift is not None:
        # All that both know is equal: what sticks out is older or newer.
        older = [Addition(i, 0) for i in range(len(look)) if i + shift < 0]
        newer = [Addition(i, len(kept)) for i in range(len(look)) if i + shift >= len(kept)]
        return (*older, *newer)
    # Something was edited or taken back, or a message can't be read any more.
    matcher = SequenceMatcher(None, kept, look, autojunk=False)
    if 2 * sum(block.size for block in matcher.get_matching_blocks()) <= min(len(kept), len(look)):
        # Single messages such as "ok" are alike everywhere.
        return None
    return tuple(
        Addition(i, kept_end)
        for tag, _, kept_end, start, end in matcher.get_opcodes()
        if tag in ("insert", "replace")
        for i in range(start, end)
    )


def _shift(kept: list[Said], look: list[Said]) -> int | None:
    """Where in `kept` the look begins (below 0: before it), such that all they share is equal."""
    best: int | None = None
    most = 1
    for shift in range(1 - len(look), len(kept)):
        first, last = max(0, shift), min(len(kept), shift + len(look))
        shared = last - first
        if shared < most or kept[first:last] != look[first - shift : last - shift]:
            continue
        if shift < 0 and shared == 1 < len(kept):
            continue  # one message alone does not make the others of the look older
        # With the same number of equal messages the later place is the likelier one.
        best, most = shift, shared
    return best
