"""The one place where core and Qt meet: PanelStates go in, Intents come out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from copilot.core.intents import Intent
from copilot.core.model import PanelState


class Bridge(QObject):
    """Carries states to whoever shows them; `take` hears of intents, on Qt's thread.

    Intents that are sent before anybody takes them wait.
    """

    states = Signal(object)
    _arrived = Signal(object)

    def __init__(self, take: Callable[[Intent], None] | None = None) -> None:
        super().__init__()
        self._early: list[Intent] = []
        self._take = take or self._early.append
        self._latest = PanelState()
        self.drafts: dict[str, str] = {}
        """Texts that somebody was editing, by their card: they outlive a panel."""
        # Qt's default: from its own thread this is a plain call, from another one it is queued.
        self._arrived.connect(self._spread)

    def deliver_to(self, take: Callable[[Intent], None]) -> None:
        """From now on `take` hears of intents; it gets those that waited first."""
        self._take = take
        early, self._early = self._early, []
        for intent in early:
            take(intent)

    @property
    def latest(self) -> PanelState:
        """The newest state, for those who come late."""
        return self._latest

    def show_state(self, state: PanelState) -> None:
        """Show this state; may be called from any thread."""
        self._arrived.emit(state)

    def send(self, intent: Intent) -> None:
        """Tell core what the person wants."""
        self._take(intent)

    @Slot(object)
    def _spread(self, state: PanelState) -> None:
        self._latest = state
        self.states.emit(state)
