"""Follows one focused field: its draft at once, the conversation around it after a short rest."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from copilot.core.bounds import Profile
from copilot.core.model import ChatIdentity, ChatView, Conversation, Draft, Rect
from copilot.desktop.apps import AppQuirks
from copilot.desktop.linux.accessible import Accessibles, Ref
from copilot.desktop.linux.bus import CallFailed
from copilot.desktop.linux.field import Field
from copilot.desktop.linux.focus import Application, Focus
from copilot.desktop.linux.tree import Trees
from copilot.desktop.linux.windows import DesktopWindow
from copilot.desktop.own_names import OwnNames
from copilot.desktop.readers import ladder
from copilot.desktop.snapshot import Snapshot

# Seconds. A new message comes as several events; the first look waits for the rest of them, and
# a busy room is looked at this often at most.
_SETTLE = 0.04
_REST = 0.25
_LONG_REST = 2.0  # where no conversation was found, though one may still be loading
_EMPTY = Draft()
_TRIES = 3  # to read a conversation and a draft that belong together


@dataclass(frozen=True, slots=True)
class _Chat:
    """What was said. `words` is the name of the element `heading`, which shows the contact."""

    conversation: Conversation | None = None
    heading: Ref | None = None
    words: str = ""

    def goes_with(self, other: _Chat) -> bool:
        """Whether both are of one chat, so that what is typed belongs to either."""
        mine, its = self.conversation, other.conversation
        if mine is None or its is None:
            return mine is its
        return mine.contact == its.contact


@dataclass(frozen=True, slots=True)
class _Typed:
    draft: Draft = _EMPTY
    caret: Rect | None = None
    area: Rect | None = None


class Follower:
    """Keeps the view of one field.

    `ways` has the way of writing that worked last per application, `composing` tells whether an
    input method holds unfinished text. `publish` gets each new view,
    None while there is no conversation; `lost` is called when the field does not answer any more.
    `profile` is what the person set for the application: where only drafts are read, what was said
    is let go of at once, but for whom it was said with.
    """

    def __init__(
        self,
        focus: Focus,
        quirks: AppQuirks,
        window: DesktopWindow | None,
        accessibles: Accessibles,
        trees: Trees,
        own: OwnNames,
        ways: Mapping[str, str],
        composing: Callable[[], bool],
        publish: Callable[[ChatView | None], None],
        lost: Callable[[], None],
        profile: Profile | None = None,
    ) -> None:
        self.focus = focus
        self.window = window
        self.profile = profile or Profile()
        self.field = Field(
            accessibles,
            focus.field,
            focus.app.toolkit,
            writable=focus.writable,
            single_line=focus.single_line,
            window=lambda: self.window.area if self.window else None,
        )
        self._quirks = quirks
        self._trees = trees
        self._own = own
        self._ways = ways
        self._a11y = accessibles
        self._composing = composing
        self._publish = publish
        self._lost = lost
        self._root: Ref | None = None  # the smallest part of the window that is worth reading
        self._placed = True
        self._looked = False
        self._chat = _Chat()
        self._typed = _Typed()
        self._draft_changed = asyncio.Event()
        self._chat_changed = asyncio.Event()

    def follows(self, app: Application, window: DesktopWindow | None, focused: Ref | None) -> bool:
        """Whether it is about this window, and `focused` is no other field of its."""
        here = self.window.id if self.window is not None else 0
        return (
            self.focus.app == app
            and (window.id if window is not None else 0) == here
            and (focused is None or focused.name != app.bus_name or focused == self.focus.field)
        )

    # Events

    def heard_text(self, source: Ref) -> None:
        """A text or a caret changed somewhere in the application."""
        # Events of a rich text field come from paragraphs that may be new to us.
        self.field.touch()
        self._draft_changed.set()
        if not self.field.holds(source):
            self._chat_changed.set()

    def heard_window(self, window: DesktopWindow | None) -> None:
        """Something happened around its window, which may be elsewhere now."""
        before, self.window = self.window, window
        if before is not None and window is not None and before.area != window.area:
            self._draft_changed.set()
        self._chat_changed.set()

    def heard(self) -> None:
        """Something else changed in the application."""
        self._chat_changed.set()

    def heard_composing(self) -> None:
        """An input method has begun to compose, or has finished."""
        if self._looked:
            self._say()

    # Reading

    async def run(self) -> None:
        """Follow until cancelled."""
        try:
            await self.look()
        except CallFailed:
            self._lost()
            return
        self._say()
        async with asyncio.TaskGroup() as group:
            group.create_task(self._follow_draft(), name="follow draft")
            group.create_task(self._follow_chat(), name="follow chat")

    async def look(self) -> ChatView | None:
        """Read everything afresh. Raises CallFailed."""
        await self._read()
        self._looked = True
        return self.view()

    def _is_chat(self, chat: _Chat) -> bool:
        # Where the conversation can't be read, searches and the like have one line.
        typed = self._quirks.draft_only and (self._quirks.single_line or not self.focus.single_line)
        return chat.conversation is not None or typed

    def view(self) -> ChatView | None:
        """What was read last, None if there is no conversation."""
        conversation, typed = self._chat.conversation, self._typed
        reads = frozenset({"draft"} if self._drafts_only else {"draft", "chat"})
        if conversation is None:
            if not self._is_chat(self._chat):
                return None
            conversation, reads = Conversation(self._title), frozenset({"draft"})
        where = self.window.id if self.window else self.focus.frame.path
        return ChatView(
            identity=ChatIdentity(
                app=self._quirks.name,
                window=f"{self.focus.app.bus_name}:{where}",
                contact=conversation.contact,
            ),
            app_name=self._quirks.title,
            window_title=self._title,
            conversation=conversation,
            draft=typed.draft,
            caret=typed.caret,
            draft_area=typed.area,
            window_area=self.window.area if self.window else None,
            field=self.field.key,
            composing=self._composing(),
            reads=reads,
            writes=self._way,
        )

    @property
    def can(self) -> str:
        """What could be read here: "chat" or "draft"."""
        return "draft" if self._chat.conversation is None else "chat"

    @property
    def _drafts_only(self) -> bool:
        return self.profile.reads == "draft"

    @property
    def _way(self) -> str:
        """How a text will be written, as far as is known before it is tried."""
        chosen = self.profile.writes
        if chosen == "copy":
            return chosen
        ways = (self._ways.get(self._quirks.name, ""), *self._quirks.write)
        if chosen != "auto":
            ways = (chosen,)
        # Keys reach X11's windows only.
        able = {"accessibility": self.focus.writable, "paste": self.window, "keys": self.window}
        return next((way for way in ways if able.get(way)), "")

    @property
    def _title(self) -> str:
        return self.window.title if self.window else self.focus.title

    def _say(self) -> None:
        self._publish(self.view())

    async def _follow_draft(self) -> None:
        while True:
            await self._draft_changed.wait()
            self._draft_changed.clear()
            chat = self._chat
            if not self._is_chat(chat):
                continue
            try:
                typed = await self._read_draft(chat)
                if typed is None or not chat.goes_with(self._chat):
                    await self._read()
                else:
                    self._take(typed)
            except CallFailed:
                self._lost()
                continue
            self._say()

    async def _follow_chat(self) -> None:
        loop = asyncio.get_running_loop()
        rested = loop.time() + _REST
        while True:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(self._quirks.reread or None):
                    await self._chat_changed.wait()
            await asyncio.sleep(max(_SETTLE, rested - loop.time()))
            self._chat_changed.clear()
            try:
                chat = await self._read_chat()
                if chat.goes_with(self._chat):
                    self._chat = chat
                else:
                    await self._read(chat)
            except CallFailed:
                self._root = None
                self._lost()
                continue
            finally:
                rested = loop.time() + (_REST if self._is_chat(self._chat) else _LONG_REST)
            self._say()

    async def _read(self, chat: _Chat | None = None) -> None:
        """Read the conversation (or take `chat`) and the draft that goes with it.

        Many applications have one field for all chats of a window: what is typed must not be
        shown beside what was said in the chat before. Raises CallFailed.
        """
        for _ in range(_TRIES):
            chat = chat or await self._read_chat()
            if not self._is_chat(chat):  # what is typed there is none of our business
                self._chat, self._typed = chat, _Typed()
                return
            typed = await self._read_draft(chat)
            if typed is not None:
                same = chat.goes_with(self._chat)
                self._chat = chat
                if same:
                    self._take(typed)
                else:
                    self._typed = typed
                return
            chat = None
        raise CallFailed("The chat keeps changing.")

    def _take(self, typed: _Typed) -> None:
        if self._typed.draft.text and not typed.draft.text:
            self._own.sent(self._quirks.name, self._typed.draft.text, time.monotonic())
        self._typed = typed

    async def _read_draft(self, chat: _Chat) -> _Typed | None:
        """The draft, None if another chat than `chat` is over it by now. Raises CallFailed."""
        draft = await self.field.read()
        caret, area, same = await asyncio.gather(
            self.field.caret_area(), self.field.area(), self._is_still(chat)
        )
        return _Typed(draft, caret, area) if same else None

    async def _is_still(self, chat: _Chat) -> bool:
        if chat.heading is None:
            return True
        try:
            return await self._a11y.name(chat.heading) == chat.words
        except CallFailed:
            return False

    async def _read_chat(self) -> _Chat:
        """What is said now. Raises CallFailed."""
        found = None
        reader = self._quirks.reader
        if self._root is not None:
            with contextlib.suppress(CallFailed):
                snapshot = await self._snapshot(self._root, placed=self._placed)
                found = ladder.read(snapshot, reader)
                if found is not None:
                    return self._chat_in(snapshot, found)
            self._root = None
        whole = self.focus.document or self.focus.frame
        # Only where the application's own reader finds nothing, the places are worth asking for.
        for placed in sorted({ladder.needs_places(reader), True}):
            snapshot = await self._snapshot(whole, placed=placed)
            found = ladder.read(snapshot, reader)
            if found is not None:
                self._root = _ref(ladder.narrowed(snapshot, reader).key)
                self._placed = placed
                return self._chat_in(snapshot, found)
        return _Chat()

    def _chat_in(self, snapshot: Snapshot, found: Conversation) -> _Chat:
        heading = ladder.heading(snapshot, found.contact)
        if self._drafts_only:
            found = Conversation(found.contact)
        else:
            found = self._own.mark(self._quirks.name, found, time.monotonic())
        if heading is None:
            return _Chat(found)
        return _Chat(found, _ref(heading.key), heading.name)

    async def _snapshot(self, root: Ref, *, placed: bool) -> Snapshot:
        tree = await self._trees.take(
            root,
            self.focus.field,
            toolkit=self.focus.app.toolkit,
            web=self.focus.document is not None,
            places=placed,
        )
        return Snapshot(
            app=self._quirks.name,
            toolkit=self.focus.app.toolkit,
            title=self._title,
            root=tree,
            field=self.focus.field.key,
            url=self.focus.url,
            placed=placed,
        )


def _ref(key: str) -> Ref:
    name, slash, path = key.partition("/")
    return Ref(name, slash + path)
