"""Conversations that are lists: each message a row with its pieces, or a name that says it all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from copilot.desktop.readers import web_text
from copilot.desktop.readers.common import Said, area, is_time, leaves
from copilot.desktop.readers.flat import wrapped
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
_BUTTONS = frozenset(("push-button", "toggle-button", "check-box", "combo-box"))
# "• " and "1. ", which a browser puts before the items of a list
_MARKER = re.compile(r"(?:[•◦▪▸‣⁃○●■]|\d{1,3}[.)])\s+")
_MAX_NAME = 60


def said(rows: Sequence[Node], frame: Box | None) -> list[Said]:
    """The messages in rows that stand in `frame`, the place of their list."""
    told = [(row, messages) for row in wrapped(rows) if (messages := _row(row, frame))]
    found = [message for _, messages in told for message in messages]
    if _beside_another([row for row, _ in told]):
        return [replace(each, mine=None) for each in found]
    if any(each.sender for each in found):
        # On the left without a name: it follows a message of the same person.
        return [replace(each, mine=each.mine or None) for each in found]
    return found


def _beside_another(rows: Sequence[Node]) -> bool:
    """Whether two rows stand in one line, so that left and right are not who says it."""
    boxes = [box for row in rows if (box := area(row)) is not None]
    return any(
        2 * (min(a.bottom, b.bottom) - max(a.y, b.y)) > min(a.height, b.height)
        for a, b in pairwise(boxes)
    )


def _row(row: Node, frame: Box | None) -> list[Said]:
    if any("editable" in node.states or node.role == "password-text" for node in row.walk()):
        return []  # a form
    words = list(leaves(row))
    marker = words[:1] if row.role == "list-item" and _is_marker(words) else []
    pieces = _in_order(words[len(marker) :])
    if not pieces or web_text.is_decoration(pieces[0].words):
        return []  # what begins with an icon was not said by anybody
    told = [match for piece in pieces if (match := _TOLD.fullmatch(piece.words))]
    if told:
        return [Said(each["text"], each["sender"], each["at"]) for each in told]
    times = [piece for piece in pieces if is_time(piece.words)]
    rest = [piece for piece in pieces if piece not in times]
    named = rest[0] if _is_sender(row, pieces, times, rest) else None
    body = [each for each in rest if each is not named and each.role not in _BUTTONS]
    if not body:
        return []
    side = _side(body, frame)
    if side is _MIDDLE and named is None:
        return []  # a day, a notice
    around = {each.key for each in words if each not in body}
    text = web_text.shown_without(row, around)
    at = times[0].words.strip() if times else None
    if named is not None:
        return [Said(text, named.words.strip().rstrip(":"), at)]
    # Sides mean something only where no names are shown.
    return [Said(text, None, at, None if side is None else side is _RIGHT)]


def _is_marker(pieces: Sequence[Node]) -> bool:
    return len(pieces) > 1 and _MARKER.fullmatch(pieces[0].words) is not None


def _in_order(pieces: list[Node]) -> list[Node]:
    """As they are read: native toolkits list what is in a row in any order."""
    places = [piece.bounds for piece in pieces]
    if any(piece.role != "label" for piece in pieces):
        return pieces
    boxes = [(box.y, box.x, index) for index, box in enumerate(places) if box is not None]
    return [pieces[index] for *_, index in sorted(boxes)] if len(boxes) == len(pieces) else pieces


def _is_sender(
    row: Node, pieces: Sequence[Node], times: Sequence[Node], rest: Sequence[Node]
) -> bool:
    """Whether the first piece that is no time is the sender's name."""
    if len(rest) < 2:
        return False
    first = rest[0]
    words = first.words.strip()
    if len(words) > _MAX_NAME or "\n" in words:
        return False
    if _names(row, first) or words.endswith(":"):
        return True
    # "anna", "02:03", then the message
    place = pieces.index(first)
    return place + 1 < len(pieces) and pieces[place + 1] in times


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
