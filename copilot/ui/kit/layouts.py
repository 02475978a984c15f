"""How controls stand: in rows, in forms that fold where it is narrow, in cards and pages."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import (
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from copilot.ui.kit.controls import text
from copilot.ui.kit.measures import BETWEEN, EDGE


def row(*widgets: QWidget, stretch: QWidget | None = None) -> QHBoxLayout:
    """Widgets beside each other; the one in `stretch` takes the room that is left."""
    layout = QHBoxLayout()
    layout.setSpacing(BETWEEN)
    for widget in widgets:
        layout.addWidget(widget, 1 if widget is stretch else 0)
    if stretch is None:
        layout.addStretch(1)
    return layout


class Beside(QWidget):
    """Widgets beside each other at the left, or below each other where it is narrow."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self._widgets = widgets
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, BETWEEN // 2, 0, BETWEEN // 2)
        self._layout.setSpacing(BETWEEN)
        for widget in widgets:
            self._layout.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        self._layout.addStretch(1)

    def _shown(self) -> list[QWidget]:
        return [widget for widget in self._widgets if not widget.isHidden()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand below each other as soon as one would be cut."""
        self._fold()

    def event(self, event: QEvent) -> bool:
        """One of them may have come, gone or grown."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fold()
        return super().event(event)

    def _fold(self) -> None:
        wanted = sum(widget.sizeHint().width() + BETWEEN for widget in self._shown()) - BETWEEN
        way = QBoxLayout.Direction
        self._layout.setDirection(way.TopToBottom if wanted > self.width() else way.LeftToRight)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the widest of them."""
        width = max((widget.minimumSizeHint().width() for widget in self._shown()), default=0)
        return QSize(width, super().minimumSizeHint().height())


class Line(QWidget):
    """Words at the left and a control at the right, or below where it is narrow."""

    def __init__(self, words: QLayout, control: QWidget) -> None:
        super().__init__()
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, BETWEEN // 2, 0, BETWEEN // 2)
        self._layout.setSpacing(EDGE)
        self._layout.addLayout(words, 1)
        self._layout.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        self._control = control
        self._words = words

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand beside each other while the words have the larger half, and are not cut."""
        control = self._control.sizeHint().width()
        longest = self._words.minimumSize().width()
        narrow = control > self.width() * 0.6 or longest + EDGE + control > self.width()
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if way != self._layout.direction():
            self._layout.setDirection(way)
            self._layout.setSpacing(BETWEEN // 2 if narrow else EDGE)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the control can be."""
        return QSize(self._control.minimumSizeHint().width(), super().minimumSizeHint().height())


def setting(label: str, control: QWidget, explained: str = "") -> QWidget:
    """A line of a form: what it is and what it means at the left, the control at the right."""
    words = QVBoxLayout()
    words.setSpacing(2)
    name = text(label)
    name.setBuddy(control)
    words.addWidget(name)
    if explained:
        words.addWidget(text(explained, muted=True))
        control.setAccessibleDescription(explained)
    # The name of a text is read in its place.
    if not control.accessibleName() and not isinstance(control, QLabel):
        control.setAccessibleName(label)
    control.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    return Line(words, control)


def pad(layout: QLayout) -> None:
    """Give a layout the margins of a card."""
    layout.setContentsMargins(EDGE * 3 // 4, BETWEEN, EDGE * 3 // 4, BETWEEN)


def rule() -> QFrame:
    """A line between what scrolls and what stays."""
    line = QFrame()
    line.setProperty("rule", True)
    line.setFixedHeight(1)
    return line


def card(*widgets: QWidget) -> QFrame:
    """A frame around what belongs together."""
    frame = QFrame()
    frame.setProperty("card", True)
    layout = QVBoxLayout(frame)
    pad(layout)
    layout.setSpacing(BETWEEN // 2)
    for widget in widgets:
        layout.addWidget(widget)
    return frame


def page(*widgets: QWidget) -> QScrollArea:
    """Widgets below each other, scrolled where there is too little room."""
    inside = QWidget()
    layout = QVBoxLayout(inside)
    layout.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
    layout.setSpacing(BETWEEN)
    for widget in widgets:
        layout.addWidget(widget)
    layout.addStretch(1)
    scroll = QScrollArea()
    scroll.setWidget(inside)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    # Not where the keyboard stops: it goes from control to control, and the page follows.
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return scroll
