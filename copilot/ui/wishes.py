"""The row below the suggestions that asks for others: shorter, kinder, or in one's own words."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from copilot.core.intents import OWN_WORDS, Edit, Intent, Wish
from copilot.core.model import PanelState, Phase, Source
from copilot.ui import wish_words as words
from copilot.ui.controls import FlatButton, Look
from copilot.ui.theme import Theme

_BETWEEN, _LINES = 5, 4
_LONGEST = 24
"""So many characters of the person's own words stand on their chip."""


class WishRow(QWidget):
    """Chips; the wish in force is checked, and pressed again it is taken back.

    `chord` is asked for the keys that are bound to an action.
    """

    def __init__(
        self, parent: QWidget, send: Callable[[Intent], None], chord: Callable[[str], str]
    ) -> None:
        super().__init__(parent)
        self._send = send
        self._chord = chord
        self._theme: Theme | None = None
        self._useful = False
        self._now = ""
        self.setAccessibleName(words.word("row"))
        self._chips = {wish: self._chip(partial(self._choose, wish)) for wish in words.WISHES}
        self._own = self._chip(self._say_it)

    def _chip(self, clicked: Callable[..., None]) -> FlatButton:
        chip = FlatButton(self, Look.CHIP)
        chip.setCheckable(True)
        chip.clicked.connect(clicked)
        return chip

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._theme = theme
        for chip in (*self._chips.values(), self._own):
            chip.dress(theme)

    def show_state(self, state: PanelState) -> None:
        """Check the wish in force; useful only where a model suggests, or is asked for less."""
        self._useful = _is_useful(state)
        self._now = state.wish
        for wish, chip in self._chips.items():
            self._label(chip, words.wish(wish), words.wish_help(wish, on=wish == state.wish), wish)
        own = state.wish if state.wish not in words.WISHES else ""
        label = own if len(own) <= _LONGEST else f"{own[:_LONGEST].rstrip()}…"
        self._label(self._own, label or words.word("own"), words.wish_help(own, on=bool(own)), own)
        self._own.setAccessibleName(own or words.word("own"))

    def _label(self, chip: FlatButton, label: str, explained: str, wish: str) -> None:
        on = bool(wish) and wish == self._now
        chord = self._chord(_ACTIONS.get(wish, "wish"))
        # Checked is told by a sign, too: colours alone tell nobody everything.
        chip.say(f"✓ {label}" if on else label, "\n".join(filter(None, (explained, chord))))
        chip.setAccessibleName(label)
        chip.setAccessibleDescription(", ".join(filter(None, (explained, chord))))
        chip.setChecked(on)

    def _choose(self, wish: str, _checked: bool = False) -> None:
        self._chips[wish].setChecked(wish == self._now)  # the state alone decides
        self._send(Wish("" if wish == self._now else wish))

    def _say_it(self, _checked: bool = False) -> None:
        own = bool(self._now) and self._now not in words.WISHES
        self._own.setChecked(own)
        self._send(Wish("") if own else Edit(OWN_WORDS))

    def lay_out(self, width: int, _max_lines: int = _LINES) -> int:
        """As many chips in a line as fit; the height of all lines, 0 where there are none."""
        theme = self._theme
        if theme is None or not self._useful:
            return 0
        between = theme.px(_BETWEEN)
        x = y = height = 0
        for chip in (*self._chips.values(), self._own):
            hint = chip.sizeHint()
            if x and x + hint.width() > width:
                x, y = 0, y + height + between
            chip.setGeometry(x, y, min(hint.width(), width - x), hint.height())
            x += hint.width() + between
            height = hint.height()
        return y + height


_ACTIONS = {"shorter": "shorter", "kinder": "kinder", "more formal": "more-formal"}
"""By what names hotkeys know them."""


def _is_useful(state: PanelState) -> bool:
    if state.section not in ("replies", "topics"):
        return False
    if state.phase in (Phase.PAUSED, Phase.BLOCKED):
        return False
    if state.wish:
        return True
    thinking = state.phase in (Phase.THINKING, Phase.STREAMING)
    from_model = any(card.source is Source.MODEL for card in state.cards)
    return state.has_model and bool(state.cards) and (thinking or from_model)
