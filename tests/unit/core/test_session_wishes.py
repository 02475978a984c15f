"""Wishes about suggestions, what they are about, typing, and being offline, told with fakes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from copilot.core.errors import ProviderUnreachable
from copilot.core.intents import ChooseNumber, Command, Edit, Intent, Show, Wish
from copilot.core.model import ME, Draft, PanelState, Phase, Rect, Source
from tests.fakes_desktop import BOB, view
from tests.unit.core.session_stage import ASKED, Stage, answer, run

GOES_ON = view(("them", "Dinner tonight?"), ("them", "Hello?"))


async def answered(stage: Stage, *texts: str) -> None:
    await stage.clock.advance(0.7)
    await stage.asker.feed(answer(*texts))


# Wishes


async def test_a_wish_asks_again_with_it(smart: Stage) -> None:
    await smart.eyes.see(ASKED)
    await answered(smart, "Yes please, I would love to")
    assert smart.state.has_model
    assert smart.state.wish == ""
    await smart.do(Wish("  shorter\n"))
    assert smart.state.wish == "shorter"
    assert smart.state.phase is Phase.THINKING
    # Quick replies know nothing of wishes: only places are held.
    assert smart.texts == ["", "", ""]
    await answered(smart, "Yes")
    assert smart.texts == ["Yes"]
    assert [q.wish for q in smart.asker.questions] == ["", "shorter"]


async def test_a_wish_taken_back_brings_the_suggestions_back_without_asking(smart: Stage) -> None:
    await smart.eyes.see(ASKED)
    await answered(smart, "Yes please, I would love to")
    await smart.do(Wish("shorter"))
    await answered(smart, "Yes")
    await smart.do(Wish(""))
    await smart.clock.advance(0.7)
    assert smart.texts == ["Yes please, I would love to"]
    assert smart.state.wish == ""
    assert len(smart.asker.questions) == 2


async def test_the_same_wish_again_and_a_refresh_ask_for_others(smart: Stage) -> None:
    await smart.eyes.see(ASKED)
    await answered(smart, "Yes please")
    for intent in (Wish("kinder"), Wish("kinder"), Command("refresh")):
        await smart.do(intent)
        await answered(smart, "Gladly")
    asked = [(q.turn, q.wish) for q in smart.asker.questions]
    assert asked == [(0, ""), (0, "kinder"), (1, "kinder"), (2, "kinder")]


async def test_a_wish_ends_when_the_talk_goes_on_or_another_chat_comes(smart: Stage) -> None:
    for follows in (GOES_ON, view(("them", "Hi"), chat=BOB)):
        await smart.eyes.see(ASKED)
        await smart.do(Wish("shorter"))
        await smart.eyes.see(replace(ASKED, caret=Rect(1, 2, 3, 4)))
        assert smart.state.wish == "shorter"
        await smart.eyes.see(follows)
        assert smart.state.wish == ""
        await smart.clock.advance(0.7)
        assert smart.asker.questions[-1].wish == ""


async def test_a_wish_holds_for_completions_and_topics(smart: Stage) -> None:
    smart.instant.answers = {}
    await smart.eyes.see(view(("them", "Dinner?"), draft="I would"))
    await answered(smart, "I would love to!")
    await smart.do(Wish("more formal"))
    await answered(smart, "I would be delighted.")
    await smart.eyes.see(view(("them", "Dinner?"), draft="I would like"))
    await answered(smart, "I would like that.")
    await smart.eyes.see(view(("them", "Dinner?"), ("me", "I would like that.")))
    await smart.do(Show("topics"), Wish("about music"))
    await answered(smart, "Heard any good records?")
    asked = [(q.section, q.draft.text, q.wish) for q in smart.asker.questions]
    assert asked[0] == ("replies", "I would", "")
    assert asked[1] == ("replies", "I would", "more formal")
    assert asked[2] == ("replies", "I would like", "more formal")
    assert asked[-1] == ("topics", "", "about music")
    assert smart.state.section == "topics"


async def test_quick_replies_stand_in_where_no_model_fulfils_the_wish(smart: Stage) -> None:
    await smart.eyes.see(ASKED)
    await smart.do(Wish("shorter"))
    assert smart.texts == ["", "", ""]
    await smart.clock.advance(0.7)
    await smart.asker.feed(ProviderUnreachable("Can't reach tiny."))
    assert smart.texts == ["Sure, see you!", "Not today, sorry."]
    assert all(card.source is Source.INSTANT for card in smart.state.cards)


async def test_without_a_model_and_where_nobody_may_be_asked_there_are_no_wishes(
    quick: Stage, smart: Stage
) -> None:
    await quick.eyes.see(ASKED)
    await quick.do(Wish("shorter"))
    assert not quick.state.has_model
    assert quick.state.wish == ""
    assert quick.texts == ["Sure, see you!", "Not today, sorry."]
    await smart.eyes.see(ASKED)
    await smart.do(Wish("shorter"), Command("send-nobody"))
    assert not smart.state.has_model
    assert smart.state.wish == ""
    await smart.do(Wish("kinder"))
    assert smart.state.wish == ""


async def test_where_the_chat_reaches_no_model_there_are_no_wishes(smart: Stage) -> None:
    smart.asker.kept_from.add(BOB)
    await smart.eyes.see(view(("them", "Hi"), chat=BOB))
    await smart.do(Wish("shorter"))
    assert (smart.state.has_model, smart.state.wish) == (False, "")
    await smart.eyes.see(ASKED)
    await smart.do(Wish("shorter"), Command("mask-strictly"))
    assert (smart.state.has_model, smart.state.wish) == (True, "shorter")


async def test_a_wish_that_is_too_long_is_refused(smart: Stage) -> None:
    await smart.eyes.see(ASKED)
    await answered(smart, "Yes please")
    await smart.do(Wish("x" * 301))
    assert smart.state.notice is not None
    assert "300" in smart.state.notice.hint
    assert smart.state.wish == ""
    assert smart.texts == ["Yes please"]
    await smart.do(Wish("x" * 300))
    assert smart.state.wish == "x" * 300
    assert smart.state.notice is None


async def test_what_nobody_sees_of_a_wish_is_not_asked(smart: Stage) -> None:
    await smart.eyes.see(ASKED)
    await smart.do(Wish("short\u200ber\u202e"))
    assert smart.state.wish == "shorter"


# About


async def test_the_panel_says_what_its_suggestions_are_about(quick: Stage) -> None:
    await quick.eyes.see(ASKED)
    assert quick.state.about == "Dinner tonight?"
    await quick.eyes.see(view(("them", "Dinner tonight?"), draft="I would"))
    await quick.clock.advance(0.7)
    assert quick.state.about == "I would"
    await quick.eyes.see(view(("them", "a\u200bb" * 400), chat=BOB))
    assert quick.state.about == "ab" * 150
    await quick.do(Show("topics"))
    assert quick.state.about == ""
    await quick.eyes.see(view(("them", "Hi"), ("me", "Hello"), chat=BOB))
    assert quick.state.about == ""


# Typing


async def test_typing_is_told_until_the_keys_have_rested(quick: Stage) -> None:
    await quick.eyes.see(ASKED)
    assert not quick.state.typing
    quick.shown.clear()
    for text in ("I", "I w", "I wo", "I wou"):
        await quick.eyes.see(view(("them", "Dinner tonight?"), draft=text))
        assert quick.state.typing
        await quick.clock.advance(0.4)
    assert quick.state.typing
    await quick.clock.advance(0.3)
    assert not quick.state.typing
    changes = [s.typing for s in quick.shown]
    assert sum(a != b for a, b in zip([False, *changes], changes, strict=False)) == 2


async def test_only_keys_are_typing(quick: Stage) -> None:
    await quick.eyes.see(ASKED)
    await quick.eyes.see(replace(ASKED, caret=Rect(1, 2, 3, 4)))
    assert not quick.state.typing
    await quick.do(ChooseNumber(1))
    assert quick.state.can_undo
    assert not quick.state.typing
    await quick.do(Command("undo"))
    assert not quick.state.typing


async def test_a_sent_draft_and_another_chat_end_it(quick: Stage) -> None:
    typed = view(("them", "Dinner tonight?"), draft="Yes")
    for follows in (replace(typed, draft=Draft()), view(("me", "Hi"), chat=BOB)):
        await quick.eyes.see(ASKED)
        await quick.eyes.see(typed)
        assert quick.state.typing
        await quick.eyes.see(follows)
        assert not quick.state.typing


async def test_an_input_method_is_typed_into_too(quick: Stage) -> None:
    await quick.eyes.see(ASKED)
    await quick.eyes.see(replace(ASKED, composing=True))
    assert quick.state.typing


# Offline


async def test_offline_quick_replies_go_on(smart: Stage) -> None:
    await smart.eyes.see(ASKED)
    await smart.clock.advance(0.7)
    await smart.asker.feed(ProviderUnreachable("Can't find tiny.", "Look.", offline=True))
    assert smart.state.phase is Phase.OFFLINE
    assert smart.state.notice is not None
    assert (smart.state.notice.action, smart.state.notice.retryable) == ("refresh", True)
    assert smart.state.notice.calm
    assert smart.texts == ["Sure, see you!", "Not today, sorry."]
    await smart.eyes.see(GOES_ON)
    await answered(smart, "Here I am")
    assert smart.state.phase is Phase.DONE
    assert smart.texts == ["Here I am"]


async def test_a_server_that_does_not_run_is_an_error(smart: Stage) -> None:
    await smart.eyes.see(ASKED)
    await smart.clock.advance(0.7)
    await smart.asker.feed(ProviderUnreachable("Ollama does not run.", "Start it."))
    assert smart.state.phase is Phase.ERROR


# Paused talks and applications


async def test_a_session_can_begin_paused() -> None:
    async for stage in run(Stage(paused=True)):
        assert stage.session.paused
        await stage.eyes.see(ASKED)
        assert stage.instant.questions == []
        assert stage.state == PanelState(Phase.PAUSED)
        await stage.do(Command("resume"))
        assert not stage.session.paused
        assert stage.eyes.rests == [False]
        await stage.eyes.see(ASKED)
        assert stage.texts == ["Sure, see you!", "Not today, sorry."]


async def test_one_application_can_rest(quick: Stage) -> None:
    await quick.do(Command("pause-app"))
    assert quick.rested == []
    await quick.eyes.see(view((ME, "Hello")))
    await quick.do(Command("pause-app"))
    assert quick.rested == ["gajim"]


SENT = view(("them", "Dinner tonight?"), ("me", "Gladly!"))


@pytest.mark.parametrize(
    "intent",
    [Wish("shorter"), Command("refresh"), Edit("")],
    ids=["a wish", "others", "editing"],
)
async def test_who_wanted_one_thing_of_the_panel_pays_for_no_more(
    smart: Stage, intent: Intent
) -> None:
    await smart.eyes.see(ASKED)
    await answered(smart, "Gladly!")
    await smart.do(intent)
    await smart.clock.advance(0.7)
    if not isinstance(intent, Edit):
        await smart.asker.feed(answer("Yes!"))
    await smart.do(Command("stop-editing"))
    await smart.eyes.see(ASKED)
    asked = len(smart.asker.questions)
    await smart.eyes.see(SENT)
    await smart.clock.advance(5)
    assert len(smart.asker.questions) == asked
    assert not smart.state.visible


async def test_who_opened_the_panel_has_it_open(smart: Stage) -> None:
    await smart.eyes.see(ASKED)
    await smart.do(Command("open"), Wish("shorter"))
    await smart.eyes.see(SENT)
    await smart.clock.advance(5)
    assert smart.state.visible
    assert smart.asker.questions[-1].section == "topics"
