"""Following a field that all chats of a window share."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from typing import cast

import pytest

from copilot.core.bounds import Profile
from copilot.core.model import ChatView, Conversation, Rect
from copilot.desktop.apps import AppQuirks
from copilot.desktop.linux.accessible import Accessibles, Ref
from copilot.desktop.linux.focus import Application, Focus
from copilot.desktop.linux.follow import Follower
from copilot.desktop.linux.tree import Trees
from copilot.desktop.linux.xvalues import ActiveWindow
from copilot.desktop.own_names import OwnNames
from copilot.desktop.snapshot import Node
from tests.unit.readers.trees import Tree

APP = ":1.7"
FIELD, HEADING = Ref(APP, "/field"), Ref(APP, "/heading")


class Chats:
    """An application with one field: stands for its accessibles and for the trees of them."""

    def __init__(self) -> None:
        self.heading, self.draft = "Anna", "for Anna"
        self.after_tree: Callable[[], None] = lambda: None
        self.place = Rect(0, 0, 10, 10)

    def show(self, contact: str, draft: str) -> None:
        self.heading, self.draft = contact, draft

    # Trees

    async def take(self, root: Ref, field: Ref, **_: object) -> Node:
        t = Tree()
        node = Node("label", self.heading, key=HEADING.key)
        text = t.node("text", text=f"<{self.heading}> hi", states="showing")
        states = frozenset({"focused", "editable", "multi-line"})
        tree = t.node("frame", node, text, Node("text", states=states, key=field.key))
        await asyncio.sleep(0)
        self.after_tree()
        return tree

    # Accessibles

    async def text(self, _ref: Ref) -> str:
        return self.draft

    async def caret(self, _ref: Ref) -> int:
        return len(self.draft)

    async def children(self, _ref: Ref) -> list[Ref]:
        return []

    async def name(self, _ref: Ref) -> str:
        return self.heading

    async def extents(self, _ref: Ref, **_: object) -> Rect:
        return self.place

    async def character(self, _ref: Ref, _offset: int, **_: object) -> Rect:
        return Rect(0, 0, 1, 10)


class Follow:
    """A follower at work, and what it published."""

    def __init__(
        self,
        chats: Chats,
        ways: dict[str, str],
        quirks: AppQuirks,
        profile: Profile | None = None,
    ) -> None:
        app = Application(APP, 1, "chat", "gtk")
        focus = Focus(app, FIELD, Ref(APP, "/frame"), "Chat", single_line=False, writable=True)
        self.views: list[ChatView | None] = []
        self._news = asyncio.Event()
        self.composing = False
        self.follower = Follower(
            focus,
            quirks,
            None,
            cast(Accessibles, chats),
            cast(Trees, chats),
            OwnNames(),
            ways,
            composing=lambda: self.composing,
            publish=self._take,
            lost=lambda: None,
            profile=profile,
        )

    def _take(self, view: ChatView | None) -> None:
        self.views.append(view)
        self._news.set()

    async def news(self, contact: str) -> ChatView:
        """The newest view, once it is of that contact."""
        async with asyncio.timeout(5):
            while True:
                await self._news.wait()
                self._news.clear()
                view = self.views[-1]
                if view is not None and view.identity.contact == contact:
                    return view

    def pairs(self) -> set[tuple[str, str]]:
        return {(v.identity.contact, v.draft.text) for v in self.views if v is not None}


BOTH = {("Anna", "for Anna"), ("Bob", "for Bob")}


@pytest.fixture
def chats() -> Chats:
    return Chats()


@pytest.fixture
async def follow(chats: Chats) -> AsyncIterator[Follow]:
    made = Follow(chats, {}, AppQuirks(name="chat"))
    running = asyncio.get_running_loop().create_task(made.follower.run())
    assert (await made.news("Anna")).draft.text == "for Anna"
    yield made
    running.cancel()


async def test_the_draft_of_another_chat_comes_with_its_contact(
    chats: Chats, follow: Follow
) -> None:
    chats.show("Bob", "for Bob")
    follow.follower.heard_text(FIELD)
    assert (await follow.news("Bob")).draft.text == "for Bob"
    assert follow.pairs() == BOTH


async def test_another_contact_comes_with_its_draft(chats: Chats, follow: Follow) -> None:
    chats.show("Bob", "for Bob")
    follow.follower.heard()  # the event of the text itself is late
    assert (await follow.news("Bob")).draft.text == "for Bob"
    assert follow.pairs() == BOTH


async def test_where_the_window_goes_the_draft_goes(chats: Chats, follow: Follow) -> None:
    before = ActiveWindow(7, 1, "chat", "Chat", "Anna", Rect(0, 0, 100, 100))
    follow.follower.heard_window(before)
    await follow.news("Anna")
    after = replace(before, area=Rect(500, 0, 100, 100))
    chats.place = Rect(510, 80, 10, 10)
    follow.follower.heard_window(after)
    while (view := await follow.news("Anna")).draft_area != chats.place:
        pass
    assert view.window_area == after.area


async def test_a_switch_during_a_look_is_looked_at_again(chats: Chats, follow: Follow) -> None:
    def switch() -> None:
        chats.show("Bob", "for Bob")
        chats.after_tree = lambda: None

    chats.after_tree = switch
    view = await follow.follower.look()
    assert view is not None
    assert (view.identity.contact, view.draft.text) == ("Bob", "for Bob")


@pytest.mark.parametrize(
    ("ways", "quirks", "expected"),
    [
        ({"chat": "accessibility"}, AppQuirks(name="chat", write=("paste",)), "accessibility"),
        ({}, AppQuirks(name="chat"), "accessibility"),
        # Without a window system there is nothing to paste with.
        ({}, AppQuirks(name="chat", write=("paste", "keys")), ""),
    ],
)
async def test_a_view_says_how_it_will_be_written_to(
    chats: Chats, ways: dict[str, str], quirks: AppQuirks, expected: str
) -> None:
    view = await Follow(chats, ways, quirks).follower.look()
    assert view is not None
    assert view.writes == expected


async def test_where_only_drafts_are_read_nothing_that_was_said_goes_on(chats: Chats) -> None:
    made = Follow(chats, {}, AppQuirks(name="chat"), Profile("draft", "keys"))
    running = asyncio.get_running_loop().create_task(made.follower.run())
    try:
        view = await made.news("Anna")
        assert view.draft.text == "for Anna"
        assert view.conversation == Conversation("Anna")
        assert view.reads == {"draft"}
        assert made.follower.can == "chat"
        chats.show("Bob", "for Bob")
        made.follower.heard()
        assert (await made.news("Bob")).conversation.messages == ()
    finally:
        running.cancel()
