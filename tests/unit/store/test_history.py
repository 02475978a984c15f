"""What is kept of chats: nothing, unless the person asks for a log of them."""

from __future__ import annotations

import logging

import pytest

from copilot.core.inspection import HERE, Sent, SentMessage
from copilot.core.model import Message, Source, Stance, Suggestion
from copilot.core.ports import History
from copilot.store.history.plain import LoggedHistory, NullHistory
from copilot.store.logs import CHATS
from tests.fakes_desktop import view

SEEN = view(("them", "Dinner tonight?"))
TAKEN = Suggestion("Sure!", Stance.AGREE, Source.INSTANT)


async def tell(history: History) -> None:
    await history.saw(SEEN, [Message("them", "Dinner tonight?")])
    await history.offered(SEEN, [TAKEN])
    await history.took(SEEN, TAKEN)
    await history.undid(SEEN)
    await history.replaced(SEEN, "当然！")
    await history.dismissed(SEEN)
    message = SentMessage("user", "[them] Dinner tonight?")
    await history.asked(Sent(1, 5.0, "mine", "small", HERE, "reply", SEEN.identity, (message,)))


async def test_nothing_is_kept(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    await tell(NullHistory())
    assert not caplog.records


async def test_the_log_of_chats_goes_to_its_own_logger_alone(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    await tell(LoggedHistory())
    assert {record.name for record in caplog.records} == {CHATS}
    first, second, third, undone, replaced, dismissed, asked = caplog.messages
    assert "them wrote 'Dinner tonight?'" in first
    assert "offered ['Sure!']" in second
    assert "took 'Sure!'" in third
    assert undone.endswith("undid")
    assert "当然！" in replaced
    assert dismissed.endswith("dismissed")
    assert "asked small with ['[them] Dinner tonight?']" in asked
