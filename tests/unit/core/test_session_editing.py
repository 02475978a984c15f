"""Editing a suggestion in a window of ours, told with fakes: no text is lost or goes elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from copilot.core.errors import ChatChanged, DesktopError
from copilot.core.intents import (
    OWN_WORDS,
    Choose,
    ChooseNumber,
    Command,
    Edit,
    InsertEdited,
    Mark,
    Show,
    Wish,
)
from copilot.core.model import ChatIdentity, Notice, PanelState, Phase, Rect, Sight
from tests.fakes_desktop import ANNA, BOB, view
from tests.unit.core.session_stage import ASKED, Stage, answer

TEXT = "Sure, see you at eight!"
HERS = view(("them", "Lend me money?"), chat=BOB)


async def edit(stage: Stage, index: int = 0) -> str:
    """Open the window over a card: it takes the keyboard."""
    await stage.eyes.see(ASKED)
    key = stage.state.cards[index].key
    await stage.do(Edit(key))
    assert stage.state.editing == key
    await stage.eyes.see(None)
    return key


async def test_an_edited_suggestion_goes_into_the_draft_it_was_made_for(quick: Stage) -> None:
    key = await edit(quick)
    await quick.do(InsertEdited(key, TEXT))
    assert quick.state.editing == ""
    assert quick.writer.returned == [ANNA]
    assert quick.writer.written == []  # the chat is not seen yet
    await quick.eyes.see(ASKED)
    assert [(v.identity, t) for v, t in quick.writer.written] == [(ANNA, TEXT)]
    assert quick.state.can_undo
    assert quick.state.notice is None
    # What was offered was taken, and what it was made into was written.
    assert quick.history.taken == ["Sure, see you!"]
    assert quick.history.events == [("edited", TEXT)]
    await quick.do(Command("undo"))
    assert quick.eyes.latest == ASKED
    assert quick.history.events[-1] == ("undid", ANNA.contact)


async def test_what_was_not_changed_is_no_edited_text(quick: Stage) -> None:
    key = await edit(quick)
    await quick.do(InsertEdited(key, "Sure, see you!"))
    await quick.eyes.see(ASKED)
    assert quick.history.taken == ["Sure, see you!"]
    assert quick.history.events == []


async def test_the_panel_stays_while_our_window_has_the_keyboard(quick: Stage) -> None:
    key = await edit(quick)
    cards = quick.state.cards
    await quick.clock.advance(600)
    assert quick.state.visible
    assert quick.state.cards == cards
    assert quick.state.editing == key
    # The person looks into another chat and comes back to our window.
    await quick.eyes.see(HERS)
    await quick.eyes.see(None)
    await quick.clock.advance(600)
    assert (quick.state.cards, quick.state.contact) == (cards, "anna@example.org")
    assert len(quick.instant.questions) == 1


async def test_the_focus_that_was_leaving_stays(quick: Stage) -> None:
    await quick.eyes.see(ASKED)
    await quick.eyes.see(None)
    await quick.do(Edit(quick.state.cards[0].key))
    await quick.clock.advance(5)
    assert quick.state.editing == quick.state.cards[0].key


async def test_without_inserting_the_keyboard_goes_back_too(quick: Stage) -> None:
    await edit(quick)
    await quick.do(Command("stop-editing"))
    assert quick.state.editing == ""
    assert quick.writer.returned == [ANNA]
    await quick.clock.advance(0.5)
    assert quick.state.visible  # the window manager takes its time
    await quick.eyes.see(ASKED)
    assert quick.state.visible
    assert quick.writer.written == []
    await quick.eyes.see(view(("them", "Dinner tonight?"), ("them", "Hello?")))
    assert len(quick.instant.questions) == 2
    await quick.do(Command("stop-editing"))
    assert len(quick.writer.returned) == 1


async def test_one_who_is_quick_opens_another_window_while_the_first_one_closes(
    smart: Stage,
) -> None:
    await smart.eyes.see(ASKED)
    await smart.clock.advance(0.7)
    await smart.asker.feed(answer("Gladly!"))
    await smart.do(Edit(OWN_WORDS))
    await smart.eyes.see(None)
    await smart.do(Command("stop-editing"))
    await smart.do(Edit(""))
    assert smart.state.editing == ""  # the keyboard is on its way back into the chat
    await smart.eyes.see(ASKED)
    assert smart.state.editing == smart.state.cards[0].key
    await smart.eyes.see(None)
    await smart.do(InsertEdited(smart.state.editing, TEXT))
    await smart.do(Edit(""))
    await smart.eyes.see(ASKED)
    assert [text for _, text in smart.writer.written] == [TEXT]
    assert smart.state.editing == ""


async def test_closing_while_somebody_is_elsewhere_ends_at_that_place(quick: Stage) -> None:
    await edit(quick)
    quick.writer.lost = DesktopError("The window does not get the keyboard.")
    await quick.do(Command("stop-editing"))
    await quick.clock.advance(2)
    assert not quick.state.visible
    await quick.eyes.see(HERS)
    assert quick.state.contact == BOB.contact


@pytest.mark.parametrize(
    "elsewhere",
    [
        HERS,
        None,
        view(("them", "Dinner tonight?"), draft="I would"),
        replace(ASKED, identity=ChatIdentity("gajim", "1:200", "anna@example.org")),
    ],
    ids=["another chat", "no chat", "another draft", "another window"],
)
async def test_nothing_is_written_anywhere_else_and_the_text_stays_to_be_copied(
    quick: Stage, elsewhere: Sight
) -> None:
    key = await edit(quick)
    await quick.do(InsertEdited(key, TEXT))
    await quick.eyes.see(elsewhere)
    await quick.clock.advance(2)
    assert quick.writer.written == []
    # It waits for the person, however long that takes, and wherever they go.
    await quick.clock.advance(60)
    await quick.eyes.see(None)
    await quick.clock.advance(60)
    await quick.eyes.see(HERS)
    assert quick.state.visible
    assert quick.state.notice is not None
    assert quick.state.notice.action == "copy"
    assert "paste" in quick.state.notice.hint
    await quick.do(Command("copy"))
    assert quick.writer.copied == [TEXT]
    assert quick.state.notice == Notice("The text is copied.", calm=True)
    await quick.clock.advance(11)
    assert quick.state.notice is None
    await quick.do(Command("copy"))
    assert len(quick.writer.copied) == 1


async def test_what_could_not_be_copied_can_be_copied_again(
    quick: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    await quick.do(InsertEdited("gone", TEXT))
    with monkeypatch.context() as broken:

        async def busy(_: str) -> None:
            raise DesktopError("The clipboard is busy.", "Try again.")

        broken.setattr(quick.writer, "copy", busy)
        await quick.do(Command("copy"))
    assert quick.state.notice == Notice("The clipboard is busy.", "Try again.", "copy")
    await quick.do(Command("copy"))
    assert quick.writer.copied == [TEXT]


async def test_a_window_that_comes_back_by_itself_is_good_enough(quick: Stage) -> None:
    key = await edit(quick)
    quick.writer.lost = DesktopError("This window can't be given the keyboard.")
    await quick.do(InsertEdited(key, TEXT))
    await quick.clock.advance(0.5)
    await quick.eyes.see(ASKED)
    assert [t for _, t in quick.writer.written] == [TEXT]
    assert quick.state.notice is None


async def test_a_writer_that_refuses_leaves_the_text_to_be_copied(quick: Stage) -> None:
    key = await edit(quick)
    quick.writer.error = ChatChanged("The draft has changed.", "Choose again.")
    await quick.do(InsertEdited(key, TEXT))
    await quick.eyes.see(ASKED)
    assert quick.state.notice is not None
    assert (quick.state.notice.title, quick.state.notice.action) == (
        "The draft has changed.",
        "copy",
    )
    await quick.do(Command("copy"))
    assert quick.writer.copied == [TEXT]


async def test_a_text_whose_card_is_gone_stays_to_be_copied(quick: Stage) -> None:
    await quick.do(InsertEdited("0-instant-0", TEXT))
    assert quick.state.visible
    await quick.do(Command("copy"))
    assert quick.writer.copied == [TEXT]
    assert quick.writer.returned == []


async def test_what_was_said_meanwhile_is_answered_afterwards(quick: Stage) -> None:
    key = await edit(quick)
    await quick.do(InsertEdited(key, TEXT))
    await quick.eyes.see(view(("them", "Dinner tonight?"), ("them", "Hello?")))
    # The draft is the one that the text was made for, whatever was said.
    assert [t for _, t in quick.writer.written] == [TEXT]


async def test_nothing_else_is_written_or_asked_under_the_window(smart: Stage) -> None:
    await smart.eyes.see(ASKED)
    await smart.clock.advance(0.7)
    await smart.asker.feed(answer("Yes please", "No thanks"))
    await smart.clock.advance(1)
    key = smart.state.cards[0].key
    await smart.do(Edit(key))
    cards = smart.state.cards
    await smart.do(
        Choose(cards[1].key),
        ChooseNumber(2),
        Show("topics"),
        Command("refresh"),
        Command("undo"),
        Command("translate"),
        Wish("shorter"),
    )
    await smart.clock.advance(5)
    assert smart.state.cards == cards
    assert (smart.state.editing, smart.state.wish, smart.state.section) == (key, "", "replies")
    assert smart.writer.written == []
    assert len(smart.asker.questions) == 1


async def test_cards_stand_still_under_the_window(smart: Stage) -> None:
    await smart.eyes.see(ASKED)
    await smart.clock.advance(0.7)
    await smart.do(Edit(smart.state.cards[0].key))
    await smart.asker.feed(answer("Yes please", "No thanks"))
    assert smart.texts[:2] == ["Sure, see you!", "Not today, sorry."]


async def test_only_whole_cards_that_are_shown_can_be_edited(smart: Stage) -> None:
    await smart.do(Edit(""))
    assert smart.state == PanelState()
    smart.instant.answers = {}
    await smart.eyes.see(ASKED)
    await smart.clock.advance(0.7)
    await smart.asker.feed(answer("Yes", whole=False))
    await smart.do(Edit(smart.state.cards[0].key), Edit("gone"))
    assert smart.state.editing == ""
    await smart.asker.feed(answer("Yes please", "No"))
    await smart.do(Command("dismiss"), Edit(""))
    assert smart.state.editing == ""


async def test_no_key_means_the_marked_card(quick: Stage) -> None:
    await quick.eyes.see(ASKED)
    second = quick.state.cards[1].key
    await quick.do(Mark(second), Edit(""))
    assert quick.state.editing == second
    await quick.do(Edit(quick.state.cards[0].key))
    assert quick.state.editing == quick.state.cards[0].key


async def test_a_card_that_was_to_be_inserted_when_whole_is_not_any_more(smart: Stage) -> None:
    smart.instant.answers = {}
    await smart.eyes.see(ASKED)
    await smart.clock.advance(0.7)
    await smart.asker.feed(answer("Yes please", "No", whole=False))
    await smart.do(ChooseNumber(2), Edit(smart.state.cards[0].key))
    await smart.asker.feed(answer("Yes please", "No thanks"))
    assert smart.writer.written == []


async def test_an_empty_text_inserts_nothing(quick: Stage) -> None:
    key = await edit(quick)
    await quick.do(InsertEdited(key, " \n"))
    await quick.eyes.see(ASKED)
    assert quick.writer.written == []
    assert quick.texts == ["Sure, see you!", "Not today, sorry."]


async def test_own_words_are_asked_for_and_the_keyboard_goes_back(smart: Stage) -> None:
    await smart.eyes.see(ASKED)
    await smart.clock.advance(0.7)
    await smart.asker.feed(answer("Yes please"))
    await smart.do(Edit(OWN_WORDS))
    assert smart.state.editing == OWN_WORDS
    await smart.eyes.see(None)
    await smart.do(Wish("with a joke"), Command("stop-editing"))
    assert smart.state.editing == ""
    assert smart.writer.returned == [ANNA]
    await smart.eyes.see(replace(ASKED, caret=Rect(1, 2, 3, 4)))
    await smart.clock.advance(0.7)
    await smart.asker.feed(answer("Only if you pay"))
    assert smart.texts == ["Only if you pay"]
    assert [q.wish for q in smart.asker.questions] == ["", "with a joke"]


async def test_own_words_that_are_too_long_can_be_copied(smart: Stage) -> None:
    await smart.eyes.see(ASKED)
    await smart.do(Edit(OWN_WORDS), Wish("x" * 301), Command("stop-editing"))
    await smart.eyes.see(ASKED)
    await smart.do(Command("copy"))
    assert smart.writer.copied == ["x" * 301]


async def test_own_words_need_a_model(quick: Stage) -> None:
    await quick.eyes.see(ASKED)
    await quick.do(Edit(OWN_WORDS))
    assert quick.state.editing == ""


async def test_a_pause_ends_it(quick: Stage) -> None:
    key = await edit(quick)
    await quick.do(Command("pause"))
    assert quick.state == PanelState(Phase.PAUSED)
    await quick.do(InsertEdited(key, TEXT))
    await quick.do(Command("resume"), Command("copy"))
    assert quick.writer.written == []


async def test_a_pause_on_the_way_back_writes_nothing(quick: Stage) -> None:
    key = await edit(quick)
    await quick.do(InsertEdited(key, TEXT), Command("pause"))
    await quick.eyes.see(ASKED)
    await quick.clock.advance(5)
    assert quick.writer.written == []


async def test_a_defect_on_the_way_back_holds_nobody(
    quick: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(_: object) -> None:
        raise RuntimeError("holds the text of a chat")

    monkeypatch.setattr(quick.writer, "return_to", broken)
    key = await edit(quick)
    await quick.do(InsertEdited(key, TEXT))
    await quick.eyes.see(ASKED)
    assert [t for _, t in quick.writer.written] == [TEXT]
    assert "holds the text" not in caplog.text
    assert "RuntimeError" in caplog.text
