"""`chat-copilot usage`: what models were asked and what it cost, from the ledger."""

from __future__ import annotations

import argparse
import csv
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from copilot.commands.exits import OK
from copilot.commands.output import print_json
from copilot.core.cost import NANO, Budget, Cost, Exchange, Limit, Spent, Sums, Tokens, money_text
from copilot.store import paths, settings
from copilot.store.usage import UsageLedger, UsageRow

BY: Mapping[str, Callable[[UsageRow], str]] = {
    "day": lambda row: row.day.isoformat(),
    "provider": lambda row: row.provider,
    "model": lambda row: f"{row.provider}/{row.model}",
    "skill": lambda row: row.skill,
    "chat": lambda row: row.chat or "-",
}
_NUMBERS = ("calls", "prompt_tokens", "cached_tokens", "completion_tokens")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: what was used under one name."""

    name: str
    tokens: Tokens = field(default_factory=lambda: Tokens(0, 0))
    sums: Sums = field(default_factory=Sums)
    guessed: bool = False
    """Whether some of the money is estimated."""

    def plus(self, row: UsageRow, exchange: Exchange) -> Line:
        """With one row more."""
        old, new = self.tokens, row.tokens
        tokens = Tokens(
            old.prompt + new.prompt,
            old.completion + new.completion,
            old.cached + new.cached,
            old.estimated or new.estimated,
        )
        sums = self.sums.plus(new.total, exchange.convert(row.cost), row.calls)
        return Line(
            self.name, tokens, sums, self.guessed or (new.estimated and bool(row.cost.nanos))
        )

    @property
    def numbers(self) -> tuple[int, int, int, int]:
        """The values of `_NUMBERS`."""
        return self.sums.calls, self.tokens.prompt, self.tokens.cached, self.tokens.completion

    @property
    def amounts(self) -> dict[str, float]:
        """The money by currency."""
        return {code: nanos / NANO for code, nanos in sorted(self.sums.nanos.items())}

    @property
    def cost(self) -> str:
        """The money for people: "~¥0.02 + unknown"."""
        texts = [money_text(Cost(n, code)) for code, n in sorted(self.sums.nanos.items()) if n]
        if texts and self.guessed:
            texts[0] = f"~{texts[0]}"
        if self.sums.unpriced:
            texts.append(f"unknown for {self.sums.unpriced:,} tokens")
        return " + ".join(texts) or ("free" if self.sums.calls else "-")


def main(args: argparse.Namespace) -> int:
    """Print what the last `args.days` days came to. Raises SettingsError, InputError."""
    here = paths.find()
    budget = settings.load(here.settings_file).budget.spending
    today = date.today()
    rows = UsageLedger(here.usage_file).rows(today - timedelta(days=args.days - 1), today)
    lines = grouped(rows, BY[args.by], budget.exchange)
    total = Line("total")
    for row in rows:
        total = total.plus(row, budget.exchange)
    if args.json:
        print_json(
            {
                "by": args.by,
                "days": args.days,
                "rows": [{args.by: line.name, **_as_json(line)} for line in lines],
                "total": _as_json(total),
            }
        )
    elif args.csv:
        _print_csv(args.by, lines)
    else:
        _print_table(args.by, args.days, lines, total)
        month = UsageLedger(here.usage_file).rows(today.replace(day=1), today)
        for text in standings(budget, month, today):
            print(text)
    return OK


def grouped(
    rows: Sequence[UsageRow], name: Callable[[UsageRow], str], exchange: Exchange
) -> list[Line]:
    """The rows summed by name, in the order of the names."""
    lines: dict[str, Line] = {}
    for row in rows:
        key = name(row)
        lines[key] = lines.get(key, Line(key)).plus(row, exchange)
    return [lines[key] for key in sorted(lines)]


def standings(budget: Budget, month: Sequence[UsageRow], today: date) -> list[str]:
    """A sentence for each limit that is set: "today: ¥0.40 of ¥1.00"."""
    spent = Spent(today)
    for row in month:
        total, calls = row.tokens.total, row.calls
        of_day = spent.today.plus(total, row.cost, calls) if row.day == today else spent.today
        spent = Spent(today, of_day, spent.month.plus(total, row.cost, calls))
    told: list[str] = []
    periods: tuple[tuple[str, Limit, Sums], ...] = (
        ("today", budget.day, spent.today),
        ("this month", budget.month, spent.month),
    )
    for name, limit, sums in periods:
        if limit.money:
            used, missing = sums.money(budget.exchange)
            code = budget.exchange.currency
            most = money_text(Cost(round(limit.money * NANO), code))
            rest = ", without what has no known price" if missing else ""
            so_far = money_text(Cost(used, code)) if used else "nothing"
            told.append(f"{name}: {so_far} of {most}{rest}")
        if limit.tokens:
            told.append(f"{name}: {sums.tokens:,} of {limit.tokens:,} tokens")
    return told


def _as_json(line: Line) -> dict[str, object]:
    return {
        **dict(zip(_NUMBERS, line.numbers, strict=True)),
        "estimated": line.tokens.estimated,
        "cost": line.amounts,
        "unpriced_tokens": line.sums.unpriced,
    }


def _print_csv(by: str, lines: Sequence[Line]) -> None:
    codes = sorted({code for line in lines for code in line.sums.nanos})
    writer = csv.writer(sys.stdout, lineterminator="\n")
    money = [f"cost_{code}" for code in codes]
    writer.writerow([by, *_NUMBERS, "estimated", "unpriced_tokens", *money])
    for line in lines:
        amounts = [f"{line.sums.nanos.get(code, 0) / NANO:.9f}" for code in codes]
        estimated = int(line.tokens.estimated)
        writer.writerow([line.name, *line.numbers, estimated, line.sums.unpriced, *amounts])


def _print_table(by: str, days: int, lines: Sequence[Line], total: Line) -> None:
    if not lines:
        print(f"No model was asked in the last {days} days.")
        return
    table: list[tuple[str, ...]] = [(by, "calls", "prompt", "cached", "answers", "cost")]
    for line in (*lines, total):
        table.append((line.name, *(f"{n:,}" for n in line.numbers), line.cost))
    widths = [max(len(cells[i]) for cells in table) for i in range(5)]
    for cells in table:
        numbers = "  ".join(cells[i].rjust(widths[i]) for i in range(1, 5))
        print(f"{cells[0].ljust(widths[0])}  {numbers}  {cells[5]}")
    if total.guessed:
        print("~ is estimated, where a provider did not tell its own numbers")
