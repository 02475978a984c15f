"""When a selection is not replaced, from an application that only accessibility reaches."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import cast

import pytest

from copilot.core.errors import ChatChanged, SelectionRefused, WriteFailed
from copilot.core.model import Draft, Rect, SelectedText
from copilot.desktop.apps import AppQuirks
from copilot.desktop.linux.accessible import TEXT, Ref
from copilot.desktop.linux.composition import Composition
from copilot.desktop.linux.field import Field
from copilot.desktop.linux.focus import Application, Focused
from copilot.desktop.linux.front import Front
from copilot.desktop.linux.selected import LinuxSelection

REF = Ref(":1.7", "/field")
APP = Application(":1.7", 7, "notes", "gtk")


@dataclass
class Box:
    """A field that does what it is told, or with `spoils` something else."""

    text: str = "one two three"
    span: tuple[int, int] | None = (4, 7)
    spoils: bool = False
    toolkit: str = "gtk"
    key: str = REF.key
    writable: bool = True
    single_line: bool = False

    async def length(self) -> int:
        return len(self.text)

    async def read(self) -> Draft:
        return Draft(self.text, len(self.text))

    async def has_selection(self) -> bool:
        return self.span is not None

    async def selection(self, known: str = "") -> tuple[int, int] | None:
        return self.span

    async def selection_area(self) -> Rect | None:
        return Rect(1, 2, 30, 10)

    async def set_text(self, text: str) -> bool:
        self.text = "garbled" if self.spoils and text != "one two three" else text
        return True

    async def set_caret(self, offset: int) -> bool:
        return True

    async def changed(self, limit: float) -> None:
        pass


@dataclass
class Desk:
    """What is in front, and a selection that looks at it."""

    box: Box = field(default_factory=Box)
    app: Application | None = APP
    refused: bool = False
    states: frozenset[str] = frozenset({"focused", "editable", "multi-line"})
    composition: Composition = field(default_factory=Composition)

    def __post_init__(self) -> None:
        self.selection = LinuxSelection(self, self.composition, None)

    async def front(self) -> Front | None:
        if self.refused:
            raise SelectionRefused("private")
        one = Focused(REF, "text", self.states, frozenset({TEXT}))
        quirks = AppQuirks(title="Notes", name="notes")
        return Front(None, self.app, (one,), quirks) if self.app is not None else None

    def field_at(self, front: Front, one: Focused) -> Field:
        return cast(Field, self.box)


async def seen(desk: Desk) -> SelectedText:
    found = await desk.selection.selected()
    assert found is not None
    return found


async def test_a_word_is_replaced_and_put_back() -> None:
    desk = Desk()
    found = await seen(desk)
    assert (found.text, found.app_name, found.area) == ("two", "Notes", Rect(1, 2, 30, 10))
    new = await desk.selection.replace(found, "zwei\n2")
    assert desk.box.text == "one zwei\n2 three"
    assert (await desk.selection.replace(new, found.text)).text == "two"
    assert desk.box.text == "one two three"


async def test_in_a_line_there_are_no_lines() -> None:
    desk = Desk(Box(single_line=True))
    await desk.selection.replace(await seen(desk), "zwei\nund ")
    assert desk.box.text == "one zwei und  three"


async def test_nothing_is_replaced_while_an_input_method_composes() -> None:
    desk = Desk()
    found = await seen(desk)
    desk.composition.note("test", True)
    with pytest.raises(WriteFailed, match="unfinished"):
        await desk.selection.replace(found, "zwei")
    assert desk.box.text == "one two three"


@pytest.mark.parametrize("change", ["text", "window", "gone", "private"])
async def test_nothing_is_replaced_elsewhere(change: str) -> None:
    desk = Desk()
    found = await seen(desk)
    match change:
        case "text":
            desk.box.text += "!"
        case "window":
            found = replace(found, window=":1.8:")
        case "gone":
            desk.app = None
        case _:
            desk.refused = True
    before = desk.box.text
    with pytest.raises(ChatChanged):
        await desk.selection.replace(found, "zwei")
    assert desk.box.text == before


async def test_what_can_only_be_read_is_not_replaced() -> None:
    desk = Desk(states=frozenset({"focused"}))
    found = await seen(desk)
    assert not found.editable
    with pytest.raises(WriteFailed):
        await desk.selection.replace(found, "zwei")


async def test_a_field_that_garbles_gets_its_text_back() -> None:
    desk = Desk(Box(spoils=True))
    with pytest.raises(WriteFailed, match="did not take"):
        await desk.selection.replace(await seen(desk), "zwei")
    assert desk.box.text == "one two three"


async def test_a_very_long_text_can_only_be_read() -> None:
    desk = Desk(Box("one two three " * 10_000))
    assert not (await seen(desk)).editable


@pytest.mark.parametrize("box", [Box(span=None), Box("one     three", (4, 7))])
async def test_nothing_and_spaces_are_no_selection(box: Box) -> None:
    assert await Desk(box).selection.selected() is None


async def test_what_is_private_is_refused() -> None:
    with pytest.raises(SelectionRefused):
        await Desk(refused=True).selection.selected()
