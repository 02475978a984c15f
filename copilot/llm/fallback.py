"""Several models as one: the next is asked if one fails before it has said anything."""

from __future__ import annotations

import logging
from collections.abc import AsyncGenerator, Sequence
from contextlib import aclosing

from copilot.core.errors import CopilotError, OverBudget
from copilot.core.ports import Model, ModelEvent, ModelRequest, TextDelta

_log = logging.getLogger(__name__)


class FallbackModel:
    """Implements the port Model over a list of at least one, the preferred one first."""

    def __init__(self, models: Sequence[Model]) -> None:
        self._models = models
        self._answered = models[0]

    @property
    def name(self) -> str:
        """The model that answered last; the preferred one until then."""
        return self._answered.name

    async def warm(self) -> None:
        """Warm the preferred one."""
        await self._models[0].warm()

    async def stream(self, request: ModelRequest) -> AsyncGenerator[ModelEvent, None]:
        """The answer of the first that gives one.

        What one says is never mixed with what another says: a failure after the first text is
        raised. If all fail, the preferred one's error is raised, except that a budget that keeps
        the others from being asked is told first.
        """
        failures: list[CopilotError] = []
        for model in self._models:
            spoken = False
            try:
                async with aclosing(model.stream(request)) as events:
                    async for event in events:
                        if not spoken:
                            self._answered = model
                        spoken = spoken or isinstance(event, TextDelta)
                        yield event
                return
            except CopilotError as error:
                if spoken:
                    raise
                failures.append(error)
                _log.info("%s failed (%s)", model.name, type(error).__name__)
        over = (error for error in failures if isinstance(error, OverBudget))
        raise next(over, failures[0])
