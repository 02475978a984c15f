"""Event streams come out the same however the network cuts them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.llm.lines import LONGEST_LINE, FramingError
from copilot.llm.sse import SseDecoder

STREAM = (
    "\ufeff: a comment\n"
    'data: {"a": "你好 👋"}\n\n'
    "event: message\r\nid: 7\r\ndata:no space\r\n\r\n"
    "data: two\rdata: lines\r\r"
    "retry: 10\n\n"
    "data\n\n"
    "data: [DONE]"
).encode()
EVENTS = ['{"a": "你好 👋"}'.encode(), b"no space", b"two\nlines", b"", b"[DONE]"]


def read(*pieces: bytes) -> list[bytes]:
    decoder = SseDecoder()
    return [event for piece in pieces for event in decoder.feed(piece)] + decoder.finish()


def feed_all(pieces: Iterator[bytes]) -> None:
    decoder = SseDecoder()
    for piece in pieces:
        decoder.feed(piece)


def test_whole() -> None:
    assert read(STREAM) == EVENTS


@pytest.mark.parametrize("at", range(len(STREAM) + 1))
def test_cut_anywhere(at: int) -> None:
    assert read(STREAM[:at], STREAM[at:]) == EVENTS


def test_byte_by_byte_with_empty_pieces_between() -> None:
    assert read(*(p for b in STREAM for p in (bytes([b]), b""))) == EVENTS


def test_an_event_comes_as_soon_as_its_empty_line_does() -> None:
    decoder = SseDecoder()
    assert decoder.feed(b"data: x\n") == []
    assert decoder.feed(b"\n") == [b"x"]


def test_a_line_that_never_ends_is_given_up() -> None:
    decoder = SseDecoder()
    decoder.feed(b"x" * LONGEST_LINE)
    with pytest.raises(FramingError):
        decoder.feed(b"x")


def test_an_event_that_never_ends_is_given_up() -> None:
    line = b"data: " + b"x" * 99_999 + b"\n"
    read(*[line] * 10)
    with pytest.raises(FramingError):
        read(*[line] * 11)


def test_ten_megabytes_without_a_line_end_are_not_kept() -> None:
    taken: list[int] = []

    def pieces() -> Iterator[bytes]:
        for number in range(10_000):
            taken.append(number)
            yield b"x" * 1_000

    with pytest.raises(FramingError):
        feed_all(pieces())
    assert len(taken) * 1_000 <= LONGEST_LINE + 1_000


@given(st.lists(st.binary(max_size=40)))
def test_garbage_gives_the_same_in_one_piece(pieces: list[bytes]) -> None:
    assert read(*pieces) == read(b"".join(pieces))
