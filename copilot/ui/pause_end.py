"""When a pause ends by itself: an hour from now, or tomorrow."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QDateTime, QObject, QTime, QTimer, Signal

_MORNING = QTime(6, 0)
"""When tomorrow begins: who is still up after midnight does not mean that."""
_LOOK = 60_000
"""Milliseconds after which the clock is looked at again: timers stand still while a machine
sleeps, clocks go on."""


class PauseEnd(QObject):
    """Tells by `came` that the moment has come. `now` is the clock."""

    came = Signal()

    def __init__(self, now: Callable[[], QDateTime] = QDateTime.currentDateTime) -> None:
        super().__init__()
        self._now = now
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self.at: QDateTime | None = None

    def in_an_hour(self) -> None:
        """Set it to an hour from now."""
        self._set(self._now().addSecs(3600))

    def tomorrow(self) -> None:
        """Set it to the next morning."""
        now = self._now()
        days = 0 if now.time() < _MORNING else 1
        self._set(QDateTime(now.date().addDays(days), _MORNING))

    def forget(self) -> None:
        """Take it back."""
        self._timer.stop()
        self.at = None

    def look(self) -> None:
        """Look at the clock."""
        if self.at is None:
            return
        left = self._now().msecsTo(self.at)
        if left > 0:
            self._timer.start(min(left, _LOOK))
            return
        self.forget()
        self.came.emit()

    def _set(self, at: QDateTime) -> None:
        self.at = at
        self.look()
