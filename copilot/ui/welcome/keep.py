"""The history, off unless wanted, and its recovery phrase."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from copilot.ui import kit
from copilot.ui.clipboard import copy_secret
from copilot.ui.welcome.step import Host, Stay, Step

_tr = QCoreApplication.translate


class KeepStep(Step):
    """The history, off unless wanted, and its recovery phrase."""

    def __init__(self, window: Host) -> None:
        super().__init__(
            window,
            _tr("Welcome", "Remember chats?"),
            _tr(
                "Welcome",
                "With a history you can search what was said, translations that repeat cost "
                "nothing, and suggestions sound more like you. It is encrypted; its key lies in "
                "your keychain.",
            ),
        )
        self._switch = kit.Switch(_tr("Welcome", "Keep a history on this machine"))
        self._switch.clicked.connect(lambda: self._window.renew())
        self.column.addWidget(kit.card(self._switch))
        self._phrase = kit.text("", selectable=True)
        font = self._phrase.font()
        font.setFamilies(["monospace"])
        font.setPointSizeF(font.pointSizeF() * 1.15)
        self._phrase.setFont(font)
        self._phrase.setAccessibleDescription(_tr("Welcome", "Recovery phrase"))
        self._copy = kit.button(_tr("Welcome", "Copy"), self._copy_phrase, link=True)
        self._shown = kit.card(
            kit.heading(_tr("Welcome", "Your recovery phrase"), 2),
            kit.text(
                _tr(
                    "Welcome",
                    "Write it down and keep it where others can't see it. It opens the history if "
                    "the keychain is ever lost, and it is shown only once.",
                ),
                muted=True,
            ),
            self._phrase,
            kit.Beside(self._copy),
        )
        self._shown.hide()
        self.column.addWidget(self._shown)
        self.complete()

    def next_label(self) -> str:
        if not self._switch.isChecked():
            return _tr("Welcome", "Keep nothing")
        if not self._phrase.text():
            return _tr("Welcome", "Switch it on")
        return _tr("Welcome", "I have written it down")

    async def finish(self) -> None:
        if self._switch.isChecked() and not self._phrase.text():
            self._phrase.setText(await self._window.services.phrase())
            self._switch.setEnabled(False)
            self._shown.show()
            self._window.renew()
            raise Stay

    def _copy_phrase(self) -> None:
        copy_secret(self._phrase.text())
