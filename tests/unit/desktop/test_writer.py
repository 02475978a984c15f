"""What the writer promises, over fields and ways that behave and misbehave on purpose."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field, replace

import pytest

from copilot.core.errors import ChatChanged, CopilotError, DesktopError, OnlyCopied, WriteFailed
from copilot.core.model import ChatIdentity, ChatView, Conversation, Draft, Message, Sight
from copilot.desktop.linux.ways import ByAccessibility, ByKeys, ByPaste, Field, Target, is_same
from copilot.desktop.linux.writer import Writer, clean

VIEW = ChatView(
    identity=ChatIdentity("gajim", "1:100", "Anna"),
    app_name="Gajim",
    window_title="Gajim",
    conversation=Conversation("Anna"),
    draft=Draft("half a thought", 4),
    field="f",
)


class Box:
    """A text field. `lies` is what Firefox does: it says yes and changes nothing."""

    def __init__(self, draft: Draft, *, writable: bool = True, lies: bool = False) -> None:
        self.draft = draft
        self.writable = writable
        self.single_line = False
        self.lies = lies
        self.history: list[str] = []
        self._touched = asyncio.Event()

    def become(self, text: str) -> None:
        self.draft = Draft(text, len(text))
        self.history.append(text)
        self._touched.set()

    async def read(self) -> Draft:
        return self.draft

    async def set_text(self, text: str) -> bool:
        if not self.lies:
            self.become(text)
        return True

    async def set_caret(self, offset: int) -> bool:
        self.draft = replace(self.draft, caret=offset)
        return True

    async def changed(self, limit: float) -> None:
        try:
            async with asyncio.timeout(limit):
                await self._touched.wait()
        except TimeoutError:
            pass
        self._touched.clear()


class Front:
    """What is in front of the person: `view`, with the draft that `box` holds."""

    def __init__(self, box: Box, view: ChatView | None = VIEW) -> None:
        self.box = box
        self.view = view
        self.chosen = "auto"

    def chosen_way(self, view: ChatView) -> str:
        return self.chosen

    def field(self, key: str) -> Field | None:
        return self.box if self.view is not None and key == self.view.field else None

    async def now(self) -> Sight:
        return replace(self.view, draft=self.box.draft) if self.view is not None else None


class Pretend:
    """A way that does to the field what it is told to."""

    def __init__(
        self, name: str, box: Box, *, makes: str | None = None, fails: DesktopError | None = None
    ) -> None:
        self.name = name
        self.tried: list[str] = []
        self._box = box
        self._makes = makes
        self._fails = fails

    def fits(self, target: Target, text: str) -> bool:
        return True

    async def put(self, target: Target, text: str) -> bool:
        self.tried.append(text)
        if self._fails is not None:
            raise self._fails
        self._box.become(text if self._makes is None else self._makes)
        return self._box.draft.text == text


@dataclass
class Quirky:
    write: tuple[str, ...] = ()
    newline: str = ""
    single_line: bool = False


@dataclass
class Desk:
    """A writer and all that it was given."""

    box: Box
    front: Front
    ways: list[Pretend | ByAccessibility]
    quirks: Quirky = field(default_factory=Quirky)
    remembered: dict[str, str] = field(default_factory=dict[str, str])
    copied: list[str] = field(default_factory=list[str])
    in_front: bool | None = True
    composing: bool = False

    def writer(self) -> Writer:
        async def copy(text: str) -> None:
            self.copied.append(text)

        return Writer(
            self.front,
            self.ways,
            remembered=self.remembered,
            quirks=lambda _: self.quirks,
            copy=copy,
            in_front=lambda _: self.in_front,
            composing=lambda: self.composing,
        )


def desk(box: Box | None = None, **makes: str | DesktopError | None) -> Desk:
    """A desk with ways that make a wrong text, the right one (None) or an error."""
    box = box or Box(VIEW.draft)
    ways: list[Pretend | ByAccessibility] = [
        Pretend(name, box, fails=made)
        if isinstance(made, DesktopError)
        else Pretend(name, box, makes=made)
        for name, made in makes.items()
    ]
    return Desk(box, Front(box), ways)


async def test_the_first_way_that_reads_back_right_is_taken_and_remembered() -> None:
    it = desk(accessibility=None, paste=None)
    written = await it.writer().write(VIEW, "好的 👩‍👩‍👧")
    assert written.way == "accessibility"
    assert written.before == VIEW.draft
    assert written.after.text == "好的 👩‍👩‍👧"
    assert it.remembered == {"gajim": "accessibility"}


async def test_a_field_that_says_yes_and_does_nothing() -> None:
    box = Box(VIEW.draft, lies=True)
    it = Desk(box, Front(box), [ByAccessibility(), Pretend("paste", box)])
    assert (await it.writer().write(VIEW, "ok")).way == "paste"
    assert it.remembered == {"gajim": "paste"}


async def test_what_is_known_of_the_application_decides_the_order() -> None:
    it = desk(accessibility=None, paste=None, keys=None)
    it.quirks = Quirky(write=("keys", "paste"))
    assert (await it.writer().write(VIEW, "ok")).way == "keys"
    it = desk(accessibility=None, paste=None, keys=None)
    it.quirks = Quirky(write=("keys", "paste"))
    it.remembered["gajim"] = "paste"
    assert (await it.writer().write(VIEW, "ok")).way == "paste"


async def test_a_draft_that_a_way_spoiled_is_restored_before_the_next_one() -> None:
    it = desk(accessibility=None, paste="garbled")
    it.remembered["gajim"] = "paste"
    await it.writer().write(VIEW, "right")
    assert it.box.history == ["garbled", "half a thought", "right"]


async def test_a_spoiled_draft_is_restored_by_ways_that_look_again_too() -> None:
    it = desk()

    class Slow(Pretend):
        async def put(self, target: Target, text: str) -> bool:
            await asyncio.sleep(0.11)
            await target.untouched()
            return await super().put(target, text)

    it.ways = [Slow("paste", it.box, makes="garbled"), Slow("keys", it.box)]
    await it.writer().write(VIEW, "right")
    assert it.box.history[-2:] == ["half a thought", "right"]


async def test_when_nothing_works_the_draft_is_as_it_was() -> None:
    it = desk(paste=DesktopError("A key is held down.", "Let go of it."))
    with pytest.raises(WriteFailed, match="A key is held down"):
        await it.writer().write(VIEW, "right")
    assert it.box.draft == VIEW.draft
    assert it.remembered == {}


async def test_a_draft_that_cannot_be_restored_is_said_plainly() -> None:
    it = desk(paste="garbled")
    with pytest.raises(WriteFailed, match=r"Ctrl\+Z"):
        await it.writer().write(VIEW, "right")


CHANGES = {
    "no chat": None,
    "contact": replace(VIEW, identity=ChatIdentity("gajim", "1:100", "Bob")),
    "window": replace(VIEW, identity=ChatIdentity("gajim", "1:200", "Anna")),
    "application": replace(VIEW, identity=ChatIdentity("pidgin", "1:100", "Anna")),
    "field": replace(VIEW, field="g"),
}


@pytest.mark.parametrize("change", CHANGES)
async def test_another_chat_is_never_written_into(change: str) -> None:
    it = desk(accessibility=None)
    it.front.view = CHANGES[change]
    with pytest.raises(ChatChanged):
        await it.writer().write(VIEW, "for Anna")
    assert it.box.history == []


async def test_a_draft_that_was_typed_on_is_never_replaced() -> None:
    it = desk(accessibility=None)
    it.box.become("half a thought and more")
    with pytest.raises(ChatChanged):
        await it.writer().write(VIEW, "for the draft before")
    assert it.box.draft.text == "half a thought and more"


async def test_nothing_is_written_into_an_unfinished_composition() -> None:
    it = desk(accessibility=None)
    it.front.view = replace(VIEW, composing=True)
    with pytest.raises(WriteFailed) as failed:
        await it.writer().write(VIEW, "ok")
    assert failed.value.retryable
    assert it.box.history == []


async def test_a_composition_that_opens_at_the_last_moment_is_not_written_into() -> None:
    it = desk()

    class Late(Pretend):
        async def put(self, target: Target, text: str) -> bool:
            it.composing = True
            await target.last_look()
            return await super().put(target, text)

    it.ways = [Late("paste", it.box)]
    with pytest.raises(WriteFailed, match="unfinished"):
        await it.writer().write(VIEW, "ok")
    assert it.box.history == []


async def test_what_our_own_keys_made_an_input_method_compose_is_mended() -> None:
    it = desk()

    class Typed(Pretend):
        async def put(self, target: Target, text: str) -> bool:
            done = await super().put(target, text)
            it.composing = not done
            it.front.view = replace(VIEW, draft=it.box.draft, composing=it.composing)
            return done

    it.ways = [Typed("keys", it.box, makes=""), Typed("paste", it.box)]
    await it.writer().write(VIEW, "ok")
    assert it.box.history[-2:] == ["half a thought", "ok"]


async def test_a_chat_that_goes_out_of_sight_meanwhile_gets_no_keys() -> None:
    it = desk()

    class Late(Pretend):
        async def put(self, target: Target, text: str) -> bool:
            it.in_front = False
            target.still()
            return await super().put(target, text)

    it.ways = [Late("paste", it.box), Pretend("keys", it.box)]
    with pytest.raises(ChatChanged):
        await it.writer().write(VIEW, "ok")
    assert it.box.history == []


async def nothing() -> None:
    """A check that is always content."""


async def test_a_draft_that_changes_while_keys_are_held_is_left_alone() -> None:
    it = desk()

    class Patient(Pretend):
        async def put(self, target: Target, text: str) -> bool:
            it.box.become("half a thought and more")  # typed while we waited
            await asyncio.sleep(0.11)
            await target.untouched()
            return await super().put(target, text)

    it.ways = [Patient("paste", it.box)]
    with pytest.raises(ChatChanged):
        await it.writer().write(VIEW, "ok")
    assert it.box.draft.text == "half a thought and more"


async def test_a_chat_that_changes_during_a_failing_way_gets_no_other() -> None:
    it = desk()

    class Slow(Pretend):
        async def put(self, target: Target, text: str) -> bool:
            it.front.view = CHANGES["contact"]
            raise DesktopError("The clipboard is busy.")

    it.ways = [Slow("paste", it.box), Pretend("keys", it.box)]
    with pytest.raises(ChatChanged):
        await it.writer().write(VIEW, "ok")
    assert it.box.history == []


async def test_ways_that_press_keys_are_not_for_windows_that_keys_do_not_reach() -> None:
    it = desk()
    it.in_front = None
    target = Target(it.box, "", lambda: None, nothing, keys=False, newlines=True)
    assert not ByPaste.fits(ByPaste.__new__(ByPaste), target, "ok")
    assert not ByKeys.fits(ByKeys.__new__(ByKeys), target, "ok")
    it.ways = [ByAccessibility()]
    assert (await it.writer().write(VIEW, "ok")).way == "accessibility"


async def test_undo_restores_draft_and_caret_by_the_same_way() -> None:
    it = desk(accessibility=None, paste=None)
    it.remembered["gajim"] = "paste"
    writer = it.writer()
    written = await writer.write(VIEW, "ok")
    it.remembered.clear()
    await writer.undo(written)
    assert it.box.draft == VIEW.draft
    assert [way.tried for way in it.ways if isinstance(way, Pretend)] == [
        [], ["ok", "half a thought"],
    ]  # fmt: skip


async def test_undo_leaves_alone_what_was_typed_since() -> None:
    it = desk(accessibility=None)
    writer = it.writer()
    written = await writer.write(VIEW, "ok")
    it.box.become("ok!")
    with pytest.raises(ChatChanged):
        await writer.undo(written)
    assert it.box.draft.text == "ok!"


async def test_two_clicks_write_once() -> None:
    it = desk(accessibility=None)
    writer = it.writer()
    done = await asyncio.gather(
        writer.write(VIEW, "one"), writer.write(VIEW, "two"), return_exceptions=True
    )
    assert [isinstance(each, CopilotError) for each in done] == [False, True]
    assert it.box.draft.text == "one"


async def test_what_is_typed_between_the_look_at_the_chat_and_the_writing_is_kept() -> None:
    it = desk(Box(VIEW.draft))
    it.ways = [ByAccessibility()]
    look = it.front.now

    async def typing() -> Sight:
        seen = await look()
        it.box.become("half a thought and more")
        return seen

    it.front.now = typing
    with pytest.raises(ChatChanged, match="changed the draft"):
        await it.writer().write(VIEW, "ok")
    assert it.box.draft.text == "half a thought and more"


async def test_what_is_typed_while_a_way_has_no_effect_is_kept() -> None:
    it = desk(paste="half a thoughtful thought", keys=None)
    with pytest.raises(ChatChanged, match="changed the draft"):
        await it.writer().write(VIEW, "Yes, with pleasure!")
    assert it.box.draft.text == "half a thoughtful thought"


@pytest.mark.parametrize(
    "spoiled", ["half a thoughtYes, with pleasure", "Yes", "half Yes, thought"]
)
async def test_what_a_way_left_behind_is_not_taken_for_typing(spoiled: str) -> None:
    it = desk(paste=spoiled, keys=None)
    await it.writer().write(VIEW, "Yes, with pleasure!")
    assert it.box.draft.text == "Yes, with pleasure!"


async def test_a_chat_that_came_in_front_in_the_last_moment_gets_its_draft_back() -> None:
    it = desk()

    class Switched(Pretend):
        async def put(self, target: Target, text: str) -> bool:
            it.front.view = CHANGES["contact"]  # and its draft is the same as Anna's
            return await super().put(target, text)

    it.ways = [Switched("accessibility", it.box)]
    with pytest.raises(ChatChanged, match="another conversation"):
        await it.writer().write(VIEW, "for Anna")
    assert it.box.history == ["for Anna", "half a thought"]


async def test_a_person_who_moves_on_at_once_loses_nothing() -> None:
    it = desk()

    class Left(Pretend):
        async def put(self, target: Target, text: str) -> bool:
            await super().put(target, text)
            it.front.view = CHANGES["contact"]
            it.box.become("half a word to Bob")
            return True

    it.ways = [Left("accessibility", it.box)]
    assert (await it.writer().write(VIEW, "for Anna")).after.text == "for Anna"
    assert it.box.draft.text == "half a word to Bob"


async def test_two_contacts_of_one_name_are_told_apart_by_what_was_said() -> None:
    it = desk(accessibility=None)
    said = Conversation("Anna", (Message("them", "Dinner?"), Message("me", "Where?")))
    other = Conversation("Anna", (Message("them", "Invoice attached."),))
    it.front.view = replace(VIEW, conversation=other)
    with pytest.raises(ChatChanged, match="another conversation"):
        await it.writer().write(replace(VIEW, conversation=said), "At eight")
    later = Conversation("Anna", (Message("me", "Where?", "12:00"), Message("them", "Home")))
    it.front.view = replace(VIEW, conversation=later)
    await it.writer().write(replace(VIEW, conversation=said), "At eight")


async def test_what_was_typed_behind_the_text_is_not_undone_with_it() -> None:
    it = desk()

    class Typing(Pretend):
        async def put(self, target: Target, text: str) -> bool:
            await super().put(target, text)
            it.box.become(f"{text} and")
            return True

    it.ways = [Typing("accessibility", it.box)]
    writer = it.writer()
    written = await writer.write(VIEW, "ok")
    with pytest.raises(ChatChanged):
        await writer.undo(written)
    assert it.box.draft.text == "ok and"


async def test_a_field_of_one_line_gets_one_line_and_no_key_that_could_send() -> None:
    it = desk()
    it.box.single_line = True
    it.quirks = Quirky(newline="shift+Return")
    seen: list[bool] = []

    class Looking(Pretend):
        async def put(self, target: Target, text: str) -> bool:
            seen.append(target.newlines)
            return await super().put(target, text)

    it.ways = [Looking("keys", it.box)]
    assert (await it.writer().write(VIEW, "one\ntwo")).after.text == "one two"
    assert seen == [False]


async def test_copy() -> None:
    it = desk()
    await it.writer().copy("a\r\nb")
    assert it.copied == ["a\nb"]


async def test_a_single_line_gets_a_single_line() -> None:
    it = desk(accessibility=None)
    it.quirks = Quirky(single_line=True)
    assert (await it.writer().write(VIEW, "one\n two\n")).after.text == "one two"


def test_clean_keeps_everything_that_a_person_types() -> None:
    assert clean("a\r\nb\rc\td\x00\x1b[0m\x7f") == "a\nb\nc\td[0m"
    assert clean("👩‍👩‍👧 שלום e\u0301") == "👩‍👩‍👧 שלום e\u0301"


def test_no_break_spaces_of_web_pages_are_spaces() -> None:
    assert is_same("two\xa0 spaces", "two  spaces")
    assert not is_same("two spaces", "two  spaces")


async def test_the_way_that_a_person_chose_is_the_only_one() -> None:
    it = desk(first=None, second=None, third="wrong")
    it.remembered["gajim"] = "first"
    it.front.chosen = "second"
    written = await it.writer().write(VIEW, "Hello!")
    assert written.way == "second"
    assert it.remembered == {"gajim": "first"}  # that is what works by itself
    it.box.become(VIEW.draft.text)
    it.front.chosen = "third"
    with pytest.raises(WriteFailed):
        await it.writer().write(VIEW, "Hello!")
    assert it.box.draft.text == VIEW.draft.text


async def test_where_nothing_is_to_be_written_the_text_is_copied() -> None:
    it = desk(first=None)
    it.front.chosen = "copy"
    with pytest.raises(OnlyCopied):
        await it.writer().write(VIEW, "Hello!\x00")
    assert it.copied == ["Hello!"]
    assert it.box.draft.text == VIEW.draft.text
