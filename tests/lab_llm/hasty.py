"""A clock for tests whose pauses cost no time."""

from __future__ import annotations

import asyncio
import time


class HastyClock:
    """The real time, but who sleeps goes on at once. `slept` holds how long was asked for."""

    def __init__(self) -> None:
        self.slept: list[float] = []

    def monotonic(self) -> float:
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        await asyncio.sleep(0)
