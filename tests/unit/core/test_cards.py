"""Which cards are shown, in which order."""

from __future__ import annotations

from copilot.core.asking import Drafted
from copilot.core.cards import arrange, instant_cards, model_cards
from copilot.core.model import Source, Stance, Suggestion


def test_model_cards_skip_empty_and_repeated_texts() -> None:
    drafted = [
        Drafted("Yes", Stance.AGREE, whole=True),
        Drafted("", Stance.ASK, whole=False),
        Drafted("Yes", Stance.DECLINE, whole=True),
        Drafted("Yes", Stance.DELAY, whole=False),
    ]
    cards = model_cards(7, drafted)
    assert [(c.key, c.text, c.streaming) for c in cards] == [
        ("7-model-0", "Yes", False),
        ("7-model-3", "Yes", True),
    ]


def test_a_model_card_equal_to_an_instant_one_is_shown_once() -> None:
    instant = instant_cards(
        1,
        [
            Suggestion("Later", Stance.DELAY, Source.INSTANT),
            Suggestion("Yes", Stance.AGREE, Source.INSTANT),
        ],
    )
    model = model_cards(1, [Drafted("Yes", Stance.AGREE, whole=True)])
    cards = arrange(instant, instant, model, thinking=True, whole=False, held=False, slots=3)
    assert [c.text for c in cards] == ["Yes", "", ""]
    held = arrange(instant, instant, model, thinking=False, whole=True, held=True, slots=3)
    assert [c.text for c in held] == ["Later", "Yes"]


def test_keys_of_another_question_never_match() -> None:
    one = instant_cards(1, [Suggestion("Yes", Stance.AGREE, Source.INSTANT)])
    two = instant_cards(2, [Suggestion("No", Stance.DECLINE, Source.INSTANT)])
    assert one[0].key != two[0].key
