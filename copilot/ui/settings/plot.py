"""A small plot of what was used each day: bars that can be read out, not only seen."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QEvent, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolTip

from copilot.ui import kit
from copilot.ui import theme as themes
from copilot.ui.settings.services import Spending

_tr = QCoreApplication.translate


class Plot(QLabel):  # which screen readers know, unlike a plain widget
    """Bars of tokens for each day; money stands in the words."""

    def __init__(self) -> None:
        super().__init__()
        self._days: tuple[Spending, ...] = ()
        self._currency = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(_tr("Settings", "What was used"))

    def show_days(self, days: tuple[Spending, ...], currency: str) -> None:
        """Show these days, oldest first."""
        self._days, self._currency = days, currency
        self.setAccessibleDescription(self._summary())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Wide, and high enough to compare."""
        line = self.fontMetrics().lineSpacing()
        return QSize(360, line * 7)

    def _summary(self) -> str:
        tokens = sum(day.tokens for day in self._days)
        if not tokens:
            return _tr("Settings", "Nothing was used.")
        money = sum(day.money for day in self._days)
        locale = QLocale()
        said = _tr("Settings", "{tokens} tokens").format(tokens=locale.toString(tokens))
        if money and self._currency:
            amount = locale.toString(money, "f", 2 if money >= 1 else 4)
            said += f" · {self._currency} {amount}"
        return said

    def _words_of(self, day: Spending) -> str:
        locale = QLocale()
        words = f"{_date(day.day)}: "
        words += _tr("Settings", "{tokens} tokens").format(tokens=locale.toString(day.tokens))
        if day.money and self._currency:
            words += f" · {self._currency} {locale.toString(day.money, 'f', 4)}"
        return words

    def _bars(self) -> list[tuple[QRectF, Spending]]:
        line = self.fontMetrics().lineSpacing()
        area = QRectF(0, line * 1.5, self.width(), self.height() - line * 3)
        most = max((day.tokens for day in self._days), default=0)
        if not most:
            return []
        width = area.width() / len(self._days)
        return [
            (
                QRectF(
                    area.left() + index * width + width * 0.15,
                    area.bottom()
                    - max(area.height() * day.tokens / most, 1.5 if day.tokens else 0),
                    width * 0.7,
                    max(area.height() * day.tokens / most, 1.5 if day.tokens else 0),
                ),
                day,
            )
            for index, day in enumerate(self._days)
        ]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sum, the bars, and the first and last day below them."""
        window = self.window()
        theme = window.theme if isinstance(window, kit.Window) else themes.current()
        c = theme.colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(themes.color(c.text))
        line = self.fontMetrics().lineSpacing()
        painter.drawText(
            QRectF(0, 0, self.width(), line), Qt.AlignmentFlag.AlignLeft, self._summary()
        )
        base = self.height() - line * 1.4
        painter.setPen(themes.color(c.card_line))
        painter.drawLine(QPointF(0, base), QPointF(self.width(), base))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(themes.color(c.accent))
        for bar, _ in self._bars():
            painter.drawRoundedRect(bar, 2, 2)
        if self._days:
            painter.setPen(themes.color(c.muted))
            below = QRectF(0, base + 3, self.width(), line)
            first, last = self._days[0].day, self._days[-1].day
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft, _date(first))
            painter.drawText(below, Qt.AlignmentFlag.AlignRight, _date(last))
        if self.hasFocus():
            painter.setPen(themes.color(c.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)

    def event(self, event: QEvent) -> bool:
        """Say what a bar stands for."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            x = event.pos().x()
            found = (day for bar, day in self._bars() if bar.left() <= x <= bar.right())
            day = next(found, None)
            QToolTip.showText(event.globalPos(), self._words_of(day) if day else "", self)
            return True
        return super().event(event)


def _date(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)
