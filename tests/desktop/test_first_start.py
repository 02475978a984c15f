"""The first start, from nothing to a suggestion in real Gajim: by keyboard, and by mouse."""

from __future__ import annotations

import pytest

from tests.desktop.lab.copilot import Copilot
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import XmppPeer

STEPS = (
    ("Replies beside the chat you are in", "Yes, read my chats like that"),
    ("Seeing the chat", "Continue"),
    ("Who shall think?", "Continue"),
    ("Remember chats?", "Keep nothing"),
    ("All set", "Done"),
)


@pytest.mark.parametrize("by", ["keyboard", "mouse"])
def test_from_nothing_to_a_suggestion(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer, by: str
) -> None:
    with Copilot(desktop, None) as copilot:
        welcome = copilot.window("Welcome to Chat Copilot")
        welcome.wait_for(STEPS[0][0])
        desktop.activate(gajim.window)
        anna.send("Are you free tonight?")
        gajim.wait_shown("Are you free tonight?")
        copilot.trigger("resume")  # whoever that is has read no question
        welcome.front()
        for title, label in STEPS:
            welcome.wait_for(title)
            welcome.wait_for(label)
            assert not copilot.cards()  # nothing is read before the yes, nor while it asks more
            if by == "mouse":
                welcome.click(label)
            else:
                desktop.key("space")  # what most people will want has the keyboard
        desktop.activate(gajim.window)
        reply = copilot.wait_cards("instant")[0]
        if by == "mouse":
            copilot.click(reply)
        else:
            desktop.key("ctrl+alt+1")
        desktop.wait_for(lambda: gajim.draft() == reply, 10, "the reply in the draft")
        desktop.activate(gajim.window)
        desktop.key("ctrl+a", "BackSpace")
        (desktop.home / ".local/state/chat-copilot/state.json").unlink()
    assert anna.received == [], "something was sent"
