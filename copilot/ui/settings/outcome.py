"""The line that says what came of something that was tried."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel


class Outcome(QLabel):
    """Hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("body", True)
        self.hide()

    def say(self, words: str, *, alarm: bool = False) -> None:
        """Say this; with `alarm` that it went wrong."""
        self.setText(words)
        self.setProperty("alarm", alarm)
        self.style().unpolish(self)
        self.style().polish(self)
        self.setVisible(bool(words))
