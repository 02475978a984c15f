"""The two languages of a talk: their names, one click to swap them, and a list to choose from."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from copilot.core.intents import ChangePair, Command, Intent
from copilot.core.model import PanelState, Phase
from copilot.core.translation_state import Pair
from copilot.ui import translation_words as words
from copilot.ui.controls import FlatButton, Look
from copilot.ui.icons import Glyph
from copilot.ui.language_names import language_name, own_name
from copilot.ui.scroller import Scroller
from copilot.ui.theme import Theme

_MOST = 190
"""The list's height in pixels, beyond which it is scrolled."""


class _Languages(QWidget):
    """Buttons instead of a menu: a menu would grab the keyboard that belongs to the chat."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._buttons: dict[str, FlatButton] = {}
        self._tags: tuple[str, ...] = ()
        self.setAccessibleName(words.word("languages"))

    def dress(self, theme: Theme) -> None:
        self._theme = theme
        for button in self._buttons.values():
            button.dress(theme)

    def offer(self, tags: tuple[str, ...], now: str) -> None:
        """Offer these, the likeliest first, the others by their names."""
        likely, others = tags[:6], sorted(tags[6:], key=lambda tag: language_name(tag).casefold())
        self._tags = (*likely, *others)
        for tag in self._tags:
            if tag not in self._buttons:
                self._buttons[tag] = self._button(tag)
        for tag, button in self._buttons.items():
            button.setVisible(tag in self._tags)
            button.setChecked(tag == now)

    def _button(self, tag: str) -> FlatButton:
        button = FlatButton(self, Look.PLAIN)
        button.setCheckable(True)
        button.say(language_name(tag), own_name(tag))
        button.clicked.connect(partial(self._choose, tag))
        if self._theme is not None:
            button.dress(self._theme)
        return button

    def _choose(self, tag: str, _checked: bool = False) -> None:
        self.chosen.emit(tag)

    def lay_out(self, width: int) -> int:
        if self._theme is None or not self._tags:
            return 0
        between = self._theme.px(4)
        half = (width - between) // 2
        y = 0
        for i, tag in enumerate(self._tags):
            button = self._buttons[tag]
            height = button.sizeHint().height()
            button.setGeometry((i % 2) * (half + between), y, half, height)
            if i % 2 or i == len(self._tags) - 1:
                y += height
        return y


class PairBar(QWidget):
    """`mine ⇄ theirs`; `changed` carries the Pair that the person wants.

    `resized` tells that the list was unfolded or put away.
    """

    changed = Signal(object)
    swapped = Signal()
    resized = Signal()

    def __init__(
        self, parent: QWidget, sides: tuple[str, str] = ("mine", "theirs"), unknown: str = ""
    ) -> None:
        """`sides` are the words (by their short names) for both; `unknown` stands for no tag."""
        super().__init__(parent)
        self._theme: Theme | None = None
        self._sides = sides
        self._unknown = unknown or words.word("choose")
        self._pair = Pair()
        self._choices: tuple[str, ...] = ()
        self._side = ""
        self._mine = self._button("mine")
        self._theirs = self._button("theirs")
        self._swap = FlatButton(self, Look.GLYPH, Glyph.SWAP)
        self._swap.say(words.word("swap"))
        self._swap.clicked.connect(self.swapped)
        self._scroller = Scroller(self)
        self._list = _Languages(self)
        self._list.chosen.connect(self._choose)
        self._scroller.hold(self._list, self._list.lay_out)
        self._scroller.hide()

    def _button(self, side: str) -> FlatButton:
        button = FlatButton(self, Look.TAB)
        button.setCheckable(True)
        button.clicked.connect(partial(self._toggle, side))
        return button

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._theme = theme
        for button in (self._mine, self._theirs, self._swap):
            button.dress(theme)
        self._scroller.dress(theme)
        self._list.dress(theme)

    def show_pair(self, pair: Pair, choices: tuple[str, ...]) -> None:
        """Show this pair and offer these languages."""
        if (pair, choices) == (self._pair, self._choices):
            return
        self._pair, self._choices = pair, choices
        tags = (pair.mine, pair.theirs)
        for button, tag, side in zip((self._mine, self._theirs), tags, self._sides, strict=True):
            button.say(language_name(tag) if tag else self._unknown, words.word(side))
            button.setAccessibleDescription(words.word(side))
        self._swap.setEnabled(bool(pair.mine and pair.theirs))
        self._fill()

    def fold(self) -> None:
        """Put the list away."""
        if self._side:
            self._toggle(self._side)

    def _toggle(self, side: str, _checked: bool = False) -> None:
        self._side = "" if side == self._side else side
        self._mine.setChecked(self._side == "mine")
        self._theirs.setChecked(self._side == "theirs")
        self._fill()
        self._scroller.setVisible(bool(self._side))
        self._scroller.verticalScrollBar().setValue(0)
        self.resized.emit()

    def _fill(self) -> None:
        if self._side:
            now = self._pair.mine if self._side == "mine" else self._pair.theirs
            self._list.offer(self._choices, now)

    def _choose(self, tag: str) -> None:
        mine, theirs = self._pair.mine, self._pair.theirs
        side = self._side
        self.fold()
        if side == "mine":
            # Whoever chooses the other's language for this side wants them the other way round.
            pair = Pair(tag, mine if tag == theirs else theirs)
        else:
            pair = Pair(theirs if tag == mine else mine, tag)
        if pair != self._pair:
            self.changed.emit(pair)

    def lay_out(self, width: int, most: int = 0) -> int:
        """One line, and the list below while it is unfolded."""
        theme = self._theme
        if theme is None:
            return 0
        px = theme.px
        swap, line = self._swap.sizeHint(), self._mine.sizeHint().height()
        room = (width - swap.width() - 2 * px(4)) // 2
        x = 0
        for button in (self._mine, self._theirs):
            wide = min(button.sizeHint().width(), room)
            button.setGeometry(x, 0, wide, line)
            x += wide + px(4)
            if button is self._mine:
                self._swap.setGeometry(x, (line - swap.height()) // 2, swap.width(), swap.height())
                x += swap.width() + px(4)
        if not self._side:
            return line
        height = self._scroller.lay_out(width, most or px(_MOST))
        self._scroller.setGeometry(0, line + px(4), width, height)
        return line + px(4) + height


class ChatPair(PairBar):
    """The pair of a chat, in its section of translations."""

    def __init__(self, parent: QWidget, send: Callable[[Intent], None]) -> None:
        super().__init__(parent)
        self._section = ""
        self._useful = False
        self._send = send
        self.changed.connect(self._change)
        self.swapped.connect(lambda: send(Command("swap-pair")))

    def _change(self, pair: Pair) -> None:
        self._send(ChangePair(pair))

    def show_state(self, state: PanelState) -> None:
        """Show the state's pair; the list goes with the section."""
        translation, quiet = state.translation, state.phase in (Phase.PAUSED, Phase.BLOCKED)
        self._useful = state.section == "translation" and not quiet and bool(translation.choices)
        section, self._section = self._section, state.section
        if section != state.section or not state.visible:
            self.fold()
        self.show_pair(translation.pair, translation.choices)

    def lay_out(self, width: int, most: int = 0) -> int:
        """As high as the bar, left out where there is nothing to choose."""
        return super().lay_out(width, most) if self._useful else 0
