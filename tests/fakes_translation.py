"""Fakes for translation: a guesser that loads nothing, and a model that translates from a table."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from dataclasses import dataclass, field

from copilot.core.discretion import Gate, Ways
from copilot.core.glossary import Glossary, Term
from copilot.core.identify import Identifier
from copilot.core.ports import Finished, Model, ModelEvent, ModelRequest, TextDelta
from copilot.core.translation_run import JOB, TranslatorParts
from copilot.core.translator import Translator
from tests.lab_llm.skills import skill

_NUMBERED = re.compile(r"^(\d+)\|(.*)$", re.MULTILINE)


class NoGuesser:
    """Knows no n-grams: scripts, words and letters have to tell; implements LanguageGuesser."""

    def prepare(self) -> None:
        """Nothing to load."""

    def guess(self, text: str, among: Sequence[str]) -> Mapping[str, float]:
        """Nothing is known."""
        return {}


def lines_of(request: ModelRequest) -> list[str]:
    """The numbered lines that a request asks to translate."""
    return [found[2] for found in _NUMBERED.finditer(request.messages[-1].content.text)]


def sent(request: ModelRequest) -> str:
    """All that left with a request."""
    return "\n".join(message.content.text for message in request.messages)


@dataclass
class Interpreting(Model):
    """A model that says each line as `say` does, in pieces; it waits for `gate` if there is one."""

    say: Callable[[str], str]
    name: str = "interpreter"  # pyright: ignore[reportIncompatibleMethodOverride]
    piece: int = 5
    gate: asyncio.Event | None = None
    reason: str = "stop"
    requests: list[ModelRequest] = field(default_factory=list[ModelRequest])
    ended_early: int = 0

    async def warm(self) -> None:
        """Nothing to prepare."""

    async def stream(self, request: ModelRequest) -> AsyncGenerator[ModelEvent, None]:
        """The lines that were asked for."""
        self.requests.append(request)
        lines = enumerate(map(self.say, lines_of(request)), 1)
        text = "\n".join(f"{number}|{line}" for number, line in lines)
        if "back|" in request.messages[0].content.text:
            text = f"back|{'; '.join(map(self.say, lines_of(request)))}\nsound|fine\nwhy|-"
        try:
            for at in range(0, len(text), self.piece):
                await asyncio.sleep(0)
                yield TextDelta(text[at : at + self.piece])
                if self.gate is not None:
                    await self.gate.wait()
            yield Finished(self.reason)
        except (asyncio.CancelledError, GeneratorExit):
            self.ended_early += 1
            raise


def translator(model: Model | None, *terms: Term, **parts: object) -> Translator:
    """A translator that asks this model."""
    return Translator(
        TranslatorParts(
            {name: skill(name) for name in ("translate", "check")},
            **{  # pyright: ignore[reportArgumentType] parts of TranslatorParts by their names
                "gate": Gate({JOB: Ways.of(model)} if model is not None else {}),
                "identifier": Identifier(NoGuesser()),
                "glossary": lambda: Glossary(terms),
                **parts,
            },
        )
    )
