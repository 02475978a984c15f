"""Paints the rows of a list in two lines each, and marks in them what was looked for."""

from __future__ import annotations

import re
from unicodedata import bidirectional

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetrics,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from copilot.core.unseen import visible
from copilot.ui import theme as themes
from copilot.ui.history.rows import Role, Row
from copilot.ui.theme import Theme, color

_Index = QModelIndex | QPersistentModelIndex
_AHEAD = 24
"""So many characters are shown before what was found in a long text."""
_MOST = 400
"""So many characters of a text are laid out."""


def pattern(wanted: str) -> re.Pattern[str] | None:
    """Finds the words of what was looked for; None without any."""
    words = sorted(set(wanted.split()), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, words)), re.IGNORECASE) if words else None


def excerpt(text: str, wanted: re.Pattern[str] | None) -> str:
    """The part of a text in one line, in which what was looked for comes early."""
    found = wanted.search(text) if wanted is not None else None
    begin = max(0, found.start() - _AHEAD) if found is not None else 0
    part = " ".join(visible(text[begin : begin + _MOST]).split())
    return f"… {part}" if begin else part


class LinesDelegate(QStyledItemDelegate):
    """Paints rows; the chosen one has a bar at its side, what was found a line below it."""

    def __init__(self, parent: QListView, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme
        self._wanted: re.Pattern[str] | None = None

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._theme = theme

    def mark(self, wanted: re.Pattern[str] | None) -> None:
        """Mark this wherever it stands."""
        self._wanted = wanted

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Two lines high; as wide as the list."""
        theme = self._theme
        lines = QFontMetrics(theme.body).height() + QFontMetrics(theme.small).height()
        return QSize(theme.px(120), lines + theme.px(21))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint ground, bar and lines."""
        row = index.data(Role.ROW)
        if not isinstance(row, Row):
            return
        theme, px = self._theme, self._theme.px
        area: QRect = getattr(option, "rect")  # noqa: B009 - the stubs lack what Qt has
        state: QStyle.StateFlag = getattr(option, "state")  # noqa: B009
        direction: Qt.LayoutDirection = getattr(option, "direction")  # noqa: B009
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = area.adjusted(px(4), px(2), -px(4), -px(2))
        self._paint_ground(painter, ground, state, direction)
        inner = ground.adjusted(px(12), px(6), -px(12), -px(6))
        upper = QRect(inner.topLeft(), QSize(inner.width(), QFontMetrics(theme.small).height()))
        lower = QRect(inner)
        lower.setTop(upper.bottom() + px(3))
        # Isolated: a date must not turn round among letters of the other direction.
        when = f"\u2066{row.when}\u2069" if row.when else ""
        end = " · ".join(filter(None, (row.note, when)))
        metrics = QFontMetrics(theme.small)
        width = min(metrics.horizontalAdvance(end) + px(4), upper.width() * 2 // 3)
        at_end = QStyle.visualRect(
            direction, upper, QRect(upper.right() - width + 1, upper.top(), width, upper.height())
        )
        at_begin = QStyle.visualRect(
            direction,
            upper,
            QRect(upper.left(), upper.top(), upper.width() - width - px(8), upper.height()),
        )
        right = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignRight)
        painter.setFont(theme.small)
        painter.setPen(color(theme.colors.muted))
        elided = metrics.elidedText(end, Qt.TextElideMode.ElideRight, width)
        painter.drawText(at_end, int(right | Qt.AlignmentFlag.AlignVCenter), elided)
        title = excerpt(row.title, None)
        sides = (direction, _direction_of(title, direction))
        self._paint_text(painter, at_begin, title, theme.strong, sides, None)
        text, towards = excerpt(row.text, self._wanted), direction
        if row.result:
            text = becomes(text, excerpt(row.result, self._wanted), direction)
        else:
            towards = _direction_of(text, direction)
        self._paint_text(painter, lower, text, theme.body, (direction, towards), self._wanted)
        painter.restore()

    def _paint_ground(
        self,
        painter: QPainter,
        ground: QRect,
        state: QStyle.StateFlag,
        direction: Qt.LayoutDirection,
    ) -> None:
        theme, px = self._theme, self._theme.px
        painter.setPen(Qt.PenStyle.NoPen)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(color(theme.colors.marked if chosen else theme.colors.hover))
            painter.drawRoundedRect(ground, px(8), px(8))
        if chosen:
            painter.setBrush(color(theme.colors.marked_line))
            bar = QRect(ground.left(), ground.top() + px(8), px(3), ground.height() - px(16))
            painter.drawRoundedRect(QStyle.visualRect(direction, ground, bar), 1.5, 1.5)
        focus = QStyle.StateFlag.State_HasFocus
        if state & focus and state & QStyle.StateFlag.State_KeyboardFocusChange:
            painter.setPen(color(theme.colors.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground, px(8), px(8))

    def _paint_text(
        self,
        painter: QPainter,
        area: QRect,
        text: str,
        font: QFont,
        sides: tuple[Qt.LayoutDirection, Qt.LayoutDirection],
        wanted: re.Pattern[str] | None,
    ) -> None:
        """`sides` are the directions of the window, which sets the side, and of the text."""
        if not text:
            return
        fitting = themes.reading_font(font, text)
        shown = QFontMetrics(fitting).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        layout = QTextLayout(shown, fitting)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setTextDirection(sides[1])
        leading = QStyle.visualAlignment(sides[0], Qt.AlignmentFlag.AlignLeft)
        option.setAlignment(leading)
        layout.setTextOption(option)
        layout.setFormats(self._marks(shown, wanted))
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(area.width())
        layout.endLayout()
        painter.setPen(color(self._theme.colors.text))
        top = area.top() + max(0.0, (area.height() - line.height()) / 2)
        layout.draw(painter, QPointF(area.left(), top))

    def _marks(self, text: str, wanted: re.Pattern[str] | None) -> list[QTextLayout.FormatRange]:
        marks: list[QTextLayout.FormatRange] = []
        for found in wanted.finditer(text) if wanted is not None else ():
            mark = QTextLayout.FormatRange()
            # Qt counts UTF-16 units.
            mark.start = _units(text[: found.start()])
            mark.length = _units(found[0])
            mark.format = found_format(self._theme)
            marks.append(mark)
        return marks


def found_format(theme: Theme) -> QTextCharFormat:
    """How what was found looks: bold and underlined as well, for whoever sees no colours."""
    form = QTextCharFormat()
    form.setFontWeight(QFont.Weight.Bold)
    form.setForeground(color(theme.colors.accent))
    form.setBackground(color(theme.colors.marked))
    form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
    return form


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def becomes(text: str, result: str, direction: Qt.LayoutDirection) -> str:
    """What something became, each isolated: they may be written in opposite directions."""
    arrow = "→" if direction is Qt.LayoutDirection.LeftToRight else "←"
    return f"\u2068{text}\u2069  {arrow}  \u2068{result}\u2069"


def _direction_of(text: str, otherwise: Qt.LayoutDirection) -> Qt.LayoutDirection:
    """Right to left or not is decided by each text itself, by its first strong character."""
    strong = next((d for c in text if (d := bidirectional(c)) in ("L", "R", "AL")), "")
    if not strong:
        return otherwise
    return Qt.LayoutDirection.LeftToRight if strong == "L" else Qt.LayoutDirection.RightToLeft
