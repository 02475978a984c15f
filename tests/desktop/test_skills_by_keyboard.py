"""Skills beside real Gajim by keyboard alone, as a screen reader hears them."""

from __future__ import annotations

from tests.desktop.lab.a11y import Accessible
from tests.desktop.lab.copilot import Copilot, Provider
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import XmppPeer
from tests.lab_llm.scripted import answer

MESSAGE = "ttyl, gotta run!"
REPLIES = "1|agree|See you!\n2|ask|Where to?\n3|delay|Later then.\n"
EXPLAINED = "They say goodbye: **ttyl** means *talk to you later*."
SAID = "They say goodbye: ttyl means talk to you later."
MENDED = "I would have called you."
DRAFT = "i would of called you"
JOBS = '[jobs]\nreplies = "test"'


def test_a_message_is_explained_and_a_draft_mended(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer
) -> None:
    gajim.open_chat("anna")
    with Provider(answer(REPLIES)) as provider:
        settings = provider.settings().replace(JOBS, f'{JOBS}\nskills = "test"')
        with Copilot(desktop, settings) as copilot:
            desktop.activate(gajim.window)
            anna.send(MESSAGE)
            gajim.wait_shown(MESSAGE)
            copilot.wait_cards("test-model")
            assert {"Shorter", "Kinder", "More formal"} <= set(_heard(copilot))
            announced = copilot.announced()
            provider.play(answer(EXPLAINED), answer(REPLIES))
            desktop.key("ctrl+alt+h")
            assert "Ctrl+Alt+1" in copilot.wait_for("Explain").description
            assert "Needs a draft" in copilot.wait_for("Proofread").description
            assert {"Explain", "Summary", "Advice", "Proofread"} <= set(_heard(copilot))
            desktop.key("ctrl+alt+1")
            copilot.wait_for("Run again")
            assert {"Back to all skills", "Copy", "Run again"} <= set(_heard(copilot))
            desktop.wait_for(
                lambda: "means talk to you later." in copilot.wait_for("Answer").text,
                10,
                "the explanation",
            )
            assert MESSAGE in provider.prompts[-1]
            assert desktop.active_window() == gajim.window
            desktop.wait_for(lambda: SAID in announced, 10, "the answer to be announced")

            desktop.key("ctrl+alt+2")
            desktop.wait_for(lambda: desktop.clipboard() == EXPLAINED, 10, "the copied answer")
            desktop.wait_for(lambda: announced[-1] == "Copied", 10, "that to be announced")
            assert announced.count(SAID) == 1
            desktop.key("ctrl+alt+3")
            window = copilot.window("Explain — Chat Copilot")
            window.wait_for("Close")
            desktop.wait_for(
                lambda: desktop.active_window() != gajim.window, 10, "the keyboard in the window"
            )
            desktop.wait_for(
                lambda: "Run again" not in copilot.shown(), 10, "the panel to leave with the chat"
            )
            desktop.key("Escape")
            window.wait_hidden()
            desktop.wait_for(lambda: desktop.active_window() == gajim.window, 10, "Gajim again")
            copilot.wait_cards("test-model")
            asked = len(provider.prompts)
            desktop.key("ctrl+alt+h")
            copilot.wait_for("Run again")
            assert len(provider.prompts) == asked
            desktop.key("ctrl+alt+h")
            copilot.wait_for("Summary")

            desktop.type_text(DRAFT)
            provider.play(answer(MENDED))
            proofread = desktop.wait_for(lambda: _ready(copilot), 10, "a draft to proofread")
            desktop.key(proofread.description.splitlines()[-1].lower())
            copilot.wait_for("Put into draft")
            desktop.key("ctrl+alt+1")
            desktop.wait_for(lambda: gajim.draft() == MENDED, 10, "the mended text in the draft")
            assert desktop.active_window() == gajim.window
            assert not [heard for heard in anna.received if heard.text in (DRAFT, MENDED)]


def _heard(copilot: Copilot) -> list[str]:
    """What the controls that are seen are called, each of which is called something."""
    controls = [
        n for n in copilot.nodes() if n.role in ("push button", "check box", "radio button")
    ]
    names = [one.name for one in controls]
    assert all(name.strip() for name in names), names
    return names


def _ready(copilot: Copilot) -> Accessible | None:
    """The row that proofreads, once it can."""
    row = copilot.wait_for("Proofread")
    return row if "sensitive" in row.states and "Ctrl+Alt" in row.description else None
