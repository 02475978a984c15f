"""Gives another application's X11 window the keyboard, because the person goes back to it."""

from __future__ import annotations

import asyncio
import sys
from typing import Any

from Xlib import X, error
from Xlib.protocol import event as xevent

from copilot.core.errors import DesktopError
from copilot.desktop.linux.x11 import XConnection, ignore
from copilot.desktop.linux.xvalues import PropertyEvent

_LIMIT = 1.0
"""Seconds for a window manager to do it."""
_PAGER = 2
"""A request on behalf of the person, not of a program that wants their attention. From "Extended
Window Manager Hints" 1.5, "Source indication in requests"."""


async def give_focus(x: XConnection, window: int) -> None:
    """Have this window get the keyboard, raised above others.

    Raises DesktopError if it does not, within two seconds.
    """
    if x.active_window_id() == window:
        return
    if not x.exists(window):
        raise DesktopError("The window of that chat is closed.", "Open the chat again.")
    try:
        time = await x.timestamp()
        if _is_managed(x):
            await _activate(x, window, time)
        else:
            _focus(x, window, time)
    except TimeoutError:
        raise _refused() from None


def _is_managed(x: XConnection) -> bool:
    """Whether a window manager gives windows the keyboard."""
    supported = x.read_property(x.root, x.atom("_NET_SUPPORTED"))
    wanted = x.atom("_NET_ACTIVE_WINDOW")
    data = supported.data if supported is not None else b""
    atoms = (int.from_bytes(data[i : i + 4], sys.byteorder) for i in range(0, len(data), 4))
    return wanted in atoms


async def _activate(x: XConnection, window: int, time: int) -> None:
    """Ask the window manager, and wait until it has done it. Raises TimeoutError."""
    active = x.atom("_NET_ACTIVE_WINDOW")
    changed = asyncio.Event()

    def take(event: PropertyEvent) -> None:
        if event.window == x.root and event.property == active:
            changed.set()

    end = x.listen(PropertyEvent, take)
    x.watch_properties(x.root, on=True)
    try:
        with x.guarded():
            target: Any = x.display.create_resource_object("window", window)
            request = xevent.ClientMessage(
                window=target,
                client_type=active,
                data=(32, [_PAGER, time, x.active_window_id(), 0, 0]),
            )
            mask = X.SubstructureRedirectMask | X.SubstructureNotifyMask
            x.root_window.send_event(request, event_mask=mask, onerror=ignore)
        async with asyncio.timeout(_LIMIT):
            while x.active_window_id() != window:
                changed.clear()
                await changed.wait()
    finally:
        end()
        x.watch_properties(x.root, on=False)


def _focus(x: XConnection, window: int, time: int) -> None:
    """Where no window manager decides. Raises DesktopError if the window is not shown."""
    with x.guarded():
        target: Any = x.display.create_resource_object("window", window)
        failed = error.CatchError(error.BadMatch, error.BadWindow)
        target.configure(stack_mode=X.Above, onerror=ignore)
        target.set_input_focus(X.RevertToParent, time, onerror=failed)
        x.display.sync()
        focused: Any = x.display.get_input_focus().focus
    if failed.get_error() is not None or getattr(focused, "id", 0) != window:
        raise _refused()


def _refused() -> DesktopError:
    return DesktopError("The chat's window does not get the keyboard.", "Click into it yourself.")
