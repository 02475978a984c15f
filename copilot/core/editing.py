"""Editing a card in a window of ours: the chat is kept in mind until the text is in its draft."""

from __future__ import annotations

from collections.abc import Callable

from copilot.core.choosing import Choosing
from copilot.core.intents import (
    OWN_WORDS,
    Choose,
    ChooseNumber,
    ChooseTranslation,
    Command,
    Edit,
    Intent,
    RunSkill,
    Show,
    Wish,
)
from copilot.core.model import Card, ChatView, Notice, Sight
from copilot.core.notices import Notices
from copilot.core.returning import Returning
from copilot.core.thinking import Thinking

_WRITING = frozenset({"refresh", "undo", "translate", "insert-answer"})


class Editing:
    """Knows what is open. `resumed` is called when the chat is followed again as usual."""

    def __init__(
        self,
        returning: Returning,
        thinking: Thinking,
        choosing: Choosing,
        notices: Notices,
        resumed: Callable[[], None],
    ) -> None:
        self._returning = returning
        self._thinking = thinking
        self._choosing = choosing
        self._notices = notices
        self._resumed = resumed
        self._card: Card | None = None
        self._view: ChatView | None = None
        self._carried = ""
        self._next: Callable[[], None] | None = None
        self.key = ""
        """What is open: see PanelState.editing."""

    @property
    def keeps(self) -> bool:
        """Whether the chat is kept in mind, whatever has the keyboard."""
        return bool(self.key) or self._returning.active

    def delays(self, order: Callable[[], None]) -> bool:
        """Whether a window of ours has just closed; then `order` is carried out once it has.

        An order waits for no text that is on its way into the draft: that makes others of cards.
        """
        if not self._returning.active:
            return False
        self._next = None if self._carried else order
        return True

    def forbids(self, intent: Intent) -> bool:
        """Whether this would move cards, or write, under the window that is open."""
        match intent:
            case Choose() | ChooseNumber() | ChooseTranslation() | RunSkill() | Show():
                return self.keeps
            case Command(name):
                return self.keeps and name in _WRITING
            case Wish():
                return self.keeps and self.key != OWN_WORDS
            case Edit(key):
                return self._card is not None and key == OWN_WORDS  # cards would move
            case _:
                return False

    def see(self, sight: Sight) -> None:
        """This is seen meanwhile."""
        self._returning.see(sight)

    def open_wish(self, view: ChatView) -> None:
        """The window opens in which the person says how suggestions shall be."""
        self._open(OWN_WORDS, view, None)

    def open(self, card: Card | None, view: ChatView) -> None:
        """The window opens over this card, once that is whole, of this chat."""
        locked = self._choosing.locked(view)
        if card is None or card.streaming or locked is None:
            return
        self._open(card.key, locked, card)

    def _open(self, key: str, view: ChatView, card: Card | None) -> None:
        self._choosing.expect_nothing()
        self._thinking.freeze(card is not None)
        self.key, self._view, self._card = key, view, card

    def close(self) -> None:
        """The window has closed; nothing is inserted."""
        view = self._view
        self._clear()
        if view is not None:
            self._returning.start(view, self._back)

    def _back(self, now: Sight) -> None:
        order, self._next = self._next, None
        self._resumed()
        if order is not None and isinstance(now, ChatView):
            order()

    def insert(self, key: str, text: str) -> bool:
        """Put what the person made of this card into the draft that it was made for.

        False if it is not known any more: then the text stands to be copied.
        """
        card, view = self._card, self._view
        if key != self.key or card is None or view is None:
            self._tell_of_lost(text)
            return False
        self._clear()
        self._carried = text

        def write(now: Sight) -> None:
            self._carried = ""
            if text.strip():
                self._choosing.insert_edited(card, view, now, text)
            else:
                self._resumed()

        self._returning.start(view, write)
        return True

    def forget(self) -> None:
        """Nothing is kept in mind any more but the person's own text on its way into a chat."""
        self._returning.cancel()
        self._next = None
        self._clear()
        carried, self._carried = self._carried, ""
        if carried.strip():
            self._tell_of_lost(carried)

    def _tell_of_lost(self, text: str) -> None:
        self._notices.tell(
            Notice(
                "The suggestion that you edited is gone.",
                "Copy your text and paste it yourself.",
                "copy",
            ),
            text,
        )

    def _clear(self) -> None:
        self._thinking.freeze(False)
        self.key = ""
        self._view = self._card = None
