"""Streams of servers that others wrote, recorded, come out the same however they are cut."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.core.ports import Finished, ModelEvent, TextDelta, Usage
from copilot.llm.answer import AnswerDecoder
from copilot.llm.call import FORMATS
from copilot.llm.wire import GarbledStream, WireError
from tests.lab_llm.record import FOLDER, TEXT

STREAMS = sorted(FOLDER.iterdir())
COUNTED = Usage(11, 7)
SPEAKERS = sorted({file.name.split("-")[1]: file for file in STREAMS}.items())
"""One stream of each dialect."""


def decoder_of(file: Path) -> AnswerDecoder:
    dialect = file.name.split("-")[1]
    return next(f for name, f in FORMATS.items() if name == dialect).decoder()


def read(file: Path, *pieces: bytes) -> list[ModelEvent]:
    decoder = decoder_of(file)
    return [event for piece in pieces for event in decoder.feed(piece)] + decoder.finish()


def text_of(events: list[ModelEvent]) -> str:
    return "".join(event.text for event in events if isinstance(event, TextDelta))


@pytest.mark.parametrize("file", STREAMS, ids=lambda file: file.stem)
def test_cut_at_every_byte(file: Path) -> None:
    stream = file.read_bytes()
    whole = read(file, stream)
    for at in range(len(stream) + 1):
        assert read(file, stream[:at], stream[at:]) == whole
    assert read(file, *(bytes([byte]) for byte in stream)) == whole


@pytest.mark.parametrize("file", STREAMS, ids=lambda file: file.stem)
def test_what_they_say(file: Path) -> None:
    server, dialect, kind = file.stem.split("-")
    *_, counted, end = events = read(file, file.read_bytes())
    reasons = {"plain": "stop", "thinks": "stop", "long": "length"}
    assert end == Finished(reasons.get(kind, "refusal"))
    assert isinstance(counted, Usage) or dialect == "ollama"  # which counts nothing in aimock
    if server == "llamacpp":
        assert text_of(events) == "dinner tonight"
        assert isinstance(counted, Usage)
        assert (counted.prompt_tokens, counted.completion_tokens) == (21, 3)
    else:
        assert text_of(events) == (TEXT if kind in reasons else "I")
        assert counted == COUNTED or dialect == "ollama"


@pytest.mark.parametrize("file", STREAMS, ids=lambda file: file.stem)
def test_no_cut_stream_is_taken_for_a_whole_one(file: Path) -> None:
    stream = file.read_bytes()
    whole = read(file, stream)
    for at in range(len(stream)):
        try:
            events = read(file, stream[:at])
        except GarbledStream:
            continue
        assert text_of(events) == text_of(whole)
        assert events[-1] == whole[-1]


@pytest.mark.parametrize(("dialect", "file"), SPEAKERS)
def test_ten_megabytes_without_a_line_end(dialect: str, file: Path) -> None:
    del dialect
    with pytest.raises(GarbledStream):
        read(file, *[b"x" * 65_536] * 160)


@pytest.mark.parametrize(("dialect", "file"), SPEAKERS)
@given(data=st.data())
def test_garbage_gives_events_or_one_of_two_errors(
    dialect: str, file: Path, data: st.DataObject
) -> None:
    del dialect
    stream = file.read_bytes()
    parts = st.binary(max_size=60) | st.integers(0, len(stream)).map(lambda at: stream[at:][:200])
    try:
        events = read(file, *data.draw(st.lists(parts, max_size=6)))
    except (GarbledStream, WireError):
        return
    assert isinstance(events[-1], Finished)
