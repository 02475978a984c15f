"""Rows below each other that can be pressed; each is made when it is wanted first, and kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QPushButton, QWidget

from copilot.ui.theme import Theme

_BETWEEN = 6


class Row(QPushButton):
    """One row, painted by a subclass. The keyboard reaches it by the panel's own keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._theme = theme
        self.update()

    def lay_out(self, width: int) -> int:
        """Break the texts for this width; the height of all."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        """The present size: the list arranges its rows itself."""
        return self.size()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that it can be pressed."""
        super().enterEvent(event)
        self.update()


_R = TypeVar("_R", bound=Row)


class RowList(QWidget, Generic[_R]):
    """The rows; `make` makes one more of them inside this."""

    def __init__(self, parent: QWidget, name: str, make: Callable[[QWidget], _R]) -> None:
        super().__init__(parent)
        self._make = make
        self._theme: Theme | None = None
        self._rows: list[_R] = []
        self._count = 0
        self.setAccessibleName(name)

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._theme = theme
        for row in self._rows:
            row.dress(theme)

    def show_rows(self, count: int) -> Sequence[_R]:
        """So many of them, to be filled; the others are hidden."""
        while len(self._rows) < count:
            row = self._make(self)
            if self._theme is not None:
                row.dress(self._theme)
            self._rows.append(row)
        self._count = count
        for i, row in enumerate(self._rows):
            row.setVisible(i < count)
        return self._rows[:count]

    def lay_out(self, width: int) -> int:
        """Arrange the rows; the height of all."""
        if self._theme is None or not self._count:
            return 0
        between, y = self._theme.px(_BETWEEN), 0
        for row in self._rows[: self._count]:
            height = row.lay_out(width)
            row.setGeometry(0, y, width, height)
            y += height + between
        return y - between
