"""Editing a suggestion before it goes into a draft of real Gajim, and wishing for others."""

from __future__ import annotations

from tests.desktop.lab.copilot import Copilot, Provider
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import XmppPeer
from tests.lab_llm.scripted import answer

EDITOR = "Edit before it goes into the draft to Anna — Chat Copilot"
WISH = "How should the suggestions be? — Chat Copilot"
MESSAGE = "Are you coming tonight?"
REPLIES = ("Yes, I'd love to!", "Sorry, not tonight.", "Where is it?")
OTHERS = ("Sure!", "Can't.", "Where?")


def _lines(replies: tuple[str, ...]) -> str:
    stances = ("agree", "decline", "ask")
    return "".join(
        f"{n}|{s}|{r}\n" for n, (s, r) in enumerate(zip(stances, replies, strict=True), 1)
    )


def test_edited_by_mouse_and_inserted(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer
) -> None:
    gajim.open_chat("anna")
    one = Provider(answer(_lines(REPLIES)))
    with one as provider, Copilot(desktop, provider.settings()) as copilot:
        desktop.activate(gajim.window)
        anna.send(MESSAGE)
        gajim.wait_shown(MESSAGE)
        for reply in REPLIES:
            copilot.wait_for(reply)
        copilot.click("Edit first")
        editor = copilot.window(EDITOR)
        editor.wait_for("Your text")
        desktop.wait_for(
            lambda: desktop.active_window() != gajim.window, 10, "the keyboard in the editor"
        )
        desktop.type_text(" See you at eight.")
        assert gajim.draft() == ""
        desktop.key("ctrl+Return")
        whole = f"{REPLIES[0]} See you at eight."
        desktop.wait_for(lambda: gajim.draft() == whole, 10, "the edited text in the draft")
        editor.wait_hidden()
        assert desktop.active_window() == gajim.window
        assert whole not in [heard.text for heard in anna.received], "it was sent by itself"
        desktop.key("Return")
        anna.wait_received(whole)


def test_edited_and_wished_by_keyboard_alone(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer
) -> None:
    gajim.open_chat("anna")
    both = Provider(answer(_lines(REPLIES)), answer(_lines(OTHERS)))
    with both as provider, Copilot(desktop, provider.settings()) as copilot:
        desktop.activate(gajim.window)
        anna.send(f"{MESSAGE} (2)")
        gajim.wait_shown(f"{MESSAGE} (2)")
        copilot.wait_cards("test-model")
        desktop.key("ctrl+alt+y")
        wish = copilot.window(WISH)
        wish.wait_for("Your wish")
        desktop.wait_for(
            lambda: desktop.active_window() != gajim.window, 10, "the keyboard in the window"
        )
        desktop.type_text("in one word")
        desktop.key("Return")
        for reply in OTHERS:
            copilot.wait_for(reply)
        assert "in one word" in provider.prompts[-1]
        wish.wait_hidden()
        desktop.wait_for(lambda: desktop.active_window() == gajim.window, 10, "Gajim again")
        desktop.key("ctrl+alt+e")
        editor = copilot.window(EDITOR)
        editor.wait_for("Your text")
        desktop.wait_for(
            lambda: desktop.active_window() != gajim.window, 10, "the keyboard in the editor"
        )
        desktop.key("Escape")
        editor.wait_hidden()
        desktop.wait_for(lambda: desktop.active_window() == gajim.window, 10, "Gajim again")
        assert gajim.draft() == ""


def test_resting_on_a_card_tells_why_it_is_offered(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer
) -> None:
    gajim.open_chat("anna")
    with (
        Provider(answer(_lines(REPLIES))) as provider,
        Copilot(desktop, provider.settings()) as copilot,
    ):
        desktop.activate(gajim.window)
        anna.send(f"{MESSAGE} (3)")
        gajim.wait_shown(f"{MESSAGE} (3)")
        copilot.wait_cards("test-model")
        desktop.xdotool("mousemove", *copilot.place_of(REPLIES[1]))
        why = copilot.wait_for_words("suggests this as an answer to")
        assert f"“{MESSAGE} (3)”" in why
        assert copilot.shown().count("Edit first") == 1
        card = copilot.wait_for(REPLIES[1])
        assert why in card.description
        assert desktop.active_window() == gajim.window
        copilot.click(REPLIES[1])
        desktop.wait_for(lambda: gajim.draft() == REPLIES[1], 10, "the reply in the draft")
        desktop.key("ctrl+a", "BackSpace")
