"""How fast somebody types decides what a pause is; who listens in a room is asked nothing."""

from __future__ import annotations

from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.core.habits import Rhythm, reply_is_likely
from copilot.core.model import Conversation, Message


def typed(*gaps: float) -> Rhythm:
    rhythm, at = Rhythm().typed(100.0), 100.0
    for gap in gaps:
        at += gap
        rhythm = rhythm.typed(at)
    return rhythm


@pytest.mark.parametrize(
    ("gaps", "pause"),
    [
        ([], 0.6),
        ([0.2] * 5, 0.6),  # too little is known
        ([0.1] * 20, 0.35),  # fast
        ([0.4] * 20, 0.6),
        ([0.8] * 20, 1.2),  # slow: 0.6 would ask after every key
        ([1.9] * 20, 1.5),
        ([0.3] * 19 + [1.9], 0.45),  # one slip changes nothing
        ([0.3, 30.0] * 20, 0.45),  # thinking is not typing
    ],
)
def test_a_pause_is_longer_than_usual(gaps: list[float], pause: float) -> None:
    assert typed(*gaps).pause(0.6) == pytest.approx(pause)


def test_it_follows_a_change_of_speed() -> None:
    assert typed(*[0.8] * 24, *[0.1] * 24).pause(0.6) == 0.35


@given(st.lists(st.floats(0, 1e6), max_size=60))
def test_it_stays_within_bounds(gaps: list[float]) -> None:
    times = reduce(lambda sums, gap: [*sums, sums[-1] + gap], gaps, [0.0])
    rhythm = reduce(lambda known, at: known.typed(at), times, Rhythm())
    assert 0.35 <= rhythm.pause(0.6) <= 1.5
    assert len(rhythm.gaps) <= 24


def chat(*senders: str) -> Conversation:
    return Conversation("c", tuple(Message(s, "x") for s in senders))


@pytest.mark.parametrize(
    ("conversation", "likely"),
    [
        (chat("them"), True),
        (chat("them", "them", "them"), True),
        (chat("Ann", "Bob"), False),
        (chat("me", *["Ann", "Bob"] * 5), False),
        (chat("me", *["Ann", "Bob"] * 4), True),
        (chat("Ann", "Ann"), True),
    ],
)
def test_whoever_listens_in_a_room_will_hardly_reply(
    conversation: Conversation, likely: bool
) -> None:
    assert reply_is_likely(conversation) is likely
