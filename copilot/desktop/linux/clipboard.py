"""The clipboard: lent for one paste and given back as it was, in all its formats."""

from __future__ import annotations

import asyncio
import contextlib
import struct
from types import TracebackType
from typing import Self

from copilot.core.errors import DesktopError
from copilot.desktop.linux.selection import (
    Content,
    ReadLimits,
    SelectionUnreadable,
    read_selection,
    read_target,
)
from copilot.desktop.linux.selection_server import Offer, SelectionServer
from copilot.desktop.linux.x11 import XConnection
from copilot.desktop.linux.xvalues import Property, SelectionAnswer

# Clipboard managers that follow KDE's convention keep nothing that carries this mark:
# https://api.kde.org/kguiaddons/html/classKSystemClipboard.html
_PRIVATE_MARK = "x-kde-passwordManagerHint"


class ClipboardBusy(DesktopError):
    """What is on the clipboard can't be read whole, so it is not touched."""

    retryable = True


class Clipboard:
    """The CLIPBOARD selection. One loan at a time; belongs to the connection's loop."""

    def __init__(self, x: XConnection, limits: ReadLimits | None = None) -> None:
        self._x = x
        self._limits = limits or ReadLimits()
        self._server = SelectionServer(x, x.atom("CLIPBOARD"))
        self._lock = asyncio.Lock()

    async def copy(self, text: str) -> None:
        """Put `text` on the clipboard for good. Raises ClipboardBusy, DisplayMissing."""
        await self.put(text_content(self._x, text))

    async def put(self, content: Content) -> None:
        """Put anything on the clipboard for good. Raises ClipboardBusy, DisplayMissing."""
        async with self._lock:
            if await self._server.own(content) is None:
                raise ClipboardBusy("Another program took the clipboard.", "Try again.")

    def lend(self, text: str) -> ClipboardGuard:
        """A guard that offers `text` while it is entered and gives the clipboard back after.

        Entering raises ClipboardBusy, DisplayMissing; then nothing was touched.
        """
        return ClipboardGuard(self._x, self._server, self._lock, self._limits, text)

    async def hand_over(self, limit: float = 2.0) -> bool:
        """Before we end: let a clipboard manager keep what we hold. False if it could not."""
        if self._server.offer is None:
            return True
        manager = self._x.atom("CLIPBOARD_MANAGER")
        if not self._x.selection_owner(manager):
            return False
        window, prop = self._x.window, self._x.atom("_CHAT_COPILOT_SAVE")
        answered: asyncio.Queue[SelectionAnswer] = asyncio.Queue()
        save = self._x.atom("SAVE_TARGETS")

        def take(event: SelectionAnswer) -> None:
            if event.target == save:
                answered.put_nowait(event)

        names = [self._x.atom(name) for name in self._server.offer.content]
        targets = struct.pack(f"={len(names)}I", *names)
        end = self._x.listen(SelectionAnswer, take)
        try:
            self._x.write_property(window, prop, Property(self._x.atom("ATOM"), 32, targets))
            time = await self._x.timestamp()
            self._x.convert_selection(window, manager, save, prop, time)
            async with asyncio.timeout(limit):
                return bool((await answered.get()).property)
        except TimeoutError:
            return False
        finally:
            end()

    @property
    def held(self) -> Content | None:
        """What we hold for the person, None if another program owns the clipboard."""
        return None if self._server.offer is None else self._server.offer.content

    def close(self) -> None:
        """Serve no more."""
        self._server.close()


class ClipboardGuard:
    """One loan of the clipboard: `async with clipboard.lend(text) as guard`."""

    def __init__(
        self,
        x: XConnection,
        server: SelectionServer,
        lock: asyncio.Lock,
        limits: ReadLimits,
        text: str,
    ) -> None:
        self._x = x
        self._server = server
        self._lock = lock
        self._limits = limits
        self._text = text
        self._saved: Content | None = None
        self._offer: Offer | None = None
        self._taken = asyncio.Event()

    async def __aenter__(self) -> Self:
        await self._lock.acquire()
        try:
            self._saved = await self._save()
            self._server.on_served = self._served
            content = {
                **text_content(self._x, self._text),
                _PRIVATE_MARK: Property(self._x.atom("STRING"), 8, b"secret"),
            }
            self._offer = await self._server.own(content)
            if self._offer is None:
                raise ClipboardBusy("Another program took the clipboard.", "Try again.")
        except BaseException:
            self._server.on_served = None
            self._lock.release()
            raise
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        failure: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            await self._give_back()
        finally:
            self._server.on_served = None
            self._lock.release()

    async def taken(self, limit: float) -> bool:
        """Wait until some client has fetched our text; false if none did in `limit` seconds.

        A clipboard manager may be that client: only the draft tells whether the paste arrived.
        """
        try:
            async with asyncio.timeout(limit):
                await self._taken.wait()
        except TimeoutError:
            return False
        return True

    async def _save(self) -> Content | None:
        if self._server.offer is not None:
            return self._server.offer.content
        selection = self._server.selection
        for _ in range(3):
            owner = self._x.selection_owner(selection)
            try:
                content = await read_selection(self._x, selection, self._limits)
            except SelectionUnreadable as unreadable:
                raise ClipboardBusy(
                    "The program that owns the clipboard does not hand it out.",
                    "Copy something else, or close that program, and try again.",
                ) from unreadable
            # Somebody who copied while we read must not lose it.
            if self._x.selection_owner(selection) == owner:
                return content
        raise ClipboardBusy("The clipboard keeps changing.", "Try again in a moment.")

    def _served(self, offer: Offer, target: str) -> None:
        if offer is self._offer and target != _PRIVATE_MARK:
            self._taken.set()

    async def _give_back(self) -> None:
        # Whoever copies after this moment wins, even if we have not heard of it yet.
        now = await self._x.timestamp()
        if self._server.offer is not self._offer:
            if not await self._was_echoed():
                return  # somebody copied meanwhile, and that is what they want to find
            now = await self._x.timestamp()
        if self._saved:
            self._server.own_since(self._saved, now)
        else:
            self._server.disown(now)

    async def _was_echoed(self) -> bool:
        """Whether the new owner is a clipboard manager that took our own text over."""
        if not self._x.selection_owner(self._server.selection):
            return True
        limits = ReadLimits(step=0.2, total=0.2)
        try:
            value = await read_target(self._x, self._server.selection, "UTF8_STRING", limits)
        except (TimeoutError, SelectionUnreadable):
            return False
        return value is not None and value.data == self._text.encode()


def text_content(x: XConnection, text: str) -> Content:
    """A text in the formats that clients ask for."""
    data = text.encode()
    utf8 = x.atom("UTF8_STRING")
    content = {
        "UTF8_STRING": Property(utf8, 8, data),
        "text/plain;charset=utf-8": Property(x.atom("text/plain;charset=utf-8"), 8, data),
        "text/plain": Property(x.atom("text/plain"), 8, data),
        "TEXT": Property(utf8, 8, data),
    }
    with contextlib.suppress(UnicodeEncodeError):
        # STRING means Latin-1: a garbled text would be worse than none.
        content["STRING"] = Property(x.atom("STRING"), 8, text.encode("latin-1"))
    return content
