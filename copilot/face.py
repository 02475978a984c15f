"""What is seen beside chats: the panel, made anew where the language changes, and its looks."""

from __future__ import annotations

from collections.abc import Callable

from copilot.core.intents import Intent
from copilot.store.settings import Settings
from copilot.ui import theme as themes
from copilot.ui.bridge import Bridge
from copilot.ui.panel import Panel
from copilot.ui.places import Places
from copilot.ui.theme import Theme


class Face:
    """Owns the panel. `settings` are asked for each time, `still` whether nothing shall move."""

    def __init__(
        self,
        bridge: Bridge,
        settings: Callable[[], Settings],
        still: Callable[[], bool],
        places: Places,
    ) -> None:
        self._bridge = bridge
        self._settings = settings
        self._still = still
        self._places = places
        self._panel: Panel | None = None

    def theme(self) -> Theme:
        """How everything looks now."""
        return themes.current(self._settings().panel, still=self._still())

    def make_panel(self) -> Panel:
        """The panel, in the language of now; one that was there before is gone."""
        if self._panel is not None:
            self._panel.retire()
        panel = self._panel = Panel(
            self._bridge,
            self.theme,
            chord=lambda name: self._settings().hotkeys.get(name, ""),
            places=self._places,
        )
        panel.prepare()
        return panel

    def translate(self) -> None:
        """The language has changed: words are set once, so it is made anew."""
        if self._panel is not None:
            self.make_panel()

    def redress(self) -> None:
        """The theme has changed."""
        if self._panel is not None:
            self._panel.redress()

    def take(self, intent: Intent) -> bool:
        """Do what is the panel's own; true if it is nobody else's."""
        return self._panel is not None and self._panel.take(intent)

    def close(self) -> None:
        """Close the panel."""
        if self._panel is not None:
            self._panel.close()
