"""Hotkeys beside a real chat: each does its job, and the chat hears none of them."""

from __future__ import annotations

from tests.desktop.lab.copilot import Copilot, Provider
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.session import DesktopSession
from tests.desktop.lab.xmpp import XmppPeer
from tests.lab_llm.scripted import answer

FIRST = ("Gladly, at eight!", "Not today, sorry.", "Where shall we meet?")
OTHERS = ("Count me in!", "I'd rather stay at home.", "Who else is coming?")
TOPICS = ("How was the exam?", "Seen any good film?", "Any plans for summer?")

# Another program that has taken a combination (Control is 4, Mod1 is 8 in X.h).
GRABBER = """
import ctypes
x = ctypes.CDLL("libX11.so.6")
x.XOpenDisplay.restype = x.XDefaultRootWindow.restype = ctypes.c_void_p
display = ctypes.c_void_p(x.XOpenDisplay(None))
root = ctypes.c_void_p(x.XDefaultRootWindow(display))
x.XGrabKey(display, x.XKeysymToKeycode(display, ctypes.c_ulong(ord("1"))), 4 | 8, root, 1, 1, 1)
x.XSync(display, 0)
print("grabbed", flush=True)
event = ctypes.create_string_buffer(192)
while True:
    x.XNextEvent(display, event)
"""


def replies(texts: tuple[str, ...]) -> str:
    stances = ("agree", "decline", "ask")
    lines = enumerate(zip(stances, texts, strict=True), 1)
    return "".join(f"{n}|{stance}|{text}\n" for n, (stance, text) in lines)


def topics(texts: tuple[str, ...]) -> str:
    return "".join(f"{n}|{text}\n" for n, text in enumerate(texts, 1))


def test_every_hotkey(desktop: DesktopSession, gajim: Gajim, anna: XmppPeer) -> None:
    with (
        Provider(answer(replies(FIRST))) as provider,
        Copilot(desktop, provider.settings()) as copilot,
    ):
        gajim.hear(anna, "Coming to the party?")
        assert copilot.wait_cards("test-model") == list(FIRST)

        desktop.key("ctrl+alt+2")
        desktop.wait_for(lambda: gajim.draft() == FIRST[1], 10, "the second reply in the draft")
        desktop.key("ctrl+alt+u")
        desktop.wait_for(lambda: gajim.draft() == "", 10, "the draft as it was")
        assert copilot.wait_cards("test-model") == list(FIRST)

        provider.play(answer(replies(OTHERS)))
        desktop.key("ctrl+alt+r")
        copilot.wait_for(OTHERS[2])
        assert copilot.wait_cards("test-model") == list(OTHERS)

        provider.play(answer(topics(TOPICS)))
        desktop.key("ctrl+alt+n")
        copilot.wait_for(TOPICS[2])
        assert copilot.wait_cards("test-model") == list(TOPICS)

        desktop.key("ctrl+alt+x")
        copilot.wait_hidden()
        desktop.key("ctrl+alt+1")  # nobody sees what it would insert
        desktop.key("ctrl+alt+o")
        copilot.wait_for("Anna")
        desktop.key("ctrl+alt+x")
        copilot.wait_hidden()

        provider.play(answer(replies(FIRST)))
        gajim.hear(anna, "Anna again: are you coming?")
        assert copilot.wait_cards("test-model") == list(FIRST)
        assert gajim.draft() == "", "a hotkey reached the chat"
        assert desktop.active_window() == gajim.window

        desktop.type_text("a1")
        desktop.wait_for(lambda: gajim.draft() == "a1", 10, "what was typed")
        desktop.key("ctrl+a", "BackSpace")
    assert anna.received == []


def test_a_combination_of_another_program(
    desktop: DesktopSession, gajim: Gajim, anna: XmppPeer
) -> None:
    grabber = desktop.spawn(["/usr/bin/python3", "-c", GRABBER], name="grabber")
    desktop.wait_for(lambda: "grabbed" in grabber.output, 20, "the other program", grabber)
    with (
        Provider(answer(replies(FIRST))) as provider,
        Copilot(desktop, provider.settings()) as copilot,
    ):
        desktop.activate(gajim.window)
        copilot.wait_for("Some hotkeys can't be used.")
        copilot.wait_for_words("Another program already uses “Ctrl+Alt+1”")
        gajim.hear(anna, "And to the cinema?")
        assert copilot.wait_cards("test-model") == list(FIRST)
        desktop.key("ctrl+alt+1")
        desktop.key("ctrl+alt+2")
        desktop.wait_for(lambda: gajim.draft() == FIRST[1], 10, "the second reply in the draft")
        desktop.key("ctrl+a", "BackSpace")
    desktop.stop(grabber)
