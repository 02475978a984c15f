"""Settings that change while the application runs are in force at once, beside real Gajim."""

from __future__ import annotations

from tests.desktop.lab.copilot import Copilot, Provider
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import XmppPeer
from tests.lab_llm.scripted import answer

REPLIES = ("Gladly, at eight!", "Not today, sorry.", "Where shall we meet?")
ANSWER = answer(f"1|agree|{REPLIES[0]}\n2|decline|{REPLIES[1]}\n3|ask|{REPLIES[2]}\n")


def test_a_model_a_language_and_a_ban_need_no_restart(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer
) -> None:
    with Provider(ANSWER) as provider, Copilot(desktop) as copilot:
        gajim.hear(anna, "Are you free tonight?")
        copilot.wait_cards("instant")

        # A model, while the panel stands there.
        copilot.settings_file.write_text(provider.settings(), encoding="utf-8")
        assert copilot.wait_cards("test-model") == list(REPLIES)
        assert len(provider.prompts) == 1
        copilot.click(REPLIES[0])
        desktop.wait_for(lambda: gajim.draft() == REPLIES[0], 10, "the reply in the draft")
        desktop.activate(gajim.window)
        desktop.key("ctrl+a", "BackSpace")

        # Another language of the interface.
        chinese = f'{provider.settings()}\n[interface]\nlanguage = "zh-Hans"\n'
        copilot.settings_file.write_text(chinese, encoding="utf-8")
        gajim.hear(anna, "Shall we have dinner tonight?")
        copilot.wait_for("再问一次")

        # A slip: what was in force stays, and the panel says where.
        copilot.settings_file.write_text(f"{chinese}[panel\n", encoding="utf-8")
        copilot.wait_for_words("settings.toml")
        gajim.hear(anna, "Are you at home now?")
        copilot.wait_cards("test-model")

        # An application that shall not be read any more.
        asked = len(provider.prompts)
        denied = f'{chinese}\n[reading]\ndeny = ["gajim"]\n'
        copilot.settings_file.write_text(denied, encoding="utf-8")
        copilot.wait_hidden()
        gajim.hear(anna, "Can you read this?")
        copilot.trigger("open")
        copilot.wait_for_words("[reading]")
        assert "Hide until the next message" not in copilot.shown()  # one panel, in one language
        assert len(provider.prompts) == asked
        copilot.settings_file.write_text(chinese, encoding="utf-8")
        copilot.wait_cards("test-model")
    assert anna.received == [], "something was sent"


def test_looks_need_no_restart(desktop: DesktopSession, gajim: Gajim, anna: XmppPeer) -> None:
    with Copilot(desktop) as copilot:
        gajim.hear(anna, "Are you free tonight?")
        copilot.wait_cards("instant")
        panel = copilot.size()[0]
        settings = copilot.window("Settings — Chat Copilot")
        copilot.trigger("open-settings")
        settings.wait_for("Appearance")
        window = settings.size()
        look = '[panel]\nsize = 150\nfont = "Noto Serif CJK SC"\ntheme = "dark"\n'
        copilot.settings_file.write_text(f'{look}contrast = "high"\n', encoding="utf-8")
        desktop.wait_for(
            lambda: settings.size()[0] > 1.2 * window[0], 10, "the window to grow", copilot.program
        )
        desktop.activate(gajim.window)
        gajim.hear(anna, "Shall we have dinner tonight?")
        copilot.wait_cards("instant")
        desktop.wait_for(
            lambda: copilot.size()[0] > 1.3 * panel, 10, "the panel to grow", copilot.program
        )
        copilot.settings_file.write_text("", encoding="utf-8")
        desktop.wait_for(
            lambda: settings.size()[0] < 1.1 * window[0], 10, "the old size", copilot.program
        )
    assert anna.received == [], "something was sent"
