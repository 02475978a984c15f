"""The pages of what was found: a list, and below it the chosen entry in full."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from copilot.core.archiving import (
    Archiving,
    KeptMessage,
    KeptSuggestion,
    KeptTranslation,
    Wanted,
)
from copilot.core.cost import Exchange
from copilot.core.inspection import Sent
from copilot.core.tasks import TaskSet
from copilot.ui import inspector_words, kit
from copilot.ui.history import lines, words
from copilot.ui.history.detail import Detail, Part
from copilot.ui.history.rows import Role, Row, Rows
from copilot.ui.inspector_parts import SentText
from copilot.ui.language_names import language_name
from copilot.ui.theme import Theme

_LEAST = 64
"""Pixels that are left of the list and of the chosen entry on a small screen."""


class ResultList(QListView):
    """A list of rows; Delete asks to forget what is chosen."""

    removed = Signal()

    def __init__(self, rows: Rows, theme: Theme) -> None:
        super().__init__()
        self.setAccessibleName(words.word("found"))
        self.setModel(rows)
        self.lines = lines.LinesDelegate(self, theme)
        self.setItemDelegate(self.lines)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete forgets; letters don't search in what happens to be loaded."""
        if event.key() == Qt.Key.Key_Delete:
            self.removed.emit()
        elif event.text().isprintable() and event.text() and not event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)


class Finder(QWidget):
    """Finds one kind of thing. A subclass says how, and how one of them is shown.

    `told` carries how much was found.
    """

    told = Signal(str)
    failed = Signal(object)

    def __init__(self, archive: Archiving, theme: Theme) -> None:
        super().__init__()
        self.archive = archive
        self.theme = theme
        self.tasks = TaskSet()
        self.wanted = Wanted()
        self.rows = Rows(self)
        self.list = ResultList(self.rows, theme)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.rows.settled.connect(self._settled)
        self.rows.modelReset.connect(self._begun)
        self.rows.failed.connect(self.failed)
        self.status = ""
        self._split = QSplitter(Qt.Orientation.Vertical)
        self._split.addWidget(self.list)
        self._split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._split)

    def put_below(self, widget: QWidget) -> None:
        """Show the chosen one in this."""
        self._split.addWidget(widget)
        self._split.setStretchFactor(0, 3)
        self._split.setStretchFactor(1, 2)
        self._split.setSizes([3000, 2000])
        self.list.setMinimumHeight(_LEAST)

    def search(self, wanted: Wanted) -> None:
        """Look for this; what was looked for before is not waited for."""
        self.wanted = wanted

        async def fetch(before: int, limit: int) -> Sequence[Row]:
            return await self.look_up(wanted, before, limit)

        self.rows.look(fetch)

    def stop(self) -> None:
        """Wait for nothing any more."""
        self.rows.stop()
        self.tasks.cancel()

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self.theme = theme
        self.list.lines.dress(theme)
        self.list.doItemsLayout()

    async def look_up(self, wanted: Wanted, before: int, limit: int) -> Sequence[Row]:
        """The rows of what matches. Raises CopilotError."""
        raise NotImplementedError

    def show_item(self, item: object) -> None:
        """Show this one, or nothing (None)."""
        raise NotImplementedError

    @property
    def chosen(self) -> object:
        """What is chosen, None if nothing is."""
        row = self.list.currentIndex().data(Role.ROW)
        return row.item if isinstance(row, Row) else None

    @Slot()
    def _begun(self) -> None:
        self.list.lines.mark(lines.pattern(self.wanted.text))
        first = self.rows.index(0)
        self.list.scrollToTop()
        if first.isValid():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(first, flag)
        else:
            self.show_item(None)

    @Slot()
    def _chosen(self) -> None:
        self.show_item(self.chosen)

    @Slot()
    def _settled(self) -> None:
        self.status = words.counted(self.rows.rowCount(), whole=self.rows.whole)
        self.told.emit(self.status)


class TextFinder(Finder):
    """Shows what is chosen as texts."""

    def __init__(self, archive: Archiving, theme: Theme) -> None:
        super().__init__(archive, theme)
        self.detail = Detail(theme)
        self.detail.setMinimumHeight(_LEAST)

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        super().dress(theme)
        self.detail.dress(theme)


class MessageFinder(TextFinder):
    """Messages, each shown with what stood around it. `forget` is asked to forget one."""

    forget = Signal(object)

    def __init__(self, archive: Archiving, theme: Theme) -> None:
        super().__init__(archive, theme)
        self._forget = kit.button(words.word("forget-message"), self._ask, link=True)
        below = QWidget()
        layout = QVBoxLayout(below)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.detail, 1)
        layout.addLayout(kit.row(self._forget))
        self.put_below(below)
        self.list.removed.connect(self._ask)

    async def look_up(self, wanted: Wanted, before: int, limit: int) -> Sequence[Row]:
        """Messages that match."""
        found = await self.archive.messages(wanted, before, limit)
        return [
            Row(m.id, words.heading(m.sender, m.contact), words.moment(m.seen), m.text, "", m)
            for m in found
        ]

    def show_item(self, item: object) -> None:
        """Show the message in its chat, once that was read."""
        self.tasks.cancel()
        message = item if isinstance(item, KeptMessage) else None
        self._forget.setVisible(message is not None)
        if message is None:
            self.detail.show_parts((), None)
        else:
            self._show((message,), message.id)
            self.tasks.start(self._around(message), "around a message")

    async def _around(self, message: KeptMessage) -> None:
        found = await self.archive.around(message.id)
        if found:
            self._show(found, message.id)

    def _show(self, messages: Sequence[KeptMessage], chosen: int) -> None:
        parts = [
            Part(
                f"{words.sender(m.sender, m.contact)} · "
                f"{m.shown_at or words.moment_in_full(m.seen)}",
                m.text,
                m.id == chosen,
            )
            for m in messages
        ]
        self.detail.show_parts(parts, lines.pattern(self.wanted.text))

    def _ask(self) -> None:
        if isinstance(self.chosen, KeptMessage):
            self.forget.emit(self.chosen)


class SuggestionFinder(TextFinder):
    """Suggestions, with the drafts they were made for and what became of them."""

    def __init__(self, archive: Archiving, theme: Theme) -> None:
        super().__init__(archive, theme)
        self.put_below(self.detail)

    async def look_up(self, wanted: Wanted, before: int, limit: int) -> Sequence[Row]:
        """Suggestions that match."""
        found = await self.archive.suggestions(replace(wanted, who=""), before, limit)
        return [
            Row(s.id, s.contact, words.moment(s.made), s.text, words.outcome(s.outcome), s)
            for s in found
        ]

    def show_item(self, item: object) -> None:
        """Show the suggestion, the draft, and what was sent instead."""
        parts: list[Part] = []
        if isinstance(item, KeptSuggestion):
            told = f"{words.outcome(item.outcome)} · {words.moment_in_full(item.made)}"
            parts.append(Part(told, item.text))
            if item.sent:
                parts.append(Part(words.sent_instead(), item.sent))
            if item.draft:
                parts.append(Part(words.draft_was(), item.draft, main=False))
        self.detail.show_parts(parts, lines.pattern(self.wanted.text))


class TranslationFinder(TextFinder):
    """Translations, text and result."""

    def __init__(self, archive: Archiving, theme: Theme) -> None:
        super().__init__(archive, theme)
        self.put_below(self.detail)

    async def look_up(self, wanted: Wanted, before: int, limit: int) -> Sequence[Row]:
        """Translations that match."""
        found = await self.archive.translations(wanted, before, limit)
        return [
            Row(
                t.id,
                t.contact or words.word("nobody"),
                words.moment(t.made),
                t.text,
                _pair(t),
                t,
                t.result,
            )
            for t in found
        ]

    def show_item(self, item: object) -> None:
        """Show both sides."""
        parts: list[Part] = []
        if isinstance(item, KeptTranslation):
            source = language_name(item.source) if item.source else words.original()
            parts.append(Part(source, item.text, main=False))
            parts.append(Part(language_name(item.target), item.result))
        self.detail.show_parts(parts, lines.pattern(self.wanted.text))


class _LowText(SentText):
    """Takes the room that there is, and asks for no more."""

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())


class RequestFinder(Finder):
    """Requests to models, as they left."""

    def __init__(self, archive: Archiving, theme: Theme, exchange: Callable[[], Exchange]) -> None:
        super().__init__(archive, theme)
        self._exchange = exchange
        self._receiver = kit.heading("", 2)
        self._facts = kit.text("", muted=True)
        self._trouble = kit.text("")
        self._trouble.setProperty("alarm", True)
        self._text = _LowText()
        self._text.dress(theme)
        self._text.setMinimumHeight(theme.px(_LEAST))
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(kit.BETWEEN, kit.BETWEEN, kit.BETWEEN, 0)
        layout.setSpacing(kit.BETWEEN // 2)
        for part in (self._receiver, self._facts, self._trouble):
            layout.addWidget(part)
        layout.addWidget(self._text, 1)
        # Large letters on a low screen: what was sent is scrolled to, not cut.
        below = QScrollArea()
        below.setWidget(inside)
        below.setWidgetResizable(True)
        below.setFrameShape(QFrame.Shape.NoFrame)
        below.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        below.setMinimumHeight(_LEAST)
        self.put_below(below)

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        super().dress(theme)
        self._text.dress(theme)

    async def look_up(self, wanted: Wanted, before: int, limit: int) -> Sequence[Row]:
        """Requests that match."""
        found = await self.archive.requests(wanted, before, limit)
        exchange = self._exchange()
        return [
            Row(
                call.number,
                inspector_words.chat(call),
                words.moment(call.when),
                call.messages[-1].text if call.messages else inspector_words.word("text-not-kept"),
                inspector_words.summary(call, exchange),
                call,
            )
            for call in found
        ]

    def show_item(self, item: object) -> None:
        """Show the request as the inspector does."""
        call = item if isinstance(item, Sent) else None
        self._text.show_call(call)
        for label in (self._receiver, self._facts):
            label.setVisible(call is not None)
        self._trouble.setVisible(call is not None and bool(call.trouble))
        if call is not None:
            self._receiver.setText(inspector_words.receiver(call))
            told = [inspector_words.facts(call, self._exchange()), inspector_words.hidden(call)]
            self._facts.setText("\n".join(told))
            self._trouble.setText(inspector_words.trouble(call))


def _pair(one: KeptTranslation) -> str:
    return words.to_language(language_name(one.source), language_name(one.target))
