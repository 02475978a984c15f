"""When a request is made again, when not, and when a provider is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copilot.core.errors import (
    CopilotError,
    KeyRejected,
    ProviderFailed,
    ProviderTimeout,
    ProviderUnreachable,
    RateLimited,
    RequestRefused,
    StreamBroken,
)
from copilot.llm.breaker import Breaker
from copilot.llm.retry import LONGEST_PAUSE, pause
from tests.fakes_desktop import HandClock


@pytest.mark.parametrize(
    "error",
    [
        KeyRejected(""),
        RequestRefused(""),
        RateLimited("", retryable=False),
        RateLimited("", retry_after=LONGEST_PAUSE + 1),
        ProviderFailed("", retry_after=LONGEST_PAUSE + 1),
        ProviderTimeout(""),
        ProviderUnreachable(""),
    ],
)
def test_what_another_attempt_does_not_help(error: CopilotError) -> None:
    assert pause(error, 1, 0.5) is None


@pytest.mark.parametrize("error", [ProviderFailed(""), StreamBroken(""), RateLimited("")])
def test_pauses_grow(error: CopilotError) -> None:
    assert [pause(error, attempt, 0.5) for attempt in (1, 2, 3)] == [0.4, 0.8, 1.6]


@given(st.floats(0, 1), st.integers(1, 40), st.floats(0, LONGEST_PAUSE))
def test_pauses_are_bounded_and_never_shorter_than_asked(
    jitter: float, attempt: int, asked: float
) -> None:
    wait = pause(RateLimited("", retry_after=asked), attempt, jitter)
    assert wait is not None
    assert asked < wait <= asked + LONGEST_PAUSE


def test_a_provider_that_fails_is_left_alone_longer_and_longer() -> None:
    clock = HandClock()
    breaker = Breaker(clock)
    rests: list[float] = []
    for _ in range(7):
        breaker.failed(ProviderFailed(""))
        rests.append(breaker.resting())
        clock.now += breaker.resting()
        assert breaker.resting() == 0
    assert rests == [0, 0, 10, 20, 40, 60, 60]


@pytest.mark.parametrize("error", [KeyRejected(""), RequestRefused(""), RateLimited("")])
def test_an_answer_about_the_key_or_the_request_is_a_sign_of_health(error: CopilotError) -> None:
    breaker = Breaker(HandClock())
    for failure in (ProviderFailed(""), ProviderFailed(""), error, ProviderFailed("")):
        breaker.failed(failure)
    assert breaker.resting() == 0


def test_success_ends_the_rest() -> None:
    breaker = Breaker(HandClock())
    for _ in range(3):
        breaker.failed(StreamBroken(""))
    assert breaker.resting() > 0
    breaker.succeeded()
    assert breaker.resting() == 0
