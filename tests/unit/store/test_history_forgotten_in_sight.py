"""What is forgotten while it stands in a chat is not kept anew from there, whoever forgot it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from copilot.core.contacts import SessionContacts
from copilot.core.inspection import HERE, Sent, SentMessage
from copilot.core.memory import Pair, Translation
from copilot.core.model import ChatIdentity, Message, Source, Stance, Suggestion
from copilot.store.history import browsing, contact_book, forgetting, searching
from copilot.store.history.database import HistoryDatabase
from copilot.store.history.searching import Query
from copilot.store.history.service import kept_in
from copilot.store.history.sights import Sights
from copilot.store.history.store import HistoryStore
from tests.fakes_desktop import view

BOB = ChatIdentity("pidgin", "w", "bob")
OFFER = Suggestion("The heron at eight!", Stance.AGREE, Source.INSTANT)


class Bench:
    """A history as the application writes it, and another process that forgets."""

    def __init__(self, folder: Path) -> None:
        self.opened = partial(HistoryDatabase, folder / "history.sqlite3", None)
        self.told: list[str] = []
        self.sights = Sights()
        self.store = self.new_store()
        self.kept = kept_in(self.store)

    def new_store(self) -> HistoryStore:
        return HistoryStore(
            self.opened, sights=self.sights, on_forgotten=lambda: self.told.append("forgotten")
        )

    async def saw(self, *lines: str, chat: ChatIdentity = BOB) -> None:
        await self.store.saw(view(*(("them", line) for line in lines), chat=chat), [])

    def elsewhere(self) -> HistoryDatabase:
        return self.opened()

    def forget_everything(self) -> None:
        other = self.elsewhere()
        forgetting.forget_everything(other)
        other.close()

    def texts(self) -> list[str]:
        other = self.elsewhere()
        found = [message.text for message in searching.search(other, Query(""), 50)]
        other.close()
        return found[::-1]


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


async def test_only_what_is_new_after_that_is_kept(bench: Bench) -> None:
    await bench.saw("one", "ok")
    bench.forget_everything()
    await bench.saw("one", "ok")
    assert bench.texts() == []
    await bench.saw("one", "ok", "two", "ok")
    await bench.saw("ok", "two", "ok", "three")
    assert bench.texts() == ["two", "ok", "three"]
    assert bench.told == ["forgotten"]
    await bench.store.close()


async def test_one_message_goes_and_the_others_stay(bench: Bench) -> None:
    await bench.saw("one", "two", "three")
    other = bench.elsewhere()
    (two,) = searching.search(other, Query("two"), 5)
    forgetting.forget_messages(other, (two.id,))
    other.close()
    await bench.saw("one", "two", "three", "four")
    assert bench.texts() == ["one", "three", "four"]
    await bench.store.close()


async def test_what_repeats_it_is_not_kept_while_it_is_in_sight(bench: Bench) -> None:
    await bench.saw("the heron")
    bench.forget_everything()
    seen = view(("them", "the heron"), chat=BOB)

    async def go_on() -> None:
        await bench.store.saw(seen, [])
        await bench.store.offered(seen, [OFFER])
        message = SentMessage("user", "[them] the heron")
        await bench.store.asked(Sent(1, 5.0, "mine", "small", HERE, "reply", BOB, (message,)))
        await bench.kept.translations.keep(
            Translation("the heron", "der Reiher", Pair("en", "de"), chat=BOB)
        )

    await go_on()
    other = bench.elsewhere()
    assert browsing.suggestions(other, browsing.SuggestionQuery(), 5) == ()
    (request,) = searching.sent(other)
    assert (request.messages, request.hidden) == ((), ())
    assert searching.search_translations(other, Query(""), 5) == ()
    assert contact_book.of(other, BOB).languages == {}

    await bench.saw("the heron is gone")  # now it is out of sight
    seen = view(("them", "the heron is gone"), chat=BOB)
    await go_on()
    assert len(browsing.suggestions(other, browsing.SuggestionQuery(), 5)) == 1
    assert len(searching.search_translations(other, Query(""), 5)) == 1
    other.close()
    await bench.store.close()


async def test_another_chat_goes_on_as_it_was(bench: Bench) -> None:
    anna = ChatIdentity("gajim", "w", "anna")
    await bench.saw("from bob")
    await bench.saw("from anna", chat=anna)
    other = bench.elsewhere()
    (row,) = [chat.id for chat in searching.chats(other) if chat.contact == "bob"]
    forgetting.forget_chats(other, (row,))
    await bench.saw("from anna", "again", chat=anna)
    await bench.saw("from bob")
    await bench.store.offered(view(("them", "from anna"), ("them", "again"), chat=anna), [OFFER])
    assert bench.texts() == ["from anna", "again"]
    assert len(browsing.suggestions(other, browsing.SuggestionQuery(), 5)) == 1
    other.close()
    await bench.store.close()


async def test_a_new_store_knows_it_too(bench: Bench) -> None:
    await bench.saw("one")
    await bench.store.close()
    bench.forget_everything()
    bench.sights.forget()
    bench.store = bench.new_store()
    await bench.saw("one", "two")
    assert bench.texts() == ["two"]
    assert bench.told == []
    await bench.store.close()


async def test_whoever_forgets_by_itself_is_not_told(bench: Bench) -> None:
    await bench.saw("one")
    bench.forget_everything()
    await bench.store.look_again()
    assert bench.told == []
    await bench.saw("one", "two")
    assert bench.texts() == ["two"]
    await bench.store.close()


async def test_the_session_forgets_its_translations(bench: Bench) -> None:
    pair = Pair("en", "de")
    await bench.kept.translations.keep(Translation("heron", "Reiher", pair))
    bench.forget_everything()
    await bench.kept.forget_session()
    assert await bench.kept.translations.find("heron", pair) is None
    await bench.store.close()


async def test_contacts_of_a_session_are_forgotten_and_not_learned_again() -> None:
    contacts = SessionContacts()
    lines = [Message("them", f"this is line {n} of it") for n in range(5)]
    contacts.saw(BOB, lines)
    assert (await contacts.of(BOB)).languages
    contacts.forget_all()
    contacts.saw(BOB, lines)
    assert not (await contacts.of(BOB)).languages
