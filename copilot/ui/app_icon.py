"""The application's icon: its plain state from files, so that the tray has it at once."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QDir
from PySide6.QtGui import QIcon

ICON_SIZES = (16, 22, 24, 32, 44, 48, 64, 128, 256)

SEARCH_PREFIX = "icons"
"""Qt's search path (QDir) for the files; without it the icon is drawn."""


class Mood(StrEnum):
    """What the tray icon says."""

    WATCHING = "watching"
    THINKING = "thinking"
    PAUSED = "paused"
    ATTENTION = "attention"


def app_icon(mood: Mood = Mood.WATCHING) -> QIcon:
    """The icon in every size that trays and window lists ask for."""
    names = [f"{SEARCH_PREFIX}:chat-copilot-{size}.png" for size in ICON_SIZES]
    if mood is Mood.WATCHING and QDir.searchPaths(SEARCH_PREFIX):
        icon = QIcon()
        for name in names:
            icon.addFile(name)
        return icon
    # Drawing loads Qt's hundred enumerations (15 ms), which the first icon must not wait for.
    from copilot.ui.icons import draw_app_icon

    return draw_app_icon(mood)
