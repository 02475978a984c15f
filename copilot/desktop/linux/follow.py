"""Follows one focused field: its draft at once, the conversation around it after a short rest."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable

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


class Follower:
    """Keeps the view of one field.

    `publish` gets each new view, None while there is no conversation; `lost` is called when the
    field does not answer any more.
    """

    def __init__(
        self,
        focus: Focus,
        quirks: AppQuirks,
        window: DesktopWindow | None,
        accessibles: Accessibles,
        trees: Trees,
        own: OwnNames,
        publish: Callable[[ChatView | None], None],
        lost: Callable[[], None],
    ) -> None:
        self.focus = focus
        self.window = window
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
        self._publish = publish
        self._lost = lost
        self._root: Ref | None = None  # the smallest part of the window that is worth reading
        self._conversation: Conversation | None = None
        self._draft = Draft()
        self._caret: Rect | None = None
        self._area: Rect | None = None
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

    def heard(self) -> None:
        """Something else changed in the application."""
        self._chat_changed.set()

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
        await self._read_chat()
        if self._is_chat:  # otherwise what is typed there is none of our business
            await self._read_draft()
        return self.view()

    @property
    def _is_chat(self) -> bool:
        # Where the conversation can't be read, searches and the like have one line.
        typed = self._quirks.draft_only and (self._quirks.single_line or not self.focus.single_line)
        return self._conversation is not None or typed

    def view(self) -> ChatView | None:
        """What was read last, None if there is no conversation."""
        conversation = self._conversation
        reads = frozenset({"draft", "chat"})
        if conversation is None:
            if not self._is_chat:
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
            draft=self._draft,
            caret=self._caret,
            draft_area=self._area,
            window_area=self.window.area if self.window else None,
            field=self.field.key,
            reads=reads,
        )

    @property
    def _title(self) -> str:
        return self.window.title if self.window else self.focus.title

    def _say(self) -> None:
        self._publish(self.view())

    async def _follow_draft(self) -> None:
        while True:
            await self._draft_changed.wait()
            self._draft_changed.clear()
            if not self._is_chat:
                continue
            try:
                await self._read_draft()
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
                await self._read_chat()
            except CallFailed:
                self._root = None
                self._lost()
                continue
            finally:
                rested = loop.time() + (_REST if self._is_chat else _LONG_REST)
            self._say()

    async def _read_draft(self) -> None:
        draft = await self.field.read()
        if self._draft.text and not draft.text:
            self._own.sent(self._quirks.name, self._draft.text, time.monotonic())
        caret, area = await asyncio.gather(self.field.caret_area(), self.field.area())
        self._draft, self._caret, self._area = draft, caret, area

    async def _read_chat(self) -> None:
        found = await self._find_chat()
        if found is not None:
            found = self._own.mark(self._quirks.name, found, time.monotonic())
        self._conversation = found

    async def _find_chat(self) -> Conversation | None:
        if self._root is not None:
            with contextlib.suppress(CallFailed):
                snapshot = await self._snapshot(self._root)
                found = ladder.read(snapshot, self._quirks.reader)
                if found is not None:
                    return found
            self._root = None
        snapshot = await self._snapshot(self.focus.document or self.focus.frame)
        found = ladder.read(snapshot, self._quirks.reader)
        if found is not None:
            self._root = _ref(ladder.narrowed(snapshot, self._quirks.reader).key)
        return found

    async def _snapshot(self, root: Ref) -> Snapshot:
        tree = await self._trees.take(
            root,
            self.focus.field,
            toolkit=self.focus.app.toolkit,
            web=self.focus.document is not None,
            places=ladder.needs_places(self._quirks.reader),
        )
        return Snapshot(
            app=self._quirks.name,
            toolkit=self.focus.app.toolkit,
            title=self._title,
            root=tree,
            field=self.focus.field.key,
            url=self.focus.url,
        )


def _ref(key: str) -> Ref:
    name, slash, path = key.partition("/")
    return Ref(name, slash + path)
