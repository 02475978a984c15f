"""The panel's plain parts: a label that ends with an ellipsis, flat buttons, a status dot."""

from __future__ import annotations

import math
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from copilot.core.languages import direction_of
from copilot.ui.icons import Glyph, paint_glyph
from copilot.ui.text import TextBlock, plain_tip
from copilot.ui.theme import Theme, color, reading_font


class Label(QLabel):
    """One line of text, shortened with an ellipsis where it is narrow."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._base = self.font()
        self._ink = "#000000"

    def dress(self, font: QFont, ink: str) -> None:
        """Use this font and colour."""
        self._ink = ink
        self._base = font
        self.setFont(reading_font(font, self.text()))
        self.update()

    def show_text(self, text: str) -> None:
        """Set the text, if it differs."""
        if text != self.text():
            self.setText(text)
            self.setFont(reading_font(self._base, text))

    def wanted_width(self) -> int:
        """The width of the whole text in logical pixels."""
        return QFontMetrics(self.font()).horizontalAdvance(self.text()) + 1

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, shortened if need be."""
        painter = QPainter(self)
        painter.setPen(color(self._ink))
        shown = QFontMetrics(self.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), int(self.alignment()), shown)


class Paragraph(QLabel):
    """Text of several lines that breaks even long addresses."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._block = TextBlock()
        self._base = self.font()
        self._ink = self._faint = "#000000"
        self._language = ""
        self._stable: int | None = None

    def dress(self, font: QFont, ink: str, faint: str = "") -> None:
        """Use this font and colour, and the fainter one for what may still change."""
        self._ink, self._faint = ink, faint or ink
        self._base = font
        self.setFont(reading_font(font, self.text(), self._language))
        self.update()

    def show_text(self, text: str, language: str = "", stable: int | None = None) -> None:
        """Set the text, if it differs; its language is a tag, "" where it is not known.

        The characters after the first `stable` ones may still change.
        """
        if (text, language, stable) != (self.text(), self._language, self._stable):
            self._language, self._stable = language, stable
            self.setText(text)
            self.setFont(reading_font(self._base, text, language))
            self.update()

    def lay_out(self, width: int, max_lines: int = 6) -> int:
        """Break the text for this width and return its height; 0 if there is none."""
        if not self.text():
            return 0
        rtl = direction_of(self._language) == "rtl" if self._language else None
        faint = None if self._stable is None else (self._stable, color(self._faint))
        self._block.set(self.text(), self.font(), width, max_lines, rtl=rtl, faint=faint)
        self.setToolTip(plain_tip(self.text()) if self._block.elided else "")
        return math.ceil(self._block.height)

    @property
    def line_height(self) -> float:
        """The height of a line, once the text has been laid out."""
        return self._block.line_height

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines."""
        self._block.paint(QPainter(self), QPointF(0, 0), color(self._ink))


class Sign(StrEnum):
    """How the state's dot is shaped, so that its colour is not all that tells it."""

    FULL = "full"
    RING = "ring"
    BARS = "bars"
    WEDGE = "wedge"


class Dot(QWidget):
    """The state in one colour and shape; its accessible name says it in words."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ink = "#000000"
        self._sign = Sign.FULL

    def show_state(self, ink: str, sign: Sign, words: str) -> None:
        """Show this colour and shape and say these words."""
        if words != self.accessibleName():
            self.setAccessibleName(words)
            self.setToolTip(words)
        if (ink, sign) != (self._ink, self._sign):
            self._ink, self._sign = ink, sign
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(self._ink))
        side = min(self.width(), self.height())
        area = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        match self._sign:
            case Sign.FULL:
                painter.drawEllipse(area)
            case Sign.RING:
                width = side / 4
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(color(self._ink), width))
                painter.drawEllipse(area.adjusted(width / 2, width / 2, -width / 2, -width / 2))
            case Sign.BARS:
                bar = side * 0.34
                painter.drawRect(QRectF(area.left(), area.top(), bar, side))
                painter.drawRect(QRectF(area.right() - bar, area.top(), bar, side))
            case Sign.WEDGE:
                top = QPointF(area.center().x(), area.top())
                painter.drawPolygon([top, area.bottomLeft(), area.bottomRight()])


class Look(StrEnum):
    """How a flat button is drawn."""

    PLAIN = "plain"
    TAB = "tab"
    STRONG = "strong"
    GLYPH = "glyph"
    CHIP = "chip"
    """With an outline, which is stronger while it is checked."""


class FlatButton(QPushButton):
    """A button that never takes the keyboard: the chat keeps it."""

    def __init__(self, parent: QWidget, look: Look, glyph: Glyph | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._glyph = glyph
        self._theme: Theme | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._theme = theme
        self.setFont(theme.small if self._look in (Look.PLAIN, Look.CHIP) else theme.strong)
        self.update()

    def say(self, label: str, help_text: str = "") -> None:
        """The label, which is also the accessible name, and what a tool tip adds."""
        if self._glyph is not None and self._look is Look.GLYPH:
            self.setAccessibleName(label)
            self.setToolTip(f"{label}\n{help_text}".strip())
            self.setAccessibleDescription(help_text)  # or they would hear the label twice
            return
        if label != self.text():
            self.setText(label)
        self.setToolTip(help_text)

    def show_glyph(self, glyph: Glyph) -> None:
        """Draw another one."""
        if glyph is not self._glyph:
            self._glyph = glyph
            self.update()

    def sizeHint(self) -> QSize:
        """The size that fits the label."""
        if self._theme is None:
            return super().sizeHint()
        px = self._theme.px
        metrics = QFontMetrics(self.font())
        if self._look is Look.GLYPH:
            return QSize(px(26), px(26))
        glyph = px(17) if self._glyph is not None else 0
        return QSize(
            metrics.horizontalAdvance(self.text()) + glyph + 2 * px(9),
            metrics.height() + 2 * px(5),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the label or glyph on a quiet ground."""
        theme = self._theme
        if theme is None:
            return
        colors, px = theme.colors, theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = self._look is Look.STRONG
        ground = colors.accent if strong else colors.quiet
        if strong or self.isChecked() or self.isDown() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color(ground, 0.9 if strong and self.underMouse() else 1.0))
            painter.drawRoundedRect(QRectF(self.rect()), px(7), px(7))
        if self._look is Look.CHIP:
            self._paint_chip(painter, theme)
        if strong:
            ink = colors.on_accent
        elif self.isChecked() or self.underMouse():
            ink = colors.text
        else:
            ink = colors.muted
        left = 0
        if self._glyph is not None:
            side = px(14)
            x = (self.width() - side) / 2 if self._look is Look.GLYPH else px(8)
            area = QRectF(QPointF(x, (self.height() - side) / 2), QPointF(0, 0))
            area.setSize(QSize(side, side).toSizeF())
            paint_glyph(painter, self._glyph, area, color(ink))
            left = px(17)
        painter.setPen(color(ink))
        room = self.rect().adjusted(left, 0, 0, 0)
        label = QFontMetrics(self.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width() - px(8)
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, label)

    def _paint_chip(self, painter: QPainter, theme: Theme) -> None:
        colors, px = theme.colors, theme.px
        line = colors.marked_line if self.isChecked() else colors.card_line
        if self.isChecked():
            ground = colors.marked
        else:
            ground = colors.hover if self.underMouse() else colors.card
        painter.setPen(QPen(color(line), 1.0))
        painter.setBrush(color(ground))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, px(9), px(9))
        painter.setPen(Qt.PenStyle.NoPen)
