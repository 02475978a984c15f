"""What the person has agreed to, over restarts, and the question about accessibility."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from copilot.core.intents import Command, Intent
from copilot.store.state import State

if TYPE_CHECKING:
    from copilot.ui.consent import ConsentWindow
    from copilot.ui.theme import Theme

_ACCESSIBILITY = "accessibility"
_READING = "reading"
_AGREED, _DECLINED, _ASKED = "agreed", "declined", "asked"


class Consents:
    """Asks once. `take` hears the answer; who has agreed before is not asked again."""

    def __init__(
        self, state: State, take: Callable[[Intent], None], theme: Callable[[], Theme]
    ) -> None:
        self._state = state
        self._take = take
        self._theme = theme
        self._window: ConsentWindow | None = None
        self._asked = False

    @property
    def to_reading(self) -> bool:
        """Whether the person has agreed that chats are read."""
        return self._state.text(_READING) == _AGREED

    @property
    def await_reading(self) -> bool:
        """Whether they were asked and have not agreed yet; until then, nothing is read."""
        return self._state.text(_READING) == _ASKED

    def ask_reading(self) -> None:
        """They are asked now."""
        self._state.set_text(_READING, _ASKED)

    def agree_to_reading(self) -> None:
        """They have, now."""
        self._state.set_text(_READING, _AGREED)

    def answer_accessibility(self, yes: bool) -> None:
        """Whether accessibility may be switched on."""
        self._state.set_text(_ACCESSIBILITY, _AGREED if yes else _DECLINED)

    def ask_accessibility(self) -> None:
        """Ask once; who agreed at an earlier start need not do so again when it is off again."""
        answered = self._state.text(_ACCESSIBILITY)
        if self._asked or answered == _DECLINED:
            return
        self._asked = True
        if answered == _AGREED:
            self._take(Command("enable-accessibility"))
        else:
            # Hardly ever needed: the start does not wait for it.
            from copilot.ui.consent import ask_accessibility

            self._window = ask_accessibility(self._take, self._theme)
            self._window.closed.connect(self._drop)

    def _drop(self) -> None:
        self._window = None

    def redress(self) -> None:
        """The theme has changed."""
        if self._window is not None:
            self._window.redress()

    def withdraw(self) -> None:
        """An end of the program is no answer."""
        if self._window is not None:
            self._window.withdraw()
