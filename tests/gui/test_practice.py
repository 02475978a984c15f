"""The practice chat behaves like a chat, for people and for screen readers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from copilot.ui import theme as themes
from copilot.ui.bubbles import Bubble
from copilot.ui.friend import Friend, script, typing_ms
from copilot.ui.practice import PracticeWindow


class Clock:
    """Holds what was asked to be done later."""

    def __init__(self) -> None:
        self.waiting: list[tuple[int, Callable[[], None]]] = []

    def wait(self, milliseconds: int, call: Callable[[], None]) -> None:
        self.waiting.append((milliseconds, call))

    def run(self) -> None:
        calls, self.waiting = self.waiting, []
        for _, call in calls:
            call()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def window(qtbot: QtBot, clock: Clock) -> Iterator[PracticeWindow]:
    made = PracticeWindow(script("en"), theme=partial(themes.make, dark=False), wait=clock.wait)
    qtbot.addWidget(made)
    made.resize(420, 560)
    made.show()
    yield made
    made.close()


def messages(window: PracticeWindow) -> list[Bubble]:
    return window.messages.findChildren(Bubble)


def said(window: PracticeWindow) -> list[tuple[bool, str]]:
    return [(bubble.mine, bubble.text()) for bubble in messages(window)]


def presence(window: PracticeWindow) -> str:
    label = window.findChild(QLabel, "presence")
    assert isinstance(label, QLabel)
    return label.text()


def test_the_friend_writes_first(window: PracticeWindow, clock: Clock) -> None:
    before = len(messages(window))
    assert presence(window) == "typing…"
    clock.run()
    assert said(window)[before:] == [(False, script("en").question)]
    assert presence(window) == "online"


def test_enter_sends_and_the_friend_answers(window: PracticeWindow, clock: Clock) -> None:
    clock.run()
    QTest.keyClicks(window.draft, "Sure")
    QTest.keyClick(window.draft, Qt.Key.Key_Return)
    assert said(window)[-1] == (True, "Sure")
    assert window.draft.toPlainText() == ""
    ((milliseconds, _),) = clock.waiting
    assert 500 < milliseconds < 5000
    clock.run()
    assert said(window)[-1] == (False, script("en").answers[0])


def test_shift_and_enter_begin_a_line(window: PracticeWindow) -> None:
    one_line = window.draft.height()
    QTest.keyClicks(window.draft, "a")
    QTest.keyClick(window.draft, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(window.draft, "b")
    assert window.draft.toPlainText() == "a\nb"
    assert window.draft.height() > one_line
    QTest.keyClick(window.draft, Qt.Key.Key_Enter)
    assert said(window)[-1] == (True, "a\nb")
    assert window.draft.height() == one_line


def test_nothing_is_not_sent(window: PracticeWindow) -> None:
    before = said(window)
    QTest.keyClicks(window.draft, "   ")
    (send,) = [b for b in window.findChildren(QPushButton) if b.text() == "Send"]
    send.click()
    assert said(window) == before


def test_messages_tell_who_what_and_when(window: PracticeWindow, clock: Clock) -> None:
    clock.run()
    window.draft.setPlainText("好的\n🙂")
    window.send()
    for bubble in messages(window):
        found = QAccessible.queryAccessibleInterface(bubble)
        assert found is not None
        assert found.role() is QAccessible.Role.StaticText
        sender, _, rest = found.text(QAccessible.Text.Name).partition(", ")
        at, _, text = rest.partition(": ")
        assert sender == ("Me" if bubble.mine else "Lin")
        assert len(at) == len("14:03")
        assert text == bubble.text()
    assert messages(window)[-1].text() == "好的\n🙂"
    # Own ones on the right, the friend's on the left.
    middle = window.messages.viewport().width() / 2
    for bubble in messages(window):
        assert (bubble.geometry().center().x() > middle) == bubble.mine


def test_its_parts_are_named_as_the_reader_expects(window: PracticeWindow) -> None:
    assert window.windowTitle() == "Lin — Practice chat"
    assert window.draft.accessibleName() == "Message"
    assert window.messages.accessibleName() == "Messages"
    inside = messages(window)[0].parentWidget()
    assert inside is not None
    assert inside.accessibleName() == "Messages"
    contact = window.findChild(QLabel, "contact")
    assert isinstance(contact, QLabel)
    assert contact.accessibleName() == contact.text() == "Lin"


def test_the_newest_message_is_seen(window: PracticeWindow, clock: Clock, qtbot: QtBot) -> None:
    for n in range(12):
        window.draft.setPlainText(f"message {n}")
        window.send()
        clock.run()
    bar = window.messages.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0 and bar.value() == bar.maximum())


def test_an_unscripted_friend_says_only_what_they_are_given(qtbot: QtBot, clock: Clock) -> None:
    window = PracticeWindow(script("en"), scripted=False, wait=clock.wait)
    qtbot.addWidget(window)
    window.show()
    window.draft.setPlainText("Hello?")
    window.send()
    assert clock.waiting == []
    window.heard.emit("Are you there?")
    qtbot.waitUntil(lambda: said(window)[-1] == (False, "Are you there?"))


def test_the_friend_speaks_chinese_where_it_is_spoken() -> None:
    assert script("zh_CN").name == "小林"
    assert script("zh").name == "小林"
    assert script("de_DE").name == script("").name == "Lin"


def test_the_friend_never_falls_silent() -> None:
    lines = script("en")
    friend = Friend(lines)
    answers = [friend.answer() for _ in range(2 * len(lines.answers))]
    assert answers == [*lines.answers, *lines.answers]
    assert all(typing_ms(text) <= 4000 for text in answers)
