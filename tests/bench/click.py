"""From a press on a card to its text in the client's draft, seen by a judge of its own."""

from __future__ import annotations

import time
from contextlib import closing
from threading import Event

from tests.bench.clients import CLIENTS, Stage, open_stage
from tests.bench.hotkey import wait_panel
from tests.bench.keystroke import clear
from tests.bench.lens import Lens
from tests.bench.programs import Started, running, start_copilot, start_floor
from tests.bench.samples import Aim, Figure, Sample
from tests.desktop.lab.a11y import AccessibilityTree, Accessible
from tests.desktop.lab.processes import LabError

BENCH = "click"
_REST = 0.3
_LEAST_WIDTH = 200
"""Pixels; the panel's other buttons are smaller than a card."""


def measure(runs: int = 20, clients: tuple[str, ...] = CLIENTS) -> list[Figure]:
    """Click a card `runs` times in each client, in turns with the bare way of writing there."""
    return [_measure(name, runs) for name in clients]


def _measure(name: str, runs: int) -> Figure:
    ours: list[float] = []
    floor: list[float] = []
    with (
        open_stage(name) as stage,
        closing(Lens(stage.session.display)) as lens,
        AccessibilityTree(stage.session) as tree,
        running(start_floor(stage.session, "floor_events"), says="ready") as judge,
        running(start_copilot(stage.session), says="ready in") as copilot,
    ):
        stage.session.set_clipboard("as quick as can be")
        stage.say("Lunch tomorrow?")
        for _ in range(runs + 1):
            floor.append(_write_barely(lens, tree, judge))
            _clear(lens, judge)
            ours.append(_click(stage, lens, tree, judge, copilot))
            _clear(lens, judge)
    return Figure(BENCH, f"click → text in draft, {stage.name}", "ms", Sample.of(ours[1:]),
                  Sample.of(floor[1:]), (Aim("p95", 80),))  # fmt: skip


def _click(
    stage: Stage, lens: Lens, tree: AccessibilityTree, judge: Started, copilot: Started
) -> float:
    area = wait_panel(lens, stage)
    card = stage.session.wait_for(lambda: _card(tree, copilot.pid), 10, "a card")
    text, (x, y, width, height) = card.name, card.extents
    if x < area[0]:  # Qt sometimes answers in the window's coordinates
        x, y = x + area[0], y + area[1]
    lens.point(x + width // 3, y + height // 2)
    lens.wait_quiet(area)
    pressed = lens.click()
    line = judge.wait_json({"text": text}, 5)
    lens.point(2, 400)
    return (line["at"] - pressed) * 1000


def _card(tree: AccessibilityTree, pid: int) -> Accessible | None:
    app = tree.application(pid)
    for node in app.walk() if app is not None else ():
        try:
            if (
                node.role in ("push button", "button")
                and "showing" in node.states
                and node.extents[2] >= _LEAST_WIDTH
                and node.name
            ):
                return node
        except LabError:  # it vanished meanwhile
            continue
    return None


def _write_barely(lens: Lens, tree: AccessibilityTree, judge: Started) -> float:
    """Write without any care: one call where the client takes it, else one Ctrl+V."""
    lens.press("a")
    line = judge.wait_json({"text": "a"}, 5)
    text = "as quick as can be"
    try:
        pressed = time.monotonic()
        tree.call(line["name"], line["path"], "EditableText", "SetTextContents", "s", text)
    except LabError:
        lens.press("BackSpace")
        judge.wait_json({"text": ""}, 5)
        pressed = lens.press("Control_L+v")
    line = judge.wait_json({"text": text}, 5)
    return (line["at"] - pressed) * 1000


def _clear(lens: Lens, judge: Started) -> None:
    # After its text the writer places the caret, which would undo the selection.
    Event().wait(_REST)
    clear(lens)
    judge.wait_json({"text": ""}, 5)
