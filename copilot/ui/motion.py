"""Moves and fades of the panel, at the display's rate, and none where the person wants none."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Slot

from copilot.ui.surface import Surface

APPEAR_SECONDS = 0.11
MOVE_SECONDS = 0.15
FAINT = 0.35
"""The opacity while the panel would be in the way."""
_FIRST = 0.4
"""The opacity in the first frame: what is shown can be read from then on."""


class Tween:
    """A number that goes to its target, fast at first and then ever slower (cubic ease-out)."""

    def __init__(self, value: float) -> None:
        self.value = self.target = self._from = value
        self._began = self._seconds = 0.0

    @property
    def moving(self) -> bool:
        """Whether it has not arrived."""
        return self.value != self.target

    def set(self, value: float) -> None:
        """Be there at once."""
        self.value = self.target = value

    def go(self, target: float, seconds: float, now: float) -> None:
        """Set out for the target; one that is on its way there already goes on."""
        if target != self.target:
            self.target, self._from = target, self.value
            self._began, self._seconds = now, seconds

    def step(self, now: float) -> None:
        """Be where it is at that time."""
        done = min(1.0, (now - self._began) / self._seconds) if self._seconds else 1.0
        eased = 1 - (1 - done) ** 3
        self.value = self.target if done >= 1.0 else self._from + (self.target - self._from) * eased


class Motion(QObject):
    """Puts a surface where it belongs and makes it as opaque as it shall be.

    `reduced` says whether nothing is to move by itself; `clock` gives seconds. Nothing ticks while
    nothing moves.
    """

    def __init__(
        self,
        surface: Surface,
        reduced: Callable[[], bool],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(surface)
        self._surface = surface
        self._reduced = reduced
        self._clock = clock
        self._at = QPoint()
        self._size = (0, 0)
        # How far it still is from where it belongs: its place and size may change on the way.
        self._away = (Tween(0.0), Tween(0.0))
        self._opacity = Tween(1.0)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.step)

    @property
    def moving(self) -> bool:
        """Whether it is on its way, or fading."""
        return self._timer.isActive()

    def settle(self, at: QPoint, width: int, height: int, *, came_from: QPoint | None) -> None:
        """Put the body there: from `came_from`, where it would be without the move, or at once."""
        if came_from is not None and not self._reduced():
            now = self._clock()
            gap = came_from - at
            for tween, by in zip(self._away, (gap.x(), gap.y()), strict=True):
                tween.set(tween.value + by)
                tween.go(0.0, MOVE_SECONDS, now)
        elif came_from is not None:
            self._stop()
        self._at, self._size = at, (width, height)
        self._surface.set_body(at + self._rest(), width, height)
        self._tick()

    def appear(self) -> None:
        """It is about to be shown."""
        self._stop()
        self._opacity.set(1.0)
        if self._surface.can_fade and not self._reduced():
            self._opacity.set(_FIRST)
            self._opacity.go(1.0, APPEAR_SECONDS, self._clock())
        self._surface.make_opaque(self._opacity.value)
        self._tick()

    def fade(self, *, faint: bool) -> None:
        """Be faint or fully there; coming back takes no time."""
        target = FAINT if faint and self._surface.can_fade else 1.0
        if target == self._opacity.target:
            return
        if self._reduced() or not faint:
            self._opacity.set(target)
            self._surface.make_opaque(target)
        else:
            self._opacity.go(target, MOVE_SECONDS, self._clock())
        self._tick()

    def finish(self) -> None:
        """Be where it belongs now, and as opaque."""
        self._stop()
        self._opacity.set(self._opacity.target)
        self._surface.make_opaque(self._opacity.value)
        self._tick()

    def _stop(self) -> None:
        for tween in self._away:
            tween.set(0.0)

    @Slot()
    def step(self) -> None:
        """One frame."""
        now = self._clock()
        moved = any(tween.moving for tween in self._away)
        if moved:
            for tween in self._away:
                tween.step(now)
            if any(tween.moving for tween in self._away):
                self._surface.pass_through(self._at + self._rest())
            else:
                self._surface.set_body(self._at, *self._size)
        if self._opacity.moving:
            self._opacity.step(now)
            self._surface.make_opaque(self._opacity.value)
        self._tick()

    def _rest(self) -> QPoint:
        return QPoint(*(round(tween.value) for tween in self._away))

    def _tick(self) -> None:
        if not (self._opacity.moving or any(tween.moving for tween in self._away)):
            self._timer.stop()
        elif not self._timer.isActive():
            rate = self._surface.screen().refreshRate()
            self._timer.start(max(4, int(1000 / rate)) if rate > 1 else 16)
