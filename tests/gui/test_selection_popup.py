"""The window beside a selected text: what it shows, what its buttons mean, where it stands."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from copilot.core.intents import ChangePair, ChooseTranslation, Command, Intent, Vary
from copilot.core.languages import LANGUAGES
from copilot.core.model import Notice, Rect
from copilot.core.selecting import SelectionState
from copilot.core.translation_state import Pair, Variant
from copilot.ui import theme as themes
from copilot.ui.selection_popup import SelectionPopup

STATE = SelectionState(
    "今晚七点吃火锅，你来吗？",
    "Hotpot at seven tonight, are you coming?",
    Pair("en", "zh-Hans"),
    can_replace=True,
    choices=tuple(LANGUAGES),
    app_name="Gajim",
    area=Rect(100, 100, 200, 20),
    model="qwen-plus",
    cost="¥0.0003",
    masked=1,
)


@pytest.fixture
def popup(qtbot: QtBot, intents: list[Intent]) -> SelectionPopup:
    made = SelectionPopup(intents.append, partial(themes.make, dark=False), lambda: False)
    qtbot.addWidget(made)
    return made


def button(popup: SelectionPopup, name: str) -> QPushButton:
    (found,) = [
        b
        for b in popup.findChildren(QPushButton)
        if name in (b.text(), b.accessibleName()) and b.isVisible()
    ]
    return found


def texts(popup: SelectionPopup) -> list[str]:
    return [x.text() for x in popup.findChildren(QLabel) if x.isVisible() and x.text()]


def test_it_shows_both_texts_and_what_it_cost(popup: SelectionPopup) -> None:
    popup.show_state(STATE)
    assert texts(popup) == [STATE.translated, STATE.text, "1 masked · qwen-plus · ¥0.0003"]
    assert not popup.isActiveWindow()


def test_buttons_say_what_is_wanted(popup: SelectionPopup, intents: list[Intent]) -> None:
    popup.show_state(STATE)
    for name in ("Replace", "Copy the translation", "More polite", "Close"):
        button(popup, name).click()
    popup.show_state(replace(STATE, replaced=True))
    assert "Replaced" in texts(popup)
    button(popup, "Undo").click()
    assert intents == [
        ChooseTranslation(),
        Command("copy-translation"),
        Vary(Variant.POLITE),
        Command("dismiss"),
        Command("undo"),
    ]


def test_the_language_is_changed_and_swapped(popup: SelectionPopup, intents: list[Intent]) -> None:
    popup.show_state(STATE)
    button(popup, "English").click()
    button(popup, "Japanese").click()
    button(popup, "Swap the languages").click()
    assert intents == [ChangePair(Pair("ja", "zh-Hans")), ChangePair(Pair("zh-Hans", "en"))]


def test_what_can_not_be_changed_is_not_replaced(popup: SelectionPopup) -> None:
    popup.show_state(replace(STATE, can_replace=False))
    assert not [
        b for b in popup.findChildren(QPushButton) if b.text() == "Replace" and b.isVisible()
    ]
    popup.show_state(replace(STATE, streaming=True, share=0.4))
    assert not button(popup, "Replace").isEnabled()
    assert "translating… 40 %" in texts(popup)


def test_a_notice_has_its_button(popup: SelectionPopup, intents: list[Intent]) -> None:
    popup.show_state(SelectionState(notice=Notice("Nothing is selected.", "Select a text first.")))
    assert texts(popup) == ["Nothing is selected.", "Select a text first."]
    notice = Notice("No model is set up for translation.", "Choose one.", "open-settings")
    popup.show_state(replace(STATE, translated="", notice=notice))
    button(popup, "Open settings").click()
    assert intents == [Command("open-settings")]


def test_it_stands_below_the_selection_and_inside_the_screen(popup: SelectionPopup) -> None:
    popup.show_state(STATE)
    assert popup.geometry().top() >= 120
    assert abs(popup.geometry().left() - 100) <= 2
    free = QGuiApplication.primaryScreen().availableGeometry()
    for area in (Rect(free.right() - 5, free.bottom() - 5, 4, 4), Rect(-900, -900, 10, 10), None):
        popup.show_state(None)
        popup.show_state(replace(STATE, area=area))
        assert free.contains(popup.geometry())


def test_long_texts_are_scrolled(popup: SelectionPopup) -> None:
    popup.show_state(replace(STATE, text="很长。" * 2000, translated="Long. " * 2000))
    assert popup.height() < QGuiApplication.primaryScreen().availableGeometry().height()
    (shown,) = [x for x in popup.findChildren(QLabel) if x.text().startswith("Long.")]
    assert shown.height() > popup.height()


def test_nothing_in_it_takes_the_keyboard(popup: SelectionPopup) -> None:
    popup.show_state(STATE)
    for widget in popup.findChildren(QWidget):
        assert widget.focusPolicy() is Qt.FocusPolicy.NoFocus, widget
    assert popup.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus


def test_it_closes(popup: SelectionPopup) -> None:
    popup.show_state(STATE)
    assert popup.isVisible()
    popup.show_state(None)
    assert not popup.isVisible()
