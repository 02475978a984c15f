"""A frameless rounded window that floats above others and never takes the keyboard."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMarginsF, QPoint, QRect, QRectF, QSize, Qt, QTimer, Slot
from PySide6.QtGui import (
    QColor,
    QMoveEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QMainWindow

from copilot.ui.compositor import can_fade, compositing, send_now, take_clicks_in
from copilot.ui.theme import Theme, color

_RADIUS = 13
_PLAIN_RADIUS = 8
"""Without a compositor the corners are cut from whole pixels: small ones look cleaner."""
_SHADOW = 22
_DROP = 4
"""The light comes from above: the shadow lies this much lower than the window."""


class Surface(QMainWindow):
    """The window; what is on it lies inside `body()`.

    A main window, because only that is a window for screen readers; its layout is not used.
    """

    def __init__(self, theme: Theme, blends: Callable[[], bool] = compositing) -> None:
        super().__init__(
            None,
            Qt.WindowType.Tool
            | Qt.WindowType.FramelessWindowHint
            | Qt.WindowType.WindowStaysOnTopHint
            | Qt.WindowType.WindowDoesNotAcceptFocus
            | Qt.WindowType.NoDropShadowWindowHint,
        )
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        # Qt shows tool tips for active windows only, and this one never is.
        self.setAttribute(Qt.WidgetAttribute.WA_AlwaysShowToolTips)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._theme = theme
        self._can_blend = blends
        self._blends = False
        self._shadow = QPixmap()
        self._wanted: QPoint | None = None
        self._wanted_size: QSize | None = None
        self._place = QRect()
        self._opacity = 1.0

    @property
    def theme(self) -> Theme:
        """What it is painted with."""
        return self._theme

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._theme = theme
        self._shadow = QPixmap()
        self.update()

    def look_for_compositor(self) -> bool:
        """Choose between a soft shadow and plain cut corners; true if that changed the margin."""
        before, self._blends = self._blends, self._can_blend()
        self._cut()
        return self._blends is not before

    def margin(self) -> int:
        """The shadow's width on each side, in logical pixels."""
        return self._theme.px(_SHADOW) if self._blends else 0

    def body(self) -> QRect:
        """The visible part in the window's coordinates."""
        m = self.margin()
        return self.rect().adjusted(m, m, -m, -m)

    def set_body(self, at: QPoint, width: int, height: int) -> None:
        """Put the visible part there, in logical pixels of the desktop."""
        m = self.margin()
        self._wanted = QPoint(at.x() - m, at.y() - m)
        self._wanted_size = QSize(width + 2 * m, height + 2 * m)
        self._place = QRect(self._wanted, self._wanted_size)
        self.setGeometry(self._place)

    def pass_through(self, at: QPoint) -> None:
        """Put the visible part there on its way to somewhere else."""
        m = self.margin()
        self._wanted = None
        self._place.moveTo(at.x() - m, at.y() - m)
        self.move(self._place.topLeft())
        send_now()

    @property
    def can_fade(self) -> bool:
        """Whether the desktop can show it fainter than it is."""
        return self._blends and can_fade()

    def make_opaque(self, opacity: float) -> None:
        """Show it as opaque as this, from 0 to 1, where the desktop can."""
        if opacity != self._opacity and self.can_fade:
            self._opacity = opacity
            self.setWindowOpacity(opacity)
            send_now()

    def moveEvent(self, event: QMoveEvent) -> None:
        """Ask once more where Qt has lost the place.

        While a window manager takes a new window into its frame, Qt may ask for its place too
        early and believe (0, 0) from then on, and screen readers with it. A manager answers a
        second request with the true place.
        """
        wanted, self._wanted = self._wanted, None
        if wanted is None:
            return
        if event.pos() == wanted:
            self._wanted = wanted
        else:
            QTimer.singleShot(0, self, lambda: self.move(wanted))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners anew; ask once more where an older size has come back.

        While a window manager takes a new window into its frame, it may answer with the size that
        the window had before it was shown, and what is below that would stay cut off.
        """
        self._cut()
        wanted = self._wanted_size
        if wanted is not None and self.isVisible() and event.size() != wanted:
            self._wanted_size = None
            QTimer.singleShot(0, self, lambda: self.resize(wanted))

    def event(self, event: QEvent) -> bool:
        """On a screen of another scale the corners are cut, and place and size asked for, anew.

        Qt tells the new scale before the window has come to that screen. It tells the X server
        nothing of a mask or of a size that is the same in logical pixels, though it has scaled the
        window once too often where a window manager sent it from screen to screen and back.
        """
        done = super().event(event)
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            QTimer.singleShot(0, self, self._rescale)
        return done

    @Slot()
    def _rescale(self) -> None:
        self.clearMask()
        self._cut()
        if not self._place.isEmpty():
            self.resize(self._place.size() + QSize(1, 0))
            self.setGeometry(self._place)

    def _cut(self) -> None:
        if self._blends:
            self.clearMask()
            if self.testAttribute(Qt.WidgetAttribute.WA_WState_Created):
                body, ratio = self.body(), self.devicePixelRatioF()
                take_clicks_in(self.winId(), QRect(body.topLeft() * ratio, body.size() * ratio))
            return
        # One step larger than the painted outline, or its outer half would be cut off.
        path = QPainterPath()
        radius = self._theme.px(_PLAIN_RADIUS)
        path.addRoundedRect(QRectF(self.rect()), radius, radius)
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint shadow and ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = self._theme.colors
        body = QRectF(self.body())
        if self._blends:
            radius = self._theme.px(_RADIUS)
            if not body.toRect().contains(event.rect()):
                self._paint_shadow(painter)
        else:
            radius = self._theme.px(_PLAIN_RADIUS)
            painter.fillRect(self.rect(), color(colors.line))
        painter.setPen(QPen(color(colors.line), 1.0))
        painter.setBrush(color(colors.window))
        painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)

    def _paint_shadow(self, painter: QPainter) -> None:
        """Stretch the middle of a small shadow; its corners stay as they are."""
        ratio = self.devicePixelRatioF()
        corner = self.margin() + self._theme.px(_RADIUS) + self._theme.px(_DROP)
        if self._shadow.isNull() or self._shadow.devicePixelRatio() != ratio:
            self._shadow = self._draw_shadow(2 * corner + 8, ratio)
        side = self._shadow.width()
        cut = round(corner * ratio)
        xs, ys = (0, corner, self.width() - corner), (0, corner, self.height() - corner)
        wide, high = self.width() - 2 * corner, self.height() - 2 * corner
        source = ((0, cut), (cut, side - 2 * cut), (side - cut, cut))
        for i, (x, width) in enumerate(zip(xs, (corner, wide, corner), strict=True)):
            for j, (y, height) in enumerate(zip(ys, (corner, high, corner), strict=True)):
                piece = QRectF(source[i][0], source[j][0], source[i][1], source[j][1])
                painter.drawPixmap(QRectF(x, y, width, height), self._shadow, piece)

    def _draw_shadow(self, side: int, ratio: float) -> QPixmap:
        """Rounded rectangles on top of each other, each fainter and wider, make a soft edge."""
        pixmap = QPixmap(round(side * ratio), round(side * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(QColor(0, 0, 0, 0))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        margin, drop = self.margin(), self._theme.px(_DROP)
        steps = margin - drop
        for step in range(steps):
            ink = color(self._theme.colors.shadow)
            nearness = (step + 1) / steps
            ink.setAlphaF(ink.alphaF() * 2 * nearness / steps)
            painter.setBrush(ink)
            inset = margin - (steps - step)
            radius = self._theme.px(_RADIUS) + steps - step
            edge = QMarginsF(inset, inset + drop, inset, inset - drop)
            painter.drawRoundedRect(QRectF(0, 0, side, side).marginsRemoved(edge), radius, radius)
        painter.end()
        return pixmap
