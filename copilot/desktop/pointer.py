"""Clicks with the real pointer, for the demo: what a person does, not a shortcut through code."""

from __future__ import annotations

import sys


def click(x: int, y: int) -> bool:
    """Click once at that place, in physical pixels; false where this system gives no way to."""
    if sys.platform != "linux":
        return False
    from copilot.desktop.linux.pointer import click_on_x11

    return click_on_x11(x, y)
