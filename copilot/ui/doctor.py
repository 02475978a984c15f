"""The window that shows what doctor found, for those who come from the tray."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QScrollArea, QVBoxLayout, QWidget

from copilot.core.checks import Check
from copilot.ui.application import create_application
from copilot.ui.messages import said

_tr = QCoreApplication.translate

Find = Callable[[], Sequence[Check]]


class _Found(QObject):
    """Brings the outcome from the thread that waits for it to Qt's."""

    checks = Signal(object)


class DoctorWindow(QDialog):
    """Says that it is checking, then what works and what to do about the rest."""

    def __init__(self, find: Find) -> None:
        super().__init__()
        self.setWindowTitle(_tr("Doctor", "Doctor"))
        self._text = QLabel(_tr("Doctor", "Checking…"))
        self._text.setTextFormat(Qt.TextFormat.RichText)
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        flags = Qt.TextInteractionFlag
        self._text.setTextInteractionFlags(
            flags.TextSelectableByMouse | flags.TextSelectableByKeyboard
        )
        self._text.setContentsMargins(16, 16, 16, 16)
        scroll = QScrollArea()
        scroll.setWidget(self._text)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(scroll)
        layout.addWidget(buttons)
        self.resize(560, 480)

        self._found = _Found()
        self._found.checks.connect(self._show)
        # Parentless and a daemon: closing the window need not wait for a check that hangs.
        threading.Thread(
            target=lambda: self._found.checks.emit(find()), name="doctor", daemon=True
        ).start()

    @property
    def text(self) -> str:
        """What is shown, as rich text."""
        return self._text.text()

    def _show(self, checks: Sequence[Check]) -> None:
        self._text.setText("".join(map(_as_html, checks)))


def _as_html(check: Check) -> str:
    mark = "✓" if check.ok else "✗"
    todo = f"<br>→ {escape(said(check.todo))}" if check.todo else ""
    return f"<p>{mark} <b>{escape(check.name)}</b>: {escape(said(check.detail))}{todo}</p>"


def show_checks(find: Find, spoken: str = "system") -> None:
    """Show the window until it is closed. `find` blocks, and runs in a thread.

    Raises DisplayMissing.
    """
    application = create_application("chat-copilot-doctor", spoken=spoken)
    application.setQuitOnLastWindowClosed(True)
    window: QWidget = DoctorWindow(find)
    window.show()
    application.exec()
