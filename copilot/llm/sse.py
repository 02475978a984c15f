"""Server-sent events: bytes in any pieces → the data of whole events. No IO.

Format: https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
"""

from __future__ import annotations

import codecs

LONGEST_LINE = 1_000_000
"""Characters. A server that never ends its line must not fill the memory."""


class SseError(ValueError):
    """What arrives is no event stream."""


class SseDecoder:
    """feed() gives the data of each event that is complete, finish() what stood without its end."""

    def __init__(self) -> None:
        self._utf8 = codecs.getincrementaldecoder("utf-8-sig")(errors="replace")
        self._line = ""
        self._after_return = False
        self._data: list[str] = []

    def feed(self, piece: bytes) -> list[str]:
        """Take the next bytes. Raises SseError if a line is longer than LONGEST_LINE."""
        return self._take(self._utf8.decode(piece))

    def finish(self) -> list[str]:
        """The last event, which many servers send without the empty line that should follow."""
        return self._take(self._utf8.decode(b"", final=True) + "\n\n")

    def _take(self, text: str) -> list[str]:
        if self._after_return and text:
            # A "\r" ended the last line; a "\n" that comes now belongs to it.
            text = text.removeprefix("\n")
            self._after_return = False
        self._after_return = text.endswith("\r") or (self._after_return and not text)
        lines = (self._line + text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        self._line = lines.pop()
        if len(self._line) > LONGEST_LINE:
            raise SseError("a line that does not end")
        events: list[str] = []
        for line in lines:
            if not line:
                if self._data:
                    events.append("\n".join(self._data))
                    self._data = []
                continue
            name, _, value = line.partition(":")
            if name == "data":
                self._data.append(value.removeprefix(" "))
        return events
