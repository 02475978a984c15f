"""A part of the panel that is as high as it wants up to a bound, and is scrolled beyond it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QScrollBar, QWidget

from copilot.ui import theme as themes
from copilot.ui.theme import Theme


def _nothing(_width: int) -> int:
    return 0


class Scroller(QScrollArea):
    """Never takes the keyboard; the wheel scrolls it. `follow` keeps the end of a growing text."""

    def __init__(self, parent: QWidget, *, follow: bool = False) -> None:
        super().__init__(parent)
        self._follow = follow
        self._content: QWidget | None = None
        self._arrange: Callable[[int], int] = _nothing
        self._bar = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # What Qt makes by itself PySide6 has to look up among all kinds of widgets: 20 ms and 2 MB.
        inside = QWidget()
        inside.setAutoFillBackground(False)
        inside.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setViewport(inside)
        self.setVerticalScrollBar(QScrollBar())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def hold(self, content: QWidget, arrange: Callable[[int], int]) -> None:
        """Scroll this; `arrange` arranges it for a width and returns the height that it wants."""
        self._content, self._arrange = content, arrange
        self.setWidget(content)
        content.setAutoFillBackground(False)

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._bar = theme.px(9)
        self.verticalScrollBar().setStyleSheet(themes.scroll_bars(theme))

    def lay_out(self, width: int, most: int) -> int:
        """Arrange the content for this width; the height of what can be seen of it."""
        content = self._content
        if content is None:
            return 0
        inner, height = width, self._arrange(width)
        if height > most:
            inner = width - self._bar
            height = self._arrange(inner)
        bar = self.verticalScrollBar()
        at_end = bar.value() == bar.maximum()
        seen = min(height, most)
        content.resize(inner, height)
        # The bar learns of its range before the part is put in its place: it may follow at once.
        bar.setRange(0, height - seen)
        if self._follow and at_end:
            bar.setValue(bar.maximum())
        return seen
