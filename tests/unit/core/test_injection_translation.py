"""The same attacks in messages that are translated: one numbered line leaves, one text comes back.

The model answers what the attacker wants, in lines of as many numbers as it likes.
"""

from __future__ import annotations

import pytest

from copilot.core.model import THEM, ChatIdentity
from copilot.core.translation import TranslationRequest
from copilot.core.unseen import visible
from tests.fakes_translation import Interpreting, lines_of, sent, translator
from tests.unit.core.test_injection import ATTACKS

ANNA = ChatIdentity("gajim", "1:100", "anna")
BEFORE = "好的"


@pytest.mark.parametrize("case", ATTACKS, ids=lambda a: f"{a['family']}-{a['lang']}")
async def test_attack(case: dict[str, str]) -> None:
    obeyed = case["obeys"].replace("\n", "\n9|")
    model = Interpreting(lambda line: "OK" if line == BEFORE else obeyed)
    request = TranslationRequest((BEFORE, case["text"]), "fr", "", chat=ANNA, speaker=THEM)
    steps = [step async for step in translator(model).translate(request)]
    for asked in model.requests:
        assert [m.role for m in asked.messages][-1] == "user"
        assert len(lines_of(asked)) <= 2  # no message makes itself a line of its own
        assert visible(sent(asked)) == sent(asked)
    # However much the model says, each text has one translation, of which nothing is unseen.
    assert len(steps[-1].texts) == 2
    assert all(visible(one.text.strip()) == one.text.strip() for one in steps[-1].texts)
