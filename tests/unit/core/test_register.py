"""Friends or work."""

from __future__ import annotations

import pytest

from copilot.core.model import ME, THEM, Message
from copilot.core.register import FRIENDS, WORK, register_of


@pytest.mark.parametrize(
    ("texts", "register"),
    [
        ([], FRIENDS),
        (["晚上吃啥"], FRIENDS),
        (["您好，合同发您邮箱了"], WORK),
        (["Please find the invoice attached."], WORK),
        (["write to ann@example.org"], WORK),
        (["您好", "哈哈哈 你谁啊", "lol"], FRIENDS),
    ],
)
def test_register(texts: list[str], register: str) -> None:
    assert register_of([Message(THEM, text) for text in texts]) == register


def test_the_persons_own_words_count_and_old_ones_do_not() -> None:
    mine = Message(ME, "Kind regards")
    assert register_of([mine]) == WORK
    assert register_of([mine, *[Message(THEM, "ok")] * 12]) == FRIENDS
