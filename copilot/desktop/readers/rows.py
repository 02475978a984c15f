"""Conversations that are lists: each message a row with its pieces, or a name that says it all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copilot.desktop.readers import web_text
from copilot.desktop.readers.common import Said, area, is_time, leaves
from copilot.desktop.snapshot import Box, Node

# "Mia, 14:03: hi there", "Me, 14:04: first line\nsecond line"
_TOLD = re.compile(
    r"(?P<sender>[^,:\n]{1,60}), (?P<at>[^:\n]{0,24}\d{1,2}[:.]\d{2}[^:\n]{0,6}): ?(?P<text>.+)",
    re.DOTALL,
)
_NAMING_ROLES = frozenset(("link", "push-button", "heading"))
_NAMING_TAGS = frozenset(("b", "strong", "a", "button", "h1", "h2", "h3", "h4", "h5", "h6"))
# class="message-sender", "nick", "chat-msg__author"
_NAMING_CLASS = re.compile(r"(?:^|[-_ ])(?:sender|author|nick|nickname|username|from)(?:$|[-_ ])")
_MAX_NAME = 60


def said(rows: Sequence[Node], frame: Box | None) -> list[Said]:
    """The messages in rows that stand in `frame`, the place of their list."""
    found = [message for row in rows for message in _row(row, frame)]
    if all(each.sender is None for each in found):
        return [each for each in found if each.text]
    return found


def _row(row: Node, frame: Box | None) -> list[Said]:
    pieces = [leaf for leaf in leaves(row) if not web_text.is_decoration(leaf.words)]
    told = [match for piece in pieces if (match := _TOLD.fullmatch(piece.words))]
    if told:
        return [Said(each["text"], each["sender"], each["at"]) for each in told]
    times = [piece for piece in pieces if is_time(piece.words)]
    rest = [piece for piece in pieces if piece not in times]
    if not rest:
        return []
    sender = _sender(row, rest, times)
    if sender is not None:
        rest = rest[1:]
    if not rest:
        return []
    text = web_text.shown_of(row, {piece.key for piece in rest})
    side = _side(rest, frame)
    if side is _MIDDLE and sender is None:
        return []  # a day, a notice
    at = times[0].words.strip() if times else None
    # Sides only mean something where no names are shown.
    mine = None if sender is not None or side is None else side is _RIGHT
    return [Said(text, sender, at, mine)] if text else []


def _sender(row: Node, pieces: Sequence[Node], times: Sequence[Node]) -> str | None:
    first = pieces[0]
    words = first.words.strip()
    if len(pieces) < 2 or not words or len(words) > _MAX_NAME or "\n" in words:
        return None
    if _names(row, first) or words.endswith(":"):
        return words.rstrip(":")
    # "anna", "02:03", then the message
    order = [leaf.key for leaf in leaves(row)]
    follows = [order.index(time.key) for time in times]
    if order.index(first.key) + 1 in follows and order.index(pieces[1].key) - 1 in follows:
        return words
    return None


def _names(row: Node, leaf: Node) -> bool:
    """Whether something between the row and the leaf is made to hold a name."""
    node = row
    while node.key != leaf.key:
        node = next(each for each in node.children if any(x.key == leaf.key for x in each.walk()))
        attributes = node.attributes
        if (
            node.role in _NAMING_ROLES
            or attributes.get("tag") in _NAMING_TAGS
            or _NAMING_CLASS.search(attributes.get("class", ""))
        ):
            return True
    return False


_LEFT, _MIDDLE, _RIGHT = "left", "middle", "right"


def _side(pieces: Sequence[Node], frame: Box | None) -> str | None:
    """On which side of the list it stands, None where that can't be told."""
    boxes = [box for piece in pieces if (box := area(piece)) is not None]
    if frame is None or not boxes:
        return None
    left = min(box.x for box in boxes) - frame.x
    right = frame.right - max(box.right for box in boxes)
    if left + right < frame.width // 10:
        return _LEFT
    if abs(left - right) <= max(4, frame.width // 50):
        return _MIDDLE
    return _LEFT if left < right else _RIGHT
