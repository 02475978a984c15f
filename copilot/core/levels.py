"""How much is hidden before text goes to a model."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal, get_args

Level = Literal["off", "standard", "strict"]
"""How much is hidden: nothing (for models of this machine), numbers and addresses that belong to
somebody, or also names and places behind cue words and URLs from end to end."""

LEVELS: Final[tuple[Level, ...]] = get_args(Level)


def strictest(levels: Iterable[Level]) -> Level:
    """The level of these that hides most; "off" for none."""
    return LEVELS[max(map(LEVELS.index, levels), default=0)]
