"""A panel that is opened all day, and answers that grow, leave memory as it was."""

from __future__ import annotations

import gc
import sys
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from copilot.core.model import Phase, Rect
from copilot.ui.bridge import Bridge
from copilot.ui.panel import Panel
from tests.gui.states import CHINESE, WRITTEN, card, chat
from tests.gui.states_skills import ANSWER, SKILL_LIST
from tests.resident import resident

_ALLOWED = 2.0
"""Megabytes that the interpreter's and Qt's own caches may still take."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")


def settled() -> float:
    gc.collect()
    QApplication.processEvents()
    return resident()


def test_opening_and_closing_leaves_memory_flat(panel: Panel, bridge: Bridge) -> None:
    def open_and_close() -> None:
        for state in (CHINESE, WRITTEN):
            bridge.show_state(replace(state, draft_area=Rect(50, 500, 600, 40)))
            QApplication.processEvents()
            bridge.show_state(replace(state, visible=False))
            QApplication.processEvents()

    for _ in range(20):
        open_and_close()
    before = settled()
    for _ in range(100):
        open_and_close()
    assert settled() - before < _ALLOWED
    assert panel.isHidden()


def test_ten_thousand_updates_of_an_answer_leave_memory_flat(panel: Panel, bridge: Bridge) -> None:
    text = "They **ask** when you come:\n\n- 周五 `7 pm`\n- [there](https://example.org/)\n\n" * 6

    def stream(updates: int) -> None:
        for number in range(updates):
            answer = replace(ANSWER, text=text[: number % len(text) + 1], streaming=True)
            bridge.show_state(replace(SKILL_LIST, answer=answer))
            if number % 10 == 0:
                QApplication.processEvents()

    stream(15_000)  # until Qt's and the allocator's caches are full: measured to 60,000 from there
    before = settled()
    stream(10_000)
    assert settled() - before < _ALLOWED


def test_ten_thousand_streamed_updates_leave_memory_flat(panel: Panel, bridge: Bridge) -> None:
    text = "Sure, Friday at seven is fine for me, see you there! 好的，周五七点见。🙂 "

    def stream(updates: int) -> None:
        for number in range(updates):
            grown = card(0, text[: number % len(text) + 1], streaming=True)
            state = chat("Anna", "Gajim", grown, phase=Phase.STREAMING)
            bridge.show_state(replace(state, tokens=number))
            if number % 10 == 0:
                QApplication.processEvents()

    stream(1000)
    before = settled()
    stream(10_000)
    assert settled() - before < _ALLOWED
