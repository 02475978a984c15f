"""What a session works with: the parts that the composition root gives it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass, field
from itertools import count

from copilot.core.asking import InstantReplies
from copilot.core.chat_rules import ChatRules
from copilot.core.interpreting import InterpreterParts
from copilot.core.ports import Clock, DraftWriter, Eyes, History
from copilot.core.skill_run import NoSkills, SkillAsker
from copilot.core.thinking import Asker


async def _keep_reading(app: str) -> None:
    """Where nothing can be denied."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a session works with. Without a model `asker` is None, without one for translation
    `interpreting`.

    `deny` has an application, by the name in ChatIdentity, never read again, `rest_app` not until
    the person resumes or the next start. `serials` number the questions: sessions that follow each
    other share them, so that no card has the key of one that somebody still sees or edits.
    """

    eyes: Eyes
    writer: DraftWriter
    instant: InstantReplies
    asker: Asker | None
    history: History
    clock: Clock
    rules: ChatRules = field(default_factory=ChatRules)
    deny: Callable[[str], Coroutine[None, None, None]] = _keep_reading
    interpreting: InterpreterParts | None = None
    rest_app: Callable[[str], Coroutine[None, None, None]] = _keep_reading
    skills: SkillAsker = field(default_factory=NoSkills)
    serials: Iterator[int] = field(default_factory=count)
