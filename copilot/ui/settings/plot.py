"""The plot of what was used each day: columns of tokens, money in their words."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from copilot.ui.plot import Bar, DayPlot
from copilot.ui.settings.services import Spending

_tr = QCoreApplication.translate


class Plot(DayPlot):
    """Columns of tokens for each day; money stands in the words."""

    def __init__(self) -> None:
        super().__init__(_tr("Settings", "What was used"))

    def show_days(self, days: tuple[Spending, ...], currency: str) -> None:
        """Show these days, oldest first."""
        tokens, money = sum(day.tokens for day in days), sum(day.money for day in days)
        summary = (
            _used(tokens, money, currency, 2 if money >= 1 else 4)
            if tokens
            else _tr("Settings", "Nothing was used.")
        )
        self.show_bars([_bar(day, currency) for day in days], summary)


def _bar(day: Spending, currency: str) -> Bar:
    name = _date(day.day)
    return Bar(name, day.tokens, f"{name}: {_used(day.tokens, day.money, currency, 4)}")


def _used(tokens: int, money: float, currency: str, digits: int) -> str:
    locale = QLocale()
    said = _tr("Settings", "{tokens} tokens").format(tokens=locale.toString(tokens))
    if money and currency:
        said += f" · {currency} {locale.toString(money, 'f', digits)}"
    return said


def _date(day: date) -> str:
    return QLocale().toString(QDate(day.year, day.month, day.day), QLocale.FormatType.ShortFormat)
