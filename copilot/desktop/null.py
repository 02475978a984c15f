"""Parts for systems on which nothing can be seen, written or bound: they say what is missing."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping, Sequence

from copilot.core.bounds import Bounds
from copilot.core.errors import AccessibilityOff, DesktopError, WriteFailed
from copilot.core.model import ChatView, SelectedText, Sight, Written
from copilot.core.ports import HotkeyProblem

_REASON = "Chat Copilot can't read other applications on this system yet."


class NullEyes:
    """Sees nothing."""

    async def sights(self) -> AsyncIterator[Sight]:
        """One sight: nothing."""
        yield None

    async def look(self) -> Sight:
        """Raises AccessibilityOff."""
        raise AccessibilityOff(_REASON)

    async def rest(self, on: bool) -> None:
        """There is nothing that could rest."""

    async def restrict(self, bounds: Bounds) -> None:
        """There is nothing that could be read."""

    async def deny(self, app: str) -> None:
        """There is nothing that could be read."""

    async def accessible(self) -> bool:
        """It is not."""
        return False

    async def enable(self) -> None:
        """Raises AccessibilityOff."""
        raise AccessibilityOff(_REASON)

    async def restart(self) -> None:
        """Raises AccessibilityOff."""
        raise AccessibilityOff(_REASON)

    async def ready(self, limit: float = 5.0) -> bool:
        """Never, and at once."""
        return False


class NullWriter:
    """Writes nothing."""

    async def write(self, view: ChatView, text: str) -> Written:
        """Raises WriteFailed."""
        raise WriteFailed(_REASON)

    async def undo(self, written: Written) -> None:
        """Raises WriteFailed."""
        raise WriteFailed(_REASON)

    async def copy(self, text: str) -> None:
        """Raises DesktopError."""
        raise DesktopError(_REASON)

    async def return_to(self, view: ChatView) -> None:
        """Raises DesktopError."""
        raise DesktopError(_REASON)


class NullSelection:
    """Nothing is ever selected."""

    async def selected(self) -> SelectedText | None:
        """Raises DesktopError."""
        raise DesktopError(_REASON)

    async def replace(self, selected: SelectedText, text: str) -> SelectedText:
        """Raises WriteFailed."""
        raise WriteFailed(_REASON)


class NullHotkeys:
    """Binds nothing."""

    async def bind(
        self, chords: Mapping[str, str], on_press: Callable[[str], None]
    ) -> Sequence[HotkeyProblem]:
        """A problem for every combination."""
        return [HotkeyProblem(action, chord, _REASON) for action, chord in chords.items() if chord]

    async def release(self) -> None:
        """Nothing to give back."""
