"""The names by which hotkeys, the tray and `chat-copilot trigger` call intents."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from copilot.core.intents import (
    COMMANDS,
    OWN_WORDS,
    ChooseNumber,
    Command,
    Edit,
    Intent,
    Show,
    Wish,
)

_NOT_FROM_OUTSIDE = (
    # Agreeing to a change of the system is for the person who reads the question.
    "enable-accessibility",
    "decline-accessibility",
    "restart-with-accessibility",
    # The window that closes says so itself: it would lose its chat while somebody writes in it.
    "stop-editing",
)

ACTIONS: Mapping[str, Intent] = MappingProxyType(
    {
        "choose1": ChooseNumber(1),
        "choose2": ChooseNumber(2),
        "choose3": ChooseNumber(3),
        "choose4": ChooseNumber(4),  # of skills there are more than of suggestions
        "replies": Show("replies"),
        "topics": Show("topics"),
        "translation": Show("translation"),
        "skills": Show("skills"),
        "edit": Edit(""),
        "shorter": Wish("shorter"),
        "kinder": Wish("kinder"),
        "more-formal": Wish("more formal"),
        "wish": Edit(OWN_WORDS),
        **{name: Command(name) for name in COMMANDS if name not in _NOT_FROM_OUTSIDE},
    }
)
"""Action name → intent, in the order in which people should read them."""
