"""The practice chat's scripted friend: what they say first, and what they answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_READING_MS = 700
_PER_CHARACTER_MS = 45
_LONGEST_MS = 2600


@dataclass(frozen=True, slots=True)
class Script:
    """One friend. `opening` is what was said before, oldest first, true for the friend's own."""

    name: str
    opening: Sequence[tuple[bool, str]]
    question: str
    answers: Sequence[str]


_LIN = Script(
    name="Lin",
    opening=(
        (True, "Hey! Did you get home alright last night?"),
        (False, "Yes, just before the rain started 🙂"),
        (True, "Lucky you, I got soaked."),
    ),
    question="Are you free for dinner on Friday? The noodle place opens again 🍜",
    answers=(
        "Great! Does seven work for you?",
        "Perfect. Shall I book a table, or do we just walk in?",
        "Alright. Do you mind if my sister comes along?",
        "She'll be happy 😊 How is work going, by the way?",
        "I know that feeling. Thank you for the photos, by the way!",
        "Could you bring the book I lent you?",
        "You are the best. What are you reading now?",
        "Sounds good, I'll have a look. See you on Friday then!",
        "Good night 🌙",
        "Still awake? Me too. Are we still on for dinner?",
    ),
)
_XIAOLIN = Script(
    name="小林",
    opening=(
        (True, "昨晚到家了吗？"),
        (False, "到了，刚进门就下雨了🙂"),
        (True, "你运气真好，我全淋湿了。"),
    ),
    question="周五晚上有空一起吃饭吗？那家面馆重新开业了🍜",
    answers=(
        "太好了！七点可以吗？",
        "好的。要我先订位子吗，还是直接过去？",
        "行。我妹妹也想来，你介意吗？",
        "她肯定很高兴😊 对了，最近工作怎么样？",
        "我懂。谢谢你发的照片！",
        "能顺便把我借你的书带来吗？",
        "你最好了。最近在看什么书？",
        "听起来不错，我也找来看看。那周五见！",
        "晚安🌙",
        "还没睡？我也是。周五的饭还约吗？",
    ),
)


def script(language: str) -> Script:
    """The friend for a language tag such as "zh" or "en_GB"; English where none fits."""
    return _XIAOLIN if language.lower().startswith("zh") else _LIN


class Friend:
    """Answers each message with the next line of the script, from the start again after its end."""

    def __init__(self, lines: Script) -> None:
        self._lines = lines
        self._next = 0

    def answer(self) -> str:
        """The answer to one message."""
        line = self._lines.answers[self._next % len(self._lines.answers)]
        self._next += 1
        return line


def typing_ms(text: str) -> int:
    """How long the friend reads and types, in milliseconds."""
    return _READING_MS + min(_LONGEST_MS, _PER_CHARACTER_MS * len(text))
