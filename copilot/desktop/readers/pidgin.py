"""Pidgin 2 (GTK 2): the whole conversation is one read-only text, one tab per contact."""

from __future__ import annotations

from copilot.core.model import Conversation
from copilot.desktop.readers import lines
from copilot.desktop.readers.common import conversation, of_role, upwards
from copilot.desktop.snapshot import Snapshot


def read(snapshot: Snapshot) -> Conversation | None:
    """The conversation of the tab in which somebody types."""
    path = snapshot.path_to_field()
    if not path or "multi-line" not in path[-1].states:
        return None
    tab = next((node.name for node in reversed(path) if node.role == "page-tab"), "")
    for parent, siblings in upwards(path):
        texts = [
            found
            for each in siblings
            for found in of_role(each, "text")
            if "editable" not in found.states and "multi-line" in found.states
        ]
        if texts:
            # A room has the list of its people beside the text.
            group = any(True for _ in of_role(parent, "tree-table"))
            said = lines.said(texts[0].text or "")
            return conversation(tab or snapshot.title, said, group=group)
    return None
