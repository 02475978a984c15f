"""Offscreen Qt for these tests, whatever display the tests were started on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pytest
import shiboken6
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from copilot.core.intents import Intent
from copilot.ui import kit
from copilot.ui import theme as themes
from copilot.ui.bridge import Bridge
from copilot.ui.panel import Panel


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["tests", "-platform", "offscreen"]


class Bot(QtBot):
    """Leaves alone, at the end of a test, the windows that went when they were closed."""

    def __init__(self, request: pytest.FixtureRequest) -> None:
        super().__init__(request)
        self.windows: list[kit.Window] = []

    def addWidget(
        self, widget: QWidget, *, before_close_func: Callable[[QWidget], None] | None = None
    ) -> None:
        if isinstance(widget, kit.Window):
            self.windows.append(widget)
        else:
            super().addWidget(widget, before_close_func=before_close_func)


@pytest.fixture
def qtbot(qapp: object, request: pytest.FixtureRequest) -> Iterator[QtBot]:
    bot = Bot(request)
    yield bot
    for window in bot.windows:
        if shiboken6.isValid(window):
            window.close()


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
