"""Hearing of changes to a file, however they are made."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from copilot.ui.watch import FileWatch


def test_written_replaced_and_removed(qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    heard: list[bool] = []
    watch = FileWatch(file, lambda: heard.append(file.exists()))

    file.write_text("a = 1\n")
    qtbot.waitUntil(lambda: heard == [True])
    file.write_text("a = 1\nb = 2\n")
    qtbot.waitUntil(lambda: heard == [True, True])
    other = tmp_path / ".new"
    other.write_text("c = 3\n")
    other.replace(file)
    qtbot.waitUntil(lambda: heard == [True] * 3)
    file.unlink()
    qtbot.waitUntil(lambda: heard == [True, True, True, False])
    watch.close()


def test_another_file_of_the_folder_is_no_change(qtbot: QtBot, tmp_path: Path) -> None:
    file, other = tmp_path / "settings.toml", tmp_path / "other"
    file.write_text("a = 1\n")
    heard: list[str] = []
    watch = FileWatch(file, lambda: heard.append("mine"))
    others = FileWatch(other, lambda: heard.append("other"))
    other.write_text("b\n")
    qtbot.waitUntil(lambda: "other" in heard)
    assert heard == ["other"]
    watch.close()
    others.close()
