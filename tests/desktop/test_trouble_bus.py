"""The accessibility bus dies and comes back: reading goes on."""

from __future__ import annotations

import os
import signal

from tests.desktop.lab.copilot import Copilot, Provider
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import XmppPeer, XmppServer
from tests.lab_llm.scripted import answer

REPLIES = ("Gladly, at eight!", "Not today, sorry.", "Where shall we meet?")
ANSWER = answer(f"1|agree|{REPLIES[0]}\n2|decline|{REPLIES[1]}\n3|ask|{REPLIES[2]}\n")
PARTS = ("at-spi-bus-launcher", "at-spi2-registryd", "accessibility.conf")


def kill_the_bus(desktop: DesktopSession) -> None:
    """The launcher, its dbus-daemon and the registry, as a crash would."""
    living = desktop.living()
    found = [pid for pid, command in living.items() if any(part in command for part in PARTS)]
    assert len(found) == 3, living
    for pid in found:
        os.kill(pid, signal.SIGKILL)
    desktop.wait_for(lambda: not desktop.living().keys() & set(found), 10, "the bus to die")


def test_reading_goes_on_after_the_bus_was_restarted(
    desktop: DesktopSession, gajim: Gajim, xmpp: XmppServer, anna: XmppPeer
) -> None:
    with Provider(ANSWER) as provider, Copilot(desktop, provider.settings()) as copilot:
        desktop.activate(gajim.window)
        anna.send("Coming to the party?")
        gajim.wait_shown("Coming to the party?")
        assert copilot.wait_cards("test-model") == list(REPLIES)

        kill_the_bus(desktop)
        desktop.set_accessibility(True)
        # GTK 3 does not come back to a new bus by itself: the client has to be started again.
        desktop.stop(gajim.program)
        again = Gajim(desktop, xmpp)
        message = "And to the cinema?"
        anna.send(message)
        again.wait_shown(message)
        desktop.wait_for(
            lambda: any(message in prompt for prompt in provider.prompts), 20, "it to be read"
        )
        desktop.wait_for(
            lambda: desktop.windows(pid=copilot.pid, title="Chat Copilot"), 10, "the panel"
        )

        def chosen() -> bool:  # a key that is pressed before the cards are there does nothing
            desktop.key("ctrl+alt+2")
            return again.draft() == REPLIES[1]

        desktop.wait_for(chosen, 20, "the reply in the draft")
        desktop.key("Return")
        anna.wait_received(REPLIES[1])
