"""A provider that needs a key: from the keychain to the server, and what is said without it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from tests.desktop.conftest import OpenDesktop
from tests.desktop.lab.copilot import REPOSITORY, Copilot, Provider
from tests.desktop.lab.gajim import Gajim
from tests.desktop.lab.session import DesktopSession, Keyring
from tests.desktop.lab.xmpp import XmppPeer, XmppServer
from tests.lab_llm.scripted import answer

KEY = "no-real-key-7f3a9c51"
REPLIES = ("Gladly, at eight!", "Not today, sorry.", "Where shall we meet?")
ANSWER = answer(f"1|agree|{REPLIES[0]}\n2|decline|{REPLIES[1]}\n3|ask|{REPLIES[2]}\n")
PROMPT = "Unlock Login Keyring"


@dataclass(frozen=True)
class Chat:
    """A desktop with a chat on it."""

    desktop: DesktopSession
    gajim: Gajim
    anna: XmppPeer

    def hear(self, message: str) -> None:
        self.desktop.activate(self.gajim.window)
        self.anna.send(message)
        self.gajim.wait_shown(message)


def open_chat(open_desktop: OpenDesktop, keyring: Keyring | None = None) -> Chat:
    desktop = open_desktop(keyring=keyring)
    server = XmppServer(desktop)
    anna = server.peer("anna")
    return Chat(desktop, Gajim(desktop, server), anna)


def store_key(desktop: DesktopSession) -> None:
    desktop.run(
        [sys.executable, "-m", "copilot", "key", "set", "test"],
        env={"PYTHONPATH": str(REPOSITORY)},
        text=f"{KEY}\n",
        timeout=30,
    )


def assert_key_is_nowhere(desktop: DesktopSession, copilot: Copilot) -> None:
    process = Path(f"/proc/{copilot.pid}")
    for place in (process / "environ", process / "cmdline", copilot.program.log):
        assert KEY.encode() not in place.read_bytes(), f"the key is in {place}"
    for file in desktop.home.rglob("*"):
        if file.is_file():
            assert KEY.encode() not in file.read_bytes(), f"the key is in {file}"


def test_an_unlocked_keychain_then_a_locked_one(open_desktop: OpenDesktop) -> None:
    chat = open_chat(open_desktop, "unlocked")
    desktop = chat.desktop
    store_key(desktop)
    with Provider(ANSWER) as provider:
        settings = provider.settings(key="test", quick_replies=True)
        with Copilot(desktop, settings, ["--debug"]) as copilot:
            chat.hear("Are you free tonight?")
            assert copilot.wait_cards("test-model") == list(REPLIES)
            assert provider.headers[-1]["authorization"] == f"Bearer {KEY}"
            assert_key_is_nowhere(desktop, copilot)

            desktop.lock_keyring()
            asked = len(provider.headers)
            chat.hear("Thank you so much!")
            copilot.wait_for("The keychain is locked.")
            copilot.wait_for_words("Unlock it")
            copilot.wait_cards("instant")
            assert not desktop.windows(title=PROMPT), "a dialog took the keyboard from the person"
            assert desktop.active_window() == chat.gajim.window

            # Who wants an answer now is asked for the password, once.
            copilot.click_away("Try again")
            desktop.wait_for(lambda: desktop.windows(title=PROMPT), 20, "the keyring's question")
            desktop.key("Escape")
            copilot.wait_for("The keychain is locked.")
            copilot.wait_cards("instant")
            assert not desktop.windows(title=PROMPT), "it asks again though it was told not to"
            assert len(provider.headers) == asked

            copilot.click_away("Try again")
            desktop.wait_for(lambda: desktop.windows(title=PROMPT), 20, "the keyring's question")
            desktop.type_text("pw")
            desktop.key("Return")
            assert copilot.wait_cards("test-model") == list(REPLIES)
            assert provider.headers[-1]["authorization"] == f"Bearer {KEY}"
            assert_key_is_nowhere(desktop, copilot)


def test_without_a_keychain(open_desktop: OpenDesktop) -> None:
    chat = open_chat(open_desktop)
    desktop = chat.desktop
    desktop.forbid_service("org.freedesktop.secrets")
    with Provider(ANSWER) as provider:
        settings = provider.settings(key="test", quick_replies=True)
        with Copilot(desktop, settings) as copilot:
            chat.hear("Are you free tonight?")
            copilot.wait_for("There is no keychain in this session.")
            copilot.wait_for_words("GNOME Keyring")
            copilot.wait_cards("instant")
            assert provider.headers == []

            # A key that is pasted now is of use until the program ends, and in no file.
            copilot.trigger("open-settings")
            settings_window = copilot.window("Settings — Chat Copilot")
            settings_window.front()
            settings_window.wait_for_words("no key yet")
            desktop.click(*settings_window.place_of("Key of test"))
            desktop.type_text(KEY)
            desktop.key("Return")
            settings_window.wait_for_words("key for this session")
            settings_window.wait_for_words("gone when Chat Copilot ends")
            settings_window.click("Close")
            chat.hear("Shall we have dinner tonight?")
            assert copilot.wait_cards("test-model") == list(REPLIES)
            assert provider.headers[-1]["authorization"] == f"Bearer {KEY}"
            assert_key_is_nowhere(desktop, copilot)
        asked = len(provider.headers)
        with Copilot(desktop, settings) as copilot:
            chat.hear("Are you at home now?")
            copilot.wait_for("There is no keychain in this session.")
        assert len(provider.headers) == asked


def test_a_key_that_was_never_stored(open_desktop: OpenDesktop) -> None:
    chat = open_chat(open_desktop, "unlocked")
    desktop = chat.desktop
    with Provider(ANSWER) as provider:
        settings = provider.settings(key="test", quick_replies=True)
        with Copilot(desktop, settings) as copilot:
            chat.hear("Are you free tonight?")
            copilot.wait_for("There is no key named 'test'.")
            copilot.wait_for("Run `chat-copilot key set test`.")
            copilot.wait_cards("instant")
            store_key(desktop)
            copilot.click_away("Ask again")
            assert copilot.wait_cards("test-model") == list(REPLIES)
            assert provider.headers[-1]["authorization"] == f"Bearer {KEY}"
