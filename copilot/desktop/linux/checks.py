"""What doctor asks of a Linux desktop: display, accessibility bus, tray. Each check blocks."""

from __future__ import annotations

import asyncio
import contextlib
import os
from collections.abc import Callable, Mapping
from typing import Any

from dbus_fast import BusType, Message, MessageType, Variant
from dbus_fast.aio import MessageBus
from Xlib.display import Display

from copilot.core.checks import Check
from copilot.core.errors import DesktopError, DisplayMissing
from copilot.desktop.linux.hotkeys import X11Hotkeys
from copilot.desktop.linux.keys import Keyboard
from copilot.desktop.linux.x11 import XConnection

_LIMIT = 3.0  # seconds for one answer of the bus
_WATCHER = "org.kde.StatusNotifierWatcher"


def desktop_checks(
    chords: Mapping[str, str], *, running: bool, environ: Mapping[str, str] = os.environ
) -> dict[str, Callable[[], Check]]:
    """The checks by name. Run each in a thread of its own: a hung server or bus holds it up.

    `chords` are the hotkeys by action; while the application is `running` it holds them itself.
    """
    return {
        "display": lambda: asyncio.run(_display(environ)),
        "accessibility": lambda: asyncio.run(_accessibility()),
        "tray": lambda: asyncio.run(_tray()),
        "hotkeys": lambda: asyncio.run(_hotkeys(chords, running, environ)),
    }


async def _display(environ: Mapping[str, str]) -> Check:
    wayland = environ.get("WAYLAND_DISPLAY", "")
    try:
        x = XConnection.open()
    except DisplayMissing:
        if wayland:
            return Check(
                "display",
                False,
                f"Wayland ({wayland}) without XWayland",
                "Install XWayland, or log in to a session on Xorg.",
            )
        return Check(
            "display",
            False,
            "none (DISPLAY is not set or can't be reached)",
            "Start Chat Copilot inside a desktop session; `chat-copilot demo` brings its own.",
        )
    try:
        width, height, dots = _size(x)
    finally:
        x.close()
    # Xft.dpi is what desktops on X11 set for scaling; 96 is 100 %.
    detail = f"X11 {environ.get('DISPLAY', '')}, {width} × {height}, {round(dots / 96 * 100)} %"
    if wayland:
        detail = f"Wayland ({wayland}) with XWayland: {detail}"
    return Check("display", True, detail)


def _size(x: XConnection) -> tuple[int, int, float]:
    # Clients of X can ask for the size of a screen only when they connect.
    with contextlib.closing(Display()) as display:
        screen: Any = display.screen()
        width, height = int(screen.width_in_pixels), int(screen.height_in_pixels)
    resources = x.read_property(x.root, x.atom("RESOURCE_MANAGER"))
    dots = 96.0
    for line in (resources.data if resources else b"").decode(errors="replace").splitlines():
        # "Xft.dpi:\t144"
        name, _, value = line.partition(":")
        if name.strip() == "Xft.dpi" and value.strip().replace(".", "", 1).isdigit():
            dots = float(value)
    return width, height, dots


async def _accessibility() -> Check:
    name = "accessibility"
    try:
        async with _Session() as session:
            address = await session.call(
                "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress"
            )
            enabled = await session.get(
                "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Status", "IsEnabled"
            )
        async with asyncio.timeout(_LIMIT):
            bus = await MessageBus(bus_address=str(address[0])).connect()
        bus.disconnect()
    except _NoSession:
        return Check(
            name,
            False,
            "this session has no D-Bus",
            "Start Chat Copilot inside a desktop session.",
        )
    except _Refused:
        return Check(
            name,
            False,
            "no accessibility bus",
            "Install the package at-spi2-core, log out and in again.",
        )
    except Exception as error:  # the many kinds that dbus-fast raises while connecting
        return Check(
            name,
            False,
            f"the accessibility bus does not answer ({type(error).__name__})",
            "Log out and in again.",
        )
    if not enabled:
        return Check(
            name,
            False,
            "reachable, but switched off: only GTK applications can be read",
            "Start Chat Copilot and agree when it asks to switch accessibility on.",
        )
    return Check(name, True, "reachable and switched on")


async def _tray() -> Check:
    found: list[str] = []
    try:
        async with _Session() as session:
            if await session.get(
                _WATCHER, "/StatusNotifierWatcher", _WATCHER, "IsStatusNotifierHostRegistered"
            ):
                found.append("StatusNotifier")
    except (_NoSession, _Refused):
        pass
    try:
        x = XConnection.open()
    except DesktopError:
        pass
    else:
        # The freedesktop.org System Tray Protocol: whoever owns this selection is the tray.
        if x.selection_owner(x.atom("_NET_SYSTEM_TRAY_S0")):
            found.append("XEmbed")
        x.close()
    if found:
        return Check("tray", True, " and ".join(found))
    return Check(
        "tray",
        False,
        "this desktop has none",
        "On GNOME install the extension AppIndicator. Without a tray, use "
        "`chat-copilot trigger open` and the hotkeys.",
    )


async def _hotkeys(chords: Mapping[str, str], running: bool, environ: Mapping[str, str]) -> Check:
    name = "hotkeys"
    if environ.get("WAYLAND_DISPLAY"):
        return Check(
            name,
            False,
            "on Wayland they work only while a window of XWayland has the keyboard",
            "In the desktop's keyboard settings, bind shortcuts to commands such as "
            "`chat-copilot trigger choose1`.",
        )
    if running:
        return Check(name, True, "held by the Chat Copilot that runs; quit it to have them tried")
    try:
        x = XConnection.open()
    except DisplayMissing as error:
        return Check(name, False, "no X11 display to take them on", error.hint)
    try:
        hotkeys = X11Hotkeys(x, Keyboard(x))
        problems = await hotkeys.bind(chords, lambda action: None)
        await hotkeys.release()
    finally:
        x.close()
    if problems:
        return Check(
            name,
            False,
            " ".join(f"{problem.action}: {problem.reason}" for problem in problems),
            "Choose other combinations under [hotkeys] in settings.toml.",
        )
    return Check(name, True, f"all {len(chords)} combinations are free")


class _NoSession(Exception):
    """There is no session bus."""


class _Refused(Exception):
    """Nobody on the bus answers to that."""


class _Session:
    """The session bus, for a few questions."""

    async def __aenter__(self) -> _Session:
        try:
            async with asyncio.timeout(_LIMIT):
                self._bus = await MessageBus(bus_type=BusType.SESSION).connect()
        except Exception as error:  # no address, no such socket, not a bus: all the same here
            raise _NoSession from error
        return self

    async def __aexit__(self, *_: object) -> None:
        self._bus.disconnect()

    async def call(
        self, name: str, path: str, interface: str, member: str, signature: str = "", *body: Any
    ) -> list[Any]:
        message = Message(name, path, interface, member, signature=signature, body=list(body))
        try:
            async with asyncio.timeout(_LIMIT):
                reply = await self._bus.call(message)
        except (TimeoutError, OSError, EOFError) as error:
            raise _Refused from error
        if reply.message_type is MessageType.ERROR:
            raise _Refused
        return reply.body

    async def get(self, name: str, path: str, interface: str, prop: str) -> Any:
        reply = await self.call(
            name, path, "org.freedesktop.DBus.Properties", "Get", "ss", interface, prop
        )
        value: Any = reply[0]
        return value.value if isinstance(value, Variant) else value
