"""The history's key in a real GNOME Keyring: fresh, locked, wiped, absent, changed, recovered."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path

import pytest

from tests.desktop import test_keychain as keychains
from tests.desktop.lab.keepassxc import keepassxc
from tests.desktop.test_keychain import BARE_BUS, LOGIN, Session, lock, session

folder, keyring = keychains.folder, keychains.keyring  # its fixtures

DATA = ".local/share/chat-copilot"
WRITE = """
import asyncio, sys
from functools import partial
from copilot.core.errors import CopilotError
from copilot.core.model import ChatIdentity, ChatView, Conversation, Draft, Message
from copilot.store import paths
from copilot.store.history.keys import open_history
from copilot.store.history.store import HistoryStore
from copilot.store.secrets import KeyringSecrets
from copilot.store.state import State

async def write(text):
    here = paths.find()
    secrets = KeyringSecrets(State(here.state_file), patience=20)
    store = HistoryStore(
        partial(open_history, here.history_file, secrets),
        on_trouble=lambda error: print(error.title),
    )
    chat = Conversation("anna", (Message("them", text),))
    await store.saw(ChatView(ChatIdentity("gajim", "w", "anna"), "Gajim", "", chat, Draft()), [])
    await store.close()

asyncio.run(write(sys.argv[1]))
"""


def keep(one: Session, text: str) -> str:
    """What the application says when it keeps a message; "" if all is well."""
    done = subprocess.run(
        [sys.executable, "-c", WRITE, text],
        env=one.env,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout.strip()


def kept(one: Session) -> list[str]:
    found = one.copilot("history", "search", "", "--json")
    assert found.stderr == ""
    return [message["text"] for message in json.loads(found.stdout)["messages"]]


def items(one: Session) -> list[str]:
    answer = one.call(
        *("call", "--session", "--dest", "org.freedesktop.secrets", "--object-path", LOGIN),
        *("--method", "org.freedesktop.DBus.Properties.Get"),
        *("org.freedesktop.Secret.Collection", "Items"),
    )
    return [part for part in answer.split("'") if part.startswith(LOGIN)]


def wipe(one: Session) -> None:
    for item in items(one):
        one.call(
            *("call", "--session", "--dest", "org.freedesktop.secrets", "--object-path", item),
            *("--method", "org.freedesktop.Secret.Item.Delete"),
        )


@pytest.fixture
def bare(folder: Path, keyring: Session) -> Generator[Session]:
    """The same home in a session without any keychain."""
    (folder / "bus.conf").write_text(BARE_BUS.format(folder=folder), encoding="utf-8")
    (folder / "run").rename(folder / "run-of-the-keyring")
    with session(f"--config-file={folder / 'bus.conf'}", folder=folder) as one:
        yield one


def test_fresh(keyring: Session):
    assert keep(keyring, "marked one") == ""
    assert keep(keyring, "marked two") == ""
    assert kept(keyring) == ["marked two", "marked one"]
    assert len(items(keyring)) == 1
    assert not keyring.holds("marked")
    status = json.loads(keyring.copilot("history", "status", "--json").stdout)
    assert (status["keychain"], status["whole"]) == ("GNOME Keyring", True)


def test_locked(keyring: Session):
    keep(keyring, "before")
    lock(keyring)
    assert keep(keyring, "meanwhile") == (
        "The history is closed: the keychain with its key is locked."
    )
    outcome = keyring.copilot("history", "search", "before")
    assert (outcome.returncode, "keychain with its key is locked" in outcome.stderr) == (1, True)
    assert "Unlock it" in outcome.stderr


def test_locked_before_there_is_a_history(keyring: Session):
    lock(keyring)
    assert keep(keyring, "meanwhile") == "The keychain is locked."
    assert items(keyring) == []
    assert not (keyring.folder / DATA / "history.sqlite3").exists()


def test_wiped_and_recovered(keyring: Session):
    keep(keyring, "before")
    phrase = keyring.copilot("history", "phrase").stdout
    assert not keyring.holds(phrase.strip())
    wipe(keyring)
    before = (keyring.folder / DATA / "history.sqlite3").read_bytes()
    assert keep(keyring, "meanwhile") == (
        "The history is closed: GNOME Keyring no longer has its key."
    )
    assert items(keyring) == []
    assert (keyring.folder / DATA / "history.sqlite3").read_bytes() == before
    recovered = keyring.copilot("history", "recover", given=phrase)
    assert (recovered.returncode, "GNOME Keyring again" in recovered.stdout) == (0, True)
    assert keep(keyring, "after") == ""
    assert kept(keyring) == ["after", "before"]


def test_absent(keyring: Session, request: pytest.FixtureRequest):
    keep(keyring, "before")
    bare: Session = request.getfixturevalue("bare")
    assert keep(bare, "meanwhile") == (
        "The history is closed: its key is in GNOME Keyring, and this session has no keychain."
    )
    outcome = bare.copilot("history", "search", "before")
    assert outcome.returncode == 1
    assert "recovery phrase" in outcome.stderr
    assert kept(keyring) == ["before"]


def test_absent_from_the_beginning(bare: Session):
    assert keep(bare, "meanwhile") == "There is no keychain in this session."
    assert list((bare.folder / DATA).glob("history*")) == []


@pytest.fixture
def other(folder: Path, keyring: Session) -> Generator[Session]:
    """The same home in a session that has another keychain."""
    (folder / "run").rename(folder / "run-of-the-keyring")
    with session("--session", folder=folder) as one, keepassxc(one.env):
        yield one


def test_another_keychain_then_the_phrase(keyring: Session, request: pytest.FixtureRequest):
    keep(keyring, "before")
    phrase = keyring.copilot("history", "phrase").stdout
    before = (keyring.folder / DATA / "history.sqlite3").read_bytes()
    other: Session = request.getfixturevalue("other")
    closed = "The history is closed: its key is in GNOME Keyring, and this session has KeePassXC."
    assert keep(other, "meanwhile") == closed
    outcome = other.copilot("history", "search", "before")
    assert (outcome.returncode, closed in outcome.stderr) == (1, True)
    assert "Start the session with GNOME Keyring, or run" in outcome.stderr
    assert (other.folder / DATA / "history.sqlite3").read_bytes() == before
    assert len(items(keyring)) == 1

    slip = "-".join(reversed(phrase.strip().split("-")))
    refused = other.copilot("history", "recover", given=slip)
    assert (refused.returncode, "mistyped" in refused.stderr) == (1, True)
    recovered = other.copilot("history", "recover", given=phrase)
    assert (recovered.returncode, "KeePassXC again" in recovered.stdout) == (0, True)
    assert keep(other, "after") == ""
    # The old keychain still has the key: going back to it loses nothing either.
    assert kept(other) == kept(keyring) == ["after", "before"]


def test_another_keychain_then_the_old_one(keyring: Session, request: pytest.FixtureRequest):
    keep(keyring, "before")
    other: Session = request.getfixturevalue("other")
    assert "this session has KeePassXC" in keep(other, "meanwhile")
    assert keep(keyring, "after") == ""
    assert kept(keyring) == ["after", "before"]


def test_another_keychain_takes_the_key_over_from_the_old_one(
    keyring: Session, request: pytest.FixtureRequest
):
    keep(keyring, "before")
    other: Session = request.getfixturevalue("other")
    assert "this session has KeePassXC" in keep(other, "meanwhile")
    nowhere = other.copilot("history", "recover", "--from", "kwallet.DBusKeyring")
    assert (nowhere.returncode, "There is no keychain" in nowhere.stderr) == (1, True)
    old = keyring.env["DBUS_SESSION_BUS_ADDRESS"]
    taken = other.copilot("history", "recover", "--from", old)
    assert (taken.returncode, taken.stdout) == (
        0,
        "The key of the history is in KeePassXC now.\n",
    ), taken.stderr
    assert keep(other, "after") == ""
    assert kept(other) == kept(keyring) == ["after", "before"]
    assert len(items(keyring)) == 1
