"""Dragging a window by one of its parts, without the window manager and without the keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QWidget


class Dragging(QObject):
    """Watches a part of a window; buttons on it keep their clicks.

    `began` tells that a press has become a drag, `moved` how far it has come since (logical
    pixels), `ended` that the button is up again, `doubled` of a double click.
    """

    began = Signal()
    moved = Signal(QPoint)
    ended = Signal()
    doubled = Signal()

    def __init__(self, handle: QWidget) -> None:
        super().__init__(handle)
        self._handle = handle
        self._pressed: QPoint | None = None
        self._drags = False
        handle.setCursor(Qt.CursorShape.OpenHandCursor)
        handle.installEventFilter(self)

    def cancel(self) -> None:
        """Forget the press."""
        self._pressed = None
        if self._drags:
            self._drags = False
            self._handle.setCursor(Qt.CursorShape.OpenHandCursor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is done with the left button."""
        if not isinstance(event, QMouseEvent):
            return False
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() is Qt.MouseButton.LeftButton:
                self._pressed = event.globalPosition().toPoint()
                return True
            case QEvent.Type.MouseMove if self._pressed is not None:
                self._move(event.globalPosition().toPoint() - self._pressed)
                return True
            case QEvent.Type.MouseButtonRelease if self._pressed is not None:
                dragged = self._drags
                self.cancel()
                if dragged:
                    self.ended.emit()
                return True
            case QEvent.Type.MouseButtonDblClick if event.button() is Qt.MouseButton.LeftButton:
                self.cancel()
                self.doubled.emit()
                return True
            case _:
                return False

    def _move(self, by: QPoint) -> None:
        if not self._drags:
            if by.manhattanLength() < QGuiApplication.styleHints().startDragDistance():
                return
            self._drags = True
            self._handle.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.began.emit()
        self.moved.emit(by)
