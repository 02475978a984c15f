"""What the window of what was sent is made of: the list of calls, the text, what it hid."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QTextEdit,
)

from copilot.core.cost import Exchange
from copilot.core.inspection import PLACEHOLDER, Hidden, Outcome, Sent
from copilot.core.unseen import visible
from copilot.ui import inspector_words as words
from copilot.ui import theme as themes
from copilot.ui.text import plain_tip
from copilot.ui.theme import Theme, color

_CALL = Qt.ItemDataRole.UserRole
_ABOUT = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


class CallList(QListWidget):
    """The calls, the newest first: with whom and when, and below that to whom and how it went."""

    def __init__(self, exchange: Exchange) -> None:
        super().__init__()
        self._exchange = exchange
        self._calls: tuple[Sent, ...] = ()
        self.setAccessibleName(words.word("calls"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self.setFont(theme.body)
        self.setItemDelegate(_CallLines(self, theme))
        self.verticalScrollBar().setStyleSheet(themes.scroll_bars(theme))

    @property
    def call(self) -> Sent | None:
        """The call that is chosen."""
        row = self.currentRow()
        return self._calls[row] if 0 <= row < len(self._calls) else None

    def show_calls(self, calls: tuple[Sent, ...]) -> None:
        """Show these; the one that was chosen stays chosen where it is still there."""
        chosen = self.call.number if self.call is not None else None
        self.blockSignals(True)
        while self.count() > len(calls):
            self.takeItem(self.count() - 1)
        while self.count() < len(calls):
            self.addItem(QListWidgetItem())
        for row, call in enumerate(calls):
            item, about = self.item(row), words.summary(call, self._exchange)
            title = f"{words.time(call)}  {_line(words.chat(call))}"
            item.setText(title)
            item.setData(_ABOUT, _line(about))
            item.setData(_CALL, call.outcome is Outcome.FAILED)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{title}, {about}")
            item.setToolTip(plain_tip(words.trouble(call)))
        self._calls = calls
        numbers = [call.number for call in calls]
        row = numbers.index(chosen) if chosen in numbers else 0
        self.setCurrentRow(row if calls else -1)
        self.blockSignals(False)


class _CallLines(QStyledItemDelegate):
    """Paints a call in two lines; the chosen one has a bar at its side, not a colour alone."""

    def __init__(self, parent: CallList, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Two lines high; as wide as the list."""
        theme = self._theme
        lines = QFontMetrics(theme.body).height() + QFontMetrics(theme.small).height()
        return QSize(theme.px(120), lines + theme.px(19))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint ground, bar and lines."""
        theme, px = self._theme, self._theme.px
        area: QRect = getattr(option, "rect")  # noqa: B009 - the stubs lack what Qt has
        state: QStyle.StateFlag = getattr(option, "state")  # noqa: B009
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = area.adjusted(px(6), px(2), -px(6), -px(2))
        if chosen:
            painter.setBrush(color(theme.colors.marked))
            painter.drawRoundedRect(ground, px(8), px(8))
            painter.setBrush(color(theme.colors.marked_line))
            bar = QRect(ground.left(), ground.top() + px(8), px(3), ground.height() - px(16))
            painter.drawRoundedRect(bar, 1.5, 1.5)
        inner = ground.adjusted(px(12), px(6), -px(8), -px(6))
        title = str(index.data(Qt.ItemDataRole.DisplayRole))
        about = str(index.data(_ABOUT))
        failed = bool(index.data(_CALL))
        ink = theme.colors.alarm if failed else theme.colors.muted
        top = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        bottom = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        _paint_line(painter, inner, title, theme.body, theme.colors.text, top)
        _paint_line(painter, inner, about, theme.small, ink, bottom)
        painter.restore()


def _paint_line(
    painter: QPainter, area: QRect, text: str, font: QFont, ink: str, where: Qt.AlignmentFlag
) -> None:
    fitting = themes.reading_font(font, text)
    painter.setFont(fitting)
    painter.setPen(color(ink))
    end = Qt.TextElideMode.ElideRight
    painter.drawText(area, int(where), QFontMetrics(fitting).elidedText(text, end, area.width()))


class SentText(QTextEdit):
    """The messages of a call as they left; each placeholder of the chat stands out."""

    def __init__(self) -> None:
        super().__init__()
        self._theme: Theme | None = None
        self._call: Sent | None = None
        self._chat_starts = 0
        self._placed = 0
        self.setReadOnly(True)
        self.setAccessibleName(words.word("text"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._theme = theme
        self.document().setDocumentMargin(theme.px(18))
        self.verticalScrollBar().setStyleSheet(themes.scroll_bars(theme))
        self._write()

    def show_call(self, call: Sent | None) -> None:
        """Show this call, from the part that is of the chat on."""
        if call is None or self._call is None or call.messages != self._call.messages:
            self._call = call
            self._write()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy text, no colours."""
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data

    def mark(self, placeholder: str) -> None:
        """Select where this placeholder stands first in the chat."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._chat_starts)
        found = self.document().find(placeholder, cursor)
        if not found.isNull():
            self.setTextCursor(found)

    def _write(self) -> None:
        theme, call = self._theme, self._call
        if theme is None:
            return
        self.clear()
        self._chat_starts = 0
        if call is None:
            return
        cursor = self.textCursor()
        if not call.messages:
            cursor.insertText(words.word("text-not-kept"), _ink(theme.body, theme.colors.muted))
        hidden = {item.placeholder: item for item in call.hidden}
        for number, message in enumerate(call.messages, start=1):
            last = number == len(call.messages)
            heading = _ink(theme.strong, theme.colors.accent if last else theme.colors.muted)
            self._new_block(cursor, theme.px(18) if number > 1 else 0, theme.px(5))
            if last:
                self._chat_starts = cursor.position()
            cursor.insertText(words.role(message.role, last=last), heading)
            self._new_block(cursor, 0, 0)
            ink = theme.colors.text if last else theme.colors.muted
            text = visible(message.text)
            plain = _ink(themes.reading_font(theme.body, text), ink)
            self._insert(cursor, text, plain, hidden if last else {}, theme)
        cursor.setPosition(self._chat_starts)
        self.setTextCursor(cursor)
        self._place()

    def _place(self) -> None:
        """Bring the heading of the chat's part to the top, where there is enough below it."""
        block = self.document().findBlock(self._chat_starts)
        top = self.document().documentLayout().blockBoundingRect(block).top()
        bar = self.verticalScrollBar()
        bar.setValue(round(top - self.document().documentMargin()))
        self._placed = bar.value()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stay at the chat's part, unless somebody has scrolled."""
        stays = self.verticalScrollBar().value() == self._placed
        super().resizeEvent(event)
        if stays:
            self._place()

    def _new_block(self, cursor: QTextCursor, above: int, below: int) -> None:
        form = QTextBlockFormat()
        form.setTopMargin(above)
        form.setBottomMargin(below)
        form.setLineHeight(122.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if cursor.position() == 0 and not cursor.block().text():
            cursor.setBlockFormat(form)
        else:
            cursor.insertBlock(form)

    def _insert(
        self,
        cursor: QTextCursor,
        text: str,
        plain: QTextCharFormat,
        hidden: dict[str, Hidden],
        theme: Theme,
    ) -> None:
        at = 0
        for found in PLACEHOLDER.finditer(text):
            item = hidden.get(found[0])
            if item is not None:
                cursor.insertText(text[at : found.start()], plain)
                cursor.insertText(found[0], _marked(plain, item, theme))
                at = found.end()
        cursor.insertText(text[at:], plain)


def _ink(font: QFont, ink: str) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFont(font)
    form.setForeground(color(ink))
    return form


def _marked(plain: QTextCharFormat, item: Hidden, theme: Theme) -> QTextCharFormat:
    """A placeholder is bold, underlined and on a ground of its own: seen without colours, too."""
    form = QTextCharFormat(plain)
    form.setFontWeight(QFont.Weight.DemiBold)
    form.setForeground(color(theme.colors.accent))
    form.setBackground(color(theme.colors.marked))
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    form.setToolTip(plain_tip(words.tip(visible(item.original), item.why)))
    return form


class HiddenTable(QTableWidget):
    """What each placeholder stands for, and why it was hidden."""

    def __init__(self) -> None:
        super().__init__(0, 3)
        self.setAccessibleName(words.word("hidden"))
        self.setHorizontalHeaderLabels([words.word(n) for n in ("placeholder", "original", "why")])
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        rows.sectionResized.connect(self._fit)
        self._most = 0
        self._items: tuple[Hidden, ...] = ()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self.setFont(theme.small)
        self.horizontalHeader().setFont(theme.small)
        colors, px = theme.colors, theme.px
        self.setStyleSheet(f"""
            QTableView {{ background: {colors.window}; color: {colors.text}; outline: none; }}
            QTableView::item {{ padding: {px(4)}px 0px; }}
            QTableView::item:selected {{ background: {colors.marked}; color: {colors.text}; }}
            QHeaderView {{ background: {colors.window}; }}
            QHeaderView::section {{
                background: {colors.window};
                color: {colors.muted};
                border: none;
                border-bottom: 1px solid {colors.line};
                padding: 0px {px(8)}px {px(4)}px 3px;
            }}
        """)
        self.verticalScrollBar().setStyleSheet(themes.scroll_bars(theme))
        items, self._items = self._items, ()
        self.show_items(items)  # each cell has a font of its own
        self._fit()

    def show_items(self, items: tuple[Hidden, ...]) -> None:
        """Show these."""
        if items == self._items:
            return
        self._items = items
        self.clearSelection()
        self.setRowCount(len(items))
        for row, item in enumerate(items):
            original = visible(item.original) or words.word("not-kept")
            for column, text in enumerate((item.placeholder, original, words.why(item.why))):
                cell = QTableWidgetItem(text)
                cell.setToolTip(plain_tip(text))
                cell.setFont(themes.reading_font(self.font(), text))
                self.setItem(row, column, cell)
        self._fit()

    @property
    def placeholder(self) -> str:
        """The one that is chosen, "" if none is."""
        items = self.selectedItems()
        return items[0].text() if items else ""

    def fit(self, most: int) -> None:
        """Be as high as the rows are, up to `most` pixels."""
        self._most = most
        self._fit()

    def _fit(self) -> None:
        rows = self.verticalHeader().length()
        self.setFixedHeight(min(self._most, rows + self.horizontalHeader().sizeHint().height() + 2))


def _line(text: str) -> str:
    return " ".join(visible(text).split())
