"""Every text about wishes: in which other manner suggestions can be asked for."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

_tr = QCoreApplication.translate

WISHES = ("shorter", "kinder", "more formal")
"""What models are asked for, in the words that they are told."""


def wish(value: str) -> str:
    """The label of a wish; the person's own words stay as they are."""
    match value:
        case "shorter":
            return _tr("Wishes", "Shorter")
        case "kinder":
            return _tr("Wishes", "Kinder")
        case "more formal":
            return _tr("Wishes", "More formal")
        case _:
            return value


def wish_help(value: str, *, on: bool) -> str:
    """What a click on it does."""
    if on:
        return _tr("Wishes", "Click again for suggestions without this wish.")
    match value:
        case "shorter":
            return _tr("Wishes", "Suggest again, in fewer words.")
        case "kinder":
            return _tr("Wishes", "Suggest again, more warmly.")
        case "more formal":
            return _tr("Wishes", "Suggest again, as one writes to somebody of rank.")
        case _:
            return _tr("Wishes", "Suggest again, the way you say it.")


def wished(value: str) -> str:
    """That a wish is in force, in a sentence."""
    return _tr("Wishes", "Your wish: {wish}.").format(wish=wish(value))


def word(name: str) -> str:
    """Other labels, by a short name."""
    words = {
        "row": _tr("Wishes", "Suggest differently"),
        "own": _tr("Wishes", "In my words…"),
    }
    return words[name]
