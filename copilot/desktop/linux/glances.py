"""When to look who has the keyboard: soon after something happened, and again if in vain."""

from __future__ import annotations

import asyncio

from copilot.desktop.linux.bus import HUNG_FOR

_SETTLE = 0.015  # seconds: a change of focus comes as several events
_MOVED = 0.1  # seconds without a further step: whoever drags a window has come to rest
# Seconds after which to look again where nothing was found: some applications tell before they
# have done it, others were hung, and some are for longer.
_AGAIN = (0.15, 0.6, HUNG_FOR + 0.5, 2 * HUNG_FOR, 4 * HUNG_FOR)


class Glances:
    """Lives on one loop; one waits for `due`, others say what happened."""

    def __init__(self) -> None:
        self._wanted = asyncio.Event()
        self._tries = 0
        self._moving: asyncio.TimerHandle | None = None

    async def due(self) -> None:
        """Wait until it is time to look."""
        await self._wanted.wait()
        await asyncio.sleep(_SETTLE)
        self._wanted.clear()

    def stir(self) -> None:
        """Something happened: look."""
        self._tries = 0
        self._wanted.set()

    def moved(self) -> None:
        """The window is being moved: look where it is once it rests."""
        self.close()
        self._moving = asyncio.get_running_loop().call_later(_MOVED, self.stir)

    def again(self) -> None:
        """Nothing could be read: look again after a while, but not for ever."""
        if self._tries < len(_AGAIN):
            asyncio.get_running_loop().call_later(_AGAIN[self._tries], self._wanted.set)
            self._tries += 1

    def close(self) -> None:
        """Wait for no window to rest any more."""
        if self._moving is not None:
            self._moving.cancel()
