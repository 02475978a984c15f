"""Hears from the desktop's settings portal whether little motion is wanted.

The interface: https://flatpak.github.io/xdg-desktop-portal/docs/ (org.freedesktop.portal.Settings).
Beside the standard key, GNOME and its kin and KDE tell it in keys of their own.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from types import MappingProxyType
from typing import Any

from dbus_fast import BusType, Message, MessageType, Variant
from dbus_fast.aio import MessageBus

from copilot.desktop.linux.bus import DAEMON
from copilot.desktop.stillness import Stillness

_log = logging.getLogger(__name__)

_PORTAL = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_SETTINGS = "org.freedesktop.portal.Settings"
_RULE = f"type='signal',interface='{_SETTINGS}',member='SettingChanged',path='{_PATH}'"
_LIMIT = 10.0  # seconds: the portal may have to be started for the question

_KEYS: MappingProxyType[tuple[str, str], Callable[[Any], bool]] = MappingProxyType(
    {
        ("org.freedesktop.appearance", "reduced-motion"): lambda value: value == 1,
        ("org.gnome.desktop.interface", "enable-animations"): lambda value: value is False,
        ("org.kde.kdeglobals.KDE", "AnimationDurationFactor"): lambda value: float(value) == 0,
    }
)
"""(namespace, key) → whether a value of it asks for little motion."""


class PortalStillness:
    """Tells `stillness` what the portal says, now and whenever it changes.

    `address` is that of the session bus, None for the environment's.
    """

    def __init__(self, stillness: Stillness, address: str | None = None) -> None:
        self._stillness = stillness
        self._address = address

    async def serve(self) -> None:
        """Listen until cancelled; without a portal there is nothing to hear."""
        try:
            await self._serve()
        except Exception as error:  # dbus-fast raises many kinds
            _log.debug("the desktop's settings are not heard: %s", type(error).__name__)

    async def _serve(self) -> None:
        async with asyncio.timeout(_LIMIT):
            bus = await MessageBus(self._address, BusType.SESSION).connect()
        try:
            bus.add_message_handler(self.heard)
            async with asyncio.timeout(_LIMIT):
                await bus.call(
                    _call(DAEMON, "/org/freedesktop/DBus", DAEMON, "AddMatch", "s", _RULE)
                )
                spaces = [space for space, _ in _KEYS]
                reply = await bus.call(_call(_PORTAL, _PATH, _SETTINGS, "ReadAll", "as", spaces))
            if reply.message_type is MessageType.METHOD_RETURN:
                for space, values in reply.body[0].items():
                    for key, value in values.items():
                        self._take(space, key, value)
            await bus.wait_for_disconnect()
        finally:
            if bus.connected:
                bus.disconnect()

    def heard(self, message: Message) -> None:
        """A signal of the portal."""
        if message.interface == _SETTINGS and message.member == "SettingChanged":
            try:
                space, key, value = message.body
            except ValueError:
                return
            self._take(space, key, value)

    def _take(self, space: str, key: str, value: Variant) -> None:
        means = _KEYS.get((space, key))
        if means is None:
            return
        try:
            self._stillness.note(f"{space} {key}", means(value.value))
        except (AttributeError, TypeError, ValueError):
            _log.debug("the desktop says %s in a way of its own", key)


def _call(name: str, path: str, interface: str, member: str, signature: str, *body: Any) -> Message:
    return Message(name, path, interface, member, signature=signature, body=list(body))
