"""Translations in the panel: what is shown where, what clicks mean, and that nothing jumps."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from copilot.core.intents import ChangePair, ChooseTranslation, Command, Intent, ShowOriginal, Vary
from copilot.core.languages import LANGUAGES
from copilot.core.model import PanelState, Rect
from copilot.core.translation_state import (
    Flag,
    OutgoingTranslation,
    Pair,
    TranslationStatus,
    Variant,
)
from copilot.ui import theme as themes
from copilot.ui.bridge import Bridge
from copilot.ui.card import CardButton
from copilot.ui.language_names import language_name
from copilot.ui.language_pair import PairBar
from copilot.ui.panel import Panel
from copilot.ui.translation_draft import Said
from copilot.ui.translation_lines import Heard, LineButton
from tests.gui.states import (
    DRAFTING,
    HEARD,
    LONG_LINE,
    RAIN,
    READ_IN_ARABIC,
    STATES,
    TALK,
    ZH_EN,
    translation,
)

OUTGOING = cast("OutgoingTranslation", TALK.translation.outgoing)


def lines(panel: Panel) -> list[LineButton]:
    seen = [one for one in panel.findChildren(LineButton) if one.isVisible()]
    return sorted(seen, key=lambda one: one.y())


def part(panel: Panel, kind: type[QWidget]) -> QWidget:
    (found,) = panel.findChildren(kind)
    return found


def button(panel: Panel, name: str) -> QPushButton:
    found = [
        b
        for b in panel.findChildren(QPushButton)
        if name in (b.text(), b.accessibleName()) and b.isVisible()
    ]
    assert len(found) == 1, [b.accessibleName() or b.text() for b in found]
    return found[0]


def texts(panel: Panel) -> list[str]:
    return [x.text() for x in panel.findChildren(QLabel) if x.isVisible() and x.text()]


def with_outgoing(state: PanelState, **changes: object) -> PanelState:
    outgoing = state.translation.outgoing
    assert outgoing is not None
    changed = replace(outgoing, **changes)  # pyright: ignore[reportArgumentType]
    return replace(state, translation=replace(state.translation, outgoing=changed))


def picture(widget: QWidget) -> QPixmap:
    return widget.grab()


# What others said


def test_the_newest_line_stands_above_the_replies(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(HEARD)
    (line,) = lines(panel)
    assert line.accessibleName() == RAIN.text
    assert line.accessibleDescription() == "李华, Chinese (Simplified) → English"
    assert RAIN.original in line.toolTip()
    cards = [c for c in panel.findChildren(CardButton) if c.isVisible()]
    assert len(cards) == 3
    heard = part(panel, Heard)
    assert heard.y() + heard.height() <= min(panel_y(panel, card) for card in cards)


def panel_y(panel: Panel, widget: QWidget) -> int:
    return widget.mapTo(panel, widget.rect().topLeft()).y()


def test_the_section_has_all_lines_and_no_suggestions(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(replace(TALK, cards=HEARD.cards))
    names = [line.accessibleName() for line in lines(panel)]
    assert names == [one.text for one in TALK.translation.incoming]
    assert not [c for c in panel.findChildren(CardButton) if c.isVisible()]
    about = [line.accessibleDescription() for line in lines(panel)]
    assert "translating…" in about[0]
    assert "from memory" in about[2]
    assert "A number in this translation may differ from the original." in texts(panel)


def test_the_original_is_shown_when_it_is_asked_for(
    panel: Panel, bridge: Bridge, intents: list[Intent]
) -> None:
    bridge.show_state(HEARD)
    assert RAIN.original not in texts(panel)
    lines(panel)[0].click()
    assert intents == [ShowOriginal("line-0", True)]
    shown = replace(RAIN, original_shown=True)
    bridge.show_state(replace(HEARD, translation=translation(ZH_EN, shown)))
    assert RAIN.original in texts(panel)
    lines(panel)[0].click()
    assert intents[-1] == ShowOriginal("line-0", False)


def test_what_was_held_back_or_failed_is_asked_for_by_a_click(
    panel: Panel, bridge: Bridge, intents: list[Intent]
) -> None:
    bridge.show_state(STATES["translation-held-back"])
    lines(panel)[0].click()
    button(panel, "Translate now").click()
    failed = replace(RAIN, text="", trouble="The model's address can't be reached.")
    bridge.show_state(replace(TALK, translation=translation(ZH_EN, failed)))
    assert lines(panel)[0].accessibleName() == "The model's address can't be reached."
    lines(panel)[0].click()
    assert intents == [Command("translate-now")] * 3


def test_a_line_that_is_waited_for_asks_for_nothing(
    panel: Panel, bridge: Bridge, intents: list[Intent]
) -> None:
    waiting = replace(RAIN, text="", streaming=True)
    bridge.show_state(replace(HEARD, translation=translation(ZH_EN, waiting)))
    lines(panel)[0].click()
    assert intents == []
    assert lines(panel)[0].accessibleName() == "translating…"


def test_long_texts_are_whole_and_scrolled(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(LONG_LINE)
    (line,) = lines(panel)
    heard = part(panel, Heard)
    assert line.height() > heard.height() > 0
    screen = QApplication.primaryScreen().availableGeometry().height()
    assert panel.height() <= screen


def test_right_to_left_stands_at_the_right(panel: Panel, bridge: Bridge) -> None:
    """Even where it begins with a word in Latin letters."""
    arabic = replace(READ_IN_ARABIC.translation.incoming[0], text="Tom سيُحضر", original_shown=False)
    state = replace(READ_IN_ARABIC.translation, incoming=(arabic,), outgoing=None)
    bridge.show_state(replace(READ_IN_ARABIC, translation=state))
    image = lines(panel)[0].grab().toImage()
    half = image.width() // 2
    ground = image.pixel(half, 3)
    top = range(4, image.height() // 2)

    def inked(columns: range) -> int:
        return sum(image.pixel(x, y) != ground for x in columns for y in top)

    assert inked(range(half, image.width() - 14)) > inked(range(14, half))


# The draft


def test_the_draft_is_translated_below_with_its_way_back(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(TALK)
    shown = texts(panel)
    assert OUTGOING.text in shown
    assert "They read: “Let's celebrate on Friday night!”" in shown
    assert "This can be understood in two ways: “this Friday” or “every Friday”" in shown
    assert "Your draft in Chinese (Simplified)" in shown


@pytest.mark.parametrize(
    ("flag", "words"),
    [
        (Flag.RUDE, "This may sound rude"),
        (Flag.FORMAL, "This may sound too formal"),
        (Flag.AMBIGUOUS, "This can be understood in two ways"),
    ],
)
def test_flags_are_said_in_words(panel: Panel, bridge: Bridge, flag: Flag, words: str) -> None:
    bridge.show_state(with_outgoing(TALK, flag=flag, why=""))
    assert words in texts(panel)
    bridge.show_state(with_outgoing(TALK, flag=flag, why="", current=False))
    assert words not in texts(panel), "it is about an earlier draft"


def test_what_stays_is_darker_than_what_may_change(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(DRAFTING)
    said = part(panel, Said)
    growing = picture(said).toImage()
    bridge.show_state(with_outgoing(DRAFTING, stable=99, streaming=True))
    panel._paint_waiting()  # pyright: ignore[reportPrivateUsage]  # the frame that is due
    assert picture(part(panel, Said)).toImage() != growing


def test_the_buttons_say_what_is_wanted(
    panel: Panel, bridge: Bridge, intents: list[Intent]
) -> None:
    bridge.show_state(TALK)
    button(panel, "Put into draft").click()
    button(panel, "Copy the translation").click()
    button(panel, "More polite").click()
    assert button(panel, "More casual").isChecked()
    button(panel, "More casual").click()
    assert button(panel, "More casual").isChecked(), "only the state decides"
    assert intents == [
        ChooseTranslation(),
        Command("copy-translation"),
        Vary(Variant.POLITE),
        Vary(Variant.PLAIN),
    ]


def test_the_hotkey_stands_on_the_button(qtbot: QtBot, bridge: Bridge) -> None:
    chords = {"translate": "Ctrl+Alt+I"}
    theme = partial(themes.make, dark=True)
    panel = Panel(bridge, theme, lambda: False, lambda name: chords.get(name, ""))
    qtbot.addWidget(panel)
    bridge.show_state(TALK)
    assert "⌃⌥I" in button(panel, "Put into draft").text()
    assert button(panel, "Put into draft").accessibleDescription() == "Ctrl+Alt+I"


def test_growing_text_moves_nothing_above_it(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(DRAFTING)
    places = [(b.accessibleName(), b.geometry()) for b in panel.findChildren(CardButton)]
    at = panel.geometry().topLeft()
    bridge.show_state(
        with_outgoing(DRAFTING, text="我们周五晚上庆祝一下吧，把你妹妹也带上", stable=18)
    )
    panel._paint_waiting()  # pyright: ignore[reportPrivateUsage]  # the frame that is due
    assert panel.geometry().topLeft() == at
    assert places == [(b.accessibleName(), b.geometry()) for b in panel.findChildren(CardButton)]


@pytest.mark.parametrize("draft", [Rect(50, 20, 600, 40), Rect(50, 700, 600, 40)])
def test_a_card_that_is_pointed_at_stays_where_it_is(
    panel: Panel, bridge: Bridge, draft: Rect
) -> None:
    """Whether the panel hangs from its top or stands on its bottom."""
    state = replace(DRAFTING, draft_area=draft)
    bridge.show_state(state)
    (first, *_) = [c for c in panel.findChildren(CardButton) if c.isVisible()]
    first.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    panel.enterEvent(QEnterEvent(QPointF(), QPointF(), QPointF()))
    before = first.mapToGlobal(QPoint(0, 0))
    longer = replace(RAIN, key="line-1", text=RAIN.text * 3)
    draft_too = replace(OUTGOING, back="Something else that takes more than one line of the panel")
    grown = translation(ZH_EN, longer, RAIN, outgoing=draft_too)
    bridge.show_state(replace(state, translation=grown))
    panel._paint_waiting()  # pyright: ignore[reportPrivateUsage]  # the frame that is due
    assert first.mapToGlobal(QPoint(0, 0)) == before


# The pair


def test_the_pair_is_swapped_and_changed_by_clicks(
    panel: Panel, bridge: Bridge, intents: list[Intent]
) -> None:
    bridge.show_state(TALK)
    button(panel, "Swap the languages").click()
    button(panel, "Chinese (Simplified)").click()
    button(panel, "Japanese").click()
    assert intents == [Command("swap-pair"), ChangePair(Pair("en", "ja"))]
    button(panel, "English").click()
    (chosen,) = [
        b
        for b in part(panel, PairBar).findChildren(QPushButton)
        if b.text() == "Chinese (Simplified)" and b.parent() is not part(panel, PairBar)
    ]
    chosen.click()
    assert intents[-1] == ChangePair(Pair("zh-Hans", "en")), "both can't be the same"


def test_every_language_can_be_chosen(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(TALK)
    button(panel, "Chinese (Simplified)").click()
    bar = part(panel, PairBar)
    offered = {b.text() for b in bar.findChildren(QPushButton)}
    assert {language_name(tag) for tag in LANGUAGES} <= offered
    assert len(LANGUAGES) >= 40


def test_the_list_folds_with_the_panel(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(TALK)
    low = panel.height()
    button(panel, "Chinese (Simplified)").click()
    assert panel.height() > low
    bridge.show_state(replace(TALK, visible=False))
    bridge.show_state(TALK)
    assert panel.height() == low


# States


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("translation-off", "Nothing here is foreign to you"),
        ("translation-no-model", "No model translates yet"),
        ("translation-withheld", "This chat is not translated"),
        ("translation-held-back", "Your budget is nearly used up"),
    ],
)
def test_each_state_has_words(panel: Panel, bridge: Bridge, name: str, title: str) -> None:
    bridge.show_state(STATES[name])
    assert title in texts(panel)


def test_without_a_model_the_settings_are_offered(
    panel: Panel, bridge: Bridge, intents: list[Intent]
) -> None:
    bridge.show_state(STATES["translation-no-model"])
    button(panel, "Open settings").click()
    assert intents == [Command("open-settings")]


@pytest.mark.parametrize(
    "status", [TranslationStatus.OFF, TranslationStatus.NO_MODEL, TranslationStatus.WITHHELD]
)
def test_beside_replies_nothing_is_said_where_there_is_none(
    panel: Panel, bridge: Bridge, status: TranslationStatus
) -> None:
    bridge.show_state(replace(HEARD, translation=replace(HEARD.translation, status=status)))
    assert lines(panel) == []
    assert not part(panel, Heard).isVisible()


def test_the_foot_tells_of_the_translation(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(TALK)
    assert "¥0.0003" in texts(panel)
    bridge.show_state(HEARD)
    assert "¥0.0006 · 412 tok" in texts(panel)


def test_nothing_in_it_takes_the_keyboard(panel: Panel, bridge: Bridge) -> None:
    bridge.show_state(TALK)
    button(panel, "Chinese (Simplified)").click()
    for widget in panel.findChildren(QWidget):
        assert widget.focusPolicy() is Qt.FocusPolicy.NoFocus, widget


def test_every_state_fits_its_parts(panel: Panel, bridge: Bridge) -> None:
    """No part of the panel lies over another one."""
    for name, state in STATES.items():
        bridge.show_state(state)
        shown = [
            child
            for child in panel.children()
            if isinstance(child, QWidget) and child.isVisible() and child.height() > 0
        ]
        for i, one in enumerate(shown):
            for other in shown[i + 1 :]:
                assert not one.geometry().intersects(other.geometry()), (name, one, other)
