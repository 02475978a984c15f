"""From the first byte that a model's server sends to the painted text of a suggestion."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Coroutine, Generator
from contextlib import closing, contextmanager

from tests.bench.clients import open_stage
from tests.bench.floor_stream import AREA
from tests.bench.hotkey import middle, wait_panel
from tests.bench.lens import Area, Lens
from tests.bench.programs import running, start_copilot, start_floor, write_settings
from tests.bench.samples import Aim, Figure, Sample
from tests.lab_llm.scripted import Exchange, ScriptedServer, delta, sse

BENCH = "stream"
_REFRESH = "Control_L+Alt_L+r"
_SETTINGS = """
[providers.bench]
base_url = "{url}"
model = "scripted"

[jobs]
replies = "bench"

[quick_replies]
enabled = false
"""


def measure(runs: int = 40) -> list[Figure]:
    """Have both painters shown `runs` first bytes in turns, beside a real chat."""
    ours: list[float] = []
    floor: list[float] = []
    with _serving() as server, open_stage("pidgin") as stage:
        write_settings(stage.session, _SETTINGS.format(url=server.url))
        with (
            closing(Lens(stage.session.display)) as lens,
            running(start_floor(stage.session, "floor_stream", f"{server.url}/floor")),
            running(start_copilot(stage.session), says="ready in"),
        ):
            stage.say("Lunch tomorrow?")
            server.wait_asked("/chat/completions")
            panel = wait_panel(lens, stage)
            for run in range(runs + 1):
                if run:
                    lens.press(_REFRESH)
                ours.append(_paint(lens, server, "/chat/completions", _first_card(panel)))
                floor.append(_paint(lens, server, "/floor", middle(AREA)))
    return [
        Figure(BENCH, "server's first byte → painted text", "ms", Sample.of(ours[1:]),
               Sample.of(floor[1:]), (Aim("p95", 30),))
    ]  # fmt: skip


def _first_card(panel: Area) -> Area:
    x, y, width, _ = panel
    return x + 12, y + 90, width // 2, 24


def _paint(lens: Lens, server: _Server, path: str, area: Area) -> float:
    server.wait_asked(path)
    lens.wait_quiet(area, quiet=0.3)
    lens.forget()
    before = lens.pixels(area)
    sent = server.send(path)
    painted = lens.wait_changed(area, before)
    server.finish(path)
    return (painted - sent) * 1000


class _Server:
    """Holds every request until it is told to answer."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._held: dict[str, Exchange] = {}
        self._done: dict[str, asyncio.Event] = {}
        self._came = threading.Condition()
        self._count = 0
        self.url = ""

    async def play(self, exchange: Exchange) -> None:
        """Hold this request."""
        path = exchange.path.removeprefix("/v1")
        done = asyncio.Event()
        with self._came:
            self._held[path], self._done[path] = exchange, done
            self._came.notify_all()
        await done.wait()

    def wait_asked(self, path: str) -> None:
        """Wait for a request of this path."""
        with self._came:
            if not self._came.wait_for(lambda: path in self._held, 10):
                raise TimeoutError(f"nobody asked for {path}")

    def send(self, path: str) -> float:
        """Send the head and the first piece of the answer; returns when that began."""
        self._count += 1
        piece = f"1|agree|{_words(self._count)}"
        return self._run(self._begin(self._held[path], sse(delta(piece))))

    def finish(self, path: str) -> None:
        """Send the rest of the answer."""
        exchange = self._held.pop(path)
        self._run(self._end(exchange))
        self._loop.call_soon_threadsafe(self._done.pop(path).set)

    async def _begin(self, exchange: Exchange, data: bytes) -> float:
        begun = time.monotonic()
        await exchange.head()
        await exchange.chunk(data)
        return begun

    async def _end(self, exchange: Exchange) -> float:
        await exchange.chunk(sse(delta(" indeed\n2|ask|Where?\n3|delay|Later."), "[DONE]"))
        await exchange.end()
        return 0.0

    def _run(self, work: Coroutine[None, None, float]) -> float:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(10)


def _words(number: int) -> str:
    """A text of always the same length that is another one each time."""
    return f"Sure, number {number:03} of them"


@contextmanager
def _serving() -> Generator[_Server]:
    loop = asyncio.new_event_loop()
    held = _Server(loop)
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
