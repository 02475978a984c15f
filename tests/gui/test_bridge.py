"""States come from any thread and arrive on Qt's."""

from __future__ import annotations

import threading

from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from copilot.core.intents import Command, Intent
from copilot.core.model import PanelState
from copilot.ui.bridge import Bridge


def test_a_state_from_another_thread_arrives_on_qts(qtbot: QtBot) -> None:
    bridge = Bridge(lambda _intent: None)
    arrived: list[tuple[PanelState, QThread]] = []

    def arrive(state: PanelState) -> None:
        arrived.append((state, QThread.currentThread()))

    bridge.states.connect(arrive)
    state = PanelState(contact="Anna")
    thread = threading.Thread(target=bridge.show_state, args=(state,))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(arrived))
    assert arrived == [(state, bridge.thread())]
    assert bridge.latest == state


def test_on_qts_own_thread_it_is_a_plain_call(qtbot: QtBot) -> None:
    bridge = Bridge(lambda _intent: None)
    bridge.show_state(PanelState(contact="Anna"))
    assert bridge.latest.contact == "Anna"


def test_intents_reach_core(qtbot: QtBot) -> None:
    taken: list[Intent] = []
    Bridge(taken.append).send(Command("undo"))
    assert taken == [Command("undo")]
