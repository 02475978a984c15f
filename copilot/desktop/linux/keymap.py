"""Pure knowledge of keyboards: where keys lie in a layout, and which bits modifiers have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntFlag
from itertools import chain, combinations

from Xlib import XK

from copilot.core.chords import Chord


class Modifier(IntFlag):
    """The core protocol's modifier bits."""

    SHIFT = 1
    LOCK = 2
    CONTROL = 4
    MOD1 = 8
    MOD2 = 16
    MOD3 = 32
    MOD4 = 64
    MOD5 = 128


# Our word for a key, or a sign → the keysym's name, where the two differ.
_KEYSYMS = {
    "PageUp": "Prior", "PageDown": "Next", "Backspace": "BackSpace", "Plus": "plus",
    "Space": "space",
    ",": "comma", ".": "period", "/": "slash", "-": "minus", "=": "equal", ";": "semicolon",
    "'": "apostrophe", "[": "bracketleft", "]": "bracketright", "\\": "backslash", "`": "grave",
}  # fmt: skip

# Keycodes of the Latin keys by their place, the same on every PC keyboard under Linux: for
# layouts that have no Latin letters (kernel key + 8, linux/input-event-codes.h).
_ROWS = {10: "1234567890", 24: "qwertyuiop", 38: "asdfghjkl", 52: "zxcvbnm"}
_PLACES = {
    ord(letter): first + index for first, row in _ROWS.items() for index, letter in enumerate(row)
}


def keysym_of_key(key: str) -> int:
    """The keysym of a chord's key."""
    if len(key) == 1 and key.isalnum():
        return ord(key.lower())
    return int(XK.string_to_keysym(_KEYSYMS.get(key, key)))


def keysym_of(character: str) -> int:
    """The keysym that types a character (X11 protocol, appendix A)."""
    code = ord(character)
    is_latin1 = 0x20 <= code <= 0x7E or 0xA0 <= code <= 0xFF
    return code if is_latin1 else 0x01000000 | code


@dataclass(frozen=True, slots=True)
class Stroke:
    """A key and whether Shift must be held with it."""

    keycode: int
    shift: bool = False


@dataclass(frozen=True)
class Keymap:
    """A layout: keycode → keysyms (two levels for each group), and the keys of each modifier."""

    keysyms: Mapping[int, tuple[int, ...]]
    modifiers: tuple[tuple[int, ...], ...]

    def place(self, keysym: int) -> int | None:
        """The key that a combination means, whatever group is active; None if there is none.

        The unshifted key of any group, else the key that carries it at another level (the digits
        of a French keyboard), else, for Latin letters, the key in that place.
        """
        for levels in ((0,), (2,), (1,), (3,)):
            for keycode, row in self.keysyms.items():
                if any(level < len(row) and row[level] == keysym for level in levels):
                    return keycode
        return _PLACES.get(keysym)

    def has(self, keysym: int) -> bool:
        """Whether the layout has that keysym, unshifted, in some group."""
        return any(keysym in (row[0:1] + row[2:3]) for row in self.keysyms.values())

    def stroke(self, keysym: int, group: int) -> Stroke | None:
        """How to type a keysym while `group` (from 0) is active."""
        for keycode, row in self.keysyms.items():
            levels = row[2 * group : 2 * group + 2] if group < 2 else row[:0]
            if not any(levels):
                levels = row[:2]  # a key with fewer groups than the layout has
            if keysym in levels:
                return Stroke(keycode, shift=levels.index(keysym) > 0)
        return None

    def spare(self) -> tuple[int, ...]:
        """Keycodes without any keysym, which may be lent a character; the highest first."""
        return tuple(code for code in sorted(self.keysyms, reverse=True) if code > 8
                     and not any(self.keysyms[code]))  # fmt: skip

    def modifier_of(self, *names: str) -> Modifier:
        """The modifier bit that keys with these keysym names set, 0 if there is none."""
        wanted = {int(XK.string_to_keysym(name)) for name in names}
        for index, keycodes in enumerate(self.modifiers):
            if any(wanted.intersection(self.keysyms.get(code, ())) for code in keycodes):
                return Modifier(1 << index)
        return Modifier(0)

    def modifier_key(self, name: str) -> int | None:
        """A key that holds "Ctrl", "Shift", "Alt" or "Super"."""
        keysym = int(XK.string_to_keysym(_LEFT_KEYS[name]))
        return next((code for code, row in self.keysyms.items() if keysym in row[:2]), None)

    def mask(self, chord: Chord) -> Modifier | None:
        """The modifier bits of a chord, None if the keyboard lacks one of them."""
        mask = Modifier(0)
        for name in chord.modifiers:
            bit = {"Ctrl": Modifier.CONTROL, "Shift": Modifier.SHIFT}.get(name) or (
                self.modifier_of(f"{name}_L", f"{name}_R")
            )
            if not bit:
                return None
            mask |= bit
        return mask

    def lock_variants(self) -> tuple[Modifier, ...]:
        """Every combination of Caps Lock, Num Lock and Scroll Lock, which must not matter."""
        locks = {Modifier.LOCK, self.modifier_of("Num_Lock"), self.modifier_of("Scroll_Lock")}
        bits = sorted(locks - {Modifier(0)})
        sets = chain.from_iterable(combinations(bits, count) for count in range(len(bits) + 1))
        return tuple(Modifier(sum(chosen)) for chosen in sets)

    def holding_keys(self) -> frozenset[int]:
        """All keys that act as modifiers while they are held (not the locks)."""
        held = (row for index, row in enumerate(self.modifiers) if 1 << index != Modifier.LOCK)
        return frozenset(chain.from_iterable(held))


_LEFT_KEYS = {"Ctrl": "Control_L", "Shift": "Shift_L", "Alt": "Alt_L", "Super": "Super_L"}
