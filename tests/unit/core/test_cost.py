"""Money: tokens and prices, other currencies, budgets; nothing unknown ever counts as nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from copilot.core.cost import (
    FREE,
    NANO,
    UNKNOWN,
    Bill,
    Budget,
    Cost,
    Exchange,
    Limit,
    Spent,
    Sums,
    Tariff,
    Tokens,
    bill_text,
    cost_of,
    money_text,
)


@dataclass(frozen=True)
class Rates:
    """Prices of a million tokens."""

    currency: str
    input: float
    output: float
    cached: float | None = None


CHEAP = Tariff("deepseek", "chat", Rates("CNY", 2.0, 3.0, 0.2))
NO_CACHE = Tariff("mine", "m", Rates("USD", 1.0, 2.0))
UNPRICED = Tariff("mine", "new")
LOCAL = Tariff("ollama", "qwen", free=True)
TODAY = date(2026, 11, 22)
YUAN = Exchange("CNY", {"USD": 7.0})


def nanos(amount: float) -> int:
    return round(amount * NANO)


@pytest.mark.parametrize(
    ("tokens", "tariff", "cost"),
    [
        (Tokens(1_000_000, 0), CHEAP, Cost(nanos(2), "CNY")),
        (Tokens(0, 1_000_000), CHEAP, Cost(nanos(3), "CNY")),
        (Tokens(1_000_000, 0, 1_000_000), CHEAP, Cost(nanos(0.2), "CNY")),
        (Tokens(400, 12, 300), CHEAP, Cost(nanos((100 * 2 + 300 * 0.2 + 12 * 3) / 1e6), "CNY")),
        (Tokens(10, 0, 99), CHEAP, Cost(nanos(10 * 0.2 / 1e6), "CNY")),
        (Tokens(100, 0, 50), NO_CACHE, Cost(nanos(100 / 1e6), "USD")),
        (Tokens(1, 1), UNPRICED, UNKNOWN),
        (Tokens(1, 1), LOCAL, FREE),
    ],
)
def test_the_money_for_tokens(tokens: Tokens, tariff: Tariff, cost: Cost) -> None:
    assert cost_of(tokens, tariff) == cost


def test_the_cheapest_token_still_counts() -> None:
    tiny = Tariff("x", "m", Rates("USD", 0.02, 0.02))
    assert cost_of(Tokens(1, 0), tiny).nanos == 20


@pytest.mark.parametrize(
    ("amount", "currency", "text"),
    [
        (0.0006, "CNY", "¥0.0006"),
        (0.00061234, "CNY", "¥0.00061"),
        (0.0000012, "USD", "$0.0000012"),
        (0.0000001, "USD", "<$0.000001"),
        (0.009999, "USD", "$0.01"),
        (0.125, "EUR", "€0.12"),
        (1234.5, "USD", "$1,234.50"),
        (3.0, "CHF", "CHF 3.00"),
    ],
)
def test_amounts_in_words(amount: float, currency: str, text: str) -> None:
    assert money_text(Cost(nanos(amount), currency)) == text


def test_free_and_unknown_are_told_apart() -> None:
    assert money_text(FREE) == "free"
    assert money_text(UNKNOWN) == ""
    guessed = Tokens(400, 12, estimated=True)
    assert bill_text(Bill(CHEAP, Tokens(400, 12)), Exchange()) == "¥0.00084"
    assert bill_text(Bill(CHEAP, guessed), Exchange()) == "~¥0.00084"
    assert bill_text(Bill(LOCAL, guessed), Exchange()) == "free"
    assert bill_text(Bill(UNPRICED, guessed), Exchange()) == ""


def test_money_is_exchanged_at_the_persons_rate_only() -> None:
    assert YUAN.convert(Cost(100, "USD")) == Cost(700, "CNY")
    assert YUAN.convert(Cost(100, "CNY")) == Cost(100, "CNY")
    assert YUAN.convert(Cost(100, "EUR")) == Cost(100, "EUR")
    assert YUAN.convert(UNKNOWN) == UNKNOWN
    assert Exchange().convert(Cost(100, "USD")) == Cost(100, "USD")
    assert bill_text(Bill(NO_CACHE, Tokens(100, 0)), YUAN) == "¥0.0007"


def test_sums_keep_what_is_free_or_unknown_apart() -> None:
    sums = Sums().plus(10, Cost(5, "CNY")).plus(20, Cost(1, "USD")).plus(30, UNKNOWN)
    sums = sums.plus(1000, FREE)
    assert (sums.calls, sums.tokens, sums.unpriced) == (4, 60, 30)
    assert sums.money(YUAN) == (12, True)
    assert Sums().plus(10, Cost(5, "CNY")).money(YUAN) == (5, False)
    assert Sums().plus(10, Cost(5, "EUR")).money(YUAN) == (0, True)
    assert Sums().plus(10, Cost(0, "EUR")).money(YUAN) == (0, False)


def test_a_new_day_and_a_new_month_begin_with_nothing() -> None:
    spent = Spent(TODAY).plus(10, Cost(5, "CNY"))
    assert spent.on(TODAY) is spent
    tomorrow = spent.on(date(2026, 11, 23))
    assert (tomorrow.today.tokens, tomorrow.month.tokens) == (0, 10)
    assert spent.on(date(2026, 12, 1)).month.tokens == 0
    assert spent.on(date(2027, 11, 22)).month.tokens == 0


def test_limits() -> None:
    spent = Spent(TODAY).plus(900, Cost(nanos(0.5), "CNY"))
    assert Budget().standing(spent).over is None
    assert Budget().standing(spent).share == 0
    tokens = Budget(day=Limit(tokens=1000)).standing(spent)
    assert (tokens.over, tokens.share, tokens.allows_prefetch) == (None, 0.9, False)
    assert Budget(day=Limit(tokens=900)).standing(spent).over == "day"
    assert Budget(month=Limit(money=0.5), exchange=YUAN).standing(spent).over == "month"
    both = Budget(day=Limit(tokens=1), month=Limit(tokens=1))
    assert both.standing(spent).over == "month"
    assert Budget(day=Limit(money=10), exchange=YUAN).standing(spent).allows_prefetch


def test_a_limit_in_money_says_when_it_can_not_count_everything() -> None:
    limit = Budget(day=Limit(money=1), exchange=YUAN)
    assert not limit.standing(Spent(TODAY).plus(1, Cost(1, "USD"))).incomplete
    assert limit.standing(Spent(TODAY).plus(1, UNKNOWN)).incomplete
    assert limit.standing(Spent(TODAY).plus(1, Cost(1, "EUR"))).incomplete
    only_tokens = Budget(day=Limit(tokens=10))
    assert not only_tokens.standing(Spent(TODAY).plus(1, UNKNOWN)).incomplete
