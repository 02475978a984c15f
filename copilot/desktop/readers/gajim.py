"""Gajim 1.x (GTK 3): a list of rows, each with labels for sender, time and body."""

from __future__ import annotations

from collections.abc import Iterator

from copilot.core.model import Conversation
from copilot.desktop.readers.common import (
    Said,
    conversation,
    follow,
    is_time,
    of_role,
    outside_of_lists,
    upwards,
)
from copilot.desktop.snapshot import Node, Snapshot


def read(snapshot: Snapshot) -> Conversation | None:
    """The chat that is open in Gajim's main window."""
    path = snapshot.path_to_field()
    if not path or "multi-line" not in path[-1].states:
        return None  # the search over the list of chats
    for parent, siblings in upwards(path):
        lists = (found for each in siblings for found in of_role(each, "list-box"))
        rows = next((each for each in lists if not _is_choice(each)), None)
        contact = _heading(parent)
        if rows is not None and contact:
            return conversation(contact, follow(_said(rows)))
    return None


def _is_choice(rows: Node) -> bool:
    """Whether it is a list of chats or workspaces: messages can't have the focus."""
    return any("focusable" in row.states for row in rows.children)


def _heading(pane: Node) -> str:
    """The contact over the messages; labels of the list of chats can't have the focus."""
    return next(
        (
            each.words
            for each in outside_of_lists(pane)
            if each.role == "label" and each.words and "focusable" in each.states
        ),
        "",
    )


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
