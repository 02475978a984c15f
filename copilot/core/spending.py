"""What was spent so far, whether more may be, and what the person should know of it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from datetime import date

from copilot.core.cost import FREE, Bill, Budget, Exchange, Period, Spent, Standing, Tariff
from copilot.core.errors import OverBudget
from copilot.core.model import ChatIdentity, Notice
from copilot.core.ports import Charge, Ledger
from copilot.core.tasks import TaskSet

_OVER: dict[Period, str] = {
    "day": "Today's budget for models is used up.",
    "month": "This month's budget for models is used up.",
}
_PATIENCE = 2.0
"""Seconds that the end waits for the ledger."""
_UNTIL: dict[Period, str] = {"day": "until tomorrow", "month": "until next month"}


class NullLedger:
    """Keeps nothing; implements the port Ledger."""

    def __init__(self, today: Callable[[], date] = date.today) -> None:
        self._spent = Spent(today())

    async def spent(self) -> Spent:
        """Nothing."""
        return self._spent

    async def add(self, charge: Charge) -> Spent:
        """Count it for as long as this process lives."""
        self._spent = self._spent.plus(charge.tokens.total, charge.cost)
        return self._spent


class Spending:
    """What was spent so far and whether more may be. All methods belong to one event loop.

    `warn` hears what the person should know: once in the month of a month's limit, and once a day
    for each other reason. `warned` remembers of each when that was, and may outlive this process.
    """

    def __init__(
        self,
        ledger: Ledger,
        budget: Budget | None = None,
        *,
        warn: Callable[[Notice], None] = lambda _: None,
        warned: MutableMapping[str, str] | None = None,
        today: Callable[[], date] = date.today,
    ) -> None:
        self._ledger = ledger
        self._budget = budget or Budget()
        self._warn = warn
        self._today = today
        self._spent = Spent(today())
        self._tasks = TaskSet()
        self._newest = 0
        self._warned: MutableMapping[str, str] = {} if warned is None else warned

    @property
    def exchange(self) -> Exchange:
        """The person's currency and rates."""
        return self._budget.exchange

    @property
    def standing(self) -> Standing:
        """How today stands."""
        return self._budget.standing(self._spent.on(self._today()))

    async def load(self) -> None:
        """Learn what was spent before this process began."""
        self._newest += 1
        await self._adopt(self._newest, self._ledger.spent)

    def admit(self, tariff: Tariff) -> None:
        """Raise OverBudget if a hard limit keeps this model from being asked."""
        over = self.standing.over
        if self._budget.hard and over is not None and not tariff.free:
            raise OverBudget(
                _OVER[over],
                f"Replies come from this machine {_UNTIL[over]}, or raise the limit in settings.",
            )

    def allows_prefetch(self, tariff: Tariff | None) -> bool:
        """Whether there is enough left for what nobody asked for."""
        return (tariff is not None and tariff.free) or self.standing.allows_prefetch

    def note(self, skill: str, chat: ChatIdentity | None, bill: Bill) -> None:
        """Keep what a call cost; returns at once and never raises."""
        tariff, cost = bill.tariff, bill.cost
        charge = Charge(tariff.provider, tariff.model, skill, chat, bill.tokens, cost)
        self._spent = self._spent.on(self._today()).plus(bill.tokens.total, cost)
        self._newest += 1
        number = self._newest
        self._tasks.start(self._adopt(number, lambda: self._ledger.add(charge)), "ledger")
        if cost != FREE:
            self._warn_of(self.standing)

    async def close(self) -> None:
        """Wait, for a moment, until everything is kept."""
        await self._tasks.finish(_PATIENCE)

    async def _adopt(self, number: int, read: Callable[[], Awaitable[Spent]]) -> None:
        spent = await read()
        # Sums that were read while a newer call was noted do not hold that one yet.
        if number == self._newest:
            self._spent = spent.on(self._today())

    def _warn_of(self, standing: Standing) -> None:
        over = standing.over
        if over is not None and not self._budget.hard:
            hint = 'Models are still asked. To stop at the limit, set when_over = "stop".'
            self._warn_once(over, Notice(_OVER[over], hint, "open-settings", calm=True))
        elif standing.incomplete:
            hint = "Set a limit in tokens too, or give the price or the exchange rate in settings."
            title = "Some of what was spent has no known price: your budget can't count it."
            self._warn_once("price", Notice(title, hint, "open-settings", calm=True))

    def _warn_once(self, reason: str, notice: Notice) -> None:
        today = self._today().isoformat()
        when = today[: len("2026-11")] if reason == "month" else today
        if self._warned.get(reason) != when:
            self._warned[reason] = when
            self._warn(notice)
