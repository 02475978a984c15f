"""Accessibility, which applications are read by."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from copilot.core.errors import CopilotError
from copilot.ui import kit
from copilot.ui.welcome.step import Host, Step

_tr = QCoreApplication.translate


class SeeStep(Step):
    """Accessibility, which applications are read by."""

    def __init__(self, window: Host) -> None:
        super().__init__(
            window,
            _tr("Welcome", "Seeing the chat"),
            _tr(
                "Welcome",
                "Chats are read through the interface that screen readers use. Your desktop "
                "switches it on for all applications at once; those that run already may need to "
                "be started again.",
            ),
        )
        self._on: bool | None = None
        self._state = kit.text(_tr("Welcome", "Looking…"))
        self.column.addWidget(kit.card(self._state))
        self.complete()

    def begin(self) -> None:
        self._window.run(self._look(), "accessibility")

    async def _look(self) -> None:
        self.complain("")
        self._on = None
        try:
            self._on = await self._window.services.accessible()
        except CopilotError as error:
            self._state.setText(_tr("Welcome", "✕ It is missing; no chat can be read."))
            self.tell(error)
        else:
            self._state.setText(
                _tr("Welcome", "✓ It is switched on.")
                if self._on
                else _tr("Welcome", "It is switched off in this session.")
            )
        self._window.renew()

    def next_label(self) -> str:
        return _tr("Welcome", "Switch it on") if self._on is False else super().next_label()

    async def finish(self) -> None:
        if self._on is False:
            await self._window.services.enable()
