"""Opens the window that takes the keyboard when the state says that somebody edits, or wishes."""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, Slot

from copilot.core.intents import OWN_WORDS, Command, InsertEdited, Intent, Wish
from copilot.core.model import PanelState
from copilot.ui.edit_words import task_for
from copilot.ui.theme import Theme

if TYPE_CHECKING:
    from copilot.ui.editor import Editor


class Editing(QObject):
    """Follows PanelState.editing.

    `make` makes the window, `where` tells where the card with a key is, or the row of wishes
    (logical pixels of the desktop). `drafts` keeps what was written but not taken, by key, of own
    words by chat: who opens the same again finds it.
    """

    def __init__(
        self,
        send: Callable[[Intent], None],
        make: Callable[[], Editor],
        where: Callable[[str], QRect],
        drafts: MutableMapping[str, str],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._send = send
        self._make = make
        self._where = where
        self._drafts = drafts
        self._editor: Editor | None = None
        self._key = ""
        self._slot = self._text = ""
        """Where what was opened last is kept, and how it was then."""

    def show_state(self, state: PanelState) -> None:
        """Open for what the state says is edited; say so where that has gone."""
        before, self._key = self._key, state.editing
        if before == self._key:
            return
        if self._editor is not None and self._editor.is_open:
            if not self._key:
                self._editor.say_gone()
                return
            self._drafts[self._slot] = self._editor.text
        if self._key:
            self._open(state)

    def _open(self, state: PanelState) -> None:
        card = next((card for card in state.cards if card.key == self._key), None)
        if card is None and self._key != OWN_WORDS:
            return
        # Own words are for one chat: they may tell of it.
        slot = self._key if card is not None else f"{self._key} {state.app_name} {state.contact}"
        self._give_up(slot)
        self._slot, self._text = slot, card.text if card is not None else state.wish
        kept = {card.key for card in state.cards} | {slot}
        for key in [key for key in self._drafts if key not in kept]:
            del self._drafts[key]
        if self._editor is None:
            self._editor = self._make()
            self._editor.taken.connect(self._take)
            self._editor.left.connect(self._leave)
        task = task_for(self._key, state.contact)
        text = self._drafts.get(slot, self._text)
        self._editor.open(task, text, self._where(self._key))

    def _give_up(self, slot: str = "") -> None:
        """What is left of something that has gone makes room for `slot`: it can still be copied."""
        editor = self._editor
        if editor is None or not editor.isVisible() or editor.is_open:
            return
        if self._slot == slot:
            self._drafts[slot] = editor.text
        elif not self._slot.startswith(OWN_WORDS) and editor.text != self._text:
            # Nothing takes it any more: whoever hears of it tells where it can be copied.
            self._send(InsertEdited(self._slot, editor.text))

    @Slot(str)
    def _take(self, text: str) -> None:
        if self._key == OWN_WORDS:
            self._drafts.pop(self._slot, None)
            self._send(Wish(text))
            self._send(Command("stop-editing"))
        else:
            self._drafts[self._slot] = text  # found again where it could not be written
            self._send(InsertEdited(self._key, text))

    @Slot()
    def _leave(self) -> None:
        if self._key and self._editor is not None:
            self._drafts[self._slot] = self._editor.text
            self._send(Command("stop-editing"))

    def dress(self, _theme: Theme) -> None:
        """Use the theme that is in force."""
        if self._editor is not None:
            self._editor.redress()

    def close(self) -> None:
        """Close the window; what stands there is found again when the same is opened."""
        if self._editor is not None:
            if self._key and self._editor.is_open:
                self._drafts[self._slot] = self._editor.text
            self._give_up()
            self._editor.close()
