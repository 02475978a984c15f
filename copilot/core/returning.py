"""The way back into a chat from a window of ours that had the keyboard."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable

from copilot.core.errors import CopilotError
from copilot.core.model import ChatView, Sight
from copilot.core.ports import Clock, DraftWriter
from copilot.core.tasks import TaskSet

_log = logging.getLogger(__name__)


class Returning:
    """Gives a chat's window the keyboard and waits until it is seen again, for `limit` seconds."""

    def __init__(self, writer: DraftWriter, clock: Clock, tasks: TaskSet, limit: float) -> None:
        self._writer = writer
        self._clock = clock
        self._tasks = tasks
        self._limit = limit
        self._task: asyncio.Task[None] | None = None
        self._sight: Sight = None
        self._seen = asyncio.Event()

    @property
    def active(self) -> bool:
        """Whether the keyboard is on its way."""
        return self._task is not None

    def see(self, sight: Sight) -> None:
        """This is seen now."""
        self._sight = sight
        self._seen.set()

    def start(self, view: ChatView, then: Callable[[Sight], None]) -> None:
        """Go back to this chat; `then` hears what is seen at the end, whether it went well or not.

        Which chat the window shows then, and with which draft, is for the writer to look at.
        """
        if self._task is None:
            self._task = self._tasks.start(self._return(view, then), "return to chat")

    def cancel(self) -> None:
        """Leave the keyboard where it is, and forget what was seen."""
        self._sight = None
        if self._task is not None:
            self._task.cancel()
            self._task = None

    async def _return(self, view: ChatView, then: Callable[[Sight], None]) -> None:
        try:
            await self._writer.return_to(view)
        except CopilotError as error:
            # It may come back by itself, as it does from a window that closes.
            _log.info("going back to %s: %s", view.identity.app, error.title)
        except Exception as error:  # a defect of ours: what was typed must not be lost for it
            _log.error("going back failed with %s", type(error).__name__)
        limit = self._tasks.start(self._clock.sleep(self._limit), "return to chat")
        limit.add_done_callback(lambda _: self._seen.set())
        while not limit.done() and not _is_back(self._sight, view):
            self._seen.clear()
            await self._seen.wait()
        limit.cancel()
        self._task = None
        then(self._sight)


def _is_back(sight: Sight, view: ChatView) -> bool:
    """Whether the window has the keyboard again."""
    if not isinstance(sight, ChatView):
        return False
    now, then = sight.identity, view.identity
    return (now.app, now.window) == (then.app, then.window)
