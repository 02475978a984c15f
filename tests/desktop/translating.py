"""Translation as every client has to show it: a foreign message read, a draft put in its words."""

from __future__ import annotations

from tests.desktop.lab.copilot import Copilot, Provider
from tests.desktop.lab.peer import Peer
from tests.desktop.lab.processes import LabError
from tests.desktop.lab.session import DesktopSession
from tests.desktop.loop import Client
from tests.lab_llm.interpreter import interpret

MESSAGE = "今晚七点在老地方吃火锅,你来吗?"
IN_ENGLISH = "Hotpot at the usual place at seven tonight, are you coming?"
SAID = {
    MESSAGE: IN_ENGLISH,
    "I'd love to!": "非常想去!",
    "See you   there 😀": "到时候见 😀",
}
DRAFT = "  I'd love to!\n\nSee you   there 😀 "
IN_CHINESE = "  非常想去!\n\n到时候见 😀 "


def say(line: str) -> str:
    """The translation of a line; a check of one is told in its own words."""
    return SAID.get(line, line)


def translate_both_ways(
    desktop: DesktopSession,
    client: Client,
    peer: Peer,
    *,
    draft: str = DRAFT,
    then: str = IN_CHINESE,
) -> None:
    """The peer's Chinese is shown in English; the hotkey turns the draft into Chinese and back."""
    with Provider(interpret(say)) as provider:
        settings = provider.settings().replace("[jobs]\n", '[jobs]\ntranslation = "test"\n')
        with Copilot(desktop, settings) as copilot:
            desktop.activate(client.window)
            peer.send(MESSAGE)
            client.wait_shown(MESSAGE)
            copilot.wait_for(IN_ENGLISH)

            desktop.paste(draft)
            desktop.wait_for(lambda: client.draft() == draft, 10, "the draft")
            desktop.key("ctrl+alt+i")
            desktop.wait_for(lambda: client.draft() == then, 10, "the draft in Chinese")
            assert desktop.active_window() == client.window, "the focus left the client"
            copilot.trigger("translate")
            desktop.wait_for(lambda: client.draft() == draft, 10, "the draft as it was")
            assert peer.received == [], "it was sent by itself"

            copilot.trigger("translate")
            desktop.wait_for(lambda: client.draft() == then, 10, "the draft in Chinese again")
            desktop.key("Return")
            desktop.wait_for(lambda: client.draft() == "", 10, "the client to send it")
            heard = desktop.wait_for(lambda: peer.received, 10, "the peer to hear it")
            assert "非常想去!" in heard[0].text


def show_translations(desktop: DesktopSession, client: Client, peer: Peer) -> None:
    """The panel shows the English by itself, the original when asked for, and swaps by a click."""
    with Provider(interpret(say)) as provider:
        settings = provider.settings().replace("[jobs]\n", '[jobs]\ntranslation = "test"\n')
        with Copilot(desktop, settings) as copilot:
            desktop.activate(client.window)
            peer.send(MESSAGE)
            client.wait_shown(MESSAGE)
            copilot.wait_for(IN_ENGLISH)
            assert MESSAGE not in copilot.shown()
            copilot.click(IN_ENGLISH)
            copilot.wait_for(MESSAGE)
            copilot.click(IN_ENGLISH)
            desktop.wait_for(lambda: MESSAGE not in copilot.shown(), 10, "the original to go")

            copilot.click("Translation")
            copilot.wait_for("Swap the languages")
            read, written = copilot.place_of("English"), copilot.place_of("Chinese (Simplified)")
            assert read[0] < written[0]
            copilot.click("Swap the languages")

            def is_swapped() -> bool:
                now = copilot.place_of("English"), copilot.place_of("Chinese (Simplified)")
                return now[1][0] < now[0][0]

            desktop.wait_for(is_swapped, 10, "the pair the other way round")
            copilot.click("Swap the languages")
            desktop.wait_for(lambda: not is_swapped(), 10, "the pair as it was")
            copilot.wait_for(IN_ENGLISH)

            _paste(desktop, client, "I'd love to!")
            copilot.wait_for("非常想去!")
            copilot.click("Put into draft")
            desktop.wait_for(lambda: client.draft() == "非常想去!", 10, "the draft in Chinese")
            assert desktop.active_window() == client.window, "the focus left the client"
            assert peer.received == [], "it was sent by itself"


def _paste(desktop: DesktopSession, client: Client, text: str) -> None:
    """Paste it; a browser that is busy drops one."""
    desktop.paste(text)
    try:
        desktop.wait_for(lambda: client.draft() == text, 5, "the pasted text")
    except LabError:
        desktop.paste(text)
        desktop.wait_for(lambda: client.draft() == text, 10, "the pasted text")
