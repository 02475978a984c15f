"""The window that takes the recovery phrase."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from copilot.core.errors import InputError
from copilot.ui.recovery import RecoveryWindow


async def test_a_wrong_phrase_is_told_and_the_right_one_closes(qtbot: QtBot) -> None:
    tried: list[str] = []

    async def recover(phrase: str) -> None:
        tried.append(phrase)
        if phrase != "right":
            raise InputError("Word 1 is no word.", "Look at it again.")

    window = RecoveryWindow(recover)
    qtbot.addWidget(window)
    window.present()
    (field,) = window.findChildren(QLineEdit)
    (button,) = (b for b in window.findChildren(QPushButton) if b.text() == "Open the history")
    field.setText("wrong")
    button.click()
    await window.work.finish(5)
    shown = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert "Word 1 is no word.\nLook at it again." in shown
    assert button.isEnabled()
    field.setText("right")
    QTest.keyClick(field, Qt.Key.Key_Return)
    await window.work.finish(5)
    assert tried == ["wrong", "right"]
    assert not window.isVisible()
