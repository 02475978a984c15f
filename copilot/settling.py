"""The end of a start: what it made stays, and is looked through for garbage no more."""

from __future__ import annotations

import gc
import sys
from collections.abc import Awaitable

_GIVE_WAY = 0.001
"""Seconds after which a thread that computes or loads lets Qt's go on; Python's own are five."""


def settle() -> None:
    """Drop what the start left over (20 ms) and go on as usual with what is made from now on."""
    gc.collect()
    gc.freeze()
    gc.enable()
    sys.setswitchinterval(_GIVE_WAY)


async def staying(work: Awaitable[object]) -> None:
    """Do what loads modules when it is done for the first time: they stay as well.

    What is garbage at that time, little, stays with them.
    """
    loaded = len(sys.modules)
    await work
    if len(sys.modules) > loaded:
        gc.freeze()
