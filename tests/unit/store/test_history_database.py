"""What the history keeps, how it is found again, and that forgetting leaves no trace."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from copilot.core.contacts import Contact, Wishes
from copilot.core.cost import Cost, Tokens
from copilot.core.errors import HistoryError, HistoryLocked, InputError
from copilot.core.inspection import Hidden, Outcome, Sent, SentMessage
from copilot.core.memory import Pair, Translation
from copilot.core.model import ChatIdentity, Source, Stance, Suggestion
from copilot.store.history import contact_book, forgetting, schema, translations
from copilot.store.history.database import HistoryDatabase
from copilot.store.history.searching import (
    Query,
    chats,
    messages,
    search,
    search_requests,
    search_translations,
    sent,
)
from tests.fakes_desktop import ANNA, view

KEY = bytes(range(32))
FROZEN = Path(__file__).parents[2] / "data" / "history"
BOB = ChatIdentity("pidgin", "w9", "Bob")
YES = Suggestion("Sure, see you at seven!", Stance.AGREE, Source.MODEL)
NO = Suggestion("Not today, sorry.", Stance.DECLINE, Source.INSTANT)


class Clock:
    """A time that tests move."""

    def __init__(self) -> None:
        self.now = 1_790_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def history(tmp_path: Path, clock: Clock) -> Iterator[HistoryDatabase]:
    database = HistoryDatabase(tmp_path / "history.sqlite3", KEY, clock)
    yield database
    database.close()


def texts(history: HistoryDatabase, chat: int = 1) -> list[str]:
    return [message.text for message in messages(history, chat)]


def outcomes(history: HistoryDatabase) -> list[tuple[str, str, str]]:
    return history.connection.execute("SELECT text, outcome, sent FROM suggestions").fetchall()


def said(*lines: str, sender: str = "them") -> tuple[tuple[str, str], ...]:
    return tuple((sender, line) for line in lines)


def test_reading_again_adds_nothing(history: HistoryDatabase) -> None:
    assert history.saw(view(*said("one", "two"))) == 2
    assert history.saw(view(*said("one", "two"))) == 0
    assert history.saw(view(*said("two"))) == 0
    assert texts(history) == ["one", "two"]


def test_the_same_text_said_twice_is_kept_twice(history: HistoryDatabase) -> None:
    history.saw(view(*said("ok")))
    history.saw(view(*said("ok", "ok")))
    history.saw(view(*said("ok", "ok", "fine", "ok")))
    assert texts(history) == ["ok", "ok", "fine", "ok"]


def test_a_window_that_moves_on_is_joined_to_what_is_kept(history: HistoryDatabase) -> None:
    lines = [f"line {number % 13}" for number in range(60)]
    for start in range(50):
        history.saw(view(*said(*lines[start : start + 10])))
    assert texts(history) == lines[:59]


def test_older_messages_go_before_newer_ones(history: HistoryDatabase) -> None:
    history.saw(view(*said("five", "six")))
    history.saw(view(*said("three", "four", "five", "six")))
    history.saw(view(*said("one", "two", "three", "four")))
    assert texts(history) == ["one", "two", "three", "four", "five", "six"]


def test_scrolling_far_back_adds_nothing_twice(history: HistoryDatabase) -> None:
    lines = [f"line {number}" for number in range(400)]
    history.saw(view(*said(*lines)))
    assert history.saw(view(*said(*lines[20:40]))) == 0
    assert history.saw(view(*said(*lines[395:], "new"))) == 1
    assert texts(history) == [*lines, "new"]


def test_what_was_edited_is_kept_in_its_place(history: HistoryDatabase) -> None:
    history.saw(view(*said("one", "two", "three", "four")))
    history.saw(view(*said("one", "two, edited", "three", "four", "five")))
    assert texts(history) == ["one", "two", "two, edited", "three", "four", "five"] or texts(
        history
    ) == ["one", "two, edited", "two", "three", "four", "five"]


def test_after_a_gap_nothing_is_lost(history: HistoryDatabase) -> None:
    history.saw(view(*said("one", "ok", "two")))
    history.saw(view(*said("nine", "ok", "ten", "eleven")))
    assert texts(history) == ["one", "ok", "two", "nine", "ok", "ten", "eleven"]


def test_chats_are_kept_apart_and_windows_are_not(history: HistoryDatabase) -> None:
    history.saw(view(*said("hello"), chat=ChatIdentity("gajim", "w1", "anna")))
    history.saw(view(*said("hello"), chat=ChatIdentity("gajim", "w2", "anna")))
    history.saw(view(*said("hello"), chat=BOB))
    assert [(c.app, c.contact, c.messages) for c in chats(history)] == [
        ("gajim", "anna", 1),
        ("pidgin", "Bob", 1),
    ]


def test_text_that_is_no_unicode_is_kept(history: HistoryDatabase) -> None:
    history.saw(view(*said("half \ud83d pair", "nul\0 byte")))
    assert history.saw(view(*said("half \ud83d pair", "nul\0 byte"))) == 0
    assert texts(history)[0] == "half ? pair"


@pytest.mark.parametrize(
    ("sent", "outcome"),
    [
        (YES.text, ("sent", "")),
        ("Sure, see you at eight!", ("edited", "Sure, see you at eight!")),
        ("What?", ("taken", "")),
    ],
)
def test_what_became_of_suggestions(
    history: HistoryDatabase, sent: str, outcome: tuple[str, str]
) -> None:
    asked = view(*said("Dinner?"), draft="S")
    history.saw(asked)
    for _ in range(2):
        history.offered(asked, [YES, NO])
        history.took(asked, YES)
    assert outcomes(history) == [(YES.text, "taken", ""), (NO.text, "offered", "")]
    history.saw(view(*said("Dinner?"), ("me", sent)))
    assert outcomes(history) == [(YES.text, *outcome), (NO.text, "refused", "")]
    assert history.connection.execute("SELECT draft FROM offers").fetchall() == [("S",)]


@pytest.mark.parametrize(
    ("sent", "outcome", "draft"),
    [
        ("At eight, by the river.", ("edited", "At eight, by the river."), "sent"),
        ("At nine, by the river.", ("taken", ""), "edited"),
        (YES.text, ("sent", ""), "dropped"),
    ],
)
def test_what_became_of_a_suggestion_that_was_edited_before_it_was_inserted(
    history: HistoryDatabase, sent: str, outcome: tuple[str, str], draft: str
) -> None:
    asked = view(*said("Dinner?"), draft="S")
    history.saw(asked)
    history.offered(asked, [YES, NO])
    history.took(asked, YES, "At eight, by the river.")
    assert drafts(history) == [("S", "At eight, by the river.", "suggestion", "written", "")]
    history.saw(view(*said("Dinner?"), ("me", sent)))
    assert outcomes(history) == [(YES.text, *outcome), (NO.text, "refused", "")]
    assert [one[3] for one in drafts(history)] == [draft]


def drafts(history: HistoryDatabase) -> list[tuple[str, str, str, str, str]]:
    return history.connection.execute(
        "SELECT text, written, kind, outcome, sent FROM drafts"
    ).fetchall()


def test_drafts_that_were_replaced(history: HistoryDatabase) -> None:
    asked = view(*said("Dinner?"), draft="yes, bring wine")
    history.saw(asked)
    history.replaced(asked, "好，带酒来")
    history.undid(asked)
    history.replaced(asked, "好，带瓶酒来")
    history.took(asked, YES)
    written = [(*one[1:3], one[3]) for one in drafts(history)]
    assert written == [
        ("好，带酒来", "translation", "undone"),
        ("好，带瓶酒来", "translation", "written"),
        (YES.text, "suggestion", "written"),
    ]
    history.saw(view(*said("Dinner?"), ("me", "好，带两瓶酒来")))
    assert {one[0] for one in drafts(history)} == {"yes, bring wine"}
    assert [one[3:] for one in drafts(history)] == [
        ("undone", ""),
        ("edited", "好，带两瓶酒来"),
        ("dropped", ""),
    ]


def test_a_suggestion_that_is_taken_out_again_and_back(history: HistoryDatabase) -> None:
    asked = view(*said("Dinner?"))
    history.saw(asked)
    history.offered(asked, [YES, NO])
    history.took(asked, YES)
    history.undid(asked)
    assert outcomes(history) == [(YES.text, "undone", ""), (NO.text, "offered", "")]
    history.undid(asked)
    history.took(asked, YES)
    history.saw(view(*said("Dinner?"), ("me", YES.text)))
    assert outcomes(history) == [(YES.text, "sent", ""), (NO.text, "refused", "")]


def test_what_is_dismissed_is_not_only_passed_over(history: HistoryDatabase) -> None:
    asked = view(*said("Dinner?"))
    history.dismissed(asked)
    history.saw(asked)
    history.offered(asked, [YES, NO])
    history.dismissed(asked)
    history.saw(view(*said("Dinner?"), ("me", "Let me think")))
    assert outcomes(history) == [(YES.text, "dismissed", ""), (NO.text, "dismissed", "")]


def call(chat: ChatIdentity | None = ANNA, when: float = 1.0, text: str = "zanzibar?") -> Sent:
    return Sent(
        7,
        when,
        "mine",
        "small",
        "example.org",
        "reply",
        chat,
        (SentMessage("system", "Suggest."), SentMessage("user", f'[them] "{text}" ⟨PHONE_1⟩')),
        (Hidden("⟨PHONE_1⟩", "PHONE", "138-1234-5678"),),
        Outcome.ANSWERED,
        "",
        Tokens(300, 40, 10),
        Cost(1200, "CNY"),
        masking="strict",
    )


def test_requests_are_kept_as_they_left(history: HistoryDatabase) -> None:
    history.asked(call())
    history.asked(
        replace(
            call(None, 2.0), outcome=Outcome.FAILED, trouble="It failed.", tokens=None, cost=None
        )
    )
    failed, answered = sent(history)
    assert (failed.chat, failed.outcome, failed.trouble) == (None, Outcome.FAILED, "It failed.")
    assert (failed.tokens, failed.cost) == (None, None)
    hidden = (Hidden("⟨PHONE_1⟩", "PHONE", ""),)  # what it stood for is kept nowhere
    kept = ChatIdentity(ANNA.app, "", ANNA.contact)
    assert answered == replace(call(kept), number=1, hidden=hidden)
    assert [one.number for one in search_requests(history, Query('"zanzibar?" small'))] == [2, 1]
    assert [one.number for one in search_requests(history, Query(contact="anna"))] == [1]
    assert search_requests(history, Query("%")) == ()


def test_translations_are_remembered(history: HistoryDatabase, clock: Clock) -> None:
    pair = Pair("zh-Hans", "en")
    hotpot = Translation("去吃 火锅吗", "Hotpot?", pair, "casual", "small", ANNA)
    translations.keep(history, hotpot)
    translations.keep(history, replace(hotpot, result="Shall we go for hotpot?"))
    translations.keep(history, replace(hotpot, text="拼写", result="50% spelling", chat=None))
    assert translations.find(history, " 去吃\n火锅吗 ", pair, "casual") == "Shall we go for hotpot?"
    assert translations.find(history, "去吃 火锅吗", pair, "polite") is None
    assert translations.find(history, "去吃 火锅吗", Pair("zh-Hant", "en"), "casual") is None
    assert translations.find(history, "去吃 火锅吗", Pair("zh-Hans", "de"), "casual") is None
    for text, found in (
        ("火锅", ["Shall we go for hotpot?"]),
        ("HOTPOT go", ["Shall we go for hotpot?"]),
        ("0%", ["50% spelling"]),
        ("", ["50% spelling", "Shall we go for hotpot?"]),
    ):
        assert [one.result for one in search_translations(history, Query(text))] == found
    (one,) = search_translations(history, Query(contact="anna", since=clock.now))
    assert (one.app, one.contact, one.source, one.target) == (
        "gajim",
        ANNA.contact,
        "zh-Hans",
        "en",
    )


def test_an_application_is_called_by_its_name_once_it_is_known(history: HistoryDatabase) -> None:
    history.asked(call())
    assert [chat.app_name for chat in chats(history)] == ["gajim"]
    history.saw(view(*said("hello")))
    history.asked(call())
    assert [chat.app_name for chat in chats(history)] == ["Gajim"]


def test_contacts_are_learned_from_what_is_new(history: HistoryDatabase) -> None:
    lines = tuple(("me", text) for text in ("hey lol", "yeah", "gonna be late", "u there", "nah"))
    for _ in range(2):  # reading it again teaches nothing
        history.saw(view(("them", "你好"), ("them", "在吗"), ("them", "好的"), *lines))
    known = contact_book.of(history, ANNA)
    assert (known.manner.messages, known.language) == (5, "zh-Hans")
    wishes = Wishes("half \ud83d pair", "zh-Hant", "en", "polite")
    assert contact_book.wish(history, ANNA, wishes)
    (entry,) = contact_book.entries(history, "ANNA@example.org", "Gajim")
    assert entry.known == Contact(
        replace(wishes, note="half ? pair"), known.manner, known.languages
    )
    history.saw(view(*lines, ("me", "ok then")))
    assert contact_book.of(history, ANNA).manner.messages == 6
    assert contact_book.forget(history, ANNA) == 1
    assert (contact_book.entries(history), contact_book.of(history, ANNA)) == ((), Contact())
    assert contact_book.forget(history, BOB) == 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("火锅", ["去吃火锅吗"]),
        ("锅", ["去吃火锅吗"]),
        ("吃火锅", ["去吃火锅吗"]),
        ("grün", ["Grüne Äpfel 100%"]),
        ("0%", ["Grüne Äpfel 100%"]),
        ("%", ["Grüne Äpfel 100%"]),
        ("_", []),
        ("äpfel gr", ["Grüne Äpfel 100%"]),
        ('say "hi" AND', ['I say "hi" AND bye']),
        ("привет", ["Привет, мир"]),
        ("", ["Привет, мир", 'I say "hi" AND bye', "Grüne Äpfel 100%", "去吃火锅吗"]),
        ("nothing of this", []),
    ],
)
def test_search_in_any_language(history: HistoryDatabase, text: str, found: list[str]) -> None:
    history.saw(view(*said("去吃火锅吗", "Grüne Äpfel 100%", 'I say "hi" AND bye', "Привет, мир")))
    assert [one.text for one in search(history, Query(text))] == found


def test_short_words_are_found_in_old_messages(history: HistoryDatabase) -> None:
    history.saw(view(*said("鲲鹏", "Das Öl", "then a Q", "nothing")))
    db = history.connection
    db.execute("INSERT INTO messages VALUES (50000, 1, 9.0, 'them', 'far newer', NULL, 0.0)")
    for text, found in (
        ("鲲鹏", ["鲲鹏"]),
        ("鹏", ["鲲鹏"]),
        ("öL", ["Das Öl"]),
        ("q", ["then a Q"]),
        ("a s", ["Das Öl"]),
        ("r", ["far newer"]),
        ("\x03", []),
    ):
        assert [one.text for one in search(history, Query(text))] == found, text


def test_search_by_contact_application_and_time(history: HistoryDatabase, clock: Clock) -> None:
    history.saw(view(*said("see you at the lake")))
    clock.now += 1000
    history.saw(view(*said("the lake is cold"), chat=BOB))
    for query, contact in (
        (Query("lake", contact="bo"), "Bob"),
        (Query("lake", app="Pidgin"), "Bob"),
        (Query("lake", since=clock.now), "Bob"),
        (Query("lake", until=clock.now), "anna@example.org"),
    ):
        assert [one.contact for one in search(history, query)] == [contact]
    assert [one.contact for one in search(history, Query("lake"), limit=1)] == ["Bob"]


def test_the_file_holds_nothing_that_can_be_read(history: HistoryDatabase, tmp_path: Path) -> None:
    history.saw(view(*said("a marked message")))
    files = list(tmp_path.iterdir())
    assert {"history.sqlite3", "history.sqlite3-wal"} <= {file.name for file in files}
    for file in files:
        data = file.read_bytes()
        assert b"marked" not in data
        assert b"anna" not in data
        assert not data.startswith(b"SQLite format 3")
        assert file.stat().st_mode & 0o077 == 0


def test_another_key_is_refused_and_changes_nothing(
    history: HistoryDatabase, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    history.saw(view(*said("hello")))
    with pytest.raises(HistoryLocked):
        HistoryDatabase(tmp_path / "history.sqlite3", bytes(32))
    assert texts(history) == ["hello"]
    assert capfd.readouterr() == ("", "")


# Forgetting: in a file without encryption, where words would be found.


@pytest.fixture
def plain(tmp_path: Path, clock: Clock) -> Iterator[HistoryDatabase]:
    database = HistoryDatabase(tmp_path / "history.sqlite3", None, clock)
    for number in range(300):
        database.saw(view(*said(f"filler number {number}")))
    anna = view(*said("the zanzibar plan"), draft="zanzibar, yes")
    database.saw(anna)
    database.offered(anna, [Suggestion("zanzibar it is", Stance.AGREE, Source.MODEL)])
    database.took(anna, Suggestion("zanzibar it is", Stance.AGREE, Source.MODEL))
    database.asked(call(when=clock.now))
    pair = Pair("en", "de")
    translations.keep(database, Translation("zanzibar", "nach zanzibar", pair, chat=ANNA))
    translations.keep(database, Translation("the zanzibar plan", "der zanzibarplan", pair))
    database.saw(view(*said("bob knows zanzibar"), chat=BOB))
    schema.backup_path(database.path, 1).write_bytes(b"an old zanzibar")
    yield database
    database.close()


def word_in_files(folder: Path, word: bytes) -> list[str]:
    # The index holds runs of three characters: they are looked for, too.
    return [f.name for f in folder.iterdir() if word in f.read_bytes().lower()]


def forget_all(history: HistoryDatabase) -> None:
    forgetting.forget_everything(history)


def forget_chatless(history: HistoryDatabase) -> None:
    # What belongs to no chat does not go with one.
    assert history.connection.execute("DELETE FROM translations WHERE chat IS NULL").rowcount


def forget_both_chats(history: HistoryDatabase) -> None:
    forget_chatless(history)
    forgetting.forget_chats(history, tuple(chat.id for chat in chats(history)))


def forget_the_messages(history: HistoryDatabase) -> None:
    found = tuple(one.id for one in search(history, Query("zanzibar")))
    assert forgetting.forget_messages(history, found) == 2
    assert len(search(history, Query("filler"), 1000)) == 300


def keep_nothing(history: HistoryDatabase) -> None:
    contact_book.wish(history, ANNA, Wishes("zanzibar"))
    forget_chatless(history)
    for chat in chats(history):
        forgetting.keep(history, chat.id, "nothing")


def forget_by_age(history: HistoryDatabase) -> None:
    later = 1_790_000_000.0 + 31 * 86_400
    assert forgetting.forget_old(history, 30, lambda: later) == 302


@pytest.mark.parametrize(
    "forget", [forget_all, forget_both_chats, forget_the_messages, keep_nothing, forget_by_age]
)
def test_what_is_forgotten_stands_in_no_file(
    plain: HistoryDatabase, tmp_path: Path, forget: Callable[[HistoryDatabase], None]
) -> None:
    assert word_in_files(tmp_path, b"zanzibar")
    assert word_in_files(tmp_path, b"zan")
    forget(plain)
    assert word_in_files(tmp_path, b"zanzibar") == []
    assert word_in_files(tmp_path, b"nzib") == []
    assert search(plain, Query("zanzibar")) == ()
    assert search_translations(plain, Query("zanzibar")) == ()
    assert search_requests(plain, Query("zanzibar")) == ()
    assert schema.problems(plain.connection) == ()


def test_a_contact_that_is_forgotten_stands_in_no_file(
    plain: HistoryDatabase, tmp_path: Path
) -> None:
    assert contact_book.wish(plain, ANNA, Wishes("loves timbuktu"))
    assert word_in_files(tmp_path, b"timbuktu")
    contact_book.forget(plain, ANNA)
    assert word_in_files(tmp_path, b"timbuktu") == []


def test_what_a_chat_keeps(history: HistoryDatabase, clock: Clock) -> None:
    one = view(*said("Dinner?"))
    history.saw(one)
    history.offered(one, [YES])
    history.asked(call())
    dinner = Translation("Dinner?", "Essen?", Pair("en", "de"), chat=ANNA)
    translations.keep(history, dinner)
    forgetting.keep(history, 1, "suggestions")
    history.saw(view(*said("Dinner?", "Hello?")))
    history.asked(call())
    translations.keep(history, dinner)
    assert texts(history) == []
    assert len(outcomes(history)) == 1
    assert [one.messages for one in sent(history)] == [(), ()]
    assert search_translations(history, Query()) == ()
    history.took(one, YES)
    history.saw(view(*said("Dinner?", "Hello?"), ("me", YES.text)))
    assert outcomes(history) == [(YES.text, "sent", "")]
    forgetting.keep(history, 1, "nothing")
    history.offered(one, [NO])
    history.took(one, NO)
    history.asked(call())
    assert not contact_book.wish(history, ANNA, Wishes("a note"))
    assert (outcomes(history), sent(history), contact_book.entries(history)) == ([], (), ())
    forgetting.keep(history, 1, "7")
    history.saw(one)
    clock.now += 8 * 86_400
    history.saw(view(*said("other"), chat=BOB))
    assert forgetting.forget_old(history, 0, clock) == 1
    assert forgetting.forget_old(history, 0, clock) == 0
    assert [c.messages for c in chats(history)] == [0, 1]
    with pytest.raises(InputError):
        forgetting.keep(history, 1, "a while")


# Versions


@pytest.mark.parametrize("version", range(1, schema.VERSION + 1))
def test_databases_of_every_version_are_brought_here(tmp_path: Path, version: int) -> None:
    file = tmp_path / "history.sqlite3"
    shutil.copy(FROZEN / f"v{version}.sqlite3", file)
    history = HistoryDatabase(file, KEY)
    assert texts(history) == ["去吃火锅吗", "好啊，七点？"]
    assert [one.text for one in search(history, Query("火锅吗"))] == ["去吃火锅吗"]
    assert outcomes(history)[0] == ("好啊，几点？", "edited", "好啊，七点？")
    if version >= 2:
        (request,) = sent(history)
        assert (request.model, request.tokens and request.tokens.prompt) == ("small", 300)
    if version >= 4:
        (translation,) = search_translations(history, Query("hotpot"))
        assert translation.text == "去吃火锅吗"
        assert contact_book.of(history, ANNA).wishes.note == "likes hotpot"
        assert drafts(history) == [("好", "好啊，几点？", "suggestion", "edited", "好啊，七点？")]
    assert schema.version_of(history.connection) == schema.VERSION
    assert schema.problems(history.connection) == ()
    history.saw(view(*said("next"), chat=BOB))
    history.close()
    backups = [schema.backup_path(file, n) for n in range(version, schema.VERSION)]
    assert all(backup.exists() for backup in backups)
    for backup in backups:
        assert b"SQLite" not in backup.read_bytes()[:16]
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(
        ["history.sqlite3", *(backup.name for backup in backups)]
    )


def test_a_step_that_fails_leaves_the_old_version(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "history.sqlite3"
    shutil.copy(FROZEN / "v1.sqlite3", file)

    def broken(db: object) -> None:
        raise OSError(28, "No space left on device")

    steps = (schema.STEPS[0], schema.Step("broken", broken))
    monkeypatch.setattr(schema, "STEPS", steps)
    with pytest.raises(HistoryError, match="No space left"):
        HistoryDatabase(file, KEY)
    monkeypatch.undo()
    history = HistoryDatabase(file, KEY)
    assert texts(history) == ["去吃火锅吗", "好啊，七点？"]
    history.close()


def test_a_newer_database_is_left_alone(history: HistoryDatabase, tmp_path: Path) -> None:
    history.connection.execute("PRAGMA user_version = 99")
    with pytest.raises(HistoryError, match="newer version"):
        HistoryDatabase(tmp_path / "history.sqlite3", KEY)
