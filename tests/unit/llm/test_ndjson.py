"""Lines of JSON come out the same however the network cuts them."""

from __future__ import annotations

import pytest

from copilot.llm.lines import LONGEST_LINE, FramingError
from copilot.llm.ndjson import NdjsonDecoder

STREAM = '{"a": "你好 👋"}\r\n\n \n{"b": 1}\n{"c": 2}'.encode()
LINES = ['{"a": "你好 👋"}'.encode(), b'{"b": 1}', b'{"c": 2}']


def read(*pieces: bytes) -> list[bytes]:
    decoder = NdjsonDecoder()
    return [line for piece in pieces for line in decoder.feed(piece)] + decoder.finish()


@pytest.mark.parametrize("at", range(len(STREAM) + 1))
def test_cut_anywhere(at: int) -> None:
    assert read(STREAM[:at], STREAM[at:]) == LINES


def test_byte_by_byte() -> None:
    assert read(*(bytes([byte]) for byte in STREAM), b"\n") == LINES


def test_a_line_that_never_ends_is_given_up() -> None:
    with pytest.raises(FramingError):
        read(b"x" * LONGEST_LINE, b"x")
