"""Asks before something is forgotten, or less is kept, and has it done."""

from __future__ import annotations

from collections.abc import Callable, Coroutine

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from copilot.core.archiving import Archiving, KeptChat, KeptMessage
from copilot.ui.history import asking, words

Work = Coroutine[None, None, None]


class Forgetting(QObject):
    """`chat` is the chosen one, None for all. `do` does it, and says so unless told to be quiet."""

    def __init__(
        self,
        window: QWidget,
        archive: Archiving,
        chat: Callable[[], KeptChat | None],
        do: Callable[[Work, bool], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._archive = archive
        self._chat = chat
        self._do = do
        self.menu = QMenu(window)
        self.of_chat: QAction = self.menu.addAction(words.word("forget-chat"))
        self.of_chat.triggered.connect(self.ask_for_chat)
        self.menu.addAction(words.word("forget-period")).triggered.connect(self._ask_for_period)
        self.menu.addSeparator()
        self.menu.addAction(words.word("forget-everything")).triggered.connect(self._ask_for_all)

    @Slot(object)
    def ask_for_message(self, message: KeptMessage) -> None:
        """Forget one message."""
        if asking.forget_message(self._window):
            self._do(self._archive.forget_messages([message.id]), True)

    @Slot()
    def ask_for_chat(self) -> None:
        """Forget the chosen chat."""
        chat = self._chat()
        if chat is not None and asking.forget_chat(self._window, chat):
            self._do(self._archive.forget_chat(chat), True)

    def ask_for_contact(self, chat: KeptChat) -> None:
        """Forget what was learned of its contact."""
        if asking.forget_contact(self._window, chat):
            self._do(self._archive.forget_contact(chat), True)

    def keep(self, chat: KeptChat, what: str) -> bool:
        """Keep this of the chat from now on; False if they thought better of it."""
        if chat.messages and what and not asking.keep_less(self._window, chat, what):
            return False
        self._do(self._archive.keep(chat, what), False)
        return True

    @Slot()
    def _ask_for_period(self) -> None:
        period = asking.forget_period(self._window)
        if period is not None:
            self._do(self._archive.forget_period(period.since, period.until), True)

    @Slot()
    def _ask_for_all(self) -> None:
        if asking.forget_everything(self._window):
            self._do(self._archive.forget_everything(), True)
