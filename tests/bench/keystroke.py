"""From a key that goes down in a chat client to the ChatView that holds its letter."""

from __future__ import annotations

from contextlib import closing
from itertools import cycle, islice
from threading import Event

from tests.bench.clients import CLIENTS, Stage, open_stage
from tests.bench.lens import Lens
from tests.bench.programs import Started, running, start_floor
from tests.bench.samples import Aim, Figure, Sample

BENCH = "keystroke"
_BETWEEN = 0.06
"""Seconds between two keys: a fast typist."""
_CALM = 0.5
_PAUSE = Event()
_LETTERS = "the quick brown fox jumps over it".replace(" ", "")


def measure(keys: int = 80, blocks: int = 4, clients: tuple[str, ...] = CLIENTS) -> list[Figure]:
    """Press `keys` keys in each client, in `blocks` turns with the floor (the bare event)."""
    figures: list[Figure] = []
    for name in clients:
        with open_stage(name) as stage, closing(Lens(stage.session.display)) as lens:
            stage.say("What are you typing?")
            ours: list[float] = []
            floor: list[float] = []
            for _ in range(blocks):
                with running(start_floor(stage.session, "floor_events")) as probe:
                    floor += _type(stage, lens, probe, "text", keys // blocks)
                with running(start_floor(stage.session, "probe_views")) as probe:
                    ours += _type(stage, lens, probe, "draft", keys // blocks)
            figures.append(
                Figure(BENCH, f"keystroke → ChatView, {stage.name}", "ms", Sample.of(ours),
                       Sample.of(floor), (Aim("p95", 30),))
            )  # fmt: skip
    return figures


def _type(stage: Stage, lens: Lens, probe: Started, field: str, keys: int) -> list[float]:
    """Milliseconds from each key to the line in which `probe` tells of its letter."""
    clear(lens)
    if field == "text":
        probe.wait_json({"ready": True}, 10)
    else:
        probe.wait_json({"draft": ""}, 10)
    text, found = "", list[float]()
    for i, letter in enumerate(islice(cycle(_LETTERS), keys + 2)):
        text += letter
        _PAUSE.wait(_BETWEEN)
        pressed = lens.press(letter)
        line = probe.wait_json({field: text}, 5)
        if i >= 2:  # the first letters wake up what has slept
            found.append((line["at"] - pressed) * 1000)
    clear(lens)
    return found


def clear(lens: Lens) -> None:
    """Empty the draft, and let the client come to rest.

    Chromium 156 has crashed when a listener left the bus right after the draft was emptied.
    """
    lens.press("Control_L+a")
    lens.press("BackSpace")
    _PAUSE.wait(_CALM)
