"""What an answer cost stands in the panel beside real Gajim, and a used up budget is kept there."""

from __future__ import annotations

import json

from tests.desktop.lab.copilot import Copilot, Provider
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import XmppPeer
from tests.lab_llm.scripted import answer

REPLIES = ("Gladly, at eight!", "Not today, sorry.", "Where shall we meet?")
ANSWER = answer(f"1|agree|{REPLIES[0]}\n2|decline|{REPLIES[1]}\n3|ask|{REPLIES[2]}\n")
# An answer is 18 tokens: the second is near the limit, and with it the limit is reached.
BUDGET = """
[budget]
day_tokens = 20
when_over = "stop"
[budget.prices]
test = { currency = "CNY", input = 100, output = 100 }
"""


def test_costs_are_shown_counted_and_limited(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer
) -> None:
    with Provider(ANSWER) as provider:
        settings = provider.settings(quick_replies=True) + BUDGET
        with Copilot(desktop, settings) as copilot:
            gajim.hear(anna, "Are you free tonight?")
            assert copilot.wait_cards("test-model") == list(REPLIES)
            copilot.wait_for("¥0.0018 · 18 tok")
            # Near the limit nobody is asked by an incoming message alone.
            gajim.hear(anna, "Shall we have dinner tonight?")
            copilot.wait_cards("instant")
            assert len(provider.prompts) == 1
            copilot.click_away("Ask again")
            copilot.wait_cards("test-model")
            assert len(provider.prompts) == 2
            gajim.hear(anna, "Are you at home now?")
            copilot.wait_cards("instant")
            copilot.click_away("Ask again")
            copilot.wait_for("Today's budget for models is used up.")
            copilot.wait_for("over budget")
            copilot.wait_cards("instant")
            assert len(provider.prompts) == 2
            used = json.loads(copilot.command("usage", "--json"))
            assert used["total"]["calls"] == 2
            assert used["total"]["cost"] == {"CNY": 0.0036}
    assert not anna.received, "something was sent"
