"""Every window can be used by keyboard alone, and says its parts to screen readers."""

from __future__ import annotations

import gc
import weakref
from collections.abc import AsyncIterator, Callable
from functools import partial
from itertools import pairwise

import pytest
import pytest_asyncio
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QRadioButton,
    QScrollArea,
    QSplitter,
    QWidget,
)
from pytestqt.qtbot import QtBot

from copilot.core.appearance import Appearance
from copilot.ui import kit, tab_order
from copilot.ui import theme as themes
from tests.gui.windows import WINDOWS, settle

ROLES = {
    QAccessible.Role.Button,
    QAccessible.Role.ButtonMenu,
    QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton,
    QAccessible.Role.ComboBox,
    QAccessible.Role.EditableText,
    QAccessible.Role.SpinBox,
    QAccessible.Role.List,
    QAccessible.Role.Table,
    QAccessible.Role.Tree,
    QAccessible.Role.PageTabList,
    QAccessible.Role.StaticText,  # plots
}
"""What a screen reader can say of what has the keyboard."""

OTHERS = ("practice", "hint", "editor", "link")
"""Windows that are not of the kit."""

Open = Callable[[str], QWidget]


@pytest_asyncio.fixture
async def opened(qtbot: QtBot, request: pytest.FixtureRequest) -> AsyncIterator[QWidget]:
    window = WINDOWS[request.param](partial(themes.make, dark=False))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    await settle()
    yield window
    if shiboken6.isValid(window):
        window.close()
    await settle()


every = pytest.mark.parametrize("opened", WINDOWS, indirect=True)


def controls(window: QWidget) -> list[QWidget]:
    """What the keyboard has to reach. Of radio buttons it reaches the group, arrows do the rest."""
    return [
        one
        for one in window.findChildren(QWidget)
        if one.isVisible()
        and one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
        and not (isinstance(one, QRadioButton) and not one.isChecked())
    ]


def reached(window: QWidget, steps: int) -> set[QWidget]:
    found: set[QWidget] = set()
    for _ in range(steps):
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
        found.add(window.focusWidget())
    return found


def _about(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName() or widget.objectName()!r}"


@pytest.mark.parametrize("opened", [n for n in WINDOWS if n != "sent-nothing"], indirect=True)
async def test_tab_reaches_every_control(opened: QWidget) -> None:
    wanted = controls(opened)
    assert wanted
    missed = set(wanted) - reached(opened, 2 * len(wanted) + 4)
    assert sorted(map(_about, missed)) == []


@every
async def test_every_control_has_a_name_and_a_role(opened: QWidget) -> None:
    amiss: list[str] = []
    for one in controls(opened):
        said = QAccessible.queryAccessibleInterface(one)
        assert said is not None
        name = said.text(QAccessible.Text.Name)
        if isinstance(one, QComboBox):  # on Unix, its name is the line that is chosen
            name = said.text(QAccessible.Text.Description)
        if not name.strip() or said.role() not in ROLES:
            amiss.append(f"{_about(one)} {said.text(QAccessible.Text.Name)!r} {said.role()}")
    assert amiss == []


@every
async def test_tab_goes_in_the_order_of_reading(opened: QWidget) -> None:
    """Never up again, but to the next column and to the top from the end."""
    places = [one.mapTo(opened, QPoint(0, 0)) for one in tab_order.stops(opened)]
    upwards = [
        (before, after)
        for before, after in pairwise(places)
        if after.y() + 12 < before.y() and after.x() <= before.x()
    ]
    assert upwards == []


@pytest.mark.parametrize("opened", [n for n in WINDOWS if n != "practice"], indirect=True)
async def test_escape_closes(opened: QWidget) -> None:
    QTest.keyClick(opened.focusWidget() or opened, Qt.Key.Key_Escape)
    assert not opened.isVisible()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", [name for name in WINDOWS if not name.startswith(OTHERS)])
async def test_nothing_is_left_of_a_closed_window(name: str) -> None:
    """Who opens the settings a hundred times has them once in memory."""
    before = len(QApplication.allWidgets())
    window = WINDOWS[name](partial(themes.make, dark=False))
    window.show()
    await settle()
    window.close()
    await settle()
    assert not shiboken6.isValid(window)
    assert len(QApplication.allWidgets()) <= before
    gone = weakref.ref(window)
    del window
    gc.collect()
    assert gone() is None


@every
async def test_no_word_is_cut(opened: QWidget) -> None:
    """A paragraph has the height that its lines need, and one line the width."""
    cut = [
        label.text()
        for label in opened.findChildren(QLabel)
        if label.isVisible() and label.text() and label.wordWrap() and _is_cut(label)
    ]
    assert cut == []


def _is_cut(label: QLabel) -> bool:
    needed = label.heightForWidth(label.width())
    return needed > label.height() + 1 or label.minimumSizeHint().width() > label.width() + 1


@pytest.mark.parametrize("name", WINDOWS)
async def test_large_letters_fit_a_small_screen(name: str, qtbot: QtBot) -> None:
    """Three times the size: no larger than the screen, and what is wider can be scrolled to."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    before = application.font()
    large = application.font()
    large.setPointSizeF(3 * before.pointSizeF())
    application.setFont(large)
    try:
        window = WINDOWS[name](partial(themes.make, dark=False))
        qtbot.addWidget(window)
        window.show()
        await settle()
        assert window.width() <= 1366
        assert window.height() <= 768
        outside = [_about(one) for one in controls(window) if not _can_be_seen(one, window)]
        window.close()
        assert outside == []
    finally:
        application.setFont(before)
        await settle()


@pytest.mark.parametrize("name", [n for n in WINDOWS if not n.startswith(OTHERS)])
async def test_a_larger_size_reaches_windows_that_are_open(name: str, qtbot: QtBot) -> None:
    """No word is cut, nothing is out of sight, and the columns keep their shares."""
    look = Appearance("light")
    window = WINDOWS[name](lambda: themes.current(look))
    assert isinstance(window, kit.Window)
    qtbot.addWidget(window)
    window.show()
    await settle()
    before = _shares(window)
    look = Appearance("light", size=200)
    window.redress()
    await settle()
    cut = [
        label.text()
        for label in window.findChildren(QLabel)
        if label.isVisible() and label.text() and label.wordWrap() and _is_cut(label)
    ]
    outside = [_about(one) for one in controls(window) if not _can_be_seen(one, window)]
    assert (cut, outside) == ([], [])
    assert _shares(window) == pytest.approx(before, abs=0.2)
    window.close()
    await settle()


def _shares(window: QWidget) -> list[float]:
    """How much of its width the first column has, for each window that has columns."""
    splits = [s for s in window.findChildren(QSplitter) if s.isVisible()]
    sizes = [s.sizes() for s in splits if s.orientation() is Qt.Orientation.Horizontal]
    return [one[0] / max(1, sum(one)) for one in sizes]


def _can_be_seen(one: QWidget, window: QWidget) -> bool:
    around: QWidget | None = one
    while around is not None and around is not window:
        if isinstance(around, QScrollArea):
            return True
        around = around.parentWidget()
    corner = one.mapTo(window, QPoint(one.width() - 1, one.height() - 1))
    return window.rect().contains(corner)
