"""The page of budgets: what models cost so far, and what they may cost."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from copilot.ui import kit
from copilot.ui.choices import Choice
from copilot.ui.history import words
from copilot.ui.settings import controls
from copilot.ui.settings.desk import Desk
from copilot.ui.settings.services import Services
from copilot.ui.spending import SpendingPlots

_tr = QCoreApplication.translate
_SPANS = ("7", "30", "365")


def budget(desk: Desk, services: Services) -> QScrollArea:
    """Plots of the last days, then limits."""
    none = _tr("Settings", "no limit")
    return kit.page(
        kit.heading(_tr("Settings", "Budget")),
        kit.card(
            kit.setting(
                _tr("Settings", "Your currency"),
                controls.line(desk, "budget.currency", "EUR", 90),
                _tr("Settings", "Three letters, such as CNY, EUR or USD; limits in money need it."),
            ),
            kit.setting(
                _tr("Settings", "Money a day"),
                controls.number(desk, "budget.day_money", 1e6, special=none, step=0.5),
            ),
            kit.setting(
                _tr("Settings", "Money a month"),
                controls.number(desk, "budget.month_money", 1e6, special=none, step=1),
            ),
            kit.setting(
                _tr("Settings", "Tokens a day"),
                controls.number(desk, "budget.day_tokens", 2e9, special=none, step=10_000),
            ),
            kit.setting(
                _tr("Settings", "Tokens a month"),
                controls.number(desk, "budget.month_tokens", 2e9, special=none, step=100_000),
            ),
            kit.setting(
                _tr("Settings", "At the limit"),
                controls.choice(
                    desk,
                    "budget.when_over",
                    {
                        "warn": _tr("Settings", "warn me"),
                        "stop": _tr("Settings", "ask no model until it is renewed"),
                    },
                ),
            ),
        ),
        Used(desk, services),
    )


class Used(QWidget):
    """What was used in the last days, as many as are chosen; counted when it is seen."""

    def __init__(self, desk: Desk, services: Services) -> None:
        super().__init__()
        self._desk = desk
        self._services = services
        self.days = Choice(
            _tr("Settings", "Time that is shown"), {one: words.span(one) for one in _SPANS}
        )
        self.days.show_value("30")
        self.days.activated.connect(self._fetch)
        self.plots = SpendingPlots()
        head = QWidget()
        line = kit.row(
            title := kit.heading(_tr("Settings", "What was used"), 2), self.days, stretch=title
        )
        line.setContentsMargins(0, 0, 0, 0)
        head.setLayout(line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(kit.BETWEEN)
        layout.addWidget(head)
        layout.addWidget(self.plots)
        desk.renew_with(self._changed)

    def showEvent(self, event: QShowEvent) -> None:
        """Count anew."""
        super().showEvent(event)
        self._fetch()

    def _changed(self) -> None:
        if self.isVisible():  # another currency
            self._fetch()

    def _fetch(self) -> None:
        self._desk.run(self._ask(int(self.days.value)), "usage", by_itself=True)

    async def _ask(self, days: int) -> None:
        usage = await self._services.used(days)
        if int(self.days.value) == days:
            self.plots.show_usage(usage)
