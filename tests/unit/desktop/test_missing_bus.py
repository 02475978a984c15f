"""A session without D-Bus, or without accessibility: told at once, not after a wait."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from copilot.core.errors import AccessibilityOff
from copilot.core.tasks import TaskSet
from copilot.desktop.linux.bus import AccessibilityBus
from copilot.desktop.linux.obstacles import Obstacles


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AccessibilityBus:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/nowhere")
    return AccessibilityBus(lambda _message: None, lambda: None)


async def test_that_there_is_none_is_known_after_one_look(bus: AccessibilityBus) -> None:
    tasks = TaskSet()
    tasks.start(bus.serve(), "bus")
    async with asyncio.timeout(4):  # less than anything waits for it
        assert not await bus.sought()
    await tasks.close()


async def test_where_nothing_can_be_switched_on_that_is_said(bus: AccessibilityBus) -> None:
    with pytest.raises(AccessibilityOff) as error:
        await Obstacles(bus).accessible()
    assert error.value.hint
