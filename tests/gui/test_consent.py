"""The question for accessibility: told once, and an Enter meant for the chat does not agree."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from copilot.core.intents import Command, Intent
from copilot.ui.consent import ConsentWindow, ask_accessibility


@pytest.fixture
def window(qtbot: QtBot, intents: list[Intent]) -> ConsentWindow:
    made = ask_accessibility(intents.append)
    qtbot.addWidget(made)
    qtbot.waitExposed(made)
    return made


def press(window: ConsentWindow, label: str) -> None:
    (button,) = [b for b in window.findChildren(QPushButton) if b.text() == label]
    button.click()


def test_it_says_what_is_read_and_that_it_stays(window: ConsentWindow) -> None:
    said = " ".join(label.text() for label in window.findChildren(QLabel))
    assert "password" in said
    assert "stays on" in said


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape])
def test_a_key_that_was_meant_for_the_chat_does_not_agree(
    window: ConsentWindow, intents: list[Intent], key: Qt.Key
) -> None:
    focused = window.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Not now"
    QTest.keyClick(focused, key)
    assert intents == [Command("decline-accessibility")]


@pytest.mark.parametrize(
    ("label", "name"),
    [("Switch it on", "enable-accessibility"), ("Not now", "decline-accessibility")],
)
def test_it_is_told_once(
    window: ConsentWindow, intents: list[Intent], label: str, name: str
) -> None:
    press(window, label)
    assert intents == [Command(name)]
    window.withdraw()
    assert intents == [Command(name)]


def test_closing_it_is_a_no(window: ConsentWindow, intents: list[Intent]) -> None:
    window.close()
    assert intents == [Command("decline-accessibility")]


def test_withdrawn_it_answers_nothing(window: ConsentWindow, intents: list[Intent]) -> None:
    window.withdraw()
    assert not window.isVisible()
    assert intents == []
