"""The window of doctor."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from copilot.core.checks import Check
from copilot.ui.doctor import DoctorWindow


def shown(window: DoctorWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def test_it_says_that_it_checks_and_then_what_was_found(qtbot: QtBot) -> None:
    go_on = threading.Event()

    def find() -> Sequence[Check]:
        assert go_on.wait(10)
        return Check("tray", True, "XEmbed"), Check("hotkeys", False, "a < b", "Choose others.")

    window = DoctorWindow(find)
    qtbot.addWidget(window)
    window.show()
    assert shown(window) == ["Checking…"]
    assert window.text == ""
    go_on.set()
    qtbot.waitUntil(lambda: "XEmbed" in shown(window), timeout=10_000)
    # What is to be done stands first.
    assert shown(window)[1:] == ["✗  hotkeys", "a < b", "→ Choose others.", "✓  tray", "XEmbed"]
    window.copy()
    assert QGuiApplication.clipboard().text() == (
        "✓ tray: XEmbed\n✗ hotkeys: a < b\n   → Choose others."
    )
