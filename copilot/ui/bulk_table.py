"""A long text and its translation beside each other, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from copilot.core.bulk import BulkPart, BulkProgress
from copilot.core.languages import direction_of
from copilot.ui.messages import said
from copilot.ui.text import is_leftwards
from copilot.ui.theme import Theme, reading_font

_tr = QCoreApplication.translate
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class _Row:
    original: str
    translated: str = ""
    doubt: str = ""


class Sentences(QAbstractTableModel):
    """Two columns; only the rows that have changed are told anew."""

    def __init__(self, parent: QObject, theme: Theme) -> None:
        super().__init__(parent)
        self.theme = theme
        self._parts: tuple[BulkPart, ...] = ()
        self._firsts: list[int] = []
        """The first row of each part."""
        self._rows: list[_Row] = []
        self._languages = ("", "")

    def show_progress(self, progress: BulkProgress, source: str) -> list[int]:
        """Show this; the numbers of the rows that have changed."""
        before, self._parts = self._parts, progress.parts
        languages = (source, progress.target)
        if self._languages != languages or not _same_text(before, progress.parts):
            self.beginResetModel()
            self._languages, self._rows, self._firsts = languages, [], []
            for part in progress.parts:
                self._firsts.append(len(self._rows))
                self._rows += _rows(part)
            self.endResetModel()
            return list(range(len(self._rows)))
        changed: list[int] = []
        # Of a long text one part changes at a time.
        for first, old, part in zip(self._firsts, before, progress.parts, strict=True):
            if old is part:
                continue
            for i, row in enumerate(_rows(part), first):
                if row != self._rows[i]:
                    self._rows[i] = row
                    changed.append(i)
        if changed:
            self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], 1))
        return changed

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """One row for each sentence."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """What it was and what it became."""
        return 0 if parent.isValid() else 2

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The columns' names."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            names = (_tr("Translation", "Original"), _tr("Translation", "Translation"))
            return names[section]
        return None

    def words(self, index: _Index) -> str:
        """What stands there, alone: without our mark and what sets its direction."""
        row = self._rows[index.row()]
        return (row.original, row.translated)[index.column()]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The sentence, set in its language's way."""
        row, column = self._rows[index.row()], index.column()
        words, language = self.words(index), self._languages[column]
        leftwards = direction_of(language) == "rtl" if language else is_leftwards(words)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                shown = f"⚠ {words}" if row.doubt and column == 1 else words
                return _isolated(shown, leftwards)
            case Qt.ItemDataRole.ToolTipRole:
                return said(row.doubt) if column == 1 else None
            case Qt.ItemDataRole.FontRole:
                return reading_font(self.theme.body, words, language)
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if leftwards else Qt.AlignmentFlag.AlignLeft
                return side | Qt.AlignmentFlag.AlignTop
            case _:
                return None


def _isolated(text: str, leftwards: bool) -> str:
    """In its own direction where the table has the other, which Qt takes for all its texts."""
    table = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    begin = "\u2067" if leftwards else "\u2066"
    return text if leftwards is table else f"{begin}{text}\u2069"


def _same_text(one: tuple[BulkPart, ...], other: tuple[BulkPart, ...]) -> bool:
    return len(one) == len(other) and all(
        a is b or a.sentences == b.sentences for a, b in zip(one, other, strict=True)
    )


def _rows(part: BulkPart) -> list[_Row]:
    rows: list[_Row] = []
    for i, sentence in enumerate(part.sentences):
        if not sentence.strip():
            continue
        one = part.translated[i] if i < len(part.translated) else None
        if one is None:
            rows.append(_Row(sentence.strip()))
        else:
            rows.append(_Row(sentence.strip(), one.text, one.doubt or one.trouble))
    return rows


class SentenceTable(QTableView):
    """Shows `Sentences`; what is selected can be copied."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.sentences = Sentences(self, theme)
        self.setModel(self.sentences)
        self.setAccessibleName(_tr("Translation", "Sentences and their translations"))
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)

    def dress(self, theme: Theme) -> None:
        """Use this theme."""
        self.sentences.theme = theme
        self._fit(range(self.sentences.rowCount()))

    def show_progress(self, progress: BulkProgress, source: str) -> None:
        """Show this, and follow it unless the person has scrolled away."""
        bar = self.verticalScrollBar()
        follows = bar.value() >= bar.maximum() - 4 or self.currentIndex().isValid() is False
        changed = self.sentences.show_progress(progress, source)
        self._fit(changed)
        if changed and follows and len(changed) < self.sentences.rowCount():
            self.scrollTo(self.sentences.index(changed[-1], 1))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the sentence as it is."""
        if event.matches(QKeySequence.StandardKey.Copy) and self.currentIndex().isValid():
            QGuiApplication.clipboard().setText(self.sentences.words(self.currentIndex()))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other widths break texts elsewhere."""
        super().resizeEvent(event)
        self._fit(range(self.sentences.rowCount()))

    def _fit(self, rows: Iterable[int]) -> None:
        """Make these as high as their texts, with some air below."""
        air = self.sentences.theme.px(8)
        for row in rows:
            self.setRowHeight(row, max(self.sizeHintForRow(row), air) + air)
