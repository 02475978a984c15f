"""`chat-copilot key`, with the keychain of a test; tests/desktop/test_keychain.py has real ones."""

from __future__ import annotations

import getpass
import io
import json
import sys
from pathlib import Path

import pytest

from copilot.store.history.keys import open_history
from copilot.store.paths import Paths
from copilot.store.secrets import KeyringSecrets
from copilot.store.state import State
from tests.unit.cli.conftest import Command

# A keychain in a file, so that one command finds what another stored.
VALUE = "sk-very-secret-0123"


@pytest.fixture
def no_keychain(monkeypatch: pytest.MonkeyPatch) -> None:
    import keyring.core

    monkeypatch.setattr(keyring.core, "_keyring_backend", None)


def test_set_list_delete(copilot: Command, keychain: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{VALUE}\r\nmore\n"))
    stored = copilot("key", "set", "mine")
    assert stored.code == 0
    assert VALUE not in stored.out + stored.err
    assert VALUE in keychain.read_text(encoding="utf-8")
    assert copilot("key", "list").out == "mine\n"
    listed = copilot("key", "list", "--json")
    assert listed.json == {
        "keys": [{"name": "mine", "keychain": "cc_test_keychain"}],
        "history": [],
    }
    assert copilot("key", "delete", "mine").code == 0
    assert copilot("key", "list").code == 3
    assert copilot("key", "delete", "mine").code == 1


def test_the_key_of_the_history_is_no_key_of_a_provider(
    copilot: Command, keychain: Path, here: Paths, monkeypatch: pytest.MonkeyPatch
):
    open_history(here.history_file, KeyringSecrets(State(here.state_file))).close()
    kept = keychain.read_text(encoding="utf-8")
    (name,) = json.loads(kept)

    listed = copilot("key", "list")
    assert (listed.code, listed.out) == (
        3,
        "No keys are stored. `chat-copilot key set NAME` stores one.\n",
    )
    assert f"{name} opens what is kept of chats" in listed.err
    assert copilot("key", "list", "--json").json == {
        "keys": [],
        "history": [{"name": name, "keychain": "cc_test_keychain"}],
    }
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{VALUE}\n"))
    for arguments in (("key", "delete", name), ("key", "set", name)):
        refused = copilot(*arguments)
        assert refused.code == 1
        assert "history forget --everything" in refused.err
    assert keychain.read_text(encoding="utf-8") == kept

    # What is left over when the files were deleted by hand is rubbish.
    for file in here.data.iterdir():
        file.unlink()
    assert copilot("key", "delete", name).code == 0
    assert copilot("key", "list").err == ""


def test_forgetting_everything_takes_the_key_along(copilot: Command, keychain: Path, here: Paths):
    open_history(here.history_file, KeyringSecrets(State(here.state_file))).close()
    here.log_file.write_text("2026 INFO copilot.chats: hello\n", encoding="utf-8")
    assert copilot("history", "forget", "--everything", "--yes").code == 0
    assert json.loads(keychain.read_text(encoding="utf-8")) == {}
    assert list(here.data.iterdir()) == []
    assert here.log_file.read_bytes() == b""


def test_at_a_terminal_the_key_is_not_shown(
    copilot: Command, keychain: Path, monkeypatch: pytest.MonkeyPatch
):
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    asked: list[str] = []

    def hidden(prompt: str) -> str:
        asked.append(prompt)
        return VALUE

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(getpass, "getpass", hidden)
    assert copilot("key", "set", "mine").code == 0
    assert VALUE in keychain.read_text(encoding="utf-8")
    assert "mine" in asked[0]


@pytest.mark.parametrize("given", ["", "\n", "two words\x07\n"])
def test_what_is_no_key_is_refused(
    copilot: Command, keychain: Path, monkeypatch: pytest.MonkeyPatch, given: str
):
    monkeypatch.setattr(sys, "stdin", io.StringIO(given))
    outcome = copilot("key", "set", "mine")
    assert outcome.code == 1
    assert not keychain.exists()


@pytest.mark.usefixtures("no_keychain")
def test_without_a_keychain_nothing_is_stored_anywhere(
    copilot: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{VALUE}\n"))
    outcome = copilot("key", "set", "mine")
    assert outcome.code == 1
    assert "no keychain" in outcome.err
    assert "GNOME Keyring" in outcome.err
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert not any(VALUE in file.read_text(encoding="utf-8") for file in files)
