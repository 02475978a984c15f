"""What a copilot costs that nobody uses: memory, CPU and wake-ups while no chat is focused."""

from __future__ import annotations

import time
from collections.abc import Generator
from contextlib import ExitStack, closing, contextmanager
from threading import Event
from typing import NamedTuple

from tests.bench import processes
from tests.bench.clients import open_stage
from tests.bench.hotkey import wait_panel
from tests.bench.lens import Lens
from tests.bench.programs import Started, running, start_copilot, start_floor
from tests.bench.samples import Aim, Figure, Sample
from tests.desktop.lab.session import DesktopSession

BENCH = "idle"
_SETTLE = 10.0
"""Seconds after the start at which memory is read, as the aim says."""


def measure(runs: int = 3, seconds: float = 20.0) -> list[Figure]:
    """Let the floor and ours, before and with a chat, idle side by side, `runs` times."""
    rows: dict[str, list[_Row]] = {name: [] for name in ("floor", "fresh", "used")}
    for _ in range(runs):
        with ExitStack() as ending:
            programs = {name: ending.enter_context(_idle(name)) for name in rows}
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
    floor = rows["floor"]
    return [
        *(_figure(i, "no chat yet", rows["fresh"], floor) for i in range(len(_WHAT))),
        *(_figure(i, "a chat focused, embeddings loaded", rows["used"], floor) for i in (0, 1)),
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


def _figure(column: int, label: str, ours: list[_Row], floor: list[_Row]) -> Figure:
    what, unit, aims = _WHAT[column]
    return Figure(
        BENCH,
        f"{what}, {label}",
        unit,
        Sample.of([row[column] for row in ours]),
        Sample.of([row[column] for row in floor]),
        aims,
    )


def _sit(seconds: float) -> None:
    Event().wait(seconds)


@contextmanager
def _idle(name: str) -> Generator[Started]:
    """A program on a desktop of its own; "used" has a chat beside it, in which a message came."""
    if name == "used":
        with (
            open_stage("pidgin") as stage,
            closing(Lens(stage.session.display)) as lens,
            running(start_copilot(stage.session), says="ready in") as program,
        ):
            stage.say("Lunch tomorrow?")
            wait_panel(lens, stage)
            yield program
        return
    with DesktopSession() as session:
        floor = name == "floor"
        program = start_floor(session, "floor_tray") if floor else start_copilot(session)
        with running(program, says="" if floor else "ready in"):
            yield program
