"""From an incoming line to curated replies."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from copilot.core.model import ME, THEM, Conversation, Draft, Message, Source, Stance, Suggestion
from copilot.core.ngrams import NgramMatcher
from copilot.core.quick_replies import QuickReplies
from copilot.core.reply_bank import parse_reply_bank

BANK = parse_reply_bank(
    [
        """
[dinner]
exemplars.zh = ["一起吃饭吗", "晚上吃火锅"]
exemplars.en = ["dinner tonight", "want to have dinner"]
[dinner.zh.friends]
agree = ["好呀", "走起"]
ask = ["几点？"]
decline = ["改天吧"]
delay = ["晚点说"]
[dinner.zh.work]
agree = ["好的，没问题"]
[dinner.en.friends]
agree = ["Sure!", "Yes please"]
decline = ["Sorry, can't"]
[laughter]
exemplars.zh = ["666"]
[laughter.zh.any]
agree = ["哈哈"]
[laughter.en.any]
agree = ["Haha"]
[none]
exemplars.zh = ["你的手机多少"]
exemplars.en = ["what is your phone"]
""",
        '[shorthand.words]\ndinna = "dinner"',
    ]
)
QUICK = QuickReplies(BANK, NgramMatcher(BANK.lines))


def them(*texts: str) -> list[Message]:
    return [Message(THEM, text) for text in texts]


def answer(messages: Sequence[Message], typed: str = "", turn: int = 0) -> tuple[Suggestion, ...]:
    return QUICK.answer(Conversation("Mei", tuple(messages)), Draft(typed, len(typed)), turn)


def texts(messages: Sequence[Message], typed: str = "", turn: int = 0) -> set[str]:
    return {suggestion.text for suggestion in answer(messages, typed, turn)}


def test_three_replies_of_different_stances_in_the_language_of_the_chat() -> None:
    offered = answer(them("晚上一起吃饭吗？"))
    assert len(offered) == 3
    assert len({suggestion.stance for suggestion in offered}) == 3
    assert {suggestion.source for suggestion in offered} == {Source.INSTANT}
    assert texts(them("want to have dinner tonight?")) & {"Sure!", "Yes please"}


def test_shorthand_is_understood() -> None:
    assert texts(them("dinna tonight??"))


def test_work_is_answered_as_at_work() -> None:
    assert texts(them("王经理您好", "晚上一起吃饭吗")) == {"好的，没问题"}


@pytest.mark.parametrize(
    "line",
    [
        "你的手机多少",
        "what is your phone",
        "一起吃饭吗 密码发我",
        "dinner tonight, and your card number",
        "something else entirely",
        "",
        "???",
        "@Lisa dinner tonight",
        "dinner tonight https://example.org/menu",
        "print(dinner_tonight)",
        "select dinner from tonight;",
        "ValueError: dinner tonight",
        "您的验证码 381920",
        "card ending 1234 dinner tonight",
        "dinner tonight " * 20,
        "晚上吃火锅" * 20,
    ],
)
def test_silence_where_no_quick_reply_fits(line: str) -> None:
    assert answer(them(line)) == ()


def test_silence_when_the_last_word_is_ours_or_nothing_was_said() -> None:
    assert answer([*them("晚上吃火锅"), Message(ME, "好")]) == ()
    assert answer([]) == ()


def test_insisting_marks_ask_for_an_answer_to_the_line_before() -> None:
    assert texts(them("晚上吃火锅", "？？？")) == texts(them("晚上吃火锅"))


def test_silence_in_a_language_without_replies() -> None:
    assert answer(them("¿quieres dinner tonight?")) == ()
    assert answer(them("晚上一起吃飯嗎 dinner tonight")) == ()


def test_a_short_line_follows_the_language_of_the_chat() -> None:
    assert texts(them("666")) == {"哈哈"}  # nothing before: the language of the exemplar
    assert texts([Message(ME, "so I fell into the pool"), *them("666")]) == {"Haha"}


def test_the_same_message_gets_the_same_replies_and_a_refresh_rotates() -> None:
    chat = them("晚上一起吃饭吗？")
    assert answer(chat) == answer(chat)
    assert texts(them("dinner tonight"), turn=0) != texts(them("dinner tonight"), turn=1)
    # Four stances have three places: within four turns each has been offered.
    stances = {s.stance for turn in range(4) for s in answer(chat, turn=turn)}
    assert stances == {Stance.AGREE, Stance.ASK, Stance.DECLINE, Stance.DELAY}


def test_a_draft_keeps_what_was_typed_and_narrows_to_replies_that_go_on_from_it() -> None:
    assert texts(them("dinner tonight"), "sorry") == {"sorry, can't"}
    assert texts(them("dinner tonight"), "I would") == set()
    assert texts(them("dinner tonight"), "Sure!") == set()


def test_reading_says_how_sure_it_is() -> None:
    sure, unsure = QUICK.read("dinner tonight"), QUICK.read("tonight at the office")
    assert (sure.intent, sure.language) == ("dinner", "en")
    assert unsure.intent == "none"
    assert sure.confidence > unsure.confidence


def test_a_bank_without_counterexamples_works_too() -> None:
    bank = parse_reply_bank(['[hi]\nexemplars.en = ["hello"]\n[hi.en.any]\nagree = ["Hey!"]'])
    quick = QuickReplies(bank, NgramMatcher(bank.lines))
    offered = quick.answer(Conversation("a", tuple(them("hello"))), Draft())
    assert [suggestion.text for suggestion in offered] == ["Hey!"]
