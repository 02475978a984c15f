"""The tray icon: says at a glance what goes on, and holds the few commands there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QLocale, QObject, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from copilot.core.intents import Command
from copilot.core.model import Notice, PanelState, Phase
from copilot.ui import words
from copilot.ui.app_icon import Mood, app_icon
from copilot.ui.bridge import Bridge
from copilot.ui.messages import said
from copilot.ui.pause_end import PauseEnd
from copilot.ui.recent_chats import RecentChats

_NEEDS = frozenset(
    {
        "enable-accessibility",
        "open-keychain",
        "open-settings",
        "open-settings-file",
        "recover-history",
    }
)
"""Actions of notices that only a person can take: of the others the panel is enough."""
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
        pause_end: PauseEnd | None = None,
    ) -> None:
        super().__init__()
        self._bridge = bridge
        self._mood: Mood | None = None
        self._paused = False
        self._end = PauseEnd() if pause_end is None else pause_end
        self._end.came.connect(self._resume)
        self._told: Notice | None = None
        self._when_clicked: Callable[[], object] = about
        # Qt does not own a tray's menu.
        self._menu = QMenu()
        self._labels: list[tuple[QAction, str]] = []
        self._entry("tray-open", lambda: bridge.send(Command("open")))
        self._pause = self._entry("tray-pause", self._toggle_pause)
        self._pauses = (
            self._entry("tray-pause-hour", lambda: self._pause_until(self._end.in_an_hour)),
            self._entry("tray-pause-day", lambda: self._pause_until(self._end.tomorrow)),
        )
        self._pause_app = self._menu.addAction("")
        self._pause_app.triggered.connect(self._toggle_app)
        self._app_rests = False
        self._deny = self._menu.addAction("")
        self._deny.triggered.connect(lambda: bridge.send(Command("deny-app")))
        self._menu.addSeparator()
        self._recent = RecentChats(self._menu, bridge.send)
        self._entry("tray-translate", lambda: bridge.send(Command("translate-text")))
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
        self._about = about
        self._icon.messageClicked.connect(self._message_clicked)
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
        self._recent.relabel()
        self._mood = None
        self.show_state(self._bridge.latest)

    def forget_chats(self) -> None:
        """Something was forgotten: the menu remembers no chat either."""
        self._recent.forget()

    def show(self) -> None:
        """Show the icon; without a tray Qt shows it as soon as one appears."""
        self._icon.show()

    def tell_of_release(self, version: str, news: Sequence[str]) -> None:
        """Say once, beside the icon, that there is a newer version; a click opens About."""
        self._tell(words.newer_version(version), "\n".join(news), self._about)

    def close(self) -> None:
        """Take the icon away."""
        self._icon.hide()

    @Slot(object)
    def show_state(self, state: PanelState) -> None:
        """Follow the state. An icon is sent to the tray only when it changes."""
        self._tell_of_app(state)
        self._recent.notice(state)
        self._tell_of_need(state)
        mood = _mood(state)
        if mood is self._mood:
            return
        if self._mood is Mood.PAUSED:
            self._end.forget()
        self._mood = mood
        self._paused = mood is Mood.PAUSED
        self._icon.setIcon(app_icon(mood))
        self._icon.setToolTip(f"{words.word('panel')}: {self._status(state)}")
        self._pause.setText(words.word("tray-resume" if self._paused else "tray-pause"))
        for pause in (*self._pauses, self._pause_app):
            pause.setVisible(not self._paused)

    def _tell_of_app(self, state: PanelState) -> None:
        """Offer what can be done about the application of the chat, by its name."""
        app = state.app_name if state.contact else ""
        _label(self._deny, words.deny_app(app), enabled=bool(app))
        self._app_rests = state.notice is not None and state.notice.action == "resume"
        if self._app_rests:
            _label(self._pause_app, words.resume_app(state.app_name), enabled=True)
        else:
            _label(self._pause_app, words.pause_app(app), enabled=bool(app))

    def _status(self, state: PanelState) -> str:
        if self._paused and self._end.at is not None:
            short = QLocale.FormatType.ShortFormat
            return words.paused_until(QLocale().toString(self._end.at.time(), short))
        return words.status(state)

    def _tell_of_need(self, state: PanelState) -> None:
        """Say beside the icon what only a person can mend, once, unless the panel says it."""
        notice = state.notice
        if notice is None or notice.action not in _NEEDS or notice == self._told:
            return
        self._told = notice
        if not state.visible:
            title, hint = said(notice.title), said(notice.hint)
            self._tell(title, hint, lambda: self._bridge.send(Command("open")))

    def _tell(self, title: str, text: str, clicked: Callable[[], object]) -> None:
        self._when_clicked = clicked
        self._icon.showMessage(title, text, app_icon(), _NEWS)

    @Slot()
    def _message_clicked(self) -> None:
        self._when_clicked()

    def _entry(self, name: str, run: Callable[[], object]) -> QAction:
        action = self._menu.addAction(words.word(name))
        action.triggered.connect(run)
        self._labels.append((action, name))
        return action

    def _pause_until(self, set_end: Callable[[], None]) -> None:
        set_end()
        self._bridge.send(Command("pause"))

    @Slot()
    def _resume(self) -> None:
        if self._paused:
            self._bridge.send(Command("resume"))

    def _toggle_pause(self) -> None:
        self._bridge.send(Command("resume" if self._paused else "pause"))

    def _toggle_app(self) -> None:
        self._bridge.send(Command("resume" if self._app_rests else "pause-app"))

    @Slot(QSystemTrayIcon.ActivationReason)
    def _clicked(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self._bridge.send(Command("open"))


def _label(action: QAction, words: str, *, enabled: bool) -> None:
    """Set what is different: each change is sent to the desktop."""
    if (label := words.replace("&", "&&")) != action.text():
        action.setText(label)
    if enabled != action.isEnabled():
        action.setEnabled(enabled)


def _mood(state: PanelState) -> Mood:
    match state.phase:
        case Phase.PAUSED:
            return Mood.PAUSED
        case Phase.THINKING | Phase.STREAMING:
            return Mood.THINKING
        case Phase.ERROR | Phase.BLOCKED:
            return Mood.ATTENTION
        case Phase.EMPTY | Phase.DONE | Phase.OVER_BUDGET | Phase.OFFLINE:
            return Mood.WATCHING
