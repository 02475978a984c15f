"""A judge's own look at the accessibility tree, independent of the product's reading of it."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Self

from dbus_fast import Message, MessageType
from dbus_fast.aio import MessageBus

from tests.desktop.lab.processes import LabError
from tests.desktop.lab.session import DesktopSession

_ATSPI = "org.a11y.atspi"
_ROOT = "/org/a11y/atspi/accessible/root"

# Bit numbers of AtspiStateType (atspi-constants.h) that tests ask for.
_STATES = {
    1: "active",
    4: "checked",
    7: "editable",
    8: "enabled",
    11: "focusable",
    12: "focused",
    17: "multi-line",
    23: "selected",
    24: "sensitive",
    25: "showing",
    30: "visible",
}


def bus_address(session: DesktopSession) -> str:
    """Where the accessibility bus of a session listens."""
    return session.run(
        ["dbus-send", "--session", "--print-reply=literal", "--dest=org.a11y.Bus",
         "/org/a11y/bus", "org.a11y.Bus.GetAddress"]
    ).strip()  # fmt: skip


class AccessibilityTree:
    """The accessibility bus of a session; calls block, with a time limit each."""

    def __init__(self, session: DesktopSession) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._bus = self._wait(self._connect(bus_address(session)))

    @staticmethod
    async def _connect(address: str) -> MessageBus:
        return await MessageBus(bus_address=address).connect()

    def _wait(self, work: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(10)

    def call(
        self, to: str, path: str, interface: str, member: str, signature: str = "", *body: object
    ) -> list[Any]:
        """One method call; `interface` without its prefix. Raises LabError when it is refused."""
        prefix = "" if interface.startswith("org.") else f"{_ATSPI}."
        reply = self._wait(
            self._bus.call(
                Message(
                    destination=to,
                    path=path,
                    interface=prefix + interface,
                    member=member,
                    signature=signature,
                    body=list(body),
                )
            )
        )
        if reply.message_type is MessageType.ERROR:
            raise LabError(f"{member} on {path}: {reply.error_name} {reply.body}")
        return reply.body

    def listen(self) -> list[str]:
        """From now on note what applications announce; a list that grows."""
        heard: list[str] = []

        def note(message: Message) -> None:
            if message.member == "Announcement":
                heard.append(message.body[3].value)

        self._bus.add_message_handler(note)
        rule = "type='signal',interface='org.a11y.atspi.Event.Object',member='Announcement'"
        bus = "org.freedesktop.DBus"
        self.call(bus, "/org/freedesktop/DBus", bus, "AddMatch", "s", rule)
        registry = "org.a11y.atspi.Registry"
        # Toolkits announce nothing as long as nobody has said that they listen.
        self.call(
            registry,
            "/org/a11y/atspi/registry",
            registry,
            "RegisterEvent",
            "s",
            "object:announcement",
        )
        return heard

    def applications(self) -> list[Accessible]:
        """All applications on the bus."""
        return Accessible(self, "org.a11y.atspi.Registry", _ROOT).children()

    def application(self, pid: int) -> Accessible | None:
        """The application of a process, None while it is not on the bus."""
        for found in self.applications():
            if self.pid_of(found) == pid:
                return found
        return None

    def pid_of(self, node: Accessible) -> int:
        """The process behind a node."""
        bus = "org.freedesktop.DBus"
        answer = self.call(
            bus, "/org/freedesktop/DBus", bus, "GetConnectionUnixProcessID", "s", node.owner
        )
        return int(answer[0])

    def close(self) -> None:
        """Leave the bus."""

        async def leave() -> None:
            self._bus.disconnect()
            with contextlib.suppress(EOFError, OSError):  # a bus that has died
                await self._bus.wait_for_disconnect()

        self._wait(leave())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)
        self._loop.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@dataclass(frozen=True)
class Accessible:
    """One node. Its properties are read afresh each time; LabError when it is gone."""

    tree: AccessibilityTree = field(repr=False, compare=False)
    owner: str
    path: str

    def _call(self, interface: str, member: str, signature: str = "", *body: object) -> list[Any]:
        return self.tree.call(self.owner, self.path, interface, member, signature, *body)

    def _property(self, interface: str, name: str) -> Any:
        properties = "org.freedesktop.DBus.Properties"
        return self._call(properties, "Get", "ss", f"{_ATSPI}.{interface}", name)[0].value

    @property
    def name(self) -> str:
        return str(self._property("Accessible", "Name"))

    @property
    def description(self) -> str:
        return str(self._property("Accessible", "Description"))

    @property
    def role(self) -> str:
        return str(self._call("Accessible", "GetRoleName")[0])

    @property
    def states(self) -> frozenset[str]:
        low, high = self._call("Accessible", "GetState")[0]
        bits = low | high << 32
        return frozenset(name for bit, name in _STATES.items() if bits >> bit & 1)

    @property
    def text(self) -> str:
        return str(self._call("Text", "GetText", "ii", 0, -1)[0])

    @property
    def extents(self) -> tuple[int, int, int, int]:
        """x, y, width, height on the screen."""
        x, y, width, height = self._call("Component", "GetExtents", "u", 0)[0]
        return x, y, width, height

    @property
    def centre(self) -> tuple[int, int]:
        x, y, width, height = self.extents
        return x + width // 2, y + height // 2

    def children(self) -> list[Accessible]:
        return [
            Accessible(self.tree, owner, path)
            for owner, path in self._call("Accessible", "GetChildren")[0]
        ]

    def press(self) -> None:
        """Do the first action."""
        self._call("Action", "DoAction", "i", 0)

    def walk(self) -> Iterator[Accessible]:
        """This node and all below it, depth first; branches that vanish are skipped."""
        yield self
        try:
            children = self.children()
        except LabError:
            return
        for child in children:
            yield from child.walk()

    def spelt(self) -> str:
        """The text of this node with the objects embedded in it spelt out: pictures by name."""
        # Chromium puts plain text into the parent's own as well.
        parts = iter([child.spelt() for child in self.children() if child.role != "static"])
        try:
            text = self.text
        except LabError:  # no text of its own
            return self.name
        # Every other child stands there as U+FFFC, in order.
        return "".join(next(parts, "") if char == "\ufffc" else char for char in text)

    def find(
        self, *, role: str = "", name: str | None = None, prefix: str = "", states: str = ""
    ) -> Accessible | None:
        """The first node, depth first, that is all of what is asked for.

        Its `role`, its exact `name` or the `prefix` of it, and all `states` ("focused showing").
        """
        wanted = set(states.split())
        for node in self.walk():
            try:
                if (
                    (not role or node.role == role)
                    and (name is None or node.name == name)
                    and (not prefix or node.name.startswith(prefix))
                    and wanted <= node.states
                ):
                    return node
            except LabError:  # it vanished meanwhile
                continue
        return None


def draft_in_gtk(session: DesktopSession, pid: int) -> str:
    """The text of the draft that a GTK client of that process shows. LabError if there is none."""
    with AccessibilityTree(session) as tree:
        app = tree.application(pid)
        field = app and app.find(role="text", states="multi-line editable showing")
        if field is None:
            raise LabError(f"process {pid} shows no draft")
        return field.text
