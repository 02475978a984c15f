"""One JSON value a line: bytes in any pieces → the lines that hold something. No IO.

Format: https://github.com/ndjson/ndjson-spec
"""

from __future__ import annotations

from copilot.llm.lines import LineSplitter


class NdjsonDecoder:
    """feed() gives each line that is complete, finish() one that stood without its end."""

    def __init__(self) -> None:
        self._lines = LineSplitter()

    def feed(self, piece: bytes) -> list[bytes]:
        """Take the next bytes. Raises FramingError if a line does not end."""
        return [line for line in self._lines.feed(piece) if line.strip()]

    def finish(self) -> list[bytes]:
        """The last line, if it stood without its end."""
        return [line for line in self._lines.finish() if line.strip()]
