"""What readers share: the way from the field to its conversation, times, names, senders."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from copilot.core.model import ME, THEM, Conversation, Message
from copilot.desktop.snapshot import Node, Snapshot

Reader = Callable[[Snapshot], Conversation | None]
"""A reader answers None where it finds no conversation."""

MAX_MESSAGES = 60

# "02:03", "2:03 PM", "23:46:41", "下午2:03", "14.03", "11/22/2026 02:03:16", "Yesterday, 14:03"
_CLOCK = r"(?:[上下]午\s?)?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?"
_DAY = r"(?:\d{1,4}[-/.]\d{1,2}(?:[-/.]\d{2,4})?|[A-Za-z]{3,9}|今天|昨天|前天|周.|星期.)"
_TIME = re.compile(rf"\s*(?:{_DAY},?\s+)?{_CLOCK}\s*")
# "anna@localhost/z0QaQdwVFS5w"
_RESOURCE = re.compile(r"(?P<bare>[^@/\s]+@[^/\s]+)/.+", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Said:
    """A message as found: `sender` is what the application shows, None where it shows nothing.

    `mine` is None unless the application itself marks one's own messages.
    """

    text: str
    sender: str | None = None
    at: str | None = None
    mine: bool | None = None


def is_time(text: str) -> bool:
    """Whether `text` is a time of day (with its day, perhaps) and nothing else."""
    return len(text) <= 32 and _TIME.fullmatch(text) is not None


def bare(name: str) -> str:
    """A name without an XMPP resource, which changes whenever the other side reconnects."""
    match = _RESOURCE.fullmatch(name)
    return match["bare"] if match else name


def of_role(node: Node, *roles: str) -> Iterator[Node]:
    """Everything in it, itself included, with one of the roles."""
    return (each for each in node.walk() if each.role in roles)


def upwards(path: Sequence[Node]) -> Iterator[tuple[Node, tuple[Node, ...]]]:
    """From the field's parent up: each ancestor with its children that don't hold the field."""
    for parent, child in zip(reversed(path[:-1]), reversed(path[1:]), strict=True):
        yield parent, tuple(each for each in parent.children if each is not child)


def follow(said: Iterable[Said]) -> list[Said]:
    """Fill in the sender (and time) of messages that follow one of the same sender."""
    filled: list[Said] = []
    for each in said:
        if each.sender is None and each.mine is None and filled:
            before = filled[-1]
            each = Said(each.text, before.sender, each.at or before.at, before.mine)
        filled.append(each)
    return filled


def conversation(
    contact: str, said: Sequence[Said], *, own: str | None = None, group: bool = False
) -> Conversation:
    """Decide who is who.

    `own` is one's own name where the application shows it. Between two people a name that is not
    the contact's is one's own; in a group names stay, and without `own` nobody is `ME`.
    """
    names = {bare(each.sender) for each in said if each.sender is not None}
    others = names - {bare(contact)} - ({own} if own else set())
    if len(others) > 1 or (own is not None and others):
        # More than one person beside oneself.
        group = group or len(others | (names & {bare(contact)})) > 1

    def who(each: Said) -> str:
        if each.mine is not None:
            if each.mine:
                return ME
            return bare(each.sender) if group and each.sender else THEM
        if each.sender is None:
            return THEM
        name = bare(each.sender)
        if own is not None:
            return ME if name == own else (name if group else THEM)
        if group:
            return name
        return THEM if name == bare(contact) else ME

    messages = tuple(Message(who(each), each.text, each.at) for each in said[-MAX_MESSAGES:])
    return Conversation(bare(contact), messages)
