"""The floating window keeps the size that it was given, whatever is answered while it is mapped."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from copilot.ui import theme as themes
from copilot.ui.surface import Surface


@pytest.fixture
def surface(qapp: QApplication, qtbot: QtBot) -> Surface:
    surface = Surface(themes.current(), lambda: False)
    qtbot.addWidget(surface)
    surface.set_body(QPoint(40, 40), 380, 313)
    surface.show()
    qtbot.waitExposed(surface)
    return surface


def test_an_older_size_that_comes_back_is_not_taken(surface: Surface, qtbot: QtBot) -> None:
    surface.resize(380, 151)  # as Qt does when the window manager says so
    qtbot.waitUntil(lambda: surface.size() == QSize(380, 313))
    assert surface.mask().boundingRect().height() == 313


def test_a_window_manager_that_insists_is_not_fought(surface: Surface, qtbot: QtBot) -> None:
    surface.resize(380, 151)
    qtbot.waitUntil(lambda: surface.height() == 313)
    surface.resize(380, 200)
    QApplication.processEvents()
    assert surface.height() == 200
    surface.set_body(QPoint(40, 40), 380, 240)
    assert surface.height() == 240


def test_a_hidden_window_takes_any_size(surface: Surface) -> None:
    surface.hide()
    surface.resize(380, 151)
    surface.show()
    QApplication.processEvents()
    assert surface.height() == 151
