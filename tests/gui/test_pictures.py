"""The windows look as they did when somebody last looked at them.

After a change that is meant: `python -m tests.gui.pictures`, and look at what it wrote.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from tests.gui import gallery, pictures

_CODE = """
import json, sys
from tests.gui import gallery, pictures
made = gallery.application()
folder = sys.argv[1]
for name, picture in pictures.taken().items():
    picture.save(f"{folder}/{name}.png")
"""


@pytest.fixture(scope="module")
def now(tmp_path_factory: pytest.TempPathFactory) -> dict[str, QImage]:
    """All chosen pictures, taken in a process of its own: a scale and a screen are a process's."""
    folder = tmp_path_factory.mktemp("pictures")
    with gallery.environment("100") as around:
        subprocess.run(
            [sys.executable, "-c", _CODE, str(folder)], env=around, check=True, timeout=120,
            cwd=pictures.ROOT, stderr=subprocess.DEVNULL,
        )  # fmt: skip
    return {file.stem: QImage(str(file)) for file in folder.iterdir()}


def guards() -> list[Path]:
    return sorted(pictures.GUARDS.glob("*.png"))


def test_every_chosen_picture_is_guarded(now: dict[str, QImage]) -> None:
    assert {file.stem for file in guards()} == set(now)


def test_they_look_as_they_did(now: dict[str, QImage]) -> None:
    changed = {
        file.stem: round(share, 3)
        for file in guards()
        if (share := pictures.difference(QImage(str(file)), pictures.guard(now[file.stem])))
        > pictures.SHARE
    }
    assert changed == {}, json.dumps(changed)


def test_another_theme_or_a_part_that_is_gone_is_noticed(now: dict[str, QImage]) -> None:
    light, dark = (pictures.guard(now[f"{one}-doctor"]) for one in pictures.SCHEMES)
    assert pictures.difference(light, dark) > 0.5
    whole = now["light-settings-models"]
    broken = QImage(whole)
    painter = QPainter(broken)
    painter.fillRect(0, 0, whole.width() // 4, whole.height(), QColor("#cdd6e2"))
    painter.end()
    difference = pictures.difference(pictures.guard(whole), pictures.guard(broken))
    assert difference > pictures.SHARE
