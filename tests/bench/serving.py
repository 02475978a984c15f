"""A server that holds every question until the bench wants it answered, and knows the times."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Coroutine, Generator
from contextlib import contextmanager

from tests.lab_llm.scripted import Exchange, ScriptedServer, delta, sse


class HoldingServer:
    """Answers in two steps, each told by `pieces` for the nth answer: the first text, the rest."""

    def __init__(
        self, loop: asyncio.AbstractEventLoop, pieces: Callable[[int], tuple[str, str]]
    ) -> None:
        self._loop = loop
        self._pieces = pieces
        self._held: dict[str, tuple[Exchange, float]] = {}
        self._done: dict[str, asyncio.Event] = {}
        self._came = threading.Condition()
        self._count = 0
        self.url = ""

    async def play(self, exchange: Exchange) -> None:
        """Hold this request."""
        path = exchange.path.removeprefix("/v1")
        done = asyncio.Event()
        with self._came:
            self._held[path] = exchange, time.monotonic()
            self._done[path] = done
            self._came.notify_all()
        await done.wait()

    def wait_asked(self, path: str) -> float:
        """Wait for a request of this path; when it came."""
        with self._came:
            if not self._came.wait_for(lambda: path in self._held, 10):
                raise TimeoutError(f"nobody asked for {path}")
            return self._held[path][1]

    def send(self, path: str) -> float:
        """Send the head and the first piece of the answer; returns when that began."""
        self._count += 1
        first, _ = self._pieces(self._count)
        return self._run(self._begin(self._held[path][0], sse(delta(first))))

    def finish(self, path: str) -> None:
        """Send the rest of the answer."""
        exchange, _ = self._held.pop(path)
        _, rest = self._pieces(self._count)
        self._run(self._end(exchange, sse(delta(rest), "[DONE]")))
        self._loop.call_soon_threadsafe(self._done.pop(path).set)

    async def _begin(self, exchange: Exchange, data: bytes) -> float:
        begun = time.monotonic()
        await exchange.head()
        await exchange.chunk(data)
        return begun

    async def _end(self, exchange: Exchange, data: bytes) -> float:
        await exchange.chunk(data)
        await exchange.end()
        return 0.0

    def _run(self, work: Coroutine[None, None, float]) -> float:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(10)


@contextmanager
def serving(pieces: Callable[[int], tuple[str, str]]) -> Generator[HoldingServer]:
    """Such a server on a thread of its own."""
    loop = asyncio.new_event_loop()
    held = HoldingServer(loop, pieces)
    ended = asyncio.Event()
    up = threading.Event()

    async def serve() -> None:
        async with ScriptedServer([held.play]) as server:
            held.url = server.base_url
            up.set()
            await ended.wait()

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()), daemon=True)
    thread.start()
    up.wait(10)
    try:
        yield held
    finally:
        loop.call_soon_threadsafe(ended.set)
        thread.join(10)
        loop.close()
