"""How somebody writes: measured one message at a time, said in few words that rarely change."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.core.manner import (
    ENOUGH,
    Manner,
    as_numbers,
    describe,
    formality_of,
    learn,
    of_numbers,
    tag_of,
)

FRIEND = (
    "hey whats up",
    "lol ok",
    "see you at 7",
    "yeah",
    "hey gonna be late 😂",
    "nah",
    "ok then",
)
COLLEAGUE = (
    "您好，报价单我今天下班之前发给您，请您查收。",
    "好的，我已经收到您的邮件，今天会认真看一下。",
    "抱歉，今天会议比较多，可能来不及，我会尽快回复您。",
    "您好，请问客户那边最晚什么时候需要这份合同？",
    "谢谢您的提醒，我马上联系他们的经理确认。",
)
AUNT = (
    "Dear Mia, I hope you had a lovely week and that the garden is doing well in all this rain.",
    "Of course we would be delighted to come, and your uncle will bring the old photographs.",
    "The train arrives at half past three, so there is no need to hurry on our account at all.",
    "Would you mind if we brought the dog along? He is very quiet these days and sleeps a lot.",
    "Thank you so much for the flowers. They are still standing on the table in the kitchen.",
)


def learned(texts: Sequence[str]) -> Manner:
    manner = Manner()
    for text in texts:
        manner = learn(manner, text)
    return manner


@pytest.mark.parametrize(
    ("texts", "said", "language"),
    [
        (
            FRIEND,
            ("short", "lower case", "no full stops", "rarely emoji", "casual", "greets with “hey”"),
            "en",
        ),
        (COLLEAGUE, ("medium length", "no emoji", "polite", "greets with “您好”"), "zh-Hans"),
        (AUNT, ("long", "no emoji", "polite"), "en"),
        (("😂😂", "❤️ love", "ok 👍", "going 🏃", "😘"), ("short",), "en"),
    ],
)
def test_what_is_said_of_people(texts: Sequence[str], said: tuple[str, ...], language: str) -> None:
    manner = learned(texts)
    assert describe(manner)[: len(said)] == said or set(said) <= set(describe(manner))
    assert manner.language == language


def test_nothing_is_said_of_few_messages() -> None:
    assert describe(learned(FRIEND[: ENOUGH - 1])) == ()
    assert describe(learned(FRIEND[:ENOUGH])) != ()
    assert describe(learned(["7", "…", "  ", "12:30", "3.50"])) == ()


def test_new_habits_count_more_than_old_ones() -> None:
    manner = learned([*COLLEAGUE * 100, *FRIEND * 60])
    assert manner.language == "en"
    assert formality_of(manner) == "casual"
    assert manner.messages <= 200


@pytest.mark.parametrize("texts", [COLLEAGUE, AUNT])
def test_words_for_a_prompt_stay_while_the_habit_does(texts: Sequence[str]) -> None:
    manner = learned([*texts] * 4)
    before = describe(manner)
    for text in [*texts] * 60:
        manner = learn(manner, text)
        assert describe(manner) == before


def test_languages_are_tags() -> None:
    lines = {
        "你好": "zh-Hans",
        "你們好嗎": "zh-Hant",
        "hello": "en",
        "hola, qué tal": "es",
        "bonjour, on se voit demain ?": "fr",
        "bis morgen dann": "de",
        "明日行きます": "ja",
        "7": "",
        "ok 👍": "",
    }
    assert {text: tag_of(text) for text in lines} == lines


@given(st.lists(st.text(max_size=40)))
def test_numbers_come_back_and_any_text_can_be_learned(texts: list[str]) -> None:
    manner = learned(texts)
    describe(manner)
    assert of_numbers(as_numbers(manner)) == manner


def test_strange_numbers_count_as_nothing() -> None:
    assert of_numbers({"messages": "7", "words": -1, "languages": [1], "other": 3}) == Manner()
    assert of_numbers({"languages": {"en": 2, "zh": -1, "de": True}}) == Manner(languages={"en": 2})


def test_what_is_kept_holds_no_text() -> None:
    kept = repr(as_numbers(learned(["my secret is zanzibar", "hi Zanzibar", "dear Zoe, zanzibar"])))
    assert "anzibar" not in kept
    assert "Zoe" not in kept
