"""The history taken along: JSON Lines there and back, and Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from copilot.core.cost import Cost, Tokens
from copilot.core.errors import InputError
from copilot.core.model import ChatIdentity, Source, Stance, Suggestion
from copilot.core.ports import Charge
from copilot.store.history import forgetting
from copilot.store.history.database import HistoryDatabase
from copilot.store.history.searching import Query, chats, messages, search
from copilot.store.history.transfer import as_json_lines, as_markdown, read_back
from tests.fakes_desktop import view

BOB = ChatIdentity("pidgin", "w9", "Bob")


@pytest.fixture
def history(tmp_path: Path) -> Iterator[HistoryDatabase]:
    database = HistoryDatabase(tmp_path / "one.sqlite3", bytes(32))
    one = view(("them", "去吃火锅吗"), ("them", "ok"), ("them", "ok"), draft="好")
    database.saw(one)
    database.offered(one, [Suggestion("好啊！", Stance.AGREE, Source.MODEL)])
    charge = Charge("mine", "small", "replies", one.identity, Tokens(300, 40), Cost(None))
    database.asked(one, charge)
    database.saw(view(("me", "*two*\nlines"), chat=BOB))
    forgetting.keep(database, 2, "30")
    yield database
    database.close()


@pytest.fixture
def other(tmp_path: Path) -> Iterator[HistoryDatabase]:
    database = HistoryDatabase(tmp_path / "other.sqlite3", bytes(32))
    yield database
    database.close()


def exported(history: HistoryDatabase) -> list[str]:
    return list(as_json_lines(history, chats(history)))


def test_an_export_read_back_is_the_same(history: HistoryDatabase, other: HistoryDatabase) -> None:
    lines = exported(history)
    assert read_back(other, lines) == 4
    assert exported(other) == lines
    assert [one.text for one in search(other, Query("火锅"))] == ["去吃火锅吗"]
    assert read_back(other, lines) == 0
    assert read_back(history, lines) == 0
    assert exported(other) == lines


def test_what_is_read_into_a_chat_that_goes_on_comes_before(
    history: HistoryDatabase, other: HistoryDatabase
) -> None:
    other.saw(view(("them", "newer")))
    for added in (4, 0):
        assert read_back(other, exported(history)) == added
        texts = [one.text for one in messages(other, 1)]
        assert texts == ["去吃火锅吗", "ok", "ok", "newer"]


@pytest.mark.parametrize("broken", ["", "[]", "{}", '{"message": {}}', '{"chat": {"app": 1}}', "x"])
def test_what_is_no_export_changes_nothing(
    history: HistoryDatabase, other: HistoryDatabase, broken: str
) -> None:
    lines = exported(history)
    with pytest.raises(InputError, match=rf"Line {len(lines) + 1} "):
        read_back(other, [*lines, broken])
    with pytest.raises(InputError, match="Line 1 "):
        read_back(other, lines[1:])
    assert chats(other) == ()


def test_markdown_is_to_be_read(history: HistoryDatabase) -> None:
    text = "\n".join(as_markdown(history, chats(history)))
    assert "# anna@example.org (Gajim)\n\n## 20" in text
    assert "去吃火锅吗" in text
    assert "**Me** " in text
    assert "\\*two\\*  \nlines  \n" in text
