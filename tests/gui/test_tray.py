"""The tray icon follows the state; its menu holds the commands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from copilot.core.model import Command, Intent, PanelState, Phase
from copilot.ui.app_icon import Mood
from copilot.ui.bridge import Bridge
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
    for label in ("Open", "History", "What was sent", "Settings", "Practice chat", "Doctor", "About", "Quit"):
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
