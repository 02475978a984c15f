"""The Eyes port: what the watcher sees on its thread, handed over to the caller's loop."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator

from copilot.core.bounds import Bounds
from copilot.core.errors import DesktopError
from copilot.core.model import Sight
from copilot.desktop.linux.thread import DesktopThread
from copilot.desktop.linux.watcher import Watcher


class Latest:
    """Carries sights from the desktop thread into other loops; only the newest one waits."""

    def __init__(self) -> None:
        self._newest: Sight = None
        self._takers: list[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = []

    def put(self, sight: Sight) -> None:
        """Called on the desktop thread."""
        self._newest = sight
        for loop, event in tuple(self._takers):
            if not loop.is_closed():
                loop.call_soon_threadsafe(event.set)

    async def stream(self) -> AsyncIterator[Sight]:
        """What is seen now, then every change."""
        event = asyncio.Event()
        event.set()
        taker = (asyncio.get_running_loop(), event)
        self._takers.append(taker)
        try:
            while True:
                await event.wait()
                event.clear()
                yield self._newest
        finally:
            self._takers.remove(taker)


class DesktopEyes:
    """Sees the focused chat through the accessibility bus."""

    def __init__(self, thread: DesktopThread, watcher: Watcher, latest: Latest) -> None:
        self._thread = thread
        self._watcher = watcher
        self._latest = latest

    def sights(self) -> AsyncIterator[Sight]:
        """See Eyes."""
        return self._latest.stream()

    async def look(self) -> Sight:
        """See Eyes."""
        try:
            async with asyncio.timeout(10.0):
                return await self._thread.run(self._watcher.now())
        except TimeoutError as error:
            raise DesktopError(
                "The focused application answers too slowly.", "Try again.", retryable=True
            ) from error

    async def rest(self, on: bool) -> None:
        """See Eyes."""
        await self._thread.run(self._watcher.rest(on))

    async def restrict(self, bounds: Bounds) -> None:
        """See Eyes."""
        await self._thread.run(self._watcher.restrict(bounds))

    async def deny(self, app: str) -> None:
        """See Eyes."""
        await self._thread.run(self._watcher.deny(app))

    async def accessible(self) -> bool:
        """See Eyes."""
        return await self._thread.run(self._watcher.accessible())

    async def enable(self) -> None:
        """See Eyes."""
        await self._thread.run(self._watcher.enable())

    async def restart(self) -> None:
        """See Eyes."""
        await self._thread.run(self._watcher.restart())

    async def ready(self, limit: float = 5.0) -> bool:
        """Wait until the watcher hears the accessibility bus, at most `limit` seconds.

        Not at all where the session has none: what needs none shall not wait.
        """
        return await self._thread.run(self._watcher.ready(limit))
