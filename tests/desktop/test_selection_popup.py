"""The window beside a selected text: translated, put in its place, put back, closed by Escape."""

from __future__ import annotations

from tests.desktop.lab.copilot import Copilot, Provider
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import XmppPeer
from tests.desktop.translating import IN_ENGLISH, MESSAGE, SAID, say
from tests.lab_llm.interpreter import interpret

ENGLISH, CHINESE = "See you   there 😀", SAID["See you   there 😀"]
TITLE = "Translation of the selected text — Chat Copilot"


def test_a_selection_is_translated_replaced_and_put_back(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer
) -> None:
    def answer(line: str) -> str:
        return {CHINESE: ENGLISH}.get(line, say(line))

    with Provider(interpret(answer)) as provider:
        settings = provider.settings().replace("[jobs]\n", '[jobs]\ntranslation = "test"\n')
        with Copilot(desktop, settings) as copilot:
            desktop.activate(gajim.window)
            anna.send(MESSAGE)
            gajim.wait_shown(MESSAGE)
            copilot.wait_for(IN_ENGLISH)
            desktop.paste(CHINESE)
            desktop.wait_for(lambda: gajim.draft() == CHINESE, 10, "the draft")
            desktop.key("ctrl+a")
            desktop.key("ctrl+alt+g")
            popup = copilot.window(TITLE)
            popup.wait_for("Replace")
            popup.wait_for(ENGLISH)

            popup.click("Replace")
            desktop.wait_for(lambda: gajim.draft() == ENGLISH, 10, "the translation in its place")
            popup.wait_for("Replaced")
            popup.click("Undo")
            desktop.wait_for(lambda: gajim.draft() == CHINESE, 10, "the text as it was")
            popup.wait_for("Replace")
            assert desktop.active_window() == gajim.window, "the focus left the client"

            desktop.key("Escape")
            popup.wait_hidden()
            assert gajim.draft() == CHINESE, "the client heard the key"
            desktop.key("ctrl+a", "BackSpace")
            desktop.wait_for(lambda: gajim.draft() == "", 10, "an empty draft")
