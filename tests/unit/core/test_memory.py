"""The memory of translations: repeated texts cost nothing, and only so many are remembered."""

from __future__ import annotations

from dataclasses import replace

from copilot.core.memory import (
    Formality,
    NoTranslations,
    Pair,
    SessionTranslations,
    Translation,
    same_text,
)

PAIR = Pair("en", "zh-Hans")
HELLO = Translation("Hello  there", "你好", PAIR)


class Behind:
    """Records what is asked of it."""

    def __init__(self) -> None:
        self.kept: list[Translation] = []
        self.asked: list[str] = []

    async def find(self, text: str, pair: Pair, formality: Formality = "") -> str | None:
        self.asked.append(text)
        return next(
            (
                t.result
                for t in self.kept
                if (t.text, t.pair, t.formality) == (text, pair, formality)
            ),
            None,
        )

    async def keep(self, translation: Translation) -> None:
        self.kept.append(translation)


async def test_the_same_text_is_found_again() -> None:
    memory = SessionTranslations()
    await memory.keep(HELLO)
    assert await memory.find(" Hello there\n", PAIR) == "你好"
    assert await memory.find("hello there", PAIR) is None
    assert await memory.find("Hello there", PAIR, "polite") is None
    assert await memory.find("Hello there", Pair("", "zh-Hans")) is None
    await memory.keep(replace(HELLO, result="您好"))
    assert await memory.find("Hello there", PAIR) == "您好"
    memory.forget()
    assert await memory.find("Hello there", PAIR) is None


async def test_what_is_behind_is_asked_once_for_what_it_knows() -> None:
    behind = Behind()
    behind.kept.append(HELLO)
    memory = SessionTranslations(behind)
    for _ in range(3):
        assert await memory.find(HELLO.text, PAIR) == "你好"
    assert behind.asked == [HELLO.text]
    await memory.keep(replace(HELLO, text="Bye"))
    await memory.keep(replace(HELLO, text="  \n"))
    assert [one.text for one in behind.kept] == [HELLO.text, "Bye"]


async def test_the_least_used_go_first() -> None:
    memory = SessionTranslations(most=2)
    for text in ("one", "two"):
        await memory.keep(replace(HELLO, text=text))
    await memory.find("one", PAIR)
    await memory.keep(replace(HELLO, text="three"))
    found = [await memory.find(text, PAIR) for text in ("one", "two", "three")]
    assert found == ["你好", None, "你好"]


async def test_nothing_is_remembered_where_nothing_may_be() -> None:
    memory = NoTranslations()
    await memory.keep(HELLO)
    assert await memory.find(HELLO.text, PAIR) is None


def test_ways_to_write_the_same() -> None:
    assert same_text("e\u0301t\u00e9\u3000là\n") == same_text("été là")
    assert same_text("A") != same_text("a")
