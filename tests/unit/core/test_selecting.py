"""What is selected anywhere is translated, put in its place, and taken out again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from copilot.core.errors import CopilotError, KeyRejected, SelectionRefused, WriteFailed
from copilot.core.intents import ChangePair, ChooseTranslation, Command, Intent, Vary
from copilot.core.interpreting import Languages
from copilot.core.model import Rect, SelectedText
from copilot.core.selecting import Selecting, SelectingParts, SelectionState
from copilot.core.tasks import TaskSet
from copilot.core.translation_state import Pair, Variant
from tests.fakes import ScriptedModel
from tests.fakes_desktop import settle
from tests.fakes_translation import Interpreting, sent, translator

CHINESE = SelectedText(
    "今晚七点去吃火锅吗？", "gedit", "Editor", area=Rect(1, 2, 3, 4), editable=True
)
SAID = {
    "今晚七点去吃火锅吗？": "Hotpot tonight at seven?",
    "See you there.": "到时候见。",
    "Bring the umbrella.": "带上雨伞。",
}


class FakeSelection:
    """Keeps the contract of the port Selection for one field."""

    def __init__(self) -> None:
        self.now: SelectedText | None = CHINESE
        self.error: CopilotError | None = None
        self.written: list[str] = []

    async def selected(self) -> SelectedText | None:
        if self.error is not None:
            raise self.error
        return self.now

    async def replace(self, selected: SelectedText, text: str) -> SelectedText:
        if self.error is not None:
            raise self.error
        assert selected == self.now
        self.written.append(text)
        self.now = replace(selected, text=text)
        return self.now


class Stage:
    def __init__(self, *, with_model: bool = True) -> None:
        self.selection = FakeSelection()
        self.model = Interpreting(lambda line: SAID.get(line, "嗯"))
        self.tasks = TaskSet()
        self.shown: list[SelectionState | None] = []
        self.copied: list[str] = []
        parts = SelectingParts(
            self.selection,
            translator(self.model) if with_model else None,
            self.copy,
            Languages(("en",)),
        )
        self.it = Selecting(parts, self.tasks, self.shown.append)

    async def copy(self, text: str) -> None:
        self.copied.append(text)

    @property
    def state(self) -> SelectionState:
        assert self.it.state is not None
        return self.it.state

    async def open(self) -> SelectionState:
        self.it.open()
        await self.quiet()
        return self.state

    async def do(self, intent: Intent) -> SelectionState:
        self.it.handle(intent)
        await self.quiet()
        return self.state

    async def quiet(self) -> None:
        for _ in range(200):
            await settle()
            await asyncio.to_thread(lambda: None)
            if self.it.state is None or not self.it.state.streaming:
                break
        await settle()


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    one = Stage()
    yield one
    await one.tasks.close()


async def test_it_is_translated_as_it_arrives(stage: Stage) -> None:
    state = await stage.open()
    assert (state.text, state.translated) == (CHINESE.text, "Hotpot tonight at seven?")
    assert (state.pair, state.area, state.app_name) == (
        Pair("en", "zh-Hans"), Rect(1, 2, 3, 4), "Editor",
    )  # fmt: skip
    grown = [one.translated for one in stage.shown if one is not None]
    assert "Hotpot t" in grown
    assert state.choices[:2] == ("en", "zh-Hans")
    assert state.notice is None


async def test_it_replaces_the_selection_and_takes_it_back(stage: Stage) -> None:
    await stage.open()
    assert (await stage.do(ChooseTranslation())).replaced
    assert stage.selection.written == ["Hotpot tonight at seven?"]
    await stage.do(ChooseTranslation())
    assert len(stage.selection.written) == 1
    assert not (await stage.do(Command("undo"))).replaced
    assert stage.selection.written[1:] == [CHINESE.text]
    await stage.do(ChooseTranslation())
    assert len(stage.selection.written) == 3


async def test_what_cannot_be_written_can_be_copied(stage: Stage) -> None:
    await stage.open()
    stage.selection.error = WriteFailed("It can't be replaced here.")
    state = await stage.do(ChooseTranslation())
    assert state.notice is not None
    assert state.notice.action == "copy-translation"
    await stage.do(Command("copy-translation"))
    assert stage.copied == ["Hotpot tonight at seven?"]


async def test_a_text_that_is_only_read_is_not_replaced(stage: Stage) -> None:
    stage.selection.now = replace(CHINESE, editable=False)
    assert not (await stage.open()).can_replace
    await stage.do(ChooseTranslation())
    assert stage.selection.written == []


async def test_my_own_language_goes_into_another_one_which_is_remembered(stage: Stage) -> None:
    stage.selection.now = replace(CHINESE, text="See you there. Bring the umbrella.\n")
    state = await stage.open()
    assert state.pair == Pair("zh-Hans", "en")
    assert state.translated == "到时候见。带上雨伞。\n"
    await stage.do(ChangePair(Pair("ja", "en")))
    assert "into Japanese" in sent(stage.model.requests[-1])
    assert (await stage.open()).pair == Pair("ja", "en")


async def test_other_ways_of_saying_it(stage: Stage) -> None:
    await stage.open()
    assert (await stage.do(Vary(Variant.SHORT))).variant is Variant.SHORT
    assert "Say it shorter" in sent(stage.model.requests[-1])


async def test_nothing_selected(stage: Stage) -> None:
    stage.selection.now = None
    state = await stage.open()
    assert state.notice is not None
    assert state.notice.title == "Nothing is selected."
    await stage.do(Command("refresh"))
    assert stage.model.requests == []


async def test_what_may_not_be_read_is_said(stage: Stage) -> None:
    stage.selection.error = SelectionRefused("Passwords are not read.")
    state = await stage.open()
    assert state.notice is not None
    assert state.notice.title == "Passwords are not read."


async def test_without_a_model_it_offers_to_set_one_up() -> None:
    stage = Stage(with_model=False)
    state = await stage.open()
    assert state.text == CHINESE.text
    assert state.notice is not None
    assert state.notice.action == "open-settings"
    await stage.tasks.close()


async def test_what_is_not_about_the_window_does_nothing(stage: Stage) -> None:
    stage.it.handle(Command("undo"))  # there is no window yet
    await stage.open()
    shown = len(stage.shown)
    for intent in (Command("pause"), Command("undo"), ChangePair(Pair("de", "zh-Hans"))):
        await stage.do(intent)
    assert stage.state.pair == Pair("de", "zh-Hans")
    assert len(stage.shown) > shown
    stage.selection.now = None
    await stage.open()
    await stage.do(Command("copy-translation"))
    assert stage.copied == []


async def test_an_error_of_the_model_can_be_tried_again(stage: Stage) -> None:
    good = stage.model.stream
    stage.model.stream = ScriptedModel([[KeyRejected("The key is not accepted.")]]).stream
    state = await stage.open()
    assert state.notice is not None
    assert (state.notice.title, state.notice.action) == ("The key is not accepted.", "")
    stage.model.stream = good
    state = await stage.do(Command("refresh"))
    assert (state.translated, state.notice) == ("Hotpot tonight at seven?", None)


async def test_an_answer_in_another_language_is_asked_for_again_and_then_told(
    stage: Stage,
) -> None:
    stage.model.say = lambda line: line
    state = await stage.open()
    assert state.translated == CHINESE.text
    assert state.notice is not None
    assert state.notice.title == "The model answered in another language."
    assert len(stage.model.requests) == 2


async def test_a_hundred_thousand_bytes_come_in_parts(stage: Stage) -> None:
    stage.model.say = lambda line: f"Line {line[1:-11]} speaks of the weather of today."
    stage.model.piece = 400
    text = "\n".join(f"第{n}句话说的是今天的天气。" for n in range(2700))
    assert len(text.encode()) > 100_000
    stage.selection.now = replace(CHINESE, text=text)
    stage.it.open()
    await stage.tasks.finish(60)
    assert stage.state.share == 1
    assert len(stage.state.translated.splitlines()) == 2700
    assert stage.state.translated.startswith("Line 0 speaks")
    shares = [one.share for one in stage.shown if one is not None]
    assert len(set(shares)) > 10, "it is shown while it grows"
    assert stage.state.notice is None


async def test_closing_ends_the_request(stage: Stage) -> None:
    stage.model.gate = asyncio.Event()
    await stage.open()
    stage.it.handle(Command("dismiss"))
    await stage.quiet()
    assert stage.model.ended_early == 1
    assert stage.shown[-1] is None
