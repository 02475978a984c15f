"""The floor for seeing, and the judge of what is in a draft: the bare event, then the bare text."""

from __future__ import annotations

import asyncio
import json
import time
from typing import Any

from dbus_fast import BusType, Message, MessageType
from dbus_fast.aio import MessageBus

_EVENT = "org.a11y.atspi.Event.Object"
_BUS = "org.freedesktop.DBus"


async def main() -> None:
    """Print a line for each event, when it came and the text of its source, until ended."""
    session = await MessageBus(bus_type=BusType.SESSION).connect()
    address: str = (await _call(session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus",
                                "GetAddress"))[0]  # fmt: skip
    bus = await MessageBus(bus_address=address).connect()
    events: asyncio.Queue[tuple[float, Message]] = asyncio.Queue()

    def heard(message: Message) -> None:
        if message.message_type is MessageType.SIGNAL and message.member == "TextChanged":
            events.put_nowait((time.monotonic(), message))

    bus.add_message_handler(heard)
    rule = f"type='signal',interface='{_EVENT}',member='TextChanged'"
    await _call(bus, _BUS, "/org/freedesktop/DBus", _BUS, "AddMatch", "s", rule)
    await _call(bus, "org.a11y.atspi.Registry", "/org/a11y/atspi/registry",
                "org.a11y.atspi.Registry", "RegisterEvent", "s", "object:text-changed")  # fmt: skip
    print(json.dumps({"ready": True}), flush=True)
    while True:
        at, event = await events.get()
        name, path = str(event.sender), str(event.path)
        answer = await _call(bus, name, path, "org.a11y.atspi.Text", "GetText", "ii", 0, -1)
        line = {"heard": at, "at": time.monotonic(), "text": answer[0] if answer else None,
                "name": name, "path": path}  # fmt: skip
        print(json.dumps(line), flush=True)


async def _call(
    bus: MessageBus, to: str, path: str, interface: str, member: str, signature: str = "",
    *body: object,
) -> list[Any]:  # fmt: skip
    reply = await bus.call(
        Message(destination=to, path=path, interface=interface, member=member,
                signature=signature, body=list(body))
    )  # fmt: skip
    return [] if reply.message_type is MessageType.ERROR else reply.body


if __name__ == "__main__":
    asyncio.run(main())
