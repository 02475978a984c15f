"""What readers share: the way from the field to its conversation, times, names, senders."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from copilot.core.model import ME, THEM, Conversation, Message
from copilot.desktop.snapshot import Box, Node, Snapshot

Reader = Callable[[Snapshot], Conversation | None]
"""A reader answers None where it finds no conversation."""

MAX_MESSAGES = 60

# "02:03", "2:03 PM", "23:46:41", "下午2:03", "14.03"
_CLOCK = r"(?:[上下]午\s?)?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?"
# "11/22/2026", "2026-11-22", "22.11.", "Sunday", "Nov 22", "今天", "星期日"
_DAY = (
    r"(?:\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{2,4}|\.)?|[^\W\d_]{2,12}\.?(?: \d{1,2}(?:, \d{4})?)?"
    r"|\d{1,2} [^\W\d_]{3,12}\.?(?: \d{4})?|(?:星期|周|今|昨|前)\w)"
)
_TIME = re.compile(rf"\s*(?:{_DAY},?\s+(?:at\s+)?)?{_CLOCK}\s*")
# "anna@localhost/z0QaQdwVFS5w"
_RESOURCE = re.compile(r"(?P<bare>[^@/\s]+@[^/\s]+)/.+", re.DOTALL)
_LISTS = frozenset(("log", "list", "list-box", "tree", "tree-table", "table", "page-tab-list"))
_SELF = frozenset(("me", "you", "我", "你", "yo", "tú", "ich", "du", "moi", "vous"))


@dataclass(frozen=True, slots=True)
class Said:
    """A message as found: `sender` is what the application shows, None where it shows nothing.

    `mine` is None unless the application itself marks one's own messages.
    """

    text: str
    sender: str | None = None
    at: str | None = None
    mine: bool | None = None


# Words


def is_time(text: str) -> bool:
    """Whether `text` is a time of day (with its day, perhaps) and nothing else."""
    return len(text) <= 32 and _TIME.fullmatch(text) is not None


def bare(name: str) -> str:
    """A name without an XMPP resource, which changes whenever the other side reconnects."""
    match = _RESOURCE.fullmatch(name)
    return match["bare"] if match else name


# The tree


def of_role(node: Node, *roles: str) -> Iterator[Node]:
    """Everything in it, itself included, with one of the roles."""
    return (each for each in node.walk() if each.role in roles)


def of_class(node: Node, name: str) -> Iterator[Node]:
    """Everything in a web page's node, itself included, that has this CSS class."""
    return (each for each in node.walk() if name in each.attributes.get("class", "").split())


def upwards(path: Sequence[Node]) -> Iterator[tuple[Node, tuple[Node, ...]]]:
    """From the field's parent up: each ancestor with its children that don't hold the field."""
    for parent, child in zip(reversed(path[:-1]), reversed(path[1:]), strict=True):
        yield parent, tuple(each for each in parent.children if each is not child)


def leaves(node: Node) -> Iterator[Node]:
    """What says something and holds nothing else that does, in reading order."""
    if node.text and node.text.replace("\ufffc", "").strip():
        yield node
        return
    below = [leaf for child in node.children for leaf in leaves(child)]
    if below:
        yield from below
    elif node.name.strip():
        yield node


def area(node: Node) -> Box | None:
    """Where it is, or where all that it holds is."""
    if node.bounds is not None and node.bounds.width > 0 and node.bounds.height > 0:
        return node.bounds
    boxes = [box for child in node.children if (box := area(child)) is not None]
    if not boxes:
        return None
    x, y = min(box.x for box in boxes), min(box.y for box in boxes)
    right, bottom = max(box.right for box in boxes), max(box.bottom for box in boxes)
    return Box(x, y, right - x, bottom - y)


def above(node: Node, field: Node) -> bool:
    """Whether it stands over the field, as a conversation does and a list of chats does not.

    True where the toolkit does not say where they are.
    """
    mine, its = area(node), area(field)
    if mine is None or its is None:
        return True
    shared = min(mine.right, its.right) - max(mine.x, its.x)
    return mine.y < its.y and 2 * shared >= min(mine.width, its.width)


# Senders


def follow(said: Iterable[Said]) -> list[Said]:
    """Fill in the sender (and time) of messages that follow one of the same sender."""
    filled: list[Said] = []
    for each in said:
        if each.sender is None and each.mine is None and filled:
            before = filled[-1]
            each = Said(each.text, before.sender, each.at or before.at, before.mine)
        filled.append(each)
    return filled


def mark_own(said: Sequence[Said], own: str | None) -> list[Said]:
    """Mark what was said under one's own name, where that is known."""
    if own is None:
        return list(said)
    return [
        replace(each, mine=each.sender == own) if each.sender and each.mine is None else each
        for each in said
    ]


def conversation(contact: str, said: Sequence[Said], *, group: bool = False) -> Conversation:
    """Decide who is who.

    Between two people, a name that is not the contact's is one's own. In a group names stay;
    whose are one's own must be marked, or nobody is `ME`.
    """
    contact = bare(contact)
    others = {bare(each.sender) for each in said if each.sender and not each.mine}
    # Between two people there is one name besides the contact's at most: one's own.
    group = group or len(others - {contact}) > 1

    def who(each: Said) -> str:
        if each.mine:
            return ME
        name = bare(each.sender) if each.sender else ""
        if not name or (not group and (each.mine is False or name == contact)):
            return THEM
        if group:
            return THEM if name in (ME, THEM) else name  # a nick may be any word
        return ME

    messages = tuple(Message(who(each), each.text, each.at) for each in said[-MAX_MESSAGES:])
    return Conversation(contact, messages)


def own_name(said: Iterable[Said], field: Node, neighbours: Iterable[Node]) -> str | None:
    """One's own name, if something beside the field shows one of the senders' names.

    Chats often have "me" in front of the field ("me: ____"). A sender who calls themself as the
    application calls the person ("You") is oneself as well.
    """
    names = {each.sender for each in said if each.sender}
    for neighbour in neighbours:
        for node in outside_of_lists(neighbour):
            if node.words.strip() in names and _same_line(node, field):
                return node.words.strip()
    return next((name for name in names if name.lower() in _SELF), None)


def outside_of_lists(node: Node) -> Iterator[Node]:
    """It and what is below it, without lists and what these hold."""
    if node.role not in _LISTS:
        yield node
        for child in node.children:
            yield from outside_of_lists(child)


def _same_line(node: Node, field: Node) -> bool:
    mine, its = area(node), area(field)
    return mine is None or its is None or (mine.y < its.bottom and its.y < mine.bottom)
