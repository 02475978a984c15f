"""A suggestion is edited, and a wish written, through a real input method."""

from __future__ import annotations

import pytest

from tests.desktop.conftest import OpenDesktop
from tests.desktop.lab.copilot import Beheld, Copilot, Provider
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.ibus import IBus
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import XmppPeer
from tests.lab_llm.scripted import answer

EDITOR = "Edit before it goes into the draft to Anna — Chat Copilot"
WISH = "How should the suggestions be? — Chat Copilot"
MESSAGE = "今晚来吗？"
REPLIES = "1|agree|好啊！\n2|decline|今晚不行。\n3|ask|在哪里？\n"


@pytest.fixture(scope="module")
def desktop(open_desktop: OpenDesktop) -> DesktopSession:
    """A desktop on which everything is typed through IBus."""
    return open_desktop()


@pytest.fixture(scope="module", autouse=True)
def ibus(desktop: DesktopSession) -> IBus:
    """IBus, there before any client."""
    return IBus(desktop)


def test_what_is_composed_stands_in_the_text_and_enter_belongs_to_it_first(
    desktop: DesktopSession, ibus: IBus, gajim: Gajim, anna: XmppPeer
) -> None:
    with ibus.off():
        gajim.open_chat("anna")
    with (
        Provider(answer(REPLIES)) as provider,
        Copilot(desktop, provider.settings()) as copilot,
    ):
        desktop.activate(gajim.window)
        anna.send(MESSAGE)
        gajim.wait_shown(MESSAGE)
        copilot.wait_cards("test-model")

        copilot.trigger("wish")
        wish = copilot.window(WISH)
        field = _open(desktop, gajim, wish, "Your wish")
        _letters(desktop, "nihao")
        desktop.key("Return")  # takes the letters as they are, and is no answer yet
        desktop.wait_for(lambda: _text(wish, field) == "nihao", 10, "the letters")
        asked = len(provider.prompts)
        desktop.key("Escape")
        wish.wait_hidden()
        assert len(provider.prompts) == asked

        copilot.trigger("edit")
        editor = copilot.window(EDITOR)
        field = _open(desktop, gajim, editor, "Your text")
        _letters(desktop, "nihao")
        desktop.key("space")
        desktop.wait_for(lambda: _text(editor, field) == "好啊！你好", 10, "the composed text")
        desktop.key("ctrl+Return")
        desktop.wait_for(lambda: gajim.draft() == "好啊！你好", 10, "the text in the draft")
        assert anna.received == [], "it was sent by itself"


def _open(desktop: DesktopSession, gajim: Gajim, window: Beheld, field: str) -> str:
    """Wait until the window has the keyboard; the name of its field."""
    window.wait_for(field)
    desktop.wait_for(lambda: desktop.active_window() != gajim.window, 10, "the keyboard")
    return field


def _text(window: Beheld, field: str) -> str:
    return window.wait_for(field).text


def _letters(desktop: DesktopSession, letters: str) -> None:
    desktop.xdotool("key", "--clearmodifiers", "--delay", 40, *letters)
