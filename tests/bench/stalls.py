"""How long Qt's thread keeps anybody waiting while everything is used: the longest stall.

python tests/bench/stalls.py [SECONDS] [MESSAGES]

So many messages are in the history that is searched; filling it with a million takes minutes.
"""

from __future__ import annotations

import asyncio
import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path[0] = str(ROOT)

from tests.bench import report  # noqa: E402
from tests.bench.programs import PYTHON, Started, running, write_settings  # noqa: E402
from tests.bench.samples import Aim, Figure, Sample  # noqa: E402
from tests.desktop.lab.session import DesktopSession  # noqa: E402
from tests.lab_llm.scripted import Exchange, ScriptedServer, delta, sse  # noqa: E402

BENCH = "stalls"
_SETTINGS = """
[providers.bench]
base_url = "{url}"
model = "scripted"

[jobs]
replies = "bench"

[history]
enabled = true
"""
_ANSWER = (
    "1|agree|Congratulations! Friday at seven is perfect, I shall be there with the umbrella.\n"
    "2|ask|Wow, congratulations! When do you start, and what will you be doing there?\n"
    "3|delay|So happy for you! Friday is tight, can we do Saturday instead, at the river?\n"
)
_PIECE = 3
_PACE = 0.01
"""Seconds between two pieces of the answer: a fast model's."""


def measure(seconds: float = 60, messages: int = 1_000_000) -> list[Figure]:
    """Have everything used for so long, on a desktop of its own."""
    with _serving() as url, DesktopSession(keyring="unlocked") as session:
        session.run(
            [PYTHON, "-m", "tests.bench.stalls_history", str(messages)],
            env={"PYTHONPATH": str(ROOT)},
            timeout=900,
        )
        write_settings(session, _SETTINGS.format(url=url))
        argv = [PYTHON, "-m", "tests.bench.stalls_guest", str(seconds)]
        with running(Started(session, argv)) as guest:
            told = guest.wait_json({}, seconds + 60)
    waits: dict[str, list[float]] = told["waits"]
    memory: list[float] = told["memory"]
    together = Sample.of(list(chain.from_iterable(waits.values())))
    figures = [
        Figure(BENCH, f"{doing}: the longest", "ms", Sample.of([max(values)]))
        for doing, values in waits.items()
    ]
    return [
        Figure(BENCH, "what waits for Qt's thread", "ms", together),
        Figure(BENCH, "99 of 100 wait less than", "ms", Sample.of([together.quantile(0.99)])),
        Figure(BENCH, "the longest stall", "ms", Sample.of([max(together.values)]),
               aims=(Aim("median", 50),)),
        *figures,
        Figure(BENCH, "memory at the end, and after the first quarter", "MB",
               Sample.of(memory[-1:]), Sample.of(memory[len(memory) // 4 :][:1]),
               (Aim("ratio", 1.1),)),
    ]  # fmt: skip


@contextmanager
def _serving() -> Generator[str]:
    """A model that answers at the pace of a fast one; its address."""
    loop, up, ended = asyncio.new_event_loop(), threading.Event(), asyncio.Event()
    address: list[str] = []

    async def play(exchange: Exchange) -> None:
        await exchange.head()
        for at in range(0, len(_ANSWER), _PIECE):
            await exchange.chunk(sse(delta(_ANSWER[at : at + _PIECE])))
            await asyncio.sleep(_PACE)
        await exchange.chunk(sse(delta(finish="stop"), "[DONE]"))
        await exchange.end()

    async def serve() -> None:
        async with ScriptedServer([play]) as server:
            address.append(server.base_url)
            up.set()
            await ended.wait()

    thread = threading.Thread(target=lambda: loop.run_until_complete(serve()), daemon=True)
    thread.start()
    up.wait(10)
    try:
        yield address[0]
    finally:
        loop.call_soon_threadsafe(ended.set)
        thread.join(10)
        loop.close()


if __name__ == "__main__":
    print(report.table(measure(*map(int, sys.argv[1:3]))))
