"""The window of what was sent: the very text, each placeholder explained, reachable by keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QFont, QGuiApplication, QTextCharFormat, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from copilot.core.cost import Bill, Exchange, Tariff, Tokens
from copilot.core.inspection import HERE, Ending, Inspection, Outcome
from copilot.core.model import ChatIdentity, Conversation, Draft, Message
from copilot.core.prompt import build
from copilot.core.redaction import Vault
from copilot.ui import inspector_words as words
from copilot.ui import theme as themes
from copilot.ui.inspector import InspectorWindow
from tests.lab_llm.skills import skill

ANNA = ChatIdentity("gajim", "1", "Anna <b>L</b>")
TARIFF = Tariff("deepseek", "deepseek-chat")
SAID = "打给我 138 1234 5678 <img src=x> & a@b.cn"
NUMBERS = iter(range(1, 1000))


@pytest.fixture
def inspection() -> Inspection:
    return Inspection(lambda: 1_795_000_000.0 + next(NUMBERS))


def ask(
    inspection: Inspection,
    *said: str,
    chat: ChatIdentity = ANNA,
    host: str = "api.example",
    ending: Ending | None = None,
) -> Callable[[Ending], None]:
    vault = Vault()
    messages = tuple(Message("them", text) for text in said or (SAID,))
    request = build(skill("reply"), Conversation(chat.contact, messages), Draft(), vault)
    end = inspection.departing("reply", chat, vault)(request, TARIFF, host)
    if ending is not None:
        end(ending)
    return end


def answered(prompt: int = 400) -> Ending:
    return Ending(Outcome.ANSWERED, Bill(TARIFF, Tokens(prompt, 12)))


@pytest.fixture
def window(qtbot: QtBot, inspection: Inspection) -> InspectorWindow:
    ask(inspection, "an older one", ending=answered())
    ask(inspection, ending=answered())
    made = InspectorWindow(inspection, theme=partial(themes.make, dark=False))
    qtbot.addWidget(made)
    made.show_newest()
    qtbot.waitExposed(made)
    return made


def labels(window: InspectorWindow) -> list[str]:
    return [x.text() for x in window.findChildren(QLabel) if x.isVisible() and x.text()]


def place_of(window: InspectorWindow, text: str) -> QTextCursor:
    found = window.text.document().find(text, window.text.textCursor())
    assert not found.isNull()
    return found


def test_shows_the_very_text_that_left(window: InspectorWindow, inspection: Inspection) -> None:
    shown = window.text.toPlainText()
    for message in inspection.latest[0].messages:
        assert message.text in shown
    assert "⟨PHONE_1⟩ <img src=x> & ⟨EMAIL_1⟩" in shown
    assert "138 1234 5678" not in shown
    assert "To deepseek-chat at api.example" in labels(window)
    assert any("replies for Anna <b>L</b> · answered · 412 tokens" in x for x in labels(window))


def test_a_placeholder_is_told_apart_without_colours(window: InspectorWindow) -> None:
    form = place_of(window, "⟨PHONE_1⟩").charFormat()
    assert form.fontWeight() == QFont.Weight.DemiBold
    assert form.underlineStyle() is QTextCharFormat.UnderlineStyle.DotLine
    assert "138 1234 5678" in form.toolTip()
    assert "numbering plan" in form.toolTip()
    plain = place_of(window, "打给我").charFormat()
    assert plain.underlineStyle() is QTextCharFormat.UnderlineStyle.NoUnderline


def test_placeholders_of_the_examples_are_not_the_chats(window: InspectorWindow) -> None:
    first = window.text.document().find("⟨PHONE_1⟩")
    assert first != place_of(window, "⟨PHONE_1⟩")
    assert not first.charFormat().toolTip()


def test_the_table_explains_what_was_hidden(window: InspectorWindow) -> None:
    def row(number: int) -> list[str]:
        cells = [window.hidden.item(number, column) for column in range(3)]
        return [cell.text() for cell in cells if cell is not None]

    assert window.hidden.rowCount() == 2
    assert row(0)[:2] == ["⟨PHONE_1⟩", "138 1234 5678"]
    assert row(1) == ["⟨EMAIL_1⟩", "a@b.cn", "It has the form of an e-mail address."]
    assert "Hidden in it: 2" in labels(window)
    window.hidden.selectRow(1)
    assert window.text.textCursor().selectedText() == "⟨EMAIL_1⟩"


def test_it_opens_at_the_part_that_is_of_the_chat(window: InspectorWindow, qtbot: QtBot) -> None:
    area = window.text.viewport().rect()
    at = window.text.cursorRect(place_of(window, "打给我"))
    assert area.contains(at.center())
    window.resize(700, 420)
    assert (
        window.text.viewport()
        .rect()
        .contains(window.text.cursorRect(place_of(window, "打给我")).center())
    )


def test_keys_choose_copy_and_close(window: InspectorWindow, inspection: Inspection) -> None:
    assert window.focusWidget() is window.calls
    QTest.keyClick(window.calls, Qt.Key.Key_Down)
    assert "an older one" in window.text.toPlainText()
    assert "There was nothing to hide." in labels(window)
    assert not window.hidden.isVisible()
    window.copy()
    older = inspection.latest[1].messages
    assert QGuiApplication.clipboard().text() == "\n\n".join(f"{m.role}:\n{m.text}" for m in older)
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_what_is_copied_by_hand_is_plain(window: InspectorWindow) -> None:
    window.text.selectAll()
    data = window.text.createMimeDataFromSelection()
    assert data.formats() == ["text/plain"]
    assert "<img src=x>" in data.text()


def test_follows_while_it_is_open(window: InspectorWindow, inspection: Inspection) -> None:
    window.hidden.selectRow(1)
    end = ask(inspection, "a new one", chat=ChatIdentity("x", "2", "Bob"))
    assert window.calls.count() == 3
    assert window.calls.currentRow() == 1
    assert window.hidden.placeholder == "⟨EMAIL_1⟩"
    assert "⟨EMAIL_1⟩" in window.text.toPlainText()
    window.calls.setCurrentRow(0)
    assert any("under way" in text for text in labels(window))
    end(Ending(Outcome.FAILED, trouble="The provider wants us to wait."))
    assert "The provider wants us to wait." in labels(window)
    inspection.forget()
    assert "No model has been asked yet" in labels(window)
    window.close()
    ask(inspection)
    assert window.calls.count() == 0


def test_while_an_answer_comes_the_text_stays_where_it_is(
    window: InspectorWindow, inspection: Inspection
) -> None:
    end = ask(inspection, *[f"line {n}" for n in range(80)])
    window.calls.setCurrentRow(0)
    bar = window.text.verticalScrollBar()
    bar.setValue(bar.minimum())
    end(answered())
    assert bar.value() == bar.minimum()


def test_a_model_of_this_machine_is_named_as_such(
    window: InspectorWindow, inspection: Inspection
) -> None:
    ask(inspection, host=HERE, ending=answered())
    window.show_newest()
    assert "To deepseek-chat on this machine" in labels(window)


def test_names_for_screen_readers(window: InspectorWindow) -> None:
    for part in (window.calls, window.text, window.hidden):
        assert part.accessibleName()
    found = QAccessible.queryAccessibleInterface(window.calls)
    assert found is not None
    first = found.child(0)
    assert first is not None
    name = first.text(QAccessible.Text.Name)
    assert "Anna <b>L</b>" in name
    assert "deepseek-chat · replies · 412 tok" in name


def test_without_any_call_it_says_so(qtbot: QtBot) -> None:
    window = InspectorWindow(Inspection(), theme=partial(themes.make, dark=True))
    qtbot.addWidget(window)
    window.show_newest()
    assert labels(window) == [words.word("empty"), words.word("empty-help")]
    assert window.calls.call is None
    window.copy()


def test_nothing_is_wider_than_its_place(window: InspectorWindow, inspection: Inspection) -> None:
    long = ChatIdentity("x", "2", "W" * 300)
    ask(inspection, "W" * 2000, chat=long, ending=answered())
    window.show_newest()
    assert window.text.horizontalScrollBar().maximum() == 0
    assert window.calls.horizontalScrollBar().maximum() == 0
    assert window.width() <= 1040
    assert window.calls.visualItemRect(window.calls.item(0)).topLeft() == QPoint(0, 0)


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_end_has_words(outcome: Outcome, inspection: Inspection) -> None:
    ask(inspection, ending=Ending(outcome))
    assert words.outcome(inspection.latest[0]) not in ("", outcome.name)


def test_a_call_for_no_chat_says_what_it_was_for(inspection: Inspection) -> None:
    for chat in (ChatIdentity("", "", ""), ANNA):
        ask(inspection, chat=chat, ending=answered())
    with_anna, without = inspection.latest
    assert (words.chat(with_anna), words.chat(without)) == ("Anna <b>L</b>", "replies")
    assert " for " not in words.facts(without, Exchange())
