"""Where the eyes rest: everywhere, in what the settings deny, or in one application for now."""

from __future__ import annotations

from copilot.core.ports import Eyes
from copilot.store.bounds import bounds_of
from copilot.store.reading_settings import ReadingSettings


class Resting:
    """What the person does not want to be read. Outlives the talks, as settings make new ones."""

    def __init__(self, eyes: Eyes, reading: ReadingSettings, *, paused: bool = False) -> None:
        """`reading` is in force already; the eyes of who is `paused` rest already."""
        self._eyes = eyes
        self._reading = reading
        self._apps: frozenset[str] = frozenset()
        self.paused = paused
        """Whether they rest everywhere. The session tells the eyes so when the person wants it."""

    async def in_app(self, app: str) -> None:
        """Read nothing of this application, by its name in ChatIdentity, until `resume`."""
        self._apps |= {app}
        await self._restrict()

    async def resume(self) -> None:
        """Read again what rested for now."""
        self.paused = False
        if self._apps:
            self._apps = frozenset()
            await self._restrict()

    async def restrict(self, reading: ReadingSettings) -> None:
        """From now on these are the settings."""
        self._reading = reading
        await self._restrict()

    async def _restrict(self) -> None:
        await self._eyes.restrict(bounds_of(self._reading).pausing(self._apps))
