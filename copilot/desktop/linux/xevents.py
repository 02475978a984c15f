"""Events of python-xlib as the frozen values that the rest of us hears."""

from __future__ import annotations

from typing import Any

from Xlib import X
from Xlib.ext import xinput

from copilot.desktop.linux.xvalues import (
    KeyEvent,
    KeyReleased,
    MappingChanged,
    PropertyEvent,
    SelectionAnswer,
    SelectionLost,
    SelectionRequest,
    WindowMoved,
    WindowShown,
)


def value_of(event: Any) -> object | None:
    """What an event of python-xlib says, None if it is nothing to us."""
    match event.type:
        case X.KeyPress | X.KeyRelease:
            return KeyEvent(event.type == X.KeyPress, event.detail, event.state, int(event.time))
        case X.SelectionRequest:
            return SelectionRequest(
                id_of(event.requestor),
                event.selection,
                event.target,
                # Clients older than the ICCCM give no property and mean the target's name.
                event.property or event.target,
                event.time,
            )
        case X.SelectionNotify:
            return SelectionAnswer(id_of(event.requestor), event.target, event.property)
        case X.SelectionClear:
            return SelectionLost(event.atom, event.time)
        case X.PropertyNotify:
            deleted = event.state == X.PropertyDelete
            return PropertyEvent(id_of(event.window), event.atom, deleted, event.time)
        case X.MapNotify:
            return WindowShown(id_of(event.window), True, bool(event.override))
        case X.UnmapNotify:
            return WindowShown(id_of(event.window), False, False)
        case X.ConfigureNotify:
            return WindowMoved(id_of(event.window))
        case X.MappingNotify:
            return None if event.request == X.MappingPointer else MappingChanged()
        case _:
            is_release = getattr(event, "evtype", None) == xinput.RawKeyRelease
            return KeyReleased() if is_release else None


def id_of(window: Any) -> int:
    """The number of a window, which python-xlib gives as an object or as itself."""
    return window if isinstance(window, int) else int(window.id)
