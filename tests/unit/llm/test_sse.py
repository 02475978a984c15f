"""Event streams come out the same however the network cuts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.llm.sse import LONGEST_LINE, SseDecoder, SseError

STREAM = (
    "\ufeff: a comment\n"
    'data: {"a": "你好 👋"}\n\n'
    "event: message\r\nid: 7\r\ndata:no space\r\n\r\n"
    "data: two\rdata: lines\r\r"
    "retry: 10\n\n"
    "data\n\n"
    "data: [DONE]"
).encode()
EVENTS = ['{"a": "你好 👋"}', "no space", "two\nlines", "", "[DONE]"]


def read(*pieces: bytes) -> list[str]:
    decoder = SseDecoder()
    return [event for piece in pieces for event in decoder.feed(piece)] + decoder.finish()


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
    assert decoder.feed(b"\n") == ["x"]


def test_a_line_that_never_ends_is_given_up() -> None:
    decoder = SseDecoder()
    decoder.feed(b"x" * LONGEST_LINE)
    with pytest.raises(SseError):
        decoder.feed(b"x")


@given(st.lists(st.binary(max_size=40)))
def test_garbage_gives_the_same_in_one_piece(pieces: list[bytes]) -> None:
    assert read(*pieces) == read(b"".join(pieces))
