"""The names by which others call us, and the small values that belong to no story."""

from __future__ import annotations

from copilot.core.actions import ACTIONS
from copilot.core.checks import Check
from copilot.core.clock import LoopClock
from copilot.core.errors import SettingsError, WriteFailed
from copilot.core.intents import ChooseNumber, Command, Show
from copilot.core.model import Conversation, Message


def test_every_action_is_an_intent_of_its_own() -> None:
    assert ACTIONS["choose2"] == ChooseNumber(2)
    assert ACTIONS["topics"] == Show("topics")
    assert ACTIONS["undo"] == Command("undo")
    assert len(set(ACTIONS.values())) == len(ACTIONS)


def test_nothing_that_needs_consent_can_be_called_from_outside() -> None:
    assert not [name for name in ACTIONS if "accessibility" in name]


def test_nobody_outside_closes_the_window_that_somebody_writes_in() -> None:
    assert Command("stop-editing") not in ACTIONS.values()


def test_a_check_that_is_fine_has_nothing_to_do() -> None:
    assert Check("tray", True, "There is one.").todo == ""


async def test_the_real_clock_goes_on() -> None:
    clock = LoopClock()
    before = clock.monotonic()
    await clock.sleep(0.001)
    assert clock.monotonic() > before


def test_a_settings_error_knows_its_place() -> None:
    error = SettingsError("Wrong.", "Mend it.", line=3, field="jobs.replies")
    assert (error.line, error.field, str(error)) == (3, "jobs.replies", "Wrong. Mend it.")


def test_one_error_may_be_worth_a_retry_though_its_kind_is_not() -> None:
    assert not WriteFailed("No.").retryable
    assert WriteFailed("Not now.", retryable=True).retryable


def test_what_counts_as_a_talk_that_goes_on() -> None:
    def talk(*texts: str, at: str = "now") -> Conversation:
        return Conversation("anna", tuple(Message("them", text, at) for text in texts))

    assert talk("a", "b").goes_on_after(talk("a"))
    assert talk("b", "c").goes_on_after(talk("a", "b"))  # the window slides
    assert talk("a").goes_on_after(talk())
    assert talk().goes_on_after(talk("a"))
    assert not talk().goes_on_after(talk())
    assert not talk("z", "a").goes_on_after(talk("a", at="1 min ago"))  # scrolled up
    assert not talk("b").goes_on_after(talk("a", "b"))
