"""The settings window: pages at the left, their controls at the right, a search over all."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from copilot.ui import kit
from copilot.ui import theme as themes
from copilot.ui.settings import pages
from copilot.ui.settings.desk import Desk
from copilot.ui.settings.models import models
from copilot.ui.settings.pages import Page
from copilot.ui.settings.services import Services

_tr = QCoreApplication.translate


def _pages() -> tuple[tuple[str, str, Page], ...]:
    return (
        ("models", _tr("Settings", "Models"), models),
        ("replies", _tr("Settings", "Replies"), pages.replies),
        ("hotkeys", _tr("Settings", "Hotkeys"), pages.hotkeys),
        ("applications", _tr("Settings", "Applications"), pages.applications),
        ("privacy", _tr("Settings", "Privacy"), pages.privacy),
        ("budget", _tr("Settings", "Budget"), pages.budget),
        ("appearance", _tr("Settings", "Appearance"), pages.appearance),
        ("system", _tr("Settings", "System"), pages.system),
    )


class SettingsWindow(kit.Window):
    """Changes are in force at once. Keep it until it is closed."""

    def __init__(self, services: Services, ask_theme: kit.AskTheme = themes.current) -> None:
        super().__init__(_tr("Settings", "Settings"), ask_theme)
        self.desk = Desk(services.configuring)
        self._names: list[str] = []
        self._search = QLineEdit()
        self._search.setPlaceholderText(_tr("Settings", "Search"))
        self._search.setAccessibleName(_tr("Settings", "Search in settings"))
        self._search.setClearButtonEnabled(True)
        self._search.textChanged.connect(self._find)
        self._list = QListWidget()
        self._list.setAccessibleName(_tr("Settings", "Pages"))
        self._list.currentRowChanged.connect(self._show_row)
        self._stack = QStackedWidget()
        self._scrolls: list[QScrollArea] = []
        for name, title, make in _pages():
            self._names.append(name)
            self._list.addItem(QListWidgetItem(title))
            scroll = make(self.desk, services)
            self._scrolls.append(scroll)
            self._stack.addWidget(scroll)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(kit.EDGE // 2, kit.EDGE, kit.EDGE // 2, kit.EDGE // 2)
        column.addWidget(self._search)
        column.addWidget(self._list, 1)
        left.setFixedWidth(self.theme.px(200))
        self._trouble = kit.text("")
        self._trouble.setProperty("alarm", True)
        self._trouble.setAccessibleName(_tr("Settings", "Problem"))
        self._undo = kit.button(_tr("Settings", "Undo the changes of this page"), self._undo_page)
        close = kit.button(_tr("Settings", "Close"), self.close)
        foot = QHBoxLayout()
        foot.setContentsMargins(kit.EDGE, 0, kit.EDGE, kit.EDGE // 2)
        foot.addWidget(self._trouble, 1)
        foot.addWidget(self._undo)
        foot.addWidget(close)
        right = QVBoxLayout()
        right.addWidget(self._stack, 1)
        right.addLayout(foot)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(left)
        layout.addLayout(right, 1)
        self.desk.trouble.connect(self._trouble.setText)
        self.desk.changed.connect(self._renew)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._search.setFocus)
        self.resize(self.theme.px(820), self.theme.px(620))
        self._list.setCurrentRow(0)
        self._renew()

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return self.desk.page

    def show_page(self, name: str) -> None:
        """Show one page by its name, "privacy" for example."""
        if name in self._names:
            self._list.setCurrentRow(self._names.index(name))

    def _show_row(self, row: int) -> None:
        if 0 <= row < len(self._names):
            self.desk.page = self._names[row]
            self._stack.setCurrentIndex(row)
            self._trouble.setText("")
            self._renew()

    def _renew(self) -> None:
        self._undo.setVisible(self.desk.can_undo())

    def _undo_page(self) -> None:
        self.desk.undo()

    def _find(self, wanted: str) -> None:
        """Show the pages whose words hold what is looked for, and go to the first."""
        wanted = wanted.strip().casefold()
        first = -1
        for row, scroll in enumerate(self._scrolls):
            fits = not wanted or any(wanted in words for words in _words(scroll))
            fits = fits or wanted in self._list.item(row).text().casefold()
            self._list.item(row).setHidden(not fits)
            if fits and first < 0:
                first = row
        if first >= 0 and self._list.item(max(self._list.currentRow(), 0)).isHidden():
            self._list.setCurrentRow(first)
        if wanted and first >= 0:
            self._mark(wanted)

    def _mark(self, wanted: str) -> None:
        scroll = self._scrolls[self._list.currentRow()]
        for label in scroll.findChildren(QLabel):
            if wanted in label.text().casefold() and not label.isHidden():
                scroll.ensureWidgetVisible(label)
                return

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take what is being written, then hear of nothing any more."""
        self.setFocus()
        self.desk.leave()
        super().closeEvent(event)


def _words(scroll: QScrollArea) -> list[str]:
    labels = [label.text().casefold() for label in scroll.findChildren(QLabel)]
    return labels + [button.text().casefold() for button in scroll.findChildren(QAbstractButton)]
