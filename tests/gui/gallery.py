"""Renders every state of our own windows to PNG files, to be looked at.

    python -m tests.gui.gallery [FOLDER]        (default: out/gallery)

Each is painted light, dark and in high contrast, at 100 % and 200 %, on a screen of ordinary size
and on a small one, with and without a compositor.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from copilot.core.model import Intent, Rect
from copilot.ui import theme as themes
from copilot.ui.app_icon import Mood, app_icon
from copilot.ui.bridge import Bridge
from copilot.ui.friend import script
from copilot.ui.inspector import InspectorWindow
from copilot.ui.panel import Panel
from copilot.ui.practice import PracticeWindow
from copilot.ui.theme import Theme
from tests.gui.calls import calls
from tests.gui.states import STATES

_GROUND = QColor("#cdd6e2")
_SCHEMES = {
    "light": partial(themes.make, dark=False),
    "dark": partial(themes.make, dark=True),
    "contrast": partial(themes.make, dark=True, contrast=True),
}
_GAP = 24


def _ignore(_intent: Intent) -> None:
    """The gallery is looked at, not used."""


def _picture(widget: QWidget) -> QPixmap:
    """The window as it appears: with holes where its mask cuts it."""
    ratio = widget.devicePixelRatioF()
    picture = QPixmap(widget.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    if not widget.mask().isEmpty():
        painter.setClipRegion(widget.mask())
    flags = QWidget.RenderFlag.DrawChildren | QWidget.RenderFlag.DrawWindowBackground
    widget.render(painter, QPoint(0, 0), renderFlags=flags)
    painter.end()
    picture.setDevicePixelRatio(1)
    return picture


def _sheet(pictures: Sequence[QPixmap], columns: int = 4) -> QPixmap:
    """All pictures on a desktop-like ground, each in the column that is shortest."""
    width = max(p.width() for p in pictures) + _GAP
    bottoms = [_GAP] * columns
    places: list[QPoint] = []
    for picture in pictures:
        column = bottoms.index(min(bottoms))
        places.append(QPoint(_GAP + column * width, bottoms[column]))
        bottoms[column] += picture.height() + _GAP
    sheet = QPixmap(columns * width + _GAP, max(bottoms))
    sheet.fill(_GROUND)
    painter = QPainter(sheet)
    for place, picture in zip(places, pictures, strict=True):
        painter.drawPixmap(place, picture)
    painter.end()
    return sheet


def _panels(application: QApplication, make: partial[Theme], *, blends: bool) -> QPixmap:
    pictures: list[QPixmap] = []
    for state in STATES.values():
        bridge = Bridge(_ignore)
        panel = Panel(bridge, make, lambda: blends)
        bridge.show_state(replace(state, draft_area=Rect(50, 500, 600, 40)))
        application.processEvents()
        pictures.append(_picture(panel))
        panel.close()
    return _sheet(pictures)


def _practice(application: QApplication, make: partial[Theme]) -> QPixmap:
    pictures: list[QPixmap] = []
    for language, reply in (("en", "Friday is fine!\nSee you at seven."), ("zh", "好的，周五见！")):
        window = PracticeWindow(script(language), theme=make, wait=lambda _ms, call: call())
        window.resize(420, 560)
        window.show()
        window.draft.setPlainText(reply)
        window.send()
        window.draft.setPlainText(reply)
        application.processEvents()
        pictures.append(_picture(window))
        window.close()
    return _sheet(pictures, columns=2)


def _inspector(application: QApplication, make: partial[Theme]) -> QPixmap:
    pictures: list[QPixmap] = []
    window = InspectorWindow(calls(), theme=make)
    window.show_newest()
    for row in range(window.calls.count()):
        window.calls.setCurrentRow(row)
        application.processEvents()
        pictures.append(_picture(window))
    window.close()
    return _sheet(pictures, columns=2)


def _icons() -> QPixmap:
    sizes = (16, 22, 32, 64, 128)
    sheet = QPixmap(sum(sizes) + 8 * len(sizes), 140 * len(Mood))
    sheet.fill(_GROUND)
    painter = QPainter(sheet)
    for row, mood in enumerate(Mood):
        painter.fillRect(QRect(0, 140 * row, sheet.width(), 70), QColor("#22262e"))
        x = 0
        for size in sizes:
            painter.drawPixmap(x, 140 * row, app_icon(mood).pixmap(size, size))
            painter.drawPixmap(
                x, 140 * row + 72, app_icon(mood).pixmap(min(size, 64), min(size, 64))
            )
            x += size + 8
    painter.end()
    return sheet


def _render(folder: Path, suffix: str) -> None:
    application = QApplication(sys.argv[:1])
    for name, make in _SCHEMES.items():
        for blends in (True, False):
            sheet = _panels(application, make, blends=blends)
            sheet.save(str(folder / f"panel-{name}-{'shadow' if blends else 'plain'}{suffix}.png"))
        _practice(application, make).save(str(folder / f"practice-{name}{suffix}.png"))
        _inspector(application, make).save(str(folder / f"inspector-{name}{suffix}.png"))
    _icons().save(str(folder / f"icons{suffix}.png"))


def main(folder: Path) -> None:
    """Render everything once for each scale; a process has one scale."""
    folder.mkdir(parents=True, exist_ok=True)
    scale = os.environ.get("GALLERY_SCALE")
    if scale is not None:
        _render(folder, f"-{scale}00")
        return
    for factor in ("1", "2"):
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "QT_SCALE_FACTOR": factor,
            "GALLERY_SCALE": factor,
        }
        subprocess.run(
            [sys.executable, "-m", "tests.gui.gallery", str(folder)], env=environment, check=True
        )


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "out/gallery"))
