"""The answer of a model that translates is read however it was cut, and however it is numbered."""

from __future__ import annotations

import pytest

from copilot.core.translation_answer import LinesAnswer, read_fields


def read(raw: str, count: int, *, cut: bool = False) -> dict[int, str]:
    answer = LinesAnswer(count)
    answer.feed(raw)
    return {n: line.text for n, line in answer.finish(cut=cut).items()}


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("1|Hello\n2|How are you?", {1: "Hello", 2: "How are you?"}),
        ("1｜你好\n2｜你好吗？\n", {1: "你好", 2: "你好吗？"}),
        ("1. Hello\n2. Bye", {1: "Hello", 2: "Bye"}),
        ("**1.** Hello\n**2.** Bye", {1: "Hello", 2: "Bye"}),
        ("| 1 | Hello\n| 2 | Bye", {1: "Hello", 2: "Bye"}),
        ("[1] Hello\n[2] Bye", {1: "Hello", 2: "Bye"}),
        ("1: At 10:30\n2: 1.5 litres", {1: "At 10:30", 2: "1.5 litres"}),
        ("Sure! Here you are:\n\n1|Hello\n2|Bye", {1: "Hello", 2: "Bye"}),
        ("```\n1|Hello\n2|Bye\n```", {1: "Hello", 2: "Bye"}),
        ("1|one\\ntwo\n2|three", {1: "one\ntwo", 2: "three"}),
        ("1|one\ntwo\n2|three", {1: "one\ntwo", 2: "three"}),
        ("<think>1|no</think>1|Hello\n2|Bye", {1: "Hello", 2: "Bye"}),
        ("1|Milk:\n1. whole\n2. skimmed\n2|Bye", {1: "Milk:\n1. whole\n2. skimmed", 2: "Bye"}),
        ("2|Bye", {2: "Bye"}),
        ("1|Hello", {1: "Hello"}),
        ("", {}),
        ("I can't do that.", {}),
    ],
)
def test_lines(raw: str, expected: dict[int, str]) -> None:
    assert read(raw, 2) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("1|Hello", "Hello"),
        ("Hello", "Hello"),
        ("Here is the translation:\nHello", "Hello"),
        ("Note:", "Note:"),
        ("3 apples", "3 apples"),
        ("One\nTwo", "One\nTwo"),
        ("1|2|3", "2|3"),
    ],
)
def test_a_single_line_needs_no_number(raw: str, expected: str) -> None:
    assert read(raw, 1) == {1: expected}


@pytest.mark.parametrize("raw", ["1|one\\ntwo 10:30\n2|three\n3|four", "One 1. two\nthree"])
def test_it_only_grows_however_it_is_cut(raw: str) -> None:
    count = 3 if raw.startswith("1|") else 1
    expected = read(raw, count)
    for size in (1, 2, 3, 7):
        answer = LinesAnswer(count)
        shown: dict[int, str] = {}
        for at in range(0, len(raw), size):
            now = {n: line.text for n, line in answer.feed(raw[at : at + size]).items()}
            assert all(now[n].startswith(text.rstrip()) for n, text in shown.items())
            assert all(expected[n].startswith(text.rstrip()) for n, text in now.items())
            shown = now
        assert {n: line.text for n, line in answer.finish().items()} == expected


def test_lines_are_whole_when_the_next_begins() -> None:
    answer = LinesAnswer(2)
    assert not answer.feed("1|Hello")[1].whole
    assert answer.feed("\n2|B")[1].whole
    assert [line.whole for line in answer.finish(cut=True).values()] == [True, False]


def test_what_may_announce_the_translation_waits() -> None:
    answer = LinesAnswer(1)
    assert answer.feed("") == {}
    assert answer.feed("Here it is:") == {}
    assert answer.feed("\nOne")[1].text == "One"


def test_fields_are_read_by_name() -> None:
    raw = "back|I come at 7\n**Sound:** rude\nwhy|orders her about\nother|no"
    told = read_fields(raw, ("back", "sound", "why"), ended=True)
    assert told == {"back": "I come at 7", "sound": "rude", "why": "orders her about"}
