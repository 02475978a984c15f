"""The laboratory itself: real clients carry messages both ways, and nothing is left behind."""

from __future__ import annotations

from pathlib import Path

from tests.desktop.lab.gajim import Gajim
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
