"""Every text of the small window in which a suggestion is edited or a wish is written."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

_tr = QCoreApplication.translate


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
