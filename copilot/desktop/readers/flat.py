"""Messages without a row around each: browsers leave elements out that mean nothing."""

from __future__ import annotations

from collections.abc import Sequence

from copilot.desktop.readers.common import is_time, leaves
from copilot.desktop.snapshot import Node

# What stands in a line, and what is a paragraph of its own.
_INLINE = frozenset(("static", "link", "push-button", "image", "text"))
_BLOCKS = frozenset(("paragraph", "block-quote"))
_LONGEST_NAME = 60


def wrapped(pieces: Sequence[Node]) -> Sequence[Node]:
    """Rows made of pieces that go "Mia", "14:02", what she said, "Me", "14:03" …

    Pieces that are rows already come back as they are.
    """
    spoken = [index for index, piece in enumerate(pieces) if any(True for _ in leaves(piece))]
    times = [place for place, index in enumerate(spoken) if _is_time(pieces[index])]
    if not times or times[0] > 1 or times[-1] == len(spoken) - 1:
        return pieces
    if any(pieces[index].role not in _INLINE | _BLOCKS for index in spoken):
        return pieces
    starts: list[int] = []
    before = -2
    for place in times:
        # A name stands before the time, unless that is all that the message before consists of.
        named = place - 1 > before + 1 and _is_name(pieces[spoken[place - 1]])
        starts.append(spoken[place - 1 if named else place])
        before = place
    ends = [*starts[1:], len(pieces)]
    return [_row(pieces[start:end]) for start, end in zip(starts, ends, strict=True)]


def _is_time(piece: Node) -> bool:
    words = list(leaves(piece))
    return len(words) == 1 and is_time(words[0].words)


def _is_name(piece: Node) -> bool:
    words = piece.words or "".join(leaf.words for leaf in leaves(piece))
    return piece.role in _INLINE and len(words) <= _LONGEST_NAME and "\n" not in words


def _row(pieces: Sequence[Node]) -> Node:
    return Node("section", children=tuple(pieces), key=f"row of {pieces[0].key}")
