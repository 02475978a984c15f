"""What the person allows for a chat, from the click to what the panel shows and who is asked."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from copilot.core.asker import ModelAsker
from copilot.core.chat_rules import ChatRule, ChatRules
from copilot.core.discretion import Gate, Way, Ways
from copilot.core.errors import RulesNotKept
from copilot.core.intents import Command
from copilot.core.model import Blocked, PanelState, Phase, Reach, Sight
from copilot.core.session import Parts, Session
from tests.fakes import ScriptedModel, text_steps
from tests.fakes_desktop import (
    FakeEyes,
    FakeInstant,
    FakeWriter,
    HandClock,
    RecordingHistory,
    settle,
    view,
)
from tests.lab_llm.skills import skill

ANSWER = text_steps("1|agree|yes\n2|decline|no\n3|ask|when?", 50)
SEEN = view(("them", "Dinner tonight?"))
SKILLS = {name: skill(name) for name in ("reply", "complete", "topics")}


@dataclass
class Stage:
    """A session with a model elsewhere and one on this machine."""

    rules: ChatRules = field(default_factory=ChatRules)
    eyes: FakeEyes = field(default_factory=FakeEyes)
    clock: HandClock = field(default_factory=HandClock)
    far: ScriptedModel = field(default_factory=lambda: ScriptedModel([ANSWER], name="far"))
    near: ScriptedModel = field(default_factory=lambda: ScriptedModel([ANSWER], name="near"))

    def __post_init__(self) -> None:
        ways = Ways(Way(self.far), Way(self.near, "off"))
        asker = ModelAsker(SKILLS, Gate(dict.fromkeys(SKILLS, ways), self.rules))
        parts = Parts(
            self.eyes,
            FakeWriter(self.eyes),
            FakeInstant(),
            asker,
            RecordingHistory(),
            self.clock,
            self.rules,
            self.eyes.deny,
        )
        self.session = Session(parts, lambda _: None)
        self.running = asyncio.get_running_loop().create_task(self.session.run())

    async def see(self, seen: Sight) -> PanelState:
        await self.eyes.see(seen)
        return await self.later()

    async def do(self, command: str) -> PanelState:
        self.session.handle(Command(command))
        return await self.later()

    async def later(self) -> PanelState:
        """Everything that is to come has come, but for what a model keeps waiting for."""
        await settle()
        await self.clock.advance(2)
        return self.session.state

    async def until(self, wanted: Callable[[PanelState], bool]) -> PanelState:
        """The state once it is as wanted; prompts are made in threads."""
        async with asyncio.timeout(10):
            while not wanted(self.session.state):
                await asyncio.to_thread(lambda: None)
                await self.clock.advance(0.5)
        return self.session.state

    @property
    def asked(self) -> tuple[int, int]:
        return len(self.far.requests), len(self.near.requests)

    async def close(self) -> None:
        self.running.cancel()
        await asyncio.gather(self.running, return_exceptions=True)


async def test_never_send_asks_nobody_and_the_panel_says_so() -> None:
    stage = Stage()
    await stage.see(SEEN)
    await stage.until(lambda s: s.model == "far" and s.phase is Phase.DONE)
    state = await stage.do("send-nobody")
    assert state.reach is Reach.NOBODY
    assert stage.rules.of(SEEN.identity).reach is Reach.NOBODY
    await stage.do("refresh")
    state = await stage.until(lambda s: s.phase is Phase.EMPTY)
    assert (state.model, state.cards) == ("", ())
    assert stage.asked == (1, 0)
    await stage.do("send-anyone")
    state = await stage.until(lambda s: s.model == "far" and s.phase is Phase.DONE)
    assert state.reach is Reach.ANYONE
    await stage.close()


async def test_local_models_only_and_strictly_masked() -> None:
    stage = Stage()
    await stage.see(SEEN)
    await stage.until(lambda s: s.model == "far" and s.phase is Phase.DONE)
    await stage.do("send-local")
    state = await stage.until(lambda s: s.model == "near" and s.phase is Phase.DONE)
    assert (state.reach, state.masking) == (Reach.LOCAL, "off")
    assert stage.asked == (1, 1)
    await stage.do("mask-strictly")
    state = await stage.until(lambda s: s.masking == "strict")
    assert state.strict
    state = await stage.do("mask-as-usual")
    assert (state.strict, state.reach) == (False, Reach.LOCAL)
    await stage.close()


async def test_a_request_under_way_ends_when_the_chat_is_restricted() -> None:
    stage = Stage(far=ScriptedModel([[asyncio.Event()]], name="far"))
    await stage.see(SEEN)
    await stage.until(lambda _: bool(stage.far.requests))
    assert stage.far.closed == 0
    await stage.do("send-nobody")
    assert stage.far.closed == 1
    await stage.until(lambda s: s.phase is Phase.EMPTY)
    await stage.close()


async def test_where_the_contact_is_not_known_the_rule_is_for_the_application() -> None:
    stage = Stage()
    blind = replace(SEEN, reads=frozenset({"draft"}))
    await stage.see(blind)
    await stage.do("send-nobody")
    other = replace(blind.identity, contact="another title")
    assert stage.rules.of(other) == ChatRule(Reach.NOBODY)
    await stage.close()


async def test_a_rule_that_can_not_be_kept_holds_and_the_person_is_told() -> None:
    class Lost(ChatRules):
        def keep(self, chat: object, rule: ChatRule) -> None:
            super().keep(SEEN.identity, rule)
            raise RulesNotKept("It can't be written down.", "Look at the disk.")

    stage = Stage(rules=Lost())
    await stage.see(SEEN)
    state = await stage.do("send-nobody")
    assert state.notice is not None
    assert "written down" in state.notice.title
    assert state.reach is Reach.NOBODY
    await stage.close()


async def test_an_application_is_denied_by_its_stable_name() -> None:
    stage = Stage()
    await stage.do("deny-app")
    assert stage.eyes.denied == []  # there is none
    await stage.see(SEEN)
    await stage.do("deny-app")
    assert stage.eyes.denied == [SEEN.identity.app]
    await stage.close()


async def test_why_something_is_not_read_is_said_only_on_request() -> None:
    stage = Stage()
    reason = "Password managers are never read."
    state = await stage.see(Blocked("x", "Safe", reason, "…", chosen=True))
    assert not state.visible
    state = await stage.do("open")
    assert state.visible
    assert state.phase is Phase.EMPTY  # nothing is wrong
    assert state.notice is not None
    assert state.notice.title == reason
    assert state.notice.calm
    await stage.close()
