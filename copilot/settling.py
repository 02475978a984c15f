"""The end of a start: what it made stays, and is looked through for garbage no more."""

from __future__ import annotations

import gc
import sys

_GIVE_WAY = 0.001
"""Seconds after which a thread that computes or loads lets Qt's go on; Python's own are five."""


def settle() -> None:
    """Drop what the start left over (20 ms) and go on as usual with what is made from now on."""
    gc.collect()
    gc.freeze()
    gc.enable()
    sys.setswitchinterval(_GIVE_WAY)


def stay() -> None:
    """More has been loaded, which stays as well. What is garbage by now, little, stays with it."""
    gc.freeze()
