"""A tree from one answer of the application."""

from __future__ import annotations

from typing import Any

import pytest

from copilot.desktop.linux.accessible import Ref
from copilot.desktop.linux.bus import CallFailed
from copilot.desktop.linux.cache import CachedTree
from copilot.desktop.linux.roles import role_name, role_number, state_names, state_words

ROOT = "/root"


def item(
    path: str, parent: str, index: int, name: str = "", role: str = "panel", count: int = 0
) -> list[Any]:
    states = state_words("showing", "visible")
    return [
        [":1.5", path],
        [":1.5", ROOT],
        [":1.5", parent],
        index,
        count,
        [],
        name,
        role_number(role),
        "",
        states,
    ]


class Live:
    """Stands for questions about single elements."""

    async def kind(self, ref: Ref) -> tuple[str, frozenset[str]]:
        if ref.path == "/gone":
            raise CallFailed("gone")
        return "list-item", frozenset({"showing"})

    async def inside(self, ref: Ref) -> tuple[str, list[Ref]]:
        return "asked", [Ref(ref.name, "/row")]


TREE = CachedTree(
    [
        item("/label", "/frame", 1, "hi", "label"),
        item("/field", "/frame", 0, role="text"),
        item("/frame", ROOT, 0, "window", "frame", count=3),
        item("/stray", "/gone", 0),
        # Its viewport came later, and is not described.
        item("/pane", "/other", 3, role="scroll-pane", count=2),
        item("/bar", "/pane", -1, role="scroll-bar"),
        # What belongs to a button's menu, which is no child of the button.
        item("/button", "/other", 4, role="push-button"),
        item("/menu", "/button", -1),
        # A list that makes its rows when it is asked for them.
        item("/rows", "/frame", 2, role="list-box", count=-1),
    ],
    Live(),
)


async def test_elements_that_are_not_all_described_are_asked_for() -> None:
    assert await TREE.inside(Ref(":1.5", "/pane")) == ("asked", [Ref(":1.5", "/row")])
    assert await TREE.inside(Ref(":1.5", "/button")) == ("", [])


async def test_elements_are_in_their_places() -> None:
    frame = Ref(":1.5", "/frame")
    inside = [Ref(":1.5", path) for path in ("/field", "/label", "/rows")]
    assert await TREE.inside(frame) == ("window", inside)
    assert await TREE.kind(Ref(":1.5", "/label")) == ("label", frozenset({"showing", "visible"}))


async def test_what_is_not_in_it_is_asked_for() -> None:
    row = Ref(":1.5", "/row")
    assert await TREE.inside(Ref(":1.5", "/rows")) == ("asked", [row])
    assert await TREE.kind(row) == ("list-item", frozenset({"showing"}))
    with pytest.raises(CallFailed):
        await TREE.kind(Ref(":1.5", "/gone"))


def test_it_is_of_use_only_where_field_and_window_hang_together() -> None:
    frame = Ref(":1.5", "/frame")
    assert TREE.joins(frame, Ref(":1.5", "/field"))
    assert TREE.joins(frame, None)
    assert not TREE.joins(frame, Ref(":1.5", "/stray"))
    assert not TREE.joins(frame, Ref(":1.5", "/new"))
    assert not TREE.joins(Ref(":1.5", "/other"), None)


def test_roles_and_states_have_their_numbers() -> None:
    # The numbers are those of at-spi2-core's headers.
    assert [role_number(n) for n in ("frame", "password-text", "text", "log")] == [23, 40, 61, 111]
    assert role_name(9_999) == "unknown"
    assert state_names(state_words("focused", "editable")) == {"focused", "editable"}
    assert state_words("read-only") == [0, 1 << 11]
