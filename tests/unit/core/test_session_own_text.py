"""What the person wrote themselves outlives whatever happens to a session, told with fakes."""

from __future__ import annotations

import asyncio
from itertools import count

import pytest

from copilot.core.attention import Attention
from copilot.core.errors import ChatChanged
from copilot.core.intents import OWN_WORDS, Choose, Command, Edit, InsertEdited, Wish
from copilot.core.model import ChatIdentity
from tests.fakes_desktop import BOB, settle, view
from tests.unit.core.session_stage import ASKED, Stage, answer

TEXT = "Sure, see you at eight!"
HERS = view(("them", "Lend me money?"), chat=BOB)


async def insert(stage: Stage) -> None:
    """Edit the first card and insert it; the chat does not have the keyboard yet."""
    await stage.eyes.see(ASKED)
    key = stage.state.cards[0].key
    await stage.do(Edit(key))
    await stage.eyes.see(None)
    await stage.do(InsertEdited(key, TEXT))


async def refused(stage: Stage) -> None:
    """An edited text that could not be written."""
    stage.writer.error = ChatChanged("The draft has changed.", "Choose again.")
    await insert(stage)
    await stage.eyes.see(ASKED)
    stage.writer.error = None
    assert stage.state.notice is not None


async def copied(stage: Stage) -> list[str]:
    await stage.do(Command("copy"))
    return stage.writer.copied


async def test_a_pause_on_the_way_back_loses_no_text(quick: Stage) -> None:
    await insert(quick)
    await quick.do(Command("pause"))
    await quick.eyes.see(ASKED)
    await quick.clock.advance(5)
    assert quick.writer.written == []
    await quick.do(Command("resume"))
    await quick.eyes.see(ASKED)
    assert quick.writer.written == []
    assert await copied(quick) == [TEXT]


async def test_a_pause_while_it_is_being_written_loses_no_text(quick: Stage) -> None:
    await insert(quick)
    quick.writer.gate = asyncio.Event()
    quick.writer.error = ChatChanged("The draft has changed.", "Choose again.")
    await quick.eyes.see(ASKED)
    await quick.do(Command("pause"))
    quick.writer.gate.set()
    await settle()
    await quick.do(Command("resume"))
    await quick.eyes.see(ASKED)
    assert await copied(quick) == [TEXT]


async def test_a_pause_keeps_a_text_that_waits_to_be_copied(quick: Stage) -> None:
    await refused(quick)
    await quick.do(Command("pause"), Command("resume"))
    await quick.eyes.see(HERS)
    assert await copied(quick) == [TEXT]


async def test_resuming_what_is_not_paused_changes_nothing(quick: Stage) -> None:
    await insert(quick)
    await quick.do(Command("resume"))
    await quick.eyes.see(ASKED)
    assert [text for _, text in quick.writer.written] == [TEXT]


@pytest.mark.parametrize("name", ["pause-app", "deny-app"])
async def test_an_application_that_is_not_to_be_read_is_not_kept_in_mind(
    quick: Stage, name: str
) -> None:
    await quick.eyes.see(ASKED)
    await quick.do(Edit(quick.state.cards[0].key))
    await quick.eyes.see(None)
    await quick.do(Command(name))
    await quick.clock.advance(1)
    assert (quick.state.editing, quick.state.cards, quick.state.contact) == ("", (), "")
    # The window has kept the text, which can only be copied now.
    await quick.do(InsertEdited("gone", TEXT))
    await quick.eyes.see(ASKED)
    assert quick.writer.written == []
    assert await copied(quick) == [TEXT]


async def test_what_stands_to_be_copied_is_not_lost_behind_something_else(smart: Stage) -> None:
    await refused(smart)
    await smart.do(Wish("shorter"), Command("refresh"))
    await smart.asker.feed(answer("Yes please"))
    await smart.do(Choose(smart.state.cards[0].key))
    await smart.eyes.see(ASKED)
    assert await copied(smart) == [TEXT]


async def test_of_two_texts_neither_is_lost(quick: Stage) -> None:
    await quick.do(InsertEdited("gone", "One"), InsertEdited("gone", "Two"))
    await quick.do(Command("copy"))
    await quick.clock.advance(11)
    await quick.eyes.see(ASKED)
    await quick.do(Command("copy"))
    assert quick.writer.copied == ["Two", "One"]
    await quick.clock.advance(11)
    await quick.eyes.see(HERS)
    assert quick.state.notice is None


async def test_what_is_dismissed_does_not_come_back(quick: Stage) -> None:
    await refused(quick)
    await quick.do(Command("dismiss"))
    await quick.eyes.see(HERS)
    assert quick.state.notice is None
    assert quick.session.unplaced == ()


async def test_what_is_inserted_at_the_second_try_is_not_offered_to_be_copied(
    quick: Stage,
) -> None:
    await refused(quick)
    await insert(quick)
    await quick.eyes.see(ASKED)
    assert [text for _, text in quick.writer.written] == [TEXT]
    await quick.eyes.see(HERS)
    assert quick.state.notice is None


async def test_a_defect_of_ours_leaves_the_text_to_be_copied(
    quick: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(quick.writer, "write", broken)
    await insert(quick)
    await quick.eyes.see(ASKED)
    assert quick.state.notice is not None
    assert quick.state.notice.action == "copy"
    assert await copied(quick) == [TEXT]


async def test_own_words_that_may_reach_nobody_any_more_can_be_copied(smart: Stage) -> None:
    await smart.eyes.see(ASKED)
    await smart.do(Edit(OWN_WORDS))
    await smart.do(Command("send-nobody"), Wish("kind, her mother is ill"))
    assert await copied(smart) == ["kind, her mother is ill"]


def test_a_pause_forgets_what_was_wished() -> None:
    attention = Attention(2)
    attention.want("kind, her mother is ill")
    attention.forget()
    assert attention.question(ASKED, "replies").wish == ""


async def test_own_words_wait_until_a_card_is_edited(smart: Stage) -> None:
    await smart.eyes.see(ASKED)
    key = smart.state.cards[0].key
    await smart.do(Edit(key), Edit(OWN_WORDS))
    assert smart.state.editing == key


# Settings make a new session while the person edits


async def end(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def start(stage: Stage) -> asyncio.Task[None]:
    task = asyncio.get_running_loop().create_task(stage.session.run())
    await settle()
    return task


async def test_no_card_has_the_key_of_one_of_the_session_before() -> None:
    serials = count()
    keys: list[str] = []
    for _ in range(3):
        stage = Stage(serials=serials)
        task = await start(stage)
        await stage.eyes.see(ASKED)
        keys += [card.key for card in stage.state.cards]
        await end(task)
    assert len(set(keys)) == len(keys) == 6


async def test_the_end_of_a_session_leaves_the_text_on_its_way_to_the_next() -> None:
    first = Stage()
    task = await start(first)
    await insert(first)
    await end(task)
    assert first.writer.written == []
    (notice, text), *others = first.session.unplaced
    assert (text, notice.action, others) == (TEXT, "copy", [])
    second = Stage(serials=first.serials)
    task = await start(second)
    second.session.tell(notice, text)
    await second.eyes.see(HERS)
    assert await copied(second) == [TEXT]
    await end(task)


async def test_what_is_being_written_is_written_to_its_end() -> None:
    stage = Stage()
    task = await start(stage)
    await stage.eyes.see(ASKED)
    stage.writer.gate = asyncio.Event()
    await stage.do(Choose(stage.state.cards[0].key))
    task.cancel()
    await settle()
    assert not task.done()
    stage.writer.gate.set()
    await asyncio.gather(task, return_exceptions=True)
    assert [text for _, text in stage.writer.written] == ["Sure, see you!"]


async def test_what_the_chat_refuses_at_the_end_is_left_to_the_next_session() -> None:
    stage = Stage()
    task = await start(stage)
    await insert(stage)
    stage.writer.gate = asyncio.Event()
    stage.writer.error = ChatChanged("The draft has changed.", "Choose again.")
    await stage.eyes.see(ASKED)
    task.cancel()
    await settle()
    stage.writer.gate.set()
    await asyncio.gather(task, return_exceptions=True)
    assert [text for _, text in stage.session.unplaced] == [TEXT]


def test_where_the_panel_was_dismissed_is_not_remembered_forever() -> None:
    attention = Attention(2)
    chats = [
        view(("them", "Dinner?"), chat=ChatIdentity("gajim", "1:100", f"{i}@example.org"))
        for i in range(250)
    ]
    for chat in chats:
        attention.dismiss(chat)
    attention.dismiss(chats[0])
    hidden = [attention.is_hidden(chat) for chat in chats]
    assert hidden[0]
    assert all(hidden[-99:])
    assert sum(hidden) == 100
