"""Takes what is kept along: asks where to, writes it, and shows how far it is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine

from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from copilot.core.archiving import Archiving, KeptChat
from copilot.ui import kit
from copilot.ui.history import asking, words
from copilot.ui.theme import Theme

Run = Callable[[Coroutine[None, None, object], str], asyncio.Task[None]]
"""Does something in the background; an error is shown."""


class Export:
    """The parts of a window's foot that belong to it. `asked` presses its button, `tell` says."""

    def __init__(
        self,
        archive: Archiving,
        run: Run,
        tell: Callable[[str], None],
        asked: Callable[[], None],
        theme: Theme,
    ) -> None:
        self._archive = archive
        self._run = run
        self._tell = tell
        self._task: asyncio.Task[None] | None = None
        self.progress = QProgressBar()
        self.progress.setRange(0, 100)
        self.progress.setAccessibleName(words.progress())
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(theme.px(140))
        self.cancel: QPushButton = kit.button(words.word("cancel"), self.stop)
        self.button: QPushButton = kit.button(words.word("export"), asked)
        self._show(under_way=False)

    def begin(self, parent: QWidget, chat: KeptChat | None) -> None:
        """Ask where to, and write this chat, or all."""
        where = asking.export_file(parent, chat)
        if where is None or self._task is not None:
            return
        file, form = where

        async def work() -> None:
            self._show(under_way=True)
            try:
                await self._archive.export(file, form, chat, self._advance)
            finally:
                self._task = None
                self._show(under_way=False)
            self._tell(words.written(file))

        self._task = self._run(work(), "export")

    def stop(self) -> None:
        """Leave no half of a file."""
        if self._task is not None:
            self._task.cancel()
            self._tell(words.cancelled())

    def _advance(self, share: float) -> None:
        self.progress.setValue(round(share * 100))

    def _show(self, *, under_way: bool) -> None:
        self.progress.setValue(0)
        for part in (self.progress, self.cancel):
            part.setVisible(under_way)
        self.button.setEnabled(not under_way)
