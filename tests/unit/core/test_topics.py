"""Topics for a quiet talk."""

from __future__ import annotations

import pytest

from copilot.core.model import ME, THEM, Conversation, Message, Source, Stance
from copilot.core.topics import Topics, parse_topic_bank

TOPICS = Topics(
    parse_topic_bank(
        [
            """
[theme.grief]
alone = true
keywords.zh = ["去世"]
[theme.grief.zh]
friends = ["你还好吗？"]
[theme.exam]
keywords.zh = ["考试"]
keywords.en = ["exam"]
[theme.exam.zh]
friends = ["考试怎么样了？", "学习还忙吗？"]
[theme.exam.en]
friends = ["How was the exam?"]
[theme.pet]
keywords.zh = ["猫"]
[theme.pet.zh]
friends = ["猫咪好吗？"]
[theme.food]
keywords.zh = ["火锅"]
[theme.food.zh]
friends = ["再去吃一次？"]
""",
            """
[openers.zh]
friends = ["最近怎么样？", "周末干嘛？", "在看什么剧？", "忙不忙？"]
work = ["工作顺利吗？"]
[openers.en]
friends = ["How are you?"]
""",
        ]
    )
)


def suggest(*said: str, me: str = "", contact: str = "小明", turn: int = 0) -> list[str]:
    messages = [Message(THEM, text) for text in said] + ([Message(ME, me)] if me else [])
    offered = TOPICS.suggest(Conversation(contact, tuple(messages)), turn)
    assert all((s.stance, s.source) == (Stance.TOPIC, Source.INSTANT) for s in offered)
    return [suggestion.text for suggestion in offered]


def test_what_was_said_earlier_comes_first_the_latest_before_the_rest() -> None:
    assert suggest("明天考试", "我的猫饿了", "嗯") == [
        "猫咪好吗？",
        "考试怎么样了？",
        "最近怎么样？",
    ]


def test_what_we_said_ourselves_gives_no_follow_up() -> None:
    assert suggest("嗯", me="明天考试")[0] == "最近怎么样？"


def test_openers_alone_where_nothing_was_said_in_the_language_of_the_name() -> None:
    assert suggest() == ["最近怎么样？", "周末干嘛？", "在看什么剧？"]
    assert suggest(contact="Anna") == ["How are you?"]


def test_english_keywords_are_whole_words_with_a_plural() -> None:
    assert suggest("two EXAMS left")[0] == "How was the exam?"
    assert suggest("for example") == ["How are you?"]


def test_refreshing_rotates_follow_ups_and_openers() -> None:
    assert suggest("明天考试") == ["考试怎么样了？", "最近怎么样？", "周末干嘛？"]
    assert suggest("明天考试", turn=1) == ["学习还忙吗？", "在看什么剧？", "忙不忙？"]
    both = (
        suggest("吃火锅", "明天考试", "猫饿了", turn=0),
        suggest("吃火锅", "明天考试", "猫饿了", turn=1),
    )
    assert "再去吃一次？" not in both[0]
    assert "再去吃一次？" in both[1]


def test_what_was_said_already_is_not_offered_again() -> None:
    assert "最近怎么样？" not in suggest("还行", me="最近怎么样？")
    assert suggest("火锅真好吃", me="再去吃一次？")[0] == "最近怎么样？"


def test_nothing_light_is_offered_beside_grief() -> None:
    assert suggest("我奶奶去世了", "明天考试", "嗯") == ["你还好吗？"]


def test_work_is_spoken_to_as_at_work() -> None:
    assert suggest("您好，合同收到") == ["工作顺利吗？"]


def test_silence_in_a_language_without_topics() -> None:
    assert suggest("¿qué tal?") == []


def test_broken_data_is_refused() -> None:
    with pytest.raises(ValueError, match="Expected"):
        parse_topic_bank(["[openers"])
