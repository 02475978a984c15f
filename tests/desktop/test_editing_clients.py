"""Back from the window in which a suggestion is edited, into Pidgin and The Lounge."""

from __future__ import annotations

from tests.desktop.lab.copilot import Copilot
from tests.desktop.lab.irc import IrcPeer
from tests.desktop.lab.lounge import Lounge
from tests.desktop.lab.peer import Peer
from tests.desktop.lab.pidgin import Pidgin
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import XmppPeer
from tests.desktop.loop import Client

MESSAGE = "Are you free tonight?"


def edit_and_insert(desktop: DesktopSession, client: Client, peer: Peer) -> None:
    """The first suggestion is edited by hand and goes into the draft, unsent."""
    with Copilot(desktop, "") as copilot:
        desktop.activate(client.window)
        peer.send(MESSAGE)
        client.wait_shown(MESSAGE)
        first = copilot.wait_cards("instant")[0]
        copilot.trigger("edit")
        desktop.wait_for(
            lambda: desktop.active_window() != client.window, 5, "the window to have the keyboard"
        )
        desktop.type_text(" At eight.")
        desktop.key("ctrl+Return")
        desktop.wait_for(lambda: client.draft() == f"{first} At eight.", 10, "the edited text")
        assert desktop.active_window() == client.window
        copilot.click_away("Undo")
        desktop.wait_for(lambda: client.draft() == "", 10, "the draft as it was")
        assert not peer.received, "something was sent"


def test_in_pidgin(desktop: DesktopSession, pidgin: Pidgin, anna: XmppPeer) -> None:
    edit_and_insert(desktop, pidgin, anna)


def test_in_the_lounge(desktop: DesktopSession, lounge: Lounge, irc_anna: IrcPeer) -> None:
    edit_and_insert(desktop, lounge, irc_anna)
