"""What answers cost: tokens and prices to money, and how that stands against a budget. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Literal, Protocol

NANO = 1_000_000_000
"""Money is counted in whole billionths of its currency, so that sums are exact."""
_PREFETCH = 0.8
"""From this share of a limit on, nothing is asked that nobody asked for."""
_SIGNS = {"CNY": "¥", "EUR": "€", "GBP": "£", "INR": "₹", "JPY": "JP¥", "KRW": "₩", "USD": "$"}
_SMALLEST = 1e-6
"""Less than this is not worth more digits."""

Period = Literal["day", "month"]


class Price(Protocol):
    """What a million tokens cost; `catalogue.Price` is one. `cached` is None where not told."""

    @property
    def currency(self) -> str:
        """ISO 4217, such as "USD"."""
        ...

    @property
    def input(self) -> float: ...

    @property
    def output(self) -> float: ...

    @property
    def cached(self) -> float | None: ...


@dataclass(frozen=True, slots=True)
class OwnPrice:
    """A Price that the person gave."""

    currency: str
    input: float
    output: float
    cached: float | None = None


@dataclass(frozen=True, slots=True)
class Tariff:
    """Who is asked and for how much: `free` on this machine, otherwise no `price` = unknown."""

    provider: str
    model: str
    price: Price | None = None
    free: bool = False


@dataclass(frozen=True, slots=True)
class Tokens:
    """What one call used. `cached` is part of `prompt`; `estimated` where nobody counted."""

    prompt: int
    completion: int
    cached: int = 0
    estimated: bool = False

    @property
    def total(self) -> int:
        """Both directions."""
        return self.prompt + self.completion


@dataclass(frozen=True, slots=True)
class Cost:
    """An amount in billionths of `currency`; `nanos` is None where the price is unknown."""

    nanos: int | None
    currency: str = ""


FREE = Cost(0)
UNKNOWN = Cost(None)


@dataclass(frozen=True, slots=True)
class Bill:
    """What one call to one model came to."""

    tariff: Tariff
    tokens: Tokens

    @property
    def cost(self) -> Cost:
        """The money of it."""
        return cost_of(self.tokens, self.tariff)


def cost_of(tokens: Tokens, tariff: Tariff) -> Cost:
    """The money for these tokens. Where no price for cached ones is known they count in full."""
    if tariff.free:
        return FREE
    price = tariff.price
    if price is None:
        return UNKNOWN
    cached = min(tokens.cached, tokens.prompt)
    cheap = price.input if price.cached is None else price.cached
    per_million = (
        (tokens.prompt - cached) * price.input + cached * cheap + tokens.completion * price.output
    )
    return Cost(round(per_million * (NANO // 1_000_000)), price.currency)


@dataclass(frozen=True, slots=True)
class Exchange:
    """The person's currency, and what one unit of others is worth in it, as they gave it.

    Without a currency every amount stays in that of its provider.
    """

    currency: str = ""
    rates: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))

    def convert(self, cost: Cost) -> Cost:
        """The amount in the person's currency; as it was where there is no rate for it."""
        rate = self.rates.get(cost.currency)
        if cost.nanos is None or rate is None or cost.currency == self.currency:
            return cost
        return Cost(round(cost.nanos * rate), self.currency)


def money_text(cost: Cost) -> str:
    """An amount for people: "¥0.0006", "$1.25", "CHF 3.00", "free"; "" where it is unknown."""
    if cost.nanos is None:
        return ""
    if not cost.nanos:
        return "free"
    sign = _SIGNS.get(cost.currency, f"{cost.currency} ")
    amount = cost.nanos / NANO
    if amount < _SMALLEST:
        return f"<{sign}{_SMALLEST:.6f}"
    if amount >= 0.01:
        return f"{sign}{amount:,.2f}"
    # Two digits that count, however small it is.
    zeros = f"{amount:.9f}".partition(".")[2]
    digits = len(zeros) - len(zeros.lstrip("0")) + 2
    return f"{sign}{amount:.{digits}f}".rstrip("0")


def bill_text(bill: Bill, exchange: Exchange) -> str:
    """What a call cost, for people; "~" stands before what is estimated."""
    text = money_text(exchange.convert(bill.cost))
    return f"~{text}" if text and bill.tokens.estimated and not bill.tariff.free else text


@dataclass(frozen=True, slots=True)
class Sums:
    """What was spent in some time. Calls that are free count nowhere but in `calls`.

    `nanos` maps currencies to amounts, `unpriced` counts tokens whose price is unknown.
    """

    calls: int = 0
    tokens: int = 0
    nanos: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    unpriced: int = 0

    def plus(self, tokens: int, cost: Cost, calls: int = 1) -> Sums:
        """With these calls too."""
        if cost == FREE:
            return Sums(self.calls + calls, self.tokens, self.nanos, self.unpriced)
        nanos, unpriced = dict(self.nanos), self.unpriced
        if cost.nanos is None:
            unpriced += tokens
        else:
            nanos[cost.currency] = nanos.get(cost.currency, 0) + cost.nanos
        return Sums(self.calls + calls, self.tokens + tokens, MappingProxyType(nanos), unpriced)

    def money(self, exchange: Exchange) -> tuple[int, bool]:
        """The sum in the person's currency, and whether anything is missing from it."""
        total, missing = 0, self.unpriced > 0
        for currency, nanos in self.nanos.items():
            cost = exchange.convert(Cost(nanos, currency))
            if cost.currency == exchange.currency:
                total += cost.nanos or 0
            else:
                missing = missing or nanos > 0
        return total, missing


@dataclass(frozen=True, slots=True)
class Spent:
    """What was spent on `day` and in the month of that day."""

    day: date
    today: Sums = Sums()
    month: Sums = Sums()

    def on(self, day: date) -> Spent:
        """The same as seen on another day: a new day begins with nothing."""
        if day == self.day:
            return self
        same_month = (day.year, day.month) == (self.day.year, self.day.month)
        return Spent(day, Sums(), self.month if same_month else Sums())

    def plus(self, tokens: int, cost: Cost) -> Spent:
        """With one more call."""
        return Spent(self.day, self.today.plus(tokens, cost), self.month.plus(tokens, cost))


@dataclass(frozen=True, slots=True)
class Limit:
    """The most for one period, in the person's currency and in tokens; 0 is no limit."""

    money: float = 0.0
    tokens: int = 0


@dataclass(frozen=True, slots=True)
class Standing:
    """How spending stands: the longest period whose limit is reached, and the fullest share.

    `incomplete` is true where a limit in money is set but something spent has no price or rate.
    """

    over: Period | None = None
    share: float = 0.0
    incomplete: bool = False

    @property
    def allows_prefetch(self) -> bool:
        """Whether there is enough left for what nobody asked for."""
        return self.share < _PREFETCH


@dataclass(frozen=True, slots=True)
class Budget:
    """Limits of a day and a month: `hard` ones stop asking, others only warn."""

    day: Limit = Limit()
    month: Limit = Limit()
    hard: bool = False
    exchange: Exchange = Exchange()

    def standing(self, spent: Spent) -> Standing:
        """How `spent` stands against the limits."""
        over: Period | None = None
        fullest, incomplete = 0.0, False
        periods: tuple[tuple[Period, Limit, Sums], ...] = (
            ("day", self.day, spent.today),
            ("month", self.month, spent.month),
        )
        for period, limit, sums in periods:
            share = sums.tokens / limit.tokens if limit.tokens else 0.0
            if limit.money:
                nanos, missing = sums.money(self.exchange)
                share = max(share, nanos / (limit.money * NANO))
                incomplete = incomplete or missing
            fullest = max(fullest, share)
            over = period if share >= 1 else over
        return Standing(over, fullest, incomplete)
