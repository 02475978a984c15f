"""What is told of a suggestion on which the pointer rests, and where that stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from copilot.core.model import PanelState, Source, Stance
from copilot.ui import card_words, hint
from copilot.ui.bridge import Bridge
from copilot.ui.hint import Around, Hint, place, width_beside
from copilot.ui.panel import Panel
from tests.gui.states import CHINESE, LONG, THINKING, card, chat
from tests.gui.test_panel import card as shown_card
from tests.gui.test_panel import enter, leave

FREE = QRect(0, 0, 1366, 768)
SIZE = QSize(300, 120)


def hints() -> list[Hint]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, Hint) and w.isVisible()]


def told(qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: len(hints()) == 1, timeout=5000)
    labels = [x for x in hints()[0].findChildren(QLabel) if x.isVisible()]
    return "\n".join(label.text() for label in labels)


def test_resting_on_a_card_tells_all_of_it(panel: Panel, bridge: Bridge, qtbot: QtBot) -> None:
    state = replace(LONG, about="What about March?", wish="shorter", masked=2)
    bridge.show_state(state)
    enter(panel)
    enter(shown_card(panel, 0))
    text = told(qtbot)
    assert LONG.cards[0].text in text
    assert "suggests this as an answer to “What about March?”." in text
    assert "It asks something back." in text
    assert "Your wish: Shorter." in text
    assert "~¥0.027" in text
    assert "2 private details" in text
    assert "Ctrl+Alt+1" in text
    leave(shown_card(panel, 0))
    assert hints() == []


def test_a_short_card_is_not_repeated(panel: Panel, bridge: Bridge, qtbot: QtBot) -> None:
    bridge.show_state(replace(THINKING, about="I got the job!"))
    enter(shown_card(panel, 0))
    text = told(qtbot)
    assert THINKING.cards[0].text not in text
    assert "A quick reply of this machine to “I got the job!”." in text
    assert "nothing was sent" in text


def test_what_looks_like_html_is_shown_as_it_is(panel: Panel, bridge: Bridge, qtbot: QtBot) -> None:
    text = '<img src="/etc/passwd"> <b>if a < b</b>\n' + "and so on " * 60
    bridge.show_state(replace(LONG, cards=(replace(LONG.cards[0], text=text),)))
    enter(shown_card(panel, 0))
    assert text in told(qtbot)
    assert all(x.textFormat() is Qt.TextFormat.PlainText for x in hints()[0].findChildren(QLabel))


def test_screen_readers_hear_the_same(panel: Panel, bridge: Bridge) -> None:
    state = replace(CHINESE, about="你几点到？")
    bridge.show_state(state)
    described = shown_card(panel, 0).accessibleDescription()
    for part in (card_words.why(state.cards[0], state), card_words.price(state.cards[0], state)):
        assert part
        assert part in described


@pytest.mark.parametrize(
    "state",
    [replace(CHINESE, visible=False), replace(CHINESE, cards=()), replace(CHINESE, editing="c0")],
)
def test_it_goes_with_its_card(
    panel: Panel, bridge: Bridge, qtbot: QtBot, state: PanelState
) -> None:
    bridge.show_state(CHINESE)
    enter(shown_card(panel, 0))
    told(qtbot)
    bridge.show_state(state)
    assert hints() == []


def test_a_card_that_keys_mark_is_told_of_too(panel: Panel, bridge: Bridge, qtbot: QtBot) -> None:
    bridge.show_state(CHINESE)
    bridge.show_state(replace(CHINESE, marked=1))
    assert "It puts the answer off." in told(qtbot)


def test_a_card_that_keys_mark_is_announced(
    panel: Panel, bridge: Bridge, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def note(_widget: QWidget, text: str) -> None:
        said.append(text)

    monkeypatch.setattr(hint, "announce", note)
    bridge.show_state(CHINESE)
    enter(shown_card(panel, 2))
    bridge.show_state(replace(CHINESE, marked=2))
    assert said == []  # the pointer is where the person looks
    leave(shown_card(panel, 2))
    bridge.show_state(replace(CHINESE, marked=1))
    assert said == [CHINESE.cards[1].text]


def test_it_never_takes_the_keyboard(panel: Panel, bridge: Bridge, qtbot: QtBot) -> None:
    bridge.show_state(CHINESE)
    enter(shown_card(panel, 0))
    told(qtbot)
    flags = hints()[0].windowFlags()
    assert flags & Qt.WindowType.WindowDoesNotAcceptFocus
    assert flags & Qt.WindowType.WindowTransparentForInput


@pytest.mark.parametrize(
    ("panel", "spot"),
    [
        (QRect(100, 100, 380, 300), QPoint(488, 140)),
        (QRect(900, 100, 380, 300), QPoint(592, 140)),
        (QRect(300, 100, 1000, 300), QPoint(300, 408)),
        (QRect(300, 400, 1000, 368), QPoint(300, 272)),
    ],
)
def test_it_stands_beside_the_panel_and_hides_no_card(panel: QRect, spot: QPoint) -> None:
    card_area = QRect(panel.left() + 10, panel.top() + 40, panel.width() - 20, 70)
    found = place(SIZE, Around(card_area, panel, FREE, QRect(), QRect()), 8)
    if panel.width() <= 380:
        assert found == spot
    assert not QRect(found, SIZE).intersects(card_area)
    assert FREE.contains(QRect(found, SIZE))


def test_it_is_narrower_where_that_keeps_it_off_the_cards() -> None:
    panel = QRect(606, 30, 760, 620)
    around = Around(QRect(620, 320, 730, 110), panel, FREE, QRect(), QRect())
    width = width_beside(around, 16, 400, 600)
    assert width == 590
    found = place(QSize(width, 200), around, 16)
    assert not QRect(found, QSize(width, 200)).intersects(panel)
    assert FREE.contains(QRect(found, QSize(width, 200)))
    assert width_beside(replace(around, panel=QRect(0, 0, 1366, 600)), 16, 400, 600) == 600


def test_where_nothing_is_free_the_card_at_least_is_not_hidden() -> None:
    everywhere = QRect(0, 0, 1366, 768)
    card_area = QRect(10, 100, 1346, 90)
    found = place(SIZE, Around(card_area, everywhere, FREE, QRect(), QRect()), 8)
    assert not QRect(found, SIZE).intersects(card_area)


def test_the_chat_is_hidden_only_where_there_is_no_other_place() -> None:
    panel, chat_window = QRect(900, 200, 380, 300), QRect(0, 0, 890, 768)
    card_area = QRect(910, 260, 360, 70)
    found = place(SIZE, Around(card_area, panel, FREE, chat_window, QRect()), 8)
    assert found == QPoint(900, 508)  # beside it at the left there would be the chat
    found = place(SIZE, Around(card_area, panel, FREE, FREE, QRect()), 8)
    assert found == QPoint(592, 260)


@pytest.mark.parametrize("card_top", [440, 560, 640])
def test_the_draft_is_not_hidden_while_there_is_room_above_it(card_top: int) -> None:
    panel, draft = QRect(100, 380, 380, 360), QRect(490, 700, 410, 40)
    around = Around(QRect(110, card_top, 360, 60), panel, FREE, QRect(0, 30, 1366, 730), draft)
    found = place(SIZE, around, 8)
    assert not QRect(found, SIZE).intersects(draft)
    assert not QRect(found, SIZE).intersects(panel)
    assert found.x() == 488


def test_topics_and_drafts_have_reasons_of_their_own() -> None:
    state = chat("Anna", "Gajim")
    topic = card(0, "How was the climbing?", Stance.TOPIC)
    assert "to go on with" in card_words.why(topic, state)
    draft = card(0, "I'd love to", Stance.COMPLETE)
    told_of = card_words.why(draft, replace(state, about="id love", model="qwen-plus"))
    assert told_of == "qwen-plus finishes your draft “id love”."
    instant = card(0, "Sure!", source=Source.INSTANT)
    assert "no model was asked" in card_words.why(instant, state)
