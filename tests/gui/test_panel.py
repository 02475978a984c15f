"""The panel is a function of its state, and what is done to it comes out as intents."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleInterface,
    QContextMenuEvent,
    QCursor,
    QEnterEvent,
    QHoverEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from copilot.core.intents import Choose, Command, CopyCard, Hold, Intent, Mark, Show
from copilot.core.model import Card, Notice, PanelState, Phase, Reach, Rect
from copilot.ui import theme as themes
from copilot.ui import words
from copilot.ui.bridge import Bridge
from copilot.ui.card import CardButton
from copilot.ui.panel import Panel
from copilot.ui.scroller import Scroller
from tests.gui.states import (
    ARABIC,
    BLOCKED,
    CHINESE,
    LONG,
    OVER_BUDGET,
    REFUSED,
    STATES,
    THINKING,
    UNREACHABLE,
)


def cards(panel: Panel) -> list[CardButton]:
    """The cards that are seen, from top to bottom."""
    seen = [c for c in panel.findChildren(CardButton) if c.isVisible()]
    return sorted(seen, key=lambda c: c.mapTo(panel, QPoint(0, 0)).y())


def card(panel: Panel, n: int) -> CardButton:
    return cards(panel)[n]


def button(panel: Panel, name: str) -> QPushButton:
    found = [
        b
        for b in panel.findChildren(QPushButton)
        if name in (b.text(), b.accessibleName()) and b.isVisible()
    ]
    assert len(found) == 1, [b.text() or b.accessibleName() for b in found]
    return found[0]


def texts(panel: Panel) -> list[str]:
    return [x.text() for x in panel.findChildren(QLabel) if x.isVisible() and x.text()]


def accessible(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def enter(widget: QWidget) -> None:
    at = QPointF(5, 5)
    QApplication.sendEvent(widget, QEnterEvent(at, at, at))


def leave(widget: QWidget) -> None:
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))


class Paints(QObject):
    """Counts how often widgets are painted."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.count = 0
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Paint
        return False


# A function of the state


def test_is_hidden_until_a_state_says_otherwise(panel: Panel, bridge: Bridge) -> None:
    assert not panel.isVisible()
    bridge.show_state(CHINESE)
    assert panel.isVisible()
    bridge.show_state(replace(CHINESE, visible=False))
    assert not panel.isVisible()


def test_comes_late_and_shows_the_latest_state(qtbot: QtBot, bridge: Bridge) -> None:
    bridge.show_state(CHINESE)
    late = Panel(bridge, blends=lambda: False)
    qtbot.addWidget(late)
    assert [c.accessibleName() for c in cards(late)] == [c.text for c in CHINESE.cards]


@pytest.mark.parametrize("name", STATES)
def test_every_state_has_words_and_fits(panel: Panel, bridge: Bridge, name: str) -> None:
    state = STATES[name]
    bridge.show_state(state)
    assert panel.width() < panel.screen().availableSize().width()
    assert panel.height() <= panel.screen().availableSize().height()
    shown = texts(panel)
    assert (state.contact or state.app_name or "Chat Copilot") in shown
    if not state.cards:
        # Beside the contact, the application and the badge there is a sentence.
        assert any(len(text.split()) >= 3 or text in ("Paused", "Thinking…") for text in shown)
    # Nothing overlaps, nothing hangs out.
    parts = [c for c in panel.children() if isinstance(c, QWidget) and c.isVisible()]
    for i, part in enumerate(parts):
        assert panel.rect().contains(part.geometry()), part
        for other in parts[i + 1 :]:
            assert not part.geometry().intersects(other.geometry())


def test_tells_whose_chat_and_how_it_is_read(panel: Panel, bridge: Bridge, qtbot: QtBot) -> None:
    bridge.show_state(CHINESE)
    assert {"李华", "· Gajim", "draft ✓ chat ✓ paste"} <= set(texts(panel))
    assert {"qwen-plus", "¥0.0006 · 412 tok"} <= set(texts(panel))


def test_tells_what_was_masked_and_shows_what_was_sent(
    panel: Panel, bridge: Bridge, qtbot: QtBot, intents: list[Intent]
) -> None:
    def shield() -> QAbstractButton:
        buttons = panel.findChildren(QAbstractButton)
        return next(b for b in buttons if "placeholders" in b.toolTip())

    bridge.show_state(CHINESE)
    assert shield().text() == "2 masked"
    QTest.mouseClick(shield(), Qt.MouseButton.LeftButton)
    assert intents == [Command("show-sent")]
    bridge.show_state(replace(CHINESE, masked=0))
    qtbot.waitUntil(lambda: shield().text() == "nothing to mask")
    bridge.show_state(replace(CHINESE, masked=0, model=""))
    qtbot.waitUntil(shield().isHidden)


@pytest.mark.parametrize(
    ("state", "shown", "told"),
    [
        (replace(CHINESE, cost="~¥0.02", tokens_estimated=True), "~¥0.02 · ~412 tok", "Estimated"),
        (replace(CHINESE, cost="free"), "free · 412 tok", "runs on this machine"),
        (replace(CHINESE, cost=""), "412 tok", "price of this model is not known"),
        (replace(CHINESE, cost="", tokens=0), "≤ ¥0.0017", "at most about ¥0.0017"),
        (OVER_BUDGET, "over budget", "no model is asked"),
    ],
)
def test_tells_what_it_costs(
    panel: Panel, bridge: Bridge, state: PanelState, shown: str, told: str
) -> None:
    bridge.show_state(state)
    (label,) = (w for w in panel.findChildren(QLabel) if w.text() == shown)
    assert told in label.toolTip()


def test_asking_again_tells_its_price(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(CHINESE)
    again = next(b for b in panel.findChildren(QAbstractButton) if "¥" in b.toolTip())
    assert again.accessibleName() == "Ask again"
    bridge.show_state(replace(CHINESE, expected=""))
    assert "¥" not in again.toolTip()


def test_a_card_that_goes_leaves_no_trace(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(CHINESE)
    before = panel.height()
    bridge.show_state(replace(CHINESE, cards=CHINESE.cards[:1]))
    assert len(cards(panel)) == 1
    assert panel.height() < before
    bridge.show_state(replace(CHINESE, section="topics", cards=()))
    assert cards(panel) == []


def test_widgets_are_kept_while_texts_grow(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(THINKING)
    before = cards(panel)
    bridge.show_state(CHINESE)
    assert cards(panel) == before


# Accessibility


def test_a_suggestion_is_a_push_button_named_by_its_whole_text(
    panel: Panel, bridge: Bridge, qtbot: QtBot, intents: list[Intent]
) -> None:
    bridge.show_state(LONG)
    assert accessible(panel).text(QAccessible.Text.Name) == "Chat Copilot"
    assert accessible(panel).role() is QAccessible.Role.Window
    for shown, state in zip(cards(panel), LONG.cards, strict=True):
        found = accessible(shown)
        assert found.role() is QAccessible.Role.Button
        assert found.text(QAccessible.Text.Name) == state.text
        actions = found.actionInterface()
        assert actions is not None
        assert actions.actionNames() == ["Press"]
        actions.doAction("Press")
    # Qt shows the button pressed for a moment before it clicks.
    qtbot.waitUntil(lambda: intents == [Choose(c.key) for c in LONG.cards])


def test_the_description_tells_source_stance_and_keys(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(THINKING)
    described = accessible(card(panel, 0)).text(QAccessible.Text.Description)
    assert described.startswith("ask back · instant · offline, Ctrl+Alt+1")


def test_a_place_that_is_still_empty_can_not_be_chosen(
    panel: Panel, bridge: Bridge, intents: list[Intent]
) -> None:
    bridge.show_state(THINKING)
    empty = card(panel, 1)
    assert empty.accessibleName() == "thinking…"
    empty.click()
    assert intents == []


def test_never_takes_the_focus(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(UNREACHABLE)
    flags = panel.windowFlags()
    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
    assert flags & Qt.WindowType.WindowStaysOnTopHint
    assert panel.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    for widget in panel.findChildren(QWidget):
        assert widget.focusPolicy() is Qt.FocusPolicy.NoFocus, widget


# Intents


def test_click_chooses(panel: Panel, bridge: Bridge, qtbot: QtBot, intents: list[Intent]) -> None:
    bridge.show_state(CHINESE)
    QTest.mouseClick(card(panel, 1), Qt.MouseButton.LeftButton)
    assert Choose("c1") in intents


def test_a_click_means_the_card_that_was_pressed(
    panel: Panel, bridge: Bridge, qtbot: QtBot, intents: list[Intent]
) -> None:
    bridge.show_state(CHINESE)
    pressed = card(panel, 0)
    QTest.mousePress(pressed, Qt.MouseButton.LeftButton)
    other = Card("late", "Something else", CHINESE.cards[0].stance, CHINESE.cards[0].source)
    bridge.show_state(replace(CHINESE, cards=(other, *CHINESE.cards[1:])))
    QTest.mouseRelease(pressed, Qt.MouseButton.LeftButton)
    assert Choose("c0") in intents
    assert Choose("late") not in intents
    # A press that comes later through accessibility means what is there then.
    pressed.click()
    assert intents[-1] == Choose("late")


def test_hover_marks_and_holds(panel: Panel, bridge: Bridge, intents: list[Intent]) -> None:
    bridge.show_state(CHINESE)
    enter(panel)
    enter(card(panel, 2))
    assert intents == [Hold(on=True), Mark("c2")]
    leave(panel)
    assert intents[-1] == Hold(on=False)


def test_a_pointer_that_rests_where_the_panel_opens_does_not_point(
    panel: Panel, bridge: Bridge, intents: list[Intent]
) -> None:
    bridge.show_state(CHINESE)
    inside = card(panel, 1).mapToGlobal(QPoint(20, 20))
    bridge.show_state(replace(CHINESE, visible=False))
    QCursor.setPos(inside)
    bridge.show_state(CHINESE)
    enter(panel)
    enter(card(panel, 1))
    assert intents == []
    moved = inside + QPoint(3, 0)
    QCursor.setPos(moved)
    card(panel, 1).setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    at, old = QPointF(panel.mapFromGlobal(moved)), QPointF(panel.mapFromGlobal(inside))
    hover = QHoverEvent(QEvent.Type.HoverMove, at, QPointF(moved), old)
    QApplication.sendEvent(panel, hover)
    assert intents == [Hold(on=True), Mark("c1")]


def test_a_panel_that_hides_under_the_pointer_holds_nothing(
    panel: Panel, bridge: Bridge, intents: list[Intent]
) -> None:
    bridge.show_state(CHINESE)
    enter(panel)
    bridge.show_state(replace(CHINESE, visible=False))
    assert intents == [Hold(on=True), Hold(on=False)]


def test_copying_needs_no_menu(
    panel: Panel, bridge: Bridge, qtbot: QtBot, intents: list[Intent]
) -> None:
    bridge.show_state(CHINESE)
    first = card(panel, 0)
    press = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(first, press)
    QTest.mouseClick(button(panel, "Copy"), Qt.MouseButton.LeftButton)
    assert intents == [CopyCard("c0"), CopyCard("c0")]


def test_after_an_insertion_it_says_where_the_text_is(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(replace(CHINESE, phase=Phase.EMPTY, cards=(), can_undo=True))
    assert "It stands in your draft" in texts(panel)
    bridge.show_state(replace(CHINESE, phase=Phase.EMPTY, cards=()))
    assert "Nothing to suggest yet" in texts(panel)


def test_sections_commands_and_undo(
    panel: Panel, bridge: Bridge, qtbot: QtBot, intents: list[Intent]
) -> None:
    bridge.show_state(replace(CHINESE, can_undo=True))
    for name in ("Topics", "Ask again", "Undo", "Hide until the next message"):
        QTest.mouseClick(button(panel, name), Qt.MouseButton.LeftButton)
    assert intents == [
        Show("topics"),
        Command("refresh"),
        Command("undo"),
        Command("dismiss"),
    ]
    # Which section is shown is the state's matter.
    assert button(panel, "Replies").isChecked()
    assert not button(panel, "Topics").isChecked()


def test_the_rest_of_the_commands_unfolds(
    panel: Panel, bridge: Bridge, qtbot: QtBot, intents: list[Intent]
) -> None:
    bridge.show_state(CHINESE)
    folded = panel.height()
    for name, command in (("Pause", "pause"), ("Settings", "open-settings"), ("Hide", "dismiss")):
        QTest.mouseClick(button(panel, "More"), Qt.MouseButton.LeftButton)
        assert panel.height() > folded
        QTest.mouseClick(button(panel, name), Qt.MouseButton.LeftButton)
        assert intents[-1] == Command(command)
        assert panel.height() == folded


@pytest.mark.parametrize(
    ("state", "label", "intent"),
    [
        (UNREACHABLE, "Try again", Command("refresh")),
        (REFUSED, "Copy it instead", Command("copy")),
        (BLOCKED, "Restart it so that it can be read", Command("restart-with-accessibility")),
        (PanelState(Phase.PAUSED, visible=True), "Resume", Command("resume")),
        (
            replace(UNREACHABLE, notice=Notice("Broken", retryable=True)),
            "Try again",
            Command("refresh"),
        ),
        (
            replace(UNREACHABLE, notice=Notice("Broken", action="copy:c0")),
            "Copy it instead",
            CopyCard("c0"),
        ),
    ],
)
def test_a_notice_offers_the_one_thing_to_do(
    panel: Panel,
    bridge: Bridge,
    qtbot: QtBot,
    intents: list[Intent],
    state: PanelState,
    label: str,
    intent: Intent,
) -> None:
    bridge.show_state(state)
    QTest.mouseClick(button(panel, label), Qt.MouseButton.LeftButton)
    assert intents == [intent]


def test_a_blocked_window_says_so(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(BLOCKED)
    assert any(
        text == "Can't read this window: Chromium does not show its pages to assistive programs."
        for text in texts(panel)
    )


# Long texts, other scripts


def test_cards_show_less_before_the_panel_covers_the_draft(panel: Panel, bridge: Bridge) -> None:
    screen = panel.screen().availableGeometry()
    bridge.show_state(replace(LONG, draft_area=Rect(0, screen.height() - 30, 700, 30)))
    tall = panel.height()
    bridge.show_state(replace(LONG, visible=False))
    draft = Rect(0, tall - 20, screen.width(), screen.height() - tall + 20)
    bridge.show_state(replace(LONG, draft_area=draft, window_area=None))
    assert panel.height() < tall
    assert panel.geometry().bottom() < draft.y


def test_long_words_stay_inside(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(LONG)
    assert all(c.width() < panel.width() for c in cards(panel))
    assert card(panel, 1).height() > card(panel, 2).height() / 2


def test_arabic_is_laid_out_from_the_right(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(replace(ARABIC, cards=(replace(ARABIC.cards[0], text="نعم بالطبع"),)))
    picture = card(panel, 0).grab().toImage()
    ground = picture.pixelColor(picture.width() // 2, 4)
    # The text's first line, left half and right half, without the chip.
    line = range(12, 26)
    left = [picture.pixelColor(x, y) for x in range(8, 100) for y in line]
    right = [
        picture.pixelColor(x, y)
        for x in range(picture.width() - 160, picture.width() - 70)
        for y in line
    ]
    assert all(pixel == ground for pixel in left)
    assert any(pixel != ground for pixel in right)


# Streaming


def grown(state: PanelState, text: str) -> PanelState:
    last = replace(state.cards[2], text=text)
    return replace(state, cards=(*state.cards[:2], last))


def test_the_first_token_is_painted_at_once(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(THINKING)
    bridge.show_state(grown(THINKING, "Nice"))
    assert card(panel, 2).accessibleName() == "Nice"


def test_later_tokens_are_painted_together(panel: Panel, bridge: Bridge, qtbot: QtBot) -> None:
    bridge.show_state(CHINESE)
    QApplication.processEvents()
    paints = Paints(*cards(panel))
    for n in range(50):
        bridge.show_state(grown(CHINESE, "等" * (n % 8 + 1)))
    assert card(panel, 2).accessibleName() == CHINESE.cards[2].text
    qtbot.waitUntil(lambda: card(panel, 2).accessibleName() == "等等")
    QApplication.processEvents()
    assert paints.count == 1


def test_the_end_of_a_text_is_shown_at_once(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(CHINESE)
    whole = replace(CHINESE.cards[2], text="你那边等？", streaming=False)
    bridge.show_state(grown(CHINESE, "你那边等"))
    bridge.show_state(replace(CHINESE, cards=(*CHINESE.cards[:2], whole)))
    assert card(panel, 2).accessibleName() == "你那边等？"


def test_an_older_frame_never_comes_after_a_newer_state(
    panel: Panel, bridge: Bridge, qtbot: QtBot
) -> None:
    bridge.show_state(CHINESE)
    bridge.show_state(grown(CHINESE, "你那边等"))
    bridge.show_state(replace(CHINESE, cards=()))
    qtbot.wait(50)
    assert cards(panel) == []


@pytest.mark.parametrize(("draft_y", "pointed", "growing"), [(560, 2, 0), (20, 0, 2)])
def test_what_is_pointed_at_stays_where_it_is_while_others_grow(
    panel: Panel, bridge: Bridge, qtbot: QtBot, draft_y: int, pointed: int, growing: int
) -> None:
    """Near the lower edge the panel grows upwards, near the upper edge downwards."""
    state = replace(CHINESE, draft_area=Rect(200, draft_y, 300, 30))
    bridge.show_state(state)
    target = card(panel, pointed)
    enter(panel)
    target.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    before = target.mapToGlobal(QPoint(0, 0))
    long = replace(state.cards[growing], text="word " * 40)
    others = [long if i == growing else c for i, c in enumerate(state.cards)]
    bridge.show_state(replace(state, cards=tuple(others)))
    qtbot.waitUntil(lambda: card(panel, growing).accessibleName() == long.text)
    assert target.mapToGlobal(QPoint(0, 0)) == before


def test_what_is_allowed_for_a_chat_is_one_click_away(
    panel: Panel, bridge: Bridge, intents: list[Intent]
) -> None:
    bridge.show_state(CHINESE)
    for name, command in (
        ("Never send", "send-nobody"),
        ("Local models only", "send-local"),
        ("Any model", "send-anyone"),
        ("Hide names too", "mask-strictly"),
        ("Don't read Gajim", "deny-app"),
    ):
        QTest.mouseClick(button(panel, "More"), Qt.MouseButton.LeftButton)
        QTest.mouseClick(button(panel, name), Qt.MouseButton.LeftButton)
        assert intents[-1] == Command(command)
    bridge.show_state(replace(CHINESE, strict=True))
    QTest.mouseClick(button(panel, "More"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(button(panel, "Hide names too"), Qt.MouseButton.LeftButton)
    assert intents[-1] == Command("mask-as-usual")


@pytest.mark.parametrize(
    ("reach", "strict", "badge", "told", "whose"),
    [
        (Reach.NOBODY, False, ("draft", "chat"), "never sent", "This chat"),
        (Reach.LOCAL, False, ("draft", "chat"), "local only", "This chat"),
        (Reach.LOCAL, True, ("draft",), "local only · names hidden", "All chats of Gajim"),
        (Reach.ANYONE, True, ("draft", "chat"), "names hidden", "This chat"),
    ],
)
def test_while_a_rule_holds_the_panel_says_so(
    panel: Panel,
    bridge: Bridge,
    reach: Reach,
    strict: bool,
    badge: tuple[str, ...],
    told: str,
    whose: str,
) -> None:
    def texts() -> list[str]:
        return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]

    bridge.show_state(CHINESE)
    assert not {"never sent", "local only", "names hidden"} & set(texts())
    bridge.show_state(replace(CHINESE, reach=reach, strict=strict, badge=badge))
    assert told in texts()
    QTest.mouseClick(button(panel, "More"), Qt.MouseButton.LeftButton)
    assert whose in texts()
    shown = {name for name in ("Any model", "Local models only", "Never send")
             if button(panel, name).isChecked()}  # fmt: skip
    assert shown == {words.reach(reach)}


def test_the_shield_says_at_which_level_was_masked(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(replace(CHINESE, masked=0, masking="off"))
    assert "trust" in button(panel, "not masked").toolTip()
    bridge.show_state(replace(CHINESE, masked=2, masking="strict"))
    assert "Names, places" in button(panel, "2 masked").toolTip()
    bridge.show_state(replace(CHINESE, masked=2, masking="standard"))
    assert "Names" not in button(panel, "2 masked").toolTip()


def test_what_is_too_high_for_the_screen_is_scrolled(qtbot: QtBot, bridge: Bridge) -> None:
    """Letters of 300 % on a low screen: head and foot stay, and the marked card is seen."""
    theme = partial(themes.make, dark=False, size=300)
    bridge.show_state(replace(CHINESE, marked=0))
    panel = Panel(bridge, theme, lambda: False)
    qtbot.addWidget(panel)
    free = panel.screen().availableGeometry()
    assert panel.height() <= free.height()
    area = next(a for a in panel.findChildren(Scroller) if a.isAncestorOf(card(panel, 0)))
    assert area.verticalScrollBar().maximum() > 0
    assert _seen(card(panel, 0), area)
    assert not _seen(card(panel, 2), area)
    bridge.show_state(replace(CHINESE, marked=2))
    qtbot.waitUntil(lambda: _seen(card(panel, 2), area))
    bridge.show_state(replace(CHINESE, visible=False))


def _seen(widget: QWidget, area: Scroller) -> bool:
    """Whether all of it is within what can be seen of the scrolled part."""
    view = area.viewport()
    top = widget.mapTo(view, QPoint(0, 0)).y()
    return top >= 0 and top + widget.height() <= view.height()
