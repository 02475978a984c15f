"""Gajim 1.x (GTK 3): a list of rows, each with labels for sender, time and body."""

from __future__ import annotations

from collections.abc import Iterator

from copilot.core.model import Conversation
from copilot.desktop.readers.common import Said, conversation, follow, is_time, of_role, upwards
from copilot.desktop.snapshot import Node, Snapshot


def read(snapshot: Snapshot) -> Conversation | None:
    """The chat that is open in Gajim's main window."""
    for parent, siblings in upwards(snapshot.path_to_field()):
        lists = [found for each in siblings for found in of_role(each, "list-box")]
        contact = next((label.words for label in of_role(parent, "label") if label.words), "")
        if lists and contact:
            # Everything but the chat (participants, search) stands right of it in the tree.
            said = follow(_said(lists[0]))
            return conversation(contact, said)
    return None


def _said(rows: Node) -> Iterator[Said]:
    for row in rows.children:
        sender = at = None
        body: list[str] = []
        for panel in row.children:
            for part in panel.children:
                if part.role == "label":
                    # "Sun 11/22/26", "There is no more history"
                    continue
                labels = [each for each in part.children if each.role == "label" and each.words]
                if labels:
                    # The header: "anna", "02:03"; hidden for what follows at once.
                    at = next((each.words for each in labels[1:] if is_time(each.words)), None)
                    sender = labels[0].words
                else:
                    body += [each.words for each in of_role(part, "label") if each.words]
        if body:
            yield Said("\n".join(body), sender, at)
