"""Metered models and the budget: everything is counted once, and a hard limit is kept."""

from __future__ import annotations

import asyncio
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pytest

from copilot.core.asker import ModelAsker
from copilot.core.asking import Answer, Question
from copilot.core.cost import Bill, Budget, Cost, Exchange, Limit, Spent, Tariff, Tokens
from copilot.core.discretion import Gate, Ways
from copilot.core.errors import OverBudget, RateLimited
from copilot.core.metering import MeteredModel
from copilot.core.model import ChatIdentity, Conversation, Draft, Message, Notice
from copilot.core.ports import Charge, Finished, ModelRequest, TextDelta, Usage
from copilot.core.prompt import build
from copilot.core.redaction import Vault
from copilot.core.spending import NullLedger, Spending
from tests.fakes import ScriptedModel, Step
from tests.fakes_desktop import settle
from tests.lab_llm.skills import skill
from tests.unit.core.test_cost import CHEAP, LOCAL, UNPRICED

CHAT = ChatIdentity("gajim", "1:100", "anna")
SAID = Conversation("anna", (Message("them", "Dinner?"),))
MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
ANSWER = TextDelta("1|agree|yes\n2|decline|no\n3|ask|when?\n\n")
SMALL = Budget(day=Limit(tokens=100), hard=True)


@dataclass
class FakeLedger:
    """Keeps charges; `others` is what other processes have spent; may be slow."""

    others: Spent = field(default_factory=lambda: Spent(MONDAY))
    charges: list[Charge] = field(default_factory=list[Charge])
    gate: asyncio.Event | None = None

    async def spent(self) -> Spent:
        sums = self.others
        for charge in self.charges:
            sums = sums.plus(charge.tokens.total, charge.cost)
        return sums

    async def add(self, charge: Charge) -> Spent:
        self.charges.append(charge)
        known = await self.spent()
        if self.gate is not None:
            await self.gate.wait()
        return known


@dataclass
class Calendar:
    day: date = MONDAY

    def __call__(self) -> date:
        return self.day


@dataclass
class Till:
    """A spending among fakes, and what it warned of."""

    budget: Budget = field(default_factory=Budget)
    ledger: FakeLedger = field(default_factory=FakeLedger)
    today: Calendar = field(default_factory=Calendar)
    told: list[Notice] = field(default_factory=list[Notice])

    def __post_init__(self) -> None:
        self.spending = Spending(self.ledger, self.budget, warn=self.told.append, today=self.today)

    def asker(self, *script: Step, tariff: Tariff = CHEAP) -> tuple[ModelAsker, ScriptedModel]:
        model = ScriptedModel([script])
        metered = MeteredModel(model, tariff, self.spending)
        skills = {name: skill(name) for name in ("reply", "complete", "topics")}
        gate = Gate({"reply": Ways.of(metered, tariff=tariff)})
        it = ModelAsker(skills, gate, spending=self.spending)
        return it, model


QUESTION = Question(CHAT, SAID, Draft())


def request(billed: list[Bill]) -> ModelRequest:
    return replace(build(skill("reply"), SAID, Draft(), Vault()), billed=billed.append)


async def answers(it: ModelAsker, question: Question = QUESTION) -> list[Answer]:
    return [answer async for answer in it.ask(question)]


def bill(tokens: int, tariff: Tariff = CHEAP) -> Bill:
    return Bill(tariff, Tokens(tokens, 0))


async def test_the_providers_own_numbers_are_kept_and_shown() -> None:
    till = Till()
    it, _ = till.asker(TextDelta("1|agree|yes"), Usage(400, 12, 300), Finished("stop"))
    told = await answers(it)
    assert (told[-1].cost, told[-1].tokens, told[-1].estimated) == ("¥0.0003", 412, False)
    assert told[0] == Answer(model="scripted", masking="standard", expected=told[0].expected)
    assert told[0].expected.startswith("~¥0.00")
    await till.spending.close()
    assert till.ledger.charges == [
        Charge("deepseek", "chat", "reply", CHAT, Tokens(400, 12, 300), Cost(296_000, "CNY"))
    ]


async def test_what_nobody_counted_is_estimated_and_says_so() -> None:
    till = Till()
    it, _ = till.asker(ANSWER, asyncio.Event())  # left as soon as all suggestions are there
    last = (await answers(it))[-1]
    assert last.estimated
    assert last.cost.startswith("~¥0.00")
    await till.spending.close()
    assert till.ledger.charges[0].tokens.estimated
    assert till.ledger.charges[0].tokens.total == last.tokens


async def test_nonsense_that_a_provider_tells_is_bounded() -> None:
    till = Till()
    it, _ = till.asker(TextDelta("1|agree|yes"), Usage(10**30, -5, 10**40), Finished("stop"))
    assert (await answers(it))[-1].tokens == 10_000_000
    await till.spending.close()
    assert till.ledger.charges[0].tokens == Tokens(10_000_000, 0, 10_000_000)


async def test_warming_one_warms_its_model() -> None:
    class Cold(ScriptedModel):
        warmed = 0

        async def warm(self) -> None:
            self.warmed += 1

    model = Cold([])
    await MeteredModel(model, CHEAP, Till().spending).warm()
    assert model.warmed == 1


async def test_an_empty_count_counts_as_none() -> None:
    till = Till()
    it, _ = till.asker(TextDelta("1|agree|yes"), Usage(0, 0), Finished("stop"))
    assert (await answers(it))[-1].estimated


async def test_this_machine_is_free_and_unknown_prices_are_not() -> None:
    till = Till()
    it, _ = till.asker(ANSWER, Usage(400, 12), tariff=LOCAL)
    assert (await answers(it))[-1].cost == "free"
    it, _ = till.asker(TextDelta("1|agree|yes"), Usage(400, 12), tariff=UNPRICED)
    assert ((await answers(it))[-1].cost, (await answers(it))[0].expected) == ("", "")


async def test_a_call_that_is_given_up_is_counted_and_a_refused_one_is_not() -> None:
    till = Till()
    bills: list[Bill] = []
    silent = MeteredModel(ScriptedModel([[asyncio.Event()]]), CHEAP, till.spending)

    async def ask(model: MeteredModel) -> None:
        async with aclosing(model.stream(request(bills))) as events:
            async for _ in events:
                pass

    task = asyncio.get_running_loop().create_task(ask(silent))
    await settle()
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert [b.tokens.completion for b in bills] == [0]
    assert bills[0].tokens.prompt > 100
    refused = MeteredModel(ScriptedModel([[RateLimited("Wait.")]]), CHEAP, till.spending)
    with pytest.raises(RateLimited):
        await ask(refused)
    assert len(bills) == 1
    broken = MeteredModel(ScriptedModel([[ANSWER, RateLimited("Wait.")]]), CHEAP, till.spending)
    with pytest.raises(RateLimited):
        await ask(broken)
    assert len(bills) == 2


async def test_a_hard_limit_asks_nobody_but_this_machine() -> None:
    till = Till(SMALL)
    it, model = till.asker(TextDelta("1|agree|yes"), Usage(90, 10), Finished("stop"))
    await answers(it)
    with pytest.raises(OverBudget, match="Today's budget") as raised:
        await answers(it, replace(QUESTION, turn=1))
    assert "until tomorrow" in raised.value.hint
    assert not raised.value.retryable
    assert len(model.requests) == 1
    local, there = till.asker(ANSWER, tariff=LOCAL)
    assert (await answers(local))[-1].cost == "free"
    assert len(there.requests) == 1
    till.today.day = TUESDAY
    await answers(it, replace(QUESTION, turn=1))
    assert len(model.requests) == 2


async def test_what_was_answered_stays_there_when_the_budget_is_used_up() -> None:
    till = Till(SMALL)
    it, _ = till.asker(TextDelta("1|agree|yes"), Usage(90, 10), Finished("stop"))
    told = await answers(it)
    assert await it.remembered(QUESTION) == told[-1]


async def test_a_soft_limit_warns_once_a_day_and_asks_on() -> None:
    till = Till(replace(SMALL, hard=False))
    for _ in range(3):
        till.spending.note("reply", CHAT, bill(60))
    assert [notice.title for notice in till.told] == ["Today's budget for models is used up."]
    assert till.told[0].calm
    till.spending.admit(CHEAP)
    till.today.day = TUESDAY
    till.spending.note("reply", CHAT, bill(60))
    assert len(till.told) == 1
    till.spending.note("reply", CHAT, bill(60))
    assert len(till.told) == 2
    await till.spending.close()


@pytest.mark.parametrize(
    ("budget", "on_the_next_day"),
    [(Budget(day=Limit(tokens=100)), 2), (Budget(month=Limit(tokens=100)), 1)],
)
async def test_what_was_told_is_not_told_again_after_a_restart(
    budget: Budget, on_the_next_day: int
) -> None:
    told: list[Notice] = []
    warned: dict[str, str] = {}

    async def spend(day: date) -> int:
        ledger = FakeLedger(Spent(day))
        spending = Spending(ledger, budget, warn=told.append, warned=warned, today=lambda: day)
        spending.note("reply", CHAT, bill(120))
        await spending.close()
        return len(told)

    assert await spend(MONDAY) == 1
    assert await spend(MONDAY) == 1
    assert await spend(TUESDAY) == on_the_next_day
    assert await spend(MONDAY + timedelta(days=40)) == on_the_next_day + 1


async def test_a_limit_that_can_not_count_everything_says_so() -> None:
    till = Till(Budget(month=Limit(money=1), hard=True, exchange=Exchange("CNY")))
    till.spending.note("reply", CHAT, bill(60, LOCAL))
    assert till.told == []
    for _ in range(2):
        till.spending.note("reply", CHAT, bill(60, UNPRICED))
    assert ["no known price" in notice.title for notice in till.told] == [True]
    await till.spending.close()


async def test_other_processes_count_too() -> None:
    till = Till(SMALL, FakeLedger(Spent(MONDAY).plus(100, Cost(1, "CNY"))))
    till.spending.admit(CHEAP)
    await till.spending.load()
    with pytest.raises(OverBudget):
        till.spending.admit(CHEAP)


async def test_sums_that_lack_the_newest_call_are_not_taken() -> None:
    gate = asyncio.Event()
    till = Till(SMALL, FakeLedger(gate=gate))
    till.spending.note("reply", CHAT, bill(60))
    await settle()
    till.spending.note("reply", CHAT, bill(60))
    gate.set()
    await settle()
    assert till.spending.standing.share == 1.2
    await till.spending.close()


async def test_nothing_unasked_near_a_limit_but_from_this_machine() -> None:
    till = Till(SMALL)
    it, _ = till.asker()
    local, _ = till.asker(tariff=LOCAL)
    assert it.allows_prefetch(QUESTION)
    till.spending.note("reply", CHAT, bill(85))
    assert not it.allows_prefetch(QUESTION)
    assert local.allows_prefetch(QUESTION)
    await till.spending.close()


async def test_without_a_ledger_this_process_counts() -> None:
    spending = Spending(NullLedger(lambda: MONDAY), SMALL, today=lambda: MONDAY)
    await spending.load()
    spending.note("reply", None, bill(100))
    await spending.close()
    with pytest.raises(OverBudget):
        spending.admit(CHEAP)
