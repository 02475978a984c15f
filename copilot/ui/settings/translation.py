"""The page for translation: which languages the person reads, what is translated, the glossary."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from copilot.core.configuring import Value
from copilot.core.languages import LANGUAGES
from copilot.ui import kit
from copilot.ui.language_names import language_name, own_name
from copilot.ui.settings import controls
from copilot.ui.settings.desk import Desk
from copilot.ui.settings.services import Services

_tr = QCoreApplication.translate
_MINE = "translation.mine"


def translation(desk: Desk, services: Services) -> QScrollArea:
    """Languages, what is translated by itself, and terms that are always translated alike."""
    glossary = kit.text("", muted=True)
    return kit.page(
        kit.heading(_tr("Settings", "Translation")),
        kit.text(
            _tr("Settings", "Which model translates is chosen on the page Models."), muted=True
        ),
        kit.heading(_tr("Settings", "Languages that you read"), 2),
        kit.text(
            _tr(
                "Settings",
                "Messages in others are translated into the first one. Without any, the languages "
                "of this system count.",
            ),
            muted=True,
        ),
        MyLanguages(desk),
        kit.card(
            kit.setting(
                _tr("Settings", "Translate what others write"),
                controls.switch(desk, "translation.incoming"),
                _tr("Settings", "As it arrives, beside the chat."),
            ),
            kit.setting(
                _tr("Settings", "Translate drafts while you type"),
                controls.switch(desk, "translation.drafts"),
                _tr("Settings", "With contacts who write in another language."),
            ),
            kit.setting(
                _tr("Settings", "Say what they will read"),
                controls.switch(desk, "translation.way_back"),
                _tr("Settings", "Translates a draft back and warns of how it may sound."),
            ),
        ),
        kit.heading(_tr("Settings", "Glossary"), 2),
        kit.text(
            _tr(
                "Settings",
                "Terms that are always translated in the same way, in a table that spreadsheets "
                "can open.",
            ),
            muted=True,
        ),
        glossary,
        _glossary_buttons(desk, services, glossary),
    )


class MyLanguages(QWidget):
    """The field as a list in the person's order, with what can be added."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.list = QListWidget()
        self.list.setAccessibleName(_tr("Settings", "Languages that you read"))
        self.list.setFixedHeight(self.list.fontMetrics().lineSpacing() * 7 + 24)
        self.list.currentRowChanged.connect(self._renew)
        self.add = controls.Choice()
        self.add.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.add.setAccessibleName(_tr("Settings", "Add a language"))
        self.add.setMaxVisibleItems(16)
        # Measuring names in forty scripts would hold the window up for half a second.
        self.add.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.add.setMinimumContentsLength(14)
        self.add.activated.connect(self._add)
        self.first = kit.button(_tr("Settings", "Translate into this one"), self._to_front)
        self.remove = kit.button(_tr("Settings", "Remove"), self._remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(kit.BETWEEN)
        layout.addWidget(self.list)
        layout.addWidget(kit.Beside(self.add, self.first, self.remove))
        desk.bind(_MINE, self._show)

    @property
    def _tags(self) -> tuple[str, ...]:
        return cast("tuple[str, ...]", self._desk.configuring.value(_MINE))

    def _show(self, value: Value) -> None:
        tags = cast("tuple[str, ...]", value)
        row = self.list.currentRow()
        before = str(self.list.item(row).data(Qt.ItemDataRole.UserRole)) if row >= 0 else ""
        self.list.clear()
        for tag in tags:
            item = QListWidgetItem(_named(tag))
            item.setData(Qt.ItemDataRole.UserRole, tag)
            self.list.addItem(item)
        if before in tags:
            self.list.setCurrentRow(tags.index(before))
        self.add.clear()
        self.add.addItem(_tr("Settings", "Add a language…"), "")
        rest = [tag for tag in LANGUAGES if tag not in tags]
        for tag in sorted(rest, key=lambda one: language_name(one).casefold()):
            self.add.addItem(_named(tag), tag)
        self._renew()

    def _renew(self) -> None:
        row = self.list.currentRow()
        self.first.setEnabled(row > 0)
        self.remove.setEnabled(row >= 0)

    def _add(self) -> None:
        tag = str(self.add.currentData())
        if tag:
            self._desk.set(_MINE, (*self._tags, tag))
        self.add.setCurrentIndex(0)

    def _remove(self) -> None:
        row, tags = self.list.currentRow(), self._tags
        if 0 <= row < len(tags):
            self._desk.set(_MINE, (*tags[:row], *tags[row + 1 :]))

    def _to_front(self) -> None:
        row, tags = self.list.currentRow(), self._tags
        if 0 < row < len(tags):
            self._desk.set(_MINE, (tags[row], *tags[:row], *tags[row + 1 :]))


def _named(tag: str) -> str:
    name, own = language_name(tag), own_name(tag)
    return name if name == own else f"{name} · {own}"


def _glossary_buttons(desk: Desk, services: Services, count: QLabel) -> QWidget:
    def show() -> None:
        terms = services.terms()
        count.setText(_tr("Settings", "%n terms", "", terms))

    async def taken(path: str) -> None:
        await services.import_glossary(path)
        show()

    def take(path: str) -> None:
        desk.run(taken(path), "import terms")

    def give(path: str) -> None:
        desk.run(services.export_glossary(path), "export terms")

    def ask_which() -> None:
        dialog = QFileDialog(line.window(), _tr("Settings", "Import terms"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_tr("Settings", "Tables (*.csv *.tsv *.txt)"))
        dialog.fileSelected.connect(take)
        dialog.open()

    def ask_where() -> None:
        dialog = QFileDialog(line.window(), _tr("Settings", "Export terms"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.fileSelected.connect(give)
        dialog.open()

    line = kit.Beside(
        kit.button(_tr("Settings", "Edit the terms"), services.open_glossary),
        kit.button(_tr("Settings", "Import…"), ask_which),
        kit.button(_tr("Settings", "Export…"), ask_where),
    )
    desk.renew_with(show)
    return line
