"""Fetches keys for the running application: off its loop, and without dialogs nobody asked for."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from typing import Protocol, TypeVar

T = TypeVar("T")

_FRESH = 5.0
"""Seconds for which the person's wish for an answer holds."""


class Keychain(Protocol):
    """The part of the keychain that is used; it blocks."""

    def get(self, name: str, *, quietly: bool = False) -> str: ...


class KeyFetcher:
    """Call it with a key's name.

    A locked keychain is an error, for its dialog would take the keyboard from whoever is typing:
    only right after `may_ask` it may open it, once.
    """

    def __init__(self, keychain: Keychain, now: Callable[[], float] = time.monotonic) -> None:
        self._keychain = keychain
        self._now = now
        self._asked_for = -_FRESH

    def may_ask(self) -> None:
        """The person wants an answer now: the next fetch may open the keychain's dialog."""
        self._asked_for = self._now()

    async def __call__(self, name: str) -> str:
        """The key. Raises what the keychain raises."""
        quietly = self._now() - self._asked_for >= _FRESH
        self._asked_for = -_FRESH
        return await in_thread(lambda: self._keychain.get(name, quietly=quietly))


async def in_thread(work: Callable[[], T]) -> T:
    """Run `work` in a thread that the program does not wait for when it ends.

    A dialog may stand open for a minute; asyncio's own threads are waited for.
    """
    loop = asyncio.get_running_loop()
    outcome: asyncio.Future[T] = loop.create_future()

    def run() -> None:
        try:
            value = work()
        except Exception as error:
            tell(outcome.set_exception, error)
        else:
            tell(outcome.set_result, value)

    def tell(settle: Callable[..., None], what: object) -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(lambda: None if outcome.done() else settle(what))

    threading.Thread(target=run, name="key", daemon=True).start()
    return await outcome
