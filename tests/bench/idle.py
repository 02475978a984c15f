"""What a copilot costs that nobody uses: memory, CPU and wake-ups while no chat is focused."""

from __future__ import annotations

import time
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from threading import Event
from typing import NamedTuple

from tests.bench import processes
from tests.bench.programs import Started, running, start_copilot, start_floor, write_settings
from tests.bench.samples import Aim, Figure, Sample
from tests.desktop.lab.session import DesktopSession

BENCH = "idle"
_SETTLE = 10.0
"""Seconds after the start at which memory is read, as the aim says."""


def measure(runs: int = 3, seconds: float = 20.0) -> list[Figure]:
    """Let the floor and ours (with and without embeddings) idle side by side, `runs` times."""
    rows: dict[str, list[_Row]] = {name: [] for name in ("floor", "plain", "embeddings")}
    for _ in range(runs):
        with ExitStack() as closing:
            programs = {name: closing.enter_context(_idle(name)) for name in rows}
            _sit(_SETTLE)
            held = {name: processes.memory(one.pids) for name, one in programs.items()}
            before = {name: processes.work(one.pids) for name, one in programs.items()}
            begin = time.monotonic()
            _sit(seconds)
            for name, one in programs.items():
                took = time.monotonic() - begin
                done = processes.work(one.pids) - before[name]
                rows[name].append(
                    _Row(held[name].rss, held[name].pss, 100 * done.cpu / took, done.wakeups / took)
                )
    return [
        *_figures("n-grams only", rows["plain"], rows["floor"]),
        *_figures("with embeddings", rows["embeddings"], rows["floor"]),
    ]


class _Row(NamedTuple):
    rss: float
    pss: float
    cpu: float
    wakeups: float


_WHAT: tuple[tuple[str, str, tuple[Aim, ...]], ...] = (
    ("RSS", "MB", (Aim("ratio", 1.6), Aim("median", 110))),
    ("PSS", "MB", ()),
    ("CPU", "%", (Aim("median", 0.1),)),
    ("wake-ups", "1/s", (Aim("median", 1.0),)),
)


def _figures(label: str, ours: list[_Row], floor: list[_Row]) -> list[Figure]:
    return [
        Figure(
            BENCH,
            f"{what}, {label}",
            unit,
            Sample.of([row[i] for row in ours]),
            Sample.of([row[i] for row in floor]),
            aims,
        )
        for i, (what, unit, aims) in enumerate(_WHAT)
    ]


def _sit(seconds: float) -> None:
    Event().wait(seconds)


@contextmanager
def _idle(name: str) -> Generator[Started]:
    """A program on a desktop of its own, where nothing happens."""
    with DesktopSession() as session:
        if name == "floor":
            with running(start_floor(session, "floor_tray")) as program:
                yield program
        else:
            embeddings = "true" if name == "embeddings" else "false"
            write_settings(session, f"[quick_replies]\nembeddings = {embeddings}\n")
            with running(start_copilot(session), says="ready in") as program:
                yield program
