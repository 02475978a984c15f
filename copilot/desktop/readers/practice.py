"""The practice chat (Qt): a scroll area with one label a message, called "Mia, 14:03: hi"."""

from __future__ import annotations

from copilot.core.model import Conversation
from copilot.desktop.readers import rows
from copilot.desktop.readers.common import area, conversation, follow, of_role, upwards
from copilot.desktop.snapshot import Snapshot


def read(snapshot: Snapshot) -> Conversation | None:
    """The chat with the scripted friend."""
    # "Mia — Practice chat"
    contact, _dash, _rest = snapshot.title.partition(" — ")
    for _parent, siblings in upwards(snapshot.path_to_field()):
        for sibling in siblings:
            labels = list(of_role(sibling, "label"))
            said = rows.said(labels, area(sibling)) if len(labels) > 1 else []
            if any(each.sender == contact for each in said):
                return conversation(contact, follow(said))
    return None
