"""The windows that belong to the panel: what tells more of a card, and what one is edited in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from copilot.core.intents import OWN_WORDS, Edit
from copilot.core.model import PanelState, SkillAnswer
from copilot.ui.bridge import Bridge
from copilot.ui.card_list import CardList
from copilot.ui.editing import Editing
from copilot.ui.hint import Hint, Hints
from copilot.ui.surface import Surface
from copilot.ui.theme import Theme

if TYPE_CHECKING:
    from copilot.ui.answer_window import AnswerWindow
    from copilot.ui.editor import Editor


class Companions:
    """Made when they are wanted; they follow the panel's states and theme."""

    def __init__(
        self,
        panel: Surface,
        bridge: Bridge,
        ask_theme: Callable[[], Theme],
        blends: Callable[[], bool],
        cards: CardList,
        wishes: QWidget,
    ) -> None:
        """`cards` and `wishes` are parts of the panel."""

        def create_hint() -> Hint:
            return Hint(ask_theme(), blends)

        def create_editor() -> Editor:
            from copilot.ui.editor import Editor  # the start need not wait for it

            return Editor(ask_theme, blends)

        self._panel = panel
        self._cards = cards
        self._wishes = wishes
        self._hints = Hints(panel, create_hint, lambda: cards.shown, self._body)
        self._editing = Editing(bridge.send, create_editor, self._where, bridge.drafts, panel)
        self._send = bridge.send
        self._ask_theme = ask_theme
        self._window: AnswerWindow | None = None
        cards.edited.connect(self._edit)
        cards.left.connect(self._hints.leave)

    def read(self, answer: SkillAnswer) -> None:
        """Show an answer in a window of its own."""
        from copilot.ui.answer_window import AnswerWindow  # most people never open it

        if self._window is not None:
            self._window.close()
        self._window = AnswerWindow(answer, self._ask_theme)
        self._window.closed.connect(self._drop)
        self._window.present()

    def _drop(self) -> None:
        self._window = None

    def _edit(self, key: str) -> None:
        self._hints.leave()
        self._send(Edit(key))

    def point(self, key: str) -> None:
        """The person points at the card with this key."""
        self._hints.point(key)

    def show_state(self, state: PanelState) -> None:
        """Open and close what this state asks for; to be called once the panel shows it."""
        self._hints.show_state(state)
        self._hints.refresh()
        self._editing.show_state(state)

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self._hints.dress(theme)
        self._editing.dress(theme)
        if self._window is not None:
            self._window.redress()

    def close(self) -> None:
        """Close them, for another panel; what was being written is kept."""
        self._hints.close()
        self._editing.close()
        if self._window is not None:
            self._window.close()

    def _body(self) -> QRect:
        """The panel's visible part on the desktop."""
        body = self._panel.body()
        return QRect(self._panel.mapToGlobal(body.topLeft()), body.size())

    def _where(self, key: str) -> QRect:
        """Where the card is, or the row of wishes, as wide as the panel."""
        part = self._wishes if key == OWN_WORDS else self._cards.card(key)
        body = self._body()
        if part is None or not part.isVisible():
            return body
        return QRect(body.left(), part.mapToGlobal(QPoint(0, 0)).y(), body.width(), part.height())
