"""The story, told with fakes: what is shown, asked and written as chats come and go."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from copilot.core.attention import Attention
from copilot.core.errors import InputError, ProviderUnreachable, StreamBroken, WriteFailed
from copilot.core.intents import Choose, ChooseNumber, Command, CopyCard, Hold, Mark, Show
from copilot.core.model import (
    Blocked,
    ChatView,
    Conversation,
    Message,
    Notice,
    PanelState,
    Phase,
    Rect,
    Sight,
)
from tests.fakes_desktop import BOB, settle, view
from tests.unit.core.session_stage import ASKED, Stage, answer

# Without a model


async def test_instant_replies_appear_with_the_message(quick: Stage) -> None:
    await quick.eyes.see(ASKED)
    assert quick.state.visible
    assert quick.state.phase is Phase.DONE
    assert quick.texts == ["Sure, see you!", "Not today, sorry."]
    assert [c.hotkey for c in quick.state.cards] == ["Ctrl+Alt+1", "Ctrl+Alt+2"]
    assert quick.state.contact == "anna@example.org"
    assert quick.state.badge == ("draft", "chat", "accessibility")
    assert quick.history.seen == ["Dinner tonight?"]
    assert quick.history.offers == [("Sure, see you!", "Not today, sorry.")]


async def test_silence_where_nothing_fits(quick: Stage) -> None:
    quick.instant.answers = {}
    await quick.eyes.see(ASKED)
    assert not quick.state.visible


async def test_my_own_last_message_asks_for_nothing_until_the_talk_is_quiet(quick: Stage) -> None:
    await quick.eyes.see(view(("them", "Hi"), ("me", "Hello")))
    assert not quick.state.visible
    await quick.clock.advance(89)
    assert not quick.state.visible
    await quick.clock.advance(2)
    assert quick.state.visible
    assert quick.state.section == "topics"
    assert quick.texts == ["How was the exam?"]
    await quick.eyes.see(replace(view(("them", "Hi"), ("me", "Hello")), caret=Rect(1, 2, 3, 4)))
    assert quick.texts == ["How was the exam?"]
    assert quick.state.anchor == Rect(1, 2, 3, 4)
    await quick.do(ChooseNumber(1))
    assert quick.writer.written[0][1] == "How was the exam?"


async def test_a_quiet_talk_without_a_topic_stays_quiet(quick: Stage) -> None:
    quick.instant.answers = {}
    await quick.eyes.see(view(("me", "Hello")))
    await quick.clock.advance(91)
    assert not quick.state.visible


async def test_click_writes_and_undo_restores(quick: Stage) -> None:
    await quick.eyes.see(ASKED)
    await quick.do(Choose(quick.state.cards[1].key))
    assert quick.writer.written[0][1] == "Not today, sorry."
    assert quick.history.taken == ["Not today, sorry."]
    assert quick.state.can_undo
    assert quick.state.visible
    assert quick.texts == []
    await quick.do(Command("undo"))
    assert quick.eyes.latest == ASKED
    assert not quick.state.can_undo
    await quick.clock.advance(2)
    assert quick.texts == ["Sure, see you!", "Not today, sorry."]


async def test_looks_from_before_the_writing_do_not_confuse(quick: Stage) -> None:
    await quick.eyes.see(ASKED)
    events: list[Sight] = []
    quick.writer.change = events.append  # the event of our own writing is on its way
    await quick.do(ChooseNumber(1))
    await quick.eyes.see(replace(ASKED, caret=Rect(1, 2, 3, 4)))
    assert quick.state.can_undo
    assert quick.texts == []
    await quick.eyes.see(events[0])
    assert quick.state.can_undo
    await quick.eyes.see(view(("them", "Dinner tonight?"), draft="Sure, see you! Bye"))
    assert not quick.state.can_undo


async def test_history_hears_what_became_of_an_offer(quick: Stage) -> None:
    await quick.eyes.see(view(("them", "Dinner?")))
    await quick.do(ChooseNumber(1))
    await quick.do(Command("undo"))
    assert quick.history.taken == [quick.writer.written[0][1]]
    assert quick.history.events == [("undid", ASKED.identity.contact)]
    await quick.eyes.see(view(("them", "Dinner?"), ("them", "Hello?")))
    await quick.do(Command("dismiss"), Command("dismiss"))
    # There was nothing to dismiss any more.
    assert quick.history.events[1:] == [("dismissed", ASKED.identity.contact)]


async def test_undo_without_anything_written_does_nothing(quick: Stage) -> None:
    await quick.eyes.see(ASKED)
    await quick.do(Command("undo"))
    assert quick.texts == ["Sure, see you!", "Not today, sorry."]


async def test_after_sending_the_panel_leaves(quick: Stage) -> None:
    await quick.eyes.see(ASKED)
    await quick.do(ChooseNumber(1))
    assert quick.state.can_undo
    await quick.eyes.see(ASKED)  # sent: the draft is empty before the message shows up
    assert quick.texts == []
    await quick.eyes.see(view(("them", "Dinner tonight?"), ("me", "Sure, see you!")))
    assert not quick.state.visible
    await quick.clock.advance(5)
    assert not quick.state.visible


async def test_wrong_chat_is_refused_and_the_text_can_be_copied(quick: Stage) -> None:
    await quick.eyes.see(ASKED)
    # The chat is switched, but the news has not arrived yet.
    quick.eyes.latest = view(("them", "Lend me money"), chat=BOB)
    await quick.do(ChooseNumber(1))
    assert quick.writer.written == []
    assert quick.state.notice is not None
    assert quick.state.notice.title == "This is another chat now."
    await quick.do(Command("copy"))
    assert quick.writer.copied == ["Sure, see you!"]
    await quick.clock.advance(11)
    assert quick.state.notice is None
    await quick.do(Command("copy"))
    assert len(quick.writer.copied) == 1


async def test_a_notice_that_was_replaced_is_not_cleared_by_the_older_timer(quick: Stage) -> None:
    quick.writer.error = WriteFailed("No way worked.", "Paste it yourself.")
    await quick.eyes.see(ASKED)
    await quick.do(ChooseNumber(1))
    await quick.clock.advance(6)
    await quick.do(ChooseNumber(1))
    await quick.clock.advance(6)
    assert quick.state.notice is not None
    await quick.do(Command("dismiss"))
    assert not quick.state.visible


async def test_choices_while_writing_and_unknown_keys_do_nothing(quick: Stage) -> None:
    quick.writer.gate = asyncio.Event()
    await quick.eyes.see(ASKED)
    await quick.do(ChooseNumber(7), Choose("gone"), CopyCard("gone"), Choose(""))
    await quick.do(ChooseNumber(1), ChooseNumber(2))
    await quick.eyes.see(ASKED)
    quick.writer.gate.set()
    await settle()
    assert [text for _, text in quick.writer.written] == ["Sure, see you!"]


async def test_numbers_do_nothing_while_hidden(quick: Stage) -> None:
    await quick.eyes.see(ASKED)
    await quick.do(Command("dismiss"), ChooseNumber(1))
    assert quick.writer.written == []


async def test_copy_card_and_mark(quick: Stage) -> None:
    await quick.eyes.see(ASKED)
    second = quick.state.cards[1].key
    await quick.do(CopyCard(second), Mark(second))
    assert quick.writer.copied == ["Not today, sorry."]
    assert quick.state.marked == 1


async def test_a_key_moves_the_mark_round(quick: Stage) -> None:
    await quick.do(Command("mark-next"))
    assert quick.state.cards == ()
    await quick.eyes.see(ASKED)
    marked: list[int] = []
    for _ in quick.state.cards:
        await quick.do(Command("mark-next"))
        marked.append(quick.state.marked)
    assert marked == [*range(1, len(marked)), 0]


async def test_dismissed_until_the_talk_goes_on(quick: Stage) -> None:
    await quick.eyes.see(ASKED)
    await quick.do(Command("dismiss"))
    await quick.eyes.see(replace(ASKED, caret=Rect(1, 2, 3, 4)))
    await quick.clock.advance(200)
    assert not quick.state.visible
    await quick.eyes.see(view(("them", "Dinner tonight?"), ("them", "Hello?")))
    assert quick.state.visible


async def test_dismissed_here_stays_dismissed_when_the_person_comes_back(quick: Stage) -> None:
    await quick.eyes.see(ASKED)
    await quick.do(Command("dismiss"))
    await quick.eyes.see(view(("them", "Hi"), chat=BOB))
    assert quick.state.visible
    await quick.eyes.see(ASKED)
    assert not quick.state.visible
    await quick.eyes.see(None)
    await quick.clock.advance(1)
    await quick.do(Command("dismiss"))
    await quick.eyes.see(ASKED)
    assert not quick.state.visible
    await quick.do(Command("open"))
    assert quick.texts == ["Sure, see you!", "Not today, sorry."]


async def test_times_that_count_up_and_older_messages_change_nothing(quick: Stage) -> None:
    def told(at: str, *older: Message) -> ChatView:
        new = Message("them", "Dinner tonight?", at)
        return replace(ASKED, conversation=Conversation("anna@example.org", (*older, new)))

    await quick.eyes.see(told("now"))
    cards = quick.state.cards
    await quick.eyes.see(told("1 min ago"))
    assert quick.state.cards == cards
    await quick.do(Command("dismiss"))
    await quick.eyes.see(told("2 min ago", Message("me", "Hi", "1 h ago")))
    assert not quick.state.visible
    assert len(quick.instant.questions) == 1


async def test_undo_during_an_undo_is_the_same_undo(quick: Stage) -> None:
    await quick.eyes.see(ASKED)
    await quick.do(ChooseNumber(1))
    await quick.do(Command("undo"), Command("undo"))
    assert quick.eyes.latest == ASKED
    assert quick.state.notice is None


async def test_undo_during_an_insertion_undoes_it_as_soon_as_it_has_ended(quick: Stage) -> None:
    await quick.eyes.see(ASKED)
    await quick.do(ChooseNumber(1), Command("undo"))
    assert quick.eyes.latest == ASKED
    assert ("undid", ASKED.identity.contact) in quick.history.events
    assert quick.state.notice is None


async def test_what_is_offered_is_kept_once(quick: Stage) -> None:
    await quick.eyes.see(ASKED)
    await quick.do(Hold(True), Hold(False), Hold(True), Hold(False))
    assert len(quick.history.offers) == 1


async def test_open_shows_even_when_there_is_nothing(quick: Stage) -> None:
    quick.instant.answers = {}
    await quick.do(Command("open"))
    assert quick.state.visible
    assert quick.state.phase is Phase.EMPTY
    await quick.eyes.see(ASKED)
    assert not quick.state.visible  # another place than the one it was opened for
    await quick.do(Command("open"))
    assert quick.state.visible


async def test_blocked_application_is_explained_when_asked(quick: Stage) -> None:
    blocked = Blocked(
        "chromium", "Chromium", "Can't read it.", "Restart it.", "restart-with-accessibility"
    )
    await quick.eyes.see(blocked)
    assert not quick.state.visible
    assert quick.state.phase is Phase.BLOCKED
    await quick.do(Command("open"))
    assert quick.state.visible
    assert quick.state.notice is not None
    assert quick.state.notice.action == "restart-with-accessibility"


async def test_focus_that_wanders_briefly_keeps_the_panel(quick: Stage) -> None:
    await quick.eyes.see(ASKED)
    await quick.eyes.see(None)
    await quick.eyes.see(None)
    await quick.clock.advance(0.1)
    assert quick.state.visible
    await quick.eyes.see(ASKED)
    await quick.clock.advance(1)
    assert quick.state.visible
    await quick.eyes.see(None)
    await quick.clock.advance(0.2)
    assert not quick.state.visible


async def test_what_the_application_said_is_there_again_after_looking_away(quick: Stage) -> None:
    await quick.eyes.see(view(("them", "Dinner tonight?")))
    quick.session.tell(Notice("The history is closed."))
    await quick.eyes.see(None)
    await quick.clock.advance(5.0)
    assert quick.state.notice is None
    await quick.eyes.see(view(("them", "Dinner tonight?")))
    assert quick.state.notice == Notice("The history is closed.")
    await quick.do(Command("dismiss"))
    await quick.eyes.see(None)
    await quick.clock.advance(5.0)
    await quick.eyes.see(view(("them", "Dinner tonight?"), ("them", "Hello?")))
    assert quick.state.notice is None


async def test_pause_and_resume(quick: Stage) -> None:
    await quick.eyes.see(ASKED)
    await quick.do(Command("pause"))
    assert quick.state == PanelState(Phase.PAUSED)
    assert quick.eyes.rests == [True]
    await quick.eyes.see(view(("them", "Still on its way")))
    assert quick.state.phase is Phase.PAUSED
    await quick.do(Command("resume"))
    assert quick.eyes.rests == [True, False]
    assert quick.state == PanelState()
    await quick.eyes.see(view(("them", "Still there?")))
    assert quick.texts == ["Sure, see you!", "Not today, sorry."]
    assert [q.conversation.messages[-1].text for q in quick.instant.questions] == [
        "Dinner tonight?", "Still there?",
    ]  # fmt: skip


async def test_a_pause_while_the_focus_wanders_or_a_text_is_written(quick: Stage) -> None:
    quick.writer.gate = asyncio.Event()
    await quick.eyes.see(ASKED)
    await quick.eyes.see(None)
    await quick.do(ChooseNumber(1), Command("pause"))
    quick.writer.gate.set()
    await quick.clock.advance(1)
    assert quick.state == PanelState(Phase.PAUSED)
    await quick.do(Command("resume"))
    await quick.eyes.see(ASKED)
    await quick.clock.advance(1)
    assert quick.state.visible
    assert not quick.state.can_undo


async def test_topics_on_request(quick: Stage) -> None:
    await quick.eyes.see(ASKED)
    await quick.do(Show("topics"))
    assert quick.state.section == "topics"
    assert quick.texts == ["How was the exam?"]
    await quick.do(Show("replies"))
    assert quick.texts == ["Sure, see you!", "Not today, sorry."]


async def test_opened_with_nothing_to_reply_to_shows_topics(quick: Stage) -> None:
    await quick.eyes.see(view(("me", "Hello")))
    await quick.do(Command("open"))
    assert quick.texts == ["How was the exam?"]


async def test_refresh_asks_for_other_replies(quick: Stage) -> None:
    await quick.eyes.see(ASKED)
    await quick.do(Command("refresh"))
    assert [q.turn for q in quick.instant.questions] == [0, 1]


async def test_no_suggestions_during_composition(quick: Stage) -> None:
    await quick.eyes.see(replace(ASKED, composing=True))
    assert not quick.state.visible


async def test_a_single_letter_is_left_alone_and_typing_hides_the_replies(quick: Stage) -> None:
    await quick.eyes.see(ASKED)
    await quick.eyes.see(view(("them", "Dinner tonight?"), draft="I"))
    assert not quick.state.visible
    await quick.eyes.see(view(("them", "Dinner tonight?"), draft="I wo"))
    assert not quick.state.visible
    await quick.clock.advance(0.7)
    assert quick.state.visible


async def test_the_application_can_tell_something_anywhere(quick: Stage) -> None:
    quick.session.tell(Notice("Some hotkeys can't be used.", "Choose others."))
    assert quick.state.visible
    assert quick.state.notice == Notice("Some hotkeys can't be used.", "Choose others.")
    await quick.do(Command("dismiss"))
    assert not quick.state.visible


async def test_commands_of_others_are_left_to_them(quick: Stage) -> None:
    await quick.do(Command("quit"))
    assert quick.state == PanelState()


async def test_a_defect_at_one_sight_does_not_end_the_story(
    quick: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> bool:
        raise KeyError("holds the text of a chat")

    with monkeypatch.context() as patch:
        patch.setattr(Attention, "look", broken)
        await quick.eyes.see(ASKED)
    assert quick.state.notice is not None
    assert "inside Chat Copilot" in quick.state.notice.title
    assert "holds the text" not in caplog.text
    await quick.eyes.see(view(("them", "Dinner tonight?"), ("them", "Are you there?")))
    assert quick.texts == ["Sure, see you!", "Not today, sorry."]


async def test_a_defect_in_the_background_is_said(
    quick: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(*_: object) -> None:
        raise RuntimeError("holds the text of a chat")

    monkeypatch.setattr(quick.history, "saw", broken)
    await quick.eyes.see(ASKED)
    assert quick.state.notice is not None
    assert "inside Chat Copilot" in quick.state.notice.title
    assert "holds the text" not in caplog.text
    assert "RuntimeError" in caplog.text


async def test_a_failed_copy_is_said(quick: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    async def broken(text: str) -> None:
        raise WriteFailed("The clipboard is busy.", "Try again.")

    monkeypatch.setattr(quick.writer, "copy", broken)
    await quick.eyes.see(ASKED)
    await quick.do(CopyCard(quick.state.cards[0].key))
    assert quick.state.notice is not None
    assert quick.state.notice.title == "The clipboard is busy."


# With a model


async def test_instant_first_then_the_model_takes_the_places(smart: Stage) -> None:
    await smart.eyes.see(ASKED)
    assert smart.state.phase is Phase.THINKING
    assert smart.texts == ["Sure, see you!", "Not today, sorry.", ""]
    await smart.clock.advance(0.3)
    await smart.asker.feed(answer("Yes", whole=False))
    assert smart.state.phase is Phase.STREAMING
    assert smart.texts == ["Yes", "Not today, sorry.", ""]
    await smart.asker.feed(answer("Yes please", "No thanks", "Where?"))
    assert smart.state.phase is Phase.DONE
    assert smart.texts == ["Yes please", "No thanks", "Where?"]
    assert (smart.state.model, smart.state.tokens, smart.state.masked) == ("tiny", 42, 1)
    assert smart.history.offers == [("Yes please", "No thanks", "Where?")]


async def test_nothing_jumps_while_held(smart: Stage) -> None:
    await smart.eyes.see(ASKED)
    await smart.do(Hold(True))
    await smart.clock.advance(0.3)
    await smart.asker.feed(answer("Yes", whole=False))
    await smart.asker.feed(answer("Yes please", "No thanks"))
    assert smart.texts == ["Sure, see you!", "Not today, sorry.", "Yes please", "No thanks"]
    await smart.do(Hold(False))
    assert smart.texts == ["Yes please", "No thanks"]


async def test_a_hotkey_means_the_card_that_was_seen(smart: Stage) -> None:
    await smart.eyes.see(ASKED)
    await smart.clock.advance(0.3)
    await smart.asker.feed(answer("Yes please", "No thanks", "Where?"))
    await smart.do(ChooseNumber(1))
    assert smart.writer.written[0][1] == "Sure, see you!"


async def test_a_hotkey_later_means_the_new_card(smart: Stage) -> None:
    await smart.eyes.see(ASKED)
    await smart.clock.advance(0.3)
    await smart.asker.feed(answer("Yes please", "No thanks", "Where?"))
    await smart.clock.advance(0.4)
    await smart.do(ChooseNumber(1))
    assert smart.writer.written[0][1] == "Yes please"


async def test_a_hotkey_never_takes_a_card_that_nobody_can_have_read(smart: Stage) -> None:
    await smart.eyes.see(ASKED)
    await smart.clock.advance(5)
    await smart.eyes.see(view(("them", "Lend me money?"), chat=BOB))
    assert smart.texts[:2] == ["Sure, see you!", "Not today, sorry."]
    await smart.do(ChooseNumber(1))
    assert smart.writer.written == []
    await smart.clock.advance(0.4)
    await smart.do(ChooseNumber(1))
    assert [v.identity for v, _ in smart.writer.written] == [BOB]


async def test_a_new_message_is_answered_while_the_pointer_rests_on_the_panel(
    quick: Stage,
) -> None:
    await quick.eyes.see(ASKED)
    await quick.do(Hold(True))
    await quick.eyes.see(view(("them", "Dinner tonight?"), ("them", "Hello?")))
    assert quick.texts == ["Sure, see you!", "Not today, sorry."]


async def test_a_defect_while_asking_leaves_no_card_waiting(
    smart: Stage, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(_: object) -> None:
        raise RuntimeError("holds the text of a chat")

    monkeypatch.setattr(smart.asker, "remembered", broken)
    await smart.eyes.see(ASKED)
    assert smart.texts == ["Sure, see you!", "Not today, sorry."]
    assert smart.state.notice is not None
    assert smart.state.phase is Phase.ERROR
    assert "holds the text" not in caplog.text


async def test_half_a_sentence_is_inserted_when_it_is_whole(smart: Stage) -> None:
    smart.instant.answers = {}
    await smart.eyes.see(ASKED)
    await smart.clock.advance(0.3)
    await smart.asker.feed(answer("Yes", whole=False))
    await smart.do(ChooseNumber(1))
    assert smart.writer.written == []
    await smart.asker.feed(answer("Yes please", "No", whole=False))
    assert [t for _, t in smart.writer.written] == ["Yes please"]


async def test_newer_wins(smart: Stage) -> None:
    await smart.eyes.see(ASKED)
    await smart.clock.advance(0.3)
    await smart.asker.feed(answer("Yes", whole=False))
    await smart.eyes.see(view(("them", "Dinner tonight?"), ("them", "Forget it.")))
    assert smart.asker.ended_early == 1
    assert "Yes" not in smart.texts


async def test_a_burst_is_asked_about_once(smart: Stage) -> None:
    await smart.eyes.see(view(("them", "Hi")))
    await smart.clock.advance(0.1)
    await smart.eyes.see(view(("them", "Hi"), ("them", "You there?")))
    await smart.clock.advance(1)
    assert len(smart.asker.questions) == 1


async def test_identical_context_is_answered_from_memory(smart: Stage) -> None:
    await smart.eyes.see(ASKED)
    await smart.clock.advance(0.3)
    await smart.asker.feed(answer("Yes please"))
    await smart.eyes.see(None)
    await smart.clock.advance(1)
    await smart.eyes.see(ASKED)
    assert smart.texts == ["Yes please"]
    assert len(smart.asker.questions) == 1


async def test_an_unreachable_provider_leaves_the_instant_replies(smart: Stage) -> None:
    await smart.eyes.see(ASKED)
    await smart.clock.advance(0.3)
    await smart.asker.feed(ProviderUnreachable("Can't reach tiny.", "Is it running?"))
    assert smart.state.phase is Phase.ERROR
    assert smart.state.notice is not None
    assert smart.state.notice.action == "refresh"
    assert smart.state.notice.retryable
    assert smart.texts == ["Sure, see you!", "Not today, sorry."]
    await smart.do(Command("refresh"))
    await smart.clock.advance(0.3)
    await smart.asker.feed(answer("Yes please"))
    assert smart.state.notice is None
    assert smart.texts == ["Yes please"]


@pytest.mark.parametrize("held", [False, True])
async def test_what_was_cut_off_goes_and_instant_replies_stay(smart: Stage, held: bool) -> None:
    await smart.eyes.see(ASKED)
    await smart.do(Hold(held))
    await smart.clock.advance(0.3)
    await smart.asker.feed(answer("Yes please", "Sorry, I ca", whole=False))
    await smart.asker.feed(StreamBroken("The connection broke.", "Ask again."))
    assert sorted(smart.texts) == sorted(
        ["Yes please", "Not today, sorry.", *(["Sure, see you!"] if held else [])]
    )
    assert not any(card.streaming for card in smart.state.cards)
    await smart.clock.advance(0.5)
    await smart.do(ChooseNumber(2))
    assert len(smart.writer.written) == 1


async def test_an_error_opens_the_panel_once_until_things_work_again(smart: Stage) -> None:
    smart.instant.answers = {}
    for draft, shown in (("I would", True), ("I would lo", False)):
        await smart.eyes.see(view(("them", "Dinner?"), draft=draft))
        await smart.clock.advance(0.7)
        await smart.asker.feed(ProviderUnreachable("Can't reach tiny."))
        assert smart.state.visible is shown
    assert smart.state.notice is not None  # for whoever opens it
    await smart.do(Command("open"))
    assert smart.state.visible
    await smart.do(Command("refresh"))
    await smart.clock.advance(0.7)
    await smart.asker.feed(answer("I would love to!"))
    await smart.do(Command("dismiss"))
    await smart.eyes.see(view(("them", "Dinner?"), ("them", "Hello?"), draft="I would"))
    await smart.clock.advance(0.7)
    await smart.asker.feed(ProviderUnreachable("Can't reach tiny."))
    assert smart.state.visible


async def test_a_draft_too_long_for_a_model_disturbs_nobody(smart: Stage) -> None:
    smart.instant.answers = {}
    await smart.eyes.see(view(("them", "Dinner?"), draft="A long story"))
    await smart.clock.advance(0.7)
    await smart.asker.feed(InputError("The draft is too long to be finished by a model."))
    assert not smart.state.visible
    await smart.do(Command("open"))
    assert smart.state.notice is not None


async def test_a_half_typed_draft_is_asked_about_after_a_pause(smart: Stage) -> None:
    smart.instant.answers = {}
    await smart.eyes.see(view(("them", "Dinner?"), draft="I would"))
    await smart.clock.advance(0.5)
    await smart.eyes.see(view(("them", "Dinner?"), draft="I would lo"))
    await smart.clock.advance(0.5)
    assert smart.asker.questions == []
    await smart.clock.advance(0.2)
    assert [q.draft.text for q in smart.asker.questions] == ["I would lo"]
    await smart.asker.feed(answer("I would love to!"))
    await smart.do(ChooseNumber(1))
    assert [t for _, t in smart.writer.written] == ["I would love to!"]


async def test_leaving_closes_the_request(smart: Stage) -> None:
    await smart.eyes.see(ASKED)
    await smart.clock.advance(0.3)
    await smart.eyes.see(None)
    await smart.clock.advance(0.3)
    assert smart.asker.ended_early == 1


async def test_the_connection_is_ready_before_a_chat_raises_its_first_question(
    smart: Stage,
) -> None:
    await smart.eyes.see(view(("me", "Hello")))
    assert (smart.asker.warmed, smart.asker.questions) == (1, [])
    await smart.eyes.see(view(("me", "Hello"), ("them", "Hi")))
    assert smart.asker.warmed == 1
    await smart.eyes.see(view(("me", "Hello"), chat=BOB))
    assert smart.asker.warmed == 2


async def test_what_is_said_twice_is_kept_twice(quick: Stage) -> None:
    await quick.eyes.see(view(("them", "ok")))
    await quick.eyes.see(view(("them", "ok"), ("them", "ok")))
    assert quick.history.seen == ["ok", "ok"]
