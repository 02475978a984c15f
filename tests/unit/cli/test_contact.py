"""`chat-copilot contact`, with the keychain of a test."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from copilot.store import paths
from copilot.store.history.keys import open_history
from copilot.store.secrets import KeyringSecrets
from copilot.store.state import State
from tests.fakes_desktop import BOB, view
from tests.unit.cli.conftest import Command

NAME = "anna@example.org"
LINES = tuple(("me", f"yeah {word} lol") for word in ("ok", "sure", "late", "home", "soon"))


@pytest.fixture
def kept(copilot: Command, keychain: Path) -> Path:
    """A history with two chats; returns its file."""
    here = paths.find()
    secrets = KeyringSecrets(State(here.state_file))
    with closing(open_history(here.history_file, secrets)) as history:
        history.saw(view(("them", "你在吗"), ("them", "好的"), ("them", "明天见"), *LINES))
        history.saw(view(("them", "hello, how are you today?"), chat=BOB))
    return here.history_file


def test_without_a_history_nothing_is_known(copilot: Command, keychain: Path):
    listed = copilot("contact", "list", "--json")
    assert (listed.code, listed.json) == (3, {"contacts": []})
    assert "Nothing is kept" in copilot("contact", "set", NAME, "--note", "x").out
    assert not paths.find().history_file.exists()


def test_what_is_learned_is_shown(copilot: Command, kept: Path):
    lines = copilot("contact", "list").out.splitlines()
    assert lines == [
        f"{NAME} (gajim): zh-Hans; short, lower case, no full stops, no emoji, casual",
        "bob@example.org (gajim): little",
    ]
    (shown,) = copilot("contact", "show", NAME.upper(), "--json").json["contacts"]
    assert (shown["language"], shown["my_language"], shown["messages"]) == ("zh-Hans", "en", 5)
    assert shown["prompt"].startswith("I write to them: short,")
    assert copilot("contact", "show", "nobody").code == 3
    assert "A model is told nothing of this." in copilot("contact", "show", "bob@example.org").out


def test_what_is_wanted_is_set_and_unset(copilot: Command, kept: Path):
    done = copilot(
        *("contact", "set", NAME, "--note", "my aunt", "--language", "traditional"),
        *("--my-language", "german", "--formality", "polite"),
    )
    assert (done.code, done.out) == (0, f"Set for {NAME}.\n")
    text = copilot("contact", "show", NAME).out
    for part in ("zh-Hant (set by you)", "de (set by you)", "polite", "my aunt"):
        assert part in text
    changed = copilot("contact", "set", NAME, "--note", "", "--language", "", "--json").json
    (contact,) = changed["contacts"]
    assert contact["set"] == {
        "note": "",
        "language": "",
        "my_language": "de",
        "formality": "polite",
    }
    assert contact["language"] == "zh-Hans"
    assert copilot("contact", "set", NAME, "--language", "klingonese").code == 1
    assert copilot("contact", "set", NAME).code == 1
    assert copilot("contact", "set", "nobody", "--note", "x").code == 3
    assert copilot("history", "keep", "nothing", "--contact", NAME).code == 0
    assert "nothing may be kept" in copilot("contact", "set", NAME, "--note", "x").out


def test_what_is_known_can_be_forgotten(copilot: Command, kept: Path):
    assert copilot("contact", "forget", NAME).code == 0
    assert copilot("contact", "show", NAME).code == 3
    assert copilot("contact", "forget", NAME).code == 3
    assert copilot("history", "search", "明天见").code == 0  # the chat itself is kept
    forgotten = copilot("contact", "forget", "bob@example.org", "--json").json
    assert forgotten == {"forgotten": [{"app": "gajim", "contact": "bob@example.org"}]}
    assert copilot("contact", "list").out == "Nothing is known of anybody yet.\n"
    assert copilot("contact", "list", "--json").json == {"contacts": []}
