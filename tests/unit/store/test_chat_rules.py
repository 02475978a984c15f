"""The rules of single chats in their file: they last, hide the names, and fail closed."""

from __future__ import annotations

from pathlib import Path

import pytest

from copilot.core.chat_rules import ChatRule, ChatRules
from copilot.core.errors import RulesNotKept
from copilot.core.model import ChatIdentity, Reach
from copilot.store.chat_rules import RulesFile

ANNA = ChatIdentity("gajim", "1", "Anna Kovács")
BOB = ChatIdentity("gajim", "1", "Bob")
NEVER = ChatRule(Reach.NOBODY)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "chats.json"


def test_rules_last_and_other_processes_see_them(path: Path) -> None:
    other = ChatRules(RulesFile(path))
    assert other.of(ANNA) == ChatRule()
    ChatRules(RulesFile(path)).keep(ANNA, NEVER)
    assert other.of(ANNA) == NEVER
    assert other.of(BOB) == ChatRule()
    ChatRules(RulesFile(path)).keep(BOB, ChatRule(Reach.LOCAL, "strict"))
    assert other.of(BOB) == ChatRule(Reach.LOCAL, "strict")
    other.keep(ANNA, ChatRule())
    assert ChatRules(RulesFile(path)).of(ANNA) == ChatRule()
    assert ChatRules(RulesFile(path)).of(BOB).reach is Reach.LOCAL


def test_no_name_is_in_the_file_and_only_the_person_can_read_it(path: Path) -> None:
    ChatRules(RulesFile(path)).keep(ANNA, NEVER)
    text = path.read_text().casefold()
    assert "anna" not in text
    assert "kov" not in text
    assert "gajim" not in text
    assert path.stat().st_mode & 0o077 == 0
    again = path.with_name("other.json")
    ChatRules(RulesFile(again)).keep(ANNA, NEVER)
    names = [set(file.read_text().split('"')) for file in (path, again)]
    hashes = [{word for word in found if len(word) == 64} for found in names]
    assert hashes[0].isdisjoint(hashes[1])  # each installation has a key of its own


def test_how_many_there_are_and_clearing_them(path: Path) -> None:
    file = RulesFile(path)
    rules = ChatRules(file)
    rules.keep(ANNA, NEVER)
    rules.keep(BOB, ChatRule(masking="strict"))
    assert dict(file.count()) == {Reach.NOBODY: 1, Reach.LOCAL: 0, Reach.ANYONE: 1}
    RulesFile(path).clear()
    assert rules.of(ANNA) == ChatRule()
    assert sum(file.count().values()) == 0
    assert not path.exists()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"rules": {}}', '{"key": "00", "rules": {"x": {"reach": "all"}}}']
)
def test_while_the_file_is_broken_nothing_is_sent(path: Path, text: str) -> None:
    file = RulesFile(path)
    rules = ChatRules(file)
    assert file.problem is None
    path.parent.mkdir()
    path.write_text(text)
    assert rules.of(ANNA).reach is Reach.NOBODY
    assert file.problem is not None
    assert "chats --clear" in file.problem.hint
    with pytest.raises(RulesNotKept):
        rules.keep(BOB, ChatRule(Reach.LOCAL))
    assert path.read_text() == text
    assert rules.of(BOB).reach is Reach.LOCAL  # said by the person, now
    file.clear()
    assert rules.of(ANNA) == ChatRule()
    assert file.problem is None


def test_a_rule_that_can_not_be_written_holds_until_the_end(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("no folder")
    rules = ChatRules(RulesFile(tmp_path / "data" / "chats.json"))
    with pytest.raises(RulesNotKept):
        rules.keep(ANNA, NEVER)
    assert rules.of(ANNA) == NEVER
