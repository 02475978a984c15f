"""`usage`: tables, JSON and CSV of the ledger; what is unknown is never told as nothing."""

from __future__ import annotations

import asyncio
import csv
import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from copilot.core.cost import FREE, UNKNOWN, Cost, Tokens
from copilot.core.model import ChatIdentity
from copilot.core.ports import Charge
from copilot.store.paths import Paths
from copilot.store.usage import UsageLedger
from tests.unit.cli.conftest import Command

TODAY = date.today()
CALL = Charge(
    *("deepseek", "chat", "reply", ChatIdentity("gajim", "1", "anna@example.org")),
    Tokens(4000, 120, 3000),
    Cost(2_960_000, "CNY"),
)
DEAR = replace(CALL, provider="mine", model="big", skill="topics", cost=Cost(10**9, "USD"))
LOCAL = replace(CALL, provider="ollama", model="qwen", cost=FREE)
NEW = replace(CALL, provider="mine", model="new", cost=UNKNOWN)


@pytest.fixture
def keep(here: Paths) -> Callable[..., None]:
    def add(*charges: Charge, days_ago: int = 0) -> None:
        ledger = UsageLedger(here.usage_file, lambda: TODAY - timedelta(days=days_ago))
        for charge in charges:
            asyncio.run(ledger.add(charge))

    return add


def test_nothing_used_yet(copilot: Command, here: Paths) -> None:
    assert copilot("usage").out == "No model was asked in the last 30 days.\n"
    assert copilot("usage", "--json").json["rows"] == []
    assert copilot("usage", "--csv").out.startswith("day,calls,")
    assert not here.usage_file.exists()


def test_a_table_by_model(copilot: Command, keep: Callable[..., None]) -> None:
    guessed = replace(CALL, tokens=replace(CALL.tokens, estimated=True))
    keep(CALL, guessed, DEAR, LOCAL, NEW)
    lines = copilot("usage", "--by", "model").out.splitlines()
    assert [line.split() for line in lines[:2]] == [
        ["model", "calls", "prompt", "cached", "answers", "cost"],
        ["deepseek/chat", "2", "8,000", "6,000", "240", "~¥0.0059"],
    ]
    assert lines[2].split()[-1] == "$1.00"
    assert lines[3].endswith("  unknown for 4,120 tokens")
    assert lines[4].split()[-1] == "free"
    assert lines[5].endswith("  ~¥0.0059 + $1.00 + unknown for 4,120 tokens")
    assert "estimated" in lines[6]


def test_days_and_the_persons_currency(
    copilot: Command, keep: Callable[..., None], configure: Callable[[str], None]
) -> None:
    configure(
        '[budget]\ncurrency = "CNY"\nrates = { USD = 7 }\n'
        "day_money = 10\nmonth_money = 100\nday_tokens = 50000\n"
    )
    keep(DEAR, NEW)
    keep(DEAR, days_ago=6)
    keep(DEAR, days_ago=7)
    found = copilot("usage", "--days", "7", "--json").json
    assert [(row["day"], row["cost"]) for row in found["rows"]] == [
        ((TODAY - timedelta(days=6)).isoformat(), {"CNY": 7.0}),
        (TODAY.isoformat(), {"CNY": 7.0}),
    ]
    assert found["total"] == {
        "calls": 3,
        "prompt_tokens": 12_000,
        "cached_tokens": 9_000,
        "completion_tokens": 360,
        "estimated": False,
        "cost": {"CNY": 14.0},
        "unpriced_tokens": 4_120,
    }
    told = copilot("usage").out.splitlines()
    assert "today: ¥7.00 of ¥10.00, without what has no known price" in told
    assert "today: 8,240 of 50,000 tokens" in told
    assert any(line.startswith("this month: ¥") for line in told)


def test_csv(copilot: Command, keep: Callable[..., None]) -> None:
    keep(CALL, DEAR)
    rows = list(csv.DictReader(io.StringIO(copilot("usage", "--by", "skill", "--csv").out)))
    assert [row["skill"] for row in rows] == ["reply", "topics"]
    assert [float(row["cost_CNY"]) for row in rows] == [0.00296, 0.0]
    assert [float(row["cost_USD"]) for row in rows] == [0.0, 1.0]
    assert rows[0]["prompt_tokens"] == "4000"


def test_chats_have_no_names(copilot: Command, keep: Callable[..., None]) -> None:
    keep(CALL, replace(CALL, chat=None))
    out = copilot("usage", "--by", "chat").out
    assert "anna" not in out
    assert len(out.splitlines()) == 4


@pytest.mark.parametrize("days", ["0", "-1", "x", "99999"])
def test_wrong_days(copilot: Command, days: str) -> None:
    assert copilot("usage", "--days", days).code == 2


def test_a_damaged_record_says_what_to_do(copilot: Command, here: Paths) -> None:
    here.data.mkdir(parents=True)
    here.usage_file.write_text("nothing of a database" * 99)
    outcome = copilot("usage")
    assert outcome.code == 1
    assert "can't be read" in outcome.err
    assert str(here.usage_file) in outcome.err
