"""Hears from IBus and Fcitx 5 when unfinished text is shown; keeps whether, never what.

Interfaces: https://github.com/ibus/ibus (src/ibusinputcontext.c, src/ibuspanelservice.c) and
https://github.com/fcitx/fcitx5 (src/frontend/dbusfrontend). Both send these signals to the one
application that is typed into. IBus hands a copy to whoever asks with `eavesdrop`; on the session
bus a monitor gets it. Both ask for nothing else, most of all not for the calls that carry keys.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
from collections.abc import AsyncGenerator, Callable
from pathlib import Path
from typing import Any

from dbus_fast import BusType, Message, MessageType
from dbus_fast.aio import MessageBus

from copilot.desktop.linux.bus import DAEMON, FIRST_RETRY, LAST_RETRY
from copilot.desktop.linux.composition import Composition

_log = logging.getLogger(__name__)

_IBUS = "org.freedesktop.IBus"
_CONTEXT = "org.freedesktop.IBus.InputContext"
_PANEL = "org.freedesktop.IBus.Panel"
_FCITX = "org.fcitx.Fcitx.InputContext1"

_IBUS_RULES = (
    f"type='signal',interface='{_CONTEXT}',member='UpdatePreeditText'",
    f"type='signal',interface='{_CONTEXT}',member='UpdatePreeditTextWithMode'",
    f"type='signal',interface='{_CONTEXT}',member='ShowPreeditText'",
    f"type='signal',interface='{_CONTEXT}',member='HidePreeditText'",
    f"type='method_call',interface='{_CONTEXT}',member='FocusIn'",
    # For applications that leave it to the panel to show unfinished text.
    f"type='method_call',interface='{_PANEL}',member='UpdatePreeditText'",
    f"type='method_call',interface='{_PANEL}',member='ShowPreeditText'",
    f"type='method_call',interface='{_PANEL}',member='HidePreeditText'",
)
_CAME = f"type='signal',interface='{DAEMON}',member='NameOwnerChanged',arg0='{_IBUS}'"
_SESSION_RULES = (
    f"type='signal',interface='{_FCITX}',member='UpdateFormattedPreedit'",
    f"type='method_call',interface='{_FCITX}',member='FocusIn'",
    *_IBUS_RULES,  # Fcitx 5 plays IBus here
    _CAME,
)
_LIMIT = 5.0  # seconds for connecting and asking
_PATIENCE = (0.0, 0.2, 1.0)  # seconds: who has just come may not be ready yet


class InputMethods:
    """Tells `composition` of IBus and Fcitx 5, whenever they come and go."""

    def __init__(
        self, composition: Composition, address: Callable[[], str | None] | None = None
    ) -> None:
        self._composition = composition
        self._address = address or ibus_address
        self._came = asyncio.Event()
        self._texts: dict[str, bool] = {}

    async def serve(self) -> None:
        """Listen until cancelled."""
        # Two connections, since a monitor may not ask anything.
        async with asyncio.TaskGroup() as group:
            group.create_task(self._hear_session(), name="input methods of the session")
            group.create_task(self._hear_ibus(), name="IBus")

    # Buses

    async def _hear_session(self) -> None:
        delay = FIRST_RETRY
        while True:
            try:
                async with _bus(None) as bus:
                    bus.add_message_handler(self.heard)
                    async with asyncio.timeout(_LIMIT):
                        await self._monitor(bus)
                    delay = FIRST_RETRY
                    self._came.set()
                    await bus.wait_for_disconnect()
            except Exception as error:  # dbus-fast raises many kinds
                _log.debug("no input methods heard on the session bus: %s", type(error).__name__)
            self._forget()
            await asyncio.sleep(delay)
            delay = min(delay * 2, LAST_RETRY)

    async def _monitor(self, bus: MessageBus) -> None:
        reply = await bus.call(
            Message(
                DAEMON,
                "/org/freedesktop/DBus",
                "org.freedesktop.DBus.Monitoring",
                "BecomeMonitor",
                signature="asu",
                body=[list(_SESSION_RULES), 0],
            )
        )
        if reply.message_type is MessageType.ERROR:
            _log.info("the session bus has no monitors: Fcitx is seen by its window only")
            await _match(bus, _CAME)

    async def _hear_ibus(self) -> None:
        while True:
            await self._came.wait()
            self._came.clear()
            for pause in _PATIENCE:
                await asyncio.sleep(pause)
                try:
                    await self._follow_ibus()
                except Exception as error:  # dbus-fast raises many kinds
                    _log.debug("IBus is not heard: %s", type(error).__name__)
                    continue
                break
            self._forget()

    async def _follow_ibus(self) -> None:
        address = await asyncio.to_thread(self._address)
        if address is None:
            raise FileNotFoundError
        if _is_session(address):
            return
        async with _bus(address) as bus:
            bus.add_message_handler(self.heard)
            async with asyncio.timeout(_LIMIT):
                for rule in _IBUS_RULES:
                    await _match(bus, f"{rule},eavesdrop='true'")
            with contextlib.suppress(Exception):
                await bus.wait_for_disconnect()

    # Signals

    def heard(self, message: Message) -> bool:
        """True: dbus-fast would answer the calls of others, for which a monitor is thrown out."""
        if message.message_type not in (MessageType.SIGNAL, MessageType.METHOD_CALL):
            return False
        try:
            self._take(message.interface or "", message.member or "", message.body)
        except (IndexError, TypeError, ValueError, AttributeError):
            _log.debug("an input method said %s in a way of its own", message.member)
        return True

    def _take(self, interface: str, member: str, body: list[Any]) -> None:
        match member:
            case "NameOwnerChanged":
                self._came.set()
            case "FocusIn":
                self._forget()  # a program that ended in the middle tells nothing
            case "UpdatePreeditText" | "UpdatePreeditTextWithMode":
                # An IBusText is (its name, attachments, the text, attributes).
                self._texts[interface] = bool(body[0].value[2])
                self._composition.note(interface, self._texts[interface] and bool(body[2]))
            case "ShowPreeditText":
                self._composition.note(interface, self._texts.get(interface, False))
            case "HidePreeditText":
                self._composition.note(interface, False)
            case "UpdateFormattedPreedit":
                self._composition.note(interface, any(text for text, _ in body[0]))
            case _:
                pass

    def _forget(self) -> None:
        self._texts.clear()
        for interface in (_CONTEXT, _PANEL, _FCITX):
            self._composition.note(interface, False)


@contextlib.asynccontextmanager
async def _bus(address: str | None) -> AsyncGenerator[MessageBus]:
    async with asyncio.timeout(_LIMIT):
        bus = await MessageBus(bus_address=address, bus_type=BusType.SESSION).connect()
    try:
        yield bus
    finally:
        if bus.connected:
            bus.disconnect()


async def _match(bus: MessageBus, rule: str) -> None:
    await bus.call(
        Message(DAEMON, "/org/freedesktop/DBus", DAEMON, "AddMatch", signature="s", body=[rule])
    )


def ibus_address() -> str | None:
    """Where IBus listens, None if it does not run here. Reads files.

    As `ibus_get_address` of libibus finds it: $IBUS_ADDRESS, else a file that is named after
    machine and display.
    """
    if address := os.environ.get("IBUS_ADDRESS"):
        return address
    config = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    try:
        machine = _machine()
        text = (Path(config) / "ibus" / "bus" / f"{machine}-{_display()}").read_text()
    except OSError:
        return None
    lines = (line.partition("=") for line in text.splitlines())
    return next((value for name, _, value in lines if name == "IBUS_ADDRESS"), None)


def _machine() -> str:
    for place in ("/etc/machine-id", "/var/lib/dbus/machine-id"):
        with contextlib.suppress(OSError):
            return Path(place).read_text().strip()
    return "machine-id"


def _display() -> str:
    """ "unix-0" for ":0.1", "unix-wayland-0" on Wayland"""
    if wayland := os.environ.get("WAYLAND_DISPLAY"):
        return f"unix-{wayland}"
    host, _, number = os.environ.get("DISPLAY", ":0").rpartition(":")
    return f"{host or 'unix'}-{number.partition('.')[0]}"


def _is_session(address: str) -> bool:
    session = os.environ.get("DBUS_SESSION_BUS_ADDRESS", "")
    return address.partition(",")[0] == session.partition(",")[0]
