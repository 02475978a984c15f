"""The main job in real Gajim."""

from __future__ import annotations

from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import XmppPeer
from tests.desktop.loop import (
    play_the_loop,
    read_what_was_said_before,
    refuse_the_wrong_chat,
)


def test_a_talk_from_before_the_start_is_read(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer
) -> None:
    read_what_was_said_before(desktop, gajim, anna)


def test_from_message_to_sent_reply(desktop: DesktopSession, gajim: Gajim, anna: XmppPeer) -> None:
    play_the_loop(desktop, gajim, anna, "Anna", me="me@localhost")


def test_nothing_is_written_into_the_wrong_chat(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer
) -> None:
    gajim.open_chat("anna")
    refuse_the_wrong_chat(desktop, gajim, anna, "anna", "bob")
