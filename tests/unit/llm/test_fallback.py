"""Several models as one: the next answers if one fails before it has said anything."""

from __future__ import annotations

from contextlib import aclosing

import pytest

from copilot.core.errors import CopilotError, KeyMissing, OverBudget, RateLimited, StreamBroken
from copilot.core.ports import Finished, ModelEvent, ModelMessage, ModelRequest, TextDelta
from copilot.core.redaction import public
from copilot.llm.fallback import FallbackModel
from tests.fakes import ScriptedModel, Step, text_steps

REQUEST = ModelRequest((ModelMessage("user", public("hi")),))


class Warm(ScriptedModel):
    """Counts how often it was warmed."""

    warmed = 0

    async def warm(self) -> None:
        self.warmed += 1


def models(*scripts: tuple[Step, ...]) -> list[Warm]:
    return [Warm([script], name) for script, name in zip(scripts, "abc", strict=False)]


async def ask(model: FallbackModel) -> list[ModelEvent]:
    async with aclosing(model.stream(REQUEST)) as events:
        return [event async for event in events]


async def test_the_preferred_one_answers() -> None:
    first, second = models(text_steps("yes"), text_steps("no"))
    both = FallbackModel([first, second])
    await both.warm()
    assert await ask(both) == [TextDelta("yes"), Finished("stop")]
    assert (both.name, first.warmed, second.warmed, second.requests) == ("a", 1, 0, [])


@pytest.mark.parametrize("error", [RateLimited("x"), KeyMissing("x"), OverBudget("x")])
async def test_the_next_answers(error: CopilotError) -> None:
    first, second = models((error,), text_steps("yes"))
    both = FallbackModel([first, second])
    assert both.name == "a"
    assert await ask(both) == [TextDelta("yes"), Finished("stop")]
    assert both.name == "b"
    assert first.closed == 1


async def test_the_preferred_one_is_asked_first_again() -> None:
    first, second = models((RateLimited("x"),), text_steps("no"))
    first.scripts = [(RateLimited("x"),), text_steps("yes")]
    both = FallbackModel([first, second])
    await ask(both)
    assert await ask(both) == [TextDelta("yes"), Finished("stop")]
    assert both.name == "a"


async def test_what_two_say_is_never_mixed() -> None:
    broken = StreamBroken("x")
    first, second = models((TextDelta("ye"), broken), text_steps("no"))
    with pytest.raises(StreamBroken):
        await ask(FallbackModel([first, second]))
    assert second.requests == []


async def test_a_defect_is_not_papered_over() -> None:
    first, second = models((ZeroDivisionError(),), text_steps("no"))
    with pytest.raises(ZeroDivisionError):
        await ask(FallbackModel([first, second]))


async def test_if_all_fail_the_preferred_ones_error_is_told() -> None:
    with pytest.raises(RateLimited):
        await ask(FallbackModel(models((RateLimited("x"),), (KeyMissing("x"),))))
    with pytest.raises(OverBudget):
        await ask(FallbackModel(models((RateLimited("x"),), (OverBudget("x"),))))
