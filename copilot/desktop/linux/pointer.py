"""The pointer on X11 (XTEST), on a connection of its own."""

from __future__ import annotations

import contextlib

from Xlib import X, error
from Xlib.display import Display
from Xlib.ext import xtest


def click_on_x11(x: int, y: int) -> bool:
    """Click once at that place of the root window; false without an X display."""
    try:
        display = Display()
    except (error.DisplayError, OSError):
        return False
    with contextlib.closing(display):
        for kind, detail in ((X.MotionNotify, 0), (X.ButtonPress, 1), (X.ButtonRelease, 1)):
            xtest.fake_input(display, kind, detail, x=x, y=y)
        display.sync()
    return True
