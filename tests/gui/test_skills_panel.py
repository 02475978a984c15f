"""The panel's section of skills: what can be run, what was answered, what can be done with it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from copilot.core.intents import ChooseNumber, Command, Intent, RunSkill, Show
from copilot.core.model import PanelState, Phase, Rect, SkillAnswer, SkillChoice
from copilot.ui import skills
from copilot.ui.answer_view import AnswerView
from copilot.ui.answer_window import AnswerWindow
from copilot.ui.bridge import Bridge
from copilot.ui.controls import Dot
from copilot.ui.copy_button import CopyButton
from copilot.ui.panel import Panel
from copilot.ui.skill_list import SkillRow
from copilot.ui.skills import LinkQuestion
from tests.gui.states import CHINESE, STATES
from tests.gui.states_skills import (
    ANSWER,
    ANSWERED,
    ANSWERING,
    CHOICES,
    FAILED,
    LONG_ANSWER,
    PROOFREAD,
    SKILL_LIST,
)
from tests.gui.test_panel import accessible, button, cards, texts


def rows(panel: Panel) -> list[SkillRow]:
    return sorted((r for r in panel.findChildren(SkillRow) if r.isVisible()), key=lambda r: r.y())


def press(panel: Panel, name: str) -> None:
    QTest.mouseClick(button(panel, name), Qt.MouseButton.LeftButton)


def offered(panel: Panel) -> set[str]:
    names = ("Put into draft", "Copy", "Stop", "Run again")
    return {
        name
        for name in names
        for b in panel.findChildren(QWidget)
        if b.accessibleName() == name or getattr(b, "text", str)() == name
        if b.isVisible()
    }


def test_the_tab_leads_there(panel: Panel, bridge: Bridge, intents: list[Intent]) -> None:
    bridge.show_state(CHINESE)
    press(panel, "Skills")
    assert intents == [Show("skills")]
    assert rows(panel) == []
    bridge.show_state(SKILL_LIST)
    assert button(panel, "Skills").isChecked()
    assert cards(panel) == []


def test_what_is_ready_runs_and_what_is_not_says_why(
    panel: Panel, bridge: Bridge, intents: list[Intent]
) -> None:
    bridge.show_state(SKILL_LIST)
    assert len(rows(panel)) == len(CHOICES)
    for row in rows(panel):
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert intents == [RunSkill(choice.name) for choice in CHOICES if choice.ready]
    lacking = rows(panel)[2]
    assert not lacking.isEnabled()
    assert "Needs a draft" in lacking.accessibleDescription()
    bridge.show_state(
        replace(SKILL_LIST, skills=(SkillChoice("summary", "", "", "conversation", ready=False),))
    )
    assert "Needs a conversation" in rows(panel)[0].accessibleDescription()


def test_skills_of_the_program_have_our_words_and_ones_own_the_files(
    panel: Panel, bridge: Bridge
) -> None:
    bridge.show_state(SKILL_LIST)
    found = {row.accessibleName(): row.accessibleDescription() for row in rows(panel)}
    assert "What they mean: what stands between the lines" in found["Explain"]
    assert CHOICES[4].description in found["As a haiku"]
    assert accessible(rows(panel)[0]).role() is QAccessible.Role.Button


def test_keys_of_suggestions_run_them(bridge: Bridge) -> None:
    bridge.show_state(SKILL_LIST)
    bound = Panel(bridge, blends=lambda: False, chord=lambda name: f"Ctrl+Alt+{name}")
    try:
        told = [row.accessibleDescription().split("\n")[-1] for row in rows(bound)]
        assert told[0] == "Ctrl+Alt+choose1"
        assert told[3] == "Ctrl+Alt+choose3"  # the third that is ready
        assert "choose" not in told[2]
    finally:
        bound.close()


def test_without_a_model_it_says_what_to_do(
    panel: Panel, bridge: Bridge, intents: list[Intent]
) -> None:
    bridge.show_state(replace(SKILL_LIST, skills=()))
    assert "Skills need a model" in texts(panel)
    press(panel, "Open settings")
    assert intents == [Command("open-settings")]


@pytest.mark.parametrize(
    ("state", "buttons"),
    [
        (ANSWERING, {"Stop"}),
        (ANSWERED, {"Copy", "Run again"}),
        (PROOFREAD, {"Put into draft", "Copy", "Run again"}),
        (FAILED, {"Copy", "Run again"}),
        (replace(FAILED, answer=replace(ANSWER, text="", trouble="No.")), {"Run again"}),
    ],
)
def test_what_can_be_done_with_an_answer(
    panel: Panel, bridge: Bridge, state: PanelState, buttons: set[str]
) -> None:
    bridge.show_state(state)
    assert rows(panel) == []
    assert offered(panel) == buttons


def test_buttons_of_an_answer(panel: Panel, bridge: Bridge, intents: list[Intent]) -> None:
    bridge.show_state(PROOFREAD)
    for name in ("Put into draft", "Copy", "Run again", "Back to all skills"):
        press(panel, name)
    bridge.show_state(ANSWERING)
    press(panel, "Stop")
    assert intents == [
        Command("insert-answer"),
        Command("copy-answer"),
        RunSkill("proofread"),
        Command("close-answer"),
        Command("close-answer"),
    ]


def test_trouble_is_told_with_what_to_do(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(FAILED)
    told = next(text for text in texts(panel) if "can't be reached" in text)
    assert "Look at your network connection" in told


def test_the_foot_speaks_of_the_answer(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(replace(ANSWERED, cards=CHINESE.cards, cost="¥9", masked=7))
    assert "¥0.0011" in texts(panel)
    assert button(panel, "2 masked")


def test_a_link_is_opened_only_after_asking(qtbot: QtBot) -> None:
    opened: list[QUrl] = []
    host = QWidget()
    qtbot.addWidget(host)
    question = LinkQuestion(host, opened.append)
    question.ask("https://example.org/café?a=1")
    texts_of_it = [child.property("text") for child in question.findChildren(QWidget)]
    assert any("https://example.org/café?a=1" in str(text) for text in texts_of_it)
    assert opened == []
    question.leave()
    question.ask("https://example.org/two")
    yes = next(b for b in question.findChildren(QWidget) if b.property("text") == "Open")
    QTest.mouseClick(yes, Qt.MouseButton.LeftButton)
    assert opened == [QUrl("https://example.org/two")]
    QTest.mouseClick(yes, Qt.MouseButton.LeftButton)
    assert len(opened) == 1


def test_the_panel_has_room_for_the_question(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(ANSWERED)
    before = panel.height()
    panel.findChildren(LinkQuestion)[0].ask("https://example.org/")
    assert panel.height() > before
    press(panel, "Don't open")
    assert panel.height() == before


@pytest.mark.parametrize("name", [name for name in STATES if "answer" in name or "skill" in name])
def test_long_answers_stay_inside_small_screens(panel: Panel, bridge: Bridge, name: str) -> None:
    screen = panel.screen().availableGeometry()
    draft = Rect(20, screen.bottom() - 40, 500, 30)
    bridge.show_state(replace(STATES[name], draft_area=draft))
    assert panel.height() < screen.height()
    if STATES[name] is LONG_ANSWER:
        view = panel.findChildren(AnswerView)[0]
        assert view.height() < screen.height() / 2
        assert view.verticalScrollBar().maximum() > 0


def test_an_answer_grows_at_the_displays_pace(panel: Panel, bridge: Bridge, qtbot: QtBot) -> None:
    bridge.show_state(ANSWERING)
    view = panel.findChildren(AnswerView)[0]
    for n in range(40):
        grown = replace(ANSWER, text="word " * (n + 5), streaming=True)
        bridge.show_state(replace(ANSWERING, answer=grown))
    qtbot.waitUntil(lambda: view.toPlainText().count("word") == 44)


def test_another_section_hides_the_answer_and_keeps_it(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(ANSWERED)
    view = panel.findChildren(AnswerView)[0]
    bridge.show_state(replace(ANSWERED, section="replies", cards=CHINESE.cards, phase=Phase.DONE))
    assert not view.isVisible()
    bridge.show_state(ANSWERED)
    assert view.isVisible()
    bridge.show_state(replace(SKILL_LIST, answer=SkillAnswer("advice", "Advice", streaming=True)))
    assert not view.isVisible()


def test_a_key_turns_the_pages_of_a_long_answer(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(LONG_ANSWER)
    (view,) = panel.findChildren(AnswerView)
    bar = view.verticalScrollBar()
    places = [bar.value()]
    while not places[1:] or places[-1]:
        assert panel.take(Command("mark-next"))
        places.append(bar.value())
    assert bar.maximum() in places
    assert places == [*sorted(places[:-1]), 0]
    bridge.show_state(ANSWERED)
    assert not panel.take(Command("mark-next"))
    bridge.show_state(CHINESE)
    assert not panel.take(Command("mark-next"))


def test_keys_copy_an_answer_and_open_it_in_a_window(
    panel: Panel, bridge: Bridge, intents: list[Intent]
) -> None:
    for state in (CHINESE, SKILL_LIST, ANSWERING):
        bridge.show_state(state)
        assert not any(panel.take(ChooseNumber(n)) for n in (1, 2, 3, 4))
    bridge.show_state(ANSWERED)
    assert panel.take(ChooseNumber(2))
    assert intents == [Command("copy-answer")]
    (copy,) = [b for b in panel.findChildren(CopyButton) if b.accessibleName() == "Copy"][-1:]
    assert panel.take(ChooseNumber(3))
    assert [w.isVisible() for w in windows()][-1:] == [True]
    assert copy.confirms
    assert not panel.take(ChooseNumber(1))  # what goes into a draft is not this part's to do


def test_the_keys_are_in_sight(bridge: Bridge) -> None:
    bridge.show_state(PROOFREAD)
    bound = Panel(bridge, blends=lambda: False, chord=lambda name: f"Ctrl+Alt+{name[-1]}")
    try:
        labels = [b.text() for b in seen(bound)]
        assert {"Put into draft  ⌃⌥1", "Copy  ⌃⌥2"} <= set(labels)
        window = next(b for b in seen(bound) if b.accessibleName() == "Read it in a window")
        assert "Ctrl+Alt+3" in window.toolTip()
        assert window.accessibleDescription() == "Ctrl+Alt+3"
    finally:
        bound.close()


def test_the_head_tells_that_a_skill_runs(panel: Panel, bridge: Bridge) -> None:
    def says() -> list[str]:
        return [dot.accessibleName() for dot in panel.findChildren(Dot)]

    bridge.show_state(replace(ANSWERING, answer=replace(ANSWER, text="", streaming=True)))
    assert says() == ["thinking"]
    bridge.show_state(ANSWERING)
    assert says() == ["writing"]
    bridge.show_state(replace(ANSWERING, section="replies", phase=Phase.DONE))
    assert says() == ["ready"]


def test_the_head_does_not_claim_to_watch_what_is_not_read(panel: Panel, bridge: Bridge) -> None:
    for name in ("paused-app", "denied"):
        bridge.show_state(STATES[name])
        assert [dot.accessibleName() for dot in panel.findChildren(Dot)] == ["not read"]
    bridge.show_state(STATES["no-chat"])
    assert [dot.accessibleName() for dot in panel.findChildren(Dot)] == ["watching"]


def test_a_whole_answer_is_announced_once(
    panel: Panel, bridge: Bridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def note(_widget: QWidget, text: str) -> None:
        said.append(text)

    monkeypatch.setattr(skills, "announce", note)
    bridge.show_state(ANSWERING)
    assert said == []
    whole = replace(ANSWER, name=ANSWERING.answer.name if ANSWERING.answer else "")
    for _ in range(2):
        bridge.show_state(replace(ANSWERING, answer=whole))
    bridge.show_state(CHINESE)
    bridge.show_state(replace(ANSWERING, answer=whole))
    assert len(said) == 1
    assert "talk to you later" in said[0]
    assert "**" not in said[0]


# In a window of its own


def windows() -> list[AnswerWindow]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, AnswerWindow)]


def test_a_whole_answer_can_be_read_in_a_window(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(ANSWERING)
    assert "Read it in a window" not in [b.accessibleName() for b in seen(panel)]
    bridge.show_state(ANSWERED)
    press(panel, "Read it in a window")
    (window,) = [w for w in windows() if w.isVisible()]
    view = window.findChildren(AnswerView)[0]
    assert "talk to you later" in view.toPlainText()
    assert window.focusWidget() is view
    bridge.show_state(SKILL_LIST)
    assert window.isVisible()
    panel.close()
    assert not window.isVisible()


def test_in_a_window_links_are_asked_about_too(qtbot: QtBot) -> None:
    opened: list[QUrl] = []
    window = AnswerWindow(ANSWER, open_link=opened.append)
    qtbot.addWidget(window)
    window.show()
    view = window.findChildren(AnswerView)[0]
    address = QUrl("https://example.org/cafe")
    view.anchorClicked.emit(address)
    assert opened == []
    assert window.focusWidget() is button_of(window, "Don't open")
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    assert opened == []
    view.anchorClicked.emit(address)
    QTest.mouseClick(button_of(window, "Open"), Qt.MouseButton.LeftButton)
    assert opened == [address]
    QTest.mouseClick(button_of(window, "Copy"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == ANSWER.text
    assert button_of(window, "Copied")
    qtbot.waitUntil(lambda: any(b.text() == "Copy" for b in seen(window)))


def test_in_a_window_keys_select_and_reach_links(qtbot: QtBot) -> None:
    opened: list[QUrl] = []
    window = AnswerWindow(ANSWER, open_link=opened.append)
    qtbot.addWidget(window)
    window.show()
    view = window.findChildren(AnswerView)[0]
    end = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(view, Qt.Key.Key_End, end)
    assert len(view.textCursor().selectedText()) > 40
    QTest.keyClick(view, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(view, Qt.Key.Key_Tab)
    assert window.focusWidget() is view
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert window.focusWidget() is button_of(window, "Don't open")
    assert opened == []


def seen(widget: QWidget) -> list[QPushButton]:
    return [b for b in widget.findChildren(QPushButton) if b.isVisible()]


def button_of(widget: QWidget, name: str) -> QPushButton:
    (found,) = [b for b in seen(widget) if b.text() == name]
    return found
