"""What is in front of the person, be it a chat or not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from copilot.desktop.apps import AppQuirks
from copilot.desktop.linux.field import Field
from copilot.desktop.linux.focus import Application, Focused
from copilot.desktop.linux.windows import DesktopWindow


@dataclass(frozen=True, slots=True)
class Front:
    """Who has the keyboard; `app` is None for one that is not on the accessibility bus."""

    window: DesktopWindow | None
    app: Application | None
    focused: tuple[Focused, ...]
    quirks: AppQuirks

    @property
    def place(self) -> str:
        """An opaque key of the window, as in `ChatIdentity`."""
        bus_name = self.app.bus_name if self.app is not None else ""
        return f"{bus_name}:{self.window.id if self.window is not None else ''}"


class InFront(Protocol):
    """Tells what is in front."""

    async def front(self) -> Front | None:
        """Who has the keyboard, None if it is us. Raises SelectionRefused if it is private."""
        ...

    def field_at(self, front: Front, one: Focused) -> Field:
        """A field that has the focus."""
        ...
