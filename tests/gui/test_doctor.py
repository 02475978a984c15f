"""The window of doctor."""

from __future__ import annotations

import threading
from collections.abc import Sequence

from pytestqt.qtbot import QtBot

from copilot.core.checks import Check
from copilot.ui.doctor import DoctorWindow


def test_it_says_that_it_checks_and_then_what_was_found(qtbot: QtBot):
    go_on = threading.Event()

    def find() -> Sequence[Check]:
        assert go_on.wait(10)
        return Check("tray", True, "XEmbed"), Check("hotkeys", False, "a < b", "Choose others.")

    window = DoctorWindow(find)
    qtbot.addWidget(window)
    window.show()
    assert "Checking" in window.text
    go_on.set()
    qtbot.waitUntil(lambda: "XEmbed" in window.text, timeout=10_000)
    assert "✓ <b>tray</b>" in window.text
    assert "✗ <b>hotkeys</b>: a &lt; b" in window.text
    assert "→ Choose others." in window.text
