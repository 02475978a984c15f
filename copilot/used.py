"""What models cost, from the ledger: per day, provider and skill, in the person's currency."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

from copilot.core.archiving import Spending, Usage
from copilot.core.cost import NANO, Exchange
from copilot.store.keys import in_thread
from copilot.store.usage import UsageLedger


async def used(file: Path, exchange: Exchange, days: int) -> Usage:
    """The last days, today included, without what became of offers. Raises InputError."""
    last = date.today()
    first = last - timedelta(days=days - 1)
    spent = await in_thread(lambda: _spent(file, exchange, first, last))
    return Usage(first, last, exchange.currency, spent)


def _spent(file: Path, exchange: Exchange, first: date, last: date) -> tuple[Spending, ...]:
    tokens: defaultdict[tuple[date, str, str], int] = defaultdict(int)
    nanos: defaultdict[tuple[date, str, str], int | None] = defaultdict(int)
    for row in UsageLedger(file).rows(first, last):
        key = row.day, row.provider, row.skill
        tokens[key] += row.tokens.total
        cost, so_far = exchange.convert(row.cost), nanos[key]
        known = cost.nanos is not None and cost.currency in ("", exchange.currency)
        nanos[key] = so_far + (cost.nanos or 0) if known and so_far is not None else None
    return tuple(
        Spending(*key, count, None if (money := nanos[key]) is None else money / NANO)
        for key, count in tokens.items()
    )
