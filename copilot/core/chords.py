"""How people write key combinations: the words for modifiers and keys, whatever the system."""

from __future__ import annotations

from collections.abc import Mapping
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
