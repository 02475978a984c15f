"""A guard for docs/decisions/0002: bound calls must not drop references to None and True."""

from __future__ import annotations

import sys

from PySide6.QtCore import QObject, Signal


class _Source(QObject):
    fired = Signal()


def test_calls_leave_the_reference_counts_alone() -> None:
    source = _Source()
    calls = 500
    before = sys.getrefcount(None), sys.getrefcount(True)
    for _ in range(calls):
        source.setObjectName("a")
        source.fired.emit()
    after = sys.getrefcount(None), sys.getrefcount(True)
    # From 3.12 on both are immortal and their counts never move.
    assert all(abs(b - a) < calls / 10 for a, b in zip(before, after, strict=True))
