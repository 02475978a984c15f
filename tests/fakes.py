"""Fakes of the model and the keychain: they keep the contract and record what was asked."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, field

from copilot.core.ports import Finished, Model, ModelEvent, ModelRequest, TextDelta

Step = ModelEvent | BaseException | asyncio.Event
"""An event to yield, an error to raise, or something to wait for before going on."""


def text_steps(text: str, piece: int = 5) -> tuple[Step, ...]:
    """`text` as it would stream, ended well."""
    cuts = (text[i : i + piece] for i in range(0, len(text), piece))
    return (*map(TextDelta, cuts), Finished("stop"))


@dataclass
class ScriptedModel(Model):
    """Plays one script for each request, in turn; the last one again and again."""

    scripts: Sequence[Sequence[Step]]
    name: str = "scripted"  # pyright: ignore[reportIncompatibleMethodOverride]
    requests: list[ModelRequest] = field(default_factory=list[ModelRequest])
    closed: int = 0
    """How many streams have ended, in whatever way."""

    async def warm(self) -> None:
        """Nothing to prepare."""

    async def stream(self, request: ModelRequest) -> AsyncGenerator[ModelEvent, None]:
        script = self.scripts[min(len(self.requests), len(self.scripts) - 1)]
        self.requests.append(request)
        try:
            for step in script:
                if isinstance(step, asyncio.Event):
                    await step.wait()
                elif isinstance(step, BaseException):
                    raise step
                else:
                    await asyncio.sleep(0)
                    yield step
        finally:
            self.closed += 1
