"""The choice of a font: families that exist, listed bit by bit while Qt has nothing else to do."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QFontDatabase, QShowEvent
from PySide6.QtWidgets import QComboBox

from copilot.core.configuring import Value
from copilot.ui.choices import Choice
from copilot.ui.settings.desk import Desk

_tr = QCoreApplication.translate
_AT_ONCE = 50
"""So many families are looked at before Qt may do something else."""
_HAN = (
    (QFontDatabase.WritingSystem.SimplifiedChinese, "汉字"),
    (QFontDatabase.WritingSystem.TraditionalChinese, "漢字"),
    (QFontDatabase.WritingSystem.Japanese, "かな"),
)
"""What stands behind the name of a family that has such characters."""


class FontChoice(Choice):
    """Names of families, none drawn in its own letters: reading a thousand fonts takes seconds.

    The list is made when the control is shown for the first time.
    """

    def __init__(self, desk: Desk, field: str) -> None:
        super().__init__()
        self._desk = desk
        self._field = field
        self._rest: list[str] = []
        self._found: dict[str, str] = {}
        self._listed = False
        self.setMaxVisibleItems(16)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(16)
        self.addItem(_tr("Settings", "as the system"), "")
        self._looking = QTimer(self)
        self._looking.timeout.connect(self._look)
        desk.bind(field, self._show_font)
        self.activated.connect(lambda: desk.set(field, self.value))

    def _show_font(self, value: Value) -> None:
        name = str(value)
        if self.findData(name) < 0:
            absent = self._listed and name not in self._found
            words = _tr("Settings", "{font} (not installed)") if absent else "{font}"
            self.addItem(words.format(font=name), name)
        blocked = self.blockSignals(True)
        self.setCurrentIndex(self.findData(name))
        self.blockSignals(blocked)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to list them."""
        super().showEvent(event)
        if not self._listed and not self._looking.isActive():
            self._looking.start(0)

    def _look(self) -> None:
        if not self._rest and not self._found:
            self._rest = _families()
        some, self._rest = self._rest[:_AT_ONCE], self._rest[_AT_ONCE:]
        for family in some:
            systems = set(QFontDatabase.writingSystems(family))
            if QFontDatabase.WritingSystem.Latin in systems:
                signs = [sign for system, sign in _HAN if system in systems]
                self._found[family] = " · ".join((family, " ".join(signs)) if signs else (family,))
        if not self._rest:
            self._looking.stop()
            self._list()

    def _list(self) -> None:
        self._listed = True
        self.clear()
        self.addItem(_tr("Settings", "as the system"), "")
        for family, words in self._found.items():
            self.addItem(words, family)
        # Its view would be as narrow as the closed list, and cut names.
        self.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._show_font(self._desk.configuring.value(self._field))


def _families() -> list[str]:
    # "Nimbus Sans [urw]": several foundries have a family of that name.
    names = {name.partition(" [")[0] for name in QFontDatabase.families()}
    return sorted(
        (name for name in names if name and not QFontDatabase.isPrivateFamily(name)),
        key=str.casefold,
    )
