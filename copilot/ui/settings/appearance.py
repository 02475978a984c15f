"""The page of looks: of the panel and of all windows, and the language they speak."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QScrollArea

from copilot.core.appearance import LARGEST, SMALLEST
from copilot.ui import kit, language
from copilot.ui.settings import controls
from copilot.ui.settings.desk import Desk
from copilot.ui.settings.fonts import FontChoice
from copilot.ui.settings.services import Services

_tr = QCoreApplication.translate


def appearance(desk: Desk, _services: Services) -> QScrollArea:
    """Colours, letters, motion, language."""
    system = _tr("Settings", "as the system")
    languages = {"system": system} | dict(language.LANGUAGES)
    themes = {
        "system": system,
        "light": _tr("Settings", "light"),
        "dark": _tr("Settings", "dark"),
    }
    contrasts = {
        "system": system,
        "normal": _tr("Settings", "normal"),
        "high": _tr("Settings", "high"),
    }
    motions = {
        "system": system,
        "full": _tr("Settings", "moves and fades"),
        "reduced": _tr("Settings", "nothing moves"),
    }
    size = controls.number(
        desk,
        "panel.size",
        LARGEST,
        least=SMALLEST,
        step=10,
        suffix=_tr("Settings", " %"),
    )
    return kit.page(
        kit.heading(_tr("Settings", "Appearance")),
        kit.text(_tr("Settings", "Of the panel and of all windows."), muted=True),
        kit.card(
            kit.setting(_tr("Settings", "Theme"), controls.choice(desk, "panel.theme", themes)),
            kit.setting(
                _tr("Settings", "Contrast"),
                controls.choice(desk, "panel.contrast", contrasts),
                _tr("Settings", "High: texts in black or white, and clear lines around things."),
            ),
        ),
        kit.card(
            kit.setting(
                _tr("Settings", "Size"),
                size,
                _tr("Settings", "Of letters and all around them, compared with your desktop's."),
            ),
            kit.setting(
                _tr("Settings", "Font"),
                FontChoice(desk, "panel.font"),
                _tr("Settings", "What it lacks is taken from the system's."),
            ),
        ),
        kit.card(
            kit.setting(
                _tr("Settings", "Motion"),
                controls.choice(desk, "panel.motion", motions),
                _tr("Settings", "How the panel comes, goes and makes way."),
            ),
        ),
        kit.card(
            kit.setting(
                _tr("Settings", "Language"), controls.choice(desk, "interface.language", languages)
            ),
        ),
    )
