"""What a translation leaves as it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.core.kept import find_kept, words_of


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("@Lisa 你看 https://a.io/x?q=hello。好", "mention:@Lisa link:https://a.io/x?q=hello"),
        ("@小明 你好", "mention:@小明"),
        ("(see https://a.io/x_(y)). a@b.cn", "link:https://a.io/x_(y) email:a@b.cn"),
        ("[www.a.io]! or b.com/x, ok", "link:www.a.io link:b.com/x"),
        ("> quoted https://a.io\nmine `x = 1`", "quote:> quoted https://a.io code:`x = 1`"),
        ("```\nif a:\n  b()\n```", "code:```\nif a:\n  b()\n```"),
        ("#weekend #1 #今天吃什么#", "tag:#weekend number:1 tag:#今天吃什么#"),
        ("report-v2.pdf v1.2", "file:report-v2.pdf"),
        ("5kg, 3,50 € at 10:30, 30%", "number:5kg number:3,50 € number:10:30 number:30%"),
        ("哈哈[微笑] :) <3 XD ^_^", "emoji:[微笑] emoji::) emoji:<3 emoji:XD emoji:^_^"),
        ("8-) 哭T_T, AT_TEST", "emoji:8-) emoji:T_T"),
        ("83 points, 8/3, 8-3, (or 8)", "number:83 number:8/3 number:8-3 number:8"),
        ("below <35, call 80", "number:35 number:80"),
        ("👨‍👩‍👧👍🏽 🇩🇪1️⃣ :party:", "emoji:👨‍👩‍👧 emoji:👍🏽 emoji:🇩🇪 emoji:1️⃣ emoji::party:"),
        ("Tom met Tomas, 小李来了", "name:Tom name:小李"),
        ("ok. So what", ""),
        ("http://...", "link:http://"),
        ("plain", ""),
    ],
)
def test_what_is_found(text: str, kept: str) -> None:
    found = " ".join(
        f"{k.what}:{text[k.start : k.end]}" for k in find_kept(text, ["Tom", "小李", ""])
    )
    assert found == kept


def test_only_words_are_left() -> None:
    assert words_of("hi @Lisa, ok? 👍") == "hi      , ok?  "
    assert words_of("hi Tom", ["Tom"]) == "hi    "


@given(st.text(alphabet=st.sampled_from("ab @#.:/>`1:)(\n🎉🇩🇪\u200d中"), max_size=30))
def test_spans_are_in_order_and_apart(text: str) -> None:
    at = 0
    for start, end, _ in find_kept(text, ["a"]):
        assert at <= start < end <= len(text)
        at = end
    assert len(words_of(text)) == len(text)
