"""The whole application against a provider that records: nothing private in any byte it gets."""

from __future__ import annotations

import json
import re
from typing import Any

from copilot.core.redaction import KINDS
from tests.desktop.lab.a11y import AccessibilityTree, Accessible
from tests.desktop.lab.copilot import Copilot, Provider, provider_settings
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.processes import LabError
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import XmppPeer
from tests.lab_llm.disguises import disguises
from tests.lab_llm.scripted import Exchange, answer
from tests.lab_llm.skills import skill

SAID = (
    ("打给我 {},或者 {}", "138 1234 5678", "+44 20 7946 0958"),
    ("写信到 {} 我叫{}", "anna.li+shop@mail.example.org", "王小明"),
    ("卡号 {},IBAN {}", "4111 1111 1111 1111", "DE89 3704 0044 0532 0130 00"),
    ("身份证{}, SSN {}", "11010519491231002X", "536-22-1234"),
    ("passport no. {}, 车牌{}", "E12345678", "京A12345"),
    ("server {}, MAC {}", "203.0.113.77", "c0:7a:12:34:56:78"),
    ("the key is {}, 您的验证码是:{}", "sk-abcdefGHIJ1234567890klmn", "482913"),
    ("地址:{} I live in {}", "杭州市西湖区文三路100号3栋2单元501室", "Springfield"),
    ("Nobody must know of {}: {}", "Nightingale", "https://example.org/join?token=a8f1c2d3e4f5"),
    ("{} stays, as do 25 dollars. Are you coming?", "[PHONE_1]"),
)
DRAFT = "tell them 415-555-2671 and"
PRIVATE = [*(value for _, *values in SAID for value in values), "415-555-2671"]
REPLIES = ("I call ⟨PHONE_1⟩", "Not today, sorry.", "Where shall we meet?")
REPLY = answer(f"1|agree|{REPLIES[0]}\n2|decline|{REPLIES[1]}\n3|ask|{REPLIES[2]}\n")
TOPIC = answer("1|How is the bird?\n2|And the job?\n3|Seen the news?\n")
ENDING = answer("1|tell them ⟨PHONE_3⟩ and hurry\n2|tell them ⟨PHONE_3⟩ and wait\n")
SETTINGS = """
[masking]
words = ["Nightingale"]
[translation]
mine = ["de"]
"""


async def interpret(exchange: Exchange) -> None:
    """Says each numbered line again."""
    lines = re.findall(r"^(\d+)\|(.*)$", exchange.json["messages"][-1]["content"], re.MULTILINE)
    await answer("".join(f"{number}|{text}\n" for number, text in lines))(exchange)


PLAYS = {"reply": REPLY, "topics": TOPIC, "complete": ENDING, "translate": interpret}


async def play(exchange: Exchange) -> None:
    """Answers in the form of the skill that is asked."""
    asked = exchange.json["messages"][-1]["content"]
    name = next(name for name in PLAYS if asked.endswith(skill(name).task))
    await PLAYS[name](exchange)


def everything(exchange: Exchange) -> bytes:
    """Every byte of a request that could tell something."""
    heads = "\n".join(f"{name}: {value}" for name, value in exchange.headers.items())
    return f"{exchange.method} {exchange.path}\n{heads}\n\n".encode() + exchange.body


def on_the_wire(provider: Provider) -> list[list[dict[str, Any]]]:
    """The messages of each request so far, as the inspection has them."""
    return [
        [{"role": m["role"], "text": m["content"]} for m in exchange.json["messages"]]
        for exchange in provider.server.exchanges
        if exchange.method == "POST"
    ]


def sent(copilot: Copilot) -> list[dict[str, Any]]:
    """The calls that `chat-copilot sent` tells of, the oldest first; none yet is none."""
    try:
        return json.loads(copilot.command("sent", "--json"))["sent"][::-1]
    except LabError:
        return []


def window_text(desktop: DesktopSession, tree: AccessibilityTree, copilot: Copilot) -> str:
    """What the window of what was sent shows as the text that left; "" while it does not."""

    def texts(node: Accessible) -> list[str]:
        try:
            return [node.text] if node.name == "The text as it left" else []
        except LabError:  # gone meanwhile
            return []

    application = tree.application(copilot.pid)
    return "".join(t for node in (application.walk() if application else ()) for t in texts(node))


def test_nothing_private_leaves_and_the_inspector_shows_what_does(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer
) -> None:
    with Provider(play) as provider:
        url = provider.server.base_url
        settings = provider_settings(url, extra='masking = "strict"') + SETTINGS
        settings = settings.replace("[jobs]\n", '[jobs]\ntranslation = "test"\n')
        desktop.activate(gajim.window)
        for template, *values in SAID:
            text = template.format(*values)
            anna.send(text)
            gajim.wait_shown(text)
        with Copilot(desktop, settings) as copilot:
            # What comes back is restored for the person alone.
            copilot.wait_for("I call 138 1234 5678")
            copilot.wait_cards("test-model")
            copilot.trigger("topics")
            copilot.wait_for("How is the bird?")
            desktop.wait_for(
                lambda: "translate" in {call["skill"] for call in sent(copilot)},
                20,
                "the translation",
                copilot.program,
            )
            copilot.trigger("replies")
            desktop.activate(gajim.window)
            desktop.type_text(DRAFT)
            copilot.wait_for("tell them 415-555-2671 and hurry")
            copilot.trigger("pause")  # from here on nothing is asked
            told = sent(copilot)
            newest, last = told[-1], copilot.command("sent", "--last")
            copilot.trigger("show-sent")
            with AccessibilityTree(desktop) as tree:
                shown = desktop.wait_for(
                    lambda: window_text(desktop, tree, copilot), 20, "the window", copilot.program
                )
            desktop.screenshot(desktop.logs / "what-was-sent.png")
        log = copilot.program.output

    asked = on_the_wire(provider)
    assert {call["skill"] for call in told} == {"reply", "topics", "complete", "translate"}
    calls = [(call["outcome"], call["messages"]) for call in told]
    # One that was given up may have been so before its first byte.
    left = [messages for end, messages in calls if end != "cancelled" or messages in asked]
    assert sorted(asked, key=str) == sorted(left, key=str)
    for message in newest["messages"]:
        assert message["text"] in shown
        for line in message["text"].splitlines():
            assert line in last

    for value in PRIVATE:
        compact = "".join(letter for letter in value if letter not in " -")
        for exchange in provider.server.exchanges:
            for disguise in disguises(value) | disguises(compact):
                assert disguise not in everything(exchange), value
        assert value not in log, "the log holds something of the chat"
    prompts = "\n".join(provider.prompts)
    assert [
        kind for kind in KINDS if kind not in ("KEEP", "TERM") and f"⟨{kind}_" not in prompts
    ] == []
    assert "25 dollars" in prompts
    hidden = {h["original"] for call in told for h in call["hidden"]}
    assert set(PRIVATE) <= hidden
