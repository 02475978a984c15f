"""Which key combinations act now: those of the settings, none, or one more for a moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from copilot.core.actions import ACTIONS
from copilot.core.errors import DesktopError
from copilot.core.intents import Intent
from copilot.core.ports import Hotkeys

_ESCAPE = "leave selection"


class Shortcuts:
    """Binds key combinations to actions. `take` hears what the person wants by pressing them."""

    def __init__(
        self, hotkeys: Hotkeys, take: Callable[[Intent], None], leave: Callable[[], None]
    ) -> None:
        """`leave` closes the window that can't have the keyboard and so never sees Escape."""
        self._hotkeys = hotkeys
        self._take = take
        self._leave = leave
        self._chords: Mapping[str, str] = {}
        self.problems: Mapping[str, str] = {}
        """Action → why its combination does nothing."""

    @property
    def trouble(self) -> DesktopError | None:
        """What is to be told of combinations that do nothing; None if all act."""
        if not self.problems:
            return None
        return DesktopError("Some hotkeys can't be used.", " ".join(self.problems.values()))

    async def bind(self, chords: Mapping[str, str]) -> None:
        """From now on these combinations act and no others."""
        self._chords = chords
        await self._bind(chords)

    async def rest(self, on: bool) -> None:
        """While `on`, none acts: one is being recorded."""
        if on:
            await self._hotkeys.release()
        else:
            await self._bind(self._chords)

    async def catch_escape(self, on: bool) -> None:
        """While `on`, Escape leaves too."""
        await self._bind({**self._chords, _ESCAPE: "Escape"} if on else self._chords)

    async def _bind(self, chords: Mapping[str, str]) -> None:
        problems = await self._hotkeys.bind(chords, self._pressed)
        self.problems = {one.action: one.reason for one in problems}

    def _pressed(self, action: str) -> None:
        if action == _ESCAPE:
            self._leave()
        else:
            self._take(ACTIONS[action])
