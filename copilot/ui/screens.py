"""The screens of this desktop as placement knows them."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from copilot.core.model import Rect
from copilot.ui.placement import Screen


def screens() -> list[Screen]:
    """All screens, the main one first; needs a QGuiApplication."""
    found: list[Screen] = []
    for screen in QGuiApplication.screens():
        area, free = screen.geometry(), screen.availableGeometry()
        found.append(
            Screen(
                Rect(area.x(), area.y(), area.width(), area.height()),
                Rect(free.x(), free.y(), free.width(), free.height()),
                screen.devicePixelRatio(),
            )
        )
    return found
