"""The suggestions below each other; what is pointed at stays where it is while others grow."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from copilot.core.model import Card, PanelState
from copilot.ui import words
from copilot.ui.card import MAX_LINES, CardButton
from copilot.ui.theme import Theme

_BETWEEN = 8


class CardList(QWidget):
    """Signals carry the key of the card that was shown when the person acted.

    `stands` says whether the panel keeps its bottom edge when it grows.
    """

    chosen = Signal(str)
    copied = Signal(str)
    edited = Signal(str)
    pointed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget, theme: Theme, stands: Callable[[], bool]) -> None:
        super().__init__(parent)
        self.setAccessibleName(words.word("suggestions"))
        self._theme = theme
        self._stands = stands
        self._cards: list[CardButton] = []
        self._shown = 0
        self._marked = -1

    @property
    def pointed_at(self) -> CardButton | None:
        """The card below the pointer."""
        return next((b for b in self._cards[: self._shown] if b.underMouse()), None)

    @property
    def shown(self) -> list[CardButton]:
        """The cards that are seen, from the top."""
        return self._cards[: self._shown]

    @property
    def marked(self) -> CardButton | None:
        """The card that the main hotkey takes, None if it is not seen."""
        return self._cards[self._marked] if 0 <= self._marked < self._shown else None

    def card(self, key: str) -> CardButton | None:
        """The card with this key, None if it is not seen."""
        return next((b for b in self._cards if b.isVisible() and b.key == key), None)

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._theme = theme
        for button in self._cards:
            button.dress(theme)

    def show_state(self, state: PanelState) -> None:
        """Show the state's cards; the widgets are kept."""
        cards = cards_of(state)
        while len(self._cards) < len(cards):
            self._cards.append(self._new_card())
        for i, button in enumerate(self._cards):
            if i < len(cards):
                button.show_card(cards[i], marked=i == state.marked, state=state)
            button.setVisible(i < len(cards))
        self._shown = len(cards)
        self._marked = state.marked

    def _new_card(self) -> CardButton:
        button = CardButton(self, self._theme)
        button.chosen.connect(self.chosen)
        button.copied.connect(self.copied)
        button.edited.connect(self.edited)
        button.pointed.connect(self.pointed)
        button.left.connect(self.left)
        return button

    def lay_out(self, width: int, max_lines: int = MAX_LINES) -> int:
        """Give every card its place; the height of all, 0 without any."""
        y, between = 0, self._theme.px(_BETWEEN)
        for i, button in enumerate(self._cards[: self._shown]):
            height = self._card_height(i, button, width, max_lines)
            button.setGeometry(0, y, width, height)
            y += height + between
        return max(0, y - between)

    def _card_height(self, index: int, button: CardButton, width: int, max_lines: int) -> int:
        """What the card wants, unless that would move the card below the pointer.

        A panel that hangs from its top edge moves what is below a growing card, one that stands
        on its bottom edge moves what is above it.
        """
        wanted = button.lay_out(width, max_lines)
        pointed = next((i for i, b in enumerate(self._cards) if b.underMouse()), None)
        if pointed is None or not self.window().isVisible() or button.height() == wanted:
            return wanted
        moves_pointed = index >= pointed if self._stands() else index < pointed
        if not moves_pointed or button.width() != width:
            return wanted
        return max(button.lay_out(width, button.lines_that_fit(button.height())), button.height())


def cards_of(state: PanelState) -> tuple[Card, ...]:
    """Suggestions are not shown among translations, nor among skills."""
    return () if state.section in ("translation", "skills") else state.cards
