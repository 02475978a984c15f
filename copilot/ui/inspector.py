"""The window "What was sent": every call to a model, its text as it left, and what it hid."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QFont, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from copilot.core.cost import Exchange
from copilot.core.inspection import Inspection, Sent
from copilot.ui import inspector_words as words
from copilot.ui import theme as themes
from copilot.ui.inspector_parts import CallList, HiddenTable, SentText
from copilot.ui.theme import Theme, color

_TABLE_SHARE = 0.36
"""Of the window's height, at most, for what was hidden."""


class InspectorWindow(QWidget):
    """Follows the inspection until it is closed; another one is made then."""

    def __init__(
        self,
        inspection: Inspection,
        exchange: Exchange | None = None,
        theme: Callable[[], Theme] = themes.current,
    ) -> None:
        super().__init__()
        self._inspection = inspection
        self._exchange = exchange or Exchange()
        self._ask_theme = theme
        self.setWindowTitle(words.word("title"))
        self.calls = CallList(self._exchange)
        self.text = SentText()
        self.hidden = HiddenTable()
        self._receiver = _label("receiver")
        self._facts = _label("facts")
        self._trouble = _label("trouble")
        self._hiding = _label("hiding")
        self._source = _label("source")
        self._source.setText(words.word("memory"))
        self._empty = QLabel(words.word("empty"))
        self._empty_help = QLabel(words.word("empty-help"))
        self._copy = QPushButton(words.word("copy"))
        self._close = QPushButton(words.word("close"))
        self._pages = QStackedWidget()
        self._compose()
        self._connect()
        self._dress()
        themes.follow(self._dress)
        self._stop = inspection.listen(self._update)
        self._update()
        self.calls.setFocus()

    def show_newest(self) -> None:
        """Come to the front with the newest call."""
        self.calls.setCurrentRow(0)
        self.show()
        self.raise_()
        self.activateWindow()

    def _compose(self) -> None:
        self.resize(1040, 680)
        head = QVBoxLayout()
        head.setContentsMargins(18, 14, 18, 10)
        head.setSpacing(3)
        for label in (self._receiver, self._facts, self._trouble):
            head.addWidget(label)
        below = QVBoxLayout()
        below.setContentsMargins(18, 10, 14, 0)
        below.setSpacing(6)
        below.addWidget(self._hiding)
        below.addWidget(self.hidden)
        foot = QHBoxLayout()
        foot.setContentsMargins(18, 8, 14, 12)
        foot.setSpacing(8)
        foot.addWidget(self._source, 1)
        foot.addWidget(self._copy)
        foot.addWidget(self._close)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(_rule())
        column.addWidget(self.text, 1)
        column.addWidget(_rule())
        column.addLayout(below)
        column.addLayout(foot)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(self.calls)
        split.addWidget(right)
        split.setSizes([340, 700])
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        self._pages.addWidget(self._nothing())
        self._pages.addWidget(split)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)

    def _nothing(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(40, 40, 40, 40)
        column.addStretch(2)
        for label in (self._empty, self._empty_help):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            label.setWordWrap(True)
            column.addWidget(label)
        column.addStretch(3)
        return page

    def _connect(self) -> None:
        self.calls.currentRowChanged.connect(self._show)
        self.hidden.itemSelectionChanged.connect(self._mark)
        self._copy.clicked.connect(self.copy)
        self._close.clicked.connect(self.close)
        for keys in (QKeySequence(Qt.Key.Key_Escape), QKeySequence.StandardKey.Close):
            QShortcut(keys, self).activated.connect(self.close)

    def copy(self) -> None:
        """Put the whole prompt on the clipboard, as it left."""
        call = self.calls.call
        if call is not None:
            QGuiApplication.clipboard().setText(as_text(call))

    def _update(self) -> None:
        calls = self._inspection.latest
        self._pages.setCurrentIndex(1 if calls else 0)
        self.calls.show_calls(calls)
        self._show()

    def _show(self) -> None:
        call = self.calls.call
        self.text.show_call(call)
        self.hidden.show_items(call.hidden if call is not None else ())
        self.hidden.setVisible(call is not None and bool(call.hidden))
        self._fit_table()
        if call is None:
            return
        self._receiver.setText(words.receiver(call))
        self._facts.setText(words.facts(call, self._exchange))
        self._trouble.setText(words.trouble(call))
        self._trouble.setVisible(bool(call.trouble))
        self._hiding.setText(words.hidden(call))

    def _mark(self) -> None:
        if self.hidden.placeholder:
            self.text.mark(self.hidden.placeholder)

    def _fit_table(self) -> None:
        self.hidden.fit(round(self.height() * _TABLE_SHARE))

    # Looks

    def _dress(self) -> None:
        theme = self._ask_theme()
        colors, px = theme.colors, theme.px
        palette = self.palette()
        for role, ink in (
            (palette.ColorRole.Window, colors.window),
            (palette.ColorRole.Base, colors.window),
            (palette.ColorRole.Button, colors.quiet),
            (palette.ColorRole.ButtonText, colors.text),
            (palette.ColorRole.Text, colors.text),
            (palette.ColorRole.WindowText, colors.text),
            (palette.ColorRole.Mid, colors.line),
            (palette.ColorRole.Highlight, colors.mine),
            (palette.ColorRole.HighlightedText, colors.on_mine),
        ):
            palette.setColor(role, color(ink))
        self.setPalette(palette)
        self.setFont(theme.body)
        heading = QFont(theme.body)
        heading.setWeight(heading.Weight.DemiBold)
        for label, font, ink in (
            (self._receiver, heading, colors.text),
            (self._facts, theme.small, colors.muted),
            (self._trouble, theme.small, colors.alarm),
            (self._hiding, theme.strong, colors.text),
            (self._source, theme.small, colors.muted),
            (self._empty, heading, colors.text),
            (self._empty_help, theme.body, colors.muted),
        ):
            label.setFont(font)
            own = self.palette()
            own.setColor(own.ColorRole.WindowText, color(ink))
            label.setPalette(own)
        for part in (self.calls, self.text, self.hidden):
            part.dress(theme)
        side = self.palette()
        side.setColor(side.ColorRole.Base, color(colors.quiet))
        self.calls.setPalette(side)
        for button in (self._copy, self._close):
            button.setMinimumHeight(px(30))
        self._fit_table()

    def resizeEvent(self, event: object) -> None:
        """Share the height out anew."""
        self._fit_table()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system's font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ApplicationFontChange:
            self._dress()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Listen no more."""
        self._stop()
        super().closeEvent(event)


def as_text(call: Sent) -> str:
    """The prompt as plain text: each message below its role."""
    return "\n\n".join(f"{message.role}:\n{message.text}" for message in call.messages)


def _label(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _rule() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Plain)
    line.setForegroundRole(line.palette().ColorRole.Mid)
    line.setFixedHeight(1)
    return line
