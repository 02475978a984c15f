"""Where the keys of chords lie in real layouts."""

from __future__ import annotations

import string

import pytest

from copilot.core.chords import KEYS, ChordError, parse_chord
from copilot.desktop.linux.keymap import Keymap, Modifier, Stroke, keysym_of, keysym_of_key

SHIFT_L, CONTROL_L, ALT_L, SUPER_L, NUM_LOCK, CAPS_LOCK = (
    0xFFE1, 0xFFE3, 0xFFE9, 0xFFEB, 0xFF7F, 0xFFE5,
)  # fmt: skip
HELD = {
    50: (SHIFT_L, 0), 66: (CAPS_LOCK, 0), 37: (CONTROL_L, 0), 64: (ALT_L, 0),
    77: (NUM_LOCK, 0), 133: (SUPER_L, 0),
}  # fmt: skip
MODIFIERS = ((50,), (66,), (37,), (64,), (77,), (), (133,), ())

# Rows as `setxkbmap us`, `ru`, `us,ru` and `fr` make them: 10 is the key 1, 27 the key R.
US = Keymap(HELD | {10: (0x31, 0x21, 0x31, 0x21), 27: (0x72, 0x52, 0x72, 0x52)}, MODIFIERS)
RU = Keymap(HELD | {10: (0x31, 0x21, 0x31, 0x21), 27: (0x6CB, 0x6EB, 0x6CB, 0x6EB)}, MODIFIERS)
US_RU = Keymap(HELD | {10: (0x31, 0x21, 0, 0), 27: (0x72, 0x52, 0x6CB, 0x6EB)}, MODIFIERS)
FR = Keymap(HELD | {10: (0x26, 0x31, 0x26, 0x31), 27: (0x72, 0x52, 0x72, 0x52)}, MODIFIERS)


@pytest.mark.parametrize(
    ("chord", "keysym"),
    [
        ("Ctrl+Alt+1", 0x31),
        ("Ctrl+space", 0x20),
        ("Super+R", 0x72),
        ("Win+Enter", 0xFF0D),
        ("Ctrl+PageUp", 0xFF55),
        ("F5", 0xFFC2),
        ("Ctrl+.", 0x2E),
        ("Ctrl+Plus", 0x2B),
    ],
)
def test_the_keysym_of_a_key(chord: str, keysym: int) -> None:
    assert keysym_of_key(parse_chord(chord).key) == keysym


def test_every_key_that_a_chord_can_name_has_a_keysym() -> None:
    function_keys = [f"F{number}" for number in range(1, 25)]
    signs = [c for c in string.printable if is_chord(f"Ctrl+{c}")]
    assert len(signs) == 26 * 2 + 10 + 11
    for name in (*KEYS, *function_keys, *signs):
        assert keysym_of_key(parse_chord(f"Ctrl+{name}").key) > 0, name


def is_chord(text: str) -> bool:
    try:
        parse_chord(text)
    except ChordError:
        return False
    return True


@pytest.mark.parametrize("keymap", [US, RU, US_RU, FR])
def test_a_combination_means_the_same_key_in_every_layout(keymap: Keymap) -> None:
    assert keymap.place(ord("1")) == 10
    assert keymap.place(ord("r")) == 27
    assert keymap.place(0x1000000) is None


def test_which_layouts_have_a_letter() -> None:
    assert US.has(ord("r"))
    assert US_RU.has(ord("r"))
    assert not RU.has(ord("r"))


def test_how_a_character_is_typed() -> None:
    assert US.stroke(ord("R"), 0) == Stroke(27, shift=True)
    assert US_RU.stroke(0x6CB, 1) == Stroke(27)
    assert US_RU.stroke(ord("1"), 1) == Stroke(10)  # a key with one group only
    assert US_RU.stroke(ord("r"), 1) is None
    assert FR.stroke(ord("1"), 0) == Stroke(10, shift=True)


def test_modifier_bits() -> None:
    assert US.mask(parse_chord("Ctrl+Shift+Alt+Super+1")) == (
        Modifier.CONTROL | Modifier.SHIFT | Modifier.MOD1 | Modifier.MOD4
    )
    bare = Keymap({10: (0x31, 0x21)}, ((), (), (), (), (), (), (), ()))
    assert bare.mask(parse_chord("Super+1")) is None
    assert US.holding_keys() == {50, 37, 64, 77, 133}


def test_lock_keys_never_matter() -> None:
    assert set(US.lock_variants()) == {0, Modifier.LOCK, Modifier.MOD2, Modifier.LOCK | 16}


def test_spare_keys_are_lent_from_the_top() -> None:
    keymap = Keymap({8: (0, 0), 93: (0, 0), 94: (0x3C, 0), 248: (0, 0)}, MODIFIERS)
    assert keymap.spare() == (248, 93)


def test_keysyms_of_characters() -> None:
    assert keysym_of("a") == 0x61
    assert keysym_of("é") == 0xE9
    assert keysym_of("明") == 0x0100660E
    assert keysym_of("😀") == 0x0101F600
