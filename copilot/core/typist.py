"""Whether the person is typing right now, and how long a pause of theirs is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from copilot.core.habits import Rhythm
from copilot.core.ports import Clock
from copilot.core.tasks import TaskSet


class Typist:
    """Hears of keys; `changed` is called when they have rested for `rest` seconds."""

    def __init__(
        self, clock: Clock, tasks: TaskSet, rest: float, changed: Callable[[], None]
    ) -> None:
        self._clock = clock
        self._tasks = tasks
        self._rest = rest
        self._changed = changed
        self._rhythm = Rhythm()
        self._until = 0.0
        self._waiting: asyncio.Task[None] | None = None

    @property
    def typing(self) -> bool:
        """Whether keys are being pressed."""
        return self._waiting is not None

    @property
    def pause(self) -> float:
        """From how many seconds on this person's keys rest."""
        return self._rhythm.pause(self._rest)

    def typed(self, *, composing: bool = False) -> None:
        """A key changed the draft, or, while `composing`, only what an input method holds."""
        now = self._clock.monotonic()
        if not composing:
            self._rhythm = self._rhythm.typed(now)
        self._until = now + self._rest
        if self._waiting is None:
            self._waiting = self._tasks.start(self._wait(), "typing")

    def stop(self) -> None:
        """The draft was sent, or the chat has gone out of sight."""
        if self._waiting is not None:
            self._waiting.cancel()
            self._waiting = None

    async def _wait(self) -> None:
        while (left := self._until - self._clock.monotonic()) > 0:
            await self._clock.sleep(left)
        self._waiting = None
        self._changed()
