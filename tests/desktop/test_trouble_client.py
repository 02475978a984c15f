"""Clients that die or hang in the middle: the panel goes, nothing breaks, the others go on."""

from __future__ import annotations

import os
import signal

import pytest

from tests.desktop.lab.copilot import Copilot, Provider
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.pidgin import Pidgin
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import XmppPeer, XmppServer
from tests.lab_llm.scripted import answer

REPLIES = ("Gladly, at eight!", "Not today, sorry.", "Where shall we meet?")
ANSWER = answer(f"1|agree|{REPLIES[0]}\n2|decline|{REPLIES[1]}\n3|ask|{REPLIES[2]}\n")


@pytest.fixture
def gajim(desktop: DesktopSession, xmpp: XmppServer, anna: XmppPeer, bob: XmppPeer) -> Gajim:
    """One for each test: none survives its test."""
    return Gajim(desktop, xmpp)


def suggest_in(
    desktop: DesktopSession, client: Gajim | Pidgin, copilot: Copilot, anna: XmppPeer, message: str
) -> None:
    desktop.activate(client.window)
    anna.send(message)
    client.wait_shown(message)
    copilot.wait_for(REPLIES[0])


def test_killed_while_suggestions_are_shown(
    desktop: DesktopSession, pidgin: Pidgin, gajim: Gajim, anna: XmppPeer
) -> None:
    with Provider(ANSWER) as provider, Copilot(desktop, provider.settings()) as copilot:
        suggest_in(desktop, gajim, copilot, anna, "Coming to the party?")
        desktop.kill(gajim.program)
        desktop.activate(pidgin.window)
        suggest_in(desktop, pidgin, copilot, anna, "Or to the cinema?")
        copilot.click(REPLIES[1])
        desktop.wait_for(lambda: pidgin.draft() == REPLIES[1], 10, "the reply in Pidgin")
        desktop.key("ctrl+a", "BackSpace")


def test_killed_during_a_write(
    desktop: DesktopSession, pidgin: Pidgin, gajim: Gajim, anna: XmppPeer
) -> None:
    with Provider(ANSWER) as provider, Copilot(desktop, provider.settings()) as copilot:
        suggest_in(desktop, gajim, copilot, anna, "Coming to the theatre?")
        os.kill(gajim.pid, signal.SIGSTOP)
        copilot.click(REPLIES[0])
        copilot.trigger("replies")  # answered only after the click was handled
        desktop.kill(gajim.program)
        suggest_in(desktop, pidgin, copilot, anna, "Or to the zoo?")
        assert pidgin.draft() == ""


def test_a_stopped_client_keeps_nobody_waiting(
    desktop: DesktopSession, pidgin: Pidgin, gajim: Gajim, anna: XmppPeer
) -> None:
    with Provider(ANSWER) as provider, Copilot(desktop, provider.settings()) as copilot:
        suggest_in(desktop, gajim, copilot, anna, "Coming to the opera?")
        os.kill(gajim.pid, signal.SIGSTOP)
        try:
            suggest_in(desktop, pidgin, copilot, anna, "Or to the beach?")
            copilot.click(REPLIES[1])
            desktop.wait_for(lambda: pidgin.draft() == REPLIES[1], 10, "the reply in Pidgin")
            desktop.key("ctrl+a", "BackSpace")
        finally:
            os.kill(gajim.pid, signal.SIGCONT)
        suggest_in(desktop, gajim, copilot, anna, "Back at the opera?")
    desktop.stop(gajim.program)
