"""Pidgin 2 (GTK 2): the whole conversation is one read-only text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copilot.core.model import Conversation
from copilot.desktop.readers.common import Said, conversation, of_role, upwards
from copilot.desktop.snapshot import Snapshot

# "(02:03:16) anna@localhost/z0QaQdwVFS5w: hello", "(11/22/2026 02:03:16 PM) anna: hello"
_SPOKEN = re.compile(
    r"\((?P<at>[^()\n]*\d{1,2}:\d{2}[^()\n]*)\) (?P<sender>[^\n]+?): ?(?P<text>.*)"
)
# "(02:03:16) ***anna waves"
_ACTION = re.compile(r"\((?P<at>[^()\n]*\d{1,2}:\d{2}[^()\n]*)\) \*{3}(?P<sender>\S+) (?P<text>.*)")
# "(02:03:16) anna has signed off."
_NOTICE = re.compile(r"\([^()\n]*\d{1,2}:\d{2}[^()\n]*\) ")
# "(02:03:16) The topic for #chat is: tea", "(02:03:16) mode (+o anna) by ben: …"
_NOT_A_NAME = re.compile(r"The topic for |mode \(|Unable to |Error |Message could not ")


def read(snapshot: Snapshot) -> Conversation | None:
    """The conversation of the tab in which somebody types."""
    path = snapshot.path_to_field()
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
            group = any(True for _ in of_role(parent, "tree-table", "table", "tree"))
            said = list(_said(texts[0].text or ""))
            return conversation(tab or snapshot.title, said, group=group)
    return None


def _said(text: str) -> Iterator[Said]:
    message: Said | None = None
    for line in text.split("\n"):
        match = _ACTION.fullmatch(line) or _SPOKEN.fullmatch(line)
        if match and not _NOT_A_NAME.match(match["sender"]):
            if message:
                yield message
            message = Said(match["text"], match["sender"], match["at"])
        elif _NOTICE.match(line):
            if message:
                yield message
            message = None
        elif message:
            message = Said(f"{message.text}\n{line}", message.sender, message.at)
    if message:
        yield message
