"""The moments between the icon and the rest: Qt goes on, and no click is lost."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from copilot.core.errors import InputError
from copilot.core.intents import Command, Intent
from copilot.ui.application import load_beside
from copilot.ui.bridge import Bridge


def test_qt_goes_on_while_something_loads(qtbot: QtBot) -> None:
    ticked = threading.Event()
    QTimer.singleShot(0, ticked.set)
    assert load_beside(lambda: ticked.wait(10))


def test_what_loading_raises_is_raised(qtbot: QtBot) -> None:
    def fail() -> None:
        raise InputError("It is broken.", "Mend it.")

    with pytest.raises(InputError):
        load_beside(fail)


def test_intents_wait_for_whoever_takes_them(qtbot: QtBot) -> None:
    bridge, taken = Bridge(), list[Intent]()
    bridge.send(Command("open"))
    bridge.deliver_to(taken.append)
    bridge.send(Command("pause"))
    assert taken == [Command("open"), Command("pause")]
