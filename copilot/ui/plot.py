"""Small plots of numbers: columns over days, and bars with names. Read out, not only seen.

Each tells its sum in words; the arrow keys go from bar to bar, and each is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip

from copilot.ui import kit
from copilot.ui import theme as themes
from copilot.ui.theme import Theme

_LEAST = 1.5
"""So many pixels has what is not nothing."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One value: its short name, how large it is, what is told of it; `short` stands behind it."""

    name: str
    value: float
    words: str
    short: str = ""


class Plot(QLabel):  # which screen readers know, unlike a plain widget
    """What both kinds share: the words above, the bar that is chosen, and what is told of it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.bars: tuple[Bar, ...] = ()
        self.summary = ""
        self.chosen = -1
        self.setAccessibleName(name)
        self.setProperty("body", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_bars(self, bars: Sequence[Bar], summary: str) -> None:
        """Show these; `summary` is all of them in words."""
        self.bars, self.summary, self.chosen = tuple(bars), summary, -1
        self._tell()
        self.updateGeometry()
        self.update()

    @property
    def told(self) -> str:
        """What stands above: of the chosen bar, or of all."""
        return self.bars[self.chosen].words if 0 <= self.chosen < len(self.bars) else self.summary

    def areas(self) -> list[QRectF]:
        """Where the bars are."""
        raise NotImplementedError

    def at(self, point: QPointF) -> int:
        """The bar at this place, -1 for none."""
        raise NotImplementedError

    def theme(self) -> Theme:
        """The theme of its window."""
        window = self.window()
        return window.theme if isinstance(window, kit.Window) else themes.current()

    def leftwards(self) -> bool:
        """Whether it is read from the right."""
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def choose(self, number: int) -> None:
        """Choose a bar, -1 for none."""
        if number != self.chosen:
            self.chosen = number
            self._tell()
            self.update()

    def _tell(self) -> None:
        self.setAccessibleDescription(self.told)
        event = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        QAccessible.updateAccessibility(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from bar to bar."""
        forwards = Qt.Key.Key_Left if self.leftwards() else Qt.Key.Key_Right
        backwards = Qt.Key.Key_Right if self.leftwards() else Qt.Key.Key_Left
        last = len(self.bars) - 1
        if event.key() in (forwards, Qt.Key.Key_Down):
            self.choose(min(last, self.chosen + 1))
        elif event.key() in (backwards, Qt.Key.Key_Up):
            self.choose(max(min(0, last), self.chosen - 1))
        elif event.key() == Qt.Key.Key_Home:
            self.choose(min(0, last))
        elif event.key() == Qt.Key.Key_End:
            self.choose(last)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell of the bar that is clicked."""
        self.choose(self.at(event.position()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell of all again."""
        super().focusOutEvent(event)
        self.choose(-1)

    def event(self, event: QEvent) -> bool:
        """Say what a bar stands for."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            number = self.at(QPointF(event.pos()))
            words = self.bars[number].words if number >= 0 else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def paint_focus(self, painter: QPainter, theme: Theme) -> None:
        """Say that it has the keyboard."""
        if self.hasFocus():
            painter.setPen(themes.color(theme.colors.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def paint_bars(self, painter: QPainter, theme: Theme) -> None:
        """Paint them; the chosen one has a frame as well."""
        c = theme.colors
        for number, bar in enumerate(self.areas()):
            chosen = number == self.chosen
            painter.setPen(QPen(themes.color(c.text), 1.5) if chosen else Qt.PenStyle.NoPen)
            painter.setBrush(themes.color(c.marked_line if chosen else c.accent))
            painter.drawRoundedRect(bar, 2, 2)


class DayPlot(Plot):
    """Columns from the oldest day to the newest."""

    def sizeHint(self) -> QSize:
        """Wide, and high enough to compare."""
        return QSize(320, self.fontMetrics().lineSpacing() * 7)

    def areas(self) -> list[QRectF]:
        """Where the columns stand."""
        line = self.fontMetrics().lineSpacing()
        room = QRectF(1, line * 1.5, self.width() - 2, self.height() - line * 3)
        most = max((bar.value for bar in self.bars), default=0)
        width = room.width() / max(1, len(self.bars))
        found: list[QRectF] = []
        for number, bar in enumerate(self.bars):
            height = max(room.height() * bar.value / most, _LEAST) if bar.value > 0 else 0.0
            at = len(self.bars) - 1 - number if self.leftwards() else number
            left = room.left() + (at + 0.15) * width
            found.append(QRectF(left, room.bottom() - height, width * 0.7, height))
        return found

    def at(self, point: QPointF) -> int:
        """The day at this place, whatever its column's height."""
        found = (n for n, bar in enumerate(self.areas()) if bar.left() <= point.x() <= bar.right())
        return next(found, -1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is told, the columns, and the first and last name below them."""
        theme = self.theme()
        c = theme.colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(themes.color(c.text))
        line = self.fontMetrics().lineSpacing()
        begin, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if self.leftwards():
            begin, end = end, begin
        painter.drawText(QRectF(4, 0, self.width() - 8, line), begin, self.told)
        base = self.height() - line * 1.4
        painter.setPen(themes.color(c.card_line))
        painter.drawLine(QPointF(0, base), QPointF(self.width(), base))
        self.paint_bars(painter, theme)
        if self.bars:
            painter.setPen(themes.color(c.muted))
            below = QRectF(4, base + 3, self.width() - 8, line)
            painter.drawText(below, begin, self.bars[0].name)
            painter.drawText(below, end, self.bars[-1].name)
        self.paint_focus(painter, theme)


class RankPlot(Plot):
    """Bars below each other, each with its name before it and its value in words behind."""

    def sizeHint(self) -> QSize:
        """As high as the bars."""
        return QSize(320, round(self._line() * (len(self.bars) + 0.2)))

    def minimumSizeHint(self) -> QSize:
        """All of them are shown."""
        return QSize(200, self.sizeHint().height())

    def _line(self) -> float:
        return self.fontMetrics().lineSpacing() * 1.5

    def _room(self) -> QRectF:
        """What the bars share, between names and values."""
        names = self.width() * 0.28
        values = self.width() * 0.36
        left = values if self.leftwards() else names
        return QRectF(left, 0, self.width() - names - values, 0)

    def areas(self) -> list[QRectF]:
        """Where the bars are."""
        room, line = self._room(), self._line()
        most = max((bar.value for bar in self.bars), default=0)
        found: list[QRectF] = []
        for number, bar in enumerate(self.bars):
            width = max(room.width() * bar.value / most, _LEAST) if bar.value > 0 else 0.0
            left = room.right() - width if self.leftwards() else room.left()
            found.append(QRectF(left, room.top() + (number + 0.22) * line, width, line * 0.56))
        return found

    def at(self, point: QPointF) -> int:
        """The bar of this line."""
        number = int(point.y() // self._line())
        return number if 0 <= number < len(self.bars) else -1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint names, bars and values; they are their own words."""
        theme = self.theme()
        c, line, room = theme.colors, self._line(), self._room()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        flags = Qt.AlignmentFlag
        begin = flags.AlignRight if self.leftwards() else flags.AlignLeft
        self.paint_bars(painter, theme)
        metrics = QFontMetrics(self.font())
        for number, bar in enumerate(self.bars):
            top = line * number
            before = QRectF(4, top, room.left() - 12, line)
            behind = QRectF(room.right() + 8, top, self.width() - room.right() - 12, line)
            name, value = (behind, before) if self.leftwards() else (before, behind)
            for words, area, ink in ((bar.name, name, c.text), (bar.short, value, c.muted)):
                painter.setPen(themes.color(ink))
                right = Qt.TextElideMode.ElideRight
                shown = metrics.elidedText(words, right, round(area.width()))
                painter.drawText(area, begin | flags.AlignVCenter, shown)
        self.paint_focus(painter, theme)
