"""The practice chat's message list: one label per message, bubbles left and right."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from copilot.ui.text import TextBlock
from copilot.ui.theme import Theme, color, reading_font

_ALL_LINES = 10_000


class Bubble(QLabel):
    """One message. Its text is exactly what was written; screen readers hear who and when."""

    def __init__(self, parent: QWidget, theme: Theme, text: str, *, mine: bool) -> None:
        super().__init__(parent)
        self._theme = theme
        self._block = TextBlock()
        self.mine = mine
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._theme = theme
        self.update()

    def lay_out(self, room: int) -> QSize:
        """The size of the bubble when `room` pixels of width are free for it."""
        px = self._theme.px
        font = reading_font(self._theme.body, self.text())
        self._block.set(self.text(), font, room - 2 * px(13), _ALL_LINES)
        # Once more in its own width: a right-to-left text stands at the right edge.
        width = math.ceil(self._block.width) + 1
        self._block.set(self.text(), font, width, _ALL_LINES)
        return QSize(width + 2 * px(13), math.ceil(self._block.height) + 2 * px(8))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bubble and its text."""
        colors, px = self._theme.colors, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(colors.mine if self.mine else colors.quiet))
        painter.drawRoundedRect(QRectF(self.rect()), px(15), px(15))
        # The corner next to its author is nearly square.
        side = px(15)
        x = self.width() - side if self.mine else 0
        corner = QRectF(x, self.height() / 2, side, self.height() / 2)
        painter.drawRoundedRect(corner, px(4), px(4))
        ink = color(colors.on_mine if self.mine else colors.text)
        self._block.paint(painter, QPointF(px(13), px(8)), ink)


class MessageList(QScrollArea):
    """Messages from top to bottom, scrolled to the newest."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[tuple[Bubble, QLabel]] = []
        self._inside = QWidget()
        self._inside.setAccessibleName(title)
        self.setAccessibleName(title)
        self.setWidget(self._inside)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._scroll_down)
        self.dress(theme)

    def add(self, sender: str, text: str, at: str, *, mine: bool) -> None:
        """Append a message; `at` is its time as shown, e.g. "14:03"."""
        bubble = Bubble(self._inside, self._theme, text, mine=mine)
        bubble.setAccessibleName(f"{sender}, {at}: {text}")
        time = QLabel(at, self._inside)
        time.setAccessibleName(at)
        self._rows.append((bubble, time))
        self._dress_time(time)
        self._arrange()
        bubble.show()
        time.show()

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._theme = theme
        palette = self.palette()
        palette.setColor(palette.ColorRole.Window, color(theme.colors.window))
        for widget in (self, self._inside):
            widget.setPalette(palette)
        self._inside.setAutoFillBackground(True)
        for bubble, time in self._rows:
            bubble.dress(theme)
            self._dress_time(time)
        self._arrange()

    def _dress_time(self, time: QLabel) -> None:
        time.setFont(self._theme.small)
        palette = time.palette()
        palette.setColor(palette.ColorRole.WindowText, color(self._theme.colors.muted))
        time.setPalette(palette)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        px, width = self._theme.px, self.viewport().width()
        edge, y = px(18), px(16)
        time_height = QFontMetrics(self._theme.small).height()
        for bubble, time in self._rows:
            size = bubble.lay_out(round(width * 0.72))
            x = width - edge - size.width() if bubble.mine else edge
            bubble.setGeometry(x, y, size.width(), size.height())
            y += size.height() + px(3)
            hint = time.sizeHint().width() + px(2)
            x = width - edge - hint - px(4) if bubble.mine else edge + px(6)
            time.setGeometry(x, y, hint, time_height)
            y += time_height + px(10)
        self._inside.resize(width, max(y, self.viewport().height()))

    def _scroll_down(self, _low: int, high: int) -> None:
        self.verticalScrollBar().setValue(high)
