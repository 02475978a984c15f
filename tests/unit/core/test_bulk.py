"""A long text in parts: what is done stays done, and what failed can be tried again."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing

import pytest

from copilot.core.bulk import BulkProgress, BulkTranslation
from copilot.core.errors import KeyRejected, StreamBroken
from copilot.core.ports import ModelEvent, ModelRequest
from copilot.core.rejoining import rejoined
from copilot.core.translation import TranslationRequest
from tests.fakes_translation import Interpreting, lines_of, sent, translator

TEXT = "".join(f"这是第{n}句话，说的是今天的天气很好。\n" for n in range(1, 121))
ASKED = TranslationRequest((), "en", "zh-Hans")


def say(line: str) -> str:
    return f"Sentence {''.join(c for c in line if c.isdigit())} says that it is nice today."


class Failing(Interpreting):
    """Raises what `failures` hold for each request in turn."""

    def __init__(self, *failures: Exception | None) -> None:
        super().__init__(say, piece=50)
        self.failures = list(failures)

    async def stream(self, request: ModelRequest) -> AsyncGenerator[ModelEvent, None]:
        failure = self.failures.pop(0) if self.failures else None
        async with aclosing(super().stream(request)) as events:
            async for event in events:
                yield event
                if failure is not None:
                    raise failure


async def run(bulk: BulkTranslation) -> list[BulkProgress]:
    async with aclosing(bulk.run()) as steps:
        return [step async for step in steps]


async def test_parts_come_in_order_and_know_what_was_said_before() -> None:
    model = Interpreting(say, piece=50)
    bulk = BulkTranslation(translator(model), TEXT, ASKED)
    steps = await run(bulk)
    assert bulk.progress.done
    assert bulk.progress.share == 1.0
    lines = [say(line) for line in TEXT.splitlines()]
    assert bulk.progress.text == "".join(f"{line}\n" for line in lines)
    shares = [step.share for step in steps]
    assert shares == sorted(shares)
    assert any(0 < share < 1 for share in shares)
    assert all(bulk.progress.text.startswith(step.text.rstrip()) for step in steps)
    assert len(bulk.progress.parts) > 1
    later = next(r for r in model.requests if "这是第120句" in sent(r))
    assert "[them] " in sent(later)
    assert bulk.progress.model == "interpreter"
    assert bulk.progress.cost == ""  # nobody counts several parts together


async def test_a_part_that_breaks_is_tried_again_and_only_that() -> None:
    model = Failing(None, None, None, StreamBroken("It broke off."))
    bulk = BulkTranslation(translator(model), TEXT, ASKED)
    steps = await run(bulk)
    assert bulk.progress.done
    assert any(part.error is not None for step in steps for part in step.parts)
    asked = [tuple(lines_of(request)) for request in model.requests]
    assert len(asked) == len(set(asked)) + 1


async def test_what_fails_for_good_is_raised_and_can_be_gone_on_with() -> None:
    model = Failing(None, None, None, None, None, KeyRejected("No."))
    bulk = BulkTranslation(translator(model), TEXT, ASKED)
    with pytest.raises(KeyRejected):
        await run(bulk)
    assert 0 < bulk.progress.share < 1
    before, requests = bulk.progress.text, len(model.requests)
    await run(bulk)
    assert bulk.progress.done
    assert bulk.progress.text.startswith(before.rstrip())
    assert not {tuple(lines_of(r)) for r in model.requests[:4]} & {
        tuple(lines_of(r)) for r in model.requests[requests:]
    }


async def test_blank_parts_need_nobody() -> None:
    model = Interpreting(say)
    bulk = BulkTranslation(translator(model), " \n" * 2000 + "这是第1句话。", ASKED)
    await run(bulk)
    assert bulk.progress.text.strip() == say("1")
    assert len(model.requests) == 1


async def test_a_doubt_is_told() -> None:
    model = Interpreting(lambda _: "还是中文啊，没有翻译")
    bulk = BulkTranslation(translator(model), "这是第1句话。", ASKED)
    assert bulk.progress.doubt == ""
    await run(bulk)
    assert bulk.progress.doubt == "The model answered in another language."
    assert bulk.progress.text == "还是中文啊，没有翻译"


@pytest.mark.parametrize(
    ("parts", "target", "expected"),
    [
        ([("Hi. ", "嗨。"), ("Bye.", "再见。")], "zh-Hans", "嗨。再见。"),
        ([("嗨。", "Hi."), ("再见。", "Bye.")], "en", "Hi. Bye."),
        ([(" 嗨。\n\n", "Hi."), ("再见。\n", "Bye.")], "en", " Hi.\n\nBye.\n"),
        ([("嗨。", "Hi."), ("\n- 再见。", "Bye.")], "en", "Hi.\nBye."),
        ([], "en", ""),
    ],
)
def test_sentences_are_put_together_again(
    parts: list[tuple[str, str]], target: str, expected: str
) -> None:
    assert rejoined(parts, target) == expected
