"""The tray icon follows the state; its menu holds the commands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QDate, QDateTime, QTime
from PySide6.QtWidgets import QSystemTrayIcon

from copilot.core.intents import Command, Intent, ShowChat
from copilot.core.model import Notice, PanelState, Phase
from copilot.ui.app_icon import Mood
from copilot.ui.bridge import Bridge
from copilot.ui.pause_end import PauseEnd
from copilot.ui.tray import Tray


@pytest.fixture
def started() -> list[str]:
    return []


@pytest.fixture
def tray(bridge: Bridge, started: list[str]) -> Iterator[Tray]:
    made = Tray(
        bridge,
        practice=lambda: started.append("practice"),
        doctor=lambda: started.append("doctor"),
        about=lambda: started.append("about"),
    )
    made.show()
    yield made
    made.close()


def press(tray: Tray, label: str) -> None:
    (action,) = [a for a in tray.menu.actions() if a.text() == label]
    action.trigger()


def test_without_a_tray_on_the_desktop_it_does_no_harm(tray: Tray) -> None:
    assert not tray.available


@pytest.mark.parametrize(
    ("phase", "mood"),
    [
        (Phase.EMPTY, Mood.WATCHING),
        (Phase.DONE, Mood.WATCHING),
        (Phase.THINKING, Mood.THINKING),
        (Phase.STREAMING, Mood.THINKING),
        (Phase.PAUSED, Mood.PAUSED),
        (Phase.ERROR, Mood.ATTENTION),
        (Phase.BLOCKED, Mood.ATTENTION),
    ],
)
def test_the_icon_follows_the_phase(tray: Tray, bridge: Bridge, phase: Phase, mood: Mood) -> None:
    bridge.show_state(PanelState(phase))
    assert tray.mood is mood


def test_the_menu_sends_what_the_person_wants(
    tray: Tray, intents: list[Intent], started: list[str]
) -> None:
    for label in (
        "Open",
        "History",
        "What was sent",
        "Settings",
        "Practice chat",
        "Doctor",
        "About",
        "Quit",
    ):
        press(tray, label)
    names = ("open", "show-history", "show-sent", "open-settings", "quit")
    assert intents == [Command(name) for name in names]
    assert started == ["practice", "doctor", "about"]


def test_pause_becomes_resume(tray: Tray, bridge: Bridge, intents: list[Intent]) -> None:
    press(tray, "Pause")
    bridge.show_state(PanelState(Phase.PAUSED))
    press(tray, "Resume")
    bridge.show_state(replace(PanelState(), phase=Phase.DONE))
    press(tray, "Pause")
    assert intents == [Command("pause"), Command("resume"), Command("pause")]


def test_the_application_of_the_chat_can_be_left_alone_for_good(
    tray: Tray, bridge: Bridge, intents: list[Intent]
) -> None:
    (none,) = [a for a in tray.menu.actions() if a.text() == "Don't read this application"]
    assert not none.isEnabled()
    bridge.show_state(PanelState(contact="Anna", app_name="Gajim"))
    press(tray, "Don't read Gajim")
    assert intents == [Command("deny-app")]


def test_the_application_of_the_chat_can_rest(
    tray: Tray, bridge: Bridge, intents: list[Intent]
) -> None:
    (none,) = [a for a in tray.menu.actions() if a.text() == "Pause in this application"]
    assert not none.isEnabled()
    bridge.show_state(PanelState(contact="Anna", app_name="Gajim"))
    press(tray, "Pause in Gajim")
    assert intents == [Command("pause-app")]
    rests = Notice("Paused for this application.", "Nothing in it is read.", "resume", calm=True)
    bridge.show_state(PanelState(app_name="Gajim", notice=rests))
    press(tray, "Resume in Gajim")
    assert intents == [Command("pause-app"), Command("resume")]
    bridge.show_state(PanelState(Phase.PAUSED))
    assert not none.isVisible()


def chats(tray: Tray) -> list[str]:
    """The lines of the menu of recent chats, without what marks their direction."""
    (entry,) = [a for a in tray.menu.actions() if a.text() == "Recent chats"]
    lines = entry.menu().actions() if entry.isEnabled() else []  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType]
    return [action.text().strip("\u2068").replace("\u2069", "") for action in lines]  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]


def see(bridge: Bridge, *names: str, app: str = "Gajim") -> None:
    for name in names:
        bridge.show_state(PanelState(contact=name, app_name=app))


def test_recent_chats_the_newest_first_each_of_them_once(tray: Tray, bridge: Bridge) -> None:
    assert chats(tray) == []
    see(bridge, "Anna", "Ben", "Anna")
    see(bridge, "Anna", app="Pidgin")
    assert chats(tray) == ["Anna · Pidgin", "Anna · Gajim", "Ben · Gajim"]
    see(bridge, *"12345", "Dolce & Gabbana")
    assert chats(tray) == ["Dolce && Gabbana · Gajim", *(f"{n} · Gajim" for n in "54321")]


def test_a_recent_chat_is_looked_up(tray: Tray, bridge: Bridge, intents: list[Intent]) -> None:
    see(bridge, "Anna", "Ben")
    (entry,) = [a for a in tray.menu.actions() if a.text() == "Recent chats"]
    entry.menu().actions()[1].trigger()  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
    assert intents == [ShowChat("Anna", "Gajim")]


def test_no_chat_is_remembered_while_paused_nor_after_something_was_forgotten(
    tray: Tray, bridge: Bridge
) -> None:
    bridge.show_state(PanelState(Phase.PAUSED, contact="Anna", app_name="Gajim"))
    assert chats(tray) == []
    see(bridge, "Ben")
    tray.forget_chats()
    assert chats(tray) == []
    see(bridge, "Carla")
    assert chats(tray) == ["Carla · Gajim"]


class Clock:
    """A clock that goes when it is told to."""

    def __init__(self) -> None:
        self.time = QDateTime(QDate(2026, 11, 22), QTime(22, 30))

    def now(self) -> QDateTime:
        return self.time


@pytest.mark.parametrize(
    ("label", "wakes"),
    [
        ("Pause for an hour", QDateTime(QDate(2026, 11, 22), QTime(23, 30))),
        ("Pause until tomorrow", QDateTime(QDate(2026, 11, 23), QTime(6, 0))),
    ],
)
def test_a_pause_can_end_by_itself(
    bridge: Bridge, intents: list[Intent], label: str, wakes: QDateTime
) -> None:
    clock = Clock()
    end = PauseEnd(clock.now)
    nothing: list[str] = []
    tray = Tray(
        bridge, practice=nothing.clear, doctor=nothing.clear, about=nothing.clear, pause_end=end
    )
    press(tray, label)
    bridge.show_state(PanelState(Phase.PAUSED))
    assert not [a for a in tray.menu.actions() if a.text() == label and a.isVisible()]
    clock.time = wakes.addSecs(-1)
    end.look()
    assert intents == [Command("pause")]
    clock.time = wakes
    end.look()
    assert intents == [Command("pause"), Command("resume")]


def test_who_resumes_by_hand_is_not_resumed_again(bridge: Bridge, intents: list[Intent]) -> None:
    clock = Clock()
    end = PauseEnd(clock.now)
    nothing: list[str] = []
    tray = Tray(
        bridge, practice=nothing.clear, doctor=nothing.clear, about=nothing.clear, pause_end=end
    )
    press(tray, "Pause for an hour")
    bridge.show_state(PanelState(Phase.PAUSED))
    press(tray, "Resume")
    bridge.show_state(PanelState())
    press(tray, "Pause")
    bridge.show_state(PanelState(Phase.PAUSED))
    clock.time = clock.time.addDays(2)
    end.look()
    assert intents == [Command("pause"), Command("resume"), Command("pause")]


class Icon(QSystemTrayIcon):
    """Remembers what it was to say beside itself."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def showMessage(self, title: str, *_: object) -> None:  # pyright: ignore[reportIncompatibleMethodOverride]
        self.said.append(title)


def test_only_what_needs_a_person_is_said_beside_the_icon(
    bridge: Bridge, intents: list[Intent]
) -> None:
    icon, nothing = Icon(), list[str]()
    tray = Tray(bridge, icon, practice=nothing.clear, doctor=nothing.clear, about=nothing.clear)
    assert tray.mood is Mood.WATCHING
    offline = Notice("The model can't be reached.", "", "refresh", retryable=True)
    locked = Notice("The keychain is locked.", "Open it.", "open-keychain")
    bridge.show_state(PanelState(Phase.ERROR, notice=offline))
    bridge.show_state(PanelState(Phase.ERROR, notice=locked))
    bridge.show_state(PanelState(Phase.DONE, notice=locked))
    assert icon.said == ["The keychain is locked."]
    icon.messageClicked.emit()
    assert intents == [Command("open")]
    # What the panel says already is not said twice.
    seen = Notice("settings.toml can't be used.", "Look at line 3.", "open-settings-file")
    bridge.show_state(PanelState(Phase.DONE, visible=True, notice=seen))
    assert icon.said == ["The keychain is locked."]
