"""The window that takes the recovery phrase of the history."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from copilot.core.errors import CopilotError
from copilot.ui import kit
from copilot.ui import theme as themes
from copilot.ui.messages import said

_tr = QCoreApplication.translate

Recover = Callable[[str], Awaitable[None]]
"""Opens the history with a phrase. Raises CopilotError."""


class RecoveryWindow(kit.Window):
    """Asks for the phrase until one opens the history, or it is closed. Keep it until then."""

    def __init__(self, recover: Recover, ask_theme: kit.AskTheme = themes.current) -> None:
        super().__init__(_tr("Recovery", "Recovery phrase"), ask_theme)
        self._recover = recover
        self._phrase = QLineEdit()
        # Whoever looks over a shoulder may read it; whoever copies nine words must see them.
        self._phrase.setPlaceholderText("lusab-babad-gutih-…")
        self._phrase.setAccessibleName(_tr("Recovery", "Recovery phrase"))
        self._trouble = kit.text("")
        self._trouble.hide()
        self._open = kit.button(_tr("Recovery", "Open the history"), self._try, strong=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(kit.EDGE, kit.EDGE, kit.EDGE, kit.EDGE)
        layout.setSpacing(kit.BETWEEN)
        layout.addWidget(kit.heading(_tr("Recovery", "Open the history with its recovery phrase")))
        layout.addWidget(
            kit.text(
                _tr(
                    "Recovery",
                    "Type the nine words that you wrote down. The key of the history is then put "
                    "into the keychain of this session.",
                ),
                muted=True,
            )
        )
        layout.addWidget(self._phrase)
        layout.addWidget(self._trouble)
        layout.addStretch(1)
        close = kit.button(_tr("Recovery", "Not now"), self.close)
        room = QWidget()
        layout.addLayout(kit.row(room, close, self._open, stretch=room))
        self._column = layout
        self._fit()

    def _fit(self) -> None:
        """Be as high as the lines need that the texts have at this width."""
        self.fit(520, 0)
        self.resize(self.width(), self._column.totalHeightForWidth(self.width()))

    def _try(self) -> None:
        self._open.setEnabled(False)
        self.work.start(self._tried(self._phrase.text()), "recovery")

    async def _tried(self, phrase: str) -> None:
        try:
            await self._recover(phrase)
        except CopilotError as error:
            self._trouble.setText(f"{said(error.title)}\n{said(error.hint)}".strip())
            self._trouble.show()
            self._fit()
            self._phrase.setFocus()
        else:
            self.close()
        finally:
            self._open.setEnabled(True)
