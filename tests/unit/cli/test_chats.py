"""`chat-copilot chats`: counts, and clearing."""

from __future__ import annotations

from copilot.core.chat_rules import ChatRule, ChatRules
from copilot.core.model import ChatIdentity, Reach
from copilot.store.chat_rules import RulesFile
from copilot.store.paths import Paths
from tests.unit.cli.conftest import Command

NOTHING = {"never_sent": 0, "local_only": 0, "masked_strictly": 0, "rules": 0}


def test_counts_and_clearing(copilot: Command, here: Paths) -> None:
    assert copilot("chats", "--json").json == NOTHING
    rules = ChatRules(RulesFile(here.chats_file))
    rules.keep(ChatIdentity("gajim", "1", "Anna"), ChatRule(Reach.NOBODY))
    rules.keep(ChatIdentity("gajim", "1", "Bob"), ChatRule(Reach.LOCAL, "strict"))
    counted = {"never_sent": 1, "local_only": 1, "masked_strictly": 1, "rules": 2}
    assert copilot("chats", "--json").json == counted
    shown = copilot("chats").out
    assert "never sent to a model:    1" in shown
    assert "Anna" not in shown
    assert copilot("chats", "--clear").code == 0
    assert copilot("chats", "--json").json == NOTHING
    assert not here.chats_file.exists()


def test_a_broken_file_is_told_and_can_be_removed(copilot: Command, here: Paths) -> None:
    here.chats_file.parent.mkdir(parents=True)
    here.chats_file.write_text("{")
    told = copilot("chats")
    assert told.code == 1
    assert "chats --clear" in told.err
    assert copilot("chats", "--clear").code == 0
    assert copilot("chats").code == 0
