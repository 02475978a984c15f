"""Little motion is heard from a portal on a real session bus, at once and when it changes."""

from __future__ import annotations

import asyncio

from dbus_fast import BusType, Message, Variant
from dbus_fast.aio import MessageBus

from copilot.core.tasks import TaskSet
from copilot.desktop.linux.stillness import PortalStillness
from copilot.desktop.stillness import Stillness
from tests.desktop.lab.session import DesktopSession

PATH, SETTINGS = "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings"
SPACE, KEY = "org.gnome.desktop.interface", "enable-animations"


def answer(message: Message) -> Message | None:
    """The settings portal of a desktop whose animations are off."""
    if message.interface != SETTINGS or message.member != "ReadAll":
        return None
    return Message.new_method_return(message, "a{sa{sv}}", [{SPACE: {KEY: Variant("b", False)}}])


async def test_animations_are_off_and_on_again(desktop: DesktopSession) -> None:
    address = desktop.env["DBUS_SESSION_BUS_ADDRESS"]
    bus = await MessageBus(address, BusType.SESSION).connect()
    bus.add_message_handler(answer)
    await bus.request_name("org.freedesktop.portal.Desktop")
    stillness, changed, tasks = Stillness(), asyncio.Event(), TaskSet()
    stillness.listen(changed.set)
    async with asyncio.timeout(20):
        tasks.start(PortalStillness(stillness, address).serve(), "stillness")
        await changed.wait()
        assert stillness.on
        changed.clear()
        on_again = [SPACE, KEY, Variant("b", True)]
        signal = Message.new_signal(PATH, SETTINGS, "SettingChanged", "ssv", on_again)
        await bus.send(signal)  # pyright: ignore[reportUnknownMemberType]  # its future's type
        await changed.wait()
        assert not stillness.on
    await tasks.close()
    bus.disconnect()
