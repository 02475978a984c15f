"""The draft in the other's language, as it is typed: what they will read and how it may sound."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from copilot.core.intents import ChooseTranslation, Command, Intent, Vary
from copilot.core.model import PanelState
from copilot.core.translation_state import OutgoingTranslation, Variant
from copilot.ui import translation_words as words
from copilot.ui.controls import FlatButton, Label, Look, Paragraph
from copilot.ui.icons import Glyph, paint_glyph
from copilot.ui.messages import said
from copilot.ui.scroller import Scroller
from copilot.ui.theme import Theme, color
from copilot.ui.words import keys

_SIDE, _PAD, _LEAD = 14, 9, 4
_LINES = 400
"""Lines of one text: all of it, which is scrolled."""

Send = Callable[[Intent], None]
Chord = Callable[[str], str]
"""The combination of keys that is bound to an action, "" if there is none."""


class _Text(Paragraph):
    """The translation: all of it, scrolled."""

    def lay_out(self, width: int, max_lines: int = _LINES) -> int:
        return super().lay_out(width, max_lines)


class VariantRow(QWidget):
    """Manners to ask for; the one that is in force is checked, and pressed again it is left."""

    def __init__(self, parent: QWidget, send: Send) -> None:
        super().__init__(parent)
        self._send = send
        self._theme: Theme | None = None
        self._now = Variant.PLAIN
        self._buttons: dict[Variant, FlatButton] = {}
        for value in (Variant.CASUAL, Variant.POLITE, Variant.SHORT):
            button = FlatButton(self, Look.PLAIN)
            button.setCheckable(True)
            button.say(words.variant(value))
            button.clicked.connect(partial(self._choose, value))
            self._buttons[value] = button

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._theme = theme
        for button in self._buttons.values():
            button.dress(theme)

    def show_variant(self, variant: Variant, *, enabled: bool = True) -> None:
        """Check the one that is in force."""
        self._now = variant
        for value, button in self._buttons.items():
            # On this ground a checked button looks like any other: the sign says it.
            label = words.variant(value)
            button.say(f"✓ {label}" if value is variant else label)
            button.setAccessibleName(label)
            button.setChecked(value is variant)
            button.setEnabled(enabled)
            button.setToolTip(words.variant_help(value, on=value is variant))

    def _choose(self, value: Variant, _checked: bool = False) -> None:
        self._buttons[value].setChecked(value is self._now)  # the state alone decides
        self._send(Vary(Variant.PLAIN if value is self._now else value))

    def lay_out(self, width: int) -> int:
        """One line of buttons, narrower where there is too little room."""
        if self._theme is None:
            return 0
        x, height, between = 0, 0, self._theme.px(2)
        wanted = sum(b.sizeHint().width() + between for b in self._buttons.values())
        share = min(1.0, width / max(1, wanted))
        for button in self._buttons.values():
            hint = button.sizeHint()
            button.setGeometry(x, 0, int(hint.width() * share), hint.height())
            x += int(hint.width() * share) + between
            height = max(height, hint.height())
        return height


class Said(QWidget):
    """The block below the suggestions; in its own section with everything to ask for."""

    def __init__(self, parent: QWidget, send: Send, chord: Chord) -> None:
        super().__init__(parent)
        self._chord = chord
        self._theme: Theme | None = None
        self._shown: tuple[object, ...] = ()
        self._empty = True
        self._alone = False
        self._alarm_y = -1
        self._about = Label(self)
        self._scroller = Scroller(self, follow=True)
        self._text = _Text(self)
        self._scroller.hold(self._text, self._text.lay_out)
        self._back = Paragraph(self)
        self._flag = Paragraph(self)
        self._put = FlatButton(self, Look.STRONG)
        self._put.clicked.connect(lambda: send(ChooseTranslation()))
        self._copy = FlatButton(self, Look.GLYPH, Glyph.COPY)
        self._copy.say(words.word("copy"))
        self._copy.clicked.connect(lambda: send(Command("copy-translation")))
        self._variants = VariantRow(self, send)

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._theme = theme
        self._about.dress(theme.small, theme.colors.muted)
        self._text.dress(theme.body, theme.colors.text, theme.colors.muted)
        self._back.dress(theme.small, theme.colors.muted)
        self._flag.dress(theme.small, theme.colors.text)
        for part in (self._scroller, self._put, self._copy, self._variants):
            part.dress(theme)
        self.update()

    def show_state(self, state: PanelState) -> None:
        """Show the draft's translation, if there is one."""
        draft = state.translation.outgoing
        pair = state.translation.pair
        self._alone = state.section == "translation"
        self._empty = draft is None or not words.is_shown(state)
        shown = (draft, pair, self._alone)
        if draft is None or shown == self._shown:
            return
        self._shown = shown
        self._about.show_text(words.about_draft(draft, pair))
        settled = len(draft.text) if not draft.streaming and draft.current else draft.stable
        self._text.show_text(draft.text, pair.theirs, settled)
        self._back.show_text(words.back(draft.back) if draft.back and draft.current else "")
        self._flag.show_text(_warning(draft))
        ready = bool(draft.text) and draft.current and not draft.streaming
        self._put.setEnabled(bool(draft.text))
        self._copy.setEnabled(bool(draft.text))
        chord = self._chord("translate")
        label = words.word("put")
        self._put.say(f"{label}  {keys(chord)}" if chord else label, words.put_help(chord))
        self._put.setAccessibleName(label)
        self._put.setAccessibleDescription(chord)
        self._variants.show_variant(
            draft.variant, enabled=ready or draft.variant is not Variant.PLAIN
        )
        self.update()

    def lay_out(self, width: int, max_lines: int) -> int:
        """As high as its texts and buttons, the translation up to a bound; 0 without any."""
        theme = self._theme
        if theme is None or self._empty:
            return 0
        px = theme.px
        left, y = px(_SIDE), px(_PAD)
        room = width - 2 * left
        line = self._about.fontMetrics().height()
        self._about.setGeometry(left, y, room, line)
        y += line + px(_LEAD)
        self._text.lay_out(room)
        most = round(self._text.line_height * max(2, max_lines))
        height = self._scroller.lay_out(room, most)
        self._scroller.setVisible(height > 0)
        if height:
            self._scroller.setGeometry(left, y, room, height)
            y += height + px(_LEAD)
        self._back.setVisible(bool(self._back.text()))
        if self._back.text():
            height = self._back.lay_out(room, max_lines)
            self._back.setGeometry(left, y, room, height)
            y += height + px(_LEAD)
        self._alarm_y = -1
        self._flag.setVisible(bool(self._flag.text()))
        if self._flag.text():
            height = self._flag.lay_out(room - px(18), max_lines)
            self._flag.setGeometry(left + px(18), y, room - px(18), height)
            self._alarm_y = y
            y += height + px(_LEAD)
        return self._lay_out_buttons(width, y + px(2))

    def _lay_out_buttons(self, width: int, y: int) -> int:
        assert self._theme is not None
        px = self._theme.px
        left, put, copy = px(_SIDE), self._put.sizeHint(), self._copy.sizeHint()
        if self._alone:
            height = self._variants.lay_out(width - 2 * px(_SIDE - 9))
            self._variants.setGeometry(px(_SIDE - 9), y, width - 2 * px(_SIDE - 9), height)
            y += height + px(_LEAD)
        self._variants.setVisible(self._alone)
        self._put.setGeometry(left, y, min(put.width(), width // 2), put.height())
        self._copy.setGeometry(
            left + self._put.width() + px(4),
            y + (put.height() - copy.height()) // 2,
            copy.width(),
            copy.height(),
        )
        return y + put.height() + px(_PAD)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the quiet ground and the sign of a warning."""
        theme = self._theme
        if theme is None:
            return
        px = theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(theme.colors.quiet))
        painter.drawRoundedRect(QRectF(self.rect()), px(10), px(10))
        if self._alarm_y >= 0:
            area = QRectF(px(_SIDE), self._alarm_y + px(1), px(13), px(13))
            paint_glyph(painter, Glyph.ALERT, area, color(theme.colors.busy))


def _warning(draft: OutgoingTranslation) -> str:
    """What to know before it is sent: why there is none, a doubt, how it may sound."""
    if not draft.current:
        return said(draft.trouble)
    return said(draft.trouble or draft.doubt) or words.flag(draft)
