"""Chips that ask for suggestions in another manner."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from copilot.core.intents import OWN_WORDS, Edit, Intent, Wish
from copilot.core.model import PanelState, Phase, Rect
from copilot.ui.bridge import Bridge
from copilot.ui.panel import Panel
from copilot.ui.wishes import WishRow
from tests.gui.states import BLOCKED, CHINESE, DRAFTING, OVER_BUDGET, THINKING, TOPICS
from tests.gui.test_panel import button, cards

ABLE = replace(CHINESE, has_model=True)


def chips(panel: Panel) -> list[QPushButton]:
    row = panel.findChildren(WishRow)[0]
    return [b for b in row.findChildren(QPushButton) if b.isVisible()]


def press(panel: Panel, name: str) -> None:
    QTest.mouseClick(button(panel, name), Qt.MouseButton.LeftButton)


def test_a_wish_is_asked_for_in_english_and_taken_back(
    panel: Panel, bridge: Bridge, intents: list[Intent]
) -> None:
    bridge.show_state(ABLE)
    for name in ("Shorter", "Kinder", "More formal"):
        press(panel, name)
    assert intents == [Wish("shorter"), Wish("kinder"), Wish("more formal")]
    assert not any(chip.isChecked() for chip in chips(panel))  # the state alone decides
    bridge.show_state(replace(ABLE, wish="kinder"))
    on = [chip for chip in chips(panel) if chip.isChecked()]
    assert [(chip.text(), chip.accessibleName()) for chip in on] == [("✓ Kinder", "Kinder")]
    press(panel, "Kinder")
    assert intents[-1] == Wish("")
    assert on[0].isChecked()


def test_own_words_are_asked_for_shown_and_taken_back(
    panel: Panel, bridge: Bridge, intents: list[Intent]
) -> None:
    bridge.show_state(ABLE)
    press(panel, "In my words…")
    assert intents == [Edit(OWN_WORDS)]
    wish = "less eager, with a joke about the weather in it"
    bridge.show_state(replace(ABLE, wish=wish))
    shown = button(panel, wish)
    assert shown.isChecked()
    assert shown.text().startswith("✓ less eager")
    assert len(shown.text()) < len(wish)
    press(panel, wish)
    assert intents[-1] == Wish("")


@pytest.mark.parametrize(
    ("state", "seen"),
    [
        (ABLE, True),
        (replace(THINKING, has_model=True), True),
        (replace(TOPICS, has_model=True), True),
        (replace(ABLE, has_model=False), False),
        (replace(ABLE, has_model=False, wish="kinder"), True),
        (replace(ABLE, section="skills"), False),
        (replace(DRAFTING, has_model=True, section="translation"), False),
        (replace(OVER_BUDGET, has_model=True), False),
        (replace(BLOCKED, has_model=True), False),
        (replace(ABLE, cards=(), phase=Phase.EMPTY), False),
    ],
)
def test_chips_are_there_where_a_model_can_follow(
    panel: Panel, bridge: Bridge, state: PanelState, seen: bool
) -> None:
    bridge.show_state(state)
    assert bool(chips(panel)) is seen


def test_they_stand_below_the_cards_inside_the_panel(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(replace(ABLE, wish="w" * 60))
    row = panel.findChildren(WishRow)[0]
    lowest = cards(panel)[-1]
    top, bottom = row.rect().topLeft(), lowest.rect().bottomLeft()
    assert row.mapTo(panel, top).y() > lowest.mapTo(panel, bottom).y()
    for chip in chips(panel):
        assert row.rect().contains(chip.geometry())
        assert not any(
            chip.geometry().intersects(other.geometry()) for other in chips(panel) if other != chip
        )


def test_keys_are_told_where_some_are_bound(bridge: Bridge) -> None:
    bridge.show_state(ABLE)
    bound = Panel(bridge, blends=lambda: False, chord=lambda name: f"Ctrl+Alt+{name}")
    try:
        assert "Ctrl+Alt+shorter" in button(bound, "Shorter").toolTip()
        assert "Ctrl+Alt+wish" in button(bound, "In my words…").accessibleDescription()
    finally:
        bound.close()


def test_where_nothing_fits_they_give_way_first(panel: Panel, bridge: Bridge) -> None:
    screen = panel.screen().availableGeometry()
    everywhere = Rect(0, 0, screen.width(), screen.height())
    bridge.show_state(replace(ABLE, draft_area=everywhere, window_area=everywhere))
    assert chips(panel) == []
    assert len(cards(panel)) == len(ABLE.cards)
