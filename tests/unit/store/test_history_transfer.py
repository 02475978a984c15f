"""The history taken along: JSON Lines there and back, and Markdown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from copilot.core.contacts import Wishes
from copilot.core.cost import Cost, Tokens
from copilot.core.errors import InputError
from copilot.core.inspection import Outcome, Sent, SentMessage
from copilot.core.memory import Pair, Translation
from copilot.core.model import ChatIdentity, Source, Stance, Suggestion
from copilot.store.history import contact_book, forgetting, translations
from copilot.store.history.database import HistoryDatabase
from copilot.store.history.searching import Query, chats, messages, search, sent
from copilot.store.history.transfer import as_json_lines, as_markdown, read_back
from tests.fakes_desktop import view

BOB = ChatIdentity("pidgin", "w9", "Bob")


@pytest.fixture
def history(tmp_path: Path) -> Iterator[HistoryDatabase]:
    database = HistoryDatabase(tmp_path / "one.sqlite3", bytes(32))
    one = view(("them", "去吃火锅吗"), ("them", "ok"), ("them", "ok"), draft="好")
    database.saw(one)
    database.offered(one, [Suggestion("好啊！", Stance.AGREE, Source.MODEL)])
    database.took(one, Suggestion("好啊！", Stance.AGREE, Source.MODEL))
    message, tokens = SentMessage("user", "[them] 去吃火锅吗"), Tokens(300, 40)
    for when, chat in enumerate((one.identity, None)):
        asked = Sent(1, float(when), "mine", "small", "example.org", "reply", chat, (message,))
        database.asked(replace(asked, outcome=Outcome.ANSWERED, tokens=tokens, cost=Cost(None)))
        hotpot = Translation("去吃火锅吗", "Hotpot?", Pair("zh-Hans", "en"), chat=chat)
        translations.keep(database, hotpot)
    contact_book.wish(database, one.identity, Wishes("likes hotpot", formality="casual"))
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
    return list(as_json_lines(history, chats(history), chatless=True))


def test_an_export_read_back_is_the_same(history: HistoryDatabase, other: HistoryDatabase) -> None:
    lines = exported(history)
    assert read_back(other, lines) == 4
    assert exported(other) == lines
    assert [one.text for one in search(other, Query("火锅"))] == ["去吃火锅吗"]
    assert read_back(other, lines) == 0
    assert read_back(history, lines) == 0
    assert exported(other) == lines


def test_what_was_exported_besides_messages_is_found(
    history: HistoryDatabase, other: HistoryDatabase
) -> None:
    read_back(other, exported(history))
    assert [one.chat for one in sent(other)] == [one.chat for one in sent(history)]
    assert [one.messages for one in sent(other)] == [one.messages for one in sent(history)]
    pair = Pair("zh-Hans", "en")
    assert translations.find(other, "去吃火锅吗", pair, "") == "Hotpot?"
    assert contact_book.entries(other) == contact_book.entries(history)
    (draft,) = other.connection.execute("SELECT text, written FROM drafts").fetchall()
    assert draft == ("好", "好啊！")
    # What belongs to no chat stays at home where only some chats are taken along.
    lines = list(as_json_lines(history, chats(history)))
    assert sum('"request"' in line for line in lines) == 1


def test_an_export_of_the_first_version_is_read(other: HistoryDatabase) -> None:
    lines = [
        '{"chat-copilot-history": 1}',
        '{"chat": {"app": "a", "contact": "Bob", "app_name": "A", "keep": ""}}',
        '{"request": {"made": 1.0, "provider": "mine", "model": "small", "skill": "reply", '
        '"prompt_tokens": 300, "completion_tokens": 4, "nanos": null, "currency": ""}}',
    ]
    assert read_back(other, lines) == 0
    (request,) = sent(other)
    assert (request.model, request.messages) == ("small", ())


def test_what_is_read_into_a_chat_that_goes_on_comes_before(
    history: HistoryDatabase, other: HistoryDatabase
) -> None:
    other.saw(view(("them", "newer")))
    for added in (4, 0):
        assert read_back(other, exported(history)) == added
        texts = [one.text for one in messages(other, 1)]
        assert texts == ["去吃火锅吗", "ok", "ok", "newer"]


@pytest.mark.parametrize(
    "broken",
    [
        *("", "[]", "{}", "x", '{"message": {}}', '{"chat": {"app": 1}}', '{"other": {}}'),
        '{"contact": {"note": "", "language": "", "mine": "", "formality": "x"}}',
    ],
)
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
