"""One page of the first start, and what each of them has."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import (
    QVBoxLayout,
    QWidget,
)

from copilot.core.errors import CopilotError
from copilot.ui import kit
from copilot.ui.messages import said
from copilot.ui.welcome.services import Services

_tr = QCoreApplication.translate


class Host(Protocol):
    """The window around the steps."""

    @property
    def services(self) -> Services:
        """What the steps can do."""
        ...

    def run(self, work: Coroutine[None, None, None], name: str) -> None:
        """Do something that takes a while; an error is shown in the step."""
        ...

    def bring_into_view(self, widget: QWidget) -> None:
        """Scroll to it."""
        ...

    def renew(self) -> None:
        """Say what the buttons do now."""
        ...


class Stay(Exception):
    """The step has something to show before the next one."""


class Step(QWidget):
    """One page: a title, a sentence, and what is to be done."""

    skippable = True

    def __init__(self, window: Host, title: str, lead: str) -> None:
        super().__init__()
        self._window = window
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(kit.BETWEEN)
        self.column.addWidget(kit.heading(title))
        self.column.addWidget(kit.text(lead))
        self._trouble = kit.Trouble()

    def complete(self) -> None:
        """After all parts were added: the place for trouble, and the rest of the page."""
        self.column.addWidget(self._trouble)
        self.column.addStretch(1)

    def begin(self) -> None:
        """The step is shown now."""

    async def finish(self) -> None:
        """Do what was chosen. Raises CopilotError."""

    def ready(self) -> bool:
        """Whether enough was chosen to go on."""
        return True

    def next_label(self) -> str:
        """What the strong button says."""
        return _tr("Welcome", "Continue")

    def tell(self, error: CopilotError) -> None:
        """Say what went wrong and what to do."""
        self.complain(f"{said(error.title)} {said(error.hint)}".strip())

    def complain(self, words: str) -> None:
        """Say this; "" takes it back."""
        self._trouble.say(words)
        if words:  # once the page has made room for it
            QTimer.singleShot(0, self, lambda: self._window.bring_into_view(self._trouble))
