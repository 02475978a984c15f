"""The tray icon: says at a glance what goes on, and holds the few commands there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from copilot.core.model import Command, PanelState, Phase
from copilot.ui import words
from copilot.ui.app_icon import Mood, app_icon
from copilot.ui.bridge import Bridge

_NEWS = 15_000
"""Milliseconds for which news stand beside the icon."""


class Tray(QObject):
    """An icon with a menu. Where no tray exists it waits for one and does no harm.

    `icon` is one that is shown already; `practice`, `doctor` and `about` start those programs.
    """

    def __init__(
        self,
        bridge: Bridge,
        icon: QSystemTrayIcon | None = None,
        *,
        practice: Callable[[], object],
        doctor: Callable[[], object],
        about: Callable[[], object],
    ) -> None:
        super().__init__()
        self._bridge = bridge
        self._mood: Mood | None = None
        self._paused = False
        # Qt does not own a tray's menu.
        self._menu = QMenu()
        self._labels: list[tuple[QAction, str]] = []
        self._entry("tray-open", lambda: bridge.send(Command("open")))
        self._pause = self._entry("tray-pause", self._toggle_pause)
        self._deny = self._menu.addAction("")
        self._deny.triggered.connect(lambda: bridge.send(Command("deny-app")))
        self._entry("tray-translate", lambda: bridge.send(Command("translate-text")))
        self._menu.addSeparator()
        self._entry("tray-practice", practice)
        self._entry("tray-history", lambda: bridge.send(Command("show-history")))
        self._entry("tray-sent", lambda: bridge.send(Command("show-sent")))
        self._entry("tray-settings", lambda: bridge.send(Command("open-settings")))
        self._entry("tray-doctor", doctor)
        self._entry("tray-about", about)
        self._menu.addSeparator()
        self._entry("tray-quit", lambda: bridge.send(Command("quit")))
        self._icon = icon or QSystemTrayIcon()
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._clicked)
        self._icon.messageClicked.connect(about)
        bridge.states.connect(self.show_state)
        self.show_state(bridge.latest)

    @property
    def available(self) -> bool:
        """Whether this desktop has a tray now."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @property
    def menu(self) -> QMenu:
        """The menu, for desktops and tests that show it elsewhere."""
        return self._menu

    @property
    def mood(self) -> Mood:
        """What the icon says."""
        return self._mood or Mood.WATCHING

    def relabel(self) -> None:
        """Say everything anew, in the language that the interface has now."""
        for action, name in self._labels:
            action.setText(words.word(name))
        self._mood = None
        self.show_state(self._bridge.latest)

    def show(self) -> None:
        """Show the icon; without a tray Qt shows it as soon as one appears."""
        self._icon.show()

    def tell_of_release(self, version: str, news: Sequence[str]) -> None:
        """Say once, beside the icon, that there is a newer version; a click opens About."""
        self._icon.showMessage(words.newer_version(version), "\n".join(news), app_icon(), _NEWS)

    def close(self) -> None:
        """Take the icon away."""
        self._icon.hide()

    @Slot(object)
    def show_state(self, state: PanelState) -> None:
        """Follow the state. An icon is sent to the tray only when it changes."""
        app = state.app_name if state.contact else ""
        if (label := words.deny_app(app)) != self._deny.text():
            self._deny.setText(label)
            self._deny.setEnabled(bool(app))
        mood = _mood(state)
        if mood is self._mood:
            return
        self._mood = mood
        self._paused = mood is Mood.PAUSED
        self._icon.setIcon(app_icon(mood))
        self._icon.setToolTip(f"{words.word('panel')}: {words.status(state)}")
        self._pause.setText(words.word("tray-resume" if self._paused else "tray-pause"))

    def _entry(self, name: str, run: Callable[[], object]) -> QAction:
        action = self._menu.addAction(words.word(name))
        action.triggered.connect(run)
        self._labels.append((action, name))
        return action

    def _toggle_pause(self) -> None:
        self._bridge.send(Command("resume" if self._paused else "pause"))

    @Slot(QSystemTrayIcon.ActivationReason)
    def _clicked(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self._bridge.send(Command("open"))


def _mood(state: PanelState) -> Mood:
    match state.phase:
        case Phase.PAUSED:
            return Mood.PAUSED
        case Phase.THINKING | Phase.STREAMING:
            return Mood.THINKING
        case Phase.ERROR | Phase.BLOCKED:
            return Mood.ATTENTION
        case Phase.EMPTY | Phase.DONE | Phase.OVER_BUDGET:
            return Mood.WATCHING
