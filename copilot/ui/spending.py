"""Plots of what models cost: tokens and money per day, by skill and by provider; or a table."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta
from operator import attrgetter

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from copilot.core.archiving import Spending, Usage
from copilot.ui import kit
from copilot.ui.history import words
from copilot.ui.plot import Bar, DayPlot, Plot, RankPlot
from copilot.ui.table import WordTable

_tr = QCoreApplication.translate
_MOST_ROWS = 12


class SpendingPlots(QWidget):
    """Four plots below each other, or the same numbers as a table, as the person likes."""

    def __init__(self) -> None:
        super().__init__()
        self._tokens = DayPlot(_tr("History", "Tokens a day"))
        self._money = DayPlot(_tr("History", "Money a day"))
        self._skills = RankPlot(_tr("History", "By what it was for"))
        self._providers = RankPlot(_tr("History", "By provider"))
        self.table = _Table()
        self.as_table = kit.button("", self._switch, link=True)
        self._plots = QWidget()
        below = _column(self._plots)
        for plot in (self._tokens, self._money, self._skills, self._providers):
            below.addWidget(kit.card(kit.heading(plot.accessibleName(), 2), plot))
        self._around_table = kit.card(self.table)
        layout = _column(self)
        layout.addWidget(self._plots)
        layout.addWidget(self._around_table)
        layout.addWidget(self.as_table, 0, Qt.AlignmentFlag.AlignLeft)
        self._show_table(table=False)

    def _switch(self) -> None:
        self._show_table(table=self._around_table.isHidden())

    def _show_table(self, *, table: bool) -> None:
        self._plots.setHidden(table)
        self._around_table.setHidden(not table)
        plots, rows = _tr("History", "Show as plots"), _tr("History", "Show as a table")
        self.as_table.setText(plots if table else rows)

    def show_usage(self, usage: Usage) -> None:
        """Show this."""
        count = (usage.last - usage.first).days + 1
        days = [usage.first + timedelta(days=n) for n in range(count)]
        tokens: defaultdict[date, int] = defaultdict(int)
        money: defaultdict[date, float] = defaultdict(float)
        for one in usage.spent:
            tokens[one.day] += one.tokens
            money[one.day] += one.money or 0.0
        total = sum(tokens.values())
        self._tokens.show_bars(
            [_day_bar(day, tokens[day], _tokens(tokens[day])) for day in days],
            _tokens(total) if total else _tr("History", "Nothing was used."),
        )
        spent = sum(money.values())
        self._money.show_bars(
            [_day_bar(day, money[day], _amount(money[day], usage.currency)) for day in days],
            _amount(spent, usage.currency),
        )
        _show_card(self._money, bool(spent and usage.currency))
        _rank(self._skills, usage, _skill_of)
        _rank(self._providers, usage, attrgetter("provider"))
        self.table.show_usage(usage)
        self.as_table.setVisible(bool(usage.spent) or not self._around_table.isHidden())


class _Table(WordTable):
    """A line for each day, skill and provider, the newest day first."""

    def __init__(self) -> None:
        heads = (
            _tr("History", "Day"),
            _tr("History", "For what"),
            _tr("History", "Provider"),
            _tr("History", "Tokens"),
            _tr("History", "Money"),
        )
        super().__init__(_tr("History", "What was used"), heads, _MOST_ROWS)

    def show_usage(self, usage: Usage) -> None:
        """Show this."""
        spent = sorted(usage.spent, key=lambda one: (-one.day.toordinal(), one.skill, one.provider))
        self.setColumnHidden(4, not usage.currency)
        self.show_rows([_cells(one, usage.currency) for one in spent])


def _cells(one: Spending, currency: str) -> tuple[str, ...]:
    money = "" if one.money is None else _amount(one.money, currency)
    return (_name(one.day), _skill_of(one), one.provider, _number(one.tokens), money)


def _column(widget: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(kit.BETWEEN)
    return layout


def _skill_of(one: Spending) -> str:
    return words.skill(one.skill)


def _show_card(part: QWidget, visible: bool) -> None:
    """Show or hide the card around a part."""
    around = part.parentWidget()
    if around is not None:
        around.setVisible(visible)


def _rank(plot: Plot, usage: Usage, name: Callable[[Spending], str]) -> None:
    tokens: defaultdict[str, int] = defaultdict(int)
    money: defaultdict[str, float] = defaultdict(float)
    for one in usage.spent:
        tokens[name(one)] += one.tokens
        money[name(one)] += one.money or 0.0
    bars: list[Bar] = []
    for key, count in sorted(tokens.items(), key=lambda pair: -pair[1]):
        parts = [_tokens(count)]
        if money[key] and usage.currency:
            parts.append(_amount(money[key], usage.currency))
        short = " · ".join(parts)
        bars.append(Bar(key, count, f"{key}: {short}", short))
    plot.show_bars(bars, "")
    _show_card(plot, bool(bars))


def _day_bar(day: date, value: float, told: str) -> Bar:
    name = _name(day)
    return Bar(name, value, f"{name}: {told}")


def _name(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)


def _number(count: int) -> str:
    return QLocale().toString(count)


def _tokens(count: int) -> str:
    return _tr("History", "{count} tokens").format(count=_number(count))


def _amount(money: float, currency: str) -> str:
    digits = 2 if money >= 1 or not money else 4
    return f"{currency} {QLocale().toString(money, 'f', digits)}"
