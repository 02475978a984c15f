"""Skills in a session, told with fakes: run, inserted where they were asked about, closed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from dataclasses import replace

import pytest

from copilot.core.asking import Question
from copilot.core.errors import ChatChanged, ProviderUnreachable
from copilot.core.intents import ChooseNumber, Command, RunSkill, Show
from copilot.core.model import Draft, SkillChoice
from copilot.core.skill_run import SkillPart
from copilot.core.skills import Skill
from tests.fakes_desktop import BOB, settle, view
from tests.lab_llm.skills import skill
from tests.unit.core.session_stage import ASKED, Stage, run

DRAFT = view(("them", "Dinner tonight?"), draft="Sure, sea you")
FIXED = "Sure, see you"


class FakeSkills:
    """Offers two skills and streams what the test feeds them."""

    def __init__(self) -> None:
        self.offered: tuple[Skill, ...] = (
            replace(skill("summary"), title="Sum up"),
            replace(skill("proofread"), title="Proofread"),
        )
        self.asked: list[tuple[str, Question]] = []
        self.closed = 0
        self._feed: asyncio.Queue[SkillPart | None] = asyncio.Queue()

    async def feed(self, *texts: str, whole: bool = True) -> None:
        for text in texts:
            self._feed.put_nowait(SkillPart(text, "tiny"))
        if whole:
            self._feed.put_nowait(None)
        await settle()

    async def run(self, name: str, question: Question) -> AsyncGenerator[SkillPart, None]:
        self.asked.append((name, question))
        try:
            while (part := await self._feed.get()) is not None:
                yield part
        finally:
            self.closed += 1


@pytest.fixture
def skills() -> FakeSkills:
    return FakeSkills()


@pytest.fixture
async def stage(skills: FakeSkills) -> AsyncIterator[Stage]:
    async for stage in run(Stage(with_model=True, skills=skills)):
        yield stage


async def test_what_can_be_run_depends_on_what_is_there(stage: Stage) -> None:
    await stage.eyes.see(ASKED)
    await stage.do(Show("skills"))
    assert [(c.name, c.ready, c.needs) for c in stage.state.skills] == [
        ("summary", True, ""),
        ("proofread", False, "draft"),
    ]
    assert isinstance(stage.state.skills[0], SkillChoice)
    await stage.eyes.see(DRAFT)
    assert all(choice.ready for choice in stage.state.skills)


async def test_in_that_section_nothing_is_suggested(stage: Stage) -> None:
    await stage.eyes.see(view(("me", "Hello")))
    await stage.do(Show("skills"))
    await stage.clock.advance(200)
    await stage.eyes.see(view(("me", "Hello"), ("them", "Dinner tonight?")))
    await stage.eyes.see(view(("me", "Hello"), ("them", "Dinner tonight?"), draft="I would"))
    await stage.clock.advance(5)
    assert stage.state.section == "skills"
    assert (stage.instant.questions, stage.asker.questions) == ([], [])
    assert stage.state.visible
    await stage.do(Show("replies"))
    await stage.clock.advance(1)
    assert len(stage.asker.questions) == 1


async def test_an_answer_grows_and_can_be_copied_and_closed(
    stage: Stage, skills: FakeSkills
) -> None:
    await stage.eyes.see(ASKED)
    await stage.do(Show("skills"), RunSkill("summary"))
    assert stage.state.answer is not None
    assert stage.state.answer.streaming
    await skills.feed("**Dinner**", whole=False)
    assert stage.state.answer.text == "**Dinner**"
    await skills.feed("**Dinner** tonight.")
    assert not stage.state.answer.streaming
    assert stage.state.answer.model == "tiny"
    await stage.do(Command("copy-answer"), Command("insert-answer"))
    assert stage.writer.copied == ["**Dinner** tonight."]
    assert stage.writer.written == []  # it is no text for a draft
    await stage.do(Command("close-answer"))
    assert stage.state.answer is None
    assert stage.state.section == "skills"


async def test_a_text_for_the_draft_is_inserted_and_undone(
    stage: Stage, skills: FakeSkills
) -> None:
    await stage.eyes.see(DRAFT)
    await stage.do(Show("skills"), RunSkill("proofread"))
    await skills.feed(FIXED[:4], whole=False)
    await stage.do(Command("insert-answer"))
    assert stage.writer.written == []  # half a text helps nobody
    await skills.feed(FIXED)
    await stage.do(Command("insert-answer"))
    assert [text for _, text in stage.writer.written] == [FIXED]
    assert stage.history.events == [("replaced", FIXED)]
    assert stage.history.taken == []
    assert stage.state.can_undo
    await stage.do(Command("undo"))
    assert stage.eyes.latest == DRAFT
    await stage.do(Command("insert-answer"))
    assert len(stage.writer.written) == 2


async def test_it_goes_into_the_draft_that_it_was_asked_about_only(
    stage: Stage, skills: FakeSkills
) -> None:
    await stage.eyes.see(DRAFT)
    await stage.do(Show("skills"), RunSkill("proofread"))
    await skills.feed(FIXED)
    await stage.eyes.see(replace(DRAFT, draft=Draft("Sure, sea you at", 16)))
    await stage.do(Command("insert-answer"))
    assert stage.writer.written == []
    assert stage.state.notice is not None
    assert stage.state.notice.action == "copy"
    await stage.do(Command("copy"))
    assert stage.writer.copied == [FIXED]


async def test_another_chat_and_looking_away_end_it(stage: Stage, skills: FakeSkills) -> None:
    for away in (view(("them", "Hi"), chat=BOB), None):
        await stage.eyes.see(ASKED)
        await stage.do(Show("skills"), RunSkill("summary"))
        await stage.eyes.see(away)
        await stage.clock.advance(1)
        assert stage.state.answer is None
        await stage.do(Command("insert-answer"), Command("copy-answer"))
    assert skills.closed == 2
    assert (stage.writer.written, stage.writer.copied) == ([], [])


async def test_an_answer_stays_while_the_talk_goes_on(stage: Stage, skills: FakeSkills) -> None:
    await stage.eyes.see(ASKED)
    await stage.do(Show("skills"), RunSkill("summary"))
    await skills.feed("Dinner tonight.")
    await stage.eyes.see(view(("them", "Dinner tonight?"), ("them", "Hello?")))
    assert stage.state.answer is not None
    assert stage.state.section == "skills"


async def test_a_whole_answer_is_there_again_when_the_person_comes_back(
    stage: Stage, skills: FakeSkills
) -> None:
    await stage.eyes.see(ASKED)
    await stage.do(Show("skills"), RunSkill("summary"))
    await skills.feed("Dinner tonight.")
    for away in (None, view(("them", "Hi"), chat=BOB)):
        await stage.eyes.see(away)
        await stage.clock.advance(1)
        assert stage.state.answer is None
        await stage.eyes.see(ASKED)
        await stage.do(Show("skills"))
        assert stage.state.answer is not None
        assert stage.state.answer.text == "Dinner tonight."
    assert len(skills.asked) == 1
    await stage.do(Show("skills"))
    assert stage.state.answer is None  # the same key leads back to the list
    await stage.eyes.see(view(("them", "Hi"), chat=BOB))
    await stage.eyes.see(ASKED)
    await stage.do(Show("skills"))
    assert stage.state.answer is None


async def test_nothing_of_an_answer_outlives_a_pause(stage: Stage, skills: FakeSkills) -> None:
    await stage.eyes.see(ASKED)
    await stage.do(Show("skills"), RunSkill("summary"))
    await skills.feed("Dinner tonight.")
    await stage.do(Command("pause"), Command("resume"))
    await stage.eyes.see(ASKED)
    await stage.do(Show("skills"))
    assert stage.state.answer is None


async def test_the_key_of_skills_does_not_end_one_that_runs(
    stage: Stage, skills: FakeSkills
) -> None:
    await stage.eyes.see(ASKED)
    await stage.do(Show("skills"), RunSkill("summary"), Show("skills"))
    assert stage.state.answer is not None
    assert skills.closed == 0


async def test_a_pause_ends_it(stage: Stage, skills: FakeSkills) -> None:
    await stage.eyes.see(ASKED)
    await stage.do(Show("skills"), RunSkill("summary"))
    await stage.do(Command("pause"))
    assert skills.closed == 1
    await stage.do(Command("resume"))
    assert stage.state.answer is None


async def test_refresh_runs_it_again(stage: Stage, skills: FakeSkills) -> None:
    await stage.eyes.see(ASKED)
    await stage.do(Show("skills"), Command("refresh"))
    assert skills.asked == []
    await stage.do(RunSkill("summary"))
    await skills.feed("Dinner.")
    await stage.do(Command("refresh"))
    assert [name for name, _ in skills.asked] == ["summary", "summary"]


async def test_without_a_chat_or_a_model_nothing_runs(skills: FakeSkills) -> None:
    async for stage in run(Stage(skills=skills)):
        await stage.do(Show("skills"), RunSkill("summary"))
        assert skills.asked == []
    async for stage in run(Stage()):
        await stage.eyes.see(ASKED)
        await stage.do(Show("skills"), RunSkill("summary"))
        assert (stage.state.skills, stage.state.answer) == ((), None)


async def test_what_the_writer_refuses_can_be_copied(stage: Stage, skills: FakeSkills) -> None:
    await stage.eyes.see(DRAFT)
    await stage.do(Show("skills"), RunSkill("proofread"))
    await skills.feed(FIXED)
    stage.writer.error = ChatChanged("The draft has changed.", "Run it again.")
    await stage.do(Command("insert-answer"))
    await stage.do(Command("copy"))
    assert stage.writer.copied == [FIXED]
    assert stage.state.answer is not None


async def test_trouble_with_suggestions_is_none_of_the_skills(
    stage: Stage, skills: FakeSkills
) -> None:
    await stage.eyes.see(ASKED)
    await stage.clock.advance(1)
    await stage.asker.feed(ProviderUnreachable("Can't reach tiny."))
    await stage.do(Show("skills"))
    assert stage.state.notice is None


async def test_the_keys_of_cards_run_skills_and_take_their_text(
    stage: Stage, skills: FakeSkills
) -> None:
    await stage.eyes.see(ASKED)
    await stage.do(Show("skills"), ChooseNumber(2))
    assert skills.asked == []  # the second lacks a draft
    await stage.eyes.see(DRAFT)
    await stage.do(ChooseNumber(3), ChooseNumber(2))
    assert [name for name, _ in skills.asked] == ["proofread"]
    await skills.feed(FIXED)
    await stage.do(ChooseNumber(2))
    assert stage.writer.written == []
    await stage.do(ChooseNumber(1))
    assert [text for _, text in stage.writer.written] == [FIXED]


async def test_who_clicks_twice_asks_once(stage: Stage, skills: FakeSkills) -> None:
    await stage.eyes.see(ASKED)
    await stage.do(Show("skills"), RunSkill("summary"))
    await stage.do(RunSkill("summary"))
    assert [name for name, _ in skills.asked] == ["summary"]
    await stage.do(Command("refresh"))  # that is meant
    assert [name for name, _ in skills.asked] == ["summary", "summary"]


async def test_a_new_rule_for_the_chat_ends_what_is_being_answered(
    stage: Stage, skills: FakeSkills
) -> None:
    await stage.eyes.see(ASKED)
    await stage.do(Show("skills"), RunSkill("summary"))
    await skills.feed("**Dinner", whole=False)
    await stage.do(Command("send-nobody"))
    assert (stage.state.answer, skills.closed) == (None, 1)
    await stage.do(Command("send-anyone"), RunSkill("summary"))
    await skills.feed("Dinner.")
    await stage.do(Command("send-nobody"))
    assert stage.state.answer is not None  # it is here already


@pytest.mark.parametrize("name", ["pause", "pause-app", "deny-app"])
async def test_what_is_not_to_be_read_leaves_no_answer(
    stage: Stage, skills: FakeSkills, name: str
) -> None:
    await stage.eyes.see(ASKED)
    await stage.do(Show("skills"), RunSkill("summary"))
    await skills.feed("Dinner.")
    await stage.do(Command(name), Command("resume"))
    await stage.eyes.see(None)
    await stage.clock.advance(1)
    await stage.eyes.see(ASKED)
    assert stage.state.answer is None
