"""The model of a list that is as long as it likes: its rows come a page at a time, off the thread.

The newest question wins: what was asked before is cancelled, and what is shown stays until the
first page of the new answer is there, so that typing never makes a list flicker.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from copilot.core.errors import CopilotError
from copilot.core.tasks import TaskSet

FIRST, NEXT = 30, 100
"""So many rows come at first, for the eye, and then at each end of the list."""

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """What a list shows of a thing: two lines and a sign of how it went; `item` is the thing.

    `number` is what the next page comes after. `result` is what became of the text, if anything.
    """

    number: int
    title: str
    when: str
    text: str
    note: str
    item: object
    result: str = ""


class Role(IntEnum):
    """What a row has, beside its text."""

    ROW = Qt.ItemDataRole.UserRole


Fetch = Callable[[int, int], Coroutine[None, None, Sequence[Row]]]
"""The rows after this number (0 to begin), at most so many. Raises CopilotError."""


class Rows(QAbstractListModel):
    """Shows what was asked for last. `settled` when a page has come, `failed` when it can't."""

    settled = Signal()
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = TaskSet()
        self._looking: asyncio.Task[None] | None = None
        self._rows: list[Row] = []
        self._fetch: Fetch | None = None
        self._whole = True

    @property
    def looking(self) -> bool:
        """Whether an answer is under way."""
        return self._looking is not None and not self._looking.done()

    @property
    def whole(self) -> bool:
        """Whether there is nothing after the last row."""
        return self._whole

    def look(self, fetch: Fetch) -> None:
        """Show what this finds, as soon as its first page is there."""
        self.stop()
        self._looking = self._tasks.start(self._begin(fetch), "search the history")

    def stop(self) -> None:
        """Wait for nothing any more."""
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None

    def row(self, index: Index) -> Row | None:
        """The row there."""
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many rows are here by now."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, and what is read aloud of it."""
        row = self.row(index)
        if row is None:
            return None
        if role == Role.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(filter(None, (row.title, row.when, row.note, row.text, row.result)))
        return None

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there may be more than is here."""
        return not parent.isValid() and not self._whole and not self.looking

    def fetchMore(self, parent: Index) -> None:
        """Get the next page."""
        if self.canFetchMore(parent) and self._fetch is not None:
            self._looking = self._tasks.start(self._go_on(self._fetch), "more of the history")

    async def _begin(self, fetch: Fetch) -> None:
        found = await self._page(fetch, 0, FIRST)
        if found is None:
            return
        self.beginResetModel()
        self._rows, self._fetch, self._whole = list(found), fetch, len(found) < FIRST
        self.endResetModel()
        self._looking = None
        self.settled.emit()

    async def _go_on(self, fetch: Fetch) -> None:
        found = await self._page(fetch, self._rows[-1].number, NEXT)
        if found is None:
            return
        self._whole = len(found) < NEXT
        self._looking = None
        if found:
            count = len(self._rows)
            self.beginInsertRows(QModelIndex(), count, count + len(found) - 1)
            self._rows.extend(found)
            self.endInsertRows()
        self.settled.emit()

    async def _page(self, fetch: Fetch, after: int, limit: int) -> Sequence[Row] | None:
        try:
            return await fetch(after, limit)
        except CopilotError as error:
            self._looking = None
            self._whole = True
            self.failed.emit(error)
            return None
