"""What a model may say: marks for what is private, thoughts, prose, JSON, nothing of use."""

from __future__ import annotations

import asyncio
import json
import threading

import pytest

from tests.desktop.lab.copilot import Copilot, Provider
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import XmppPeer
from tests.lab_llm.scripted import Exchange, answer, delta, sse

PHONE, MAIL = "+49 170 1234567", "anna.b@example.com"
GOOD = ("Gladly, at eight!", "Not today, sorry.", "Where shall we meet?")
FORM = f"1|agree|{GOOD[0]}\n2|decline|{GOOD[1]}\n3|ask|{GOOD[2]}\n"


def test_private_details_stay_here(desktop: DesktopSession, gajim: Gajim, anna: XmppPeer) -> None:
    said = "1|agree|I'll call ⟨PHONE_1⟩ tonight\n2|ask|Or rather write to ⟨EMAIL_1⟩?\n"
    call = f"I'll call {PHONE} tonight"
    with Provider(answer(said)) as provider, Copilot(desktop, provider.settings()) as copilot:
        gajim.hear(anna, f"Call me at {PHONE} or write to {MAIL}")
        assert copilot.wait_cards("test-model") == [call, f"Or rather write to {MAIL}?"]
        copilot.wait_for("2 masked")
        assert "⟨PHONE_1⟩ or write to ⟨EMAIL_1⟩" in provider.prompts[0]
        for private in (PHONE, "1234567", MAIL, "anna.b"):
            assert all(private not in prompt for prompt in provider.prompts)
        copilot.click(call)
        desktop.wait_for(lambda: gajim.draft() == call, 10, "the real number in the draft")
        desktop.key("ctrl+a", "BackSpace")


def test_thoughts_are_never_shown(desktop: DesktopSession, gajim: Gajim, anna: XmppPeer) -> None:
    seen_enough = threading.Event()

    async def thoughtful(exchange: Exchange) -> None:
        await exchange.head()
        for piece in ("<thi", "nk>a secret ", "plan\n1|agree|secret\n"):
            await exchange.chunk(sse(delta(piece)))
        await asyncio.to_thread(seen_enough.wait, 20)
        await exchange.chunk(sse(delta(f"</think>\n{FORM}"), delta(finish="stop"), "[DONE]"))
        await exchange.end()

    with Provider(thoughtful) as provider:
        # A busy machine takes its time to look.
        settings = provider.settings().replace("silence_timeout = 3.0", "silence_timeout = 30.0")
        watch_it_think(desktop, gajim, anna, settings, seen_enough)


def watch_it_think(
    desktop: DesktopSession,
    gajim: Gajim,
    anna: XmppPeer,
    settings: str,
    seen_enough: threading.Event,
) -> None:
    with Copilot(desktop, settings) as copilot:
        gajim.hear(anna, "What do you think?")
        copilot.wait_for("thinking…")
        for _ in range(5):
            assert not any("secret" in text or "<thi" in text for text in copilot.shown())
        seen_enough.set()
        assert copilot.wait_cards("test-model") == list(GOOD)
        assert not any("secret" in text for text in copilot.shown())


USABLE = [
    pytest.param(
        f"Sure! Here are three replies you could send:\n\n1. {GOOD[0]}\n2. {GOOD[1]}\n3. {GOOD[2]}",
        "Party tonight?",
        id="prose",
    ),
    pytest.param(
        "```json\n" + json.dumps({"replies": [{"text": text} for text in GOOD]}) + "\n```",
        "Party tomorrow?",
        id="JSON",
    ),
]


@pytest.mark.parametrize(("said", "message"), USABLE)
def test_other_forms_are_understood(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer, said: str, message: str
) -> None:
    with Provider(answer(said)) as provider, Copilot(desktop, provider.settings()) as copilot:
        gajim.hear(anna, message)
        assert copilot.wait_cards("test-model") == list(GOOD)


def test_an_empty_answer_offers_nothing(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer
) -> None:
    with Provider(answer("NONE\n")) as provider, Copilot(desktop, provider.settings()) as copilot:
        gajim.hear(anna, "ok")
        desktop.wait_for(lambda: provider.prompts, 20, "a request")
        copilot.wait_hidden()
        assert copilot.cards() == {}
        provider.play(answer(FORM))
        gajim.hear(anna, "Are you there?")
        assert copilot.wait_cards("test-model") == list(GOOD)
