"""One suggestion as a push button that is painted, not composed: streaming repaints one line."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QEnterEvent,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QWidget

from copilot.core.model import Card, PanelState
from copilot.ui import card_words, edit_words, words
from copilot.ui.controls import FlatButton, Look
from copilot.ui.copy_button import CopyButton
from copilot.ui.icons import Glyph
from copilot.ui.text import TextBlock
from copilot.ui.theme import Theme, color, reading_font

MAX_LINES = 4
_PAD = 11
_LEAD = 4
_SIDE = 14


class CardButton(QPushButton):
    """Shows a `Card`. Signals carry the key of the card that was shown when the person acted."""

    chosen = Signal(str)
    copied = Signal(str)
    edited = Signal(str)
    pointed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme
        self._card: Card | None = None
        self._about = self._told = ""
        self._marked = False
        self._pressed_key = ""
        self._block = TextBlock()
        self._copy = CopyButton(self, Look.GLYPH)
        self._copy.say(words.word("copy"))
        self._copy.clicked.connect(self._emit_copied)
        self._edit = FlatButton(self, Look.GLYPH, Glyph.PENCIL)
        self._edit.say(edit_words.word("edit"))
        self._edit.clicked.connect(self._emit_edited)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # The card paints its own corners, so that the panel below is not painted with it.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.pressed.connect(self._remember)
        self.clicked.connect(self._emit_chosen)
        self.dress(theme)

    @property
    def card(self) -> Card | None:
        """What is shown."""
        return self._card

    @property
    def cut(self) -> bool:
        """Whether there is more of the text than is seen."""
        return self._block.elided

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._theme = theme
        self._copy.dress(theme)
        self._edit.dress(theme)
        self.update()

    @property
    def key(self) -> str:
        """The key of the card that is shown, "" before the first."""
        return self._card.key if self._card is not None else ""

    def show_card(self, card: Card, *, marked: bool, state: PanelState) -> bool:
        """Show this card; true if its text has changed, so that its height may have."""
        about = card_words.about_card(card, state.model)
        told = card_words.described(card, state)
        if told != self._told:
            self._told = told
            self.setAccessibleDescription(told)
        if card == self._card and marked == self._marked and about == self._about:
            return False
        before, self._card = self._card, card
        about_changed = about != self._about
        text_changed = before is None or before.text != card.text
        frame_changed = before is None or (
            (before.key, before.hotkey, bool(before.text), before.streaming)
            != (card.key, card.hotkey, bool(card.text), card.streaming)
        )
        mark_changed = marked != self._marked
        # Before any button is hidden: Qt then tells at once where the pointer is.
        self._marked = marked
        self._about = about
        if frame_changed or mark_changed or about_changed:
            self.update()
        if text_changed:
            self._copy.rest()
        if text_changed or frame_changed:
            self.setEnabled(bool(card.text))
            self.setAccessibleName(card.text or about)
        if text_changed or frame_changed or mark_changed:
            self._offer(on=marked or self.underMouse())
        return text_changed

    def _offer(self, *, on: bool) -> None:
        """Show what else can be done with it than insert it."""
        text = self._card.text if self._card is not None else ""
        self._copy.setVisible(on and bool(text))
        # Half a sentence would grow below the hand that edits it.
        whole = self._card is not None and not self._card.streaming
        self._edit.setVisible(on and bool(text) and whole)

    # Measures

    def _text_width(self, width: int) -> int:
        px = self._theme.px
        chip = self._chip_width()
        return width - 2 * px(_SIDE) - (chip + px(10) if chip else 0)

    def _chip_width(self) -> int:
        if self._card is None or not self._card.hotkey:
            return 0
        metrics = QFontMetrics(self._theme.small)
        return metrics.horizontalAdvance(words.keys(self._card.hotkey)) + 2 * self._theme.px(6)

    def lay_out(self, width: int, max_lines: int = MAX_LINES) -> int:
        """Break the text for this width and return the height that the card wants."""
        card, px = self._card, self._theme.px
        about = QFontMetrics(self._theme.small).height()
        old_end, old_height = self._block.end(), self._block.height
        if card is not None and card.text:
            font = reading_font(self._theme.body, card.text)
            changed = self._block.set(card.text, font, self._text_width(width), max_lines)
            text_height = self._block.height
            if changed:
                self._repaint_from(old_end, grown=old_height != text_height)
        else:
            self._block.set("", self._theme.body, self._text_width(width), max_lines)
            text_height = QFontMetrics(self._theme.body).height()
        return round(px(_PAD) + text_height + px(_LEAD) + about + px(_PAD))

    def lines_that_fit(self, height: int) -> int:
        """How many lines of text a card of this height has room for, at least one."""
        px = self._theme.px
        about = QFontMetrics(self._theme.small).height()
        free = height - 2 * px(_PAD) - px(_LEAD) - about
        return max(1, round(free / QFontMetrics(self._theme.body).lineSpacing()))

    def _repaint_from(self, old_end: QRectF, *, grown: bool) -> None:
        """Repaint the line that grew, or everything when a line was added or reshaped."""
        end = self._block.end()
        if grown or end.y() != old_end.y() or self._block.elided:
            self.update()
            return
        top = self._theme.px(_PAD) + end.y()
        self.update(0, int(top) - 1, self.width(), int(end.height()) + 3)

    def sizeHint(self) -> QSize:
        """The present size; the panel arranges its cards itself."""
        return self.size()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, text, the line about it and the hotkey."""
        card, theme = self._card, self._theme
        if card is None:
            return
        colors, px = theme.colors, theme.px
        painter = QPainter(self)
        painter.fillRect(event.rect(), color(colors.window))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, line = colors.card, colors.card_line
        if self._marked and card.text:
            ground, line = colors.marked, colors.marked_line
        elif self.underMouse() and self.isEnabled():
            ground = colors.hover
        painter.setPen(QPen(color(line), 1.0))
        painter.setBrush(color(ground))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, px(10), px(10))
        at = QPointF(px(_SIDE), px(_PAD))
        if card.text:
            self._block.paint(painter, at, color(colors.text))
            if card.streaming and not self._block.elided:
                end = self._block.end().translated(at)
                caret = QRectF(end.x() + 1, end.y() + 1, px(2), end.height() - 2)
                painter.fillRect(caret, color(colors.accent))
        else:
            self._paint_skeleton(painter, at)
        self._paint_about(painter)
        self._paint_chip(painter)

    def _paint_skeleton(self, painter: QPainter, at: QPointF) -> None:
        px = self._theme.px
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(self._theme.colors.skeleton))
        width = self._text_width(self.width())
        line = QFontMetrics(self._theme.body).height()
        # Cards below each other look like text, not like a table, when their lengths differ.
        share = 0.82 - 0.16 * (self.y() // max(1, self.height()) % 3)
        bar = QRectF(at.x(), at.y() + (line - px(9)) / 2, width * share, px(9))
        painter.drawRoundedRect(bar, px(4.5), px(4.5))

    def _paint_about(self, painter: QPainter) -> None:
        theme = self._theme
        metrics = QFontMetrics(theme.small)
        painter.setFont(theme.small)
        painter.setPen(color(theme.colors.muted))
        room = self.rect().adjusted(theme.px(_SIDE), 0, -theme.px(70), -theme.px(_PAD))
        shown = metrics.elidedText(self._about, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, shown)

    def _paint_chip(self, painter: QPainter) -> None:
        card, theme = self._card, self._theme
        if card is None or not card.hotkey:
            return
        px = theme.px
        metrics = QFontMetrics(theme.small)
        width, height = self._chip_width(), metrics.height() + px(3)
        chip = QRectF(self.width() - px(12) - width, px(_PAD), width, height)
        painter.setPen(QPen(color(theme.colors.card_line), 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(chip.translated(0.5, 0.5), px(5), px(5))
        painter.setFont(theme.small)
        painter.setPen(color(theme.colors.muted))
        painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, words.keys(card.hotkey))

    # What the person does

    def resizeEvent(self, event: object) -> None:
        """Keep the buttons in their corner."""
        px, right = self._theme.px, self.width() - self._theme.px(8)
        for button in (self._copy, self._edit):
            hint = button.sizeHint()
            right -= hint.width()
            button.setGeometry(
                right, self.height() - hint.height() - px(5), hint.width(), hint.height()
            )

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell that the pointer is on this card."""
        super().enterEvent(event)
        if self._card is not None and self._card.text:
            self._offer(on=True)
            self.pointed.emit(self._card.key)

    def leaveEvent(self, event: object) -> None:
        """The buttons stay with the marked card."""
        self._offer(on=self._marked)
        self.left.emit()
        self.update()

    def _remember(self) -> None:
        # Another card may have come by the release, and accessibility's Press clicks 0.1 s later.
        self._pressed_key = self.key

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The other button copies. A menu would take the keyboard away from the chat."""
        event.accept()
        self._emit_copied()

    def _emit_edited(self) -> None:
        if self._card is not None and self._card.text:
            self.edited.emit(self._card.key)

    def _emit_chosen(self) -> None:
        self.chosen.emit(self._pressed_key)

    def _emit_copied(self) -> None:
        if self._card is not None and self._card.text:
            self._copy.confirm()
            self.copied.emit(self._card.key)
