"""Key combinations as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.core.chords import Chord, ChordError, parse_chord


@pytest.mark.parametrize(
    ("text", "modifiers", "key"),
    [
        ("Ctrl+Alt+1", {"Ctrl", "Alt"}, "1"),
        ("control + ALT + space", {"Ctrl", "Alt"}, "Space"),
        ("Super+R", {"Super"}, "R"),
        ("Win+Enter", {"Super"}, "Return"),
        ("Ctrl+Shift+PageUp", {"Ctrl", "Shift"}, "PageUp"),
        ("F5", set[str](), "F5"),
        ("Ctrl+.", {"Ctrl"}, "."),
        ("Ctrl+Plus", {"Ctrl"}, "Plus"),
        ("Escape", set[str](), "Escape"),
    ],
)
def test_chords(text: str, modifiers: set[str], key: str) -> None:
    assert parse_chord(text) == Chord(frozenset(modifiers), key)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "write it like"),
        ("Ctrl+", "write it like"),
        ("Ctrl++", "write it like"),
        ("Hyper+X", "“Hyper” is not a modifier"),
        ("Ctrl+Nokey", "“Nokey” is not the name of a key"),
        ("Ctrl+Alt", "“Alt” is not the name of a key"),
        ("A", "typed with"),
        ("Shift+A", "typed with"),
        ("Ctrl+é", "“é” is not the name of a key"),
        ("Ctrl+!", "“!” is not the name of a key"),
        ("Ctrl+F25", "“F25” is not the name of a key"),
    ],
)
def test_what_is_no_chord_says_why(text: str, said: str) -> None:
    with pytest.raises(ChordError, match=said):
        parse_chord(text)


@given(st.text(max_size=20))
def test_any_text_is_a_chord_or_a_clear_error(text: str) -> None:
    said = ""
    try:
        assert parse_chord(text).key
    except ChordError as wrong:
        said = str(wrong)
    assert not said or said.endswith(".")
