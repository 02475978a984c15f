"""Editing a suggestion, and writing a wish: in a window that takes the keyboard, by request."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from copilot.core.intents import OWN_WORDS, Command, Edit, InsertEdited, Intent, Wish
from copilot.core.model import PanelState
from copilot.ui import theme as themes
from copilot.ui.bridge import Bridge
from copilot.ui.editor import Editor
from copilot.ui.panel import Panel
from tests.gui.states import ARABIC, CHINESE, WRITTEN
from tests.gui.test_panel import accessible, button, card

EDITING = replace(CHINESE, editing="c0", has_model=True)
WISHING = replace(CHINESE, editing=OWN_WORDS, has_model=True)
TEXT = CHINESE.cards[0].text


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    yield
    for window in QApplication.topLevelWidgets():
        if isinstance(window, Editor):
            window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def editors() -> list[Editor]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, Editor) and w.isVisible()]


def editor() -> Editor:
    (found,) = editors()
    return found


def field() -> QPlainTextEdit:
    (found,) = editor().findChildren(QPlainTextEdit)
    return found


def shown(name: str) -> QPushButton:
    found = [
        b
        for b in editor().findChildren(QPushButton)
        if b.isVisible() and (b.accessibleName() or b.text()) == name
    ]
    assert len(found) == 1, [b.text() for b in editor().findChildren(QPushButton)]
    return found[0]


def test_the_pencil_asks_and_the_state_opens(
    panel: Panel, bridge: Bridge, intents: list[Intent]
) -> None:
    bridge.show_state(CHINESE)
    QTest.mouseClick(button(panel, "Edit first"), Qt.MouseButton.LeftButton)
    assert intents == [Edit("c0")]
    assert editors() == []
    bridge.show_state(EDITING)
    assert field().toPlainText() == TEXT
    assert field().textCursor().atEnd()
    assert editor().focusWidget() is field()
    assert not editor().windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert editor().windowFlags() & Qt.WindowType.WindowStaysOnTopHint


def test_what_is_still_written_can_not_be_edited(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(replace(CHINESE, marked=2))
    assert card(panel, 2).card == CHINESE.cards[2]
    assert not [b for b in card(panel, 2).findChildren(QPushButton)
                if b.accessibleName() == "Edit first" and b.isVisible()]  # fmt: skip


def test_it_stands_at_the_card_inside_the_screen(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(EDITING)
    body = panel.body().translated(panel.pos())
    there = editor().body().translated(editor().pos())
    assert (there.left(), there.width()) == (body.left(), body.width())
    assert editor().screen().availableGeometry().contains(there)


def test_ctrl_enter_inserts_and_enter_breaks_the_line(
    panel: Panel, bridge: Bridge, intents: list[Intent]
) -> None:
    bridge.show_state(EDITING)
    QTest.keyClick(field(), Qt.Key.Key_Return)
    QTest.keyClicks(field(), "see you")
    assert intents == []
    QTest.keyClick(field(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert intents == [InsertEdited("c0", f"{TEXT}\nsee you")]
    assert editors() == []
    bridge.show_state(EDITING)  # core may need a moment to say that nothing is edited any more
    assert editors() == []
    bridge.show_state(CHINESE)
    assert editors() == []


def test_undo_redo_and_input_methods_are_the_fields_own(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(EDITING)
    composing = QInputMethodEvent("ni hao", [])
    QApplication.sendEvent(field(), composing)
    assert field().toPlainText() == TEXT
    done = QInputMethodEvent("", [])
    done.setCommitString("你好")
    QApplication.sendEvent(field(), done)
    assert field().toPlainText() == f"{TEXT}你好"
    field().undo()
    assert field().toPlainText() == TEXT
    field().redo()
    assert field().toPlainText() == f"{TEXT}你好"


def test_escape_closes_and_what_was_written_is_found_again(
    panel: Panel, bridge: Bridge, intents: list[Intent]
) -> None:
    bridge.show_state(EDITING)
    QTest.keyClicks(field(), "!!")
    QTest.keyClick(field(), Qt.Key.Key_Escape)
    assert intents == [Command("stop-editing")]
    assert editors() == []
    bridge.show_state(CHINESE)
    bridge.show_state(EDITING)
    assert field().toPlainText() == f"{TEXT}!!"


def test_an_empty_text_is_not_inserted(panel: Panel, bridge: Bridge, intents: list[Intent]) -> None:
    bridge.show_state(EDITING)
    field().setPlainText(" \n")
    assert not shown("Insert").isEnabled()
    QTest.keyClick(field(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert intents == []
    assert editors()


@pytest.mark.parametrize("gone", [PanelState(), replace(CHINESE, visible=False), WRITTEN])
def test_a_chat_that_goes_leaves_the_text(
    panel: Panel, bridge: Bridge, intents: list[Intent], gone: PanelState
) -> None:
    bridge.show_state(EDITING)
    QTest.keyClicks(field(), " ok")
    bridge.show_state(gone)
    assert field().toPlainText() == f"{TEXT} ok"
    QTest.keyClick(field(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert intents == []
    QTest.mouseClick(shown("Copy"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == f"{TEXT} ok"
    assert editors()
    QTest.mouseClick(shown("Close"), Qt.MouseButton.LeftButton)
    assert editors() == []


def test_another_language_of_the_interface_loses_no_text(
    panel: Panel, bridge: Bridge, qtbot: QtBot
) -> None:
    bridge.show_state(EDITING)
    QTest.keyClicks(field(), "??")
    panel.retire()
    late = Panel(bridge, partial(themes.make, dark=True), lambda: False)
    qtbot.addWidget(late)
    assert field().toPlainText() == f"{TEXT}??"


def test_another_card_keeps_the_first_ones_text(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(EDITING)
    QTest.keyClicks(field(), "1")
    bridge.show_state(replace(EDITING, editing="c1"))
    assert field().toPlainText() == CHINESE.cards[1].text
    bridge.show_state(EDITING)
    assert field().toPlainText() == f"{TEXT}1"


def test_a_text_whose_chat_has_gone_is_handed_on_when_another_card_is_edited(
    panel: Panel, bridge: Bridge, intents: list[Intent]
) -> None:
    bridge.show_state(EDITING)
    field().setPlainText("好，我们八点见")
    bridge.show_state(CHINESE)  # it has gone
    bridge.show_state(EDITING)
    assert field().toPlainText() == "好，我们八点见"  # the same one is back
    bridge.show_state(CHINESE)
    bridge.show_state(replace(CHINESE, editing="c1"))
    assert field().toPlainText() == CHINESE.cards[1].text
    assert intents == [InsertEdited("c0", "好，我们八点见")]
    # What was not touched is no text of the person's.
    bridge.show_state(CHINESE)
    bridge.show_state(EDITING)
    assert len(intents) == 1


def test_a_text_whose_chat_has_gone_is_handed_on_when_the_panel_is_made_anew(
    panel: Panel, bridge: Bridge, intents: list[Intent]
) -> None:
    bridge.show_state(EDITING)
    field().setPlainText("好，我们八点见")
    bridge.show_state(CHINESE)
    panel.retire()
    assert intents[-1] == InsertEdited("c0", "好，我们八点见")


def test_own_words_for_one_chat_are_not_there_in_another(
    panel: Panel, bridge: Bridge, intents: list[Intent]
) -> None:
    bridge.show_state(WISHING)
    field().setPlainText("kind, her mother is ill")
    QTest.keyClick(field(), Qt.Key.Key_Escape)
    bridge.show_state(CHINESE)
    bridge.show_state(WISHING)
    assert field().toPlainText() == "kind, her mother is ill"
    QTest.keyClick(field(), Qt.Key.Key_Escape)
    bridge.show_state(CHINESE)
    bridge.show_state(replace(WISHING, contact="bob@example.org"))
    assert field().toPlainText() == ""
    assert not [one for one in intents if isinstance(one, InsertEdited)]


def test_arabic_runs_from_the_right(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(replace(ARABIC, editing="c0"))
    block = field().document().firstBlock()
    assert block.textDirection() is Qt.LayoutDirection.RightToLeft


def test_a_long_text_is_scrolled_inside_the_screen(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(EDITING)
    before = editor().height()
    field().setPlainText("line\n" * 8)
    grown = editor().height()
    assert grown > before
    field().setPlainText("line\n" * 200)
    free = editor().screen().availableGeometry()
    assert editor().height() < free.height()
    assert free.contains(editor().body().translated(editor().pos()))


def test_a_wish_is_one_line_and_enter_asks(
    panel: Panel, bridge: Bridge, intents: list[Intent]
) -> None:
    bridge.show_state(WISHING)
    assert field().toPlainText() == ""
    QTest.keyClicks(field(), "less  eager")
    QTest.keyClick(field(), Qt.Key.Key_Return)
    assert intents == [Wish("less eager"), Command("stop-editing")]
    assert editors() == []
    bridge.show_state(replace(CHINESE, wish="less eager"))
    bridge.show_state(replace(WISHING, wish="less eager"))
    assert field().toPlainText() == "less eager"


def test_screen_readers_know_what_it_is(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(EDITING)
    assert accessible(editor()).text(QAccessible.Text.Name).startswith(editor().windowTitle())
    assert "李华" in editor().windowTitle()
    assert accessible(field()).text(QAccessible.Text.Name) == "Your text"
    for name in ("Insert", "Cancel"):
        assert accessible(shown(name)).role() is QAccessible.Role.Button


def test_tab_goes_round(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(EDITING)
    heard: list[str] = []
    for _ in range(3):
        QTest.keyClick(editor().focusWidget(), Qt.Key.Key_Tab)
        heard.append(accessible(editor().focusWidget()).text(QAccessible.Text.Name))
    assert heard == ["Insert", "Cancel", "Your text"]
    QTest.keyClick(editor().focusWidget(), Qt.Key.Key_Backtab)
    QTest.keyClick(editor().focusWidget(), Qt.Key.Key_Return)
    assert editors() == []
