"""What is shown of one entry: parts with headings, what was looked for marked in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from copilot.core.unseen import visible
from copilot.ui import theme as themes
from copilot.ui.history import words
from copilot.ui.history.lines import found_format
from copilot.ui.theme import Theme, color


@dataclass(frozen=True, slots=True)
class Part:
    """A text below its heading; the `main` one is what the entry is about."""

    heading: str
    text: str
    main: bool = True


class Detail(QTextEdit):
    """Shows parts; can be read and copied with the keyboard."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._parts: tuple[Part, ...] = ()
        self._wanted: re.Pattern[str] | None = None
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(words.word("detail"))
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._theme = theme
        self.document().setDocumentMargin(theme.px(8))
        self._write()

    def show_parts(self, parts: Sequence[Part], wanted: re.Pattern[str] | None) -> None:
        """Show these, and mark what was looked for."""
        self._parts, self._wanted = tuple(parts), wanted
        self._write()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy text, no colours."""
        data = QMimeData()
        data.setText(self.textCursor().selection().toPlainText())
        return data

    def _write(self) -> None:
        theme = self._theme
        self.clear()
        cursor = self.textCursor()
        anchor = 0
        for number, part in enumerate(self._parts):
            if part.main and not anchor:
                anchor = cursor.position()
            _block(cursor, theme.px(9) if number else 0, self.layoutDirection())
            quiet = QTextCharFormat()
            quiet.setFont(theme.strong if part.main else theme.small)
            quiet.setForeground(color(theme.colors.accent if part.main else theme.colors.muted))
            cursor.insertText(part.heading, quiet)
            text = visible(part.text)
            for line in text.split("\n") if text else ():
                _block(cursor, theme.px(1), Qt.LayoutDirection.LayoutDirectionAuto)
                self._insert(cursor, line, muted=not part.main)
        cursor.setPosition(anchor)
        self.setTextCursor(cursor)
        # The end first, so that what it is about stands below the top, not at the bottom.
        bar = self.verticalScrollBar()
        layout = self.document().documentLayout()
        top = layout.blockBoundingRect(self.document().findBlock(anchor)).top()
        bar.setValue(round(max(0.0, top - self.viewport().height() / 3)))

    def _insert(self, cursor: QTextCursor, text: str, *, muted: bool) -> None:
        theme = self._theme
        plain = QTextCharFormat()
        plain.setFont(themes.reading_font(theme.body, text))
        plain.setForeground(color(theme.colors.muted if muted else theme.colors.text))
        marked = QTextCharFormat(plain)
        marked.merge(found_format(theme))
        at = 0
        for found in self._wanted.finditer(text) if self._wanted is not None else ():
            cursor.insertText(text[at : found.start()], plain)
            cursor.insertText(found[0], marked)
            at = found.end()
        cursor.insertText(text[at:], plain)


def _block(cursor: QTextCursor, above: int, direction: Qt.LayoutDirection) -> None:
    form = QTextBlockFormat()
    form.setLayoutDirection(direction)
    form.setTopMargin(above)
    form.setLineHeight(118.0, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if cursor.position() == 0 and not cursor.block().text():
        cursor.setBlockFormat(form)
    else:
        cursor.insertBlock(form)
