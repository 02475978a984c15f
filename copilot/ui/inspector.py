"""The window "What was sent": every call to a model, its text as it left, and what it hid."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QFont, QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from copilot.core.cost import Exchange
from copilot.core.inspection import Inspection, Sent
from copilot.ui import inspector_words as words
from copilot.ui import kit
from copilot.ui import theme as themes
from copilot.ui.inspector_parts import CallList, HiddenTable, SentText
from copilot.ui.theme import Theme

_TABLE_SHARE = 0.36
"""Of the window's height, at most, for what was hidden."""
_HIGH = 420
"""A window lower than this, at the standard font size, keeps its height for the text."""


class InspectorWindow(kit.Window):
    """Follows the inspection until it is closed; another one is made then."""

    _built = False  # the base dresses what is not there yet

    def __init__(
        self,
        inspection: Inspection,
        exchange: Exchange | None = None,
        theme: kit.AskTheme = themes.current,
    ) -> None:
        super().__init__(words.word("title"), theme)
        self._inspection = inspection
        self._exchange = exchange or Exchange()
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
        self._copy = kit.button(words.word("copy"), self.copy)
        self._close = kit.button(words.word("close"), self.close)
        self._pages = QStackedWidget()
        self._compose()
        self._connect()
        self._built = True
        self.redress()
        self._stop = inspection.listen(self._update)
        self._update()
        self.calls.setFocus()

    def show_newest(self) -> None:
        """Come to the front with the newest call."""
        self.calls.setCurrentRow(0)
        self.present()

    def _compose(self) -> None:
        self.fit(1040, 680)
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
        split.setSizes([self.theme.px(340), self.theme.px(700)])
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
        share = _TABLE_SHARE if self.height() > self.theme.px(_HIGH) else _TABLE_SHARE / 2
        self.hidden.fit(round(self.height() * share))

    # Looks

    def dress(self, theme: Theme) -> None:
        """Colour the parts, each of which has its own ground."""
        if not self._built:
            return
        colors = theme.colors
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
            label.setStyleSheet(f"color: {ink};")
        for part in (self.calls, self.text, self.hidden):
            part.dress(theme)
        for part, kind, ground in (
            (self.calls, "QListView", colors.quiet),
            (self.text, "QTextEdit", colors.window),
        ):
            part.setStyleSheet(f"""
                {kind} {{ background: {ground}; border: 2px solid {ground}; border-radius: 0; }}
                {kind}:focus {{ border-color: {colors.accent}; }}
                {kind}::item {{ border: none; }}
            """)
        self._fit_table()

    def resizeEvent(self, event: object) -> None:
        """Share the height out anew."""
        self._fit_table()

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
