"""Reading the bank of quick replies."""

from __future__ import annotations

import pytest

from copilot.core.model import Stance
from copilot.core.reply_bank import parse_reply_bank

PLANS = """
[dinner]
exemplars.zh = ["吃饭吗"]
exemplars.en = ["dinner?", "hungry u"]
[dinner.zh.friends]
agree = ["好呀"]
[dinner.en.work]
decline = ["I'm afraid I can't."]
[dinner.en.any]
agree = ["Sure!"]
"""
SHORTHAND = """
[shorthand.words]
u = "you"
[shorthand.phrases]
"咋样" = "怎么样"
"""


def test_texts_are_joined_into_one_bank() -> None:
    bank = parse_reply_bank([PLANS, '[none]\nexemplars.en = ["?"]', SHORTHAND])
    assert bank.intents == ("dinner", "none")
    assert bank.lines == ("吃饭吗", "dinner?", "hungry you", "?")
    assert bank.exemplars[0].language == "zh"


def test_shorthand_is_spelled_out_in_whole_words_only() -> None:
    bank = parse_reply_bank([SHORTHAND])
    assert bank.spell_out("U up? 最近咋样 tofu") == "you up? 最近怎么样 tofu"


def test_replies_come_in_the_register_else_in_either_else_in_the_other() -> None:
    bank = parse_reply_bank([PLANS])
    assert bank.find("dinner", "en", "work") == {Stance.DECLINE: ("I'm afraid I can't.",)}
    assert bank.find("dinner", "en", "friends") == {Stance.AGREE: ("Sure!",)}
    assert bank.find("dinner", "zh", "work") == {Stance.AGREE: ("好呀",)}
    assert bank.find("dinner", "ja", "work") == {}
    assert bank.find("none", "en", "work") == {}


@pytest.mark.parametrize(
    ("text", "culprit"),
    [
        ('[a]\nexemplars.xx = ["a"]', "xx"),
        ('[a]\nexemplars.en = ["a"]\n[a.xx.work]\nagree = ["b"]', "xx"),
        ('[a]\nexemplars.en = ["a"]\n[a.en.boss]\nagree = ["b"]', "boss"),
        ('[a]\nexemplars.en = ["a"]\n[a.en.work]\nshrug = ["b"]', "shrug"),
        ("[a", "Expected"),
    ],
)
def test_a_mistake_in_the_data_is_named(text: str, culprit: str) -> None:
    with pytest.raises(ValueError, match=culprit):
        parse_reply_bank([text])
