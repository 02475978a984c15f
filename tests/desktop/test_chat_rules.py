"""What is allowed for a chat, clicked in the panel beside real Gajim: held at the wire."""

from __future__ import annotations

import json

from copilot.store import settings
from tests.desktop.lab.copilot import Copilot, Provider
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import XmppPeer
from tests.lab_llm.scripted import answer

ELSEWHERE = ("Gladly, at eight!", "Not today, sorry.", "Where shall we meet?")
HERE = ("Sure, why not?", "I can't, sorry.", "When?")


def lines(texts: tuple[str, str, str]) -> str:
    return "".join(
        f"{n}|{stance}|{text}\n"
        for n, (stance, text) in enumerate(zip(("agree", "decline", "ask"), texts, strict=True), 1)
    )


def allow(copilot: Copilot, what: str) -> None:
    """Two clicks: … and what is allowed."""
    copilot.click("More")
    copilot.click_away(what)


def test_a_rule_holds_at_the_wire_and_over_a_restart(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer, bob: XmppPeer
) -> None:
    with Provider(answer(lines(ELSEWHERE))) as far, Provider(answer(lines(HERE))) as near:
        text = far.settings(quick_replies=True).replace('"test"\n', '["test", "near"]\n')
        text += f'[providers.near]\nbase_url = "{near.server.base_url}"\nmodel = "near-model"\n'
        with Copilot(desktop, text) as copilot:
            gajim.hear(anna, "Are you free tonight?")
            assert copilot.wait_cards("test-model") == list(ELSEWHERE)
            allow(copilot, "Local models only")
            assert copilot.wait_cards("near-model") == list(HERE)
            copilot.wait_for("local only")
            copilot.wait_for("not masked")
            allow(copilot, "Never send")
            copilot.wait_for("never sent")
            copilot.wait_cards("instant")
            asked = len(far.prompts), len(near.prompts)
            gajim.hear(anna, "Shall we have dinner tonight?")
            copilot.wait_cards("instant")
            assert (len(far.prompts), len(near.prompts)) == asked == (1, 1)
        with Copilot(desktop, text) as copilot:
            gajim.hear(anna, "Are you coming on Friday?")
            copilot.wait_for("never sent")
            copilot.wait_cards("instant")
            assert len(far.prompts) == 1
            gajim.open_chat("bob")
            gajim.hear(bob, "Are you at home tonight?")
            assert copilot.wait_cards("test-model") == list(ELSEWHERE)
            rules = json.loads(copilot.command("chats", "--json"))
            assert (rules["rules"], rules["never_sent"]) == (1, 1)
            kept = (desktop.home / ".local/share/chat-copilot/chats.json").read_text()
            assert "anna" not in kept.casefold()
            copilot.command("chats", "--clear")
            gajim.open_chat("anna")
            gajim.hear(anna, "Do you like tea?")
            assert copilot.wait_cards("test-model") == list(ELSEWHERE)
    assert not anna.received, "something was sent"


def test_one_click_and_the_application_is_left_alone(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer
) -> None:
    gajim.open_chat("anna")
    with Copilot(desktop, "") as copilot:
        gajim.hear(anna, "Are you free tomorrow?")
        copilot.wait_cards("instant")
        allow(copilot, "Don't read Gajim")
        copilot.wait_hidden()
        anna.send("Shall we meet tomorrow?")
        gajim.wait_shown("Shall we meet tomorrow?")
        copilot.trigger("open")
        copilot.wait_for("You chose that it is never read.")
        assert settings.load(copilot.settings_file).reading.deny == ("gajim",)
        assert copilot.cards() == {}
    written = copilot.settings_file.read_text(encoding="utf-8")
    with Copilot(desktop, written) as copilot:
        desktop.activate(gajim.window)
        copilot.trigger("open")
        copilot.wait_for("You chose that it is never read.")
