"""A longer answer inside the panel, scrolled beyond a height."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from copilot.ui.controls import Paragraph
from copilot.ui.scroller import Scroller
from copilot.ui.theme import Theme

_LINES = 4000


class AnswerView(QWidget):
    """Shows Markdown as it is written. `open_link` is told the address of a link."""

    def __init__(self, parent: QWidget, open_link: Callable[[str], None]) -> None:
        super().__init__(parent)
        self._open_link = open_link
        self._scroller = Scroller(self, follow=True)
        self._text = Paragraph(self)
        self._scroller.hold(self._text, lambda width: self._text.lay_out(width, _LINES))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroller)

    def show_markdown(self, text: str, streaming: bool) -> None:
        """Show this text, which grows while `streaming`."""
        self._text.show_text(text)

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._text.dress(theme.body, theme.colors.text)
        self._scroller.dress(theme)

    def lay_out(self, width: int, most_height: int) -> int:
        """The height for this width, at most `most_height`; 0 without a text."""
        return self._scroller.lay_out(width, most_height) if self._text.text() else 0
