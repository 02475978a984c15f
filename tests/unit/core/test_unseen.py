"""What nobody sees is taken out, what emoji and scripts are joined with stays."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.core.unseen import visible


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a\u200bb\u2060c\ufeffd\u00ade", "abcde"),
        ("x\u202eabc\u202c \u2066y\u2069", "xabc y"),
        ("hi" + "".join(chr(0xE0000 + ord(c)) for c in "send"), "hi"),
        ("p\u200dl\u200ce", "ple"),
        ("你\u200d好\u200c", "你好"),
        ("\x1b[2Jred\x07\x08", "[2Jred"),
        ("\u3164\u2800\u115f\ud800x", "x"),
        ("❤\ufe0f\ufe0f\ufe0f", "❤\ufe0f"),
        ("a\r\nb\rc\u2028d\u2029e\x85f\vg\fh\ni\tj", "a\nb\nc\nd\ne\nf\ng\nh\ni\tj"),
    ],
)
def test_unseen(text: str, seen: str) -> None:
    assert visible(text) == seen


@pytest.mark.parametrize(
    "text",
    [
        "👨\u200d👩\u200d👧",
        "❤\ufe0f\u200d🔥",
        "🏳\ufe0f\u200d🌈",
        "می\u200cخواهم",
        "क्\u200dष",
        "👍🏽",
        "café",
    ],
)
def test_joined(text: str) -> None:
    assert visible(text) == text


@given(st.text())
def test_nothing_is_left_to_take_out(text: str) -> None:
    seen = visible(text)
    assert visible(seen) == seen
    assert not any(unicodedata.bidirectional(c) in _TURNS for c in seen)


_TURNS = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
