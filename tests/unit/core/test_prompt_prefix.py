"""Consecutive prompts of a growing talk begin alike, so that a provider's cache is of use."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from copilot.core.model import Conversation, Draft, Message
from copilot.core.prompt import build, estimate_tokens
from copilot.core.redaction import Vault
from tests.lab_llm.skills import skill

REPLY = skill("reply")
SHORT = replace(REPLY, examples=(), instructions="i")
WORDS = ("dinner", "rain", "the train", "your sister", "that film", "tomorrow", "work", "the cat")


def talk(length: int) -> tuple[Message, ...]:
    return tuple(
        Message("them" if n % 2 else "me", f"{n}: what about {WORDS[n * 5 % 8]} then?")
        for n in range(length)
    )


def asked(messages: tuple[Message, ...], budget: int) -> str:
    request = build(SHORT, Conversation("c", messages), Draft(), Vault(), prompt_tokens=budget)
    return request.messages[-1].content.text


def first(prompt: str) -> str:
    return prompt.partition("\n")[0]


def test_while_all_fits_only_the_end_is_new() -> None:
    for length in range(2, 30):
        before, after = asked(talk(length), 4000), asked(talk(length + 1), 4000)
        assert after.startswith(before.partition("\n\n")[0])


@pytest.mark.parametrize("shown", [10_000, 40])
def test_a_long_talk_is_trimmed_in_steps(shown: int) -> None:
    prompts = [asked(talk(length)[-shown:], 300) for length in range(60, 160)]
    starts = [first(prompt) for prompt in prompts]
    assert len(set(starts)) > 5  # it does move on
    moved = sum(a != b for a, b in itertools.pairwise(starts))
    assert moved <= 40  # else it would have moved with every message
    for before, after in itertools.pairwise(prompts):
        if first(before) == first(after):
            assert after.startswith(before.partition("\n\n")[0])
    # What is dropped for it is at most half of what would have fitted.
    assert all(estimate_tokens(prompt) >= 120 for prompt in prompts)
    assert all(estimate_tokens(prompt) <= 300 for prompt in prompts)


def test_the_same_messages_begin_it_whatever_the_application_shows() -> None:
    for length in range(100, 120):
        messages = talk(length)
        assert asked(messages, 300) == asked(messages[-50:], 300)
