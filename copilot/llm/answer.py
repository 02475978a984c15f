"""What all decoders of answers share: frames in, model events out, a well defined end. No IO."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Protocol

from copilot.core.ports import Finished, ModelEvent, Usage
from copilot.llm.lines import FramingError
from copilot.llm.wire import UNREADABLE, GarbledStream


class Framing(Protocol):
    """Cuts a stream of bytes into the pieces of JSON that it carries."""

    def feed(self, piece: bytes) -> list[bytes]: ...

    def finish(self) -> list[bytes]: ...


class AnswerDecoder(ABC):
    """feed() gives events as they come, finish() the end; Finished is always the last.

    Usage comes right before it, if the provider told it. A dialect implements `_read`, which
    may set `_reason` (why the answer ends), `_usage`, and `_ended` once nothing more matters.
    """

    def __init__(self, framing: Framing) -> None:
        self._framing = framing
        self._reason = ""
        self._usage: Usage | None = None
        self._ended = False
        self._closed = False

    @property
    def finished(self) -> bool:
        """The end has come: nothing that may follow matters."""
        return self._closed

    def feed(self, piece: bytes) -> list[ModelEvent]:
        """Take the next bytes. Raises WireError and GarbledStream."""
        try:
            return self._take(self._framing.feed(piece))
        except FramingError as error:
            raise GarbledStream(str(error)) from None

    def finish(self) -> list[ModelEvent]:
        """No more bytes will come. Raises GarbledStream if the end of the answer is missing."""
        return self._to_the_end(self._framing.finish())

    def whole(self, body: bytes) -> list[ModelEvent]:
        """The answer of a server that does not stream: one JSON value."""
        return self._to_the_end([body])

    def _to_the_end(self, frames: Iterable[bytes]) -> list[ModelEvent]:
        events = self._take(frames)
        if not self._closed:
            if not self._reason:
                raise GarbledStream("ended early")
            self._close(events)
        return events

    def _take(self, frames: Iterable[bytes]) -> list[ModelEvent]:
        events: list[ModelEvent] = []
        for frame in frames:
            if self._closed:
                break
            try:
                self._read(frame, events)
            except UNREADABLE:
                raise GarbledStream("no JSON of this dialect") from None
            if self._ended:
                self._close(events)
        return events

    def _close(self, events: list[ModelEvent]) -> None:
        self._closed = True
        if self._usage is not None:
            events.append(self._usage)
        events.append(Finished(self._reason or "stop"))

    @abstractmethod
    def _read(self, frame: bytes, events: list[ModelEvent]) -> None:
        """Take one frame and add what it says to `events`.

        Raises WireError if it is an error, one of UNREADABLE if it is not of this dialect.
        """
