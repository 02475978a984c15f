"""The question whether accessibility may be switched on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from copilot.core.intents import Command, Intent
from copilot.ui import kit
from copilot.ui import theme as themes

_tr = QCoreApplication.translate


class ConsentWindow(kit.Window):
    """Asks once. An ordinary window, with the keyboard; closing it is a no."""

    def __init__(
        self, answer: Callable[[Intent], None], ask_theme: kit.AskTheme = themes.current
    ) -> None:
        super().__init__(_tr("Consent", "Chat Copilot"), ask_theme)
        self._answer: Callable[[Intent], None] | None = answer
        self._agreed = False
        lines = (
            _tr("Consent", "It reads chat windows only while you type in them, never passwords."),
            _tr(
                "Consent",
                "It stays on in your desktop's settings after Chat Copilot ends; you can switch it "
                "off there.",
            ),
            _tr("Consent", "Applications that run already may need to be started again."),
        )
        refuse = kit.button(_tr("Consent", "Not now"), self.close)
        agree = kit.button(_tr("Consent", "Switch it on"), self._agree)
        agree.setProperty("strong", True)
        room = QWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, kit.EDGE)
        layout.addWidget(
            kit.page(
                kit.heading(_tr("Consent", "May Chat Copilot switch accessibility on?")),
                kit.text(
                    _tr(
                        "Consent",
                        "To see the message you are typing and the talk around it, it uses the "
                        "same interface as screen readers. That interface is off in this session.",
                    )
                ),
                kit.card(*(kit.text(f"•  {line}", muted=True) for line in lines)),
            ),
            1,
        )
        foot = kit.row(room, refuse, agree, stretch=room)
        foot.setContentsMargins(kit.EDGE, 0, kit.EDGE, 0)
        layout.addLayout(foot)
        self.fit(520, 310)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, on=False)
        # An Enter or a space that was meant for the chat must not agree.
        refuse.setFocus()

    def withdraw(self) -> None:
        """Close it without an answer."""
        self._answer = None
        self.close()

    def _agree(self) -> None:
        self._agreed = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell what was chosen."""
        answer, self._answer = self._answer, None
        if answer is not None:
            answer(Command("enable-accessibility" if self._agreed else "decline-accessibility"))
        super().closeEvent(event)


def ask_accessibility(
    answer: Callable[[Intent], None], ask_theme: kit.AskTheme = themes.current
) -> ConsentWindow:
    """Open the window and return at once; keep what is returned until it has answered."""
    window = ConsentWindow(answer, ask_theme)
    window.present()
    return window
