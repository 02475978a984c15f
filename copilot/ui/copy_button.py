"""A flat button that copies, and says for a moment that it has: a copied text is seen nowhere."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget

from copilot.ui import words
from copilot.ui.announcing import announce
from copilot.ui.controls import FlatButton, Look
from copilot.ui.icons import Glyph

_SEEN_MS = 1500


def confirm_on(button: QPushButton) -> None:
    """Have an ordinary button that has copied say so for a moment, in place of its label."""
    label, said = button.text(), words.word("copied")
    if label == said:
        return
    button.setMinimumWidth(button.width())  # its neighbours stay where they are
    button.setText(said)
    announce(button, said)

    def rest() -> None:
        button.setText(label)

    QTimer.singleShot(_SEEN_MS, button, rest)


class CopyButton(FlatButton):
    """Whoever copies, by whatever way, calls `confirm`."""

    def __init__(self, parent: QWidget, look: Look) -> None:
        super().__init__(parent, look, Glyph.COPY)
        self._seen = QTimer(self)
        self._seen.setSingleShot(True)
        self._seen.setInterval(_SEEN_MS)
        self._seen.timeout.connect(self.rest)

    @property
    def confirms(self) -> bool:
        """Whether it says now that something was copied."""
        return self._seen.isActive()

    def confirm(self) -> None:
        """Say that it was copied, with a sign and to screen readers."""
        self.show_glyph(Glyph.DONE)
        self._seen.start()
        announce(self, words.word("copied"))

    def rest(self) -> None:
        """Say nothing of it any more."""
        self._seen.stop()
        self.show_glyph(Glyph.COPY)
