"""Back from the window in which a suggestion is edited: into its chat of real Gajim, or nowhere."""

from __future__ import annotations

import contextlib
from collections.abc import Generator

from tests.desktop.lab.copilot import Beheld, Copilot
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import XmppPeer

ADDED = " See you at eight."


@contextlib.contextmanager
def editing(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer, message: str
) -> Generator[tuple[Copilot, Beheld, str]]:
    """Anna has asked, and the first suggestion stands in the window that takes the keyboard."""
    gajim.open_chat("anna")
    with Copilot(desktop, "") as copilot:
        gajim.hear(anna, message)
        first = copilot.wait_cards("instant")[0]
        desktop.xdotool("mousemove", *copilot.place_of(first))
        copilot.click("Edit first")
        editor = copilot.window("Edit before it goes into the draft to Anna — Chat Copilot")
        editor.wait_for("Your text")
        desktop.wait_for(
            lambda: desktop.active_window() != gajim.window, 5, "the window to have the keyboard"
        )
        yield copilot, editor, first


def test_what_was_edited_goes_into_the_draft_and_can_be_undone(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer
) -> None:
    with editing(desktop, gajim, anna, "Are you free tonight?") as (copilot, _, first):
        desktop.type_text(ADDED)
        desktop.key("ctrl+Return")
        desktop.wait_for(lambda: gajim.draft() == first + ADDED, 10, "the text in the draft")
        assert desktop.active_window() == gajim.window
        copilot.click_away("Undo")
        desktop.wait_for(lambda: gajim.draft() == "", 10, "the draft as it was")
        desktop.type_text("x")  # the keyboard is the chat's again
        desktop.wait_for(lambda: gajim.draft() == "x", 5, "the key in the draft")
        desktop.key("BackSpace")
        assert not anna.received, "something was sent"


def test_closing_the_window_gives_the_keyboard_back(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer
) -> None:
    with editing(desktop, gajim, anna, "Are you coming tomorrow?") as (copilot, _, first):
        desktop.type_text(ADDED)
        desktop.key("Escape")
        desktop.wait_for(lambda: desktop.active_window() == gajim.window, 5, "Gajim's window")
        copilot.wait_for(first)
        assert gajim.draft() == ""


def test_in_another_chat_nothing_is_written_and_the_text_can_be_copied(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer
) -> None:
    with editing(desktop, gajim, anna, "Shall we have dinner tonight?") as (copilot, editor, first):
        desktop.type_text(ADDED)
        gajim.open_chat("bob")
        editor.front()
        desktop.key("ctrl+Return")
        copilot.click("Copy it instead")
        desktop.wait_for(lambda: desktop.clipboard() == first + ADDED, 5, "the copied text")
        for contact in ("bob", "anna"):
            gajim.open_chat(contact)
            assert gajim.draft() == ""
        assert not anna.received, "something was sent"


def test_new_settings_and_a_pause_lose_no_text(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer
) -> None:
    with editing(desktop, gajim, anna, "Will you be there on Sunday?") as (copilot, editor, first):
        desktop.type_text(ADDED)
        copilot.settings_file.write_text('[network]\nproxy = "none"\n', encoding="utf-8")
        editor.wait_for("This chat has gone. Your text is still here: copy it.")
        desktop.activate(gajim.window)
        copilot.wait_cards("instant")
        assert gajim.draft() == ""
        # Another suggestion takes the window; the text goes on in the panel, also over a pause.
        desktop.xdotool("mousemove", *copilot.place_of(first))
        copilot.click("Edit first")
        editor.wait_for("Insert")
        desktop.key("Escape")
        copilot.trigger("pause")
        copilot.trigger("resume")
        desktop.activate(gajim.window)
        copilot.click("Copy it instead")
        desktop.wait_for(lambda: desktop.clipboard() == first + ADDED, 5, "the copied text")
        assert gajim.draft() == ""
        assert not anna.received, "something was sent"
