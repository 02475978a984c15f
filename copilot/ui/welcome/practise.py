"""The end: try it where nothing can go wrong."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import (
    QSystemTrayIcon,
)

from copilot.ui import kit
from copilot.ui.welcome.step import Host, Step

_tr = QCoreApplication.translate


class PractiseStep(Step):
    """The end: try it where nothing can go wrong."""

    skippable = False

    def __init__(self, window: Host) -> None:
        super().__init__(
            window,
            _tr("Welcome", "All set"),
            _tr(
                "Welcome",
                "Click into the message field of any chat, and replies appear beside it.",
            ),
        )
        self._where = kit.text("")
        self.column.addWidget(self._where)
        self.column.addWidget(
            kit.card(
                kit.heading(_tr("Welcome", "Try it first"), 2),
                kit.text(
                    _tr(
                        "Welcome", "The practice chat answers by itself and sends nothing anywhere."
                    ),
                    muted=True,
                ),
                kit.Beside(kit.button(_tr("Welcome", "Open the practice chat"), self._practise)),
            )
        )
        keys = window.services.configuring
        shown = [
            (_tr("Welcome", "Take the first reply"), keys.value("hotkeys.choose1")),
            (_tr("Welcome", "Open the panel"), keys.value("hotkeys.open")),
            (_tr("Welcome", "Undo"), keys.value("hotkeys.undo")),
        ]
        lines = [kit.setting(label, kit.text(str(chord))) for label, chord in shown if chord]
        if lines:
            title = kit.heading(_tr("Welcome", "Keys worth knowing"), 2)
            self.column.addWidget(kit.card(title, *lines))
        self.complete()

    def begin(self) -> None:
        # Looked at now: trays come later than what is started with the session.
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._where.setText(
                _tr("Welcome", "Chat Copilot waits in the tray; pause it there at any time.")
            )
            return
        chord = self._window.services.configuring.value("hotkeys.open")
        self._where.setText(
            _tr(
                "Welcome",
                "This desktop shows no tray. {keys} opens the panel from anywhere; pause and "
                "settings are behind its button with three dots.",
            ).format(keys=chord)
            if chord
            else _tr(
                "Welcome",
                "This desktop shows no tray. `chat-copilot trigger open` opens the panel; pause "
                "and settings are behind its button with three dots.",
            )
        )

    def _practise(self) -> None:
        self._window.services.practise()

    def next_label(self) -> str:
        return _tr("Welcome", "Done")
