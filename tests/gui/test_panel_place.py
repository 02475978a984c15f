"""The panel is dragged, pinned and put back; it makes way for who types."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QEnterEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from copilot.core.intents import Command
from copilot.core.model import PanelState, Phase, Rect
from copilot.core.translation_state import OutgoingTranslation
from copilot.ui import theme as themes
from copilot.ui.bridge import Bridge
from copilot.ui.card import CardButton
from copilot.ui.panel import Panel
from copilot.ui.parts import Head
from copilot.ui.places import Places
from tests.gui.states import CHINESE, HEARD, chat

CHAT = replace(
    CHINESE,
    window_area=Rect(100, 50, 300, 500),
    draft_area=Rect(110, 500, 280, 30),
    anchor=Rect(120, 505, 2, 18),
)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def table() -> dict[str, str]:
    return {}


@pytest.fixture
def panel(qtbot: QtBot, bridge: Bridge, table: dict[str, str]) -> Panel:
    return make(qtbot, bridge, table)


def make(qtbot: QtBot, bridge: Bridge, table: dict[str, str]) -> Panel:
    QCursor.setPos(0, 0)
    made = Panel(
        bridge,
        lambda: replace(themes.make(dark=False), reduced_motion=True),
        lambda: False,
        places=Places(table),
    )
    qtbot.addWidget(made)
    return made


def head(panel: Panel) -> Head:
    found = panel.findChild(Head)
    assert found is not None
    return found


def button(panel: Panel, name: str) -> QPushButton:
    found = [b for b in panel.findChildren(QPushButton)
             if name in (b.text(), b.accessibleName()) and b.isVisible()]  # fmt: skip
    assert len(found) == 1, name
    return found[0]


def mouse(widget: QWidget, kind: QEvent.Type, at: QPoint, buttons: Qt.MouseButton = LEFT) -> None:
    """As the system tells it: `at` on the desktop."""
    local = QPointF(widget.mapFromGlobal(at))
    none = Qt.KeyboardModifier.NoModifier
    button = Qt.MouseButton.NoButton if kind is QEvent.Type.MouseMove else LEFT
    QApplication.sendEvent(widget, QMouseEvent(kind, local, QPointF(at), button, buttons, none))


def drag(panel: Panel, by: QPoint, *, drop: bool = True) -> None:
    """In two moves, by the middle of the head."""
    handle = head(panel)
    start = handle.mapToGlobal(QPoint(handle.width() // 2, handle.height() // 2))
    mouse(handle, QEvent.Type.MouseButtonPress, start)
    mouse(handle, QEvent.Type.MouseMove, start + by / 2)
    mouse(handle, QEvent.Type.MouseMove, start + by)
    if drop:
        mouse(handle, QEvent.Type.MouseButtonRelease, start + by, Qt.MouseButton.NoButton)


def enter(panel: Panel) -> None:
    at = QPointF(5, 5)
    QApplication.sendEvent(panel, QEnterEvent(at, at, at))


def corner(panel: Panel) -> QPoint:
    return panel.geometry().topLeft()


# Dragging


def test_is_dragged_by_its_head_and_stays_there(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(CHAT)
    before = corner(panel)
    drag(panel, QPoint(-20, -100))
    dropped = before + QPoint(-20, -100)
    assert corner(panel) == dropped
    bridge.show_state(replace(CHAT, anchor=Rect(200, 505, 2, 18)))
    assert corner(panel) == dropped
    bridge.show_state(replace(CHAT, visible=False))
    bridge.show_state(CHAT)
    assert corner(panel) == dropped


def test_the_place_is_that_of_the_application_and_outlives_the_panel(
    panel: Panel, bridge: Bridge, qtbot: QtBot, table: dict[str, str]
) -> None:
    bridge.show_state(CHAT)
    drag(panel, QPoint(-20, -100))
    dropped = corner(panel)
    bridge.show_state(replace(CHAT, app_name="Pidgin"))
    assert corner(panel) != dropped
    panel.retire()
    other = make(qtbot, bridge, table)
    bridge.show_state(CHAT)
    assert corner(other) == dropped
    moved = replace(CHAT, window_area=Rect(110, 45, 300, 500), draft_area=Rect(120, 495, 280, 30))
    bridge.show_state(moved)
    assert corner(other) == dropped + QPoint(10, -5)


def test_nothing_rearranges_while_it_is_dragged(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(CHAT)
    before, height = corner(panel), panel.height()
    drag(panel, QPoint(-20, -100), drop=False)
    bridge.show_state(replace(CHAT, cards=CHAT.cards[:1]))
    assert (corner(panel), panel.height()) == (before + QPoint(-20, -100), height)
    mouse(head(panel), QEvent.Type.MouseButtonRelease, QPoint(0, 0), Qt.MouseButton.NoButton)
    assert panel.height() < height


def test_dropped_on_the_draft_it_goes_beside_it(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(CHAT)
    draft = CHAT.draft_area
    assert draft is not None
    drag(panel, QPoint(draft.x, draft.y - panel.height() + 15) - corner(panel))
    assert panel.geometry().bottom() < draft.y
    assert panel.x() == draft.x


def test_dropped_outside_it_comes_back_onto_the_screen(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(CHAT)
    drag(panel, QPoint(3000, 0))
    assert panel.screen().availableGeometry().contains(panel.geometry())


def test_hidden_while_it_is_dragged_it_is_let_go(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(CHAT)
    drag(panel, QPoint(-20, -100), drop=False)
    bridge.show_state(replace(CHAT, visible=False))
    assert not panel.isVisible()
    bridge.show_state(CHAT)
    before = corner(panel)
    mouse(head(panel), QEvent.Type.MouseMove, QPoint(0, 0))
    assert corner(panel) == before


def test_a_click_is_no_drag(panel: Panel, bridge: Bridge, table: dict[str, str]) -> None:
    bridge.show_state(CHAT)
    before = corner(panel)
    drag(panel, QPoint(2, 1))
    assert corner(panel) == before
    assert table == {}


def test_the_cursor_says_that_the_head_can_be_dragged(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(CHAT)
    handle = head(panel)
    assert handle.cursor().shape() is Qt.CursorShape.OpenHandCursor
    drag(panel, QPoint(-20, -100), drop=False)
    assert handle.cursor().shape() is Qt.CursorShape.ClosedHandCursor


def by_double_click(panel: Panel) -> None:
    QTest.mouseDClick(head(panel), LEFT)


def by_the_menu(panel: Panel) -> None:
    QTest.mouseClick(button(panel, "More"), LEFT)
    QTest.mouseClick(button(panel, "Back beside the text"), LEFT)


@pytest.mark.parametrize("back", [by_double_click, by_the_menu])
def test_goes_back_beside_the_text(
    panel: Panel, bridge: Bridge, table: dict[str, str], back: Callable[[Panel], None]
) -> None:
    bridge.show_state(CHAT)
    before = corner(panel)
    drag(panel, QPoint(-20, -100))
    assert table
    enter(panel)  # where the pointer is while this is done
    back(panel)
    assert corner(panel) == before
    assert table == {}


def test_by_keyboard_through_the_corners_and_back(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(CHAT)
    before, free = corner(panel), panel.screen().availableGeometry()
    assert panel.take(Command("move-panel"))
    assert panel.geometry().topRight() == free.topRight()
    for _ in range(4):
        panel.take(Command("move-panel"))
    assert corner(panel) == before


def test_when_a_screen_goes_it_is_on_one_that_is_there(
    panel: Panel, bridge: Bridge, qapp: QApplication
) -> None:
    bridge.show_state(CHAT)
    before = corner(panel)
    panel.move(-5000, 100)
    qapp.screenRemoved.emit(panel.screen())
    assert corner(panel) == before


# Pinning


def test_pinned_it_stays_open_where_it_is(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(CHAT)
    QTest.mouseClick(button(panel, "Keep open"), LEFT)
    assert button(panel, "Keep open").isChecked()
    foot = panel.geometry().bottomLeft()
    bridge.show_state(PanelState())
    assert panel.isVisible()
    assert panel.geometry().bottomLeft() == foot
    bridge.show_state(PanelState(Phase.PAUSED))
    assert panel.isVisible()
    elsewhere = replace(CHAT, window_area=Rect(400, 0, 300, 90), draft_area=Rect(410, 50, 90, 30))
    bridge.show_state(elsewhere)
    assert panel.geometry().bottomLeft() == foot


def test_unpinned_it_goes_where_and_whether_it_belongs(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(CHAT)
    panel.pin(on=True)
    bridge.show_state(PanelState())
    panel.pin(on=False)
    assert not panel.isVisible()
    assert not panel.take(Command("dismiss"))


def test_dismissing_unpins(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(CHAT)
    assert panel.take(Command("pin"))
    # The story itself hides it then.
    assert not panel.take(Command("dismiss"))
    bridge.show_state(replace(CHAT, visible=False))
    assert not panel.isVisible()


def test_a_hidden_panel_can_not_be_pinned(panel: Panel, bridge: Bridge) -> None:
    assert panel.take(Command("pin"))
    assert not panel.isVisible()
    bridge.show_state(CHAT)
    assert not button(panel, "Keep open").isChecked()


def test_other_intents_are_somebody_else_s(panel: Panel) -> None:
    assert not panel.take(Command("refresh"))


# Making way

MAXIMISED = replace(
    CHINESE,
    window_area=Rect(0, 0, 800, 800),
    draft_area=Rect(10, 740, 780, 30),
    anchor=Rect(20, 745, 2, 18),
)


def seen(panel: Panel) -> list[CardButton]:
    return [card for card in panel.findChildren(CardButton) if card.isVisible()]


def test_folds_while_somebody_types_below_it(panel: Panel, bridge: Bridge) -> None:
    """These tests run without a compositor: nothing can be faint there."""
    bridge.show_state(MAXIMISED)
    foot = panel.geometry().bottom()
    bridge.show_state(replace(MAXIMISED, typing=True))
    assert seen(panel) == []
    assert panel.height() == head(panel).height()
    assert panel.geometry().bottom() == foot
    bridge.show_state(MAXIMISED)
    assert len(seen(panel)) == 3
    assert panel.geometry().bottom() == foot


def test_beside_the_window_it_is_in_nobody_s_way(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(CHAT)
    assert panel.x() > 400
    bridge.show_state(replace(CHAT, typing=True))
    assert len(seen(panel)) == 3


def test_pointed_at_or_pinned_it_does_not_fold(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(MAXIMISED)
    bridge.show_state(replace(MAXIMISED, typing=True))
    enter(panel)
    assert len(seen(panel)) == 3
    QApplication.sendEvent(panel, QEvent(QEvent.Type.Leave))
    assert seen(panel) == []
    panel.pin(on=True)
    assert len(seen(panel)) == 3


def test_what_answers_to_each_key_stays(panel: Panel, bridge: Bridge) -> None:
    draft = OutgoingTranslation("See you", "再见", stable=2)
    state = replace(MAXIMISED, translation=replace(HEARD.translation, outgoing=draft))
    bridge.show_state(state)
    bridge.show_state(replace(state, typing=True))
    assert len(seen(panel)) == 3


def test_never_folds_without_a_reason(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(replace(chat("Anna", "Pidgin", phase=Phase.EMPTY), typing=True))
    assert panel.height() > head(panel).height()
