"""Tells a grab of the keyboard, which only seems to take the focus, from a focus that is gone."""

from __future__ import annotations

import asyncio

from copilot.desktop.linux.accessible import Accessibles
from copilot.desktop.linux.bus import CallFailed
from copilot.desktop.linux.focus import Focus

_BLINK = (0.0, 0.03, 0.1)
"""Seconds to wait before each look."""


async def only_grabbed(a11y: Accessibles, focus: Focus) -> bool:
    """Whether a field, whose window is the active one still, lost the focus to a grab only.

    While a hotkey is held, X11 tells the application under it that it lost the focus, though
    its window stays the active one: GTK then calls nothing focused and its frame inactive.
    """
    # Frame and field lose and regain their states one after the other.
    for pause in _BLINK:
        await asyncio.sleep(pause)
        try:
            frame, field = await asyncio.gather(a11y.states(focus.frame), a11y.states(focus.field))
        except CallFailed:
            return False
        if not {"showing", "editable"} <= field:
            return False
        if "active" not in frame or "focused" in field:
            return True
    return False
