"""How people write key combinations, and what is wrong with one, whatever the system."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

MODIFIERS: Mapping[str, str] = MappingProxyType(
    {
        **{"ctrl": "Ctrl", "control": "Ctrl", "alt": "Alt", "shift": "Shift"},
        **{"super": "Super", "win": "Super", "meta": "Super", "cmd": "Super"},
    }
)
"""A modifier as people write it, in lower case → our word for it."""

KEYS: Mapping[str, str] = MappingProxyType(
    {
        **{"return": "Return", "enter": "Return", "escape": "Escape", "esc": "Escape"},
        **{"delete": "Delete", "del": "Delete", "insert": "Insert", "ins": "Insert"},
        **{"home": "Home", "end": "End", "pageup": "PageUp", "pagedown": "PageDown"},
        **{"up": "Up", "down": "Down", "left": "Left", "right": "Right", "tab": "Tab"},
        **{"space": "Space", "backspace": "Backspace", "pause": "Pause", "print": "Print"},
        "plus": "Plus",
    }
)
"""A key beside letters, digits, signs and F1 to F24, in lower case → our word for it."""

_SIGNS = frozenset(",./-=;'[]\\`")
_FUNCTION_KEY = re.compile(r"F([1-9]|1[0-9]|2[0-4])")
# What nobody types with. Escape is taken while a window is open that has no keyboard of its own.
_UNTYPED = re.compile(rf"{_FUNCTION_KEY.pattern}|Escape")


class ChordError(ValueError):
    """A combination that can't be understood; its text is a sentence for the person."""


@dataclass(frozen=True, slots=True)
class Chord:
    """Modifiers (values of MODIFIERS) and one key: of KEYS, "F1" to "F24", "A", "1" or a sign."""

    modifiers: frozenset[str]
    key: str


def parse_chord(text: str) -> Chord:
    """ "Ctrl+Alt+1" → Chord. Raises ChordError."""
    parts = [part.strip() for part in text.split("+")]
    if not all(parts):
        raise ChordError(f"“{text}” is not a key combination; write it like Ctrl+Alt+1.")
    *held, name = parts
    modifiers: set[str] = set()
    for word in held:
        modifier = MODIFIERS.get(word.lower())
        if modifier is None:
            raise ChordError(f"“{word}” is not a modifier; there are Ctrl, Alt, Shift and Super.")
        modifiers.add(modifier)
    key = _key(name)
    if not key:
        raise ChordError(f"“{name}” is not the name of a key.")
    if not modifiers - {"Shift"} and not _UNTYPED.fullmatch(key):
        raise ChordError(f"“{text}” would take a key that is typed with; add Ctrl, Alt or Super.")
    return Chord(frozenset(modifiers), key)


def _key(name: str) -> str:
    """Our word for a key, "" if there is none of that name."""
    known = KEYS.get(name.lower())
    if known:
        return known
    if not name.isascii():
        return ""
    upper = name.upper()
    is_sign = len(upper) == 1 and (upper.isalnum() or upper in _SIGNS)
    return upper if is_sign or _FUNCTION_KEY.fullmatch(upper) else ""
