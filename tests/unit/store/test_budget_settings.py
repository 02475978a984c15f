"""[budget]: limits in money and tokens, and the currency that they are in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from copilot.core.cost import Budget, Exchange, Limit, OwnPrice
from copilot.core.errors import SettingsError
from copilot.store import resources, settings


def test_without_it_nothing_is_limited() -> None:
    assert settings.parse("").budget.spending == Budget()


def test_every_field() -> None:
    text = """
[budget]
currency = "CNY"
rates = { USD = 7.2, EUR = 8 }
day_money = 1.5
month_money = 20
day_tokens = 100000
month_tokens = 2000000
when_over = "stop"
"""
    parsed = settings.parse(text)
    assert not parsed.warnings
    assert parsed.budget.spending == Budget(
        day=Limit(1.5, 100_000),
        month=Limit(20.0, 2_000_000),
        hard=True,
        exchange=Exchange("CNY", {"USD": 7.2, "EUR": 8.0}),
    )


def test_the_examples_of_the_documentation_are_valid() -> None:
    document = Path(resources.folder()).parent / "docs" / "cost.md"
    examples = re.findall(r"```toml\n(.*?)```", document.read_text("utf-8"), re.DOTALL)
    assert len(examples) == 2
    for example in examples:
        assert settings.parse(example).warnings == ()


def test_prices_of_ones_own() -> None:
    text = """
[budget.prices]
mine = { currency = "USD", input = 1, output = 2.5 }
"openrouter/some/model" = { currency = "CNY", input = 1, output = 2, cached = 0 }
"""
    parsed = settings.parse(text)
    assert not parsed.warnings
    assert parsed.budget.prices == {
        "mine": OwnPrice("USD", 1.0, 2.5),
        "openrouter/some/model": OwnPrice("CNY", 1.0, 2.0, 0.0),
    }


@pytest.mark.parametrize(
    ("text", "line", "field"),
    [
        ('currency = "¥"', 2, "budget.currency"),
        ('currency = "CNY"\nrates = { dollar = 7.2 }', 3, "budget.rates.dollar"),
        ('currency = "CNY"\nrates = { USD = 0 }', 3, "budget.rates.USD"),
        ('currency = "CNY"\nrates = { USD = "7" }', 3, "budget.rates.USD"),
        ("rates = { USD = 7.2 }", 2, "budget.rates"),
        ("month_money = 5", 2, "budget.month_money"),
        ('currency = "CNY"\nday_money = -1', 3, "budget.day_money"),
        ("day_tokens = 1.5", 2, "budget.day_tokens"),
        (
            'prices = { x = { currency = "", input = 1, output = 1 } }',
            2,
            "budget.prices.x.currency",
        ),
        ('prices = { x = { currency = "USD", input = 1 } }', 2, "budget.prices.x.output"),
        ('when_over = "explode"', 2, "budget.when_over"),
    ],
)
def test_mistakes_are_named(text: str, line: int, field: str) -> None:
    with pytest.raises(SettingsError) as raised:
        settings.parse(f"[budget]\n{text}\n")
    assert (raised.value.line, raised.value.field) == (line, field)
