"""The panel's translations in real Gajim and in The Lounge, seen and clicked from outside."""

from __future__ import annotations

from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.irc import IrcPeer
from tests.desktop.lab.lounge import Lounge
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import XmppPeer
from tests.desktop.translating import show_translations


def test_the_panel_in_gajim(desktop: DesktopSession, gajim: Gajim, anna: XmppPeer) -> None:
    show_translations(desktop, gajim, anna)


def test_the_panel_in_the_lounge(
    desktop: DesktopSession, lounge: Lounge, irc_anna: IrcPeer
) -> None:
    show_translations(desktop, lounge, irc_anna)
