"""The history's keychain while the application runs: what the panel says, and what helps."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
from collections.abc import Generator
from pathlib import Path

from tests.desktop.conftest import OpenDesktop
from tests.desktop.lab.copilot import REPOSITORY, Copilot
from tests.desktop.lab.keepassxc import keepassxc
from tests.desktop.lab.session import DesktopSession

SETTINGS = "[history]\nenabled = true\n"
UNLOCK, NEW = "Unlock Login Keyring", ""  # the titles of the dialogs
PHRASE = "Recovery phrase — Chat Copilot"
CLOSED = "The history is closed: "


@contextlib.contextmanager
def chatting(desktop: DesktopSession, language: str = "en") -> Generator[Copilot]:
    """The application, with a chat in sight that it would keep."""
    with Copilot(desktop, SETTINGS) as copilot:
        practice = desktop.spawn(
            [sys.executable, "-m", "copilot", "practice", "--language", language],
            env={"PYTHONPATH": str(REPOSITORY)},
        )
        desktop.wait_for(lambda: desktop.windows(pid=practice.process.pid), what="practice")
        copilot.wait_cards("instant")
        yield copilot
        desktop.stop(practice)


def command(desktop: DesktopSession, *arguments: str, text: str | None = None) -> str:
    return desktop.run(
        [sys.executable, "-m", "copilot", *arguments],
        env={"PYTHONPATH": str(REPOSITORY)},
        timeout=30,
        text=text,
    )


def kept(desktop: DesktopSession) -> int:
    """How many messages are kept."""
    status = json.loads(command(desktop, "history", "status", "--json"))
    assert status["whole"], status
    return sum(chat["messages"] for chat in status["chats"])


def files(desktop: DesktopSession) -> dict[str, bytes]:
    data = desktop.home / ".local/share/chat-copilot"
    return {file.name: file.read_bytes() for file in data.glob("history*")}


def ask_bus(desktop: DesktopSession, path: str, method: str, *arguments: str) -> str:
    return desktop.run(
        ["gdbus", "call", "--session", "--dest", "org.freedesktop.secrets", "--object-path", path,
         "--method", method, *arguments]
    )  # fmt: skip


def items(desktop: DesktopSession) -> list[str]:
    login = "/org/freedesktop/secrets/collection/login"
    answer = ask_bus(
        desktop,
        login,
        "org.freedesktop.DBus.Properties.Get",
        "org.freedesktop.Secret.Collection",
        "Items",
    )
    return [part for part in answer.split("'") if part.startswith(login)]


def end_keychain(desktop: DesktopSession) -> None:
    """No keychain from now on: it does not run, and D-Bus can't start it."""
    desktop.forbid_service("org.freedesktop.secrets")
    answer = desktop.run(
        ["gdbus", "call", "--session", "--dest", "org.freedesktop.DBus", "--object-path",
         "/org/freedesktop/DBus", "--method",
         "org.freedesktop.DBus.GetConnectionUnixProcessID", "org.freedesktop.secrets"]
    )  # fmt: skip
    pid = int(answer.split()[1].strip(",)"))
    os.kill(pid, signal.SIGTERM)
    desktop.wait_for(lambda: not Path(f"/proc/{pid}").exists(), what="the keychain to end")


def test_locked_then_opened_from_the_panel(open_desktop: OpenDesktop) -> None:
    desktop = open_desktop(keyring="unlocked")
    with chatting(desktop, "en"):
        pass
    before = kept(desktop)
    assert before > 0
    desktop.lock_keyring()
    with chatting(desktop, "zh") as copilot:
        copilot.wait_for(f"{CLOSED}the keychain with its key is locked.")
        copilot.wait_for_words("Unlock it")
        assert not desktop.windows(title=UNLOCK), "a dialog took the keyboard from the person"
        copilot.click_away("Open the keychain")
        desktop.wait_for(lambda: desktop.windows(title=UNLOCK), 20, "the keyring's question")
        desktop.key("Escape")
        copilot.wait_for(f"{CLOSED}the keychain with its key is locked.")
        copilot.click_away("Open the keychain")
        desktop.wait_for(lambda: desktop.windows(title=UNLOCK), 20, "the keyring's question")
        desktop.type_text("pw")
        desktop.key("Return")
        copilot.wait_for("Your chats are kept.")
    assert kept(desktop) > before


def test_without_any_keyring_yet_nothing_asks_for_a_password(open_desktop: OpenDesktop) -> None:
    desktop = open_desktop()
    with chatting(desktop) as copilot:
        copilot.wait_for("The keychain has no keyring yet.")
        assert files(desktop) == {}
        assert not desktop.windows(title=NEW), "a dialog took the keyboard from the person"
        copilot.click_away("Open the keychain")
        desktop.wait_for(lambda: desktop.windows(title=NEW), 20, "the keyring's question")
        desktop.type_text("pw")
        desktop.key("Tab")
        desktop.type_text("pw")
        desktop.key("Return")
        copilot.wait_for("Your chats are kept.")
    assert kept(desktop) > 0


def test_wiped_then_the_phrase(open_desktop: OpenDesktop) -> None:
    desktop = open_desktop(keyring="unlocked")
    with chatting(desktop, "en"):
        pass
    before = kept(desktop)
    phrase = command(desktop, "history", "phrase")
    for item in items(desktop):
        ask_bus(desktop, item, "org.freedesktop.Secret.Item.Delete")
    written = files(desktop)
    with chatting(desktop, "zh") as copilot:
        copilot.wait_for(f"{CLOSED}GNOME Keyring no longer has its key.")
        copilot.wait_for_words("chat-copilot history recover")
        assert files(desktop) == written
        assert items(desktop) == []
        copilot.click_away("Enter the recovery phrase")
        (window,) = desktop.wait_for(
            lambda: desktop.windows(title=PHRASE), what="the window for the phrase"
        )
        desktop.activate(window.id)
        desktop.type_text("not-the-phrase")
        desktop.key("Return", "ctrl+a")  # what is wrong is told, and it stays open
        desktop.type_text(phrase.strip())
        desktop.key("Return")
        copilot.wait_for("Your chats are kept.")
        assert not desktop.windows(title=PHRASE)
    assert kept(desktop) > before


def test_absent_then_another_one(open_desktop: OpenDesktop) -> None:
    desktop = open_desktop(keyring="unlocked")
    with chatting(desktop, "en"):
        pass
    before = kept(desktop)
    phrase = command(desktop, "history", "phrase")
    written = files(desktop)
    end_keychain(desktop)
    with chatting(desktop, "zh") as copilot:
        copilot.wait_for(f"{CLOSED}its key is in GNOME Keyring, and this session has no keychain.")
        copilot.wait_for_words("Start that keychain")
    with keepassxc(desktop.env):
        with chatting(desktop, "zh") as copilot:
            copilot.wait_for(
                f"{CLOSED}its key is in GNOME Keyring, and this session has KeePassXC."
            )
            copilot.wait_for_words("Start the session with GNOME Keyring")
        assert files(desktop) == written
        command(desktop, "history", "recover", text=phrase)
        with chatting(desktop, "zh"):
            pass
        assert kept(desktop) > before
