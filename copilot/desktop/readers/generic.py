"""Applications never seen before: whatever list or text of messages stands over the field."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copilot.core.model import Conversation
from copilot.desktop.readers import lines, rows
from copilot.desktop.readers.chooser import offers_chats
from copilot.desktop.readers.common import (
    Said,
    above,
    area,
    conversation,
    follow,
    is_time,
    leaves,
    mark_own,
    of_role,
    outside_of_lists,
    own_name,
    upwards,
)
from copilot.desktop.snapshot import Node, Snapshot

_TEXTS = ("text", "label", "terminal", "document-text")
_LISTS = ("log", "list", "list-box", "table", "tree")
_SCROLLERS = ("scroll-pane", "viewport")
# What holds other things than messages.
_OTHER = frozenset(
    ("page-tab-list", "tree-table", "push-button", "toggle-button", "combo-box", "check-box")
)
_OTHER_PARTS = frozenset(("navigation", "complementary", "banner", "search", "toolbar", "menu"))
# "search", "Search messages", "搜索"
_SEARCH = re.compile(r"search|find|filter|suche|buscar|recherch|搜索|查找", re.IGNORECASE)
# "anna — The Lounge - Chromium", "Mia | Messenger", "Anna – Telegram Web"
_TITLE_PARTS = re.compile(r"\s+[-–—|·•]\s+")
# "(3) anna"
_UNREAD = re.compile(r"\(\d+\+?\)\s*")
_LONGEST_NAME = 60
# One part of the tree that holds this share of the words is where the conversation is.
_MOST = 0.8


def read(snapshot: Snapshot) -> Conversation | None:
    """The conversation over the field, None where there is none."""
    path = snapshot.path_to_field()
    if not path or not _for_messages(path[-1]):
        return None
    if any(True for _ in of_role(snapshot.root, "password-text")):
        return None  # somebody is about to sign in
    for parent, siblings in upwards(path):
        for sibling in siblings:
            said = _said(sibling, path[-1])
            if said:
                beside = [each for each in _around(path, parent) if each is not sibling]
                return _conversation(snapshot, path, sibling, said, beside)
    return None


def _for_messages(field: Node) -> bool:
    hints = (field.name, *map(field.attributes.get, ("xml-roles", "placeholder-text", "class")))
    if any(hint and _SEARCH.search(hint) for hint in hints):
        return False
    # Outside of web pages, what is typed into one line is hardly ever a message.
    return "multi-line" in field.states or "tag" in field.attributes


def _around(path: Sequence[Node], parent: Node) -> Iterator[Node]:
    """The neighbours of the field, up to `parent`."""
    for _above, siblings in upwards(path[path.index(parent) :]):
        yield from siblings


def _conversation(
    snapshot: Snapshot, path: Sequence[Node], part: Node, said: list[Said], beside: list[Node]
) -> Conversation:
    names = {each.sender for each in said if each.sender}
    contact = _contact(snapshot, path, part, names)
    own = own_name(said, path[-1], beside)
    # "#general": a room, even while only one person talks there.
    return conversation(contact, mark_own(follow(said), own), group=contact.startswith("#"))


# The messages


def _said(part: Node, field: Node) -> list[Said]:
    """The messages in a part of the window, none if it is no conversation."""
    if part.role in _OTHER or part.attributes.get("xml-roles") in _OTHER_PARTS:
        return []
    if not above(part, field):
        return []
    texts = [
        node
        for node in of_role(part, *_TEXTS)
        if node.text and "editable" not in node.states and above(node, field)
    ]
    told = sorted((lines.said(node.text or "") for node in texts), key=len)
    if told and told[-1]:
        return told[-1]
    found = _list(part, field)
    if offers_chats(found.children):
        return []
    said = rows.said(found.children, area(found))
    return said if _convincing(said) else []


def _convincing(said: Sequence[Said]) -> bool:
    """Whether it looks like people talking: names, times, or two sides."""
    return any(each.sender or each.at for each in said) or len({each.mine for each in said}) > 1


def _list(part: Node, field: Node) -> Node:
    lists = [
        node
        for node in of_role(part, *_LISTS)
        if any(True for _ in leaves(node))
        and above(node, field)
        and not offers_chats(node.children)
    ]
    if lists:
        # A list inside of a message is smaller than the one that holds the messages.
        return max(lists, key=lambda node: (node.role == "log", sum(1 for _ in leaves(node))))
    scroller = next((node for node in of_role(part, *_SCROLLERS) if node.children), part)
    return _inmost(scroller)


def _inmost(node: Node) -> Node:
    """Down through wrappers to what has the messages as its children."""
    while True:
        total = sum(1 for _ in leaves(node))
        main = next(
            (each for each in node.children if sum(1 for _ in leaves(each)) >= _MOST * total), None
        )
        if main is None or not main.children or total < 2:
            return node
        node = main


# The contact


def _contact(snapshot: Snapshot, path: Sequence[Node], part: Node, names: set[str]) -> str:
    title = [each for each in _TITLE_PARTS.split(_UNREAD.sub("", snapshot.title)) if each]
    named = next((each for each in title if each in names), None)
    if named is not None:
        return named
    heading = _heading(path, part)
    if heading is None:
        return title[0] if title else ""
    words = next(iter(leaves(heading))).words.strip()
    # A page's title says whose chat it is; other windows' often only which program they are of.
    sure = heading.role == "heading" or words in title or not snapshot.url
    return words if sure or not title else title[0]


def _heading(path: Sequence[Node], part: Node) -> Node | None:
    """The first words over the messages, which are mostly the contact's name."""
    for _parent, siblings in upwards(path):
        for node in siblings:
            for heading in outside_of_lists(node):
                if heading.role == "heading" and any(True for _ in leaves(heading)):
                    return heading
        for node in siblings[: siblings.index(part)] if part in siblings else siblings:
            for leaf in leaves(node):
                short = len(leaf.words) < _LONGEST_NAME and not is_time(leaf.words)
                if leaf.role in ("label", "static") and short and above(leaf, path[-1]):
                    return leaf
    return None
