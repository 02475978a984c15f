"""Counting what models cost while they answer, and not asking them beyond the person's budget."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing

from copilot.core.cost import Bill, Exchange, Tariff, Tokens, bill_text
from copilot.core.errors import CopilotError
from copilot.core.inspection import HERE, Ending, Outcome
from copilot.core.ports import Model, ModelEvent, ModelRequest, TextDelta, Usage
from copilot.core.prompt import estimate_tokens
from copilot.core.spending import Spending

_MOST = 10_000_000
"""No answer takes more tokens."""


class MeteredModel:
    """A model whose calls are counted, and refused beyond a hard limit; implements Model.

    One for each provider, inside whatever falls back from one to the next. `host` is the name of
    the machine that is asked.
    """

    def __init__(self, model: Model, tariff: Tariff, spending: Spending, host: str = HERE) -> None:
        self._model = model
        self._spending = spending
        self._host = host
        self.tariff = tariff

    @property
    def name(self) -> str:
        """The model's own name."""
        return self._model.name

    async def warm(self) -> None:
        """Prepare for being asked."""
        await self._model.warm()

    async def stream(self, request: ModelRequest) -> AsyncGenerator[ModelEvent, None]:
        """The model's answer. Raises OverBudget instead of asking."""
        self._spending.admit(self.tariff)
        departing = request.departing
        ended = departing(request, self.tariff, self._host) if departing is not None else None
        usage: Usage | None = None
        received: list[str] = []
        answered = False
        outcome, trouble = Outcome.CANCELLED, ""
        try:
            async with aclosing(self._model.stream(request)) as events:
                async for event in events:
                    answered = True
                    match event:
                        case Usage():
                            usage = event
                        case TextDelta(text):
                            received.append(text)
                        case _:
                            refused = event.reason == "refusal"
                            outcome = Outcome.REFUSED if refused else Outcome.ANSWERED
                    yield event
        except GeneratorExit:
            # Whoever has read enough closes the stream before its end.
            if outcome is Outcome.CANCELLED and received:
                outcome = Outcome.ANSWERED
            raise
        except Exception as error:
            outcome = Outcome.FAILED
            trouble = error.title if isinstance(error, CopilotError) else type(error).__name__
            raise
        finally:
            bill: Bill | None = None
            # A refused call costs nothing; one that was given up may, so it is counted.
            if answered or outcome is not Outcome.FAILED:
                bill = Bill(self.tariff, counted(request, usage, "".join(received)))
                if request.billed is not None:
                    request.billed(bill)
            if ended is not None:
                ended(Ending(outcome, bill, trouble))


def counted(request: ModelRequest, usage: Usage | None, received: str) -> Tokens:
    """The provider's own numbers, or estimated ones where it told none."""
    if usage is not None and usage.prompt_tokens + usage.completion_tokens > 0:
        prompt = _sane(usage.prompt_tokens)
        return Tokens(
            prompt, _sane(usage.completion_tokens), min(_sane(usage.cached_tokens), prompt)
        )
    return Tokens(prompt_estimate(request), estimate_tokens(received), estimated=True)


def _sane(count: int) -> int:
    # What a provider tells is foreign: nonsense must not fill a budget for ever.
    return min(max(count, 0), _MOST)


def prompt_estimate(request: ModelRequest) -> int:
    """About how many tokens a request carries."""
    return sum(estimate_tokens(message.content.text) for message in request.messages)


def expected_text(request: ModelRequest, tariff: Tariff, exchange: Exchange) -> str:
    """The most that this request will cost, about, for people."""
    most = Tokens(prompt_estimate(request), request.max_tokens, estimated=True)
    return bill_text(Bill(tariff, most), exchange)
