"""The usage page: tokens and money per day, skill and provider, and what offers were good for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QLocale, QModelIndex, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from copilot.core.archiving import Archiving, Offers, Usage
from copilot.ui import kit
from copilot.ui.choices import Choice
from copilot.ui.history import words
from copilot.ui.history.contact import Run
from copilot.ui.history.rows import Index
from copilot.ui.spending import SpendingPlots

_tr = QCoreApplication.translate
_SPANS = ("7", "30", "90", "365")
_MOST_CONTACTS = 12
_NOWHERE = QModelIndex()


class OfferTable(QTableView):
    """What became of offers, in a row for each skill or contact."""

    def __init__(self, name: str, first: str) -> None:
        super().__init__()
        self._table = _Table(self, first)
        self.setModel(self._table)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)

    def show_offers(self, rows: Iterable[tuple[str, tuple[int, ...]]]) -> None:
        """Show these sums: offered, taken, edited, ignored, saved."""
        self._table.show_rows(list(rows))
        self.resizeRowsToContents()
        height = self.verticalHeader().length() + self.horizontalHeader().sizeHint().height() + 4
        self.setFixedHeight(height)


class _Table(QAbstractTableModel):
    def __init__(self, parent: QObject, first: str) -> None:
        super().__init__(parent)
        self._rows: list[tuple[str, tuple[int, ...]]] = []
        self._heads = (
            first,
            _tr("History", "offered"),
            _tr("History", "✓ taken"),
            _tr("History", "✎ edited"),
            _tr("History", "✕ ignored"),
            _tr("History", "characters saved"),
        )

    def show_rows(self, rows: list[tuple[str, tuple[int, ...]]]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return _side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        name, values = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            column = index.column()
            return QLocale().toString(values[column - 1]) if column else name
        return _side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _side(column: int) -> Qt.AlignmentFlag:
    flags = Qt.AlignmentFlag
    return (flags.AlignRight if column else flags.AlignLeft) | flags.AlignVCenter


class UsagePage(QWidget):
    """Shows the last days, as many as are chosen."""

    def __init__(self, archive: Archiving, run: Run) -> None:
        super().__init__()
        self._archive = archive
        self._run = run
        options = {one: words.span(one) for one in _SPANS if one != "90"}
        options["90"] = _tr("History", "Last 90 days")
        self.days = Choice(
            _tr("History", "Time that is shown"), {one: options[one] for one in _SPANS}
        )
        self.days.show_value("30")
        self.days.activated.connect(self.refresh)
        self._summary = kit.text("", selectable=True)
        self._spending = SpendingPlots()
        for_what = _tr("History", "For what")
        self._by_skill = OfferTable(_tr("History", "What became of offers, by skill"), for_what)
        self._by_contact = OfferTable(
            _tr("History", "What became of offers, by contact"), words.word("contact")
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._compose())

    def _compose(self) -> QWidget:
        head = QWidget()
        line = kit.row(title := kit.heading(words.word("usage")), self.days, stretch=title)
        line.setContentsMargins(0, 0, 0, 0)
        head.setLayout(line)
        return kit.page(
            head,
            self._summary,
            self._spending,
            kit.card(kit.heading(_tr("History", "What became of offers"), 2), self._by_skill),
            kit.card(self._by_contact),
            kit.text(
                _tr(
                    "History",
                    "All of this is counted on this machine and stays on it. Saved are the "
                    "characters of what was taken, less the draft that stood there, and of what "
                    "was edited only its unchanged beginning and end.",
                ),
                muted=True,
            ),
        )

    def refresh(self) -> None:
        """Count anew."""
        self._run(self._fetch(int(self.days.value)), "usage")

    async def _fetch(self, days: int) -> None:
        usage = await self._archive.usage(days)
        if int(self.days.value) == days:
            self.show_usage(usage)

    def show_usage(self, usage: Usage) -> None:
        """Show this."""
        self._spending.show_usage(usage)
        self._show_offers(usage.offers)

    def _show_offers(self, offers: tuple[Offers, ...]) -> None:
        by_skill = _sums(offers, lambda one: words.skill(one.skill))
        by_contact = _sums(offers, lambda one: one.contact)
        self._by_skill.show_offers(by_skill)
        self._by_contact.show_offers(by_contact[:_MOST_CONTACTS])
        for table in (self._by_skill, self._by_contact):
            _show_card(table, bool(offers))
        saved = sum(one.saved for one in offers)
        used = sum(one.taken + one.edited for one in offers)
        told = [_tr("History", "%n offers were taken.", "", used)] if offers else []
        if saved:
            number = QLocale().toString(saved)
            told.append(
                _tr("History", "That saved typing {number} characters.").format(number=number)
            )
        self._summary.setText(" ".join(told) or _tr("History", "Nothing was offered in this time."))


def _show_card(part: QWidget, visible: bool) -> None:
    """Show or hide the card around a part."""
    around = part.parentWidget()
    if around is not None:
        around.setVisible(visible)


def _sums(
    offers: tuple[Offers, ...], name: Callable[[Offers], str]
) -> list[tuple[str, tuple[int, ...]]]:
    """Offered, taken, edited, ignored, saved, of each name; what was offered most first."""
    sums: defaultdict[str, list[int]] = defaultdict(lambda: [0] * 5)
    for one in offers:
        values = (one.offered, one.taken, one.edited, one.ignored, one.saved)
        for column, value in enumerate(values):
            sums[name(one)][column] += value
    found = [(key, tuple(values)) for key, values in sums.items()]
    return sorted(found, key=lambda pair: -pair[1][0])
