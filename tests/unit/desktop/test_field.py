"""Drafts in rich text fields, from objects that answer as Chromium's and Gecko's do."""

from __future__ import annotations

from typing import Any, cast

import pytest

from copilot.core.model import Draft, Rect
from copilot.desktop.linux.accessible import Accessibles, Ref
from copilot.desktop.linux.bus import CallFailed
from copilot.desktop.linux.field import Field

# path: (role, own text, caret, children)
Objects = dict[str, tuple[str, str, int, list[str]]]


class FakeAccessibles:
    """Answers from a table; remembers what it was told."""

    def __init__(self, objects: Objects, boxes: dict[int, Rect] | None = None) -> None:
        self.objects = objects
        self.boxes = boxes or {}
        self.told: list[tuple[str, str, tuple[Any, ...]]] = []
        self.chosen: dict[str, tuple[int, int]] = {}

    async def text(self, ref: Ref) -> str:
        if self.objects[ref.path][1] == "!":
            raise CallFailed("no text")
        return self.objects[ref.path][1]

    async def caret(self, ref: Ref) -> int:
        return self.objects[ref.path][2]

    async def children(self, ref: Ref) -> list[Ref]:
        return [Ref(ref.name, path) for path in self.objects[ref.path][3]]

    async def role(self, ref: Ref) -> str:
        return self.objects[ref.path][0]

    async def length(self, ref: Ref) -> int:
        return len(self.objects[ref.path][1])

    async def selections(self, ref: Ref) -> int:
        return int(ref.path in self.chosen)

    async def selection(self, ref: Ref) -> tuple[int, int] | None:
        return self.chosen.get(ref.path)

    async def range(self, ref: Ref, start: int, end: int, *, window: bool = False) -> Rect:
        return Rect(10 * start, 0, 10 * (end - start), 20)

    async def extents(self, ref: Ref, *, window: bool = False) -> Rect:
        if not window and not self.boxes:
            raise CallFailed("GTK 4")
        return Rect(5, 6, 70, 20)

    async def character(self, ref: Ref, offset: int, *, window: bool = False) -> Rect:
        if window:
            return Rect(1, 2, 8, 16)
        if offset not in self.boxes:
            raise CallFailed("GTK 4")
        return self.boxes[offset]

    async def ask(self, ref: Ref, interface: str, member: str, signature: str, *body: Any) -> bool:
        if member == "AddSelection":
            raise CallFailed("refused")
        self.told.append((ref.path, member, body))
        return member != "SetSelection"


def field(fake: FakeAccessibles, toolkit: str = "chromium", window: Rect | None = None) -> Field:
    return Field(
        cast(Accessibles, fake), Ref(":1.5", "/f"), toolkit, writable=True, window=lambda: window
    )


async def test_paragraphs_are_lines_and_plain_text_is_spelt_out() -> None:
    # What Chromium 156 answers for <div contenteditable>one<div>two</div><div><br></div><div>x
    fake = FakeAccessibles(
        {
            "/f": ("entry", "one\ufffc\ufffc\ufffc", 3, ["/s", "/2", "/3", "/4"]),
            "/s": ("static", "one", -1, []),
            "/2": ("section", "two", 1, []),
            "/3": ("section", "\n", -1, []),
            "/4": ("section", "x", -1, []),
        }
    )
    rich = field(fake)
    assert await rich.read() == Draft("one\ntwo\n\nx", 5)
    assert rich.holds(Ref(":1.5", "/2"))
    assert not rich.holds(Ref(":1.5", "/9"))
    await rich.set_caret(6)
    await rich.set_caret(1)
    await rich.set_caret(99)
    assert fake.told == [
        ("/2", "SetCaretOffset", (2,)),
        ("/f", "SetCaretOffset", (1,)),
        ("/f", "SetCaretOffset", (99,)),
    ]


async def test_what_has_no_text_leaves_nothing_and_an_empty_field_is_empty() -> None:
    picture = FakeAccessibles(
        {"/f": ("entry", "a\ufffcb", -1, ["/i"]), "/i": ("image", "!", -1, [])}
    )
    assert await field(picture).read() == Draft("ab", 2)
    gone = FakeAccessibles({"/f": ("entry", "a\ufffc", 1, [])})
    assert await field(gone).read() == Draft("a", 1)
    empty = FakeAccessibles({"/f": ("entry", "\n", 1, [])})
    assert await field(empty).read() == Draft("", 0)


@pytest.mark.parametrize(
    ("toolkit", "raw", "caret"), [("qt", "a😀b", 3), ("gecko", "a😀\ufeffb", 3), ("gtk", "a😀b", 2)]
)
async def test_the_caret_counts_code_points(toolkit: str, raw: str, caret: int) -> None:
    fake = FakeAccessibles({"/f": ("text", raw, caret, [])})
    typed = field(fake, toolkit)
    assert await typed.read() == Draft("a😀b", 2)
    await typed.set_caret(2)
    assert fake.told == [("/f", "SetCaretOffset", (caret,))]


async def test_places_at_the_end_off_the_window_and_inside_of_it() -> None:
    objects: Objects = {"/f": ("text", "ab", 2, [])}
    # At the end Qt answers zeros: the place is right of the last character.
    end = field(FakeAccessibles(objects, {2: Rect(0, 0, 0, 0), 1: Rect(40, 50, 8, 16)}))
    assert await end.caret_area() is None
    await end.read()
    assert await end.caret_area() == Rect(48, 50, 1, 16)
    # Qt 6 at times answers for the window.
    window = Rect(100, 100, 300, 200)
    moved = field(FakeAccessibles(objects, {2: Rect(10, 10, 1, 16)}), window=window)
    await moved.read()
    assert await moved.caret_area() == Rect(110, 110, 1, 16)
    assert await moved.area() == Rect(105, 106, 70, 20)
    # GTK 4 knows no other places.
    inside = field(FakeAccessibles(objects), window=window)
    await inside.read()
    assert await inside.caret_area() == Rect(101, 102, 1, 16)
    assert await inside.area() == Rect(105, 106, 70, 20)
    nowhere = field(FakeAccessibles(objects))
    await nowhere.read()
    assert await nowhere.caret_area() is None
    assert await nowhere.area() is None


async def test_refusals_are_answered_not_raised() -> None:
    fake = FakeAccessibles({"/f": ("text", "ab", 2, [])})
    typed = field(fake)
    assert await typed.set_text("x")
    assert await typed.focus()
    assert not await typed.select_all()


async def test_waiting_for_a_change_ends_with_it_or_with_the_limit() -> None:
    typed = field(FakeAccessibles({}))
    await typed.changed(0.001)
    typed.touch()
    await typed.changed(0.001)


def two_lines() -> FakeAccessibles:
    return FakeAccessibles(
        {
            "/f": ("entry", "one\ufffc", -1, ["/s", "/2"]),
            "/s": ("static", "one", -1, []),
            "/2": ("section", "two", 3, []),
        }
    )


@pytest.mark.parametrize(
    ("chosen", "span"),
    [
        ({"/f": (1, 3)}, (1, 3)),
        # What Chromium 156 answers for the second line, selected from the end of the first.
        ({"/f": (3, 4), "/2": (0, 3)}, (4, 7)),
        ({"/f": (1, 4), "/2": (0, 2)}, (1, 6)),
        ({}, None),
    ],
)
async def test_a_selection_is_found_in_paragraphs(
    chosen: dict[str, tuple[int, int]], span: tuple[int, int] | None
) -> None:
    fake = two_lines()
    fake.chosen = chosen
    rich = field(fake)
    await rich.read()
    assert await rich.selection() == span
    assert (await rich.selection_area() is None) == (span is None)


async def test_a_part_of_one_paragraph_can_be_selected() -> None:
    fake = two_lines()
    rich = field(fake)
    await rich.read()
    assert not await rich.select(4, 6)  # this one refuses, but was asked
    assert ("/2", "SetSelection", (0, 0, 2)) in fake.told
    assert not await rich.select(1, 6)


@pytest.mark.parametrize(
    ("text", "caret", "known", "span"),
    [
        ("a 😀 two", 7, "two", (4, 7)),
        ("a 😀 two", 4, "two", (4, 7)),
        ("a 😀 two", 7, "\xa0two", (3, 7)),
        ("a 😀 two", 7, "elsewhere", None),
        ("a 😀 two", 7, "", None),
    ],
)
async def test_behind_an_emoji_chromium_is_not_believed(
    text: str, caret: int, known: str, span: tuple[int, int] | None
) -> None:
    fake = FakeAccessibles({"/f": ("entry", text, caret, [])})
    plain = field(fake)
    await plain.read()
    assert await plain.selection(known) is None
    fake.chosen = {"/f": (0, 0)}
    assert await plain.selection(known) == span


async def test_a_caret_without_width_is_where_it_is() -> None:
    fake = FakeAccessibles({"/f": ("entry", "ab", 2, [])}, {2: Rect(100, 60, 0, 16)})
    plain = field(fake, window=Rect(50, 50, 200, 100))
    await plain.read()
    assert await plain.caret_area() == Rect(100, 60, 1, 16)
