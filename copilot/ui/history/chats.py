"""The left side of the history window: the chats, found by name and application."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from copilot.core.archiving import KeptChat
from copilot.ui.history import words
from copilot.ui.history.lines import LinesDelegate
from copilot.ui.history.rows import Index, Role, Row
from copilot.ui.theme import Theme

_NOWHERE = QModelIndex()


class _ChatRows(QAbstractListModel):
    """The chats that are shown; first of all of them stands for all."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show_chats(self, chats: Sequence[KeptChat], everything: str) -> None:
        """Show these below a row for all."""
        self.beginResetModel()
        count = sum(chat.messages for chat in chats)
        self._rows = [
            Row(0, words.word("all-chats"), "", words.of_all(everything, count), "", None)
        ]
        self._rows += [
            Row(
                chat.id,
                chat.contact,
                words.moment(chat.newest) if chat.newest else "",
                words.chat_about(chat),
                "",
                chat,
            )
            for chat in chats
        ]
        self.endResetModel()

    def number_of(self, chat: int) -> int:
        """The row of the chat with this id, 0 if it is not shown."""
        return next((n for n, row in enumerate(self._rows) if row.number == chat), 0)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, and what is read aloud of it."""
        row = self._rows[index.row()]
        if role == Role.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.title}, {row.text}"
        return None


class ChatSide(QWidget):
    """Where a chat is chosen. `changed` when another chat, or another application, is."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._chats: Sequence[KeptChat] = ()
        self._chat = 0
        self.search = QLineEdit()
        self.search.setPlaceholderText(words.word("find-chat"))
        self.search.setAccessibleName(words.word("find-chat"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._renew)
        self.apps = QComboBox()
        self.apps.setAccessibleName(words.word("every-app"))
        self.apps.setAccessibleDescription(words.word("every-app"))
        self.apps.currentIndexChanged.connect(self._other_app)
        self._model = _ChatRows(self)
        self.list = QListView()
        self.list.setAccessibleName(words.word("chats"))
        self.list.setModel(self._model)
        self._lines = LinesDelegate(self.list, theme)
        self.list.setItemDelegate(self._lines)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for part in (self.search, self.apps):
            layout.addWidget(part)
        layout.addWidget(self.list, 1)

    @property
    def chat(self) -> KeptChat | None:
        """The chat that is chosen, None for all."""
        return next((chat for chat in self._chats if chat.id == self._chat), None)

    @property
    def app(self) -> str:
        """The application that is chosen, "" for all."""
        return str(self.apps.currentData() or "")

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._lines.dress(theme)
        self.list.doItemsLayout()

    def show_chats(self, chats: Sequence[KeptChat]) -> None:
        """Show these; what is chosen stays chosen where it is still there."""
        self._chats = chats
        chosen = self.app
        names = {chat.app: chat.app_name or chat.app for chat in chats}
        blocked = self.apps.blockSignals(True)
        self.apps.clear()
        self.apps.addItem(words.word("every-app"), "")
        for app, name in sorted(names.items(), key=lambda pair: pair[1].casefold()):
            self.apps.addItem(name, app)
        self.apps.setCurrentIndex(max(0, self.apps.findData(chosen)))
        self.apps.blockSignals(blocked)
        self._renew()

    def choose(self, chat: int) -> None:
        """Choose the chat with this id, 0 for all."""
        self.list.setCurrentIndex(self._model.index(self._model.number_of(chat)))

    def choose_of(self, contact: str, app_name: str) -> bool:
        """Choose the chat with this contact in the application of this name, or all if none is."""
        self.search.clear()
        self.apps.setCurrentIndex(0)
        found = (
            chat.id
            for chat in self._chats
            if chat.contact == contact and (chat.app_name or chat.app) == app_name
        )
        self.choose(chat := next(found, 0))
        return chat != 0

    @Slot()
    def _renew(self) -> None:
        wanted = self.search.text().strip().casefold()
        app = self.app
        shown = [
            chat
            for chat in self._chats
            if wanted in chat.contact.casefold() and app in ("", chat.app)
        ]
        before = self._chat
        blocked = self.list.selectionModel().blockSignals(True)
        self._model.show_chats(shown, self.apps.currentText() if app else "")
        self.list.selectionModel().blockSignals(blocked)
        self._chat = before if any(chat.id == before for chat in shown) else 0
        self.list.setCurrentIndex(self._model.index(self._model.number_of(self._chat)))
        if self._chat != before:
            self.changed.emit()

    @Slot()
    def _other_app(self) -> None:
        before = self._chat
        self._renew()
        if self._chat == before:  # otherwise it is told already
            self.changed.emit()

    @Slot()
    def _chosen(self) -> None:
        row = self.list.currentIndex().data(Role.ROW)
        chat = row.number if isinstance(row, Row) else 0
        if chat != self._chat:
            self._chat = chat
            self.changed.emit()
