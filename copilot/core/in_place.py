"""Translating the draft in its place: once it is in the other's language, again it is back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from copilot.core.errors import CopilotError
from copilot.core.interpreting import NoInterpreter
from copilot.core.model import ChatView, Notice, Written
from copilot.core.ports import Clock
from copilot.core.tasks import TaskSet
from copilot.core.writing import Writing

if TYPE_CHECKING:
    from copilot.core.interpreter import Interpreter

_SETTLE = 0.2
"""Seconds without a change after which a composition has ended."""
_COMPOSING = Notice(
    "The input method holds unfinished text.",
    "Finish or cancel it: the draft is translated then.",
    calm=True,
)


class InPlace:
    """Writes the translation of a draft into it, and takes it back.

    The lock is the chat and the draft that it was asked for: if either has changed meanwhile,
    nothing is written. `say` hears what the person should know, `wrote` what was replaced.
    """

    def __init__(
        self,
        interpreter: Interpreter | NoInterpreter,
        writing: Writing,
        clock: Clock,
        tasks: TaskSet,
        say: Callable[[Notice | None], None],
        wrote: Callable[[ChatView, str], None],
    ) -> None:
        self._interpreter = interpreter
        self._writing = writing
        self._clock = clock
        self._tasks = tasks
        self._say = say
        self._wrote = wrote
        self._work: asyncio.Task[None] | None = None
        self._written: Written | None = None
        self._waiting = False

    def holds(self, view: ChatView) -> bool:
        """Whether this draft is a translation that was put there."""
        return self._writing.holds(view) and self._writing.written is self._written

    def press(self, view: ChatView) -> None:
        """Translate the draft; while an input method is at it, as soon as it has finished.

        While it is being translated, give that up.
        """
        if self._writing.busy:
            return
        if self._work is not None:
            self.leave()
            return
        if view.composing:
            self._waiting = True
            self._say(_COMPOSING)
            return
        self._say(None)
        self._work = self._tasks.start(self._translate(view), "translate in place")

    def look(self, view: ChatView) -> None:
        """This is seen now of the same chat: what was waited for may have ended."""
        if self._waiting:
            self._stop()
            if not view.composing:
                self._work = self._tasks.start(self._settle(view), "translate in place")

    async def _settle(self, view: ChatView) -> None:
        # What was composed comes into the draft before or after the end is told.
        await self._clock.sleep(_SETTLE)
        self._waiting, self._work = False, None
        self.press(view)

    def _stop(self) -> None:
        if self._work is not None:
            self._work.cancel()
            self._work = None

    def leave(self) -> None:
        """The chat has gone out of sight."""
        self._waiting = False
        self._stop()

    async def _translate(self, view: ChatView) -> None:
        try:
            text = await self._interpreter.render(view)
        except CopilotError as error:
            self._work = None
            self._say(Notice(error.title, error.hint, "", error.retryable))
        else:
            self._work = None
            self._writing.insert(view, text, lambda written: self._done(view, written))

    def _done(self, view: ChatView, written: Written) -> None:
        self._written = written
        self._wrote(view, written.after.text)
