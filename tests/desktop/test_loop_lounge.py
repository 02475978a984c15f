"""The main job in real Chromium with The Lounge."""

from __future__ import annotations

from tests.desktop.lab.irc import IrcPeer
from tests.desktop.lab.lounge import Lounge
from tests.desktop.lab.session import DesktopSession
from tests.desktop.loop import (
    play_the_loop,
    read_what_was_said_before,
    refuse_the_wrong_chat,
)


def test_a_talk_from_before_the_start_is_read(
    desktop: DesktopSession, lounge: Lounge, irc_anna: IrcPeer
) -> None:
    read_what_was_said_before(desktop, lounge, irc_anna)


def test_from_message_to_sent_reply(
    desktop: DesktopSession, lounge: Lounge, irc_anna: IrcPeer
) -> None:
    play_the_loop(desktop, lounge, irc_anna, "anna", me="me")


def test_nothing_is_written_into_the_wrong_chat(
    desktop: DesktopSession, lounge: Lounge, irc_anna: IrcPeer
) -> None:
    lounge.open_chat("anna")
    refuse_the_wrong_chat(desktop, lounge, irc_anna, "anna", "bob")
