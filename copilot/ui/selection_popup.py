"""The small window beside a selected text: its translation, to copy or to put in its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QCursor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from copilot.core.intents import ChangePair, ChooseTranslation, Command, Intent
from copilot.core.model import Rect
from copilot.core.selecting import SelectionState
from copilot.core.translation_state import Pair
from copilot.ui import theme as themes
from copilot.ui import translation_words as words
from copilot.ui import words as panel_words
from copilot.ui.compositor import compositing
from copilot.ui.controls import FlatButton, Label, Look, Paragraph
from copilot.ui.icons import Glyph
from copilot.ui.language_pair import PairBar
from copilot.ui.messages import said
from copilot.ui.placement import Scene, Spot, keep_edge, place, screen_for
from copilot.ui.screens import screens
from copilot.ui.scroller import Scroller
from copilot.ui.surface import Surface
from copilot.ui.theme import Theme, color
from copilot.ui.translation_draft import VariantRow

_WIDTH, _EDGE, _BETWEEN = 400, 16, 8
_MOST_LINES = 12
_LINES = 4000

Send = Callable[[Intent], None]


class SelectionPopup(Surface):
    """Shows a `SelectionState`; the keyboard stays with the application."""

    def __init__(
        self,
        send: Send,
        theme: Callable[[], Theme] = themes.current,
        blends: Callable[[], bool] = compositing,
    ) -> None:
        super().__init__(theme(), blends)
        self._ask_theme = theme
        self._send = send
        self._state: SelectionState | None = None
        self._spot: Spot | None = None
        self._area: Rect | None = None
        self._height = 0
        self.setWindowTitle(words.word("selection"))
        self._pair = PairBar(self, ("from", "to"), words.word("any"))
        self._pair.changed.connect(self._change)
        self._pair.swapped.connect(self._swap)
        self._pair.resized.connect(self._arrange)
        self._close = self._glyph(Glyph.CLOSE, "close", Command("dismiss"))
        self._scroller = Scroller(self)
        self._text = Paragraph(self)
        self._scroller.hold(self._text, lambda width: self._text.lay_out(width, _LINES))
        self._original = Paragraph(self)
        self._title, self._hint = Paragraph(self), Paragraph(self)
        self._act = FlatButton(self, Look.TAB)
        self._act.clicked.connect(self._run_action)
        self._action = ""
        self._variants = VariantRow(self, send)
        self._replace = FlatButton(self, Look.STRONG)
        self._replace.clicked.connect(self._replace_or_undo)
        self._copy = FlatButton(self, Look.TAB, Glyph.COPY)
        self._copy.say(panel_words.word("copy"), words.word("copy"))
        self._copy.setAccessibleName(words.word("copy"))
        self._copy.clicked.connect(lambda: send(Command("copy-translation")))
        self._about = Label(self)
        themes.follow(self.redress)
        self.redress()

    def _glyph(self, glyph: Glyph, name: str, intent: Intent) -> FlatButton:
        button = FlatButton(self, Look.GLYPH, glyph)
        button.say(words.word(name))
        button.clicked.connect(lambda: self._send(intent))
        return button

    @Slot()
    def redress(self) -> None:
        """Take the theme that is in force now."""
        theme = self._ask_theme()
        self.dress(theme)
        self._text.dress(theme.body, theme.colors.text, theme.colors.muted)
        self._original.dress(theme.small, theme.colors.muted)
        self._title.dress(theme.body, theme.colors.text)
        self._hint.dress(theme.small, theme.colors.muted)
        self._about.dress(theme.small, theme.colors.muted)
        parts = (self._pair, self._close, self._scroller, self._act, self._variants)
        for part in (*parts, self._replace, self._copy):
            part.dress(theme)
        self._arrange()

    def show_state(self, state: SelectionState | None) -> None:
        """Show this, or hide where there is nothing any more."""
        opening = self._state is None and state is not None
        self._state = state
        if state is None:
            self._pair.fold()
            self.hide()
            return
        if opening:
            self._spot = None
            pointer = QCursor.pos()
            self._area = state.area or Rect(pointer.x(), pointer.y(), 1, 1)
        elif state.area is not None:
            self._area = state.area
        self._show_texts(state)
        self._show_buttons(state)
        self._arrange()
        if opening or not self.isVisible():
            self.show()
            if self.look_for_compositor():
                self._arrange()

    def _show_texts(self, state: SelectionState) -> None:
        # Left is what it was, right what it becomes.
        self._pair.show_pair(Pair(state.pair.theirs, state.pair.mine), state.choices)
        waiting = words.waiting(state.share) if state.streaming else ""
        if state.translated:
            self._text.show_text(state.translated, state.pair.mine)
        else:
            self._text.show_text(waiting, stable=0)
        self._original.show_text(state.text.strip(), state.pair.theirs)
        notice = state.notice
        self._title.show_text(said(notice.title) if notice is not None else "")
        self._hint.show_text(said(notice.hint) if notice is not None else "")
        self._action = notice.action if notice is not None else ""
        if self._action:
            self._act.say(panel_words.action(self._action))
        self._about.show_text(words.about_selection(state))

    def _show_buttons(self, state: SelectionState) -> None:
        whole = bool(state.translated) and not state.streaming
        self._copy.setEnabled(bool(state.translated))
        self._replace.setEnabled(whole)
        self._replace.say(words.word("undo" if state.replaced else "replace"))
        self._variants.show_variant(state.variant, enabled=bool(state.text))

    # Geometry

    @Slot()
    def _arrange(self) -> None:
        state = self._state
        if state is None:
            return
        all_screens = screens()
        scene = Scene(draft=self._area)
        screen = screen_for(scene, all_screens)
        free = screen.available
        width = min(self.theme.px(_WIDTH), free.width)
        if (area := self._area) is not None:
            # Below a short selection it begins where that begins.
            wide = max(area.width, round(width * screen.scale))
            scene = Scene(draft=replace(area, width=wide))
        height = self._stack(state, width, min(free.height // 2, free.height))
        size = (width, height)
        previous = keep_edge(self._spot, self._height, height) if self._spot is not None else None
        self._spot = place(size, scene, all_screens, previous)
        self._height = height
        self.set_body(QPoint(self._spot.x, self._spot.y), *size)

    def _stack(self, state: SelectionState, width: int, most: int) -> int:
        px, m = self.theme.px, self.margin()
        edge, between = px(_EDGE), px(_BETWEEN)
        inner = width - 2 * edge
        close = self._close.sizeHint()
        y = px(_BETWEEN)
        self._close.setGeometry(m + width - px(8) - close.width(), m + y, *close.toTuple())
        self._pair.setVisible(bool(state.choices))
        height = close.height()
        if state.choices:
            height = self._pair.lay_out(inner - close.width())
            self._pair.setGeometry(m + px(8), m + y, inner - close.width() + px(4), height)
        y += height + between
        if self._original.text():
            y = self._put(self._original, y, self._original.lay_out(inner, 2), inner)
        self._original.setVisible(bool(self._original.text()))
        if self._text.text():
            self._text.lay_out(inner, _LINES)
            lines = round(self._text.line_height * _MOST_LINES)
            y = self._put(self._scroller, y, self._scroller.lay_out(inner, min(lines, most)), inner)
        self._scroller.setVisible(bool(self._text.text()))
        for part in (self._title, self._hint):
            part.setVisible(bool(part.text()))
            if part.text():
                y = self._put(part, y, part.lay_out(inner), inner)
        self._act.setVisible(bool(self._action))
        if self._action:
            hint = self._act.sizeHint()
            self._act.setGeometry(m + px(8), m + y, min(hint.width(), inner), hint.height())
            y += hint.height() + between
        useful = state.streaming or bool(state.translated)
        for part in (self._variants, self._copy, self._about):
            part.setVisible(useful)
        self._replace.setVisible(state.can_replace and useful)
        return self._stack_buttons(state, y, width) if useful else y + px(_BETWEEN // 2)

    def _put(self, part: QWidget, y: int, height: int, width: int) -> int:
        m, px = self.margin(), self.theme.px
        part.setGeometry(m + px(_EDGE), m + y, width, height)
        return y + height + px(_BETWEEN)

    def _stack_buttons(self, state: SelectionState, y: int, width: int) -> int:
        px, m = self.theme.px, self.margin()
        room = width - 2 * px(7)
        height = self._variants.lay_out(room)
        self._variants.setGeometry(m + px(7), m + y, room, height)
        y += height + px(_BETWEEN // 2)
        x = px(_EDGE)
        if state.can_replace:
            hint = self._replace.sizeHint()
            self._replace.setGeometry(m + x, m + y, *hint.toTuple())
            x += hint.width() + px(4)
        else:
            x = px(7)
        hint = self._copy.sizeHint()
        self._copy.setGeometry(m + x, m + y, *hint.toTuple())
        x += hint.width() + px(8)
        about = max(0, width - px(_EDGE) - x)
        self._about.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._about.setGeometry(m + x, m + y, about, hint.height())
        return y + hint.height() + px(12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a line between the original and its translation."""
        super().paintEvent(event)
        if self._original.isVisible() and self._scroller.isVisible():
            painter = QPainter(self)
            painter.setPen(QPen(color(self.theme.colors.line), 1.0))
            y = self._scroller.y() - self.theme.px(_BETWEEN) // 2
            painter.drawLine(self._scroller.x(), y, self._scroller.geometry().right(), y)

    # What the person does

    @Slot(object)
    def _change(self, pair: Pair) -> None:
        self._send(ChangePair(Pair(pair.theirs, pair.mine)))

    @Slot()
    def _swap(self) -> None:
        if self._state is not None:
            now = self._state.pair
            self._send(ChangePair(Pair(now.theirs, now.mine)))

    def _replace_or_undo(self) -> None:
        if self._state is not None:
            self._send(Command("undo") if self._state.replaced else ChooseTranslation())

    def _run_action(self) -> None:
        self._send(Command(self._action))
