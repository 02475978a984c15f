"""What leaves: nothing private in any dialect, and exactly what the inspection tells of."""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copilot.core.catalogue import DIALECTS, Dialect
from copilot.core.cost import Tariff
from copilot.core.inspection import Inspection, Outcome
from copilot.core.metering import MeteredModel
from copilot.core.model import ChatIdentity, Conversation, Draft, Message
from copilot.core.ports import ModelRequest
from copilot.core.prompt import build
from copilot.core.redaction import Vault
from copilot.core.spending import NullLedger, Spending
from copilot.core.translation import TranslationRequest
from copilot.llm.call import build_call
from copilot.llm.client import StreamingModel
from copilot.llm.fallback import FallbackModel
from copilot.llm.http import HttpStack
from copilot.llm.options import ProviderOptions
from tests.bench.masking import Line, load
from tests.fakes_translation import Interpreting, translator
from tests.lab_llm.disguises import disguises
from tests.lab_llm.scripted import ScriptedServer, fail, stream
from tests.lab_llm.skills import skill

STREAMS = Path(__file__).parents[2] / "data" / "streams"
KEY = "sk-mine-0123456789"
CHAT = ChatIdentity("gajim", "1:100", "anna")
SKILLS = ("reply", "complete", "topics")
LABELLED = [line for line in load() if line.private]


def told(request: ModelRequest) -> list[tuple[str, str]]:
    return [(m.role, m.content.text) for m in request.messages]


def in_openai(body: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(m["role"], m["content"]) for m in body["messages"]]


def in_anthropic(body: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [("system", body["system"]), *in_openai(body)]


def in_gemini(body: Mapping[str, Any]) -> list[tuple[str, str]]:
    roles = {"user": "user", "model": "assistant"}
    (system,) = body["systemInstruction"]["parts"]
    rest = [(roles[c["role"]], part["text"]) for c in body["contents"] for part in c["parts"]]
    return [("system", system["text"]), *rest]


READ: Mapping[Dialect, Callable[[Mapping[str, Any]], list[tuple[str, str]]]] = {
    "openai": in_openai,
    "anthropic": in_anthropic,
    "gemini": in_gemini,
    "ollama": in_openai,
}


async def get_key(_name: str) -> str:
    return KEY


@pytest.mark.parametrize("dialect", DIALECTS)
async def test_the_inspection_tells_the_very_text_that_a_server_got(dialect: Dialect) -> None:
    (recorded,) = STREAMS.glob(f"aimock-{dialect}-plain.*")
    said = Conversation(
        "anna",
        (
            Message("them", "电话 138 1234 5678 \U0001f44b “quoted” \\ back\nsecond\tline </end>"),
            Message("me", "⟨PHONE_7⟩ & a@b.cn"),
        ),
    )
    vault, inspection = Vault(), Inspection()
    request = build(skill("reply"), said, Draft(), vault)
    asked = replace(request, departing=inspection.departing("reply", CHAT, vault))
    http = HttpStack("none")
    async with ScriptedServer([stream(recorded.read_bytes())]) as server:
        options = ProviderOptions("mine", server.base_url, "m", "mine", dialect=dialect, attempts=1)
        model = MeteredModel(
            StreamingModel(options, http, get_key),
            Tariff("mine", "m"),
            Spending(NullLedger()),
            "127.0.0.1",
        )
        async with aclosing(model.stream(asked)) as events:
            async for _ in events:
                pass
        await http.close()
    (exchange,) = [e for e in server.exchanges if e.method == "POST"]
    (sent,) = inspection.latest
    shown = [(m.role, m.text) for m in sent.messages]
    assert shown == READ[dialect](json.loads(exchange.body)) == told(request)
    for message in sent.messages:
        assert json.dumps(message.text, ensure_ascii=False).encode() in exchange.body
    assert sent.outcome is Outcome.ANSWERED
    assert sent.tokens is not None
    assert [h.original for h in sent.hidden] == ["138 1234 5678", "⟨PHONE_7⟩", "a@b.cn"]
    assert KEY not in f"{sent!r}{sent.messages}{sent.hidden}"


async def test_a_call_that_fell_back_is_told_once_for_each_provider() -> None:
    vault, inspection = Vault(), Inspection()
    said = Conversation("anna", (Message("them", "138 1234 5678?"),))
    request = replace(
        build(skill("reply"), said, Draft(), vault),
        departing=inspection.departing("reply", CHAT, vault),
    )
    spending, http = Spending(NullLedger()), HttpStack("none")
    plain = (STREAMS / "aimock-openai-plain.sse").read_bytes()
    async with ScriptedServer(
        [fail(400, '{"error": {"message": "138"}}'), stream(plain)]
    ) as server:
        models = [
            MeteredModel(
                StreamingModel(
                    ProviderOptions(name, server.base_url, "m", "k", attempts=1), http, get_key
                ),
                Tariff(name, "m"),
                spending,
                f"{name}.example",
            )
            for name in ("first", "second")
        ]
        async with aclosing(FallbackModel(models).stream(request)) as events:
            async for _ in events:
                pass
        await http.close()
    second, first = inspection.latest
    assert (first.host, first.outcome) == ("first.example", Outcome.FAILED)
    assert first.trouble
    assert "138" not in first.trouble
    assert (second.host, second.outcome) == ("second.example", Outcome.ANSWERED)
    assert first.messages == second.messages


line = st.sampled_from(LABELLED)
plain = st.text(st.characters(exclude_categories=["Cs", "Nd"]), max_size=30)


@given(
    lines=st.lists(st.tuples(line, st.sampled_from(["me", "them", "Mia"])), min_size=1, max_size=6),
    draft=line,
    between=plain,
    name=st.sampled_from(SKILLS),
    dialect=st.sampled_from(DIALECTS),
)
def test_no_body_holds_a_private_value(
    lines: list[tuple[Line, str]], draft: Line, between: str, name: str, dialect: Dialect
) -> None:
    messages = [Message(sender, one.text) for one, sender in lines]
    messages.insert(1, Message("them", between))
    request = build(
        skill(name), Conversation("anna", tuple(messages)), Draft(draft.text, 0), Vault()
    )
    nothing = build(skill(name), Conversation(""), Draft(), Vault())
    public = between + "".join(m.content.text for m in nothing.messages)
    hold_nothing_private(request, dialect, [*(one for one, _ in lines), draft], public)


@settings(max_examples=40)
@given(
    lines=st.lists(line, min_size=1, max_size=4),
    before=st.lists(st.tuples(line, st.sampled_from(["me", "them"])), max_size=4),
    speaker=st.sampled_from(["me", "them", ""]),
    target=st.sampled_from(["de", "zh-Hans", "ja"]),
    dialect=st.sampled_from(DIALECTS),
)
def test_no_translation_holds_a_private_value(
    lines: list[Line], before: list[tuple[Line, str]], speaker: str, target: str, dialect: Dialect
) -> None:
    model = Interpreting(lambda text: text)
    context = tuple(Message(sender, one.text) for one, sender in before)
    asked = TranslationRequest(
        tuple(one.text for one in lines), target, chat=CHAT, context=context, speaker=speaker
    )

    async def translate() -> None:
        it = translator(model)
        async with aclosing(it.translate(asked)) as steps:
            async for _ in steps:
                pass
        await it.check(lines[0].text, "en", target, CHAT)

    asyncio.run(translate())
    assert model.requests
    for request in model.requests:
        hold_nothing_private(request, dialect, [*lines, *(one for one, _ in before)])


def hold_nothing_private(
    request: ModelRequest, dialect: Dialect, lines: Sequence[Line], public: str = ""
) -> None:
    """No private value of the lines is in the call, but for what is in `public` as well."""
    options = ProviderOptions("mine", "https://api.example/v1", "m", "mine", dialect=dialect)
    call = build_call(request, options, KEY)
    heads = (f"{name}: {value}" for name, value in call.headers.items())
    everything = "\n".join([call.url, *heads]).encode() + call.body
    for value in (value for one in lines for _, value in one.private if value not in public):
        for disguise in disguises(value):
            assert disguise not in everything, value


def test_disguises_are_known() -> None:
    value = "山东路8号 apt/5"
    raw = value.encode()
    for hidden in (
        b"x" + raw,
        json.dumps(value).encode(),
        f"https://x/?q={quote_plus(value)}".encode(),
        f"https://x/?q={quote(value, safe='')}".encode(),
        base64.b64encode(b"a" + raw + b"tail"),
        base64.urlsafe_b64encode(b"ab" + raw + b"?"),
        base64.b64encode(b"abc" + raw),
    ):
        assert any(disguise in hidden for disguise in disguises(value)), hidden
