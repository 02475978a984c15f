"""The table of applications, and the words for what is read there and how text is written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal

from copilot.core.applications import KnownApplication
from copilot.core.bounds import READS
from copilot.ui.table import WordTable

_tr = QCoreApplication.translate
_MOST_ROWS = 7


def reads_words() -> dict[str, str]:
    """What may be read, by the values of the field."""
    return {
        "all": _tr("Settings", "drafts and chats"),
        "draft": _tr("Settings", "drafts only"),
        "nothing": _tr("Settings", "not read"),
    }


def writes_words() -> dict[str, str]:
    """How text is written, by the values of the field."""
    return {
        "auto": _tr("Settings", "automatically"),
        "accessibility": _tr("Settings", "directly"),
        "paste": _tr("Settings", "by pasting"),
        "keys": _tr("Settings", "key by key"),
        "copy": _tr("Settings", "not at all: it is copied"),
    }


@dataclass(frozen=True, slots=True)
class Entry:
    """One application and what is in force there: one of READS, one of WRITES.

    `denied` says that it is on a list of what is never read, whatever is set here.
    """

    known: KnownApplication
    reads: str
    writes: str
    denied: bool = False

    @property
    def read(self) -> str:
        """What is really read, in words."""
        can = {"draft": "draft", "nothing": "nothing"}.get(self.known.reads, "all")
        reads = "nothing" if self.denied else self.reads
        return reads_words()[min(reads, can, key=READS.index)]

    @property
    def written(self) -> str:
        """How text is really written, in words."""
        way = self.writes if self.writes != "auto" else self.known.way
        return writes_words().get(way, writes_words()["auto"])


class ApplicationTable(WordTable):
    """One line for each application; `chosen` tells which one, by its name."""

    chosen = Signal(str)

    def __init__(self) -> None:
        heads = (
            _tr("Settings", "Application"),
            _tr("Settings", "Is read"),
            _tr("Settings", "Is written"),
        )
        super().__init__(_tr("Settings", "Applications that were seen"), heads, _MOST_ROWS)
        self._names: list[str] = []
        self.currentCellChanged.connect(self._tell)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these; the one that was chosen stays so, else the first is."""
        row = self.currentRow()
        before = self._names[row] if 0 <= row < len(self._names) else ""
        blocked = self.blockSignals(True)
        self._names = [entry.known.name for entry in entries]
        self.show_rows([(one.known.title, one.read, one.written) for one in entries])
        if entries:
            self.setCurrentCell(self._names.index(before) if before in self._names else 0, 0)
        self.blockSignals(blocked)
        self._tell(self.currentRow())

    def _tell(self, row: int, *_: int) -> None:
        self.chosen.emit(self._names[row] if 0 <= row < len(self._names) else "")
