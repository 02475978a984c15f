"""The application's icon and the small glyphs, drawn so that they are sharp at any scale."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from copilot.ui.app_icon import ICON_SIZES, Mood

_BLUE = QColor("#2c66d8")
_GREY = QColor("#79828f")
_AMBER = QColor("#f0a92b")
_RED = QColor("#e0443b")
_WHITE = QColor("#ffffff")


def draw_app_icon(mood: Mood) -> QIcon:
    """The icon in every size that trays and window lists ask for."""
    icon = QIcon()
    for size in ICON_SIZES:
        icon.addPixmap(_pixmap(size, mood))
    return icon


def _pixmap(size: int, mood: Mood) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 32, size / 32)
    _paint_app(painter, mood)
    painter.end()
    return pixmap


def _paint_app(painter: QPainter, mood: Mood) -> None:
    """A speech bubble with a waiting caret in it, on a 32 × 32 field."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_GREY if mood is Mood.PAUSED else _BLUE)
    bubble = QPainterPath()
    bubble.addRoundedRect(QRectF(1.5, 2.5, 29, 22), 7.5, 7.5)
    tail = QPainterPath(QPointF(7, 22))
    tail.lineTo(7, 30.5)
    tail.lineTo(15.5, 23)
    tail.closeSubpath()
    painter.drawPath(bubble.united(tail))
    painter.setBrush(_WHITE)
    match mood:
        case Mood.PAUSED:
            painter.drawRoundedRect(QRectF(11, 8.5, 3.4, 10), 1.2, 1.2)
            painter.drawRoundedRect(QRectF(17.6, 8.5, 3.4, 10), 1.2, 1.2)
        case Mood.THINKING:
            for x in (9.0, 16.0, 23.0):
                painter.drawEllipse(QPointF(x, 13.5), 2.3, 2.3)
        case _:
            painter.drawRoundedRect(QRectF(7.5, 8, 3, 11), 1.3, 1.3)
            painter.drawRoundedRect(QRectF(13.5, 9.3, 11.5, 2.8), 1.3, 1.3)
            painter.drawRoundedRect(QRectF(13.5, 15, 7.5, 2.8), 1.3, 1.3)
    dot = {Mood.THINKING: _AMBER, Mood.ATTENTION: _RED}.get(mood)
    if dot is not None:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
        painter.drawEllipse(QPointF(25.5, 24.5), 7, 7)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setBrush(dot)
        painter.drawEllipse(QPointF(25.5, 24.5), 5.5, 5.5)


class Glyph(StrEnum):
    """Small line drawings on buttons and in the foot."""

    SHIELD = "shield"
    REFRESH = "refresh"
    CLOSE = "close"
    MORE = "more"
    COPY = "copy"
    DONE = "done"
    UNDO = "undo"
    SWAP = "swap"
    ALERT = "alert"
    PIN = "pin"
    PINNED = "pinned"
    PENCIL = "pencil"
    BACK = "back"
    STOP = "stop"
    WINDOW = "window"


def paint_glyph(painter: QPainter, glyph: Glyph, area: QRectF, ink: QColor) -> None:
    """Paint a glyph into the square `area`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(area.topLeft())
    painter.scale(area.width() / 16, area.height() / 16)
    pen = QPen(ink, 1.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match glyph:
        case Glyph.SHIELD:
            path = QPainterPath(QPointF(8, 1.5))
            path.lineTo(13.5, 3.5)
            path.lineTo(13.5, 7.5)
            path.cubicTo(13.5, 11, 11, 13.3, 8, 14.5)
            path.cubicTo(5, 13.3, 2.5, 11, 2.5, 7.5)
            path.lineTo(2.5, 3.5)
            path.closeSubpath()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawPath(path)
        case Glyph.REFRESH:
            painter.drawArc(QRectF(2.7, 3.1, 10.6, 10.6), 32 * 16, 300 * 16)
            painter.drawPolyline([QPointF(12.8, 1.9), QPointF(12.8, 5.6), QPointF(9.1, 5.6)])
        case Glyph.CLOSE:
            painter.drawLine(QPointF(4.2, 4.2), QPointF(11.8, 11.8))
            painter.drawLine(QPointF(11.8, 4.2), QPointF(4.2, 11.8))
        case Glyph.MORE:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            for x in (3.2, 8.0, 12.8):
                painter.drawEllipse(QPointF(x, 8), 1.3, 1.3)
        case Glyph.COPY:
            painter.drawRoundedRect(QRectF(5.5, 5.5, 8, 8.5), 1.6, 1.6)
            painter.drawPolyline(
                [QPointF(10.5, 2.2), QPointF(3.4, 2.2), QPointF(2.4, 3.2), QPointF(2.4, 10.5)]
            )
        case Glyph.DONE:
            painter.drawPolyline([QPointF(2.8, 8.6), QPointF(6.4, 12.2), QPointF(13.2, 4.2)])
        case Glyph.UNDO:
            path = QPainterPath(QPointF(3, 6))
            path.lineTo(9.5, 6)
            path.cubicTo(14.6, 6, 14.6, 13, 9.5, 13)
            path.lineTo(6, 13)
            painter.drawPath(path)
            painter.drawPolyline([QPointF(6, 3), QPointF(3, 6), QPointF(6, 9)])
        case Glyph.SWAP:
            painter.drawLine(QPointF(2.5, 5.2), QPointF(13.2, 5.2))
            painter.drawPolyline([QPointF(10.6, 2.6), QPointF(13.2, 5.2), QPointF(10.6, 7.8)])
            painter.drawLine(QPointF(13.5, 10.8), QPointF(2.8, 10.8))
            painter.drawPolyline([QPointF(5.4, 8.2), QPointF(2.8, 10.8), QPointF(5.4, 13.4)])
        case Glyph.ALERT:
            painter.drawPolygon([QPointF(8, 2.2), QPointF(14.2, 13.2), QPointF(1.8, 13.2)])
            painter.drawLine(QPointF(8, 6.6), QPointF(8, 9.4))
            painter.drawPoint(QPointF(8, 11.4))
        case Glyph.PIN | Glyph.PINNED:
            if glyph is Glyph.PINNED:
                painter.setBrush(ink)
            else:  # leaning, as one that holds nothing yet
                painter.translate(8, 8)
                painter.rotate(40)
                painter.translate(-8, -8)
            painter.drawPolygon(
                [
                    *(QPointF(5.9, 2.2), QPointF(10.1, 2.2), QPointF(9.6, 6.4)),
                    *(QPointF(11.8, 9.2), QPointF(4.2, 9.2), QPointF(6.4, 6.4)),
                ]
            )
            painter.drawLine(QPointF(8, 9.4), QPointF(8, 13.8))
        case Glyph.PENCIL:
            painter.drawPolygon(
                [
                    *(QPointF(2.6, 13.4), QPointF(3.4, 10.2), QPointF(10.6, 3)),
                    *(QPointF(13, 5.4), QPointF(5.8, 12.6)),
                ]
            )
            painter.drawLine(QPointF(8.9, 4.7), QPointF(11.3, 7.1))
        case Glyph.BACK:
            painter.drawPolyline([QPointF(9.8, 3.2), QPointF(5, 8), QPointF(9.8, 12.8)])
        case Glyph.WINDOW:
            painter.drawPolyline(
                [
                    *(QPointF(6.6, 3.2), QPointF(2.8, 3.2), QPointF(2.8, 13.2)),
                    *(QPointF(12.8, 13.2), QPointF(12.8, 9.4)),
                ]
            )
            painter.drawLine(QPointF(7.4, 8.6), QPointF(13.2, 2.8))
            painter.drawPolyline([QPointF(9.6, 2.8), QPointF(13.2, 2.8), QPointF(13.2, 6.4)])
        case Glyph.STOP:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawRoundedRect(QRectF(3.6, 3.6, 8.8, 8.8), 1.6, 1.6)
    painter.restore()
