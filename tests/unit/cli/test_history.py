"""`chat-copilot history`, with the keychain of a test."""

from __future__ import annotations

import io
import sys
from contextlib import closing
from pathlib import Path

import pytest

from copilot.core.inspection import Sent, SentMessage
from copilot.core.memory import Pair, Translation
from copilot.store import paths
from copilot.store.history import translations
from copilot.store.history.database import HistoryDatabase
from copilot.store.history.keys import open_history
from copilot.store.history.searching import chats
from copilot.store.secrets import KeyringSecrets
from copilot.store.state import State
from tests.fakes_desktop import ANNA, view
from tests.unit.cli.conftest import Command


@pytest.fixture
def kept(copilot: Command, keychain: Path) -> Path:
    """A history with one chat; returns its file."""
    here = paths.find()
    history = open_history(here.history_file, KeyringSecrets(State(here.state_file)))
    history.saw(view(("them", "去吃火锅吗"), ("me", "Sure, at seven")))
    history.close()
    return here.history_file


def told(file: Path) -> closing[HistoryDatabase]:
    return closing(open_history(file, KeyringSecrets(State(paths.find().state_file))))


def test_without_a_history_nothing_is_made(copilot: Command, keychain: Path):
    status = copilot("history", "status")
    assert status.code == 0
    assert "off: nothing is kept" in status.out
    assert copilot("history", "search", "火锅").code == 3
    assert copilot("history", "export").code == 1
    assert copilot("history", "forget", "--everything", "--yes").code == 3
    assert not paths.find().history_file.exists()
    assert not keychain.exists()


def test_search(copilot: Command, kept: Path):
    assert "去吃火锅吗" in copilot("history", "search", "火锅").out
    found = copilot("history", "search", "seven", "--contact", "anna", "--json").json
    (message,) = found["messages"]
    assert (message["from"], message["text"]) == ("me", "Sure, at seven")
    nothing = copilot("history", "search", "eight", "--json")
    assert (nothing.code, nothing.json) == (3, {"messages": []})


def test_search_for_translations_and_requests(copilot: Command, kept: Path):
    with told(kept) as history:
        pair = Pair("zh-Hans", "en")
        translations.keep(history, Translation("去吃火锅吗", "Hotpot?", pair, chat=ANNA))
        left = (SentMessage("user", "[them] call ⟨PHONE_1⟩"),)
        history.asked(Sent(1, 5.0, "mine", "small", "example.org", "reply", ANNA, left))
    found = copilot("history", "search", "hotpot", "--in", "translations", "--json").json
    (translation,) = found["translations"]
    assert (translation["text"], translation["source"]) == ("去吃火锅吗", "zh-Hans")
    assert (
        "zh-Hans → en: 去吃火锅吗 → Hotpot?"
        in copilot("history", "search", "火锅", "--in", "translations").out
    )
    (request,) = copilot("history", "search", "call", "--in", "requests", "--json").json["requests"]
    assert (request["model"], request["messages"][0]["text"]) == ("small", left[0].text)
    assert "[them] call ⟨PHONE_1⟩" in copilot("history", "search", "", "--in", "requests").out


def test_export_forget_and_import(copilot: Command, kept: Path, tmp_path: Path):
    file = tmp_path / "chats.jsonl"
    assert copilot("history", "export", "--output", str(file)).code == 0
    assert file.stat().st_mode & 0o077 == 0
    assert copilot("history", "export", "--output", str(file)).code == 1  # never over another file
    assert "火锅" in copilot("history", "export", "--markdown").out
    asked = copilot("history", "forget", "--everything")
    assert (asked.code, "2 messages" in asked.err) == (1, True)
    assert copilot("history", "forget", "--contact", "ANNA@example.org", "--yes").code == 0
    assert copilot("history", "search", "").code == 3
    assert copilot("history", "import", str(file)).out == (
        "Read 2 messages that were not kept yet.\n"
    )
    assert copilot("history", "search", "火锅").code == 0
    assert copilot("history", "keep", "nothing", "--contact", "anna@example.org").code == 0
    assert copilot("history", "search", "").code == 3


def test_status_and_recovery(
    copilot: Command, kept: Path, keychain: Path, monkeypatch: pytest.MonkeyPatch
):
    phrase = copilot("history", "phrase").out
    status = copilot("history", "status", "--json").json
    assert status["recovery_phrase"] is True
    assert status["whole"] is True
    assert [chat["messages"] for chat in status["chats"]] == [2]
    assert (status["also"]["contacts"], status["also"]["requests"]) == (1, 0)
    assert "0 requests, 1 contacts" in copilot("history", "status").out
    keychain.write_text("{}", encoding="utf-8")
    lost = copilot("history", "status")
    assert (lost.code, "no longer has its key" in lost.out) == (3, True)
    monkeypatch.setattr(sys, "stdin", io.StringIO(phrase))
    assert copilot("history", "recover").code == 0
    assert copilot("history", "status").code == 0


def test_what_nobody_can_open_can_be_forgotten(copilot: Command, kept: Path, keychain: Path):
    keychain.write_text("{}", encoding="utf-8")
    assert copilot("history", "search", "x").code == 1
    assert copilot("history", "forget", "--everything", "--yes").code == 0
    assert [file.name for file in kept.parent.iterdir()] == []
    history = open_history(kept, KeyringSecrets(State(paths.find().state_file)))
    assert chats(history) == ()
    history.close()
