"""How long until the tray icon is there, and until everything works, beside the least tray."""

from __future__ import annotations

from contextlib import closing

from tests.bench.lens import Lens
from tests.bench.programs import running, start_copilot, start_floor
from tests.bench.samples import Aim, Figure, Sample
from tests.desktop.lab.session import DesktopSession

BENCH = "start"


def measure(runs: int = 15) -> list[Figure]:
    """Start both programs in turns, `runs` times each after one start that warms up."""
    floors: list[float] = []
    trays: list[float] = []
    readies: list[float] = []
    with DesktopSession() as session, closing(Lens(session.display)) as lens:
        tray = session.screen.tray
        for run in range(runs + 1):
            with running(start_floor(session, "floor_tray")) as program:
                floor = lens.wait_icon(tray) - program.begin
            lens.forget()
            with running(start_copilot(session)) as ours:
                shown = lens.wait_icon(tray) - ours.begin
                ready = ours.wait_said("ready in") - ours.begin
            if run:
                floors.append(floor * 1000)
                trays.append(shown * 1000)
                readies.append(ready * 1000)
            lens.forget()
    floor = Sample.of(floors)
    return [
        Figure(BENCH, "tray shown", "ms", Sample.of(trays), floor, (Aim("ratio", 1.15),)),
        Figure(BENCH, "ready", "ms", Sample.of(readies), floor, (Aim("ratio", 2.5),)),
    ]
