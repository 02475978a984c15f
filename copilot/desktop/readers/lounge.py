"""The Lounge (IRC in a browser): a `log` whose rows are classed, a nick in front of the field."""

from __future__ import annotations

from collections.abc import Iterator

from copilot.core.model import Conversation
from copilot.desktop.readers import web_text
from copilot.desktop.readers.common import Said, conversation, is_time, mark_own, of_class, upwards
from copilot.desktop.snapshot import Node, Snapshot


def read(snapshot: Snapshot) -> Conversation | None:
    """The channel or query that is open."""
    path = snapshot.path_to_field()
    if not path or path[-1].attributes.get("id") != "input":
        return None  # the search over channels, the connection form
    for parent, _siblings in upwards(path):
        messages = next(of_class(parent, "messages"), None)
        title = next(of_class(parent, "title"), None)
        if messages is not None and title is not None:
            own = next(
                (each for each in parent.walk() if each.attributes.get("id") == "nick"), None
            )
            said = mark_own(list(_said(messages)), web_text.shown(own) if own else None)
            group = any(True for _ in of_class(parent, "userlist"))
            return conversation(web_text.shown(title), said, group=group)
    return None


def _said(messages: Node) -> Iterator[Said]:
    for row in of_class(messages, "msg"):
        at = next((each for each in row.children if is_time(each.words)), None)
        parts = [each for each in row.children if each is not at]
        # A join, a topic or a change of mode begins with an icon, a message with its sender.
        sender = next(of_class(parts[0], "user"), None) if parts else None
        text = web_text.shown(*parts[1:])
        if sender is not None and text:
            # "@anna": the mode of an operator stands before the name.
            name = sender.words.lstrip("@+%~&")
            yield Said(text, name, at.words if at is not None else None)
