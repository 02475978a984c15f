"""Who plays in a session: its collaborators, made once and joined with each other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from copilot.core.attention import Attention
from copilot.core.choosing import Choosing
from copilot.core.diary import Diary
from copilot.core.editing import Editing
from copilot.core.errors import CopilotError
from copilot.core.notices import Notices
from copilot.core.parts import Parts
from copilot.core.returning import Returning
from copilot.core.skill_run import SkillRun
from copilot.core.tasks import TaskSet
from copilot.core.thinking import Pace, Thinking
from copilot.core.translating import Translating
from copilot.core.troubles import Troubles
from copilot.core.typist import Typist
from copilot.core.writing import Writing


@dataclass(frozen=True, slots=True)
class Cues:
    """What the collaborators tell the session."""

    publish: Callable[[], None]
    """Something is to be shown."""
    progressed: Callable[[], None]
    """More of the answer is here."""
    wrote: Callable[[CopilotError | None], None]
    """A draft was changed by us, or was not."""
    resumed: Callable[[], None]
    """A window of ours has closed."""
    failed: Callable[[BaseException], None]
    """A background task has ended with an error."""


class Cast:
    """The collaborators of one session."""

    def __init__(self, parts: Parts, pace: Pace, cues: Cues) -> None:
        clock = parts.clock
        self.tasks = TaskSet(cues.failed)
        self.attention = Attention(pace.shortest_draft)
        self.thinking = Thinking(
            parts.instant, parts.asker, clock, pace, self.tasks, cues.progressed, parts.serials
        )
        self.troubles = Troubles()
        self.typist = Typist(clock, self.tasks, pace.typing_pause, cues.publish)
        self.notices = Notices(clock, self.tasks, pace.refusal, cues.publish)
        self.diary = Diary(parts.history, self.tasks)
        self.writing = Writing(parts.writer, self.tasks, cues.wrote)
        self.choosing = Choosing(self.thinking, self.writing, self.diary, self.notices)
        self.editing = Editing(
            Returning(parts.writer, clock, self.tasks, pace.back),
            self.thinking,
            self.choosing,
            self.notices,
            cues.resumed,
        )
        self.translating = Translating(
            parts.interpreting,
            clock,
            self.tasks,
            self.writing,
            self.diary,
            self.notices,
            cues.publish,
        )
        self.skills = SkillRun(parts.skills, self.tasks, cues.publish)
