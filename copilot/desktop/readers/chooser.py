"""Lists in which chats are chosen. They hold names, previews and times as conversations do."""

from __future__ import annotations

from collections.abc import Sequence

from copilot.desktop.readers.common import leaves
from copilot.desktop.snapshot import Node

_CURRENT = ("page", "true")  # values of aria-current


def offers_chats(rows: Sequence[Node]) -> bool:
    """Whether the rows are chats to choose from and not messages.

    Nobody is in it twice, there is more than a name, and either one row is the chosen one or all
    can be chosen and one tells how much in it is unread.
    """
    told = [(row, pieces) for row in rows if (pieces := list(leaves(row)))]
    names = {pieces[0].words.strip() for _, pieces in told}
    if len(names) < len(told) or not any(len(pieces) > 1 for _, pieces in told):
        return False
    if any(_is_chosen(row) for row, _ in told):
        return True
    return all("focusable" in row.states for row, _ in told) and any(
        len(pieces) > 2 and pieces[-1].words.strip().isdecimal() for _, pieces in told
    )


def _is_chosen(row: Node) -> bool:
    return any(
        "selected" in node.states or node.attributes.get("current") in _CURRENT
        for node in row.walk()
    )
