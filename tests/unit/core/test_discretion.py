"""What leaves of a chat, to whom and how masked: nobody gets past the gate."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from contextlib import aclosing
from dataclasses import replace

import pytest

from copilot.core.asker import ModelAsker
from copilot.core.asking import Answer, Question
from copilot.core.chat_rules import RULINGS, ChatRule, ChatRules, subject_of
from copilot.core.discretion import Gate, Way, Ways
from copilot.core.errors import ChatWithheld
from copilot.core.levels import Level, strictest
from copilot.core.model import ChatIdentity, Conversation, Draft, Message, Reach
from copilot.core.ports import ModelMessage, ModelRequest
from copilot.core.private import Finder, private_finder
from copilot.core.redaction import public
from tests.fakes import ScriptedModel, text_steps
from tests.fakes_desktop import view
from tests.lab_llm.skills import skill

ANNA = ChatIdentity("gajim", "1:100", "Anna")
BOB = replace(ANNA, contact="Bob")
REQUEST = ModelRequest((ModelMessage("user", public("hello")),))
SKILLS = {name: skill(name) for name in ("reply", "complete", "topics")}
SAID = "I am Anna Kovacs, call 13812345678"


class Two:
    """A gate with one model elsewhere and one on this machine."""

    def __init__(self) -> None:
        self.far = ScriptedModel([text_steps("1|agree|far")], name="far")
        self.near = ScriptedModel([text_steps("1|agree|near")], name="near")
        self.rules = ChatRules()
        ways = Ways(Way(self.far, "standard"), Way(self.near, "off"))
        self.gate = Gate({"reply": ways}, self.rules)
        self.asker = ModelAsker(SKILLS, self.gate)

    async def ask(self, chat: ChatIdentity = ANNA) -> Answer:
        said = Conversation(chat.contact, (Message("them", SAID),))
        question = Question(chat, said, Draft())
        return [answer async for answer in self.asker.ask(question)][-1]


async def test_a_chat_that_is_never_sent_reaches_nobody() -> None:
    two = Two()
    two.rules.keep(ANNA, ChatRule(Reach.NOBODY))
    assert two.gate.permit("reply", ANNA) is None
    assert await two.ask() == Answer(whole=True)
    assert two.far.requests == two.near.requests == []
    await two.ask(BOB)  # another chat
    assert len(two.far.requests) == 1


async def test_local_models_only() -> None:
    two = Two()
    two.rules.keep(ANNA, ChatRule(Reach.LOCAL))
    answer = await two.ask()
    assert (answer.model, answer.masking, answer.masked) == ("near", "off", 0)
    assert two.far.requests == []
    assert two.near.requests[0].masking == "off"


async def test_without_a_model_here_local_only_reaches_nobody() -> None:
    far = ScriptedModel([text_steps("x")])
    rules = ChatRules()
    rules.keep(ANNA, ChatRule(Reach.LOCAL))
    gate = Gate({"reply": Ways.of(far)}, rules)
    assert gate.permit("reply", ANNA) is None
    assert Gate({"reply": Ways.of(far, local=True)}, rules).permit("reply", ANNA) is not None
    assert gate.permit("translate", BOB) is None  # a job that nobody does


async def test_a_permit_ends_when_the_person_restricts_the_chat() -> None:
    for rule in (ChatRule(Reach.NOBODY), ChatRule(Reach.LOCAL), ChatRule(masking="strict")):
        two = Two()
        permit = two.gate.permit("reply", ANNA)
        assert permit is not None
        two.rules.keep(ANNA, rule)
        with pytest.raises(ChatWithheld):
            async with aclosing(permit.stream(REQUEST)) as events:
                await anext(events)
        assert two.far.requests == []


async def test_a_permit_outlives_what_restricts_nothing() -> None:
    two = Two()
    two.rules.keep(ANNA, ChatRule(masking="strict"))
    permit = two.gate.permit("reply", ANNA)
    assert permit is not None
    two.rules.keep(ANNA, ChatRule())
    async with aclosing(permit.stream(REQUEST)) as events:
        await anext(events)
    assert two.far.requests[0].masking == "strict"


async def test_a_chat_can_be_masked_strictly_but_never_less() -> None:
    two = Two()
    usual = await two.ask()
    assert (usual.masking, usual.masked) == ("standard", 1)
    assert "Kovacs" in two.far.requests[0].messages[-1].content.text
    two.rules.keep(ANNA, ChatRule(masking="strict"))
    strict = await two.ask()
    assert (strict.masking, strict.masked) == ("strict", 2)
    assert "Kovacs" not in two.far.requests[1].messages[-1].content.text
    assert two.far.requests[1].masking == "strict"
    two.rules.keep(ANNA, ChatRule(masking="off"))
    assert (await two.ask()).masking == "standard"
    two.rules.keep(ANNA, ChatRule(Reach.LOCAL, "strict"))
    assert (await two.ask()).masking == "strict"


async def test_a_connection_is_opened_ahead_only_to_whom_the_chat_may_reach() -> None:
    warmed: list[str] = []

    class Warm(ScriptedModel):
        async def warm(self) -> None:
            warmed.append(self.name)

    rules = ChatRules()
    far, near = Warm([()], name="far"), Warm([()], name="near")
    asker = ModelAsker(SKILLS, Gate({"reply": Ways(Way(far), Way(near))}, rules))
    for reach in (Reach.NOBODY, Reach.LOCAL, Reach.ANYONE):
        rules.keep(ANNA, ChatRule(reach))
        await asker.warm(ANNA)
    assert warmed == ["near", "far"]


def test_where_phone_numbers_are_from_follows_the_languages_of_the_chat() -> None:
    told: list[tuple[Level, tuple[str, ...]]] = []

    def finder(level: Level, languages: Iterable[str]) -> Finder:
        told.append((level, tuple(languages)))
        return private_finder(level, (), languages)

    gate = Gate({"reply": Ways.of(ScriptedModel([()]), "strict")}, finder=finder)
    permit = gate.permit("reply", ANNA)
    assert permit is not None
    permit.finder(["明日は？", "今天好", "Hello there", "123"])
    assert told == [("strict", ("en", "ja", "zh"))]


def test_the_strictest_level() -> None:
    assert strictest(["off", "strict", "standard"]) == "strict"
    assert strictest(["off", "standard"]) == "standard"
    assert strictest([]) == "off"


@pytest.mark.parametrize(
    "same", ["anna", " Anna ", "Anna (3)", "(12) Anna", "Ａｎｎａ", "Anna（9+）"]
)
def test_a_rule_holds_however_the_contact_is_written(same: str) -> None:
    rules = ChatRules()
    rules.keep(ANNA, ChatRule(Reach.NOBODY))
    again = ChatIdentity("gajim", "another window", same)
    assert rules.of(again).reach is Reach.NOBODY
    assert rules.of(replace(again, app="pidgin")) == ChatRule()
    assert rules.of(BOB) == ChatRule()


def test_a_rule_for_an_application_and_its_exceptions() -> None:
    rules = ChatRules()
    whole = replace(ANNA, contact="")
    rules.keep(whole, ChatRule(Reach.NOBODY))
    assert rules.of(ANNA).reach is Reach.NOBODY
    rules.keep(ANNA, ChatRule())
    assert rules.of(ANNA).reach is Reach.ANYONE
    assert rules.of(BOB).reach is Reach.NOBODY
    rules.keep(whole, ChatRule())
    assert rules.of(BOB).reach is Reach.ANYONE


def test_where_the_contact_is_not_known_a_rule_is_for_the_application() -> None:
    seen = view()
    assert subject_of(seen) == seen.identity
    blind = replace(seen, reads=frozenset({"draft"}))
    assert subject_of(blind).contact == ""


def test_what_the_commands_make_of_a_rule() -> None:
    rule = ChatRule(Reach.LOCAL, "strict")
    assert RULINGS["send-nobody"](rule) == ChatRule(Reach.NOBODY, "strict")
    assert RULINGS["send-anyone"](rule) == ChatRule(Reach.ANYONE, "strict")
    assert RULINGS["mask-as-usual"](rule) == ChatRule(Reach.LOCAL)
    assert RULINGS["mask-strictly"](ChatRule()) == ChatRule(masking="strict")
    assert RULINGS["send-local"](ChatRule()).reach is Reach.LOCAL


async def test_a_question_that_waits_for_its_masking_is_withheld_too() -> None:
    two = Two()
    said = Conversation("Anna", (Message("them", SAID),))
    asked = two.asker.ask(Question(ANNA, said, Draft()))
    await anext(asked)  # what is known before anything has left
    two.rules.keep(ANNA, ChatRule(Reach.NOBODY))
    with pytest.raises(ChatWithheld):
        await anext(asked)
    await asyncio.sleep(0)
    assert two.far.requests == []
