"""Translation in real Gajim and in The Lounge in Chromium."""

from __future__ import annotations

from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.irc import IrcPeer
from tests.desktop.lab.lounge import Lounge
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import XmppPeer
from tests.desktop.translating import translate_both_ways


def test_both_ways_in_gajim(desktop: DesktopSession, gajim: Gajim, anna: XmppPeer) -> None:
    translate_both_ways(desktop, gajim, anna)


def test_both_ways_in_the_lounge(
    desktop: DesktopSession, lounge: Lounge, irc_anna: IrcPeer
) -> None:
    translate_both_ways(desktop, lounge, irc_anna)
