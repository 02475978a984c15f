"""A table of words: as high as its lines up to a bound, and each line as high as its words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableWidget, QTableWidgetItem

from copilot.ui import kit

_PADDING = (18, 5)
"""Of a cell, at its sides and above and below, with the frame of its selection."""


class WordTable(QTableWidget):
    """Columns share the width; words that are too long for theirs are wrapped."""

    def __init__(self, name: str, heads: Sequence[str], most_rows: int) -> None:
        super().__init__(0, len(heads))
        self._most = most_rows
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(heads))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(self._fit)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these; cells that are there already are kept."""
        self.setRowCount(len(rows))
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                cell = self.item(row, column)
                if cell is None:
                    self.setItem(row, column, QTableWidgetItem(text))
                else:
                    cell.setText(text)
        self._fit()

    def _fit(self, *_: int) -> None:
        for row in range(self.rowCount()):
            self.setRowHeight(row, self._needed(row))
        rows = self.verticalHeader()
        shown = sum(rows.sectionSize(row) for row in range(min(self.rowCount(), self._most)))
        self.setFixedHeight(shown + self.horizontalHeader().sizeHint().height() + 4)

    def _needed(self, row: int) -> int:
        """Qt's own measure forgets the padding of the style sheet, and cuts words."""
        window = self.window()
        px = window.theme.px if isinstance(window, kit.Window) else int
        beside, above = (2 * px(one) for one in _PADDING)
        height = 0
        for column in range(self.columnCount()):
            cell = self.item(row, column)
            if cell is not None and not self.isColumnHidden(column):
                room = QRect(0, 0, max(1, self.columnWidth(column) - beside), 10_000)
                flags = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
                drawn = self.fontMetrics().boundingRect(room, flags, cell.text())
                height = max(height, drawn.height())
        return height + above

    def changeEvent(self, event: QEvent) -> None:
        """Stay as many lines high where letters have another size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._fit()
