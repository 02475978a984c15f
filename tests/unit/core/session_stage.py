"""The stage on which sessions are played: fakes all around, and every state that was shown."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from itertools import count

from copilot.core.asking import Answer, Drafted
from copilot.core.intents import Intent
from copilot.core.model import PanelState, Source, Stance, Suggestion
from copilot.core.session import Parts, Session
from copilot.core.skill_run import NoSkills, SkillAsker
from tests.fakes_desktop import (
    FakeAsker,
    FakeEyes,
    FakeInstant,
    FakeWriter,
    HandClock,
    RecordingHistory,
    settle,
    view,
)

ASKED = view(("them", "Dinner tonight?"))
QUICK = (
    Suggestion("Sure, see you!", Stance.AGREE, Source.INSTANT),
    Suggestion("Not today, sorry.", Stance.DECLINE, Source.INSTANT),
)
TOPIC = Suggestion("How was the exam?", Stance.TOPIC, Source.INSTANT)


def answer(*texts: str, whole: bool = True) -> Answer:
    """An answer with these texts; one that is not `whole` grows at its end."""
    stances = (Stance.AGREE, Stance.DECLINE, Stance.ASK)
    last = len(texts) - 1
    drafted = tuple(
        Drafted(t, s, whole or i < last)
        for i, (t, s) in enumerate(zip(texts, stances, strict=False))
    )
    return Answer(drafted, whole, "tiny", masked=1, tokens=42 if whole else 0)


@dataclass
class Stage:
    """A session among fakes, and every state it has shown."""

    with_model: bool = False
    paused: bool = False
    eyes: FakeEyes = field(default_factory=FakeEyes)
    instant: FakeInstant = field(default_factory=FakeInstant)
    asker: FakeAsker = field(default_factory=FakeAsker)
    history: RecordingHistory = field(default_factory=RecordingHistory)
    clock: HandClock = field(default_factory=HandClock)
    shown: list[PanelState] = field(default_factory=list[PanelState])
    skills: SkillAsker = field(default_factory=NoSkills)
    rested: list[str] = field(default_factory=list[str])
    serials: Iterator[int] = field(default_factory=count)

    def __post_init__(self) -> None:
        self.writer = FakeWriter(self.eyes)
        self.instant.answers = {"replies": QUICK, "topics": (TOPIC,)}
        parts = Parts(
            self.eyes,
            self.writer,
            self.instant,
            self.asker if self.with_model else None,
            self.history,
            self.clock,
            rest_app=self._rest_app,
            skills=self.skills,
            serials=self.serials,
        )
        self.session = Session(
            parts,
            self.shown.append,
            hotkeys=("Ctrl+Alt+1", "Ctrl+Alt+2"),
            paused=self.paused,
        )

    async def _rest_app(self, app: str) -> None:
        self.rested.append(app)

    @property
    def state(self) -> PanelState:
        """What is shown now."""
        return self.session.state

    @property
    def texts(self) -> list[str]:
        """The texts of the cards."""
        return [c.text for c in self.state.cards]

    async def do(self, *intents: Intent) -> None:
        """Have the session handle these."""
        for intent in intents:
            self.session.handle(intent)
        await settle()


async def run(stage: Stage) -> AsyncIterator[Stage]:
    """The stage, while its session runs."""
    task = asyncio.get_running_loop().create_task(stage.session.run())
    await settle()
    yield stage
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
