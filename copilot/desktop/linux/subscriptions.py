"""Which events we hear from the accessibility bus: few of everybody, many of the followed one."""

from __future__ import annotations

import asyncio
import contextlib

from copilot.desktop.linux.bus import DAEMON, REGISTRY, AccessibilityBus

OBJECT_EVENT = "org.a11y.atspi.Event.Object"
WINDOW_EVENT = "org.a11y.atspi.Event.Window"

# Every registered event costs all applications something: only what is needed.
_REGISTERED = (
    "window:activate",
    "window:deactivate",
    "object:state-changed:focused",
    "object:text-changed",
    "object:text-caret-moved",
    "object:children-changed",
    "object:property-change:accessible-name",
)
_ALWAYS = (
    f"type='signal',interface='{OBJECT_EVENT}',member='StateChanged',arg0='focused'",
    f"type='signal',interface='{WINDOW_EVENT}',member='Activate'",
    f"type='signal',interface='{WINDOW_EVENT}',member='Deactivate'",
    f"type='signal',interface='{OBJECT_EVENT}',member='ChildrenChanged',sender='{REGISTRY}'",
    f"type='signal',interface='{DAEMON}',member='NameOwnerChanged',arg2=''",
)
_OF_THE_FOLLOWED = ("TextChanged", "TextCaretMoved", "ChildrenChanged", "PropertyChange")
_GOODBYE = 0.5  # seconds without an event before we leave the bus
_LONGEST_GOODBYE = 2.0


class Subscriptions:
    """Our subscriptions on one bus."""

    def __init__(self, bus: AccessibilityBus) -> None:
        self._bus = bus
        self._ready = asyncio.Event()
        self._followed = ""
        self._heard_at = 0.0

    def lost(self) -> None:
        """The bus is another one now, on which there are none."""
        self._ready.clear()
        self._followed = ""

    async def subscribe(self) -> None:
        """Hear what we need of everybody. Raises DesktopError."""
        await asyncio.gather(*(self._bus.match(rule) for rule in _ALWAYS))
        await asyncio.gather(*(self._bus.register(event) for event in _REGISTERED))
        self._ready.set()

    async def ready(self, limit: float) -> bool:
        """Wait until we hear of everybody, at most `limit` seconds."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(limit):
                await self._ready.wait()
        return self._ready.is_set()

    async def follow(self, app: str) -> None:
        """Hear the many events of one application only, so that the others don't wake us.

        None of any with ""; raises DesktopError.
        """
        if app == self._followed:
            return
        before, self._followed = self._followed, app
        for name, on in ((before, False), (app, True)):
            if name:
                rules = (
                    f"type='signal',interface='{OBJECT_EVENT}',member='{member}',sender='{name}'"
                    for member in _OF_THE_FOLLOWED
                )
                await asyncio.gather(*(self._bus.match(rule, on) for rule in rules))

    def heard(self) -> None:
        """An event came in."""
        self._heard_at = asyncio.get_running_loop().time()

    async def until_a_rest(self) -> None:
        """Wait until the last event is a while ago, at most a little longer.

        Chromium 156 ended by signal 11 when its listener left the bus within milliseconds of a
        change of text, and a GTK 3 client while a key was being handled; not after a rest.
        """
        loop = asyncio.get_running_loop()
        limit = loop.time() + _LONGEST_GOODBYE
        while (rest := min(self._heard_at + _GOODBYE, limit) - loop.time()) > 0:  # noqa: ASYNC110
            await asyncio.sleep(rest)
