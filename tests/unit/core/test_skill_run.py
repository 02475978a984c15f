"""A skill is run on a chat: newer wins, an answer grows, and what goes wrong is said."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass, field, replace

import pytest

from copilot.core.asking import Question
from copilot.core.errors import ChatWithheld, OverBudget, StreamBroken
from copilot.core.model import Draft
from copilot.core.skill_run import NoSkills, SkillPart, SkillRun
from copilot.core.skills import Skill, parse_skill
from copilot.core.tasks import TaskSet
from tests.fakes_desktop import settle, view

Step = str | BaseException | asyncio.Event


def made(name: str, inputs: str, output: str = "") -> Skill:
    return parse_skill(
        f"""
        name = "{name}"
        title = "{name.title()}"
        description = "d"
        inputs = [{inputs}]
        instructions = "i"
        task = "t"
        [output]
        form = "answer"
        {output}
        """,
        name,
    )


SKILLS = (
    made("explain", '"conversation"'),
    made("proofread", '"draft"', "insertable = true"),
    made("fit", '"conversation", "draft"'),
)
TALK = view(("them", "Dinner?"), draft="I wuold")


@dataclass
class FakeAsker:
    """Plays one script for each run, in turn."""

    scripts: Sequence[Sequence[Step]] = ()
    offered: Sequence[Skill] = SKILLS
    asked: list[tuple[str, Question]] = field(default_factory=list[tuple[str, Question]])
    closed: int = 0

    async def run(self, name: str, question: Question) -> AsyncGenerator[SkillPart, None]:
        script = self.scripts[len(self.asked)]
        self.asked.append((name, question))
        text = ""
        try:
            for step in script:
                if isinstance(step, asyncio.Event):
                    await step.wait()
                elif isinstance(step, BaseException):
                    raise step
                else:
                    text += step
                    yield SkillPart(text, "m", 1, "free")
        finally:
            self.closed += 1


class Bench:
    """A run with all that was shown of it."""

    def __init__(self, *scripts: Sequence[Step]) -> None:
        self.asker = FakeAsker(scripts)
        self.errors: list[BaseException] = []
        self.tasks = TaskSet(self.errors.append)
        self.texts: list[str | None] = []
        self.run = SkillRun(self.asker, self.tasks, self._changed)

    def _changed(self) -> None:
        answer = self.run.answer
        self.texts.append(None if answer is None else answer.text)


def test_what_is_offered_says_what_it_lacks() -> None:
    run = Bench().run
    names = ("explain", "proofread", "fit")
    assert [(c.name, c.title, c.description) for c in run.choices(TALK)] == [
        (name, name.title(), "d") for name in names
    ]
    assert all(choice.ready and not choice.needs for choice in run.choices(TALK))
    lacking = {c.name: c.needs for c in run.choices(view(("them", "Dinner?"), draft="  "))}
    assert lacking == {"explain": "", "proofread": "draft", "fit": "draft"}
    lacking = {c.name: c.needs for c in run.choices(view(draft="I"))}
    assert lacking == {"explain": "conversation", "proofread": "", "fit": "conversation"}
    assert not any(choice.ready for choice in run.choices(view()) if choice.needs)


async def test_an_answer_is_shown_as_it_grows() -> None:
    bench = Bench(["Dinner ", "means **food**."])
    bench.run.run("explain", TALK)
    started = bench.run.answer
    assert started is not None
    assert (started.streaming, started.text, started.title) == (True, "", "Explain")
    await settle()
    answer = bench.run.answer
    assert answer is not None
    assert answer.text == "Dinner means **food**."
    assert not answer.streaming
    assert (answer.model, answer.masked, answer.cost, answer.trouble) == ("m", 1, "free", "")
    assert bench.texts == ["", "Dinner ", answer.text, answer.text]
    [(name, question)] = bench.asker.asked
    assert (name, question.section, question.chat) == ("explain", "skills", TALK.identity)
    assert question.draft == Draft("I wuold", 0)
    assert bench.run.insertable == ""


async def test_only_a_whole_text_can_be_inserted() -> None:
    more = asyncio.Event()
    bench = Bench(["I wo", more, "uld"], ["I wo", StreamBroken("Broke.", "Again.")])
    bench.run.run("proofread", TALK)
    await settle()
    assert bench.run.answer is not None
    assert (bench.run.answer.text, bench.run.insertable) == ("I wo", "")
    more.set()
    await settle()
    assert bench.run.insertable == "I would"
    assert bench.run.view == TALK
    bench.run.run("proofread", TALK)
    await settle()
    assert bench.run.answer.text == "I wo"
    assert bench.run.insertable == ""


@pytest.mark.parametrize(
    "error",
    [
        StreamBroken("The answer broke off.", "Ask again."),
        OverBudget("The budget is used up.", "Raise it."),
        ChatWithheld("Nothing was sent.", ""),
    ],
)
async def test_trouble_is_told_and_what_came_before_stays(error: OverBudget) -> None:
    bench = Bench(["So far", error], ["Now whole"])
    bench.run.run("explain", TALK)
    await settle()
    answer = bench.run.answer
    assert answer is not None
    assert (answer.text, answer.streaming) == ("So far", False)
    assert answer.trouble.split("\n") == [text for text in (error.title, error.hint) if text]
    bench.run.run("explain", TALK)
    await settle()
    assert bench.run.answer is not None
    assert (bench.run.answer.text, bench.run.answer.trouble) == ("Now whole", "")
    assert bench.errors == []


async def test_a_defect_lets_nobody_wait() -> None:
    bench = Bench([ValueError("chat text")])
    bench.run.run("explain", TALK)
    await settle()
    assert bench.run.answer is not None
    assert not bench.run.answer.streaming
    assert bench.run.answer.trouble == "The answer broke off.\nRun it again."
    assert [type(error) for error in bench.errors] == [ValueError]


async def test_newer_wins() -> None:
    never = asyncio.Event()
    bench = Bench(["old", never, "old still"], ["new"])
    bench.run.run("explain", TALK)
    await settle()
    bench.run.run("fit", TALK)
    await settle()
    assert bench.asker.closed == 2
    answer = bench.run.answer
    assert answer is not None
    assert (answer.name, answer.text) == ("fit", "new")
    assert "old still" not in bench.texts


@pytest.mark.parametrize("name", ["nothing", "proofread"])
async def test_what_is_not_ready_is_not_run(name: str) -> None:
    bench = Bench(["text"])
    bench.run.run(name, replace(TALK, draft=Draft()))
    await settle()
    assert bench.run.answer is None
    assert bench.asker.asked == []


async def test_closing_ends_what_runs() -> None:
    never = asyncio.Event()
    bench = Bench(["old", never])
    bench.run.run("explain", TALK)
    await settle()
    bench.run.close()
    await settle()
    assert bench.asker.closed == 1
    assert (bench.run.answer, bench.run.view) == (None, None)
    assert bench.texts == ["", "old", None]
    bench.run.close()
    assert len(bench.texts) == 3


async def test_leaving_says_nothing() -> None:
    bench = Bench(["old", asyncio.Event()])
    bench.run.run("explain", TALK)
    await settle()
    bench.run.leave()
    await settle()
    assert bench.asker.closed == 1
    assert bench.run.answer is None
    assert bench.texts == ["", "old"]


async def test_without_a_model_nothing_is_offered() -> None:
    run = SkillRun(NoSkills(), TaskSet(), lambda: None)
    assert run.choices(TALK) == ()
    run.run("explain", TALK)
    assert run.answer is None


async def test_one_that_ends_late_says_nothing_in_the_answer_of_another() -> None:
    class Late(FakeAsker):
        async def run(self, name: str, question: Question) -> AsyncGenerator[SkillPart, None]:
            if name == "explain":
                try:
                    await asyncio.Event().wait()
                except asyncio.CancelledError:
                    yield SkillPart("of the first")
                    raise StreamBroken("The connection broke.") from None
            async for part in super().run(name, question):
                yield part

    tasks = TaskSet()
    run = SkillRun(Late([["I", asyncio.Event()]]), tasks, lambda: None)
    run.run("explain", TALK)
    await settle()
    run.run("proofread", TALK)
    await settle()
    assert run.answer is not None
    assert (run.answer.text, run.answer.streaming, run.answer.trouble) == ("I", True, "")
    await tasks.close()
