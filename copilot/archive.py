"""The history as its window sees it, on a thread of its own; implements `core.archiving`."""

from __future__ import annotations

import asyncio
import contextlib
import os
import threading
import time
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from copilot.core.archiving import (
    Form,
    Keep,
    KeptChat,
    KeptMessage,
    KeptSuggestion,
    KeptTranslation,
    Standing,
    Usage,
    Wanted,
)
from copilot.core.contacts import Contact, Wishes
from copilot.core.cost import Exchange
from copilot.core.errors import CopilotError, HistoryLocked, InputError, SecretsError
from copilot.core.inspection import Sent
from copilot.core.model import ChatIdentity
from copilot.store.history import browsing, contact_book, forgetting, searching, transfer
from copilot.store.history.browsing import SuggestionQuery
from copilot.store.history.database import HistoryDatabase
from copilot.store.history.searching import Query
from copilot.store.keys import in_thread
from copilot.used import used

T = TypeVar("T")

_TELL = 0.05
"""Seconds between two words on how far an export is."""
_STEPS = 20_000
"""After so many steps of SQLite's machine, far below a millisecond each time, it is asked whether
anybody still waits."""

Open = Callable[[bool], HistoryDatabase]
"""Opens the history; quietly (True) nothing asks for a password. Blocks. Raises CopilotError."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Where it all lies. `wanted` is whether chats are kept; `erase` forgets all, file and key."""

    file: Path
    open: Open
    usage_file: Path
    exchange: Callable[[], Exchange]
    wanted: Callable[[], bool]
    erase: Callable[[], Awaitable[None]]


@dataclass(eq=False, slots=True)
class _Call:
    """Work on the archive's thread, and whether anybody still waits for it."""

    work: Callable[[HistoryDatabase], Any]
    abandoned: bool = False


class Archive:
    """Reads over a connection of its own: it waits for no writer, and none waits for it.

    A call that is cancelled is interrupted in the middle of its statement.
    """

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="archive")
        self._database: HistoryDatabase | None = None  # used on that thread alone

    async def close(self) -> None:
        """Close the connection and end the thread."""
        await self.rest()
        self._thread.shutdown(wait=False)

    async def rest(self) -> None:
        """Close the connection; the next call opens another."""
        loop = asyncio.get_running_loop()
        await loop.run_in_executor(self._thread, self._drop)

    async def open(self, *, ask: bool = False) -> Standing:
        """How it stands."""
        kept = self._sources.wanted()
        if not self._sources.file.exists():
            return Standing("empty" if kept else "off", kept)
        loop = asyncio.get_running_loop()
        try:
            await loop.run_in_executor(self._thread, partial(self._ready, quietly=not ask))
            something = await self._do(browsing.anything)
        except (HistoryLocked, SecretsError) as error:
            kind = "locked" if error.retryable else "sealed"
            return Standing(kind, kept, error.title, error.hint)
        except CopilotError as error:
            return Standing("broken", kept, error.title, error.hint)
        return Standing("ready" if something else "empty" if kept else "off", kept)

    # Looking

    async def chats(self) -> Sequence[KeptChat]:
        """All chats, the one that was active last first."""
        return await self._do(browsing.chats)

    async def messages(
        self, wanted: Wanted, before: int = 0, limit: int = 50
    ) -> Sequence[KeptMessage]:
        """Messages that match."""
        query = _query(wanted, before)
        found = await self._do(lambda history: searching.search(history, query, limit))
        return [
            KeptMessage(m.id, m.app, m.contact, m.sender, m.text, m.shown_at, m.seen) for m in found
        ]

    async def around(self, message: int, count: int = 4) -> Sequence[KeptMessage]:
        """The message in its chat."""
        return await self._do(lambda history: browsing.around(history, message, count))

    async def suggestions(
        self, wanted: Wanted, before: int = 0, limit: int = 50
    ) -> Sequence[KeptSuggestion]:
        """Suggestions that match."""
        query = SuggestionQuery(
            *(wanted.text, wanted.outcome, wanted.chat, wanted.app, wanted.since, wanted.until),
            before=before,
        )
        return await self._do(lambda history: browsing.suggestions(history, query, limit))

    async def translations(
        self, wanted: Wanted, before: int = 0, limit: int = 50
    ) -> Sequence[KeptTranslation]:
        """Translations that match."""
        query = _query(wanted, before)
        found = await self._do(lambda history: searching.search_translations(history, query, limit))
        return [
            KeptTranslation(
                *(t.id, t.app, t.contact, t.text, t.result, t.source, t.target, t.model, t.made)
            )
            for t in found
        ]

    async def requests(self, wanted: Wanted, before: int = 0, limit: int = 50) -> Sequence[Sent]:
        """Requests that match."""
        query = _query(wanted, before)
        return await self._do(lambda history: searching.search_requests(history, query, limit))

    async def usage(self, days: int) -> Usage:
        """The last days, today included."""
        usage = await used(self._sources.usage_file, self._sources.exchange(), days)
        begin = time.mktime(usage.first.timetuple())
        offers = (
            await self._do(lambda history: browsing.outcomes(history, begin))
            if self._sources.file.exists()
            else ()
        )
        return replace(usage, offers=offers)

    # Contacts

    async def contact(self, chat: KeptChat) -> Contact:
        """What is known of the contact of a chat."""
        return await self._do(lambda history: contact_book.of(history, _identity(chat)))

    async def wish(self, chat: KeptChat, wishes: Wishes) -> None:
        """Keep what the person wants with a contact."""
        kept = await self._do(lambda history: contact_book.wish(history, _identity(chat), wishes))
        if not kept:
            raise InputError(
                "Nothing is kept of this chat.", "Choose what it keeps, then write this again."
            )

    async def forget_contact(self, chat: KeptChat) -> None:
        """Forget what was measured of a contact, and what was wished."""
        await self._change(lambda history: forgetting.forget_contact(history, chat.id))

    # Keeping and forgetting

    async def keep(self, chat: KeptChat, what: Keep) -> None:
        """Keep so much of this chat from now on."""
        await self._change(lambda history: forgetting.keep(history, chat.id, what))

    async def forget_messages(self, ids: Sequence[int]) -> None:
        """Forget these."""
        await self._change(lambda history: forgetting.forget_messages(history, tuple(ids)))

    async def forget_chat(self, chat: KeptChat) -> None:
        """Forget all of a chat."""
        await self._change(lambda history: forgetting.forget_chats(history, (chat.id,)))

    async def forget_period(self, since: float, until: float) -> None:
        """Forget what was said and done in this time."""
        await self._change(lambda history: forgetting.forget_period(history, since, until))

    async def forget_everything(self) -> None:
        """Forget all, its key included."""
        await self.rest()
        await self._sources.erase()

    # Taking it along

    async def export(
        self, file: str, form: Form, chat: KeptChat | None, progress: Callable[[float], None]
    ) -> None:
        """Write a chat, or all, into a file."""
        loop = asyncio.get_running_loop()
        stop = threading.Event()

        def tell(share: float) -> None:
            with contextlib.suppress(RuntimeError):  # the loop has ended
                loop.call_soon_threadsafe(_unless(stop, progress), share)

        try:
            await in_thread(lambda: self._export(Path(file), form, chat, stop, tell))
        finally:
            stop.set()

    def _export(
        self,
        file: Path,
        form: Form,
        chat: KeptChat | None,
        stop: threading.Event,
        tell: Callable[[float], None],
    ) -> None:
        history = self._sources.open(True)
        part = file.with_name(f"{file.name}.part")
        try:
            known = searching.chats(history)
            chats = [one for one in known if chat is None or one.id == chat.id]
            total = sum(one.messages for one in chats)
            # Asked for one chat at a time, so that no more than one is in memory.
            lines: Iterable[str] = (
                transfer.as_markdown(history, chats)
                if form == "markdown"
                else transfer.as_json_lines(history, chats, chatless=chat is None)
            )
            begin = '{"message"' if form == "json-lines" else "**"
            with contextlib.suppress(FileNotFoundError):
                part.unlink()
            # Whoever else uses this machine must not read it.
            handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as out:
                for line in _counting(lines, begin, total, stop, tell):
                    print(line, file=out)
            if not stop.is_set():
                part.replace(file)
        except OSError as error:
            raise InputError(
                f"{file.name} can't be written ({error.strerror or type(error).__name__}).",
                "Choose another folder.",
            ) from None
        finally:
            history.close()
            part.unlink(missing_ok=True)

    # The thread

    async def _do(self, work: Callable[[HistoryDatabase], T]) -> T:
        call = _Call(work)
        loop = asyncio.get_running_loop()
        future = loop.run_in_executor(self._thread, self._work_off, call)
        try:
            return await asyncio.shield(future)
        except asyncio.CancelledError:
            call.abandoned = True
            raise

    async def _change(self, work: Callable[[HistoryDatabase], object]) -> None:
        """What must not stop half-way: forgetting goes on when its window is closed."""
        loop = asyncio.get_running_loop()
        await asyncio.shield(loop.run_in_executor(self._thread, self._work_off, _Call(work)))

    def _work_off(self, call: _Call) -> Any:
        if call.abandoned:
            return None
        history = self._ready()
        # An interrupt would be lost where it comes just before a statement begins.
        history.connection.set_progress_handler(lambda: call.abandoned, _STEPS)
        try:
            return call.work(history)
        except CopilotError:
            if call.abandoned:
                return None  # it was interrupted
            self._drop()
            raise
        finally:
            if self._database is history:  # else it is closed
                history.connection.set_progress_handler(None, 0)

    def _ready(self, *, quietly: bool = True) -> HistoryDatabase:
        if self._database is None:
            self._database = self._sources.open(quietly)
        return self._database

    def _drop(self) -> None:
        database, self._database = self._database, None
        if database is not None:
            with contextlib.suppress(CopilotError):
                database.close()


def _query(wanted: Wanted, before: int) -> Query:
    return Query(
        wanted.text,
        app=wanted.app,
        since=wanted.since,
        until=wanted.until,
        chat=wanted.chat,
        who=wanted.who,
        before=before,
    )


def _identity(chat: KeptChat) -> ChatIdentity:
    return ChatIdentity(chat.app, "", chat.contact)


def _unless(stop: threading.Event, progress: Callable[[float], None]) -> Callable[[float], None]:
    return lambda share: None if stop.is_set() else progress(share)


def _counting(
    lines: Iterable[str],
    begin: str,
    total: int,
    stop: threading.Event,
    tell: Callable[[float], None],
) -> Iterator[str]:
    """The lines, until somebody wants to stop; tells now and then how many messages went by."""
    done, told = 0, time.monotonic()
    for line in lines:
        if stop.is_set():
            return
        yield line
        done += line.startswith(begin)
        if total and (now := time.monotonic()) - told > _TELL:
            told = now
            tell(min(1.0, done / total))
