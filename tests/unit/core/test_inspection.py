"""What left is remembered: each call once, as it left, with what it hid, why, and how it ended."""

from __future__ import annotations

import asyncio
import json
from contextlib import aclosing
from dataclasses import replace
from itertools import count

import pytest

from copilot.core.cost import Cost, Tariff, Tokens
from copilot.core.errors import OverBudget, RateLimited
from copilot.core.inspection import (
    HERE,
    WHY,
    Hidden,
    Inspection,
    Outcome,
    Sent,
    as_json,
    of_json,
)
from copilot.core.metering import MeteredModel
from copilot.core.model import ChatIdentity, Conversation, Draft, Message
from copilot.core.ports import Finished, ModelRequest, TextDelta, Usage
from copilot.core.private import private_finder
from copilot.core.prompt import build
from copilot.core.redaction import KINDS, Vault
from copilot.core.spending import NullLedger, Spending
from tests.fakes import ScriptedModel, Step
from tests.fakes_desktop import settle
from tests.lab_llm.skills import skill
from tests.unit.core.test_cost import CHEAP, LOCAL
from tests.unit.core.test_spending import SMALL, FakeLedger

CHAT = ChatIdentity("gajim", "1:100", "anna")
OTHER = replace(CHAT, contact="bob")
SAID = Conversation("anna", (Message("them", "Call 138 1234 5678, it's about Nightingale"),))
TEXT = TextDelta("1|agree|yes")


class Desk:
    """An inspection, and metered models whose calls it remembers."""

    def __init__(self, most: int = 50) -> None:
        seconds = count(1000)
        self.kept: list[Sent] = []
        self.inspection = Inspection(lambda: float(next(seconds)), self.kept.append, most)
        self.spending = Spending(NullLedger())

    def request(self, chat: ChatIdentity | None = CHAT) -> ModelRequest:
        vault = Vault()
        find = private_finder(words=["Nightingale"])
        request = build(skill("reply"), SAID, Draft(), vault, find=find)
        return replace(request, departing=self.inspection.departing("reply", chat, vault))

    def model(
        self, *script: Step, tariff: Tariff = CHEAP, host: str = "api.example"
    ) -> MeteredModel:
        return MeteredModel(ScriptedModel([script]), tariff, self.spending, host)

    async def ask(self, *script: Step, chat: ChatIdentity | None = CHAT) -> Sent:
        async with aclosing(self.model(*script).stream(self.request(chat))) as events:
            async for _ in events:
                pass
        return self.inspection.latest[0]


async def test_a_call_is_remembered_as_it_left() -> None:
    desk = Desk()
    sent = await desk.ask(TEXT, Usage(400, 12, 300), Finished("stop"))
    request = desk.request()
    assert [(m.role, m.text) for m in sent.messages] == [
        (m.role, m.content.text) for m in request.messages
    ]
    assert "⟨PHONE_1⟩" in sent.messages[-1].text
    assert (sent.when, sent.provider, sent.model, sent.host) == (
        1000.0,
        "deepseek",
        "chat",
        "api.example",
    )
    assert (sent.skill, sent.chat, sent.outcome) == ("reply", CHAT, Outcome.ANSWERED)
    assert sent.masking == "standard"
    assert (sent.tokens, sent.cost) == (Tokens(400, 12, 300), Cost(296_000, "CNY"))
    assert sent.cost_text() == "¥0.0003"
    assert desk.kept == [sent]


async def test_what_was_hidden_is_told_with_its_reason_in_the_order_of_the_text() -> None:
    sent = await Desk().ask(TEXT, Finished("stop"))
    assert [(h.placeholder, h.kind, h.original) for h in sent.hidden] == [
        ("⟨PHONE_1⟩", "PHONE", "138 1234 5678"),
        ("⟨WORD_1⟩", "WORD", "Nightingale"),
    ]
    assert "numbering plan" in sent.hidden[0].why
    assert sent.cost_text().startswith("~¥")


async def test_what_only_looked_like_a_placeholder_is_explained_too() -> None:
    desk, vault = Desk(), Vault()
    said = Conversation("anna", (Message("them", "[PHONE_1] ⟨EMAIL_9⟩"),))
    request = build(skill("reply"), said, Draft(), vault)
    departing = desk.inspection.departing("reply", CHAT, vault)
    departing(request, CHEAP, HERE)
    hidden = desk.inspection.latest[0].hidden
    assert [h.original for h in hidden] == ["[PHONE_1]", "⟨EMAIL_9⟩"]
    assert {h.kind for h in hidden} == {"LITERAL"}


def test_every_kind_has_its_reason() -> None:
    assert set(KINDS) <= set(WHY)
    assert all(why[0].isupper() and why.endswith(".") for why in WHY.values())
    assert Hidden("⟨MYTH_1⟩", "MYTH", "?").why == ""


async def test_it_is_remembered_from_the_moment_it_leaves() -> None:
    desk, gate = Desk(), asyncio.Event()
    changes: list[Outcome] = []
    stop = desk.inspection.listen(lambda: changes.append(desk.inspection.latest[0].outcome))
    asking = asyncio.get_running_loop().create_task(desk.ask(TEXT, gate, Finished("stop")))
    await settle()
    assert desk.inspection.latest[0].outcome is Outcome.UNDER_WAY
    assert desk.inspection.latest[0].cost_text() == ""
    assert desk.kept == []
    gate.set()
    await asking
    assert changes == [Outcome.UNDER_WAY, Outcome.ANSWERED]
    stop()
    stop()
    await desk.ask(TEXT)
    assert len(changes) == 2


async def test_each_end_is_told_apart() -> None:
    desk = Desk()
    assert (await desk.ask(TEXT, Finished("refusal"))).outcome is Outcome.REFUSED
    with pytest.raises(RateLimited):
        await desk.ask(RateLimited("The provider wants us to wait."))
    failed = desk.inspection.latest[0]
    assert (failed.outcome, failed.trouble) == (Outcome.FAILED, "The provider wants us to wait.")
    assert (failed.tokens, failed.cost) == (None, None)
    with pytest.raises(ZeroDivisionError):
        await desk.ask(ZeroDivisionError("138 1234 5678"))
    assert desk.inspection.latest[0].trouble == "ZeroDivisionError"
    asking = asyncio.get_running_loop().create_task(desk.ask(TEXT, asyncio.Event()))
    await settle()
    asking.cancel()
    await asyncio.gather(asking, return_exceptions=True)
    cancelled = desk.inspection.latest[0]
    assert cancelled.outcome is Outcome.CANCELLED
    assert cancelled.tokens is not None


async def test_who_has_read_enough_has_an_answer() -> None:
    desk = Desk()
    for step, outcome in ((TEXT, Outcome.ANSWERED), (Usage(3, 0), Outcome.CANCELLED)):
        events = desk.model(step, asyncio.Event()).stream(desk.request())
        await anext(events)
        await events.aclose()
        assert desk.inspection.latest[0].outcome is outcome


async def test_what_the_budget_keeps_back_did_not_leave() -> None:
    desk = Desk()
    ledger = FakeLedger()
    ledger.others = ledger.others.plus(100, Cost(1, "CNY"))
    desk.spending = Spending(ledger, SMALL, today=lambda: ledger.others.day)
    await desk.spending.load()
    with pytest.raises(OverBudget):
        await desk.ask(TEXT)
    assert desk.inspection.latest == ()


async def test_a_call_that_nobody_inspects_is_made_all_the_same() -> None:
    desk = Desk()
    request = replace(desk.request(), departing=None)
    async with aclosing(desk.model(TEXT, Finished("stop")).stream(request)) as events:
        assert [event async for event in events] == [TEXT, Finished("stop")]
    assert desk.inspection.latest == ()


async def test_only_the_latest_are_remembered_the_newest_first() -> None:
    desk = Desk(most=3)
    for _ in range(5):
        await desk.ask(TEXT)
    assert [sent.number for sent in desk.inspection.latest] == [5, 4, 3]


async def test_a_chat_is_forgotten_even_while_it_is_asked_about() -> None:
    desk, gate = Desk(), asyncio.Event()
    await desk.ask(TEXT, chat=OTHER)
    asking = asyncio.get_running_loop().create_task(desk.ask(TEXT, gate))
    await settle()
    desk.inspection.forget(CHAT)
    gate.set()
    await asking
    assert [sent.chat for sent in desk.inspection.latest] == [OTHER]
    assert [sent.chat for sent in desk.kept] == [OTHER]
    desk.inspection.forget()
    assert desk.inspection.latest == ()


async def test_values_of_json_come_back_as_they_were() -> None:
    desk = Desk()
    calls = [
        await desk.ask(TEXT, Usage(400, 12, 300), Finished("stop")),
        await desk.ask(TEXT, chat=None),
        replace(await desk.ask(TEXT), outcome=Outcome.UNDER_WAY, tokens=None, cost=None),
    ]
    for call in calls:
        assert of_json(json.loads(json.dumps(as_json(call)))) == call
    assert as_json(calls[0])["hidden"][0]["why"]
    with pytest.raises((KeyError, TypeError, ValueError)):
        of_json({"number": 1})


async def test_logs_that_show_a_call_hold_nothing_of_the_chat() -> None:
    sent = await Desk().ask(TEXT)
    assert "Nightingale" not in repr(sent)
    assert "PHONE_1" not in repr(sent.messages)


async def test_free_is_free_even_where_it_is_estimated() -> None:
    desk = Desk()
    async with aclosing(desk.model(TEXT, tariff=LOCAL).stream(desk.request())) as events:
        async for _ in events:
            pass
    assert desk.inspection.latest[0].cost_text() == "free"
