"""What being watched costs the chat client: its CPU time per typed key, with and without us."""

from __future__ import annotations

from contextlib import closing
from itertools import cycle, islice
from threading import Event

from tests.bench import processes
from tests.bench.clients import CLIENTS, Stage, open_stage
from tests.bench.keystroke import clear
from tests.bench.lens import Lens
from tests.bench.programs import running, start_copilot
from tests.bench.samples import Figure, Sample

BENCH = "watching"
_BETWEEN = 0.05
"""Seconds between two keys."""
_REST = 1.0
"""Seconds for what a start, an end or the last key leaves to do."""
_LETTERS = "the quick brown fox jumps over the lazy dog ".replace(" ", "")


def measure(keys: int = 60, blocks: int = 6, clients: tuple[str, ...] = CLIENTS) -> list[Figure]:
    """Type `keys` letters per block, `blocks` times without and with `chat-copilot run`."""
    figures: list[Figure] = []
    for name in clients:
        with open_stage(name) as stage, closing(Lens(stage.session.display)) as lens:
            stage.say("What are you typing?")
            _type(stage, lens, keys)
            without: list[float] = []
            watched: list[float] = []
            for _ in range(blocks):
                without.append(_type(stage, lens, keys))
                with running(start_copilot(stage.session), says="ready in"):
                    watched.append(_type(stage, lens, keys))
            figures.append(
                Figure(BENCH, f"client's CPU per keystroke, {stage.name}", "µs",
                       Sample.of(watched), Sample.of(without))
            )  # fmt: skip
    return figures


def _type(stage: Stage, lens: Lens, keys: int) -> float:
    """Microseconds of CPU time of the whole client for each key."""
    pause = Event()
    clear(lens)
    pause.wait(_REST)
    pids = processes.family(stage.client.pid)
    before = processes.work(pids)
    for letter in islice(cycle(_LETTERS), keys):
        lens.press(letter)
        pause.wait(_BETWEEN)
    pause.wait(_REST)
    spent = processes.work(pids) - before
    clear(lens)
    return spent.cpu * 1e6 / keys
