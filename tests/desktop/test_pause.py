"""A pause outlives changed settings, and one for an application alone ends when it is wanted."""

from __future__ import annotations

from tests.desktop.lab.copilot import Copilot
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import XmppPeer


def test_nothing_that_changes_ends_a_pause(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer
) -> None:
    with Copilot(desktop) as copilot:
        gajim.hear(anna, "Are you free tonight?")
        copilot.wait_cards("instant")
        copilot.trigger("pause")
        copilot.wait_hidden()
        copilot.settings_file.write_text("[quick_replies]\nembeddings = false\n", encoding="utf-8")
        copilot.settings_file.write_text('[hotkeys]\nchoose1 = ""\n', encoding="utf-8")
        gajim.hear(anna, "Shall we have dinner?")
        copilot.trigger("open")
        copilot.wait_for("Paused")
        assert not copilot.cards()
        copilot.trigger("resume")
        gajim.hear(anna, "Are you at home now?")
        copilot.wait_cards("instant")
    assert anna.received == [], "something was sent"


def test_one_application_rests_until_it_is_resumed(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer
) -> None:
    with Copilot(desktop) as copilot:
        gajim.hear(anna, "Are you free on Sunday?")
        copilot.wait_cards("instant")
        copilot.trigger("pause-app")
        copilot.wait_hidden()
        reading = '[reading]\ndeny = ["telegram"]\n'
        copilot.settings_file.write_text(reading, encoding="utf-8")
        gajim.hear(anna, "Shall we go to the cinema?")
        copilot.trigger("open")
        copilot.wait_for("Paused for this application.")
        assert not copilot.cards()
        assert copilot.settings_file.read_text(encoding="utf-8") == reading
        copilot.trigger("resume")
        gajim.hear(anna, "Are you at home today?")
        copilot.wait_cards("instant")
    assert anna.received == [], "something was sent"
