"""Pages behind tabs, each made when it is wanted: all at once would keep the panel waiting."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from copilot.ui.history import words


class Pages(QTabWidget):
    """`makers` makes each page, by the short name of its title."""

    def __init__(self, makers: Mapping[str, Callable[[], QWidget]]) -> None:
        super().__init__()
        self._makers = makers
        self._names = tuple(makers)
        self._holders: dict[str, QVBoxLayout] = {}
        self._made: dict[str, QWidget] = {}
        for name in self._names:
            holder = QWidget()
            layout = self._holders[name] = QVBoxLayout(holder)
            layout.setContentsMargins(0, 0, 0, 0)
            self.addTab(holder, words.word(name))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its bar takes the keyboard
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)

    @property
    def name(self) -> str:
        """The name of the page that is shown."""
        return self._names[self.currentIndex()]

    @property
    def shown(self) -> QWidget:
        """The page that is shown, made now if it is not there yet."""
        name = self.name
        if name not in self._made:
            page = self._made[name] = self._makers[name]()
            self._holders[name].addWidget(page)
        return self._made[name]

    @property
    def made(self) -> tuple[QWidget, ...]:
        """The pages that are there by now."""
        return tuple(self._made.values())

    def show_page(self, name: str) -> None:
        """Go to the page of this name."""
        self.setCurrentIndex(self._names.index(name))

    def allow(self, name: str) -> None:
        """Show the tab of this one alone."""
        for index, other in enumerate(self._names):
            self.setTabVisible(index, other == name)

    def allow_all(self) -> None:
        """Show all tabs."""
        for index in range(len(self._names)):
            self.setTabVisible(index, True)
