"""Every text of the small window in which a suggestion is edited or a wish is written."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from copilot.core.intents import OWN_WORDS

_tr = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Task:
    """What the window is opened for.

    `field` is what screen readers call the text, `do` the label of the button that takes it, which
    `keys` press and `explained` says more of, `gone` what is said when there is nothing to take it
    any more. A text of `one_line` is taken by Enter alone.
    """

    title: str
    field: str
    do: str
    explained: str
    keys: str
    gone: str
    example: str = ""
    one_line: bool = False


def edit_title(contact: str) -> str:
    """What the window is for."""
    if not contact:
        return _tr("Editor", "Edit before it goes into the draft")
    return _tr("Editor", "Edit before it goes into the draft to {contact}").format(contact=contact)


def word(name: str) -> str:
    """Labels and sentences, by a short name."""
    words = {
        "text": _tr("Editor", "Your text"),
        "insert": _tr("Editor", "Insert"),
        "insert-help": _tr("Editor", "Put it into the draft; sending stays with you (Ctrl+Enter)"),
        "cancel": _tr("Editor", "Cancel"),
        "cancel-help": _tr("Editor", "The draft stays as it is (Escape)"),
        "copy": _tr("Editor", "Copy"),
        "close": _tr("Editor", "Close"),
        "gone": _tr("Editor", "This chat has gone. Your text is still here: copy it."),
        "wish-title": _tr("Editor", "How should the suggestions be?"),
        "wish": _tr("Editor", "Your wish"),
        "wish-example": _tr("Editor", "less eager, and with a joke"),
        "ask": _tr("Editor", "Ask"),
        "ask-help": _tr("Editor", "Suggest again like that (Enter)"),
        "wish-gone": _tr("Editor", "This chat has gone, so nothing can be suggested for it."),
        "edit": _tr("Editor", "Edit first"),
    }
    return words[name]


def task_for(key: str, contact: str) -> Task:
    """What the window is opened for: a wish, or the card with this key."""
    if key == OWN_WORDS:
        return Task(
            word("wish-title"),
            word("wish"),
            word("ask"),
            word("ask-help"),
            "⏎",
            word("wish-gone"),
            word("wish-example"),
            one_line=True,
        )
    return Task(
        edit_title(contact),
        word("text"),
        word("insert"),
        word("insert-help"),
        "⌃⏎",
        word("gone"),
    )
