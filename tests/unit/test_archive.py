"""The history as its window sees it: real databases, searched, paged, exported, forgotten."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from copilot.archive import Archive, Sources
from copilot.core.archiving import KeptChat, Wanted
from copilot.core.contacts import Wishes
from copilot.core.cost import Cost, Exchange, Tokens
from copilot.core.errors import CopilotError, HistoryLocked, InputError
from copilot.core.memory import Pair, Translation
from copilot.core.model import (
    ME,
    THEM,
    ChatIdentity,
    ChatView,
    Conversation,
    Draft,
    Message,
    Source,
    Stance,
    Suggestion,
)
from copilot.core.ports import Charge
from copilot.core.tasks import TaskSet
from copilot.store.history import translations
from copilot.store.history.database import HistoryDatabase
from copilot.store.usage import UsageLedger

KEY = bytes(32)
DAY = 86_400.0
ANNA = ChatIdentity("gajim", "", "Anna")
BOB = ChatIdentity("pidgin", "", "Bob")


class Clock:
    """The time at which something is kept."""

    def __init__(self) -> None:
        self.now = 1_790_000_000.0

    def __call__(self) -> float:
        return self.now


def view(who: ChatIdentity, *said: tuple[str, str], draft: str = "") -> ChatView:
    lines = tuple(Message(*one) for one in said)
    name = {"gajim": "Gajim", "pidgin": "Pidgin"}[who.app]
    return ChatView(who, name, "", Conversation(who.contact, lines), Draft(draft))


class Bench:
    """A history that was written by the application, and the archive over it."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "history.sqlite3"
        self.clock = Clock()
        self.quietly: list[bool] = []
        self.trouble: CopilotError | None = None
        self.wanted = True
        self.erased = 0
        self.usage_file = folder / "usage.sqlite3"
        self.archive = Archive(
            Sources(
                self.file,
                self.open,
                self.usage_file,
                lambda: Exchange("CNY"),
                lambda: self.wanted,
                self.erase,
            )
        )

    def open(self, quietly: bool) -> HistoryDatabase:
        self.quietly.append(quietly)
        if self.trouble is not None:
            raise self.trouble
        return HistoryDatabase(self.file, KEY, self.clock)

    async def erase(self) -> None:
        self.erased += 1
        self.file.unlink()

    def write(self, work: Callable[[HistoryDatabase], object]) -> None:
        history = HistoryDatabase(self.file, KEY, self.clock)
        work(history)
        history.close()

    def say(self, who: ChatIdentity, *said: tuple[str, str]) -> None:
        self.write(lambda history: history.saw(view(who, *said)))

    async def chat(self, contact: str) -> KeptChat:
        return next(c for c in await self.archive.chats() if c.contact == contact)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path)
    yield made
    asyncio.run(made.archive.close())


async def test_how_it_stands(bench: Bench) -> None:
    assert (await bench.archive.open()).kind == "empty"
    bench.wanted = False
    assert (await bench.archive.open()).kind == "off"
    assert not bench.quietly, "looking must not begin a history"
    bench.say(ANNA, (THEM, "hello"))
    standing = await bench.archive.open()
    assert (standing.kind, standing.kept) == ("ready", False)


@pytest.mark.parametrize(
    ("trouble", "kind"),
    [
        (HistoryLocked("Locked.", "Unlock it.", retryable=True), "locked"),
        (HistoryLocked("No key.", "Use the phrase."), "sealed"),
        (CopilotError("The history is damaged.", "Restore it."), "broken"),
    ],
)
async def test_a_history_that_does_not_open_says_why(
    bench: Bench, trouble: CopilotError, kind: str
) -> None:
    bench.say(ANNA, (THEM, "hello"))
    bench.trouble = trouble
    standing = await bench.archive.open()
    assert (standing.kind, standing.title, standing.hint) == (kind, trouble.title, trouble.hint)
    bench.trouble = None
    assert (await bench.archive.open(ask=True)).kind == "ready"
    assert bench.quietly == [True, False]


async def test_chats_are_those_that_were_active_last_first(bench: Bench) -> None:
    bench.say(ANNA, (THEM, "one"), (ME, "two"))
    bench.clock.now += 60
    bench.say(BOB, (THEM, "three"))
    found = await bench.archive.chats()
    assert [(c.contact, c.app_name, c.messages) for c in found] == [
        ("Bob", "Pidgin", 1),
        ("Anna", "Gajim", 2),
    ]
    assert found[0].newest == bench.clock.now


@pytest.mark.parametrize("text", ["", "line", "e1", "e1 line"])
@pytest.mark.parametrize("in_chat", [False, True])
async def test_pages_have_everything_once(bench: Bench, text: str, in_chat: bool) -> None:
    """With the index, without it, and in a chat's own order."""
    said = [(ME if n % 2 else THEM, f"line{n}") for n in range(100, 200)]
    bench.say(ANNA, *said)
    bench.say(BOB, (THEM, "line100 of somebody else"))
    wanted = Wanted(text, chat=(await bench.chat("Anna")).id if in_chat else 0)
    found: list[str] = []
    before = 0
    while page := await bench.archive.messages(wanted, before, 7):
        found += [m.text for m in page]
        before = page[-1].id
    elsewhere = [] if in_chat else ["line100 of somebody else"]
    assert found == elsewhere + [line for _, line in reversed(said)]


async def test_filters_of_messages(bench: Bench) -> None:
    bench.say(ANNA, (THEM, "tea?"), (ME, "tea!"))
    bench.clock.now += 10 * DAY
    bench.say(BOB, (THEM, "tea and cake"))

    async def texts(wanted: Wanted) -> list[str]:
        return [m.text for m in await bench.archive.messages(wanted)]

    assert await texts(Wanted("tea", who="me")) == ["tea!"]
    assert await texts(Wanted("tea", who="others")) == ["tea and cake", "tea?"]
    assert await texts(Wanted(app="pidgin")) == ["tea and cake"]
    assert await texts(Wanted(since=bench.clock.now)) == ["tea and cake"]
    assert await texts(Wanted("tea", until=bench.clock.now)) == ["tea!", "tea?"]


async def test_what_stood_around_a_message(bench: Bench) -> None:
    bench.say(ANNA, *((THEM, f"line{n}") for n in range(9)))
    (middle,) = await bench.archive.messages(Wanted("line4"))
    found = await bench.archive.around(middle.id, 2)
    assert [m.text for m in found] == ["line2", "line3", "line4", "line5", "line6"]
    assert await bench.archive.around(12345) == ()


def offer(text: str, stance: Stance = Stance.AGREE, source: Source = Source.MODEL) -> Suggestion:
    return Suggestion(text, stance, source)


def offered_and_answered(history: HistoryDatabase) -> None:
    """One sent as it was instead of a draft, one passed over, one edited."""
    first, second = offer("Yes, at eight!"), offer("No.", Stance.DECLINE, Source.INSTANT)
    history.saw(view(ANNA, (THEM, "coming?")))
    history.offered(view(ANNA, (THEM, "coming?"), draft="Ye"), [first, second])
    history.took(view(ANNA, (THEM, "coming?"), draft="Ye"), first)
    history.saw(view(ANNA, (THEM, "coming?"), (ME, "Yes, at eight!")))
    third = offer("I'll bring the tickets and tea")
    history.offered(view(ANNA), [third])
    history.took(view(ANNA), third)
    said = ((THEM, "coming?"), (ME, "Yes, at eight!"), (ME, "I'll bring the tickets and cake"))
    history.saw(view(ANNA, *said))


async def test_suggestions_and_what_became_of_them(bench: Bench) -> None:
    bench.write(offered_and_answered)
    found = await bench.archive.suggestions(Wanted())
    assert [(s.text, s.outcome) for s in found] == [
        ("I'll bring the tickets and tea", "edited"),
        ("No.", "refused"),
        ("Yes, at eight!", "sent"),
    ]
    assert found[0].sent == "I'll bring the tickets and cake"
    assert [s.text for s in await bench.archive.suggestions(Wanted(outcome="sent"))] == [
        "Yes, at eight!"
    ]
    assert [s.text for s in await bench.archive.suggestions(Wanted("cake"))] == [found[0].text]
    assert not await bench.archive.suggestions(Wanted("%"))
    assert await bench.archive.suggestions(Wanted(), before=found[0].id) == found[1:]


async def test_usage_counts_what_was_saved_and_spent(bench: Bench) -> None:
    bench.clock.now = time.time()
    bench.write(offered_and_answered)
    ledger = UsageLedger(bench.usage_file)
    cost = Cost(5_000_000, "CNY")
    await ledger.add(Charge("deepseek", "small", "reply", ANNA, Tokens(100, 20), cost))
    await ledger.add(Charge("ollama", "small", "reply", ANNA, Tokens(50, 5), Cost(0)))
    await ledger.add(Charge("other", "large", "topics", ANNA, Tokens(7, 3), Cost(None)))
    usage = await bench.archive.usage(7)
    assert (usage.currency, usage.last, (usage.last - usage.first).days) == ("CNY", date.today(), 6)
    spent = {(s.provider, s.skill): (s.tokens, s.money) for s in usage.spent}
    assert spent == {
        ("deepseek", "reply"): (120, 0.005),
        ("ollama", "reply"): (55, 0.0),
        ("other", "topics"): (10, None),
    }
    by_skill = {one.skill: one for one in usage.offers}
    reply = by_skill["reply"]
    assert (reply.offered, reply.taken, reply.edited, reply.ignored) == (2, 1, 1, 0)
    # "Yes, at eight!" less the draft "Ye"; of the edited one what stayed: its beginning.
    assert reply.saved == len("Yes, at eight!") - 2 + len("I'll bring the tickets and ")
    assert (by_skill["quick"].offered, by_skill["quick"].ignored) == (1, 1)


async def test_translations_and_requests_come_in_pages(bench: Bench) -> None:
    def keep(history: HistoryDatabase) -> None:
        for n in range(5):
            one = Translation(f"Satz {n}", f"sentence {n}", Pair("de", "en"), chat=ANNA)
            translations.keep(history, one)

    bench.write(keep)
    first = await bench.archive.translations(Wanted("satz"), limit=3)
    rest = await bench.archive.translations(Wanted("satz"), first[-1].id, 3)
    assert [t.result for t in (*first, *rest)] == [f"sentence {n}" for n in (4, 3, 2, 1, 0)]
    assert await bench.archive.requests(Wanted()) == ()


async def test_the_newest_question_is_answered_though_an_older_one_is_long(bench: Bench) -> None:
    bench.say(ANNA, (THEM, "hello"))
    await bench.archive.open()
    started, given_up = threading.Event(), threading.Event()
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 "

    def slow(history: HistoryDatabase) -> object:
        started.set()
        assert given_up.wait(10)  # the statement begins after that: the worst moment
        with history.reading() as db:
            return db.execute(f"{endless} FROM n) SELECT count(*) FROM n").fetchone()

    old = TaskSet().start(bench.archive._do(slow), "old")  # pyright: ignore[reportPrivateUsage]
    await asyncio.to_thread(started.wait, 10)
    old.cancel()
    await asyncio.wait([old])
    given_up.set()
    found = await asyncio.wait_for(bench.archive.messages(Wanted("hello")), 20)
    assert [m.text for m in found] == ["hello"]
    assert old.cancelled()


async def test_a_contact_is_wished_for_and_forgotten(bench: Bench) -> None:
    bench.say(ANNA, *((THEM, f"我们周末去爬山吧 {n}") for n in range(5)))
    anna = await bench.chat("Anna")
    await bench.archive.wish(anna, Wishes("my cousin", mine="en", formality="casual"))
    known = await bench.archive.contact(anna)
    assert (known.wishes.note, known.language) == ("my cousin", "zh-Hans")
    await bench.archive.forget_contact(anna)
    assert (await bench.archive.contact(anna)).wishes == Wishes()
    await bench.archive.keep(anna, "nothing")
    with pytest.raises(InputError):
        await bench.archive.wish(anna, Wishes("again"))
    assert not await bench.archive.messages(Wanted())


async def test_forgetting_a_message_a_chat_a_period(bench: Bench) -> None:
    bench.say(ANNA, (THEM, "first secret"), (THEM, "second"))
    bench.clock.now += DAY
    bench.say(BOB, (THEM, "third"))
    bench.clock.now += DAY
    bench.say(ANNA, (THEM, "second"), (THEM, "fourth"))
    (secret,) = await bench.archive.messages(Wanted("secret"))
    await bench.archive.forget_messages([secret.id])
    assert [m.text for m in await bench.archive.messages(Wanted())] == ["fourth", "third", "second"]
    day = bench.clock.now - DAY
    await bench.archive.forget_period(day, day + 1)
    assert [m.text for m in await bench.archive.messages(Wanted())] == ["fourth", "second"]
    await bench.archive.forget_chat(await bench.chat("Anna"))
    assert not await bench.archive.messages(Wanted())
    assert [c.contact for c in await bench.archive.chats()] == ["Bob"]


async def test_forgetting_everything_lets_go_of_the_file_first(bench: Bench) -> None:
    bench.say(ANNA, (THEM, "hello"))
    await bench.archive.open()
    await bench.archive.forget_everything()
    assert bench.erased == 1
    assert (await bench.archive.open()).kind == "empty"


async def test_an_export_can_be_read_back_and_only_by_its_owner(
    bench: Bench, tmp_path: Path
) -> None:
    bench.say(ANNA, (THEM, "hello"), (ME, "hi"))
    bench.say(BOB, (THEM, "bye"))
    told: list[float] = []
    file = tmp_path / "out.jsonl"
    await bench.archive.export(str(file), "json-lines", None, told.append)
    lines = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    assert sum("message" in line for line in lines) == 3
    assert file.stat().st_mode & 0o777 == 0o600
    readable = tmp_path / "anna.md"
    await bench.archive.export(str(readable), "markdown", await bench.chat("Anna"), told.append)
    text = readable.read_text(encoding="utf-8")
    assert "hello" in text
    assert "bye" not in text
    assert not await asyncio.to_thread(lambda: list(tmp_path.glob("*.part")))


async def test_a_cancelled_export_leaves_no_file(bench: Bench, tmp_path: Path) -> None:
    bench.say(ANNA, *((THEM, f"line {n}") for n in range(50)))
    file = tmp_path / "out.jsonl"
    held, go_on, closed = threading.Event(), threading.Event(), threading.Event()

    class Told(HistoryDatabase):
        def close(self) -> None:
            super().close()
            closed.set()

    def open_held(quietly: bool) -> HistoryDatabase:
        held.set()
        go_on.wait(10)
        return Told(bench.file, KEY)

    archive = Archive(
        Sources(bench.file, open_held, bench.usage_file, Exchange, lambda: True, bench.erase)
    )
    work = archive.export(str(file), "json-lines", None, lambda share: None)
    task = TaskSet().start(work, "export")
    await asyncio.to_thread(held.wait, 10)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    go_on.set()
    assert await asyncio.to_thread(closed.wait, 10)
    await archive.close()
    assert not file.exists()


async def test_an_export_that_can_not_be_written_says_so(bench: Bench, tmp_path: Path) -> None:
    bench.say(ANNA, (THEM, "hello"))
    with pytest.raises(InputError, match=r"out\.md"):
        await bench.archive.export(
            str(tmp_path / "nowhere" / "out.md"), "markdown", None, lambda share: None
        )


async def test_a_translation_of_no_chat_is_something_to_look_at(bench: Bench) -> None:
    bench.write(lambda history: None)
    assert (await bench.archive.open()).kind == "empty"
    one = Translation("Guten Morgen", "Good morning", Pair("de", "en"))
    bench.write(lambda history: translations.keep(history, one))
    assert (await bench.archive.open()).kind == "ready"
