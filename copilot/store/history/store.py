"""The history as the application writes it: on a thread of its own, and never in its way."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from copilot.core.errors import CopilotError
from copilot.core.inspection import Sent
from copilot.core.model import ChatIdentity, ChatView, Message, Suggestion
from copilot.store.history.database import HistoryDatabase
from copilot.store.history.forgetting import forget_old
from copilot.store.history.sights import Sights
from copilot.store.logs import describe

_log = logging.getLogger(__name__)

_MOST_WAITING = 200
"""So many writes wait in memory while the database can't be opened or written."""
_DAY = 86_400.0

_PATIENCE = 0.25
"""Seconds: nobody who types waits longer for what is only helpful."""

Work = Callable[[HistoryDatabase], object]
T = TypeVar("T")


class HistoryStore:
    """Implements the port History. Nothing here raises or blocks the loop.

    It is opened by the first write. While that fails the writes wait, and the next one tries
    again; `on_trouble` hears, in the caller's loop, of each new kind of trouble once. What was
    forgotten, here or by another process, is not kept anew while it is still in sight.
    """

    def __init__(
        self,
        opened: Callable[[], HistoryDatabase],
        *,
        days: int = 0,
        on_trouble: Callable[[CopilotError], None] = lambda error: None,
        sights: Sights | None = None,
        on_forgotten: Callable[[], None] = lambda: None,
    ) -> None:
        """`days` is how long chats are kept that have no limit of their own, 0 for ever.

        `sights` outlive the store. `on_forgotten` hears, in the caller's loop, that somebody else
        has forgotten something.
        """
        self._open = opened
        self._days = days
        self._on_trouble = on_trouble
        self._on_forgotten = on_forgotten
        self._told = ""
        self._slow = False
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="history")
        # From here on: used on that thread alone.
        self._database: HistoryDatabase | None = None
        self._waiting: deque[Work] = deque(maxlen=_MOST_WAITING)
        self._tidied = 0.0
        self._sights = sights or Sights()
        self._forgettings: int | None = None
        self._forgotten = False

    async def saw(self, view: ChatView, new: Sequence[Message]) -> None:
        """Keep what of the conversation is not kept yet; `new` is what this session finds new."""
        await self.write(lambda history: history.saw(view, self._sights))

    async def offered(self, view: ChatView, suggestions: Sequence[Suggestion]) -> None:
        """Keep the suggestions that were shown."""
        await self.write_of(view.identity, lambda history: history.offered(view, suggestions))

    async def took(self, view: ChatView, suggestion: Suggestion, written: str = "") -> None:
        """Keep which suggestion, or what was `written` from it, was put into the draft."""
        await self.write(lambda history: history.took(view, suggestion, written))

    async def retry(self) -> bool:
        """Write what waits, now that something has changed; whether that went well."""
        await self.write(lambda history: None)
        return not self._told

    async def replaced(self, view: ChatView, text: str) -> None:
        """Keep the draft that a translation replaced."""
        await self.write(lambda history: history.replaced(view, text))

    async def undid(self, view: ChatView) -> None:
        """Keep that what was put into the draft last was taken out again."""
        await self.write(lambda history: history.undid(view))

    async def dismissed(self, view: ChatView) -> None:
        """Keep that what was offered last was not wanted."""
        await self.write(lambda history: history.dismissed(view))

    async def asked(self, sent: Sent) -> None:
        """Keep what a model was asked, masked as it left, and what it cost."""

        def keep(history: HistoryDatabase) -> None:
            history.asked(sent, texts=not self._sights.shows_forgotten(sent.chat))

        await self.write(keep)

    async def close(self) -> None:
        """Write what waits, once more, and close."""
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._thread, self._finish)
        self._thread.shutdown(wait=False)

    async def look_again(self) -> None:
        """Somebody has forgotten something, and whoever asks knows that already."""
        await self.write(lambda history: None, quietly=True)

    async def write_of(self, chat: ChatIdentity | None, work: Work) -> None:
        """As `write`, for what may repeat what stands in a chat: not while that is forgotten."""

        def unless_forgotten(history: HistoryDatabase) -> None:
            if not self._sights.shows_forgotten(chat):
                work(history)

        await self.write(unless_forgotten)

    async def write(self, work: Work, *, quietly: bool = False) -> None:
        """Have it done on the history's thread, later if the history can't be written now."""
        loop = asyncio.get_running_loop()
        # Shielded: what happened is kept even if the task that tells of it is cancelled.
        trouble = await asyncio.shield(loop.run_in_executor(self._thread, self._work_off, work))
        if trouble is None:
            self._told = ""
        elif trouble.title != self._told:
            self._told = trouble.title
            self._on_trouble(trouble)
        if self._forgotten:
            self._forgotten = False
            if not quietly:
                self._on_forgotten()

    async def read(self, work: Callable[[HistoryDatabase], T], default: T) -> T:
        """What `work` finds; `default` where the history does not open or does not answer soon."""
        if self._told or self._slow:
            return default  # writes try again
        loop = asyncio.get_running_loop()
        future = loop.run_in_executor(self._thread, self._look_up, work, default)
        try:
            return await asyncio.wait_for(asyncio.shield(future), _PATIENCE)
        except TimeoutError:
            self._slow = True  # nobody else waits until it has answered
            future.add_done_callback(self._answered)
            return default

    def _answered(self, future: asyncio.Future[T]) -> None:
        self._slow = False

    def _look_up(self, work: Callable[[HistoryDatabase], T], default: T) -> T:
        try:
            return work(self._ready())
        except CopilotError as error:
            _log.warning("the history can't be read: %s", error)
            self._drop()
        except Exception as error:
            _log.error("the history could not be read: %s", describe(error))
        return default

    def _work_off(self, work: Work) -> CopilotError | None:
        self._waiting.append(work)
        try:
            history = self._ready()
            while self._waiting:
                self._do(history, self._waiting[0])
                self._waiting.popleft()
        except CopilotError as error:
            _log.warning("the history can't be written: %s", error)
            self._drop()
            return error
        return None

    def _do(self, history: HistoryDatabase, work: Work) -> None:
        try:
            work(history)
        except CopilotError:
            raise
        except Exception as error:
            # A bug of ours: it must not keep the others waiting.
            _log.error("a row of the history is lost: %s", describe(error))

    def _ready(self) -> HistoryDatabase:
        if self._database is None:
            self._database = self._open()
        self._notice_forgotten(self._database)
        if time.time() - self._tidied > _DAY:
            if forget_old(self._database, self._days):
                self._forgettings = self._database.forgettings
                self._sights.forget()
            self._tidied = time.time()
        return self._database

    def _notice_forgotten(self, history: HistoryDatabase) -> None:
        before, self._forgettings = self._forgettings, history.forgettings
        if before not in (None, self._forgettings):
            self._sights.forget()
            self._forgotten = True
            while len(self._waiting) > 1:  # the last one is what is to be done now
                self._waiting.popleft()

    def _drop(self) -> None:
        database, self._database = self._database, None
        if database is not None:
            try:
                database.close()
            except CopilotError as error:
                _log.warning("the history can't be closed: %s", error)

    def _finish(self) -> None:
        if self._waiting:
            self._work_off(lambda history: None)
        self._drop()
