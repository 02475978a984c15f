"""What stands in the history window while there is nothing to look at: why, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from copilot.core.archiving import Standing
from copilot.ui import kit
from copilot.ui.messages import said

_tr = QCoreApplication.translate


class NoticePage(QWidget):
    """Says what is missing. Each signal is what a button asks for."""

    again = Signal()
    settings = Signal()
    unlock = Signal()
    recover = Signal()
    usage = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._title = kit.heading("")
        self._about = kit.text("", muted=True)
        for label in (self._title, self._about):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._settings = kit.button(
            _tr("History", "Open the settings"), self.settings.emit, strong=True
        )
        self._unlock = kit.button(
            _tr("History", "Open the keychain"), self.unlock.emit, strong=True
        )
        self._recover = kit.button(
            _tr("History", "Enter the recovery phrase"), self.recover.emit, strong=True
        )
        self._again = kit.button(_tr("History", "Try again"), self.again.emit)
        self._usage = kit.button(_tr("History", "What was used"), self.usage.emit, link=True)
        buttons = kit.Beside(self._settings, self._unlock, self._recover, self._again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(kit.EDGE * 3, kit.EDGE, kit.EDGE * 3, kit.EDGE)
        layout.setSpacing(kit.BETWEEN)
        layout.addStretch(2)
        layout.addWidget(self._title)
        layout.addWidget(self._about)
        for part in (buttons, self._usage):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def show_standing(self, standing: Standing) -> None:
        """Say how it stands."""
        kind = standing.kind
        self._settings.setVisible(kind == "off")
        self._unlock.setVisible(kind == "locked")
        self._recover.setVisible(kind == "sealed")
        self._again.setVisible(kind in ("sealed", "broken"))
        if kind == "off":
            self._title.setText(_tr("History", "Nothing is kept"))
            self._about.setText(
                _tr(
                    "History",
                    "Switch the history on in the settings, and what is said from then on can be "
                    "found here: encrypted, on this machine only.",
                )
            )
        elif kind == "empty":
            self._title.setText(_tr("History", "Nothing is kept yet"))
            self._about.setText(
                _tr("History", "As soon as somebody writes in a chat that is read, it is here.")
            )
        else:
            self._title.setText(said(standing.title))
            self._about.setText(said(standing.hint))
