"""How a person writes to a contact is learned beside real Gajim, and goes along with questions."""

from __future__ import annotations

import json

import pytest

from tests.desktop.conftest import OpenDesktop
from tests.desktop.lab.copilot import Copilot, Provider
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import XmppPeer
from tests.lab_llm.scripted import answer

ANSWER = answer("1|agree|Gladly!\n2|decline|Not today, sorry.\n3|ask|Where?\n")
LINES = ("yeah lol", "gonna be late", "u at home", "nah not today", "ok see u there")
KNOWN = "[me about them] I write to them: short, lower case, no full stops, no emoji, casual."


@pytest.fixture(scope="module")
def desktop(open_desktop: OpenDesktop) -> DesktopSession:
    return open_desktop(keyring="unlocked")


def test_how_one_writes_goes_along(desktop: DesktopSession, gajim: Gajim, anna: XmppPeer) -> None:
    with Provider(ANSWER) as provider:
        settings = provider.settings() + "[history]\nenabled = true\n"
        with Copilot(desktop, settings) as copilot:
            desktop.activate(gajim.window)
            anna.send("Are you free tonight?")
            copilot.wait_cards("test-model")
            assert "[me about them]" not in provider.prompts[-1]
            for line in LINES:
                desktop.activate(gajim.window)
                desktop.type_text(line)
                desktop.key("Return")
                gajim.wait_shown(line)
            anna.send("Shall we have dinner?")
            gajim.wait_shown("Shall we have dinner?")
            desktop.wait_for(
                lambda: any(KNOWN in prompt for prompt in provider.prompts), 20, "what is known"
            )
            (known,) = json.loads(copilot.command("contact", "list", "--json"))["contacts"]
            assert (known["app"], known["my_language"], known["messages"]) == ("gajim", "en", 5)
            note = "her number is 138 1234 5678"
            copilot.command("contact", "set", known["contact"], "--note", note)
            copilot.wait_cards("test-model")
            copilot.click_away("Ask again")
            desktop.wait_for(
                lambda: "her number is ⟨PHONE_1⟩" in provider.prompts[-1], 20, "the note, masked"
            )
            copilot.wait_cards("test-model")
            assert not any("138 1234 5678" in prompt for prompt in provider.prompts)
        # What left is kept as it left, without what the placeholders stand for.
        (asked, *_) = json.loads(
            copilot.command("history", "search", "number", "--in", "requests", "--json")
        )["requests"]
        assert "her number is ⟨PHONE_1⟩" in asked["messages"][-1]["text"]
        assert "138 1234 5678" not in json.dumps(asked)
        copilot.command("contact", "forget", known["contact"])
    assert [heard.text for heard in anna.received] == list(LINES)
