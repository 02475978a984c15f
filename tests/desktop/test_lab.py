"""The laboratory itself: real clients carry messages both ways, and nothing is left behind."""

from __future__ import annotations

from pathlib import Path

from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.irc import IrcPeer
from tests.desktop.lab.lounge import Lounge
from tests.desktop.lab.pidgin import Pidgin
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import XmppPeer

GREETING = "你好😀"


def test_gajim_carries_messages_both_ways(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer
) -> None:
    anna.send(GREETING)
    gajim.wait_shown(GREETING)
    desktop.type_text("typed in Gajim")
    assert gajim.draft() == "typed in Gajim"
    desktop.key("Return")
    assert anna.wait_received("typed in Gajim").sender == "me@localhost"
    desktop.paste("貼り付け 👩‍👩‍👧")
    desktop.key("Return")
    anna.wait_received("貼り付け 👩‍👩‍👧")


def test_gajim_switches_between_contacts(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer, bob: XmppPeer
) -> None:
    gajim.open_chat("bob")
    desktop.type_text("for Bob")
    desktop.key("Return")
    bob.wait_received("for Bob")
    gajim.open_chat("anna")
    assert "for Bob" not in [heard.text for heard in anna.received]


def test_pidgin_carries_messages_both_ways(
    desktop: DesktopSession, pidgin: Pidgin, anna: XmppPeer, bob: XmppPeer
) -> None:
    anna.send(GREETING)
    pidgin.wait_shown(GREETING)
    desktop.type_text("typed in Pidgin")
    assert pidgin.draft() == "typed in Pidgin"
    desktop.key("Return")
    anna.wait_received("typed in Pidgin")
    pidgin.open_chat("bob")
    desktop.type_text("for Bob, from Pidgin")
    desktop.key("Return")
    bob.wait_received("for Bob, from Pidgin")
    assert "for Bob, from Pidgin" not in [heard.text for heard in anna.received]
    pidgin.open_chat("anna")


def test_the_lounge_carries_messages_both_ways(
    desktop: DesktopSession, lounge: Lounge, irc_anna: IrcPeer, irc_bob: IrcPeer
) -> None:
    irc_anna.send(GREETING)
    lounge.wait_shown(GREETING)
    desktop.type_text("typed in Chromium")
    desktop.wait_for(lambda: lounge.draft() == "typed in Chromium", 5, "the draft")
    desktop.key("Return")
    assert irc_anna.wait_received("typed in Chromium").sender == "me"
    desktop.paste("貼り付け 👩‍👩‍👧")
    desktop.key("Return")
    irc_anna.wait_received("貼り付け 👩‍👩‍👧")
    lounge.open_chat("bob")
    desktop.type_text("for Bob")
    desktop.key("Return")
    irc_bob.wait_received("for Bob")
    lounge.open_chat("#chat")
    irc_bob.send("to all", to="#chat")
    lounge.wait_shown("to all")


def test_nothing_is_left_behind(tmp_path: Path) -> None:
    with DesktopSession(keyring="unlocked") as session:
        session.set_clipboard(GREETING)
        assert session.clipboard() == GREETING
        picture = session.screenshot(tmp_path / "screen.png")
        assert picture.read_bytes().startswith(b"\x89PNG")
        running = " ".join(session.living().values())
        assert "at-spi" in running
        assert "gnome-keyring-daemon" in running
    assert not session.living()
    assert not session.folder.exists()
