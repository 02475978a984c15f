"""Single controls: texts, headings, buttons, switches."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QPushButton,
)

from copilot.ui import theme as themes
from copilot.ui.kit.window import Window
from copilot.ui.theme import Theme


class Switch(QCheckBox):
    """A check box that looks like a switch: where a change is in force at once."""

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def _theme(self) -> Theme:
        window = self.window()
        return window.theme if isinstance(window, Window) else themes.current()

    def sizeHint(self) -> QSize:
        """As large as the switch and its words."""
        px, metrics = self._theme().px, QFontMetrics(self.font())
        words = metrics.horizontalAdvance(self.text()) + px(8) if self.text() else 0
        return QSize(px(38) + words, max(px(24), metrics.height()))

    minimumSizeHint = sizeHint

    def hitButton(self, pos: QPoint) -> bool:
        """All of it can be clicked."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the switch, its knob at the side of the end of reading when on, and the words."""
        theme = self._theme()
        c, px = theme.colors, theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        leftwards = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        width, height = px(34), px(19)
        x = self.width() - width - px(2) if leftwards else px(2)
        track = QRectF(x, (self.height() - height) / 2, width, height)
        on, enabled = self.isChecked(), self.isEnabled()
        painter.setPen(themes.color(c.idle if not on or not enabled else c.accent))
        painter.setBrush(themes.color(c.accent if on and enabled else c.quiet))
        painter.drawRoundedRect(track, height / 2, height / 2)
        knob = height - px(6)
        at_end = on is not leftwards
        left = track.right() - knob - px(3) if at_end else track.left() + px(3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(themes.color(c.on_accent if on and enabled else c.idle))
        painter.drawEllipse(QRectF(left, track.top() + px(3), knob, knob))
        if self.hasFocus():
            painter.setPen(QPen(themes.color(c.text), px(1.5)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = track.adjusted(-1.5, -1.5, 1.5, 1.5)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)
        if self.text():
            painter.setPen(themes.color(c.text if enabled else c.idle))
            gap = width + px(10)
            room = self.rect().adjusted(0 if leftwards else gap, 0, -gap if leftwards else 0, 0)
            side = Qt.AlignmentFlag.AlignRight if leftwards else Qt.AlignmentFlag.AlignLeft
            painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, self.text())


def text(words: str, *, muted: bool = False, selectable: bool = False) -> QLabel:
    """A paragraph of plain text that wraps."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("body", True)
    if muted:
        label.setProperty("muted", True)
    if selectable:
        flags = Qt.TextInteractionFlag
        label.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
    return label


class Trouble(QLabel):
    """What went wrong and what to do; screen readers are told when it comes.

    Without an accessible name: that would be read in place of the words.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        for name in ("body", "alarm"):
            self.setProperty(name, True)
        self.hide()

    def say(self, words: str) -> None:
        """Say this; "" takes it back."""
        self.setText(words)
        self.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))


def heading(words: str, level: int = 1) -> QLabel:
    """A heading, larger (1) or of a group (2)."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("heading", level)
    return label


def button(
    words: str, clicked: Callable[[], object], *, strong: bool = False, link: bool = False
) -> QPushButton:
    """A button; a window has at most one `strong` one, for what most people will want."""
    made = QPushButton(words)
    made.setProperty("strong", strong)
    made.setProperty("link", link)
    made.setAutoDefault(False)
    made.setDefault(strong)
    made.clicked.connect(lambda: clicked())
    return made
