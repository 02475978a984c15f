"""The last chats of this run in the tray's menu: in memory alone, and a click looks them up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from copilot.core.intents import ShowChat
from copilot.core.model import PanelState, Phase

_tr = QCoreApplication.translate

_MOST = 6
"""So many chats are shown."""
_LONGEST = 40
"""Characters of a name: a menu is no place for whole lists of members."""


class RecentChats:
    """Fills a submenu of `menu`, which cannot be opened while there is none."""

    def __init__(self, menu: QMenu, show: Callable[[ShowChat], object]) -> None:
        self._show = show
        self._chats: list[ShowChat] = []
        self._entry: QAction = menu.addAction("")
        # Made with the first chat: the icon shall be there at once.
        self._menu: QMenu | None = None
        self.relabel()
        self._entry.setEnabled(False)

    @property
    def entry(self) -> QAction:
        """The line that opens them."""
        return self._entry

    def relabel(self) -> None:
        """Say what it is in the language that the interface has now."""
        self._entry.setText(_tr("Tray", "Recent chats"))

    def notice(self, state: PanelState) -> None:
        """Remember the chat that is looked at, the newest first; none while paused."""
        if not state.contact or state.phase is Phase.PAUSED:
            return
        seen = ShowChat(state.contact, state.app_name)
        if self._chats and self._chats[0] == seen:
            return
        self._chats = [seen, *(chat for chat in self._chats if chat != seen)][:_MOST]
        self._fill()

    def forget(self) -> None:
        """Remember none of them any more."""
        self._chats = []
        self._fill()

    def _fill(self) -> None:
        if self._menu is None:
            self._menu = QMenu()
            self._entry.setMenu(self._menu)
        self._menu.clear()
        for chat in self._chats:
            action = self._menu.addAction(_label(chat))
            action.triggered.connect(lambda _checked=False, chat=chat: self._show(chat))
        self._entry.setEnabled(bool(self._chats))


def _label(chat: ShowChat) -> str:
    name = chat.contact
    if len(name) > _LONGEST:
        name = f"{name[: _LONGEST - 1]}…"
    # Isolated, since names are written in either direction; & would underline a letter.
    return f"\u2068{name}\u2069 · {chat.app_name}".replace("&", "&&")
