"""The real clock."""

from __future__ import annotations

import asyncio
import time


class LoopClock:
    """Implements the port Clock."""

    def monotonic(self) -> float:
        """Seconds."""
        return time.monotonic()

    async def sleep(self, seconds: float) -> None:
        """Wait in the running loop."""
        await asyncio.sleep(seconds)
