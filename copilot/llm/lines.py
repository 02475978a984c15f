"""Bytes in any pieces → whole lines. No IO."""

from __future__ import annotations

LONGEST_LINE = 1_000_000
"""Bytes. A server that never ends its line must not fill the memory."""


class FramingError(ValueError):
    """What arrives is not framed as a stream of this kind is."""


class LineSplitter:
    """feed() gives the lines that are complete, without their ends: "\\n", "\\r\\n" or "\\r"."""

    def __init__(self) -> None:
        self._begun: list[bytes] = []
        self._length = 0
        self._after_return = False

    def feed(self, piece: bytes) -> list[bytes]:
        """Take the next bytes. Raises FramingError if a line is longer than LONGEST_LINE."""
        if self._after_return and piece:
            # A "\r" ended the last line; a "\n" that comes now belongs to it.
            piece = piece.removeprefix(b"\n")
            self._after_return = False
        if b"\n" not in piece and b"\r" not in piece:
            self._begin(piece)
            return []
        # splitlines of bytes, unlike that of text, knows just these three ends.
        lines = b"".join((*self._begun, piece)).splitlines()
        self._begun, self._length = [], 0
        self._after_return = piece.endswith(b"\r")
        if not piece.endswith((b"\r", b"\n")):
            self._begin(lines.pop())
        return lines

    def finish(self) -> list[bytes]:
        """The last line, if it stood without its end."""
        last, self._begun = b"".join(self._begun), []
        return [last] if last else []

    def _begin(self, piece: bytes) -> None:
        self._length += len(piece)
        if self._length > LONGEST_LINE:
            raise FramingError("a line that does not end")
        self._begun.append(piece)
