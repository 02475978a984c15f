"""The settings' page for translation: my languages in their order, the glossary's file."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from copilot.ui.settings.translation import MyLanguages
from copilot.ui.settings.window import SettingsWindow
from tests.gui.test_settings_window import Bench, rest


@pytest.fixture
def bench(qtbot: QtBot) -> Bench:
    return Bench(qtbot)


def page(bench: Bench) -> SettingsWindow:
    window = bench.open()
    window.show_page("translation")
    return window


def press(window: SettingsWindow, label: str) -> None:
    (found,) = (b for b in window.findChildren(QPushButton) if b.text() == label)
    found.click()


def names(mine: MyLanguages) -> list[str]:
    return [mine.list.item(i).text() for i in range(mine.list.count())]


def choose(mine: MyLanguages, tag: str) -> None:
    at = mine.add.findData(tag)
    mine.add.setCurrentIndex(at)
    mine.add.activated.emit(at)


async def test_languages_are_added_ordered_and_removed(bench: Bench) -> None:
    (mine,) = page(bench).findChildren(MyLanguages)
    assert names(mine) == ["English"]
    choose(mine, "zh-Hans")
    await rest()
    choose(mine, "de")
    await rest()
    assert bench.configuring.fields["translation.mine"] == ("en", "zh-Hans", "de")
    assert names(mine)[1] == "Chinese (Simplified) · 简体中文"
    assert mine.add.findData("de") == -1
    assert not mine.first.isEnabled()
    mine.list.setCurrentRow(2)
    mine.first.click()
    await rest()
    assert bench.configuring.fields["translation.mine"] == ("de", "en", "zh-Hans")
    mine.list.setCurrentRow(1)
    mine.remove.click()
    await rest()
    assert bench.configuring.fields["translation.mine"] == ("de", "zh-Hans")
    assert mine.add.count() > 40


async def test_terms_are_imported_and_counted(bench: Bench) -> None:
    window = page(bench)
    press(window, "Edit the terms")
    press(window, "Import…")
    (dialog,) = window.findChildren(QFileDialog)
    dialog.fileSelected.emit("terms.csv")
    await rest()
    dialog.close()
    assert bench.did == ["glossary", "import terms.csv"]
    counted = [label.text() for label in window.findChildren(QLabel)]
    assert any(text.startswith("1 term") for text in counted)
