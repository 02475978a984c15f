"""Background tasks that are never lost: each is held until done and its failure is reported."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

_log = logging.getLogger(__name__)


class TaskSet:
    """Holds tasks; `close()` cancels them and waits. `on_error` hears of every failure."""

    def __init__(self, on_error: Callable[[BaseException], None] | None = None) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()
        self._on_error = on_error
        self._afterwards: list[Callable[[], None]] = []

    def start(self, work: Coroutine[Any, Any, Any], name: str) -> asyncio.Task[Any]:
        """Run `work` in the background."""
        task = asyncio.get_running_loop().create_task(work, name=name)
        self._tasks.add(task)
        task.add_done_callback(self._done)
        return task

    def _done(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        self._tell(task)
        if not self._tasks:
            waiting, self._afterwards = self._afterwards, []
            for call in waiting:
                call()

    def _tell(self, task: asyncio.Task[Any]) -> None:
        if task.cancelled():
            return
        error = task.exception()
        if error is None:
            return
        if self._on_error is not None:
            self._on_error(error)
        else:
            # The type only: a message may hold chat text.
            _log.error("task %s failed: %s", task.get_name(), type(error).__name__)

    def afterwards(self, call: Callable[[], None]) -> None:
        """Call it once nothing is under way: now, or when the last of it has ended."""
        if self._tasks:
            self._afterwards.append(call)
        else:
            call()

    async def finish(self, seconds: float) -> None:
        """Let everything end by itself, for so long at most, then close."""
        if self._tasks:
            await asyncio.wait(list(self._tasks), timeout=seconds)
        await self.close()

    def cancel(self) -> None:
        """Cancel everything; it ends in the background."""
        for task in list(self._tasks):
            task.cancel()

    async def close(self) -> None:
        """Cancel everything and wait until it has ended."""
        tasks = list(self._tasks)
        self.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
