"""The desktop thread: one daemon thread with its own asyncio loop for everything that may wait."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")


class DesktopThread:
    """Owns a loop on which accessibility and X11 work runs, so that the UI thread only draws."""

    def __init__(self, name: str = "desktop") -> None:
        self.loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._serve, name=name, daemon=True)

    def start(self) -> None:
        """Start the thread. Call it once."""
        self._thread.start()

    def _serve(self) -> None:
        asyncio.set_event_loop(self.loop)
        try:
            self.loop.run_forever()
            left = asyncio.all_tasks(self.loop)
            for task in left:
                task.cancel()
            if left:
                # A task that ignores its cancellation must not keep the program from ending.
                self.loop.run_until_complete(asyncio.wait(left, timeout=1.0))
        finally:
            self.loop.close()

    async def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Run `work` here and await it from any other loop; cancellation travels to it."""
        return await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(work, self.loop))

    def post(self, call: Callable[[], object]) -> None:
        """Have `call` run here soon; nothing happens once the thread has ended."""
        if not self.loop.is_closed():
            self.loop.call_soon_threadsafe(call)

    def stop(self, timeout: float = 3.0) -> None:
        """Cancel what runs and wait for the thread, at most `timeout` seconds."""
        if self._thread.is_alive():
            self.loop.call_soon_threadsafe(self.loop.stop)
            self._thread.join(timeout)
        elif not self.loop.is_closed():
            self.loop.close()
