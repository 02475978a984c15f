"""Writing into drafts on behalf of a session: one text at a time, and one step back."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import replace

from copilot.core.errors import CopilotError, WriteFailed
from copilot.core.model import ChatView, Draft, Written
from copilot.core.ports import DraftWriter
from copilot.core.tasks import TaskSet


class Writing:
    """Knows what was written last and whether a draft still is that.

    `ended` hears when something was written or taken back, or why it was not. While `busy`, looks
    at drafts are in between two states.
    """

    def __init__(
        self, writer: DraftWriter, tasks: TaskSet, ended: Callable[[CopilotError | None], None]
    ) -> None:
        self._writer = writer
        self._tasks = tasks
        self._ended = ended
        self._stale: tuple[ChatView, Draft] | None = None
        self._inserting = False
        self._undo_next: Callable[[ChatView], None] | None = None
        self._task: asyncio.Task[None] | None = None
        self.busy = False
        self.written: Written | None = None
        self.refused = ""
        """A text that could not be written, to be copied."""
        self.own = False
        """Whether the person wrote or edited it: then nobody but us has it."""

    def insert(
        self,
        view: ChatView,
        text: str,
        done: Callable[[Written], None] = lambda written: None,
        *,
        own: bool = False,
    ) -> None:
        """Replace the draft of `view`; `done` hears of it if it went well."""
        self._inserting = True
        self._start(self._insert(view, text, done))
        self.own = own

    def undo(self, done: Callable[[ChatView], None] = lambda view: None) -> None:
        """Put the draft back as it was before the last insertion; `done` as for `insert`.

        While that is still under way it is undone as soon as it has ended: who presses the keys
        quickly means it.
        """
        if self.busy:
            self._undo_next = done if self._inserting else None
        elif self.written is not None:
            self._start(self._undo(self.written, done))

    def copy(self, text: str, done: Callable[[], None] = lambda: None) -> None:
        """Put a text on the clipboard; `done` hears of it if it went well."""
        if text:
            self._tasks.start(self._copy(text, done), "copy")

    async def _copy(self, text: str, done: Callable[[], None]) -> None:
        await self._writer.copy(text)
        done()

    def holds(self, view: ChatView) -> bool:
        """Whether this draft is what was written last."""
        return (
            self.written is not None
            and self.written.view.identity == view.identity
            and self.written.after.text == view.draft.text
        )

    def corrected(self, view: ChatView) -> ChatView:
        """A look from before our writing may arrive after it: it is corrected until one is new."""
        if self._stale is not None:
            old, new = self._stale
            if (view.identity, view.conversation, view.draft.text) == (
                old.identity,
                old.conversation,
                old.draft.text,
            ):
                return replace(view, draft=new)
            self._stale = None
        return view

    def forget(self) -> None:
        """What was written can't be taken back any more."""
        self.written = None

    def start_afresh(self) -> None:
        """Forget all of it, but what is being written: it may still be refused."""
        self.written = self._stale = None
        if not self.busy:
            self.refused = ""

    async def finish(self, seconds: float) -> None:
        """Let what is under way end by itself, for so long at most: a draft must not be left half
        written."""
        if self._task is not None:
            await asyncio.wait({self._task}, timeout=seconds)

    def _start(self, work: Coroutine[None, None, Written | None]) -> None:
        self.busy, self.refused, self.own = True, "", False
        self._task = self._tasks.start(self._guard(work), "write")

    async def _guard(self, work: Coroutine[None, None, Written | None]) -> None:
        error: CopilotError | None = None
        defect: Exception | None = None
        try:
            self.written = await work
        except CopilotError as failure:
            error = failure
        except Exception as failure:  # a defect of ours: what was typed must not be lost for it
            error, defect = _failed(), failure
        finally:
            self._task = None
            self.busy = self._inserting = False
        undo, self._undo_next = self._undo_next, None
        self._ended(error)
        if defect is not None:
            raise defect
        if undo is not None and error is None:
            self.undo(undo)

    async def _insert(self, view: ChatView, text: str, done: Callable[[Written], None]) -> Written:
        self.refused = text
        written = await self._writer.write(view, text)
        self.refused = ""
        self._stale = (view, written.after)
        done(written)
        return written

    async def _undo(self, written: Written, done: Callable[[ChatView], None]) -> None:
        await self._writer.undo(written)
        self._stale = (replace(written.view, draft=written.after), written.before)
        done(written.view)


def _failed() -> WriteFailed:
    return WriteFailed("This application did not take the text.", "Copy it and paste it yourself.")
