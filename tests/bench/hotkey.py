"""From a hotkey that goes down to the panel's pixels, beside a bare prebuilt window."""

from __future__ import annotations

from contextlib import closing

from tests.bench.clients import Stage, open_stage
from tests.bench.floor_window import SIZE, TITLE
from tests.bench.lens import Area, Lens
from tests.bench.programs import running, start_copilot, start_floor
from tests.bench.samples import Aim, Figure, Sample

BENCH = "hotkey"
PANEL = "Chat Copilot"
_OPEN, _DISMISS, _TOGGLE = "Control_L+Alt_L+o", "Control_L+Alt_L+x", "Control_L+Alt_L+b"


def measure(runs: int = 40) -> list[Figure]:
    """Show both windows in turns, `runs` times each, beside a real chat."""
    ours: list[float] = []
    floor: list[float] = []
    with (
        open_stage("pidgin") as stage,
        closing(Lens(stage.session.display)) as lens,
        running(start_floor(stage.session, "floor_window"), says="ready"),
        running(start_copilot(stage.session), says="ready in"),
    ):
        stage.say("Lunch tomorrow?")
        panel = wait_panel(lens, stage)
        for _ in range(runs + 1):
            _hide(stage, lens, _DISMISS, PANEL)
            ours.append(_show(lens, _OPEN, panel))
            floor.append(_show(lens, _TOGGLE, (40, 600, *SIZE)))
            _hide(stage, lens, _TOGGLE, TITLE)
    return [
        Figure(BENCH, "hotkey → panel's pixels", "ms", Sample.of(ours[1:]), Sample.of(floor[1:]),
               (Aim("p95", 16),))
    ]  # fmt: skip


def wait_panel(lens: Lens, stage: Stage) -> Area:
    """Where the panel is, once it is shown and has come to rest."""
    window = stage.session.wait_for(lambda: lens.shown(PANEL), 10, "the panel")
    lens.wait_quiet(lens.area(window))
    return lens.area(window)


def _show(lens: Lens, chord: str, area: Area) -> float:
    lens.wait_quiet(area)
    area = middle(area)
    lens.forget()
    before = lens.pixels(area)
    pressed = lens.press(chord)
    return (lens.wait_changed(area, before) - pressed) * 1000


def middle(area: Area) -> Area:
    """A strip across the middle: little to fetch, so that looking at it costs no time."""
    x, y, width, height = area
    return x, y + height // 2, width, 4


def _hide(stage: Stage, lens: Lens, chord: str, title: str) -> None:
    lens.press(chord)
    stage.session.wait_for(lambda: lens.shown(title) is None, 5, f"{title!r} to hide")
