"""The ladder of readers: this application's own, then the generic one."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from copilot.core.model import Conversation
from copilot.desktop.readers import gajim, generic, lounge, pidgin
from copilot.desktop.readers.common import Reader, bare, outside_of_lists
from copilot.desktop.snapshot import Node, Snapshot

READERS: Mapping[str, Reader] = MappingProxyType(
    {"gajim": gajim.read, "pidgin": pidgin.read, "lounge": lounge.read}
)


def needs_places(reader: str) -> bool:
    """Whether it matters where everything is: the readers for one application go by structure."""
    return reader not in READERS


def read(snapshot: Snapshot, reader: str) -> Conversation | None:
    """The conversation around the focused field, None if there is none.

    `reader` is the name of the application's own reader or "". Without places only that one is
    asked: the generic reader would take any list for the conversation.
    """
    own = READERS.get(reader)
    found = own(snapshot) if own is not None else None
    if found is not None or not snapshot.placed:
        return found
    return generic.read(snapshot)


def heading(snapshot: Snapshot, contact: str) -> Node | None:
    """The element that shows the contact's name, as it may show another one later."""
    return next(
        (
            node
            for node in outside_of_lists(snapshot.root)
            if contact and bare(node.name.strip()) == contact
        ),
        None,
    )


def narrowed(snapshot: Snapshot, reader: str) -> Node:
    """The smallest ancestor of the field that reads the same as the whole: all to look at later."""
    whole = read(snapshot, reader)
    for node in reversed(snapshot.path_to_field()):
        if node.children and read(snapshot.below(node), reader) == whole:
            return node
    return snapshot.root
