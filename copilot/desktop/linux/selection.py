"""X11 selections: reading all that an owner offers.

The protocol is that of the Inter-Client Communication Conventions Manual 2.0, chapter 2
(https://www.x.org/releases/current/doc/xorg-docs/icccm/icccm.html): formats are called targets,
and what is too large for one property travels in pieces (INCR).
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass

from copilot.desktop.linux.x11 import XConnection
from copilot.desktop.linux.xvalues import Property, PropertyEvent, SelectionAnswer

Content = Mapping[str, Property]
"""What a clipboard holds: target name → value."""

# Targets that describe or command rather than hold content: asking for some of them has effects.
_META = frozenset(
    {
        "TARGETS", "MULTIPLE", "TIMESTAMP", "SAVE_TARGETS", "DELETE",
        "INSERT_SELECTION", "INSERT_PROPERTY",
    }
)  # fmt: skip

# Types whose value is the number of a server resource, which dies with its owner.
_RESOURCES = frozenset({"PIXMAP", "BITMAP", "DRAWABLE", "COLORMAP", "WINDOW"})


class SelectionUnreadable(Exception):
    """The owner did not hand out everything in time, or it is too much to keep."""


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """How long an owner may take for one format (or piece) and for all, and how many bytes."""

    step: float = 1.0
    total: float = 3.0
    size: int = 128 * 1024 * 1024


async def read_selection(x: XConnection, selection: int, limits: ReadLimits) -> Content | None:
    """Everything that the selection's owner offers; None if nobody owns it.

    Raises SelectionUnreadable.
    """
    if not x.selection_owner(selection):
        return None
    try:
        async with asyncio.timeout(limits.total):
            return await _read_all(x, selection, limits)
    except TimeoutError as failure:
        raise SelectionUnreadable("the owner is too slow") from failure


async def _read_all(x: XConnection, selection: int, limits: ReadLimits) -> Content:
    targets = await read_target(x, selection, "TARGETS", limits)
    names: list[str] = []
    if targets is not None and targets.format == 32:
        names = [x.atom_name(atom) for atom in targets.numbers]
    elif (plain := await read_target(x, selection, "STRING", limits)) is not None:
        return {"STRING": plain}  # an owner older than the ICCCM
    content: dict[str, Property] = {}
    left = limits.size
    for name in dict.fromkeys(names):
        if not name or name in _META:
            continue
        value = await read_target(x, selection, name, limits, left)
        if value is None or x.atom_name(value.type) in _RESOURCES:
            continue
        content[name] = value
        left -= len(value.data)
    return content


async def read_target(
    x: XConnection, selection: int, target: str, limits: ReadLimits, size: int | None = None
) -> Property | None:
    """One format, None if the owner refuses. Raises TimeoutError, SelectionUnreadable."""
    # A window for each transfer: an answer that comes too late finds nobody and disturbs nothing.
    window = x.create_window()
    prop = x.atom("_CHAT_COPILOT_DATA")
    answers: asyncio.Queue[SelectionAnswer] = asyncio.Queue()
    pieces: asyncio.Queue[PropertyEvent] = asyncio.Queue()

    def take_answer(event: SelectionAnswer) -> None:
        if event.requestor == window:
            answers.put_nowait(event)

    def take_piece(event: PropertyEvent) -> None:
        if event.window == window and event.property == prop and not event.deleted:
            pieces.put_nowait(event)

    ends = (x.listen(SelectionAnswer, take_answer), x.listen(PropertyEvent, take_piece))
    owed: type[SelectionAnswer] | type[PropertyEvent] | None = SelectionAnswer
    try:
        x.convert_selection(window, selection, x.atom(target), prop, await x.timestamp())
        async with asyncio.timeout(limits.step):
            answer = await answers.get()
        owed = None
        if not answer.property:
            return None
        while not pieces.empty():  # the answer itself, not a piece of it
            pieces.get_nowait()
        value = x.read_property(window, prop, limit=size)
        if value is None:
            raise SelectionUnreadable("more than we keep")
        if value.type != x.atom("INCR"):
            return value
        owed = PropertyEvent
        x.delete_property(window, prop)  # this starts the transfer in pieces
        whole = await _read_pieces(x, window, prop, pieces, limits, size)
        owed = None
        return whole
    finally:
        for end in ends:
            end()
        if owed is None:
            x.destroy_window(window)
        else:
            _destroy_after(x, window, owed)


def _destroy_after(
    x: XConnection, window: int, owed: type[SelectionAnswer] | type[PropertyEvent]
) -> None:
    """Keep a window until the owner, once it wakes up, has put what it owes there.

    Many programs end with an X error when the window they write to is gone, xclip among them,
    and what was copied there would end with them.
    """

    def take(event: SelectionAnswer | PropertyEvent) -> None:
        if (event.requestor if isinstance(event, SelectionAnswer) else event.window) == window:
            end()
            x.destroy_window(window)

    end = x.listen(owed, take)


async def _read_pieces(
    x: XConnection,
    window: int,
    prop: int,
    pieces: asyncio.Queue[PropertyEvent],
    limits: ReadLimits,
    size: int | None,
) -> Property:
    parts: list[bytes] = []
    left = size if size is not None else limits.size
    while True:
        async with asyncio.timeout(limits.step):
            await pieces.get()
        piece = x.read_property(window, prop, delete=True)
        if piece is None:
            continue
        if not piece.data:
            return Property(piece.type, piece.format, b"".join(parts))
        parts.append(piece.data)
        left -= len(piece.data)
        if left < 0:
            raise SelectionUnreadable("more than we keep")
