"""Server-sent events: bytes in any pieces → the data of whole events. No IO.

Format: https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
"""

from __future__ import annotations

from copilot.llm.lines import LONGEST_LINE, FramingError, LineSplitter

_MARK = b"\xef\xbb\xbf"


class SseDecoder:
    """feed() gives the data of each event that is complete, finish() what stood without its end."""

    def __init__(self) -> None:
        self._lines = LineSplitter()
        self._first = True
        self._data: list[bytes] = []
        self._length = 0

    def feed(self, piece: bytes) -> list[bytes]:
        """Take the next bytes. Raises FramingError if a line or an event does not end."""
        return self._take(self._lines.feed(piece))

    def finish(self) -> list[bytes]:
        """The last event, which many servers send without the empty line that should follow."""
        return self._take([*self._lines.finish(), b""])

    def _take(self, lines: list[bytes]) -> list[bytes]:
        events: list[bytes] = []
        for line in lines:
            if self._first:
                line = line.removeprefix(_MARK)
                self._first = False
            if line.startswith(b"data:"):
                self._add(line[6:] if line.startswith(b"data: ") else line[5:])
            elif line == b"data":
                self._add(b"")
            elif not line and self._data:
                events.append(b"\n".join(self._data))
                self._data, self._length = [], 0
        return events

    def _add(self, value: bytes) -> None:
        self._length += len(value) + 1
        if self._length > LONGEST_LINE:
            raise FramingError("an event that does not end")
        self._data.append(value)
