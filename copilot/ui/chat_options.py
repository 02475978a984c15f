"""What the person allows for the chat that is shown: whom it reaches and what is hidden."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, SignalInstance, Slot
from PySide6.QtWidgets import QWidget

from copilot.core.model import PanelState, Phase, Reach
from copilot.ui import words
from copilot.ui.controls import FlatButton, Label, Look
from copilot.ui.theme import Theme

_EDGE, _INSET, _BETWEEN = 8, 17, 4


class ChatOptions(QWidget):
    """Buttons instead of a menu: a menu would grab the keyboard that belongs to the chat.

    `followed` tells that the panel shall be beside the text again.
    """

    followed = Signal()

    def __init__(self, parent: QWidget, run: Callable[[str], None]) -> None:
        """`run` is given the name of a command."""
        super().__init__(parent)
        self._theme: Theme | None = None
        self._run = run
        self._title = Label(self)
        self._reach = {
            reach: self._button(partial(self._say, f"send-{reach}"), checkable=True)
            for reach in Reach
        }
        for button in self._reach.values():
            button.setAutoExclusive(True)  # one of three, for screen readers too
        self._strict = self._button(self._mask, checkable=True)
        self._deny = self._button(partial(self._say, "deny-app"))
        self._follow = self._button(self.followed)
        self._follow.say(words.word("follow"), words.word("follow-help"))
        self._placed = False
        self._useful = False

    def _button(
        self, clicked: Callable[..., None] | SignalInstance, *, checkable: bool = False
    ) -> FlatButton:
        button = FlatButton(self, Look.PLAIN)
        button.setCheckable(checkable)
        button.clicked.connect(clicked)
        return button

    def _say(self, command: str, _checked: bool = False) -> None:
        self._run(command)

    @Slot(bool)
    def _mask(self, on: bool) -> None:
        self._run("mask-strictly" if on else "mask-as-usual")

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._theme = theme
        self._title.dress(theme.small, theme.colors.muted)
        for button in (*self._reach.values(), self._strict, self._deny, self._follow):
            button.dress(theme)

    def show_state(self, state: PanelState) -> None:
        """Show what holds now; nothing where there is no chat."""
        self._useful = bool(state.contact) and state.phase not in (Phase.PAUSED, Phase.BLOCKED)
        self._title.show_text(words.whose_rules(state))
        for reach, button in self._reach.items():
            button.say(words.reach(reach), words.reach_help(reach))
            button.setChecked(reach is state.reach)
        self._strict.say(words.word("strict"), words.word("strict-help"))
        self._strict.setChecked(state.strict)
        self._deny.say(words.deny_app(state.app_name), words.word("deny-help"))

    def show_placed(self, on: bool) -> None:
        """Offer the way back where the person put the panel elsewhere."""
        self._placed = on
        self._follow.setVisible(on)

    def lay_out(self, width: int) -> int:
        """A line for the title, then the buttons, as many in a line as fit; the height of all."""
        theme = self._theme
        if theme is None or not self._useful:
            return 0
        px = theme.px
        height = px(20)
        self._title.setGeometry(px(_INSET), 0, width - 2 * px(_INSET), height)
        left, y, line = px(_EDGE), height, 0
        follow = (self._follow,) if self._placed else ()
        for button in (*self._reach.values(), self._strict, self._deny, *follow):
            hint = button.sizeHint()
            if left > px(_EDGE) and left + hint.width() > width - px(_EDGE):
                left, y = px(_EDGE), y + line + px(2)
            room = width - px(_EDGE) - left
            button.setGeometry(left, y, min(hint.width(), room), hint.height())
            left += hint.width() + px(_BETWEEN)
            line = hint.height()
        return y + line + px(8)
