"""The screens of this desktop as placement knows them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen

from copilot.core.model import Rect
from copilot.ui.placement import Screen


def screens() -> list[Screen]:
    """All screens, the main one first; needs a QGuiApplication."""
    found: list[Screen] = []
    for screen in QGuiApplication.screens():
        area, free = screen.geometry(), available(screen)
        found.append(
            Screen(
                Rect(area.x(), area.y(), area.width(), area.height()),
                Rect(free.x(), free.y(), free.width(), free.height()),
                screen.devicePixelRatio(),
            )
        )
    return found


def follow(changed: Callable[[], None]) -> None:
    """Call `changed`, a slot of a QObject, when a screen comes or goes.

    Qt ends the connection with that object.
    """
    application = QGuiApplication.instance()
    if isinstance(application, QGuiApplication):
        application.screenAdded.connect(changed)
        application.screenRemoved.connect(changed)
        application.primaryScreenChanged.connect(changed)


def available(screen: QScreen) -> QRect:
    """What bars of the desktop leave of a screen, in logical pixels.

    Qt 6.11 for X11 takes the place of its top left corner over without scaling it: below a bar at
    the top of a screen of 200 % it would go on beyond the bottom.
    """
    return screen.availableGeometry() & screen.geometry()
