"""An ordinary chat window with a scripted friend, to try everything without an account."""

from __future__ import annotations

import math
import os
import sys
import threading
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QRectF, Qt, QTime, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from copilot.core.appearance import Appearance
from copilot.ui import theme as themes
from copilot.ui.application import create_application
from copilot.ui.bubbles import MessageList
from copilot.ui.controls import FlatButton, Look
from copilot.ui.friend import Friend, Script, script, typing_ms
from copilot.ui.theme import Theme, color

_tr = QCoreApplication.translate
_MOST_LINES = 6


class DraftEdit(QPlainTextEdit):
    """The draft: Enter sends, Shift+Enter begins a new line."""

    sent = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send on Enter. Input methods take their Enter before it comes here."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.sent.emit()
            return
        super().keyPressEvent(event)

    def fit(self) -> None:
        """As high as its lines, up to a few."""
        line = QFontMetrics(self.font()).lineSpacing()
        margins = round(2 * self.document().documentMargin())
        # Fallback fonts have higher lines than the first font says. The first block's height
        # includes the margin above it.
        height, block = margins / 2, self.document().firstBlock()
        while block.isValid():
            height += self.blockBoundingRect(block).height()
            block = block.next()
        most = _MOST_LINES * line + margins
        self.setFixedHeight(min(max(line + margins, math.ceil(height)), most))
        policy = Qt.ScrollBarPolicy
        shown = policy.ScrollBarAsNeeded if height > most else policy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(shown)


class Field(QWidget):
    """The rounded ground below the draft."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._theme: Theme | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(6, 0, 6, 0)
        box.addWidget(inside)

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._theme = theme
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground."""
        if self._theme is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(self._theme.colors.quiet))
            painter.drawRoundedRect(QRectF(self.rect()), self._theme.px(10), self._theme.px(10))


class Portrait(QWidget):
    """A disc with the first letter of a name."""

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__()
        self._letter = name[:1]
        self._theme = theme

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._theme = theme
        self.setFixedSize(theme.px(36), theme.px(36))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the disc."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(self._theme.colors.calm))
        painter.drawEllipse(QRectF(self.rect()))
        painter.setPen(color(self._theme.colors.window))
        painter.setFont(themes.reading_font(self._theme.strong, self._letter))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._letter)


class PracticeWindow(QWidget):
    """The chat. `theme` asks the system for its colours; `wait` calls back after milliseconds.

    A friend who is not `scripted` only says what `heard` brings, from any thread.
    """

    heard = Signal(str)

    def __init__(
        self,
        lines: Script,
        *,
        scripted: bool = True,
        theme: Callable[[], Theme] = themes.current,
        wait: Callable[[int, Callable[[], None]], None] | None = None,
    ) -> None:
        super().__init__()
        self._lines = lines
        self._friend = Friend(lines)
        self._ask_theme = theme
        self._wait = wait or self._wait_for
        self._me = _tr("Practice", "Me")
        self._scripted = scripted
        self._greeted = False
        # Queued when it comes from the thread that reads standard input.
        self.heard.connect(self._say)
        self.setWindowTitle(_tr("Practice", "{name} — Practice chat").format(name=lines.name))
        self._portrait = Portrait(lines.name, theme())
        self._contact = QLabel(lines.name)
        self._contact.setObjectName("contact")
        self._contact.setAccessibleName(lines.name)
        self._presence = QLabel()
        self._presence.setObjectName("presence")
        self.messages = MessageList(theme(), _tr("Practice", "Messages"))
        self.draft = DraftEdit()
        self.draft.setAccessibleName(_tr("Practice", "Message"))
        self.draft.setTabChangesFocus(True)
        self.draft.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.draft.sent.connect(self.send)
        self.draft.textChanged.connect(self.draft.fit)
        self._field = Field(self.draft)
        self._button = FlatButton(self, Look.STRONG)
        self._button.say(_tr("Practice", "Send"))
        self._button.clicked.connect(self.send)
        self._compose()
        self._dress()
        themes.follow(self._dress)
        self._show_typing(on=False)
        for theirs, text in lines.opening:
            self._add(text, mine=not theirs)
        self.setFocusProxy(self.draft)
        self.draft.setFocus()

    def _compose(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._contact)
        names.addWidget(self._presence)
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 10)
        head.setSpacing(11)
        head.addWidget(self._portrait)
        head.addLayout(names, 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 12, 12, 12)
        foot.setSpacing(10)
        foot.addWidget(self._field, 1)
        foot.addWidget(self._button, 0, Qt.AlignmentFlag.AlignBottom)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.messages, 1)
        whole.addLayout(foot)

    # Talking

    def send(self) -> None:
        """Send the draft; the friend answers after a while."""
        text = self.draft.toPlainText().strip()
        if not text:
            return
        self._add(text, mine=True)
        self.draft.clear()
        self.draft.setFocus()
        if self._scripted:
            self._say_later(self._friend.answer())

    def showEvent(self, event: QShowEvent) -> None:
        """The friend asks as soon as somebody is there."""
        super().showEvent(event)
        if self._scripted and not self._greeted:
            self._greeted = True
            self._say_later(self._lines.question)

    def _say_later(self, text: str) -> None:
        self._show_typing(on=True)
        self._wait(typing_ms(text), lambda: self._say(text))

    def _say(self, text: str) -> None:
        self._show_typing(on=False)
        self._add(text, mine=False)

    def _add(self, text: str, *, mine: bool) -> None:
        now = QTime.currentTime().toString("HH:mm")
        self.messages.add(self._me if mine else self._lines.name, text, now, mine=mine)

    def _show_typing(self, *, on: bool) -> None:
        self._presence.setText(_tr("Practice", "typing…") if on else _tr("Practice", "online"))

    def _wait_for(self, milliseconds: int, call: Callable[[], None]) -> None:
        QTimer.singleShot(milliseconds, self, call)

    # Looks

    def _dress(self) -> None:
        theme = self._ask_theme()
        colors = theme.colors
        palette = self.palette()
        for role, ink in (
            (palette.ColorRole.Window, colors.card),
            (palette.ColorRole.Base, colors.quiet),
            (palette.ColorRole.Text, colors.text),
            (palette.ColorRole.WindowText, colors.text),
            (palette.ColorRole.PlaceholderText, colors.muted),
            (palette.ColorRole.Highlight, colors.mine),
            (palette.ColorRole.HighlightedText, colors.on_mine),
        ):
            palette.setColor(role, color(ink))
        self.setPalette(palette)
        quiet = self.palette()
        quiet.setColor(quiet.ColorRole.WindowText, color(colors.muted))
        self._presence.setPalette(quiet)
        self._presence.setFont(theme.small)
        self._contact.setFont(themes.reading_font(theme.strong, self._lines.name))
        self.draft.setFont(theme.body)
        self.draft.document().setDocumentMargin(theme.px(9))
        self.draft.setPlaceholderText(
            _tr("Practice", "Write to {name}…").format(name=self._lines.name)
        )
        self.draft.fit()
        for area in (self.messages, self.draft):
            area.verticalScrollBar().setStyleSheet(themes.scroll_bars(theme))
        self._portrait.dress(theme)
        self._field.dress(theme)
        self.messages.dress(theme)
        self._button.dress(theme)
        self._button.setFixedHeight(theme.px(36))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the system's font."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._dress()


def run_practice(
    language: str = "",
    *,
    scripted: bool = True,
    spoken: str = "system",
    look: Appearance | None = None,
) -> int:
    """Open the practice chat and return when its window is closed.

    `language` is "en", "zh" or "" for the system's. A friend who is not `scripted` says each line
    of standard input. `spoken` is the language of the interface, `look` how it looks.
    Raises DisplayMissing without a display.
    """
    # It must be readable even where no assistive technology has announced itself yet.
    os.environ.setdefault("QT_LINUX_ACCESSIBILITY_ALWAYS_ON", "1")
    application = create_application("chat-copilot-practice", "", spoken)
    application.setQuitOnLastWindowClosed(True)
    window = PracticeWindow(
        script(language or QLocale.system().name()),
        scripted=scripted,
        theme=partial(themes.current, look or Appearance()),
    )
    window.resize(460, 620)
    window.show()
    if not scripted:
        threading.Thread(target=_read_lines, args=(window,), daemon=True).start()
    return application.exec()


def _read_lines(window: PracticeWindow) -> None:
    for line in sys.stdin:
        window.heard.emit(line.rstrip("\n").replace("\\n", "\n"))
