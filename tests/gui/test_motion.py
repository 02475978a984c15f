"""Moves and fades arrive, can change their mind on the way, and can be switched off."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from copilot.ui import compositor, surface
from copilot.ui import theme as themes
from copilot.ui.motion import FAINT, Motion, Tween
from copilot.ui.surface import Surface


class Clock:
    """Time that goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


class Told(Surface):
    """Remembers where it was put and how opaque it was made."""

    def __init__(self, *, composed: bool) -> None:
        super().__init__(themes.make(dark=False), lambda: composed)
        self.look_for_compositor()
        self.ats: list[tuple[int, int]] = []
        self.opacities: list[float] = []

    @property
    def can_fade(self) -> bool:
        return self.margin() > 0

    def set_body(self, at: QPoint, width: int, height: int) -> None:
        self.ats.append((at.x(), at.y()))

    def pass_through(self, at: QPoint) -> None:
        self.ats.append((at.x(), at.y()))

    def make_opaque(self, opacity: float) -> None:
        self.opacities.append(opacity)


@pytest.fixture
def clock() -> Clock:
    return Clock()


Make = Callable[..., tuple[Told, Motion]]


@pytest.fixture
def make(qtbot: QtBot, clock: Clock) -> Make:
    def made(*, reduced: bool = False, composed: bool = True) -> tuple[Told, Motion]:
        told = Told(composed=composed)
        qtbot.addWidget(told)
        return told, Motion(told, lambda: reduced, clock)

    return made


def frames(motion: Motion, clock: Clock, seconds: float = 0.2) -> None:
    for _ in range(round(seconds / 0.01)):
        clock.now += 0.01
        motion.step()


def test_a_number_arrives_fast_first() -> None:
    tween = Tween(0.0)
    tween.go(10.0, 0.1, 5.0)
    tween.step(5.05)
    assert tween.value == pytest.approx(8.75)
    tween.step(5.1)
    assert tween.value == 10.0
    assert not tween.moving


def test_moves_there_and_rests(make: Make, clock: Clock) -> None:
    told, motion = make()
    motion.settle(QPoint(100, 50), 380, 300, came_from=None)
    assert told.ats == [(100, 50)]
    assert not motion.moving
    motion.settle(QPoint(200, 50), 380, 300, came_from=QPoint(100, 50))
    assert told.ats[-1] == (100, 50)
    frames(motion, clock)
    xs = [x for x, _ in told.ats[1:]]
    assert xs == sorted(xs)
    assert len(set(xs)) > 5
    assert told.ats[-1] == (200, 50)
    assert not motion.moving


def test_another_place_on_the_way_makes_no_jump(make: Make, clock: Clock) -> None:
    told, motion = make()
    motion.settle(QPoint(0, 0), 380, 300, came_from=None)
    motion.settle(QPoint(100, 0), 380, 300, came_from=QPoint(0, 0))
    frames(motion, clock, 0.05)
    halfway = told.ats[-1]
    motion.settle(QPoint(0, 100), 380, 320, came_from=QPoint(100, 0))
    assert told.ats[-1] == halfway
    frames(motion, clock)
    assert told.ats[-1] == (0, 100)


def test_growing_on_the_way_does_not_move_it(make: Make, clock: Clock) -> None:
    told, motion = make()
    motion.settle(QPoint(0, 0), 380, 300, came_from=None)
    motion.settle(QPoint(100, 0), 380, 300, came_from=QPoint(0, 0))
    frames(motion, clock, 0.05)
    x, _ = told.ats[-1]
    motion.settle(QPoint(100, -40), 380, 340, came_from=None)
    assert told.ats[-1] == (x, -40)


def test_appears_readable_at_once_and_whole_soon(make: Make, clock: Clock) -> None:
    told, motion = make()
    motion.appear()
    assert told.opacities[-1] >= 0.4
    frames(motion, clock, 0.12)
    assert told.opacities[-1] == 1.0
    assert not motion.moving


def test_fades_slowly_and_comes_back_at_once(make: Make, clock: Clock) -> None:
    told, motion = make()
    motion.fade(faint=True)
    frames(motion, clock)
    assert told.opacities[-1] == FAINT
    motion.fade(faint=False)
    assert told.opacities[-1] == 1.0
    assert not motion.moving


def test_reduced_motion_jumps(make: Make) -> None:
    told, motion = make(reduced=True)
    motion.appear()
    assert told.opacities == [1.0]
    motion.settle(QPoint(0, 0), 380, 300, came_from=QPoint(50, 50))
    assert told.ats == [(0, 0)]
    motion.fade(faint=True)
    assert told.opacities[-1] == FAINT
    assert not motion.moving


def test_without_a_compositor_nothing_fades(make: Make) -> None:
    told, motion = make(composed=False)
    motion.appear()
    motion.fade(faint=True)
    assert set(told.opacities) == {1.0}
    assert not motion.moving


def test_finishing_arrives(make: Make) -> None:
    told, motion = make()
    motion.settle(QPoint(100, 0), 380, 300, came_from=QPoint(0, 0))
    motion.appear()
    motion.finish()
    assert told.opacities[-1] == 1.0
    assert not motion.moving


def test_opacity_is_left_alone_where_nothing_composes(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(surface, "can_fade", lambda: True)
    shown = Surface(partial(themes.make, dark=False)(), lambda: False)
    qtbot.addWidget(shown)
    shown.make_opaque(0.5)
    assert shown.windowOpacity() == 1.0
    assert not compositor.can_fade()  # the platform of these tests
