"""A longer answer: Markdown as rich text while it arrives, to read, select and scroll."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import (
    QFontDatabase,
    QPalette,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from copilot.ui import markdown, markdown_stream
from copilot.ui import theme as themes
from copilot.ui.kit.sheet import palette
from copilot.ui.text import plain_tip
from copilot.ui.theme import Theme

_tr = QCoreApplication.translate

_FRAME = 16.0
_SHARE = 4
"""Milliseconds between two renderings, or so many times what the last one took: a long answer
never takes more than a part of the thread."""


class AnswerView(QTextBrowser):
    """Shows Markdown as it is written; it never loads anything, and never takes the keyboard.

    `open_link` is told the address of a link that was clicked. `resized` tells that the height has
    changed since it was laid out.
    """

    resized = Signal()

    def __init__(self, parent: QWidget, open_link: Callable[[str], None]) -> None:
        super().__init__(parent)
        self._text = ""
        self._streaming = self._plain = False
        self._document = _GrowingDocument(self.document())
        self._theme: Theme | None = None
        self._laid_out = (0, 0, 0)
        self._rendered, self._took = -math.inf, 0.0
        self._follows = self._scrolls = False
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._render_late)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # The panel never takes the keyboard.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.setAccessibleName(_tr("Skills", "Answer"))
        self._open_link = open_link
        self.anchorClicked.connect(self._clicked)
        self.highlighted.connect(self._pointed_at)
        bar = self.verticalScrollBar()
        bar.rangeChanged.connect(self._keep_end)
        bar.actionTriggered.connect(self._note_place)

    def show_markdown(self, text: str, streaming: bool) -> None:
        """Show this text, which goes on while `streaming`."""
        self._show(text, streaming, plain=False)

    def show_plain(self, text: str, streaming: bool) -> None:
        """Show this text as it is: it is for a draft."""
        self._show(text, streaming, plain=True)

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._theme = theme
        colors = palette(theme)
        colors.setColor(QPalette.ColorRole.Base, themes.color(theme.colors.window, 0.0))
        self.setPalette(colors)
        self.verticalScrollBar().setStyleSheet(themes.scroll_bars(theme))
        self.document().setDefaultStyleSheet(_sheet(theme))
        self.document().setIndentWidth(theme.px(25))
        self._document.forget()
        self._render()

    def lay_out(self, width: int, most_height: int) -> int:
        """The height for this width, at most `most_height`; 0 without a text."""
        if not self._text.strip():
            return 0
        # Whoever needed the bar before needs it now, as a rule: each width costs a layout of all.
        inner = width - self.verticalScrollBar().sizeHint().width()
        height = self._height(inner if self._scrolls else width)
        if (height > most_height) is not self._scrolls:
            self._scrolls = not self._scrolls
            height = self._height(inner if self._scrolls else width)
        self._laid_out = (width, most_height, min(height, most_height))
        return self._laid_out[2]

    def turn_page(self) -> bool:
        """Go on by a page, or back to the top behind the last one; false if all can be seen."""
        bar = self.verticalScrollBar()
        at_end = bar.value() >= bar.maximum()
        bar.setValue(0 if at_end else bar.value() + bar.pageStep() * 9 // 10)
        self._note_place()
        return bar.maximum() > 0

    def loadResource(self, type: int, name: QUrl | str) -> None:
        """Nothing is ever loaded."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; the size of the letters is the person's setting."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().wheelEvent(event)
        self._note_place()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the document's font: it is the theme's, and fits what is said."""
        if event.type() is not QEvent.Type.FontChange:
            super().changeEvent(event)

    def _show(self, text: str, streaming: bool, *, plain: bool) -> None:
        if (text, streaming, plain) == (self._text, self._streaming, self._plain):
            return
        if streaming and not text and not plain:
            # The first words will take a second: time enough to import what reads them.
            threading.Thread(target=markdown.prepare, daemon=True, name="markdown").start()
        if not text.startswith(self._text):
            self._follows = False
            self.verticalScrollBar().setValue(0)
        self._text, self._streaming, self._plain = text, streaming, plain
        wait = max(_FRAME, self._took * _SHARE) - (time.monotonic() * 1000 - self._rendered)
        if not streaming or wait <= 0:
            self._later.stop()
            self._render()
        elif not self._later.isActive():
            self._later.start(math.ceil(wait))

    def _render_late(self) -> None:
        self._render()
        width, most, height = self._laid_out
        if width and self.lay_out(width, most) != height:
            self.resized.emit()

    def _render(self) -> None:
        if self._theme is None:
            return
        begun = time.monotonic()
        font = themes.reading_font(self._theme.body, self._text)
        if font != self.document().defaultFont():  # which would lay out everything anew
            self.document().setDefaultFont(font)
        cursor = self.textCursor()
        anchor, position = cursor.anchor(), cursor.position()
        if self._plain:
            self._document.show([], [markdown.plain_to_html(self._text)] if self._text else [])
        else:
            found = markdown_stream.blocks(self._text)
            last = found.pop() if found and self._streaming else ""
            tail = markdown_stream.settled(last) if last else ""
            self._document.show(found, [_boxed(markdown.to_html(tail))] if tail else [])
        self._select(anchor, position)
        now = time.monotonic()
        # The first words of an answer are shown as they come.
        self._rendered = now * 1000 if self._text else -math.inf
        self._took = (now - begun) * 1000

    def _select(self, anchor: int, position: int) -> None:
        """Select again what was selected, as far as it is still there."""
        last = self.document().characterCount() - 1
        cursor = self.textCursor()
        cursor.setPosition(min(anchor, last))
        cursor.setPosition(min(position, last), QTextCursor.MoveMode.KeepAnchor)
        bar = self.verticalScrollBar()
        place = bar.value()
        self.setTextCursor(cursor)
        bar.setValue(place)

    def _height(self, width: int) -> int:
        if self.document().textWidth() != width:
            self.document().setTextWidth(width)
        return math.ceil(self.document().size().height())

    @Slot(QUrl)
    def _clicked(self, url: QUrl) -> None:
        address = _written_out(url)
        if markdown.address_of(address):
            self._open_link(address)

    @Slot(QUrl)
    def _pointed_at(self, url: QUrl) -> None:
        self.setToolTip(plain_tip(_written_out(url)))

    @Slot()
    def _note_place(self) -> None:
        """Whoever has scrolled to the end of a growing answer stays there."""
        bar = self.verticalScrollBar()
        self._follows = bar.maximum() > 0 and bar.sliderPosition() >= bar.maximum()

    def _keep_end(self, _least: int, most: int) -> None:
        if self._follows and self._streaming:
            self.verticalScrollBar().setValue(most)


class _GrowingDocument:
    """A document of which only what stands behind its whole blocks is made anew."""

    def __init__(self, document: QTextDocument) -> None:
        self._document = document
        self._blocks: list[str] = []
        self._end = 0
        self._format = QTextBlockFormat()

    def forget(self) -> None:
        """Make everything anew the next time."""
        self._document.clear()
        self._blocks, self._end = [], 0
        self._format = QTextBlockFormat()

    def show(self, blocks: list[str], tail: list[str]) -> None:
        """Show these blocks of Markdown, which won't change, and this HTML behind them."""
        if blocks[: len(self._blocks)] != self._blocks:
            self.forget()
        self._cut()
        new = blocks[len(self._blocks) :]
        for block in new:
            self._append(_boxed(markdown.to_html(block)))
        self._blocks += new
        if new:
            end = self._at_end()
            self._end, self._format = end.position(), end.blockFormat()
        for html in tail:
            self._append(html)

    def _cut(self) -> None:
        """Remove what stands behind the whole blocks."""
        if not self._blocks:
            self._document.clear()
            return
        cursor = QTextCursor(self._document)
        cursor.setPosition(self._end)
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        cursor.setBlockFormat(self._format)

    def _append(self, html: str) -> None:
        if self._document.isEmpty():
            self._document.setHtml(html)
        else:
            cursor = self._at_end()
            at = cursor.position()
            # What is inserted first goes into the block that stands there, and loses its format.
            cursor.insertHtml(f"<p>-</p>{html}")
            cursor.setPosition(at)
            cursor.deleteChar()
        end = self._at_end()
        if not end.block().text() and end.block().previous().isValid():
            # Qt wants a block behind a table; it need not be as high as a line.
            low = QTextBlockFormat()
            low.setLineHeight(1, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
            end.setBlockFormat(low)

    def _at_end(self) -> QTextCursor:
        cursor = QTextCursor(self._document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        return cursor


def _written_out(url: QUrl) -> str:
    """The address in ASCII: letters of other scripts look like those of another host."""
    return url.toString(QUrl.ComponentFormattingOption.FullyEncoded)


def _boxed(html: str) -> str:
    """Code in a box: Qt knows room inside an edge for cells of tables alone."""
    return html.replace("<pre>", '<table width="100%"><tr><td class="code"><pre>').replace(
        "</pre>", "</pre></td></tr></table>"
    )


def _sheet(theme: Theme) -> str:
    """The style of what Markdown becomes, in Qt's part of CSS."""
    c, px = theme.colors, theme.px
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont).family()
    gap = px(6)
    return f"""
        p {{ margin-top: 0; margin-bottom: {gap}px; }}
        a {{ color: {c.accent}; }}
        ul, ol {{ margin-top: 0; margin-bottom: {gap}px; }}
        li {{ margin-top: 0; margin-bottom: {px(2)}px; }}
        h3 {{ font-size: large; font-weight: 600; margin-top: {gap}px; margin-bottom: {gap}px; }}
        h4, h5, h6 {{
            font-size: medium; font-weight: 600; margin-top: {gap}px; margin-bottom: {px(3)}px;
        }}
        code {{ font-family: "{fixed}"; background-color: {c.quiet}; }}
        pre {{ font-family: "{fixed}"; white-space: pre-wrap; margin: 0; }}
        td.code {{ background-color: {c.quiet}; border: none; padding: {gap}px {px(8)}px; }}
        blockquote {{
            color: {c.muted}; margin-top: 0; margin-bottom: {gap}px; margin-left: {px(12)}px;
            margin-right: 0;
        }}
        table {{ border-collapse: collapse; margin-top: {px(3)}px; margin-bottom: {px(3)}px; }}
        th, td {{
            border: 1px solid {c.card_line}; padding: {px(3)}px {px(7)}px;
        }}
        th {{ background-color: {c.quiet}; font-weight: 600; }}
    """
