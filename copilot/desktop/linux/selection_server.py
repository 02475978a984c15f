"""X11 selections: owning one, and serving what is in it to whoever asks (see selection.py)."""

from __future__ import annotations

import asyncio
import struct
from collections.abc import Callable
from dataclasses import dataclass

from copilot.desktop.linux.selection import Content
from copilot.desktop.linux.x11 import CURRENT_TIME, XConnection
from copilot.desktop.linux.xvalues import (
    Property,
    PropertyEvent,
    SelectionLost,
    SelectionRequest,
    packed,
)

PIECE = 128 * 1024
"""Bytes that go into one property; more travels in pieces. Servers take at least 256 KiB."""

TRANSFER_LIMIT = 10.0
"""Seconds that a requestor may take to fetch the next piece."""


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
        atoms = list(pairs.numbers)
        for index in range(0, len(atoms) - 1, 2):
            if not self._serve(offer, requestor, atoms[index], atoms[index + 1]):
                atoms[index + 1] = 0
        self._x.write_property(requestor, prop, Property(pairs.type, 32, packed(atoms)))
        return True

    def _serve(self, offer: Offer, requestor: int, target: int, prop: int) -> bool:
        x = self._x
        name = x.atom_name(target)
        if name == "TARGETS":
            names = ("TARGETS", "TIMESTAMP", "MULTIPLE", *offer.content)
            atoms = [x.atom(name) for name in names]
            x.write_property(requestor, prop, Property(x.atom("ATOM"), 32, packed(atoms)))
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
