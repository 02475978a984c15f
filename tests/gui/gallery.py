"""Renders every window and state of ours to PNG files, to be looked at.

    python -m tests.gui.gallery [FOLDER] [--only NAME ...]        (default: out/gallery)

Each is painted light, dark and in high contrast, in English and in Chinese, at 100 % and 200 %,
and with letters three times as large on a small screen. The panel is painted with and without a
compositor. A file holds all that belongs together: `FOLDER/SCALE/LANGUAGE/SCHEME-NAME.png`.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from copilot.core.intents import Intent
from copilot.core.model import Rect
from copilot.start import find_resources
from copilot.ui import language
from copilot.ui import theme as themes
from copilot.ui.app_icon import Mood, app_icon
from copilot.ui.bridge import Bridge
from copilot.ui.panel import Panel
from copilot.ui.theme import Theme
from tests.gui.states import STATES
from tests.gui.windows import POPUPS, WINDOWS, settle

SCALES = {"100": ("1", 2560, 1440), "200": ("2", 5120, 2880), "300-letters": ("1", 1366, 768)}
"""Qt's factor, and the screen in physical pixels."""
LANGUAGES = ("en", "zh-Hans")
SCHEMES: dict[str, Callable[[], Theme]] = {
    "light": partial(themes.make, dark=False),
    "dark": partial(themes.make, dark=True),
    "contrast": partial(themes.make, dark=True, contrast=True),
    "contrast-light": partial(themes.make, dark=False, contrast=True),
}
PINNED = ("written", "no-chat", "paused")
"""States of the panel that are painted pinned, too."""
_GROUND = QColor("#cdd6e2")
_GAP = 24
INSIDE = "GALLERY_SCALE"


@contextmanager
def environment(scale: str) -> Generator[dict[str, str]]:
    """For a process that paints without a display, on one screen of this scale."""
    factor, width, height = SCALES[scale]
    screen = {"name": "one", "x": 0, "y": 0, "width": width, "height": height}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "screens.json"
        file.write_text(
            json.dumps({"screens": [{**screen, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})
        )
        yield {
            **os.environ,
            "QT_QPA_PLATFORM": f"offscreen:configfile={file}",
            "QT_SCALE_FACTOR": factor,
            INSIDE: scale,
        }


def application() -> QApplication:
    """Qt's application in such a process."""
    made = QApplication(sys.argv[:1])
    made.setStyle("fusion")
    find_resources()
    if os.environ[INSIDE] == "300-letters":
        font = made.font()
        font.setPointSizeF(3 * font.pointSizeF())
        made.setFont(font)
    return made


def picture(widget: QWidget) -> QPixmap:
    """The window as it appears: with holes where its mask cuts it."""
    ratio = widget.devicePixelRatioF()
    taken = QPixmap(widget.size() * ratio)
    taken.setDevicePixelRatio(ratio)
    taken.fill(QColor(0, 0, 0, 0))
    painter = QPainter(taken)
    if not widget.mask().isEmpty():
        painter.setClipRegion(widget.mask())
    # Painted into a clipped picture, what is scrolled would not be clipped by what it scrolls in.
    painter.drawPixmap(0, 0, widget.grab())
    painter.end()
    taken.setDevicePixelRatio(1)
    return taken


async def window(name: str, ask_theme: Callable[[], Theme]) -> QPixmap:
    """A picture of a window, once it has come to rest."""
    shown = {**WINDOWS, **POPUPS}[name](ask_theme)
    shown.show()
    await settle()
    taken = picture(shown)
    shown.close()
    shown.deleteLater()
    return taken


def panel(
    name: str, ask_theme: Callable[[], Theme], *, blends: bool = True, pinned: bool = False
) -> QPixmap:
    """A picture of the panel in one of its states."""
    bridge = Bridge(_ignore)
    shown = Panel(bridge, ask_theme, lambda: blends)
    bridge.show_state(replace(STATES[name], draft_area=Rect(50, 500, 600, 40)))
    if pinned:
        shown.pin(on=True)
    QApplication.processEvents()
    taken = picture(shown)
    shown.retire()
    return taken


def _ignore(_intent: Intent) -> None:
    """The gallery is looked at, not used."""


def sheet(pictures: Sequence[QPixmap], columns: int = 4) -> QPixmap:
    """All pictures on a desktop-like ground, each in the column that is shortest."""
    width = max(p.width() for p in pictures) + _GAP
    bottoms = [_GAP] * columns
    places: list[QPoint] = []
    for one in pictures:
        column = bottoms.index(min(bottoms))
        places.append(QPoint(_GAP + column * width, bottoms[column]))
        bottoms[column] += one.height() + _GAP
    whole = QPixmap(columns * width + _GAP, max(bottoms))
    whole.fill(_GROUND)
    painter = QPainter(whole)
    for place, one in zip(places, pictures, strict=True):
        painter.drawPixmap(place, one)
    painter.end()
    return whole


def _icons() -> QPixmap:
    sizes = (16, 22, 32, 64, 128)
    whole = QPixmap(sum(sizes) + 8 * len(sizes), 140 * len(Mood))
    whole.fill(_GROUND)
    painter = QPainter(whole)
    for row, mood in enumerate(Mood):
        painter.fillRect(QRect(0, 140 * row, whole.width(), 70), QColor("#22262e"))
        x = 0
        for size in sizes:
            painter.drawPixmap(x, 140 * row, app_icon(mood).pixmap(size, size))
            painter.drawPixmap(
                x, 140 * row + 72, app_icon(mood).pixmap(min(size, 64), min(size, 64))
            )
            x += size + 8
    painter.end()
    return whole


async def _render(folder: Path, only: Sequence[str]) -> None:
    def wanted(names: Iterable[str]) -> list[str]:
        return [name for name in names if not only or any(part in name for part in only)]

    for spoken in LANGUAGES:
        language.use(spoken)
        place = folder / os.environ[INSIDE] / spoken
        place.mkdir(parents=True, exist_ok=True)
        for scheme, ask_theme in SCHEMES.items():
            for name in wanted((*WINDOWS, *POPUPS)):
                (await window(name, ask_theme)).save(str(place / f"{scheme}-{name}.png"))
            for kind, blends in (("panel", True), ("panel-plain", False)):
                if wanted([kind]):
                    taken = [panel(name, ask_theme, blends=blends) for name in STATES]
                    taken += [panel(name, ask_theme, blends=blends, pinned=True) for name in PINNED]
                    sheet(taken).save(str(place / f"{scheme}-{kind}.png"))
    if wanted(["icons"]):
        _icons().save(str(folder / os.environ[INSIDE] / "icons.png"))


def main() -> None:
    """Render everything, in a process for each scale."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", nargs="?", type=Path, default=Path("out/gallery"))
    parser.add_argument("--only", nargs="*", default=[], metavar="NAME")
    parser.add_argument("--scale", nargs="*", default=list(SCALES), choices=SCALES)
    args = parser.parse_args()
    if INSIDE in os.environ:
        _made = application()
        asyncio.run(_render(args.folder, args.only))
        return
    for scale in args.scale:
        with environment(scale) as around:
            subprocess.run(
                [sys.executable, "-m", "tests.gui.gallery", *sys.argv[1:]], env=around, check=True
            )


if __name__ == "__main__":
    main()
