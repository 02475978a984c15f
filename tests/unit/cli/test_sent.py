"""`chat-copilot sent`."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from copilot.core.cost import Cost, Tokens
from copilot.core.inspection import Hidden, Outcome, Sent, SentMessage, as_json
from copilot.core.model import ChatIdentity
from copilot.store.history.keys import open_history
from copilot.store.instance import Instance
from copilot.store.paths import Paths
from copilot.store.secrets import KeyringSecrets
from copilot.store.state import State
from tests.unit.cli.conftest import Command

SENT = Sent(
    7,
    1_780_000_000.0,
    "deepseek",
    "deepseek-chat",
    "api.deepseek.com",
    "reply",
    ChatIdentity("gajim", "1:100", "An\x1b[31mna\nhidden in it"),
    (
        SentMessage("system", "You suggest replies."),
        SentMessage("user", "[them] 打给我 ⟨PHONE_1⟩\nhidden in it: \x1b]0;title\x07\u202enothing"),
    ),
    (Hidden("⟨PHONE_1⟩", "PHONE", "138 1234 5678"),),
    Outcome.ANSWERED,
    tokens=Tokens(400, 12),
    cost=Cost(600_000, "CNY"),
)
FAILED = replace(
    SENT,
    number=6,
    provider="other",
    hidden=(),
    outcome=Outcome.FAILED,
    trouble="The provider wants us to wait.",
    tokens=None,
    cost=None,
)
UNKNOWN = (Hidden("⟨PHONE_1⟩", "PHONE", ""),)
"""As it is read back from the history, which keeps no originals."""


@contextmanager
def running(here: Paths, *calls: Sent) -> Generator[list[str], None, None]:
    """An instance of this session that tells of these calls; yields what it is asked."""
    asked: list[str] = []

    async def handle(action: str) -> Mapping[str, object]:
        asked.append(action)
        return {"sent": [as_json(call) for call in calls]}

    async def serve(ready: threading.Event) -> None:
        instance = Instance.claim(here)
        await instance.serve(handle)
        ready.set()
        await done.wait()
        await instance.close()

    loop, done, ready = asyncio.new_event_loop(), asyncio.Event(), threading.Event()
    thread = threading.Thread(target=lambda: loop.run_until_complete(serve(ready)))
    thread.start()
    assert ready.wait(10)
    try:
        yield asked
    finally:
        loop.call_soon_threadsafe(done.set)
        thread.join(10)
        loop.close()


def test_the_list_has_a_line_for_each_call(here: Paths, copilot: Command) -> None:
    with running(here, SENT, FAILED) as asked:
        outcome = copilot("sent")
    assert asked == ["sent"]
    header, first, second = outcome.out.splitlines()
    assert outcome.code == 0
    assert header.split() == ["time", "to", "for", "hidden", "tokens", "cost"]
    assert first.split()[0::3][:2] == ["1", "deepseek/deepseek-chat"]
    assert first.endswith("reply  1       412     ¥0.0006  answered")
    assert second.split()[-2:] == ["-", "failed"]


def test_the_newest_is_shown_as_it_left(here: Paths, copilot: Command) -> None:
    with running(here, SENT, FAILED):
        shown = copilot("sent", "--last").out
    assert "deepseek-chat at api.deepseek.com" in shown
    assert "level  standard\n" in shown
    assert "end    answered, 412 tokens, ¥0.0006" in shown
    assert "user\n  | [them] 打给我 ⟨PHONE_1⟩\n" in shown
    assert "⟨PHONE_1⟩  138 1234 5678\n    It fits a country's numbering plan" in shown


def test_nothing_in_a_chat_can_move_the_terminal_or_pass_for_us(
    here: Paths, copilot: Command
) -> None:
    with running(here, SENT):
        shown = copilot("sent", "1").out
    assert not any(letter < " " and letter != "\n" for letter in shown)
    assert "\u202e" not in shown
    lines = shown.splitlines()
    assert [line for line in lines if line.startswith("hidden in it")] == [
        "hidden in it, and kept on this machine:"
    ]


def test_a_failure_says_why(here: Paths, copilot: Command) -> None:
    with running(here, SENT, FAILED):
        shown = copilot("sent", "2").out
    assert "end    failed: The provider wants us to wait." in shown
    assert shown.rstrip().endswith("There was nothing to hide in it.")


def test_what_was_not_masked_on_purpose_says_so(here: Paths, copilot: Command) -> None:
    with running(here, replace(FAILED, masking="off"), replace(SENT, hidden=UNKNOWN)):
        assert "masking is off for this model" in copilot("sent", "1").out
        assert "⟨PHONE_1⟩  (not kept)" in copilot("sent", "2").out


def test_json_holds_everything(here: Paths, copilot: Command) -> None:
    with running(here, SENT, FAILED):
        assert copilot("sent", "--json").json == {"sent": [as_json(SENT), as_json(FAILED)]}
        assert copilot("sent", "2", "--json").json == {"sent": [as_json(FAILED)]}


def test_many_long_prompts_fit_through(here: Paths, copilot: Command) -> None:
    long = replace(SENT, messages=(SentMessage("user", "长" * 20_000),))
    with running(here, *[long] * 50):
        assert len(copilot("sent", "--json").json["sent"]) == 50


def test_a_number_that_is_not_there(here: Paths, copilot: Command) -> None:
    with running(here, SENT):
        outcome = copilot("sent", "3")
    assert (outcome.code, outcome.out) == (1, "")
    assert "There is no call 3." in outcome.err


def test_nobody_was_asked_yet(here: Paths, copilot: Command) -> None:
    with running(here):
        outcome = copilot("sent", "--last")
    assert (outcome.code, outcome.out) == (3, "")
    assert "No model has been asked" in outcome.err


@pytest.mark.parametrize("arguments", [(), ("--last",), ("2", "--json")])
def test_without_the_application_it_says_that_nothing_is_known(
    copilot: Command, arguments: tuple[str, ...]
) -> None:
    outcome = copilot("sent", *arguments)
    assert (outcome.code, outcome.out) == (3, "")
    assert "does not run, and history is off" in outcome.err


def test_without_the_application_the_history_tells(
    here: Paths, copilot: Command, configure: Callable[[str], None], keychain: Path
) -> None:
    configure("[history]\nenabled = true\n")
    outcome = copilot("sent")
    assert (outcome.code, outcome.out) == (3, "")
    assert "holds no call" in outcome.err
    here.history_file.parent.mkdir(parents=True, exist_ok=True)
    history = open_history(here.history_file, KeyringSecrets(State(here.state_file)))
    history.asked(FAILED)
    history.asked(SENT)
    history.close()
    shown = copilot("sent", "--last").out
    assert "user\n  | [them] 打给我 ⟨PHONE_1⟩\n" in shown
    assert "⟨PHONE_1⟩  (not kept)" in shown
    assert "138 1234 5678" not in shown
    assert [call["outcome"] for call in copilot("sent", "--json").json["sent"]] == [
        "answered",
        "failed",
    ]


def test_what_is_forgotten_is_forgotten_in_memory_too(
    here: Paths, copilot: Command, keychain: Path
) -> None:
    with running(here) as asked:
        copilot("history", "forget", "--contact", "anna")  # without --yes nothing is forgotten
        assert asked == []
        copilot("history", "forget", "--contact", "anna", "--yes")
        copilot("history", "forget", "--everything", "--yes")
        assert asked == ["forget-sent"] * 2
    assert copilot("history", "forget", "--everything", "--yes").code == 3


def test_settings_with_a_mistake_do_not_keep_it_from_telling(
    here: Paths, copilot: Command, configure: Callable[[str], None]
) -> None:
    configure("[budget]\nday_tokens = 'many'\n")
    with running(here, SENT):
        assert copilot("sent").code == 0
