"""Contacts and translations through the running history: kept, and known at the next start."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path

import pytest

from copilot.core.contacts import Contact, Wishes
from copilot.core.errors import CopilotError, KeychainLocked
from copilot.core.memory import Pair, SessionTranslations, Translation
from copilot.core.model import Source, Stance, Suggestion
from copilot.store.history.contact_book import StoredContacts
from copilot.store.history.database import HistoryDatabase
from copilot.store.history.searching import sent
from copilot.store.history.service import Kept, for_this_session, kept_in
from copilot.store.history.store import HistoryStore
from copilot.store.history.translations import StoredTranslations
from tests.fakes_desktop import ANNA, BOB, view

PAIR = Pair("en", "zh-Hans")
HELLO = Translation("Hello there", "你好", PAIR, chat=ANNA)
MINE = view(*(("me", f"yeah {word} lol") for word in ("ok", "sure", "late", "home", "soon")))


@pytest.fixture
def opened(tmp_path: Path) -> Callable[[], HistoryDatabase]:
    return partial(HistoryDatabase, tmp_path / "history.sqlite3", bytes(range(32)))


@pytest.fixture
async def kept(opened: Callable[[], HistoryDatabase]) -> AsyncIterator[Kept]:
    store = HistoryStore(opened)
    yield kept_in(store)
    await store.close()


async def test_what_is_kept_is_known_at_the_next_start(
    opened: Callable[[], HistoryDatabase],
) -> None:
    store = HistoryStore(opened)
    kept = kept_in(store)
    await kept.history.saw(MINE, MINE.conversation.messages)
    await kept.contacts.wish(ANNA, Wishes("my aunt", "zh-Hans"))
    await kept.contacts.speak(BOB, "ja", "de")
    await kept.translations.keep(HELLO)
    await store.close()
    store = HistoryStore(opened)
    again = kept_in(store)
    known = await again.contacts.of(ANNA)
    assert (known.wishes.note, known.manner.messages) == ("my aunt", 5)
    assert (await again.contacts.of(BOB)).pair("en") == Pair("ja", "de")
    assert await again.translations.find("Hello  there", PAIR) == "你好"
    await again.contacts.forget(ANNA)
    assert await again.contacts.of(ANNA) == Contact()
    await store.close()


async def test_what_a_command_changes_is_known_at_once(
    kept: Kept, opened: Callable[[], HistoryDatabase]
) -> None:
    await kept.contacts.wish(ANNA, Wishes("old"))
    other = opened()
    other.connection.execute("UPDATE contacts SET note = 'new'")
    other.close()
    assert (await kept.contacts.of(ANNA)).wishes.note == "new"
    await kept.contacts.speak(ANNA, "ja", "de")
    assert (await kept.contacts.of(ANNA)).wishes == Wishes("new", "ja", "de")


async def test_nothing_is_written_for_a_session_alone() -> None:
    kept = for_this_session()
    await kept.history.saw(MINE, MINE.conversation.messages)
    await kept.translations.keep(HELLO)
    assert (await kept.contacts.of(ANNA)).manner.messages == 5
    assert await kept.translations.find(HELLO.text, PAIR) == "你好"
    assert kept.store is None


async def test_nobody_waits_for_a_history_that_does_not_open() -> None:
    gate = threading.Event()

    def opened() -> HistoryDatabase:
        gate.wait(30)
        raise KeychainLocked("The keychain is locked.", "Unlock it.")

    troubles: list[CopilotError] = []
    store = HistoryStore(opened, on_trouble=troubles.append)
    contacts, memory = StoredContacts(store), SessionTranslations(StoredTranslations(store))
    for _ in range(20):  # while the keychain asks for its password
        assert await contacts.of(ANNA) == Contact()
    assert await memory.find(HELLO.text, PAIR) is None
    gate.set()
    await memory.keep(HELLO)
    assert await memory.find(HELLO.text, PAIR) == "你好"
    assert await contacts.of(ANNA) == Contact()
    assert [error.title for error in troubles] == ["The keychain is locked."]
    await store.close()


async def test_a_broken_history_is_told_by_what_writes(
    kept: Kept, opened: Callable[[], HistoryDatabase]
) -> None:
    await kept.contacts.wish(ANNA, Wishes("a note"))
    other = opened()
    other.connection.execute("ALTER TABLE contacts RENAME TO gone")
    other.close()
    assert await kept.contacts.of(ANNA) == Contact()
    assert await kept.contacts.of(BOB) == Contact()


async def test_events_of_a_chat_reach_the_history(
    kept: Kept, opened: Callable[[], HistoryDatabase]
) -> None:
    asked = view(("them", "Dinner?"), draft="hm")
    sure = Suggestion("Sure!", Stance.AGREE, Source.MODEL)
    no = Suggestion("Not today.", Stance.DECLINE, Source.MODEL)
    await kept.history.saw(asked, asked.conversation.messages)
    await kept.history.offered(asked, [sure, no])
    await kept.history.took(asked, sure)
    await kept.history.undid(asked)
    await kept.history.dismissed(asked)
    await kept.history.replaced(asked, "嗯")
    other = opened()
    found = other.connection.execute("SELECT text, outcome FROM suggestions").fetchall()
    assert found == [("Sure!", "undone"), ("Not today.", "dismissed")]
    drafts = other.connection.execute("SELECT text, written, outcome FROM drafts").fetchall()
    assert drafts == [("hm", "Sure!", "undone"), ("hm", "嗯", "written")]
    assert sent(other) == ()
    other.close()
