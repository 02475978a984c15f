"""The story with a metered model: nothing is asked twice or in vain, and the budget is kept."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import date

from copilot.core.asker import ModelAsker
from copilot.core.cost import Budget, Limit
from copilot.core.discretion import Gate, Ways
from copilot.core.intents import Command
from copilot.core.metering import MeteredModel
from copilot.core.model import ChatView, Notice, PanelState, Phase, Source, Stance, Suggestion
from copilot.core.ports import Finished, TextDelta, Usage
from copilot.core.session import Parts, Session
from copilot.core.spending import NullLedger, Spending
from tests.fakes import ScriptedModel
from tests.fakes_desktop import (
    BOB,
    FakeEyes,
    FakeInstant,
    FakeWriter,
    HandClock,
    RecordingHistory,
    settle,
    view,
)
from tests.lab_llm.skills import skill
from tests.unit.core.test_cost import CHEAP, LOCAL

QUICK = Suggestion("Sure, see you!", Stance.AGREE, Source.INSTANT)
ANSWER = (
    TextDelta("1|agree|Yes\n2|decline|No\n3|ask|When?"),
    Usage(400, 12, 300),
    Finished("stop"),
)
ASKED = view(("them", "Dinner tonight?"))
OTHER = view(("them", "Lend me money?"), chat=BOB)
ROOM = view(("ann", "The build is red"), ("ben", "On it"))
DAY = date(2026, 11, 22)


@dataclass
class Story:
    """A session with everything real but the edges."""

    budget: Budget = field(default_factory=Budget)
    free: bool = False
    eyes: FakeEyes = field(default_factory=FakeEyes)
    clock: HandClock = field(default_factory=HandClock)
    model: ScriptedModel = field(default_factory=lambda: ScriptedModel([ANSWER]))
    shown: list[PanelState] = field(default_factory=list[PanelState])

    def __post_init__(self) -> None:
        instant = FakeInstant()
        instant.answers = {"replies": (QUICK,)}
        tariff = LOCAL if self.free else CHEAP
        self.spending = Spending(
            NullLedger(lambda: DAY),
            self.budget,
            warn=self.warn,
            today=lambda: DAY,
        )
        names = ("reply", "complete", "topics")
        metered = MeteredModel(self.model, tariff, self.spending)
        asker = ModelAsker(
            {name: skill(name) for name in names},
            Gate({name: Ways.of(metered, tariff=tariff) for name in names}),
            spending=self.spending,
        )
        history, writer = RecordingHistory(), FakeWriter(self.eyes)
        parts = Parts(self.eyes, writer, instant, asker, history, self.clock)
        self.session = Session(parts, self.shown.append)

    def warn(self, notice: Notice) -> None:
        self.session.tell(notice)

    @property
    def state(self) -> PanelState:
        return self.session.state

    @property
    def texts(self) -> list[str]:
        return [card.text for card in self.state.cards]

    @property
    def calls(self) -> int:
        return len(self.model.requests)

    async def see(self, seen: ChatView, seconds: float = 2.0) -> None:
        await self.eyes.see(seen)
        await self.until_quiet()
        await self.clock.advance(seconds)
        await self.until_quiet()

    async def do(self, name: str) -> None:
        self.session.handle(Command(name))
        await self.until_quiet()
        await self.clock.advance(2)
        await self.until_quiet()

    async def until_quiet(self) -> None:
        """Prompts are made in threads: let those end."""
        executor_done = asyncio.get_running_loop().run_in_executor
        for _ in range(5):
            await settle()
            await executor_done(None, lambda: None)
        await settle()


@asynccontextmanager
async def told(story: Story) -> AsyncGenerator[Story]:
    task = asyncio.get_running_loop().create_task(story.session.run())
    await settle()
    try:
        yield story
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        await story.spending.close()


async def test_the_panel_tells_what_the_answer_cost() -> None:
    async with told(Story()) as story:
        await story.see(ASKED)
        state = story.state
        assert (state.cost, state.tokens, state.tokens_estimated) == ("¥0.0003", 412, False)
        assert state.expected.startswith("~¥0.00")
        # Before the answer there is only what it may cost.
        before = next(s for s in story.shown if s.expected)
        assert (before.cost, before.tokens, before.phase) == ("", 0, Phase.THINKING)


async def test_this_machine_says_that_it_is_free() -> None:
    async with told(Story(free=True)) as story:
        await story.see(ASKED)
        assert (story.state.cost, story.state.expected) == ("free", "free")


async def test_answers_are_there_again_when_one_comes_back_to_a_chat() -> None:
    async with told(Story()) as story:
        await story.see(ASKED)
        first = story.texts
        await story.see(OTHER)
        assert story.calls == 2
        await story.see(ASKED)
        assert (story.texts, story.calls) == (first, 2)
        assert story.state.cost == "¥0.0003"
        await story.see(view(("them", "Dinner tonight?"), draft="Well"))
        await story.see(ASKED)
        assert story.calls == 3  # for the draft alone


async def test_nobody_is_asked_again_for_what_has_not_changed() -> None:
    async with told(Story()) as story:
        for _ in range(5):
            await story.see(ASKED)
        assert story.calls == 1


async def test_somebody_elses_talk_in_a_room_is_not_worth_a_call() -> None:
    async with told(Story()) as story:
        await story.see(ROOM)
        assert (story.calls, story.texts) == (0, ["Sure, see you!"])
        assert story.state.phase is Phase.DONE
        await story.do("open")  # now it was asked for
        assert story.calls == 1
        assert story.texts == ["Yes", "No", "When?"]
        await story.do("open")
        assert story.calls == 1


async def test_typing_in_a_room_asks() -> None:
    async with told(Story()) as story:
        await story.see(ROOM)
        await story.see(view(("ann", "The build is red"), ("ben", "On it"), draft="thanks"))
        assert story.calls == 1


async def test_near_the_limit_only_what_was_asked_for_is_asked() -> None:
    async with told(Story(Budget(day=Limit(tokens=500), hard=True))) as story:
        await story.see(ASKED)
        await story.see(OTHER)
        assert (story.calls, story.texts) == (1, ["Sure, see you!"])
        await story.do("open")
        assert story.calls == 2


async def test_over_a_hard_limit_replies_come_from_here_and_the_panel_says_why() -> None:
    async with told(Story(Budget(day=Limit(tokens=400), hard=True))) as story:
        await story.see(ASKED)
        await story.see(OTHER)
        await story.do("open")
        state = story.state
        assert (story.calls, story.texts) == (1, ["Sure, see you!"])
        assert state.phase is Phase.OVER_BUDGET
        assert state.visible
        assert state.notice is not None
        assert "budget" in state.notice.title
        assert "from this machine" in state.notice.hint
        assert state.notice.action == "open-settings"


async def test_over_a_limit_this_machine_goes_on() -> None:
    async with told(Story(Budget(day=Limit(tokens=400), hard=True), free=True)) as story:
        await story.see(ASKED)
        await story.see(OTHER)
        assert (story.calls, story.state.phase) == (2, Phase.DONE)


async def test_a_soft_limit_warns_calmly_and_once() -> None:
    async with told(Story(Budget(day=Limit(tokens=400)))) as story:
        await story.see(ASKED)
        assert story.state.phase is Phase.DONE  # nothing went wrong
        assert story.state.notice is not None
        assert "budget" in story.state.notice.title
        assert story.texts == ["Yes", "No", "When?"]
        await story.do("dismiss")
        await story.see(OTHER)
        await story.do("refresh")
        assert story.calls == 2
        assert story.state.notice is None


async def test_whoever_types_slowly_is_not_asked_about_after_each_key() -> None:
    async with told(Story()) as story:
        text = "I would love to come"
        for n in range(2, len(text)):
            await story.see(view(("them", "Dinner?"), draft=text[:n]), seconds=0.9)
        early = story.calls
        assert early > 0  # until it is known how they type
        for n in range(2, 12):
            await story.see(view(("them", "Dinner?"), draft="Hmm, " + text[:n]), seconds=0.9)
        assert story.calls == early  # 0.9 s between keys is this person's usual gap by now
        await story.clock.advance(1)
        await story.until_quiet()
        assert story.calls == early + 1
