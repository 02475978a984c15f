"""The window of the first start: leads through the steps.

Every step can be skipped and done later in the settings; nothing is read before the clear yes.
"""

from __future__ import annotations

from collections.abc import Coroutine

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from copilot.core.errors import CopilotError
from copilot.ui import kit
from copilot.ui import theme as themes
from copilot.ui.welcome.keep import KeepStep
from copilot.ui.welcome.practise import PractiseStep
from copilot.ui.welcome.see import SeeStep
from copilot.ui.welcome.services import Services
from copilot.ui.welcome.step import Stay, Step
from copilot.ui.welcome.think import ThinkStep
from copilot.ui.welcome.what import WhatStep

_tr = QCoreApplication.translate


class WelcomeWindow(kit.Window):
    """Leads through the steps. Keep it until it is closed."""

    def __init__(self, services: Services, ask_theme: kit.AskTheme = themes.current) -> None:
        super().__init__(_tr("Welcome", "Welcome to Chat Copilot"), ask_theme)
        self._services = services
        self._built = False  # the steps' own controls change while they are made
        self._steps: list[Step] = [
            WhatStep(self),
            SeeStep(self),
            ThinkStep(self),
            KeepStep(self),
            PractiseStep(self),
        ]
        self._stack = QStackedWidget()
        for step in self._steps:
            self._stack.addWidget(kit.page(step))
        self._where = kit.text("", muted=True)
        self._back = kit.button(_tr("Welcome", "Back"), self._go_back)
        self._skip = kit.button(_tr("Welcome", "Skip"), self.go_on, link=True)
        self._next = kit.button(_tr("Welcome", "Continue"), self._continue, strong=True)
        foot = QWidget()
        line = QHBoxLayout(foot)
        line.setContentsMargins(kit.EDGE, kit.BETWEEN, kit.EDGE, kit.EDGE)
        line.addWidget(self._where, 1)
        for button in (self._back, self._skip, self._next):
            line.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._stack, 1)
        layout.addWidget(foot)
        self.fit(620, 600)
        self._built = True
        self._show(0)

    @property
    def services(self) -> Services:
        """What the steps can do."""
        return self._services

    @property
    def at(self) -> int:
        """The number of the step that is shown, from 0."""
        return self._stack.currentIndex()

    def run(self, work: Coroutine[None, None, None], name: str) -> None:
        """Do something that takes a while; an error is shown in the step."""
        self.work.start(work, name)

    def renew(self) -> None:
        """Say what the buttons do now."""
        if not self._built:
            return
        step = self._steps[self.at]
        self._next.setText(step.next_label())
        self._next.setEnabled(step.ready())
        self._skip.setVisible(step.skippable)

    def _show(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        step = self._steps[index]
        self._where.setText(
            _tr("Welcome", "Step {number} of {all}").format(number=index + 1, all=len(self._steps))
        )
        self._back.setVisible(index > 0)
        self.renew()
        step.begin()
        self._next.setFocus()

    def _go_back(self) -> None:
        self._show(max(0, self.at - 1))

    def go_on(self) -> None:
        """To the next step, whatever became of this one; from the last, to the end."""
        if self.at + 1 < len(self._steps):
            self._show(self.at + 1)
        else:
            self._services.done()
            self.close()

    def _continue(self) -> None:
        self._next.setEnabled(False)
        self.run(self._finish(self._steps[self.at]), "step")

    async def _finish(self, step: Step) -> None:
        try:
            await step.finish()
        except Stay:
            self.renew()
        except CopilotError as error:
            step.tell(error)
            self.renew()
        else:
            self.go_on()

    def _failed(self, error: BaseException) -> None:
        step = self._steps[self.at]
        if isinstance(error, CopilotError):
            step.tell(error)
        else:
            step.complain(_tr("Welcome", "That did not work. You can go on and do it later."))
        self.renew()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Give up what is still under way."""
        self.work.cancel()
        super().closeEvent(event)
