"""Sentences and clauses of any script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.core.segments import chunks, clauses, ends_clause, sentences, stable


@pytest.mark.parametrize(
    "parts",
    [
        ["Hi Dr. Smith. ", "How are you? ", "3.14 is pi... ok"],
        ["你好。", "今天吃什么？😀", "走吧！"],
        ["他说：“走吧。”", "然后走了。"],
        ["see https://a.io/x?q=1. ", "Yes! ", "no"],
        ["mail me@a.co.uk or a.io. ", "`x. y` is code. ", "Ok"],
        ["مرحبا؟ ", "نعم۔ ", "طيب"],
        ["नमस्ते। ", "कैसे हो?"],
        ["สวัสดี เป็นไงบ้าง"],
        ["a\n\n", "b\r\n", "c\n"],
        ["  lead. ", "x"],
        ["1. Eggs\n", "2. Milk"],
        ["Wait... what? ", "Hm… ok"],
        ["No way... ", "Really?!"],
        ["Sure!🎉🎉 ", "See you"],
        ["I like apples etc. ", "They are good, e.g. this one. ", "Yes"],
        ["at 5 p.m. we go"],
        ["Born in the U.S.A. today"],
        ["It costs 5. ", "Fine."],
        ["ok.then"],
        ["So do I. ", "Ask J. Doe."],
        ["真的?!", "好"],
        ["嗯……好吧"],
        ["He said no. ", "She left."],
        ['"Go!" ', "he said (twice.) ", "So"],
    ],
)
def test_sentences(parts: list[str]) -> None:
    assert list(sentences("".join(parts))) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["If you come, ", "call me; ", "else: ", "don't."],
        ["如果你来，", "打给我；", "不然、", "算了。"],
        ["cost 3,5 and 12:30, ", "right — ", "ok"],
        ["a - ", "b"],
        ["نعم، ", "لا"],
        ["well-known https://a.io/x,y;z"],
        ["1：2，", "3、4"],
    ],
)
def test_clauses(parts: list[str]) -> None:
    assert list(clauses("".join(parts))) == parts


@given(st.text(alphabet=st.sampled_from("ab .,!?。，！\n\r…:;1🎉\"')-—\u3000`@/ "), max_size=40))
def test_joined_they_are_the_text(text: str) -> None:
    assert "".join(sentences(text)) == text
    assert "".join(clauses(text)) == text
    assert all(part.strip() for part in sentences(text)[1:])
    packed = chunks(text, 7)
    assert "".join(packed) == text
    assert all(len(part) <= 7 for part in packed)


def test_whether_a_draft_ends_a_clause() -> None:
    assert all(map(ends_clause, ("hello, ", "你好，", "hi:", "Go!", "真的？", "line\n", "a — ")))
    assert not any(map(ends_clause, ("hello", "", "  ", "at 12:", "at 12:30", "3.", "Dr.x")))


def test_what_stands_of_a_growing_draft() -> None:
    assert stable([], []) == 0
    assert stable(["a. ", "b"], ["a. ", "bc"]) == 1
    assert stable(["a. "], ["a. ", "c"]) == 1
    assert stable(["a. ", "b"], ["a. ", "b"]) == 2
    assert stable(["a. ", "b. ", "c"], ["a. ", "x. ", "c"]) == 1
    assert stable(["a. ", "b. "], ["a. "]) == 0
    assert stable(["a"], []) == 0


def test_long_sentences_are_cut_at_clauses_then_spaces_then_anywhere() -> None:
    assert chunks("aa bb. cc dd. ee", 8) == ("aa bb. ", "cc dd. ", "ee")
    assert chunks("aaa, bbb, ccc ddd eee fffffffffff", 9) == (
        "aaa, ",
        "bbb, ",
        "ccc ddd ",
        "eee ",
        "fffffffff",
        "ff",
    )
    with pytest.raises(ValueError):
        chunks("a", 0)
