"""What is in front of the person, be it a chat or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from copilot.core.errors import SelectionRefused
from copilot.desktop.apps import AppQuirks, Apps
from copilot.desktop.linux.admission import Admission
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


def front_of(
    window: DesktopWindow | None,
    app: Application | None,
    focused: Sequence[Focused],
    apps: Apps,
    admission: Admission,
) -> Front | None:
    """What these are together, None if they are nothing.

    Raises SelectionRefused where nothing may be read.
    """
    title = window.title if window is not None else ""
    pages = {"", *(f"{title} {one.url}" for one in focused if one.url)}
    name = app.name if app is not None else ""
    titles = tuple(one.title for one in focused)
    for url in {one.url for one in focused if one.url} or {""}:
        denied = admission.selection(name, window, titles, url)
        if denied is not None:
            raise SelectionRefused(denied.reason, denied.hint)
    if any(one.role == "password-text" for one in focused):
        raise SelectionRefused("Passwords are never read.")
    if app is None and window is None:
        return None
    quirks = apps.find(
        app=name or (window.wm_instance if window else ""),
        wm_class=window.wm_class if window else "",
        toolkit=app.toolkit if app else "",
        page=max(pages, key=len),
    )
    return Front(window, app, tuple(focused), quirks)


class InFront(Protocol):
    """Tells what is in front."""

    async def front(self) -> Front | None:
        """Who has the keyboard, None if it is us. Raises SelectionRefused if it is private."""
        ...

    def field_at(self, front: Front, one: Focused) -> Field:
        """A field that has the focus."""
        ...
