"""X11 selections: reading all that an owner offers, and serving it to whoever asks.

The protocol is that of the Inter-Client Communication Conventions Manual 2.0, chapter 2
(https://www.x.org/releases/current/doc/xorg-docs/icccm/icccm.html): formats are called targets,
and what is too large for one property travels in pieces (INCR).
"""

from __future__ import annotations

import asyncio
import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from copilot.desktop.linux.x11 import CURRENT_TIME, XConnection
from copilot.desktop.linux.xvalues import (
    Property,
    PropertyEvent,
    SelectionAnswer,
    SelectionLost,
    SelectionRequest,
)

Content = Mapping[str, Property]
"""What a clipboard holds: target name → value."""

PIECE = 128 * 1024
"""Bytes that go into one property; more travels in pieces. Servers take at least 256 KiB."""

TRANSFER_LIMIT = 10.0
"""Seconds that a requestor may take to fetch the next piece."""

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
        names = [x.atom_name(atom) for atom in _atoms(targets.data)]
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


@dataclass(frozen=True, slots=True)
class Offer:
    """What we serve since the server's time `since`."""

    content: Content
    since: int


class SelectionServer:
    """Owns one selection and serves its content until somebody else owns it.

    `on_served` hears the offer and the target each time a requestor has got a value.
    """

    def __init__(self, x: XConnection, selection: int) -> None:
        self._x = x
        self.selection = selection
        self.offer: Offer | None = None
        self.on_served: Callable[[Offer, str], None] | None = None
        self._transfers: dict[tuple[int, int], _Transfer] = {}
        self._ends = (
            x.listen(SelectionRequest, self._take_request),
            x.listen(SelectionLost, self._take_lost),
            x.listen(PropertyEvent, self._take_property),
        )

    async def own(self, content: Content) -> Offer | None:
        """Own the selection with this content from now on; None if another client was faster."""
        return self.own_since(content, await self._x.timestamp())

    def own_since(self, content: Content, time: int) -> Offer | None:
        """Own the selection since `time`; None if another client has owned it since then."""
        before, self.offer = self.offer, Offer(content, time)
        if self._x.own_selection(self.selection, time):
            return self.offer
        self.offer = before
        return None

    def disown(self, time: int) -> None:
        """Leave the selection without an owner since `time`, if it is ours."""
        if self.offer is not None:
            self._x.disown_selection(self.selection, time)
            self.offer = None

    def close(self) -> None:
        """Serve no more, and own no more: who asks an owner that is silent would wait."""
        if self.offer is not None:
            self._x.disown_selection(self.selection, CURRENT_TIME)
            self.offer = None
        for end in self._ends:
            end()
        for key in tuple(self._transfers):
            self._end_transfer(key)

    def _take_lost(self, event: SelectionLost) -> None:
        # Disowning and owning again makes such an event too, about the time before.
        ours = self._x.selection_owner(self.selection) == self._x.window
        if event.selection == self.selection and not ours:
            self.offer = None

    def _take_request(self, request: SelectionRequest) -> None:
        if request.selection != self.selection:
            return
        offer = self.offer
        # Who pressed "paste" before this content was ours meant what was there before. It is
        # refused, so that a client which wakes up late can't paste the person's own clipboard.
        early = (
            offer is not None
            and request.time != CURRENT_TIME
            and _is_before(request.time, offer.since)
        )
        if offer is None or early:
            self._x.answer_selection(request, 0)
            return
        if request.target == self._x.atom("MULTIPLE"):
            done = self._serve_multiple(offer, request.requestor, request.property)
        else:
            done = self._serve(offer, request.requestor, request.target, request.property)
        self._x.answer_selection(request, request.property if done else 0)

    def _serve_multiple(self, offer: Offer, requestor: int, prop: int) -> bool:
        pairs = self._x.read_property(requestor, prop)
        if pairs is None or pairs.format != 32:
            return False
        atoms = list(_atoms(pairs.data))
        for index in range(0, len(atoms) - 1, 2):
            if not self._serve(offer, requestor, atoms[index], atoms[index + 1]):
                atoms[index + 1] = 0
        self._x.write_property(requestor, prop, Property(pairs.type, 32, _packed(atoms)))
        return True

    def _serve(self, offer: Offer, requestor: int, target: int, prop: int) -> bool:
        x = self._x
        name = x.atom_name(target)
        if name == "TARGETS":
            names = ("TARGETS", "TIMESTAMP", "MULTIPLE", *offer.content)
            atoms = [x.atom(name) for name in names]
            x.write_property(requestor, prop, Property(x.atom("ATOM"), 32, _packed(atoms)))
            return True
        if name == "TIMESTAMP":
            time = struct.pack("=I", offer.since)
            x.write_property(requestor, prop, Property(x.atom("INTEGER"), 32, time))
            return True
        value = offer.content.get(name)
        if value is None:
            return False
        if len(value.data) <= PIECE:
            x.write_property(requestor, prop, value)
            self._served(offer, name)
        else:
            self._begin_transfer(offer, name, requestor, prop, value)
        return True

    def _served(self, offer: Offer, name: str) -> None:
        if self.on_served is not None:
            self.on_served(offer, name)

    def _begin_transfer(
        self, offer: Offer, name: str, requestor: int, prop: int, value: Property
    ) -> None:
        key = (requestor, prop)
        self._end_transfer(key)
        self._transfers[key] = _Transfer(
            value, lambda: self._served(offer, name), lambda: self._end_transfer(key)
        )
        self._x.watch_properties(requestor, True)
        size = struct.pack("=I", len(value.data))
        self._x.write_property(requestor, prop, Property(self._x.atom("INCR"), 32, size))

    def _take_property(self, event: PropertyEvent) -> None:
        key = (event.window, event.property)
        transfer = self._transfers.get(key)
        if transfer is None or not event.deleted:
            return
        piece = transfer.next_piece()
        self._x.write_property(*key, piece)
        if not piece.data:
            self._end_transfer(key)
            transfer.on_done()

    def _end_transfer(self, key: tuple[int, int]) -> None:
        transfer = self._transfers.pop(key, None)
        if transfer is None:
            return
        transfer.stop()
        if not any(window == key[0] for window, _ in self._transfers):
            self._x.watch_properties(key[0], False)


class _Transfer:
    """One value on its way to a requestor in pieces, given up when the requestor falls silent."""

    def __init__(
        self, value: Property, on_done: Callable[[], None], on_silence: Callable[[], None]
    ) -> None:
        self._value = value
        self._offset = 0
        self.on_done = on_done
        self._on_silence = on_silence
        self._timer = self._wait()

    def _wait(self) -> asyncio.TimerHandle:
        return asyncio.get_running_loop().call_later(TRANSFER_LIMIT, self._on_silence)

    def next_piece(self) -> Property:
        self._timer.cancel()
        self._timer = self._wait()
        piece = self._value.data[self._offset : self._offset + PIECE]
        self._offset += len(piece)
        return Property(self._value.type, self._value.format, piece)

    def stop(self) -> None:
        self._timer.cancel()


def _is_before(time: int, other: int) -> bool:
    """Compare server times, which start again from 0 after 49.7 days."""
    return (time - other) & 0xFFFFFFFF > 0x7FFFFFFF


def _atoms(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"={len(data) // 4}I", data[: len(data) // 4 * 4])


def _packed(atoms: list[int]) -> bytes:
    return struct.pack(f"={len(atoms)}I", *atoms)
