"""The settings window: pages at the left, their controls at the right, a search over all."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from copilot.ui import kit
from copilot.ui import theme as themes
from copilot.ui.settings import pages
from copilot.ui.settings.appearance import appearance
from copilot.ui.settings.applications import applications
from copilot.ui.settings.budget import budget
from copilot.ui.settings.desk import Desk
from copilot.ui.settings.models import models
from copilot.ui.settings.pages import Page
from copilot.ui.settings.services import Services
from copilot.ui.settings.translation import translation

_tr = QCoreApplication.translate
_MOST_CHOICES = 12
"""Longer lists are of languages, fonts and models, not of settings."""

_BREATH = 10
"""Milliseconds between two pages that nobody has asked for yet: what waits goes first."""

PAGES: Mapping[str, Page] = MappingProxyType(
    {
        "models": models,
        "replies": pages.replies,
        "translation": translation,
        "hotkeys": pages.hotkeys,
        "applications": applications,
        "privacy": pages.privacy,
        "budget": budget,
        "appearance": appearance,
        "system": pages.system,
    }
)
"""In the order of the list, by the names that `show_page` takes."""


def _title(name: str) -> str:
    return {
        "models": _tr("Settings", "Models"),
        "replies": _tr("Settings", "Replies"),
        "translation": _tr("Settings", "Translation"),
        "hotkeys": _tr("Settings", "Hotkeys"),
        "applications": _tr("Settings", "Applications"),
        "privacy": _tr("Settings", "Privacy"),
        "budget": _tr("Settings", "Budget"),
        "appearance": _tr("Settings", "Appearance"),
        "system": _tr("Settings", "System"),
    }[name]


class SettingsWindow(kit.Window):
    """Changes are in force at once. Keep it until it is closed.

    A page is made when it is wanted, the others one after the other once Qt is idle: all at once
    would keep the panel waiting.
    """

    def __init__(self, services: Services, ask_theme: kit.AskTheme = themes.current) -> None:
        super().__init__(_tr("Settings", "Settings"), ask_theme)
        self.desk = Desk(services.configuring, self.work, self)
        self._services = services
        self._names = list(PAGES)
        self._search = QLineEdit()
        self._search.setPlaceholderText(_tr("Settings", "Search"))
        self._search.setAccessibleName(_tr("Settings", "Search in settings"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._find)
        self._list = QListWidget()
        self._list.setAccessibleName(_tr("Settings", "Pages"))
        self._list.addItems([_title(name) for name in self._names])
        self._list.currentRowChanged.connect(self._show_row)
        self._stack = QStackedWidget()
        self._made: dict[str, QScrollArea] = {}
        self._making = QTimer(self)
        self._making.timeout.connect(self._make_next)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(kit.EDGE // 2, kit.EDGE, kit.EDGE // 2, kit.EDGE // 2)
        column.addWidget(self._search)
        column.addWidget(self._list, 1)
        self._left = left
        self._trouble = kit.text("")
        self._trouble.setProperty("alarm", True)
        self._undo = kit.button(_tr("Settings", "Undo the changes of this page"), self._undo_page)
        close = kit.button(_tr("Settings", "Close"), self.close)
        foot = QHBoxLayout()
        foot.setContentsMargins(kit.EDGE, kit.EDGE // 2, kit.EDGE, kit.EDGE // 2)
        foot.addWidget(self._trouble, 1)
        foot.addWidget(self._undo)
        foot.addWidget(close)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self._stack, 1)
        right.addWidget(kit.rule())
        right.addLayout(foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(left)
        layout.addLayout(right, 1)
        self.desk.trouble.connect(self._trouble.setText)
        self.desk.changed.connect(self._renew)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._search.setFocus)
        self.fit(880, 640)
        self._undo.hide()

    @Slot()
    def redress(self) -> None:
        """Take the theme that is in force now: the page that is seen first, the others after it.

        A style sheet goes through all that is below it, which takes a while for hundreds of
        controls: pages that nobody sees are taken out before, and put back one by one.
        """
        if self.isVisible():
            for page in self._made.values():
                if page is not self._stack.currentWidget():
                    self._stack.removeWidget(page)
                    page.setParent(None)
            self._making.start(_BREATH)
        super().redress()

    def _is_there(self, name: str) -> bool:
        return name in self._made and self._stack.indexOf(self._made[name]) >= 0

    def prepare(self, name: str) -> None:
        """Make the page of this name, or else the first: half of what `show_page` would do."""
        name = name if name in self._names else self._names[0]
        if name not in self._made:
            self._made[name] = PAGES[name](self.desk, self._services)

    def _page(self, name: str) -> QScrollArea:
        """The page of this name, made now if it is not there yet."""
        self.prepare(name)
        if not self._is_there(name):
            self._stack.addWidget(self._made[name])
        return self._made[name]

    def _make_next(self) -> None:
        missing = [name for name in self._names if not self._is_there(name)]
        if not missing:
            self._making.stop()
        elif missing[0] in self._made:
            self._page(missing[0])
        else:
            self.prepare(missing[0])

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return self.desk.page

    def show_page(self, name: str) -> None:
        """Show one page by its name, "privacy" for example; by "", the one that was shown."""
        if name in self._names:
            self._list.setCurrentRow(self._names.index(name))
        elif self._list.currentRow() < 0:
            self._list.setCurrentRow(0)

    def _show_row(self, row: int) -> None:
        if 0 <= row < len(self._names):
            self.desk.page = self._names[row]
            self._stack.setCurrentWidget(self._page(self._names[row]))
            self._trouble.setText("")
            self._renew()

    def _renew(self) -> None:
        self._undo.setVisible(self.desk.can_undo())

    def _undo_page(self) -> None:
        self.desk.undo()

    def _find(self, wanted: str) -> None:
        """Show the pages whose words hold what is looked for, and go to the first."""
        self.show_page("")
        wanted = wanted.strip().casefold()
        first = -1
        for row, name in enumerate(self._names):
            fits = not wanted or wanted in self._list.item(row).text().casefold()
            fits = fits or bool(_finds(self._page(name), wanted))
            self._list.item(row).setHidden(not fits)
            if fits and first < 0:
                first = row
        if first >= 0 and self._list.item(max(self._list.currentRow(), 0)).isHidden():
            self._list.setCurrentRow(first)
        if wanted and first >= 0:
            self._mark(wanted)

    def _mark(self, wanted: str) -> None:
        scroll = self._page(self._names[self._list.currentRow()])
        found = next((one for one in _finds(scroll, wanted) if not one.isHidden()), None)
        if found is not None:
            scroll.ensureWidgetVisible(found)

    def showEvent(self, event: QShowEvent) -> None:
        """Have a page to show; make the others once it is there."""
        self.show_page("")
        super().showEvent(event)
        if not all(map(self._is_there, self._names)):
            self._making.start(_BREATH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list leaves most of a small window to the page."""
        self._left.setFixedWidth(min(self.theme.px(200), self.width() * 3 // 10))

    def _failed(self, error: BaseException) -> None:
        super()._failed(error)
        self.desk.fail()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take what is being written, then hear of nothing any more."""
        self.setFocus()
        self._making.stop()
        self.desk.leave()
        for name in self._made:
            if not self._is_there(name):
                self._made[name].setParent(self)  # to go with it
        super().closeEvent(event)


def _finds(scroll: QScrollArea, wanted: str) -> list[QWidget]:
    """What on a page has these words: written on it, as its name, or among its choices."""
    return [
        one
        for one in scroll.findChildren(QWidget)
        if any(wanted in words.casefold() for words in _words(one))
    ]


def _words(one: QWidget) -> list[str]:
    words = [one.accessibleName()]
    if isinstance(one, QLabel | QAbstractButton):
        words.append(one.text())
    elif isinstance(one, QComboBox) and one.count() <= _MOST_CHOICES:
        words += [one.itemText(row) for row in range(one.count())]
    return words
