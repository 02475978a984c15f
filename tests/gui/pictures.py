"""The chosen pictures: those of the documentation, and small ones that guard them.

    python -m tests.gui.pictures            writes docs/images and tests/data/pictures

What is guarded is where light and dark are, not letters: a picture is compared at a few pixels
across, after all letters have melted into their lines, so that other fonts of other machines pass
and a part that has gone, a wrong colour or a broken column does not.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap

from tests.gui import gallery

ROOT = Path(__file__).resolve().parents[2]
IMAGES = ROOT / "docs" / "images"
GUARDS = ROOT / "tests" / "data" / "pictures"

WINDOWS = ("settings-models", "settings-privacy", "settings-budget", "settings-applications",
           "settings-appearance", "welcome-1", "welcome-3",
           "consent", "doctor", "sent", "hint-cut", "editor-short")  # fmt: skip
PANELS = ("chinese", "thinking", "written", "unreachable", "over-budget", "paused", "blocked",
          "offline", "wished", "skills", "answer")  # fmt: skip
SCHEMES = ("light", "dark")

COLUMNS = 24
"""So many pixels across is a guard; it is as high as the picture asks for."""
TOLERANCE = 26
"""Levels of 255 that a pixel of a guard may differ, by other letters."""
SHARE = 0.15
"""Of its pixels that may differ by more: other families and sizes of letters change up to 0.12.

The practice chat is not among them: where its bubbles stand depends on each line before."""

_ASKING = ("panel-wished", "hint-cut", "editor-short", "panel-skills", "panel-answer")
"""What stands beside each other where wishes and skills are explained."""
_SHOWN = {
    "settings": ("settings-models", "settings-budget"),
    "welcome": ("welcome-1", "welcome-3"),
}
"""Pairs that stand beside each other in the documentation: the first light, the second dark."""


def taken() -> dict[str, QImage]:
    """All chosen pictures by name, "dark-consent" for example. Needs gallery's application."""
    return asyncio.run(_take())


async def _take() -> dict[str, QImage]:
    found: dict[str, QImage] = {}
    for scheme in SCHEMES:
        ask_theme = gallery.SCHEMES[scheme]
        for name in WINDOWS:
            picture = await gallery.window(name, ask_theme)
            found[f"{scheme}-{name}"] = picture.toImage()
        for name in PANELS:
            picture = gallery.panel(name, ask_theme, blends=False)
            found[f"{scheme}-panel-{name}"] = picture.toImage()
    return found


def guard(picture: QImage) -> QImage:
    """The picture as small as it is compared."""
    ground = QImage(picture.size(), QImage.Format.Format_RGB32)
    ground.fill(QColor("#cdd6e2"))
    painter = QPainter(ground)
    painter.drawImage(0, 0, picture)
    painter.end()
    rows = max(4, round(COLUMNS * picture.height() / picture.width()))
    smooth = Qt.TransformationMode.SmoothTransformation
    small = ground.scaled(COLUMNS, rows, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    return small.convertToFormat(QImage.Format.Format_RGB32)


def difference(one: QImage, other: QImage) -> float:
    """The share of pixels that differ by more than letters explain."""
    fitting = other.scaled(one.size())
    far = 0
    for y in range(one.height()):
        for x in range(one.width()):
            a, b = one.pixelColor(x, y), fitting.pixelColor(x, y)
            apart = max(
                abs(a.red() - b.red()), abs(a.green() - b.green()), abs(a.blue() - b.blue())
            )
            far += apart > TOLERANCE
    return far / (one.width() * one.height())


def _write() -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    GUARDS.mkdir(parents=True, exist_ok=True)
    found = taken()
    for name, picture in found.items():
        guard(picture).save(str(GUARDS / f"{name}.png"))
    for title, (first, second) in _SHOWN.items():
        pair = [found[f"light-{first}"], found[f"dark-{second}"]]
        _sheet(pair, 2).save(str(IMAGES / f"{title}.png"))
    for scheme in SCHEMES:
        states = [name for name in PANELS if f"panel-{name}" not in _ASKING]
        panels = [found[f"{scheme}-panel-{name}"] for name in states]
        _sheet(panels, 3).save(str(IMAGES / f"panel-states-{scheme}.png"))
        asking = [found[f"{scheme}-{name}"] for name in _ASKING]
        _sheet(asking, 3).save(str(IMAGES / f"panel-asking-{scheme}.png"))


def _sheet(pictures: list[QImage], columns: int) -> QPixmap:
    return gallery.sheet([QPixmap.fromImage(picture) for picture in pictures], columns)


def main() -> None:
    """Write all pictures, from a process of its own."""
    if gallery.INSIDE in os.environ:
        _made = gallery.application()
        _write()
        return
    with gallery.environment("100") as around:
        subprocess.run([sys.executable, "-m", "tests.gui.pictures"], env=around, check=True)


if __name__ == "__main__":
    main()
