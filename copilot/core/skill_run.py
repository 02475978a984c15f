"""A skill that the person runs on a chat: one at a time, its answer as it arrives."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from copilot.core.asking import Question
from copilot.core.errors import CopilotError, ModelMissing, StreamBroken
from copilot.core.model import ChatView, SkillAnswer, SkillChoice
from copilot.core.tasks import TaskSet

if TYPE_CHECKING:
    # Whoever has no model need not load what reads skills.
    from copilot.core.skills import Skill


@dataclass(frozen=True, slots=True)
class SkillPart:
    """An answer as far as it has arrived; `model`, `masked` and `cost` are as in SkillAnswer."""

    text: str = ""
    model: str = ""
    masked: int = 0
    cost: str = ""


class SkillAsker(Protocol):
    """Answers with skills."""

    @property
    def offered(self) -> Sequence[Skill]:
        """The skills that can be run, in the order in which people see them."""
        ...

    def run(self, name: str, question: Question) -> AsyncGenerator[SkillPart, None]:
        """The answer as it grows; it is whole when the generator ends. Wrap it in `aclosing`.

        Raises InputError, ModelMissing, ChatWithheld, and ModelError of the model, also after a
        part: then that is all there is of the answer.
        """
        ...


class NoSkills:
    """Stands in where no model is set up: nothing is offered."""

    offered: Sequence[Skill] = ()

    async def run(self, name: str, question: Question) -> AsyncGenerator[SkillPart, None]:
        """Raises ModelMissing."""
        raise ModelMissing(
            "No model is set up for skills.",
            'Name one under [jobs] in settings.toml: skills = "deepseek", for example.',
        )
        yield SkillPart()


class SkillRun:
    """The skill that runs, or has run last, on one chat; newer wins.

    `changed` is called after every change of `answer`. All methods belong to one event loop.
    """

    def __init__(self, asker: SkillAsker, tasks: TaskSet, changed: Callable[[], None]) -> None:
        self._asker = asker
        self._tasks = tasks
        self._changed = changed
        self._task: asyncio.Task[None] | None = None
        self._left: tuple[SkillAnswer, ChatView] | None = None
        self.answer: SkillAnswer | None = None
        self.view: ChatView | None = None
        """What the answer is about: a text for the draft is for this one."""

    def choices(self, view: ChatView) -> tuple[SkillChoice, ...]:
        """The skills, each ready or with what it lacks."""
        return tuple(
            SkillChoice(skill.name, skill.title, skill.description, lacks, not lacks)
            for skill in self._asker.offered
            for lacks in (_lacks(skill.inputs, view),)
        )

    @property
    def insertable(self) -> str:
        """The text that can be put into the draft, "" if there is none: only a whole one can."""
        answer = self.answer
        if answer is None or not answer.insertable or answer.streaming or answer.trouble:
            return ""
        return answer.text

    def run(self, name: str, view: ChatView) -> None:
        """Run a skill on what `view` shows. One that is not ready, or unknown, is left alone."""
        ready = next((one for one in self.choices(view) if one.name == name and one.ready), None)
        if ready is None:
            return
        self._stop()
        self.view = view
        skill = next(one for one in self._asker.offered if one.name == name)
        self.answer = SkillAnswer(name, skill.title, streaming=True, insertable=skill.insertable)
        # Neither caret nor times change what is asked.
        draft = replace(view.draft, caret=0)
        question = Question(view.identity, view.conversation.timeless, draft, "skills")
        self._task = self._tasks.start(self._run(name, question), "skill")
        self._changed()

    def runs(self, name: str) -> bool:
        """Whether this skill is being run now."""
        return self.answer is not None and self.answer.streaming and self.answer.name == name

    def give_up(self) -> None:
        """What is on its way ends, and `changed` is not called; a whole answer stays."""
        if self.answer is not None and self.answer.streaming:
            self.leave()

    def close(self) -> None:
        """Back to the list; what is on its way ends."""
        if self.answer is not None:
            self.forget()
            self._changed()

    def leave(self) -> None:
        """The chat has gone out of sight: what is on its way ends, and `changed` is not called."""
        if self.answer is not None and self.view is not None and not self.answer.streaming:
            self._left = self.answer, self.view
        self._stop()
        self.answer = self.view = None

    def come(self, view: ChatView) -> None:
        """The chat is in sight again: the whole answer that was left there last is back."""
        if self.answer is None and self._left is not None:
            answer, left = self._left
            if left.identity == view.identity:
                self.answer, self.view, self._left = answer, left, None

    def forget(self) -> None:
        """Keep nothing; `changed` is not called."""
        self.leave()
        self._left = None

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    async def _run(self, name: str, question: Question) -> None:
        trouble = ""
        try:
            async with aclosing(self._asker.run(name, question)) as parts:
                async for part in parts:
                    self._put(part)
        except CopilotError as error:
            trouble = _told(error)
        except Exception:
            # A defect of ours: nobody may wait for the rest.
            self._end(_told(StreamBroken("The answer broke off.", "Run it again.")))
            raise
        self._end(trouble)

    def _is_latest(self) -> bool:
        """Whether the task that runs now is the latest: one that ends late has nothing to say."""
        return self._task is asyncio.current_task()

    def _put(self, part: SkillPart) -> None:
        if self.answer is not None and self._is_latest():
            self.answer = replace(
                self.answer,
                text=part.text,
                model=part.model,
                masked=part.masked,
                cost=part.cost,
            )
            self._changed()

    def _end(self, trouble: str) -> None:
        if self.answer is not None and self._is_latest():
            self.answer = replace(self.answer, streaming=False, trouble=trouble)
            self._changed()


def _lacks(inputs: frozenset[str], view: ChatView) -> str:
    """What the skill reads and the view has not: "draft", "conversation" or ""."""
    if "conversation" in inputs and not view.conversation.messages:
        return "conversation"
    return "draft" if "draft" in inputs and not view.draft.text.strip() else ""


def _told(error: CopilotError) -> str:
    """Title and hint, each in a line."""
    return f"{error.title}\n{error.hint}".strip()
