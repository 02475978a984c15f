"""Offscreen Qt for these tests, whatever display the tests were started on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtGui import QCursor
from pytestqt.qtbot import QtBot

from copilot.core.intents import Intent
from copilot.ui import theme as themes
from copilot.ui.bridge import Bridge
from copilot.ui.panel import Panel


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["tests", "-platform", "offscreen"]


@pytest.fixture
def intents() -> list[Intent]:
    """What the person was understood to want, in order."""
    return []


@pytest.fixture
def bridge(qtbot: QtBot, intents: list[Intent]) -> Bridge:
    return Bridge(intents.append)


@pytest.fixture
def panel(qtbot: QtBot, bridge: Bridge) -> Iterator[Panel]:
    """A light panel on a desktop without a compositor, far from the pointer."""
    QCursor.setPos(0, 0)
    made = Panel(bridge, partial(themes.make, dark=False), lambda: False)
    qtbot.addWidget(made)
    yield made
    made.close()
