"""What others said, in the person's language: the newest line above the replies, or all of them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from copilot.core.intents import Command, Intent, ShowOriginal
from copilot.core.languages import direction_of
from copilot.core.model import PanelState
from copilot.core.translation_state import IncomingTranslation
from copilot.ui import translation_words as words
from copilot.ui.controls import Paragraph
from copilot.ui.icons import Glyph, paint_glyph
from copilot.ui.messages import said
from copilot.ui.row_list import Row, RowList
from copilot.ui.scroller import Scroller
from copilot.ui.text import TextBlock, plain_tip
from copilot.ui.theme import Theme, color, reading_font

_MOST = 100
"""So many lines are shown at most, the newest ones."""
_LINES = 400
"""Lines of one text: all of it, which is scrolled."""
_SIDE, _PAD, _LEAD = 14, 9, 3

Send = Callable[[Intent], None]


class LineButton(Row):
    """One translated message, painted; a press shows the original or asks for the translation."""

    def __init__(self, parent: QWidget, send: Send) -> None:
        super().__init__(parent)
        self._send = send
        self._line: IncomingTranslation | None = None
        self._block = TextBlock()
        self._original = Paragraph(self)
        self._doubt = Paragraph(self)
        self._alarm_y = 0
        self.clicked.connect(self._act)

    @property
    def line(self) -> IncomingTranslation | None:
        """What is shown."""
        return self._line

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        super().dress(theme)
        self._original.dress(theme.small, theme.colors.text)
        self._doubt.dress(theme.small, theme.colors.text)

    def show_line(self, line: IncomingTranslation) -> None:
        """Show this line."""
        if line == self._line:
            return
        self._line = line
        shown = line.text or words.instead_of_text(line)
        trouble = said(line.trouble or line.doubt)
        self.setAccessibleName(shown if line.text or not trouble else trouble)
        self.setAccessibleDescription(", ".join(words.about_line(line)))
        self._original.show_text(line.original if line.original_shown else "", line.source)
        self._doubt.show_text(trouble)
        self._original.setVisible(bool(self._original.text()))
        self._doubt.setVisible(bool(trouble))
        tip = words.how_to_see_original(line)
        if not line.original_shown and line.text:
            tip = f"{_short(line.original)}\n\n{tip}"
        self.setToolTip(plain_tip(tip) if line.text else plain_tip(_short(line.original)))
        self.update()

    def _act(self) -> None:
        line = self._line
        if line is None:
            return
        if line.text:
            self._send(ShowOriginal(line.key, not line.original_shown))
        elif not line.streaming:
            self._send(Command("translate-now"))

    def lay_out(self, width: int) -> int:
        """Break the texts for this width and return the height of all."""
        theme, line = self._theme, self._line
        if theme is None or line is None:
            return 0
        px = theme.px
        room = width - 2 * px(_SIDE)
        y = px(_PAD)
        if line.text or not line.trouble:
            shown = line.text or words.instead_of_text(line)
            language = line.target if line.text else ""
            font = reading_font(theme.body if line.text else theme.small, shown, language)
            rtl = direction_of(language) == "rtl" if language else None
            self._block.set(shown, font, room, _LINES, rtl=rtl)
            y += round(self._block.height) + px(_LEAD)
        else:
            self._block.set("", theme.body, room, _LINES)
        if self._original.text():
            height = self._original.lay_out(room, _LINES)
            self._original.setGeometry(px(_SIDE), y, room, height)
            y += height + px(_LEAD)
        if self._doubt.text():
            left = px(_SIDE) + px(18)
            height = self._doubt.lay_out(room - px(18), _LINES)
            self._doubt.setGeometry(left, y, room - px(18), height)
            self._alarm_y = y
            y += height + px(_LEAD)
        return y + QFontMetrics(theme.small).height() + px(_PAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, translation and the line about it."""
        theme, line = self._theme, self._line
        if theme is None or line is None:
            return
        colors, px = theme.colors, theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(colors.skeleton if self.underMouse() else colors.quiet))
        painter.drawRoundedRect(QRectF(self.rect()), px(10), px(10))
        at = QPointF(px(_SIDE), px(_PAD))
        self._block.paint(painter, at, color(colors.text if line.text else colors.muted))
        if line.streaming and line.text:
            end = self._block.end().translated(at)
            painter.fillRect(
                QRectF(end.x() + 1, end.y() + 1, px(2), end.height() - 2), color(colors.accent)
            )
        if self._doubt.text():
            area = QRectF(px(_SIDE), self._alarm_y + px(1), px(13), px(13))
            paint_glyph(painter, Glyph.ALERT, area, color(colors.busy))
        self._paint_about(painter, theme, line)

    def _paint_about(self, painter: QPainter, theme: Theme, line: IncomingTranslation) -> None:
        about = " · ".join(words.about_line(line))
        painter.setFont(theme.small)
        painter.setPen(color(theme.colors.muted))
        room = self.rect().adjusted(theme.px(_SIDE), 0, -theme.px(_SIDE), -theme.px(_PAD))
        metrics = QFontMetrics(theme.small)
        shown = metrics.elidedText(about, Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignLeft
        if line.text and direction_of(line.target) == "rtl":
            side = Qt.AlignmentFlag.AlignRight
        painter.drawText(room, side | Qt.AlignmentFlag.AlignBottom, shown)


def _short(text: str) -> str:
    """As much as a tool tip can hold; the whole stands below the line when it is pressed."""
    return text if len(text) <= 600 else f"{text[:600]}…"


class Heard(QWidget):
    """The newest translated message beside suggestions; in its own section all of them."""

    def __init__(self, parent: QWidget, send: Send) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._scroller = Scroller(self)
        self._lines = RowList(self, words.word("lines"), lambda parent: LineButton(parent, send))
        self._scroller.hold(self._lines, self._lines.lay_out)
        self._alone = False
        self._empty = True

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._theme = theme
        self._scroller.dress(theme)
        self._lines.dress(theme)

    def show_state(self, state: PanelState) -> None:
        """Show the lines of this state."""
        self._alone = state.section == "translation"
        lines = state.translation.incoming if words.is_shown(state) else ()
        lines = lines[: _MOST if self._alone else 1]
        self._empty = not lines
        for row, line in zip(self._lines.show_rows(len(lines)), lines, strict=True):
            row.show_line(line)

    def lay_out(self, width: int, max_lines: int) -> int:
        """As high as its lines, up to a bound that grows with `max_lines`; 0 without any."""
        if self._theme is None or self._empty:
            return 0
        most = self._theme.px(72 * max_lines + 24)
        if not self._alone:
            line = QFontMetrics(self._theme.body).lineSpacing()
            most = self._theme.px(_PAD) + (max_lines + 1) * line
        height = self._scroller.lay_out(width, most)
        self._scroller.setGeometry(0, 0, width, height)
        return height
