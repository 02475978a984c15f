"""Standard input line by line, as it comes."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from typing import TextIO, cast


def lines() -> Iterator[str]:
    """The lines without their ends, in UTF-8 whatever the terminal's locale."""
    stdin: TextIO = sys.stdin
    if isinstance(stdin, io.TextIOWrapper):
        cast("io.TextIOWrapper[io.BufferedReader]", stdin).reconfigure(
            encoding="utf-8", errors="replace"
        )
    for line in cast("TextIO", stdin):
        yield line.rstrip("\n")
