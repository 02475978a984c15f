"""Counting what models cost while they answer, and not asking them beyond the person's budget."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing

from copilot.core.cost import Bill, Exchange, Tariff, Tokens, bill_text
from copilot.core.ports import Model, ModelEvent, ModelRequest, TextDelta, Usage
from copilot.core.prompt import estimate_tokens
from copilot.core.spending import Spending

_MOST = 10_000_000
"""No answer takes more tokens."""


class MeteredModel:
    """A model whose calls are counted, and refused beyond a hard limit; implements Model.

    One for each provider, inside whatever falls back from one to the next.
    """

    def __init__(self, model: Model, tariff: Tariff, spending: Spending) -> None:
        self._model = model
        self._spending = spending
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
        usage: Usage | None = None
        received: list[str] = []
        answered, failed = False, False
        try:
            async with aclosing(self._model.stream(request)) as events:
                async for event in events:
                    answered = True
                    if isinstance(event, Usage):
                        usage = event
                    elif isinstance(event, TextDelta):
                        received.append(event.text)
                    yield event
        except Exception:
            failed = True
            raise
        finally:
            # A refused call costs nothing; one that was given up may, so it is counted.
            if request.billed is not None and (answered or not failed):
                request.billed(Bill(self.tariff, counted(request, usage, "".join(received))))


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
