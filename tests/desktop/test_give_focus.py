"""The way of the keyboard into another application's window, with and without a window manager."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator

import pytest
from Xlib import X
from Xlib.display import Display

from copilot.core.errors import DesktopError
from copilot.desktop.linux.give_focus import give_focus
from copilot.desktop.linux.x11 import XConnection
from tests.desktop.lab.session import DesktopSession


class Client:
    """A program with plain windows."""

    def __init__(self, name: str) -> None:
        self.display = Display(name)

    def open(self, title: str) -> int:
        """A window that is shown."""
        root = self.display.screen().root
        window = root.create_window(20, 20, 200, 100, 0, X.CopyFromParent)
        window.set_wm_name(title)
        window.map()
        self.display.sync()
        return int(window.id)

    def close(self, window: int) -> None:
        """The window goes."""
        self.display.create_resource_object("window", window).destroy()
        self.display.sync()

    def focus(self) -> int:
        """Which window has the keyboard."""
        return int(getattr(self.display.get_input_focus().focus, "id", 0))


@pytest.fixture
def bare(desktop: DesktopSession) -> Iterator[str]:
    """A display without a window manager."""
    reader, writer = os.pipe()
    server = desktop.spawn(
        ["Xvfb", "-displayfd", str(writer), "-nolisten", "tcp", "-noreset"], pass_fds=[writer]
    )
    os.close(writer)
    with os.fdopen(reader) as lines:
        number = lines.readline().strip()
    yield f":{number}"
    desktop.stop(server)


async def test_a_window_manager_is_asked(desktop: DesktopSession) -> None:
    client = Client(desktop.display)
    first, second = client.open("first"), client.open("second")
    desktop.wait_for(lambda: len(desktop.windows()) >= 2, 5, "both windows")
    desktop.activate(second)
    x = XConnection.open(desktop.display)
    try:
        await give_focus(x, first)
        assert x.active_window_id() == first
        await give_focus(x, first)  # it has it already
        assert x.active_window_id() == first
        desktop.xdotool("windowminimize", second)
        await give_focus(x, second)
        assert x.active_window_id() == second
        client.close(first)
        with pytest.raises(DesktopError, match="closed"):
            await give_focus(x, first)
    finally:
        x.close()
        client.display.close()


async def test_without_one_the_keyboard_is_given_directly(bare: str) -> None:
    client = Client(bare)
    first, second = client.open("first"), client.open("second")
    x = XConnection.open(bare)
    try:
        for window in (first, second, first):
            await give_focus(x, window)
            assert client.focus() == window
    finally:
        x.close()
        client.display.close()


async def test_what_is_not_shown_gets_no_keyboard_and_that_is_said_soon(bare: str) -> None:
    client = Client(bare)
    root = client.display.screen().root
    hidden = root.create_window(0, 0, 10, 10, 0, X.CopyFromParent)
    client.display.sync()
    x = XConnection.open(bare)
    try:
        async with asyncio.timeout(2):
            with pytest.raises(DesktopError, match="does not get the keyboard"):
                await give_focus(x, int(hidden.id))
    finally:
        x.close()
        client.display.close()
