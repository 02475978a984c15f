"""Gajim 1.x (GTK 3): a list of rows, each with labels for sender, time and body."""

from __future__ import annotations

from collections.abc import Iterator

from copilot.core.model import Conversation
from copilot.desktop.readers.common import Said, conversation, follow, is_time, of_role, upwards
from copilot.desktop.snapshot import Node, Snapshot


def read(snapshot: Snapshot) -> Conversation | None:
    """The chat that is open in Gajim's main window."""
    path = snapshot.path_to_field()
    if not path or "multi-line" not in path[-1].states:
        return None  # the search over the list of chats
    for parent, siblings in upwards(path):
        rows = next((found for each in siblings for found in of_role(each, "list-box")), None)
        contact = next((label.words for label in of_role(parent, "label") if label.words), "")
        if rows is not None and contact:
            return conversation(contact, follow(_said(rows)))
    return None


def _said(rows: Node) -> Iterator[Said]:
    for row in rows.children:
        sender = at = None
        body: list[str] = []
        for part in (part for panel in row.children for part in panel.children):
            if part.role == "label":
                continue  # "Sun 11/22/26", "There is no more history"
            labels = [each.words for each in part.children if each.role == "label" and each.words]
            if labels:
                # The header, "anna" and "02:03"; hidden for what follows at once.
                sender, at = labels[0], next(filter(is_time, labels[1:]), None)
            else:
                body += [each.words for each in of_role(part, "label") if each.words]
        if body:
            yield Said("\n".join(body), sender, at)
