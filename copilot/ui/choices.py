"""A list to choose from, in windows that scroll."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

_NONE: Mapping[str, str] = MappingProxyType({})


class Choice(QComboBox):
    """Values with their words; the wheel changes it only where the person is."""

    def __init__(self, name: str = "", options: Mapping[str, str] = _NONE) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        for value, words in options.items():
            self.addItem(words, value)

    def setAccessibleName(self, name: str) -> None:
        """Name it. On Unix, Qt says the chosen line in its place: the description says it again."""
        super().setAccessibleName(name)
        if not self.accessibleDescription():
            self.setAccessibleDescription(name)

    @property
    def value(self) -> str:
        """What is chosen."""
        return str(self.currentData() or "")

    def show_value(self, value: str) -> None:
        """Choose this, without telling; it is added where it is unknown."""
        if self.findData(value) < 0:
            self.addItem(value, value)
        blocked = self.blockSignals(True)
        self.setCurrentIndex(self.findData(value))
        self.blockSignals(blocked)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
