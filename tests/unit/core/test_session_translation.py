"""A foreign chat in the story: messages read, drafts translated live and in their place."""

from __future__ import annotations

import asyncio
import gc
from collections.abc import AsyncGenerator, AsyncIterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from types import FunctionType, ModuleType

import pytest

from copilot.core.chat_rules import ChatRules
from copilot.core.contacts import SessionContacts, Wishes
from copilot.core.cost import Budget, Limit, OwnPrice, Tariff
from copilot.core.discretion import Gate, Ways
from copilot.core.errors import ProviderUnreachable
from copilot.core.identify import Identifier
from copilot.core.intents import (
    ChangePair,
    ChooseTranslation,
    Command,
    Intent,
    Show,
    ShowOriginal,
    Vary,
)
from copilot.core.interpreting import InterpreterParts, Languages
from copilot.core.metering import MeteredModel
from copilot.core.model import ChatView, PanelState
from copilot.core.ports import ModelEvent, ModelRequest
from copilot.core.session import Parts, Session
from copilot.core.spending import NullLedger, Spending
from copilot.core.translation_run import JOB, TranslatorParts
from copilot.core.translation_state import (
    OutgoingTranslation,
    Pair,
    TranslationState,
    TranslationStatus,
    Variant,
)
from copilot.core.translator import Translator
from tests.fakes import ScriptedModel
from tests.fakes_desktop import (
    BOB,
    FakeEyes,
    FakeInstant,
    FakeWriter,
    HandClock,
    RecordingHistory,
    settle,
    view,
)
from tests.fakes_translation import Interpreting, NoGuesser, lines_of, sent
from tests.lab_llm.skills import skill

SAID = {
    "今晚七点去吃火锅吗？": "Hotpot tonight at seven?",
    "我带妹妹来": "I'm bringing my sister.",
    "好的": "OK.",
    "I'd love to, see you there!": "好呀，到时候见！",
    "This is one of very many sentences.": "这是很多句话中的一句。",
    "好呀，到时候见！": "Sure, see you then!",
}
FIRST = ("them", "今晚七点去吃火锅吗？")
SECOND = ("them", "我带妹妹来")


def by_table(line: str) -> str:
    other = f"（{line}的翻译在这里）" if line.isascii() else f"Translation of {len(line)}."
    return SAID.get(line, other)


@dataclass
class Stage:
    """A session with a model that translates, and every state it has shown."""

    model: Interpreting = field(default_factory=lambda: Interpreting(by_table, piece=4))
    with_model: bool = True
    languages: Languages = field(default_factory=lambda: Languages(("en",)))
    spending: Spending = field(default_factory=lambda: Spending(NullLedger()))
    eyes: FakeEyes = field(default_factory=FakeEyes)
    clock: HandClock = field(default_factory=HandClock)
    history: RecordingHistory = field(default_factory=RecordingHistory)
    contacts: SessionContacts = field(default_factory=SessionContacts)
    shown: list[PanelState] = field(default_factory=list[PanelState])
    room: bool = True
    """Whether the budget has room for what nobody asked for."""

    def __post_init__(self) -> None:
        self.writer = FakeWriter(self.eyes)
        tariff = Tariff("p", "m", OwnPrice("USD", 1.0, 2.0))
        allows = self.spending.allows_prefetch
        rules = ChatRules()
        self.spending.allows_prefetch = lambda tariff: self.room and allows(tariff)
        translator = Translator(
            TranslatorParts(
                {name: skill(name) for name in ("translate", "check")},
                Gate(
                    {JOB: Ways.of(MeteredModel(self.model, tariff, self.spending), tariff=tariff)},
                    rules,
                ),
                Identifier(NoGuesser()),
                contacts=self.contacts,
                spending=self.spending,
            )
        )
        parts = Parts(
            self.eyes,
            self.writer,
            FakeInstant(),
            None,
            self.history,
            self.clock,
            rules,
            interpreting=InterpreterParts(translator, self.contacts, self.languages)
            if self.with_model
            else None,
        )
        self.session = Session(parts, self.shown.append)

    @property
    def state(self) -> PanelState:
        return self.session.state

    @property
    def told(self) -> TranslationState:
        return self.state.translation

    @property
    def outgoing(self) -> OutgoingTranslation:
        assert self.told.outgoing is not None
        return self.told.outgoing

    @property
    def draft(self) -> str:
        assert isinstance(self.eyes.latest, ChatView)
        return self.eyes.latest.draft.text

    async def see(
        self, *messages: tuple[str, str], draft: str = "", composing: bool = False
    ) -> None:
        await self.eyes.see(view(*messages, draft=draft, composing=composing))
        await self.quiet()

    async def do(self, *intents: Intent) -> None:
        for intent in intents:
            self.session.handle(intent)
        await self.quiet()

    async def quiet(self) -> None:
        """Until masking, which runs in a thread, and what follows it have been done."""
        for _ in range(200):
            await settle()
            await asyncio.to_thread(lambda: None)
            if not self.told.busy:
                break
        await settle()

    async def until_draft(self, text: str) -> None:
        """Until this stands in the draft."""
        for _ in range(500):
            if self.draft == text:
                return
            await settle()
            await asyncio.to_thread(lambda: None)
        raise AssertionError("it never came to be so")

    async def type(self, *messages: tuple[str, str], text: str, after: float = 2.0) -> None:
        """Type a draft at once and rest."""
        await self.see(*messages, draft=text)
        for _ in range(2):
            await self.clock.advance(after / 2)
            await self.quiet()


async def run(stage: Stage) -> AsyncIterator[Stage]:
    task = asyncio.get_running_loop().create_task(stage.session.run())
    await settle()
    yield stage
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


@pytest.fixture
async def stage() -> AsyncIterator[Stage]:
    async for one in run(Stage()):
        yield one


def incoming(stage: Stage) -> list[tuple[str, str]]:
    return [(line.original, line.text) for line in stage.told.incoming]


# What the others say


async def test_foreign_messages_are_translated_newest_first_and_only_once(stage: Stage) -> None:
    await stage.see(("them", "Hi there my friend"), FIRST)
    assert incoming(stage) == [("今晚七点去吃火锅吗？", "Hotpot tonight at seven?")]
    assert stage.state.visible
    assert stage.told.pair == Pair("en", "zh-Hans")
    assert stage.told.status is TranslationStatus.READY
    await stage.see(("them", "Hi there my friend"), FIRST, SECOND)
    assert [text for _, text in incoming(stage)] == [
        "I'm bringing my sister.",
        "Hotpot tonight at seven?",
    ]
    assert [lines_of(request) for request in stage.model.requests] == [[FIRST[1]], [SECOND[1]]]
    assert "[them] 今晚七点去吃火锅吗？" in stage.model.requests[1].messages[-1].content.text


async def test_they_grow_as_they_arrive_and_keep_their_keys(stage: Stage) -> None:
    await stage.see(FIRST)
    grown = [state.translation.incoming[0] for state in stage.shown if state.translation.incoming]
    texts = [line.text for line in grown]
    assert "Hotpot ton" in texts
    assert all(later.startswith(text) for text, later in pairwise(texts))
    assert len({line.key for line in grown}) == 1
    assert [line.streaming for line in grown][-1] is False
    assert any(line.streaming for line in grown)


async def test_what_was_seen_before_comes_from_memory(stage: Stage) -> None:
    await stage.see(FIRST, SECOND)
    requests = len(stage.model.requests)
    await stage.see(SECOND)
    await stage.eyes.see(view(("them", "Hello you"), chat=BOB))
    await stage.quiet()
    await stage.see(FIRST, SECOND)
    assert [text for _, text in incoming(stage)] == [SAID[SECOND[1]], SAID[FIRST[1]]]
    assert len(stage.model.requests) == requests


async def test_the_same_words_in_another_chat_cost_nothing(stage: Stage) -> None:
    await stage.see(FIRST)
    await stage.eyes.see(view(FIRST, chat=BOB))
    await stage.quiet()
    assert stage.told.incoming[0].remembered
    assert len(stage.model.requests) == 1


async def test_leaving_the_chat_ends_what_is_on_its_way(stage: Stage) -> None:
    stage.model.gate = asyncio.Event()
    await stage.see(FIRST)
    await stage.eyes.see(view(("them", "Hello you"), chat=BOB))
    await stage.quiet()
    assert stage.model.ended_early == 1
    assert stage.told.incoming == ()
    stage.model.gate = None
    await stage.see(FIRST)
    assert incoming(stage) == [(FIRST[1], SAID[FIRST[1]])]


async def test_messages_in_my_languages_and_my_own_are_left_alone() -> None:
    async for stage in run(Stage(languages=Languages(("en", "de")))):
        await stage.see(("them", "Kommst du heute Abend mit?"), ("me", "好的"), ("them", "👍"))
        assert stage.told.incoming == ()
        assert stage.told.status is TranslationStatus.OFF
        assert stage.model.requests == []


async def test_an_answer_in_another_language_is_asked_for_again_and_then_told(
    stage: Stage,
) -> None:
    stage.model.say = lambda line: f"我不翻译这一句话，{line}"
    await stage.see(FIRST)
    [line] = stage.told.incoming
    assert line.doubt == "The model answered in another language."
    assert len(stage.model.requests) == 2
    stage.model.say = by_table
    await stage.see(FIRST, draft="I'd love to, see you there!")
    stage.model.say = lambda _: "I would rather write English to them all"
    await stage.type(FIRST, text="Good day to you.")
    assert stage.outgoing.doubt == "The model answered in another language."


async def test_lines_in_two_languages_and_what_is_kept_in_them(stage: Stage) -> None:
    """Mentions, links and quoted lines leave as marks, and come back as they were."""
    mine = "@lisa see https://a.io/x\n> 明天见\nthe 火锅 place is closed"
    await stage.see(("them", mine))
    assert stage.told.incoming == ()
    theirs = "@lisa 这个 meeting 改到明天下午了\n> see you tomorrow\nhttps://a.io/x"
    stage.model.say = lambda line: line.replace("这个 meeting 改到明天下午了", "It has moved.")
    await stage.see(("them", mine), ("them", theirs))
    [line] = stage.told.incoming
    assert line.text == "@lisa It has moved.\n> see you tomorrow\nhttps://a.io/x"
    assert line.source == "zh-Hans"
    asked = lines_of(stage.model.requests[-1])[0]
    assert not any(kept in asked for kept in ("@lisa", "see you", "https"))


async def test_what_was_really_said_is_shown_on_demand(stage: Stage) -> None:
    await stage.see(FIRST)
    key = stage.told.incoming[0].key
    await stage.do(ShowOriginal(key))
    assert stage.told.incoming[0].original_shown
    await stage.do(ShowOriginal(key, on=False))
    assert not stage.told.incoming[0].original_shown


async def test_incoming_can_be_switched_off() -> None:
    async for stage in run(Stage(languages=Languages(("en",), incoming=False))):
        await stage.see(FIRST)
        assert stage.told.incoming == ()
        assert stage.told.pair.theirs == "zh-Hans"
        assert stage.model.requests == []


async def test_an_error_is_said_at_the_line_and_tried_again_when_wanted(stage: Stage) -> None:
    good = stage.model.stream
    bad = ScriptedModel([[ProviderUnreachable("The provider can't be reached.")]])
    stage.model.stream = bad.stream
    await stage.see(FIRST)
    assert stage.told.incoming[0].trouble == "The provider can't be reached."
    stage.model.stream = good
    await stage.do(Command("translate-now"))
    assert incoming(stage) == [(FIRST[1], SAID[FIRST[1]])]


async def test_what_failed_is_asked_for_when_the_chat_is_looked_at_again(stage: Stage) -> None:
    good = stage.model.stream
    stage.model.stream = ScriptedModel([[ProviderUnreachable("No.")]]).stream
    await stage.see(FIRST)
    stage.model.stream = good
    await stage.eyes.see(view(("them", "Hello you"), chat=BOB))
    await stage.see(FIRST)
    assert incoming(stage) == [(FIRST[1], SAID[FIRST[1]])]


async def test_without_a_model_the_panel_can_offer_one() -> None:
    async for stage in run(Stage(with_model=False)):
        await stage.see(FIRST, draft="Yes!")
        assert stage.told == TranslationState(TranslationStatus.NO_MODEL)
        await stage.do(Command("translate"))
        assert stage.state.notice is not None
        assert stage.state.notice.title == "No model is set up for translation."
        assert stage.writer.written == []


async def test_the_budget_holds_back_what_nobody_asked_for() -> None:
    budget = Budget(day=Limit(0.0, 100))
    spending = Spending(NullLedger(), budget)
    async for stage in run(Stage(spending=spending)):
        await stage.see(SECOND)
        assert stage.told.status is TranslationStatus.READY
        for n in range(8):
            await stage.see(("them", f"今天是第{n}天了"))
        assert stage.told.status is TranslationStatus.HELD_BACK
        waiting = stage.told.incoming[0]
        assert (waiting.text, waiting.streaming) == ("", False)
        await stage.do(Command("translate-now"))
        assert stage.told.incoming[0].text
        assert stage.told.status is TranslationStatus.READY


async def test_of_a_huge_message_the_beginning_is_translated(stage: Stage) -> None:
    await stage.see(("them", "今天的天气真好啊，" * 12_000))
    [line] = stage.told.incoming
    assert line.text
    assert line.doubt == "Only the beginning of this message is translated."
    assert len(lines_of(stage.model.requests[0])[0]) < 4100


async def test_many_messages_are_asked_for_together_the_newest_first(stage: Stage) -> None:
    await stage.see(*(("them", f"这是第{n}条消息，请看一下") for n in range(20)))
    asked = [lines_of(request) for request in stage.model.requests]
    assert sorted(map(len, asked)) == [4, 8, 8]
    assert any(lines[-1].startswith("这是第19条") and len(lines) == 8 for lines in asked)
    assert all(line.text for line in stage.told.incoming)


# What I write


async def test_the_draft_is_translated_live_with_its_way_back(stage: Stage) -> None:
    await stage.see(FIRST)
    await stage.type(FIRST, text="I'd love to, see you there!")
    out = stage.outgoing
    assert (out.text, out.current, out.streaming) == ("好呀，到时候见！", True, False)
    assert out.stable == len(out.text)
    assert out.back == "Sure, see you then!"
    assert out.flag is None
    assert stage.state.visible


async def test_finished_sentences_are_asked_for_once(stage: Stage) -> None:
    await stage.see(FIRST)
    await stage.type(FIRST, text="Great idea.")
    await stage.type(FIRST, text="Great idea. Where do we meet?")
    asked = [lines_of(r) for r in stage.model.requests if "back|" not in r.messages[0].content.text]
    assert asked == [[FIRST[1]], ["Great idea."], ["Where do we meet?"]]
    first = "（Great idea.的翻译在这里）"
    assert stage.outgoing.text == f"{first}（Where do we meet?的翻译在这里）"


async def test_a_sentence_within_a_longer_draft_is_remembered_in_every_chat(stage: Stage) -> None:
    await stage.see(FIRST)
    stage.model.say = lambda line: f"这句话有{len(line)}个字母，翻译在这里"
    await stage.type(FIRST, text="Great idea. Where do we meet?")
    asked = len(stage.model.requests)
    for draft in ("", "Where do we meet? Great idea."):
        await stage.eyes.see(view(FIRST, chat=BOB, draft=draft))
        await stage.quiet()
    await stage.clock.advance(1)
    await stage.quiet()
    assert stage.outgoing.current
    assert stage.outgoing.remembered
    assert [r for r in stage.model.requests[asked:] if "back|" not in sent(r)] == []


async def test_each_contact_is_addressed_in_their_own_way(stage: Stage) -> None:
    await stage.contacts.wish(BOB, Wishes(formality="polite"))
    await stage.see(FIRST)
    stage.model.say = lambda line: f"这句话有{len(line)}个字母，翻译在这里"
    await stage.type(FIRST, text="Great idea.")
    asked = len(stage.model.requests)
    for draft in ("", "Great idea."):
        await stage.eyes.see(view(FIRST, chat=BOB, draft=draft))
        await stage.quiet()
    asks = [r for r in stage.model.requests[asked:] if "Great idea." in sent(r)]
    assert asks
    assert "formally and politely" in sent(asks[0])


async def test_what_was_typed_on_keeps_the_old_part_and_says_that_it_is_older(
    stage: Stage,
) -> None:
    await stage.see(FIRST)
    await stage.type(FIRST, text="Great idea, but")
    shown = stage.outgoing.text
    await stage.see(FIRST, draft="Great idea, but I can't")
    assert (stage.outgoing.text, stage.outgoing.current) == (shown, False)
    await stage.see(FIRST, draft="")
    assert stage.told.outgoing is None


async def test_a_draft_in_their_language_is_left_alone(stage: Stage) -> None:
    await stage.see(FIRST)
    await stage.type(FIRST, text="好的，我们到时候见吧")
    assert stage.told.outgoing is None
    assert len(stage.model.requests) == 1


async def test_with_a_contact_of_my_language_drafts_are_left_alone(stage: Stage) -> None:
    await stage.type(("them", "How are you doing today?"), text="Fine, and you?")
    assert stage.told.outgoing is None
    assert stage.model.requests == []


async def test_a_huge_draft_is_translated_only_when_wanted(stage: Stage) -> None:
    await stage.see(FIRST)
    text = "This is one of very many sentences. " * 120
    await stage.type(FIRST, text=text)
    assert stage.told.outgoing is None
    assert len(stage.model.requests) == 1
    await stage.do(Command("translate"))
    assert stage.draft.count("这是很多句话中的一句。") == 120
    assert len(stage.model.requests) == 2  # a sentence that is said twice is asked for once


async def test_other_ways_of_saying_it(stage: Stage) -> None:
    await stage.see(FIRST)
    await stage.type(FIRST, text="Great idea.")
    await stage.do(Vary(Variant.POLITE))
    assert stage.outgoing.variant is Variant.POLITE
    assert "more polite way" in stage.model.requests[-1].messages[-1].content.text
    await stage.type(FIRST, text="Great idea. Yes")
    assert stage.outgoing.variant is Variant.PLAIN


async def test_the_pair_is_changed_with_one_click_and_remembered(stage: Stage) -> None:
    await stage.see(FIRST)
    await stage.do(ChangePair(Pair("de", "ja")))
    assert stage.told.pair == Pair("de", "ja")
    assert "into German" in stage.model.requests[-1].messages[-1].content.text
    contact = await stage.contacts.of(view().identity)
    assert (contact.wishes.mine, contact.wishes.language) == ("de", "ja")
    await stage.do(Command("swap-pair"))
    assert stage.told.pair == Pair("ja", "de")
    assert "ja" in stage.told.choices[:4]


# In its place

TYPED = "  I'd love to, \n\tsee you   there! 😀👩‍👩‍👧 "


async def test_the_hotkey_puts_it_in_the_draft_and_brings_back_exactly_what_was_typed(
    stage: Stage,
) -> None:
    await stage.see(FIRST)
    await stage.see(FIRST, draft=TYPED)
    await stage.do(Command("translate"))
    translated = stage.draft
    assert "的翻译在这里" in translated
    assert stage.state.can_undo
    assert stage.told.outgoing is None
    assert ("replaced", translated) in stage.history.events
    await stage.do(Command("translate"))
    assert stage.draft == TYPED
    asked = len(stage.model.requests)
    await stage.do(Command("translate"))
    assert stage.draft == translated
    assert len(stage.model.requests) == asked
    await stage.do(Command("undo"))
    assert stage.draft == TYPED


async def test_the_provider_is_told_what_was_asked_for_by_hand(stage: Stage) -> None:
    await stage.see(FIRST)
    await stage.type(FIRST, text="Great idea.")
    assert not any(request.wanted for request in stage.model.requests)
    await stage.do(Vary(Variant.SHORT))
    assert stage.model.requests[-1].wanted
    await stage.see(FIRST, draft="Another great idea")
    await stage.do(Command("translate"))
    assert stage.model.requests[-1].wanted


async def test_a_click_on_the_translation_does_the_same(stage: Stage) -> None:
    await stage.see(FIRST)
    await stage.type(FIRST, text="I'd love to, see you there!")
    await stage.do(ChooseTranslation())
    assert stage.draft == "好呀，到时候见！"
    await stage.do(Command("undo"))
    await stage.do(Command("copy-translation"))
    assert stage.writer.copied == ["好呀，到时候见！"]


async def test_a_draft_that_was_typed_on_is_not_overwritten(stage: Stage) -> None:
    await stage.see(FIRST)
    stage.model.gate = asyncio.Event()
    await stage.see(FIRST, draft="I'd love to, see you there!")
    await stage.do(Command("translate"))
    await stage.see(FIRST, draft="I'd love to, see you there! But")
    stage.model.gate.set()
    await stage.quiet()
    assert stage.writer.written == []
    assert stage.draft == "I'd love to, see you there! But"
    assert stage.state.notice is not None
    assert stage.state.notice.action == "copy"
    await stage.do(Command("copy"))
    assert stage.writer.copied == ["好呀，到时候见！"]


async def test_pressed_again_before_it_is_there_it_is_given_up(stage: Stage) -> None:
    await stage.see(FIRST)
    stage.model.gate = asyncio.Event()
    await stage.see(FIRST, draft="I'd love to, see you there!")
    await stage.do(Command("translate"))
    await stage.do(Command("translate"))
    stage.model.gate.set()
    await stage.quiet()
    assert stage.writer.written == []
    await stage.do(Command("translate"))
    assert stage.draft == "好呀，到时候见！"


async def test_another_chat_is_never_written_into(stage: Stage) -> None:
    await stage.see(FIRST)
    stage.model.gate = asyncio.Event()
    await stage.see(FIRST, draft="I'd love to, see you there!")
    await stage.do(Command("translate"))
    await stage.eyes.see(view(("them", "Hello you"), chat=BOB, draft="I'd love to, see you there!"))
    stage.model.gate.set()
    await stage.quiet()
    assert stage.writer.written == []


async def test_after_a_change_of_the_translation_it_is_translated_no_more(stage: Stage) -> None:
    await stage.see(FIRST)
    await stage.see(FIRST, draft="I'd love to, see you there!")
    await stage.do(Command("translate"))
    await stage.see(FIRST, draft="好呀，到时候见！哈哈")
    await stage.do(Command("translate"))
    assert stage.draft == "好呀，到时候见！哈哈"
    assert stage.state.notice is not None
    assert stage.state.notice.title == "The draft is in their language already."


async def test_while_an_input_method_composes_nothing_happens_until_it_has_finished(
    stage: Stage,
) -> None:
    await stage.see(FIRST)
    await stage.see(FIRST, draft="I'd love to, see you there!", composing=True)
    requests = len(stage.model.requests)
    await stage.do(Command("translate"))
    assert stage.state.notice is not None
    assert stage.state.notice.calm
    assert (stage.writer.written, len(stage.model.requests)) == ([], requests)
    await stage.see(FIRST, draft="I'd love to, see you")  # the end is told before the last word
    await stage.clock.advance(0.1)
    await stage.see(FIRST, draft="I'd love to, see you there!")
    await stage.clock.advance(0.1)
    await stage.quiet()
    assert stage.writer.written == []
    await stage.clock.advance(0.2)
    await stage.quiet()
    assert stage.draft == "好呀，到时候见！"


@pytest.mark.parametrize(
    ("messages", "draft", "title"),
    [
        ((FIRST,), "", "There is no draft to translate."),
        ((("them", "How are you?"),), "Fine", "The language of this contact is not known yet."),
    ],
)
async def test_where_nothing_can_be_translated_it_is_said(
    stage: Stage, messages: tuple[tuple[str, str], ...], draft: str, title: str
) -> None:
    await stage.see(*messages, draft=draft)
    await stage.do(Command("translate"))
    assert stage.state.notice is not None
    assert stage.state.notice.title == title
    assert stage.writer.written == []


async def test_without_a_chat_the_panel_opens(stage: Stage) -> None:
    await stage.do(Command("translate"))
    assert stage.state.visible


async def test_the_section_stays_while_the_chat_goes_on(stage: Stage) -> None:
    await stage.see(FIRST)
    await stage.do(Show("translation"))
    assert stage.state.section == "translation"
    await stage.see(FIRST, SECOND)
    assert stage.state.section == "translation"
    await stage.eyes.see(view(("them", "Hello you"), chat=BOB))
    await stage.quiet()
    assert stage.state.section == "replies"


async def test_pausing_forgets_it(stage: Stage) -> None:
    await stage.type(FIRST, text="I'd love to, see you there!")
    assert {FIRST[1], stage.draft, SAID[stage.draft]} <= held_by(stage)
    await stage.do(Command("dismiss"), Command("pause"))
    assert stage.told.incoming == ()
    assert not {FIRST[1], stage.draft, SAID[stage.draft], SAID[FIRST[1]]} & held_by(stage)


def held_by(stage: Stage) -> set[str]:
    """All texts that the session reaches, but for what is given to it, which has its own tests."""
    given = vars(stage).values()
    waiting: list[object] = [stage.session]
    seen = {id(one) for one in (*given, *map(type, given), stage)} - {id(stage.session)}
    found: set[str] = set()
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            found.add(one)
        loop = asyncio.AbstractEventLoop
        skipped = (type, ModuleType, FunctionType, Translator, FakeInstant, loop)
        if id(one) in seen or isinstance(one, skipped):
            continue
        seen.add(id(one))
        waiting += gc.get_referents(one)
    return found


# Where it is not the usual way


async def test_a_rule_that_withholds_the_chat_is_said(stage: Stage) -> None:
    await stage.see(FIRST)
    await stage.do(Command("send-nobody"))
    assert stage.told.status is TranslationStatus.WITHHELD
    await stage.see(FIRST, SECOND, draft="Great idea, ")
    assert stage.told.incoming[0].text == ""
    assert stage.told.outgoing is None
    assert len(stage.model.requests) == 1


async def test_an_error_in_the_draft_is_said_there_and_at_the_hotkey(stage: Stage) -> None:
    await stage.see(FIRST)
    down = ScriptedModel([[ProviderUnreachable("The provider can't be reached.")]])
    stage.model.stream = down.stream
    await stage.type(FIRST, text="Great idea.")
    assert stage.outgoing.trouble == "The provider can't be reached."
    await stage.do(Command("translate"))
    assert stage.state.notice is not None
    assert stage.state.notice.title == "The provider can't be reached."
    assert stage.writer.written == []


async def test_what_the_model_does_not_translate_is_not_written(stage: Stage) -> None:
    await stage.see(FIRST)
    stage.model.say = lambda _: ""
    await stage.see(FIRST, draft="Great idea.")
    await stage.do(Command("translate"))
    assert stage.state.notice is not None
    assert stage.state.notice.title == "The model gave no translation of this."
    assert stage.draft == "Great idea."


async def test_lines_that_came_before_an_error_stay(stage: Stage) -> None:
    good, down = stage.model.stream, ScriptedModel([[ProviderUnreachable("No.")]])
    streams = [good, down.stream]
    stage.model.stream = lambda request: streams.pop(0)(request)
    long = "今天的天气真好啊，我们去公园吧。" * 60  # one of them fills a request
    await stage.see(("them", long), ("them", f"{long}！"))
    newest, oldest = stage.told.incoming
    assert (oldest.text, oldest.trouble) == (by_table(long), "")
    assert (newest.text, newest.trouble) == ("", "No.")


async def test_drafts_are_translated_by_the_hotkey_alone_if_wanted() -> None:
    async for stage in run(Stage(languages=Languages(("en",), drafts=False, way_back=False))):
        await stage.see(FIRST)
        await stage.type(FIRST, text="I'd love to, see you there!")
        assert stage.told.outgoing is None
        await stage.do(Command("translate"))
        await stage.until_draft("好呀，到时候见！")


async def test_the_budget_holds_back_drafts_and_the_way_back(stage: Stage) -> None:
    await stage.see(FIRST)
    stage.room = False
    await stage.type(FIRST, text="Great idea.")
    assert stage.told.status is TranslationStatus.HELD_BACK
    assert stage.outgoing.text == ""
    await stage.do(Command("translate-now"))
    await stage.clock.advance(2)
    await stage.quiet()
    assert stage.outgoing.text == "（Great idea.的翻译在这里）"
    assert stage.outgoing.back == ""
    assert stage.told.status is TranslationStatus.READY


async def test_a_way_back_that_fails_is_done_without(stage: Stage) -> None:
    await stage.see(FIRST)
    good = stage.model.stream

    def stream(request: ModelRequest) -> AsyncGenerator[ModelEvent, None]:
        down = ScriptedModel([[ProviderUnreachable("No.")]])
        checks = "back|" in request.messages[0].content.text
        return down.stream(request) if checks else good(request)

    stage.model.stream = stream
    await stage.type(FIRST, text="Great idea.")
    assert (stage.outgoing.text, stage.outgoing.back) == ("（Great idea.的翻译在这里）", "")
    assert stage.state.notice is None


async def test_long_sessions_forget_the_oldest(stage: Stage) -> None:
    stage.model.piece = 4000
    for part in range(2):
        await stage.see(*(("them", f"这是第{part}部第{n}条消息") for n in range(300)))
    assert len(stage.told.incoming) == 300
    for n in range(20):
        other = replace(BOB, contact=f"bob{n}")
        await stage.eyes.see(view(("them", "Hello you"), chat=other))
        await stage.quiet()
    for n in range(210):
        await stage.type(FIRST, text=f"Number {n}.", after=3.0)
    assert stage.outgoing.text == "（Number 209.的翻译在这里）"


async def test_intents_without_a_chat_do_nothing(stage: Stage) -> None:
    intents = (
        Command("translate-now"),
        Command("swap-pair"),
        Command("copy-translation"),
        Command("send-nobody"),
        ShowOriginal("line-1"),
        Vary(Variant.SHORT),
    )
    await stage.do(*intents)
    assert stage.told == TranslationState()
    async for bare in run(Stage(with_model=False)):
        await bare.see(FIRST)
        await bare.do(*intents)
        assert bare.told == TranslationState(TranslationStatus.NO_MODEL)


async def test_leaving_while_the_chat_is_being_entered(stage: Stage) -> None:
    stage.eyes.change(view(FIRST))
    stage.eyes.change(view(FIRST, draft="Great"))
    stage.eyes.change(view(("them", "Hello you"), chat=BOB))
    await stage.quiet()
    assert stage.told.incoming == ()
    stage.eyes.change(view(SECOND, draft="I'd love to, see you there!"))
    for _ in range(3):
        await asyncio.sleep(0)
    await stage.do(Command("translate"))
    assert stage.draft == "好呀，到时候见！"


async def test_the_section_asks_again_by_refresh(stage: Stage) -> None:
    good = stage.model.stream
    stage.model.stream = ScriptedModel([[ProviderUnreachable("No.")]]).stream
    await stage.see(FIRST)
    await stage.do(Show("translation"))
    stage.model.stream = good
    await stage.do(ShowOriginal("another"), Command("refresh"))
    assert incoming(stage) == [(FIRST[1], SAID[FIRST[1]])]


async def test_the_hotkey_while_something_is_written_does_nothing(stage: Stage) -> None:
    await stage.see(FIRST)
    await stage.see(FIRST, draft="I'd love to, see you there!")
    stage.writer.gate = asyncio.Event()
    await stage.do(Command("translate"))
    await stage.do(Command("translate"))
    stage.writer.gate.set()
    await stage.quiet()
    assert stage.draft == "好呀，到时候见！"
    assert len(stage.writer.written) == 1


async def test_a_composition_in_a_chat_that_was_left_is_not_waited_for(stage: Stage) -> None:
    await stage.see(FIRST)
    await stage.see(FIRST, draft="I'd love", composing=True)
    await stage.do(Command("translate"))
    await stage.see(FIRST, draft="I'd love to", composing=True)
    await stage.eyes.see(view(("them", "Hello you"), chat=BOB))
    await stage.see(FIRST, draft="I'd love to, see you there!")
    await stage.clock.advance(0.3)
    await stage.quiet()
    assert stage.writer.written == []


# Typing

SENTENCES = (
    "I was in the old town today, and the weather was lovely, so I took some pictures. "
    "Then we had noodles at the corner, they were very good! Do you want to come along "
    "tomorrow? We could leave at nine, or a little later if you like, it is up to you. "
    "My brother has a new job at the harbour, so he moves next month. His flat is small, but it "
    "has a view of the ships! The bakery near our school closed last week, which made us all sad. "
    "I will bring a cake from another one, and some tea. "
)
"""A minute of typing in which nothing comes twice, so that no memory answers."""


async def test_a_minute_of_typing_asks_only_where_clauses_end(stage: Stage) -> None:
    """Eight keys a second; the model needs half a second to answer."""
    stage.model.say = lambda line: f"这句话有{len(line)}个字母，翻译在这里"
    stage.model.gate = asyncio.Event()
    await stage.see(FIRST)
    stage.model.gate.set()
    await stage.quiet()
    asked = len(stage.model.requests)
    text = SENTENCES[:480]
    assert len(text) == 480
    ends = 0
    for i in range(1, 481):
        draft = text[:i]
        ends += draft[-1] in ",.!?"
        before = len(stage.model.requests)
        stage.model.gate = asyncio.Event()
        await stage.eyes.see(view(FIRST, draft=draft))
        await stage.clock.advance(0.125)
        assert len(stage.model.requests) - before <= 1
        if i % 4 == 0:
            stage.model.gate.set()
            await stage.quiet()
        out = stage.told.outgoing
        assert out is None or out.draft == draft
    assert 1 <= len(stage.model.requests) - asked <= ends
    while_typing = len(stage.model.requests)
    for _ in range(4):  # the keys rest: the last words, and the way back once
        await stage.clock.advance(1)
        await stage.quiet()
    assert len(stage.model.requests) - while_typing <= 2
    assert stage.outgoing.draft == text
    assert stage.outgoing.current


async def test_nothing_stale_is_ever_shown(stage: Stage) -> None:
    await stage.see(FIRST)
    gates: list[asyncio.Event] = []
    for draft in ("Let us go, ", "Let us go, or ", "Let us stay, ", "Let us stay, friend."):
        gate = stage.model.gate = asyncio.Event()
        gates.append(gate)
        await stage.eyes.see(view(FIRST, draft=draft))
        await stage.clock.advance(0.2)
        await stage.quiet()  # the model has it now, and is waited for
    for gate in gates:  # the answers to all of them come, the oldest first
        gate.set()
        await stage.quiet()
    assert stage.model.ended_early >= 1
    assert stage.outgoing.text == "（Let us stay, friend.的翻译在这里）"
    shown = [s.translation.outgoing for s in stage.shown if s.translation.outgoing is not None]
    assert all("go" not in out.text for out in shown if out.draft.startswith("Let us stay"))


async def test_a_look_that_changes_nothing_asks_for_nothing(stage: Stage) -> None:
    await stage.see(FIRST)
    shown = len(stage.shown)
    seen = stage.eyes.latest
    assert isinstance(seen, ChatView)
    await stage.eyes.see(replace(seen, window_title="(1) Gajim"))
    await stage.quiet()
    assert len(stage.shown) == shown
