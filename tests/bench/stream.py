"""From the first byte that a model's server sends to the painted text of a suggestion."""

from __future__ import annotations

from contextlib import closing

from tests.bench.clients import open_stage
from tests.bench.floor_stream import AREA
from tests.bench.hotkey import middle, wait_panel
from tests.bench.lens import Area, Lens
from tests.bench.programs import running, start_copilot, start_floor, write_settings
from tests.bench.samples import Aim, Figure, Sample
from tests.bench.serving import HoldingServer, serving

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
    with serving(_pieces) as server, open_stage("pidgin") as stage:
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


def _paint(lens: Lens, server: HoldingServer, path: str, area: Area) -> float:
    server.wait_asked(path)
    lens.wait_quiet(area, quiet=0.3)
    lens.forget()
    before = lens.pixels(area)
    sent = server.send(path)
    painted = lens.wait_changed(area, before)
    server.finish(path)
    return (painted - sent) * 1000


def _pieces(number: int) -> tuple[str, str]:
    """Texts of always the same length that are others each time."""
    return f"1|agree|Sure, number {number:03} of them", " indeed\n2|ask|Where?\n3|delay|Later."
