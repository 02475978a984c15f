"""The panel's last line: what was masked, which model, what it cost; undo; and the rest."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from copilot.core.intents import Command, Intent
from copilot.core.model import PanelState
from copilot.ui import skill_words, words
from copilot.ui.chat_options import ChatOptions
from copilot.ui.controls import FlatButton, Label, Look
from copilot.ui.icons import Glyph
from copilot.ui.parts import INSET
from copilot.ui.theme import Theme

Send = Callable[[Intent], None]


class Foot(QWidget):
    """What was masked, which model, what it cost; undo; and, on demand, the rest."""

    resized = Signal()
    followed = Signal()
    """The person wants the panel beside the text again."""

    def __init__(self, parent: QWidget, send: Send) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._masked = FlatButton(self, Look.PLAIN, Glyph.SHIELD)
        self._masked.clicked.connect(lambda: send(Command("show-sent")))
        self._model = Label(self)
        self._cost = Label(self)
        self._undo = FlatButton(self, Look.TAB, Glyph.UNDO)
        self._undo.say(words.word("undo"), words.word("undo-help"))
        self._undo.clicked.connect(lambda: send(Command("undo")))
        self._more = FlatButton(self, Look.GLYPH, Glyph.MORE)
        self._more.say(words.word("more"))
        self._more.clicked.connect(self._toggle)
        self._open = False
        # A row instead of a menu: a menu would grab the keyboard that belongs to the chat.
        self._rest: list[FlatButton] = []
        self._shown: tuple[int, str, str, str, str, bool, str] | None = None
        for label, command in (
            ("pause", "pause"),
            ("settings", "open-settings"),
            ("hide", "dismiss"),
        ):
            button = FlatButton(self, Look.PLAIN)
            button.say(words.word(label))
            button.clicked.connect(partial(self._run, command, send))
            button.hide()
            self._rest.append(button)
        self._rule = Label(self)
        self._options = ChatOptions(self, lambda command: self._run(command, send))
        self._options.followed.connect(self._follow)
        self._options.hide()

    def _toggle(self) -> None:
        self._unfold(on=not self._open)

    def _unfold(self, *, on: bool) -> None:
        if on != self._open:
            self._open = on
            for button in self._rest:
                button.setVisible(on)
            self._options.setVisible(on)
            self.resized.emit()

    def _run(self, command: str, send: Send, _checked: bool = False) -> None:
        self.fold()
        send(Command(command))

    def _follow(self) -> None:
        self.fold()
        self.followed.emit()

    def show_placed(self, on: bool) -> None:
        """Offer to go back to the text where the person put the panel elsewhere."""
        self._options.show_placed(on)

    def fold(self) -> None:
        """Put the rest away."""
        self._unfold(on=False)

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._theme = theme
        for label in (self._model, self._cost):
            label.dress(theme.small, theme.colors.muted)
        self._rule.dress(theme.small, theme.colors.text)
        for button in (self._masked, self._undo, self._more, *self._rest):
            button.dress(theme)
        self._options.dress(theme)
        self._arrange(self.width())

    def show_state(self, state: PanelState) -> None:
        """Show what this answer was made of."""
        if state.section == "translation":
            state = words.of_translation(state)
        elif state.section == "skills":
            state = skill_words.of_answer(state)
        cost, cost_help = words.cost(state), words.cost_help(state)
        rule = words.rule(state)
        self._options.show_state(state)
        shown = (state.masked, state.masking, state.model, cost, cost_help, state.can_undo, rule)
        if shown == self._shown:
            return
        self._shown = shown
        asked = bool(state.model)
        self._masked.say(words.masked(state), words.masked_help(state))
        self._masked.setVisible(asked or state.masked > 0)
        self._rule.show_text(rule)
        self._rule.setToolTip(words.rule_help(state))
        self._model.show_text(state.model)
        self._cost.show_text(cost)
        self._cost.setToolTip(cost_help)
        self._undo.setVisible(state.can_undo)
        self._arrange(self.width())

    def lay_out(self, width: int) -> int:
        """One line, two while the rest is shown."""
        if self._theme is None:
            return 0
        line = self._theme.px(36)
        if not self._open:
            return line
        rest = self._theme.px(34)
        options = self._options.lay_out(width)
        self._options.setGeometry(0, line + rest, width, options)
        return line + rest + options

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the line out anew."""
        self._arrange(self.width())

    def _arrange(self, width: int) -> None:
        theme = self._theme
        if theme is None:
            return
        px, height = theme.px, theme.px(36)
        more = self._more.sizeHint()
        right = width - px(8) - more.width()
        self._more.setGeometry(right, (height - more.height()) // 2, more.width(), more.height())
        right -= px(6)
        if not self._undo.isHidden():
            hint = self._undo.sizeHint()
            right -= hint.width()
            self._undo.setGeometry(
                right, (height - hint.height()) // 2, hint.width(), hint.height()
            )
            right -= px(6)
        left = px(INSET)
        cost = min(self._cost.wanted_width(), max(0, right - left)) if self._cost.text() else 0
        self._cost.setGeometry(right - cost, 0, cost, height)
        right -= cost + px(10)
        if not self._masked.isHidden():
            hint = self._masked.sizeHint()
            masked = min(hint.width(), max(0, right - px(8)))
            self._masked.setGeometry(px(8), (height - hint.height()) // 2, masked, hint.height())
            left = px(8) + masked
        if self._rule.text():
            left = max(left, px(INSET))
            rule = min(self._rule.wanted_width(), max(0, right - left))
            self._rule.setGeometry(left, 0, rule, height)
            left += rule + px(10)
        model = min(self._model.wanted_width(), max(0, right - left))
        # An ellipsis alone says nothing.
        self._model.setVisible(model >= min(self._model.wanted_width(), px(40)))
        self._model.setGeometry(left, 0, model, height)
        x = px(8)
        for button in self._rest:
            hint = button.sizeHint()
            button.setGeometry(x, height - px(2), hint.width(), hint.height())
            x += hint.width() + px(4)
