"""Files of other versions: older ones are brought to this one and kept, newer ones left alone."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from copilot.core.chat_rules import ChatRule
from copilot.core.errors import DataTooNew, HistoryLocked, RulesNotKept
from copilot.core.model import Reach
from copilot.store.chat_rules import RulesFile
from copilot.store.history.keys import HistoryKey
from copilot.store.state import State
from copilot.store.usage import UsageLedger
from tests.unit.store.test_history_keys import Keychain

DATA = Path(__file__).resolve().parents[2] / "data/forms"


@pytest.fixture
def given(tmp_path: Path) -> Callable[[str, str], Path]:
    """A copy of one of the files, by its version and name."""

    def copy(version: str, name: str) -> Path:
        path = tmp_path / name
        path.write_bytes((DATA / version / name).read_bytes())
        return path

    return copy


def original(version: str, name: str) -> bytes:
    return (DATA / version / name).read_bytes()


def test_an_older_state_is_known_and_kept_beside_the_new_one(
    given: Callable[[str, str], Path],
) -> None:
    path = given("0", "state.json")
    state = State(path)
    assert state.problem is None
    assert state.text("reading") == "agreed"
    assert dict(state.table("ways")) == {"gajim": "accessibility"}
    backup = path.with_name("state.json.v0.backup")
    assert not backup.exists()  # only what is about to be changed is kept

    state.table("ways")["pidgin"] = "paste"
    assert backup.read_bytes() == original("0", "state.json")
    assert json.loads(path.read_text())["form"] == 1
    again = State(path)
    assert dict(again.table("ways")) == {"gajim": "accessibility", "pidgin": "paste"}
    again.set_text("reading", "")
    assert backup.read_bytes() == original("0", "state.json")


def test_a_new_state_has_no_backup(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    State(path).set_text("reading", "agreed")
    State(path).set_text("reading", "no")
    assert json.loads(path.read_text())["form"] == 1
    assert sorted(one.name for one in tmp_path.iterdir()) == ["state.json", "state.lock"]


def test_a_newer_state_is_left_alone_and_changes_hold_until_the_end(
    given: Callable[[str, str], Path],
) -> None:
    path = given("newer", "state.json")
    state = State(path)
    assert isinstance(state.problem, DataTooNew)
    assert "newer version" in state.problem.title
    assert str(path) in state.problem.hint
    assert dict(state.table("ways")) == {}

    state.set_text("reading", "agreed")
    state.table("ways")["pidgin"] = "paste"
    assert state.text("reading") == "agreed"
    assert dict(state.table("ways")) == {"pidgin": "paste"}
    assert path.read_bytes() == original("newer", "state.json")
    assert State(path).text("reading") == ""


def test_older_rules_of_chats_hold_and_are_kept_beside_the_new_ones(
    given: Callable[[str, str], Path],
) -> None:
    path = given("0", "chats.json")
    rules = RulesFile(path)
    assert rules.problem is None
    assert rules.find("gajim", "anna") == ChatRule(Reach.NOBODY)
    rules.put("gajim", "cleo", ChatRule(Reach.NOBODY))
    backup = path.with_name("chats.json.v0.backup")
    assert backup.read_bytes() == original("0", "chats.json")
    assert json.loads(path.read_text())["form"] == 1
    again = RulesFile(path)
    assert again.find("gajim", "bob") == ChatRule(Reach.LOCAL, "strict")
    assert again.find("gajim", "cleo") == ChatRule(Reach.NOBODY)
    again.clear()
    assert not backup.exists()  # whoever clears them wants them gone


def test_under_newer_rules_nobody_is_asked_and_they_are_left_alone(
    given: Callable[[str, str], Path],
) -> None:
    path = given("newer", "chats.json")
    rules = RulesFile(path)
    assert rules.problem is not None
    assert "newer version" in rules.problem.title
    assert rules.find("gajim", "anyone") == ChatRule(Reach.NOBODY)
    with pytest.raises(RulesNotKept):
        rules.put("gajim", "anna", ChatRule(Reach.LOCAL))
    assert rules.find("gajim", "anna") == ChatRule(Reach.LOCAL)
    assert path.read_bytes() == original("newer", "chats.json")
    assert [one for one in path.parent.iterdir() if one.suffix == ".backup"] == []


def test_an_older_key_file_names_the_key_and_leaves_no_earlier_phrase_behind(
    given: Callable[[str, str], Path],
) -> None:
    path = given("0", "history.key.json")
    keychain = Keychain("GNOME Keyring")
    keychain.held["history-0badcafe"] = "11" * 32
    path.with_name("history.sqlite3").touch()
    key = HistoryKey(path.with_name("history.sqlite3"), keychain)
    assert key.fetch() == b"\x11" * 32
    key.phrase(begin=True)
    assert json.loads(path.read_text())["form"] == 1
    assert [one for one in path.parent.iterdir() if one.suffix == ".backup"] == []


def test_a_newer_key_file_is_left_alone(given: Callable[[str, str], Path]) -> None:
    path = given("newer", "history.key.json")
    key = HistoryKey(path.with_name("history.sqlite3"), Keychain())
    with pytest.raises(HistoryLocked, match="newer version"):
        key.fetch()
    with pytest.raises(HistoryLocked, match="newer version"):
        key.phrase(begin=True)
    assert path.read_bytes() == original("newer", "history.key.json")


async def test_of_a_newer_record_of_usage_the_person_hears(tmp_path: Path) -> None:
    path = tmp_path / "usage.sqlite3"
    with closing(sqlite3.connect(path)) as db:
        db.executescript("PRAGMA journal_mode=WAL; PRAGMA user_version=99;")
    heard: list[str] = []
    ledger = UsageLedger(path, on_trouble=lambda error: heard.append(error.title))
    for _ in range(2):
        await ledger.spent()
    assert len(heard) == 1
    assert "newer version" in heard[0]
    with pytest.raises(DataTooNew):
        ledger.rows(date.min, date.max)
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
