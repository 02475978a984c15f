"""Suggestions come out of whatever form a model chose, the same however the answer was cut."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.core.answer_forms import ItemReader
from copilot.core.asking import Drafted
from copilot.core.model import Stance
from copilot.core.parsing import SuggestionParser
from copilot.core.redaction import Vault, mask
from tests.lab_llm.skills import skill

A, D, S, L = Stance.AGREE, Stance.DECLINE, Stance.ASK, Stance.DELAY

FORMS: list[tuple[str, list[tuple[Stance, str]]]] = [
    # as asked for
    ("1|agree|yes\n2|decline|no\n3|ask|when?", [(A, "yes"), (D, "no"), (S, "when?")]),
    ("1|delay|first\\nsecond", [(L, "first\nsecond")]),
    ("1 | Agree | yes\n2｜拒绝｜不行", [(A, "yes"), (D, "不行")]),
    ("1|agree|a|b", [(A, "a|b")]),
    ("agree|yes\ndecline|no", [(A, "yes"), (D, "no")]),
    ("1|agree|Agree\n2|ask|10:30?", [(A, "Agree"), (S, "10:30?")]),
    # several lines, with and without a blank line behind
    ("1|agree|one\ntwo\n2|ask|three", [(A, "one\ntwo"), (S, "three")]),
    ("1|agree|one\n\nHope this helps!", [(A, "one")]),
    ("1|agree\nyes\n2|ask\nwhen?", [(A, "yes"), (S, "when?")]),
    ("1|agree|Buy:\n1. milk\n2. eggs\n2|ask|ok?", [(A, "Buy:\n1. milk\n2. eggs"), (S, "ok?")]),
    # a preamble, markdown, quotes
    (
        'Sure! Here are three:\n\n1. **Agree**: Yes\n2. **Decline:** "No"\n3. Ask - Why?\n\nBye!',
        [(A, "Yes"), (D, "No"), (S, "Why?")],
    ),
    ("**1.** Yes\n**2.** No", [(A, "Yes"), (A, "No")]),
    ("1. **Agree**\nYes\n\n2. **Decline**\n\nNo", [(A, "Yes"), (D, "No")]),
    ("**Agree**\nYes\n\n**Ask**\nWhy?", [(A, "Yes"), (S, "Why?")]),
    ("Agree: yes\nDecline: no", [(A, "yes"), (D, "no")]),
    ("[ask] why?\n(delay) later", [(S, "why?"), (L, "later")]),
    ("- Yes\n- No\n* Why?", [(A, "Yes"), (A, "No"), (A, "Why?")]),
    ("- 1: Yes\n- 2: No", [(A, "Yes"), (A, "No")]),
    ("1) **Yes**\n2) `No`\n3) “Why?”", [(A, "Yes"), (A, "No"), (A, "Why?")]),
    ("1. '\"Yes\"'", [(A, "Yes")]),
    ('1. "A" and "B"', [(A, '"A" and "B"')]),
    ("(1) Yes\n(2) No", [(A, "Yes"), (A, "No")]),
    ("①好的\n②不行", [(A, "好的"), (A, "不行")]),
    ("1、好的\n2、不行", [(A, "好的"), (A, "不行")]),
    ("1. 同意\n2. 不行", [(A, "同意"), (A, "不行")]),
    ("Reply 1: Yes\nReply 2: No", [(A, "Yes"), (A, "No")]),
    ("1 - Yes\n2 - No", [(A, "Yes"), (A, "No")]),
    ("1. 10:30 is fine\n2. 1.5 hours", [(A, "10:30 is fine"), (A, "1.5 hours")]),
    (
        "| # | stance | reply |\n|---|---|---|\n| 1 | agree | Yes |\n| 2 | ask | Why? |",
        [(A, "Yes"), (S, "Why?")],
    ),
    ("```\n1|agree|Yes\n```", [(A, "Yes")]),
    # a stance that nobody asked for, or of another skill
    ("1|enthusiastic|Yes!\n2|topic|No", [(A, "Yes!"), (A, "No")]),
    # JSON
    (
        '[{"stance": "ask", "text": "Why\\n?"}, {"text": "No", "stance": "decline"}]',
        [(S, "Why\n?"), (D, "No")],
    ),
    ('```json\n{"suggestions": ["one", "two"]}\n```', [(A, "one"), (A, "two")]),
    ('{"agree": "Yes", "decline": "No"}', [(A, "Yes"), (D, "No")]),
    ('{"1": "Yes", "note": "x"}', [(A, "Yes")]),
    ('Here:\n{"reply": "Yes"', [(A, "Yes")]),
    ('["\\ud83d", "\\ud83d\\ude00", "a\\qb"]', [(A, "😀"), (A, "a\\qb")]),
    # no form at all
    ("Sounds great!", [(A, "Sounds great!")]),
    ("10:30 works for me", [(A, "10:30 works for me")]),
    ("Here you go:\nYes\nNo", [(A, "Yes"), (A, "No")]),
    ("An essay.\nIt has\nmany\nlines.", []),
    # thoughts
    ("<think>1|agree|hm\nhm</think>\n1|agree|Yes", [(A, "Yes")]),
    ("<Thinking >hm</Thinking>1|agree|Yes <think>hm</think>there", [(A, "Yes there")]),
    ("Okay, they ask\n1|agree|hm\n</think>\n1|agree|Yes", [(A, "Yes")]),
    ("1|agree|Yes\n<think>2|decline|hm", [(A, "Yes")]),
    ("<think>hm", []),
    ("◁think▷hm◁/think▷1|agree|Yes", [(A, "Yes")]),
    ("[THINK]hm[/THINK]1|agree|Yes", [(A, "Yes")]),
    ("<|begin_of_thought|>hm<|end_of_thought|>1|agree|Yes", [(A, "Yes")]),
    ("1|agree|I think [think] so <b", [(A, "I think [think] so <b")]),
    ("1|agree|Yes <thi", [(A, "Yes")]),
    ("1|agree|Yes <|im_en", [(A, "Yes")]),
    ("1|agree|Yes<|im_end|></s>", [(A, "Yes")]),
    ("1|agree|5 <", [(A, "5 <")]),
    # silence, repeats, refusals, too many
    ("0", []),
    ("none", []),
    ("0|none|", []),
    ("", []),
    ("1|agree|", []),
    ("1|agree|a\n|", [(A, "a")]),
    ("1|agree|yes\n2|", [(A, "yes")]),
    ("1.\nYes\n2.\nNo", [(A, "Yes"), (A, "No")]),
    ("1|agree|Yes!\n2|decline|yes\n3|ask|Yes, why?", [(A, "Yes!"), (S, "Yes, why?")]),
    ("1|agree|👍\n2|agree|👍\n3|agree|🙂", [(A, "👍"), (A, "🙂")]),
    ("I'm sorry, but I can't assist with that request.", []),
    ("作为一个AI，我无法", []),
    ("1|ask|a\n2|ask|b\n3|ask|c\n4|ask|d", [(S, "a"), (S, "b"), (S, "c")]),
]


def parser(name: str = "reply", vault: Vault | None = None) -> SuggestionParser:
    return SuggestionParser(skill(name), vault or Vault())


def short(drafted: tuple[Drafted, ...]) -> list[tuple[Stance, str]]:
    return [(d.stance, d.text) for d in drafted]


@pytest.mark.parametrize(("text", "found"), FORMS)
def test_whole(text: str, found: list[tuple[Stance, str]]) -> None:
    whole = parser()
    whole.feed(text)
    assert short(whole.finish()) == found
    assert all(d.whole for d in whole.finish())


@pytest.mark.parametrize("text", [text for text, _ in FORMS if not text.startswith("Okay, they")])
def test_cut_at_every_character(text: str) -> None:
    """What is shown only grows, and never holds anything that the end does not hold."""
    cut = parser()
    shown = [cut.feed(character) for character in text] + [cut.finish()]
    for before, after in pairwise(shown):
        assert len(before) <= len(after)
        for old, new in zip(before, after, strict=False):
            assert new.text.startswith(old.text)
            assert new.stance is old.stance
            assert new.whole or not old.whole
    whole = parser()
    whole.feed(text)
    assert shown[-1] == whole.finish()


def test_text_is_shown_as_it_arrives() -> None:
    stream = parser()
    assert stream.feed("1|agr") == ()
    assert stream.feed("ee|") == ()
    assert stream.feed("Yes") == (Drafted("Yes", A, False),)
    assert stream.feed(", I") == (Drafted("Yes, I", A, False),)
    assert stream.feed(" do\n2") == (Drafted("Yes, I do", A, False),)
    assert stream.feed("|decline|N") == (
        Drafted("Yes, I do", A, True),
        Drafted("N", D, False),
    )


def test_thoughts_without_a_beginning_are_not_shown_on_the_way() -> None:
    stream = parser()
    for character in "Okay, they ask for three.\n1. **Agree**: Yes\n2. No\n":
        assert stream.feed(character) == ()
    assert short(stream.feed("</think>\n1|ask|Why")) == [(S, "Why")]


def test_placeholders_are_restored_and_never_shown_in_part() -> None:
    vault = Vault()
    mask("13812345678", vault)
    stream = parser(vault=vault)
    shown = [short(stream.feed(c)) for c in "1|agree|call ⟨PHONE_1⟩ or ⟨PHONE_9⟩ now"]
    assert not any("PHON" in text for found in shown[:34] for _, text in found)
    assert short(stream.finish()) == [(A, "call 13812345678 or ⟨PHONE_9⟩ now")]


@pytest.mark.parametrize("answer", ["1|agree|%s\n2|ask|b", '["%s", "b"]'])
def test_nothing_unseen_comes_through(answer: str) -> None:
    unseen = "a\x1b[31m\u202e\u2066x\u2028\x85y\x00\x9b\ufeff\n"
    if answer.startswith("["):
        unseen = json.dumps(unseen)[1:-1]
    text = parser().feed(answer % unseen)[0].text
    assert text == "a[31mx\n\ny"
    assert (
        short(parser().feed("1|agree|👩\u200d👧 می\u200cخوام\n"))[0][1] == "👩\u200d👧 می\u200cخوام"
    )


def test_full_once_all_are_whole() -> None:
    stream = parser()
    stream.feed("1|agree|a\n2|decline|b\n3|ask|c")
    assert not stream.full
    stream.feed("\n\n")
    assert stream.full


def test_an_answer_that_was_cut_loses_its_half_sentence() -> None:
    stream = parser()
    stream.feed("1|agree|a\n2|decline|half a sen")
    assert short(stream.finish(cut=True)) == [(A, "a")]


def test_one_stance_needs_no_name() -> None:
    stream = parser("complete")
    stream.feed("1|id love to|but\n2|complete|I'd love to.\n3|")
    assert short(stream.finish()) == [
        (Stance.COMPLETE, "id love to|but"),
        (Stance.COMPLETE, "I'd love to."),
    ]


def test_a_model_that_runs_away_is_not_followed() -> None:
    stream = parser()
    stream.feed("1|agree|" + "x" * 30_000)
    assert len(stream.finish()[0].text) < 20_000


MARKS = st.sampled_from(
    [
        *"123|.)-*\n\n\n \\\"'`[{<}]>:①【⟨",
        "agree",
        "ask",
        "decline|",
        "1|",
        "1|agree|",
        "2. ",
        "```",
        "json",
        "text",
        '"text":',
        "**",
        "⟨PHONE_1⟩",
        "<think>",
        "</think>",
        "<|im_end|>",
        "好的",
        "\\n",
        "\\ud83d",
        "Here:",
    ]
)


@given(st.lists(MARKS | st.text(max_size=5), max_size=25))
def test_garbage_never_raises_and_cutting_changes_nothing(pieces: list[str]) -> None:
    cut, whole = parser(), parser()
    for piece in pieces:
        cut.feed(piece)
        assert cut.full in (True, False)
    whole.feed("".join(pieces))
    found = whole.finish()
    assert cut.finish() == found
    assert len(found) <= 3
    for drafted in found:
        assert drafted.text == drafted.text.strip() != ""
        assert drafted.text.encode()


@given(st.lists(MARKS, max_size=8), st.lists(MARKS, max_size=8), st.booleans(), st.booleans())
def test_what_is_thought_is_never_shown(
    before: list[str], inside: list[str], closed: bool, as_json: bool
) -> None:
    if "</think>" in inside:
        return
    secret = "SECRET".join(["", *inside, ""])
    answer = json.dumps({"agree": "fine"}) if as_json else "1|agree|fine"
    stream = parser()
    for piece in (*before, "<think>", secret, *(["</think>\n", answer] if closed else [])):
        for drafted in stream.feed(piece):
            assert "SECRET" not in drafted.text
    assert not any("SECRET" in drafted.text for drafted in stream.finish())


def test_a_bracket_inside_a_text_of_json_ends_nothing() -> None:
    stream = parser()
    assert stream.feed('{"text": "Yes", "stance": "ask [') == ()
    assert short(stream.feed(' me]", "type": "decline"}')) == [(D, "Yes")]


@pytest.mark.parametrize(
    ("lines", "settled"),
    [
        (["1|agree|a", "more", "2|ask|b", "", "Bye", "3|ask|c"], ["a\nmore", "b"]),
        (["[", '"a",', '"b",', '"c'], ["a", "b"]),
        (["Here:", "a", "b"], []),
    ],
)
def test_what_is_settled_is_told_once(lines: list[str], settled: list[str]) -> None:
    """So no line is read twice, and a long answer takes no longer for each of its pieces."""
    reader = ItemReader(several=True, count=3)
    assert [item.text for line in lines for item in reader.feed(line)] == settled
