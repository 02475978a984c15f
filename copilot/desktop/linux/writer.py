"""Writes a chosen text into the draft it was made for, and into no other; takes it back once."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, MutableMapping, Sequence
from difflib import SequenceMatcher
from typing import Protocol

from copilot.core.errors import ChatChanged, DesktopError, OnlyCopied, WriteFailed
from copilot.core.model import ChatView, Draft, Sight, Written
from copilot.desktop.linux.ways import Field, Target, Way, draft_changed, is_same

_log = logging.getLogger(__name__)

_FRESH = 0.1
"""Seconds for which a look at the chat is believed before keys are pressed."""

# What no draft should hold: control characters other than the new line and the tab.
_CONTROL = {code: None for code in (*range(0x20), 0x7F) if chr(code) not in "\n\t"}


class Fields(Protocol):
    """Finds the field of a view, and tells what is in front of the person now."""

    def field(self, key: str) -> Field | None: ...

    def chosen_way(self, view: ChatView) -> str:
        """How the person wants text to be written there (see core.bounds.WRITES)."""
        ...

    async def now(self) -> Sight: ...


class Quirks(Protocol):
    """What is known about writing into one application."""

    @property
    def write(self) -> Sequence[str]:
        """Names of ways, the best first; empty where nothing is known."""
        ...

    @property
    def newline(self) -> str:
        """The keys that make a new line without sending, "" where unknown."""
        ...

    @property
    def single_line(self) -> bool:
        """Whether a draft has one line only."""
        ...


class Writer:
    """The port DraftWriter on the desktop loop.

    `ways` are tried in their order, what `quirks` names for the application before them, and
    what worked last there, kept in `remembered` (application → way), first of all; or that one
    alone which the person chose. `copy` puts a
    text on the clipboard; `in_front` tells whether a view's window has the keyboard, None if keys
    that we press can't reach it. `composing` tells whether an input method holds unfinished text.
    """

    def __init__(
        self,
        fields: Fields,
        ways: Sequence[Way],
        *,
        remembered: MutableMapping[str, str],
        quirks: Callable[[ChatView], Quirks],
        copy: Callable[[str], Awaitable[None]],
        in_front: Callable[[ChatView], bool | None],
        composing: Callable[[], bool] = lambda: False,
    ) -> None:
        self._fields = fields
        self._ways = {way.name: way for way in ways}
        self._remembered = remembered
        self._quirks = quirks
        self._copy = copy
        self._in_front = in_front
        self._composing = composing
        self._lock = asyncio.Lock()

    async def write(self, view: ChatView, text: str) -> Written:
        """Replace the draft of `view` by `text`, read back. Raises ChatChanged, WriteFailed."""
        text = clean(text)
        chosen = self._fields.chosen_way(view)
        if chosen == "copy":
            await self._copy(text)
            raise only_copied()
        async with self._lock:
            target, before = await self._target(view, view.draft.text)
            if self._quirks(view).single_line or target.field.single_line:
                text = " ".join(text.split())
            way = await self._put(view, target, before, text)
            await self._take_back_from_another(view, before, text)
            if chosen == "auto":
                self._remembered[view.identity.app] = way
            after = await target.field.read()
            if not is_same(after.text, text):
                after = Draft(text, len(text))  # typed on already: that is not ours to undo
            return Written(view, before, after, way)

    async def _take_back_from_another(self, view: ChatView, before: Draft, text: str) -> None:
        """Give a chat its draft back that came in front between our last look and our writing.

        Many applications have one field for all chats of a window. Raises ChatChanged then.
        """
        now = await self._fields.now()
        if not isinstance(now, ChatView) or not _is_other_talk(now, view):
            return
        if now.field == view.field and is_same(now.draft.text, text):
            target, _ = await self._target(now, now.draft.text)
            await self._put(now, target, now.draft, before.text)
            raise _other_talk()

    async def undo(self, written: Written) -> None:
        """Put the draft back as it was. Raises ChatChanged, WriteFailed."""
        async with self._lock:
            target, now = await self._target(written.view, written.after.text)
            await self._put(written.view, target, now, written.before.text, first=written.way)
            await target.field.set_caret(written.before.caret)

    async def copy(self, text: str) -> None:
        """Put `text` on the clipboard. Raises DesktopError."""
        await self._copy(clean(text))

    async def _target(
        self, view: ChatView, draft: str, *, mending: bool = False
    ) -> tuple[Target, Draft]:
        """The field to write into, once all is as it was. Raises ChatChanged, WriteFailed.

        While `mending` what we have spoilt, unfinished text of an input method is no obstacle: it
        may have come from keys that we pressed.
        """
        now = await self._same_chat(view, draft, mending=mending)
        field = self._fields.field(view.field)
        if field is None:
            raise _gone()

        looked = asyncio.get_running_loop().time()

        def still() -> None:
            if self._in_front(view) is False or self._fields.field(view.field) is not field:
                raise _gone()
            if self._composing() and not mending:
                raise unfinished()

        async def untouched() -> None:
            if asyncio.get_running_loop().time() - looked > _FRESH:
                await self._same_chat(view, draft, mending=mending)
            still()

        keys = self._in_front(view) is not None
        newlines = self._quirks(view).newline.lower() == "shift+return" and not field.single_line
        return Target(field, draft, still, untouched, keys, newlines), now.draft

    async def _same_chat(self, view: ChatView, draft: str, *, mending: bool = False) -> ChatView:
        """What is in front now, which must be the same chat with this draft."""
        now = await self._fields.now()
        if not isinstance(now, ChatView):
            raise _gone()
        if (now.identity.app, now.identity.window) != (view.identity.app, view.identity.window):
            raise ChatChanged(
                "Another window is in front now.", "Go back to the chat and choose again."
            )
        if _is_other_talk(now, view):
            raise _other_talk()
        if (
            now.composing and not mending
        ):  # before the draft: on web pages the unfinished text is a part of it
            raise unfinished()
        if now.field != view.field or not is_same(now.draft.text, draft):
            raise draft_changed()
        return now

    def _order(self, view: ChatView, first: str) -> list[Way]:
        """The ways to try; the one alone that the person chose for this application."""
        chosen = self._fields.chosen_way(view)
        if chosen in self._ways:
            return [self._ways[chosen]]
        names = [
            first,
            self._remembered.get(view.identity.app, ""),
            *self._quirks(view).write,
            *self._ways,
        ]
        return [self._ways[name] for name in dict.fromkeys(names) if name in self._ways]

    async def _put(
        self, view: ChatView, target: Target, before: Draft, text: str, first: str = ""
    ) -> str:
        """Try the ways in order; the name of the one that worked. Raises WriteFailed."""
        reason: DesktopError | None = None
        for way in self._order(view, first):
            if not way.fits(target, text):
                continue
            if reason is not None:
                await self._same_chat(view, before.text)  # the way before may have taken its time
            try:
                if await way.put(target, text):
                    return way.name
                reason = _refused()
            except ChatChanged:
                raise
            except DesktopError as failure:
                reason = failure
            _log.info("writing into %s by %s: %s", view.identity.app, way.name, reason.title)
            await self._restore(view, target, before, text)
        reason = reason or _refused()
        raise WriteFailed(reason.title, reason.hint, retryable=reason.retryable) from reason

    async def _restore(self, view: ChatView, target: Target, before: Draft, text: str) -> None:
        """After a way that failed to write `text`: see that the draft is as it was.

        Raises ChatChanged if it is the person who changed it, WriteFailed if it can't be restored.
        """
        typed = False
        try:
            spoiled = (await target.field.read()).text
            if is_same(spoiled, before.text):
                return
            typed = is_typed(before.text, spoiled, text)
            if not typed and await self._give_back(view, spoiled, before):
                return
        except DesktopError as failure:
            _log.info("restoring the draft in %s: %s", view.identity.app, failure.title)
        if typed:
            raise draft_changed()
        raise WriteFailed(
            "The application changed your draft and did not take it back.",
            "Press Ctrl+Z in the chat to get your text back.",
        )

    async def _give_back(self, view: ChatView, spoiled: str, before: Draft) -> bool:
        target, _ = await self._target(view, spoiled, mending=True)
        for way in self._ways.values():
            if way.fits(target, before.text) and await way.put(target, before.text):
                await target.field.set_caret(before.caret)
                return True
        return False


def clean(text: str) -> str:
    """A text as a draft may hold it: plain line ends, no control characters."""
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROL)


def _is_other_talk(now: ChatView, then: ChatView) -> bool:
    """Whether another contact is in front, or the same name with nothing in common said."""
    if now.identity.contact != then.identity.contact:
        return True
    said, before = ({(m.sender, m.text) for m in v.conversation.messages} for v in (now, then))
    return bool(said and before) and said.isdisjoint(before)


def is_typed(before: str, now: str, text: str) -> bool:
    """Whether the person typed into the draft while an attempt to write `text` had no effect.

    So it is if all of it is there still, and what came to it is nothing like the text.
    """
    pairs = enumerate(zip(before, now, strict=False))
    head = next((i for i, (a, b) in pairs if a != b), min(len(before), len(now)))
    tail = len(before) - head
    added = now[head : len(now) - tail]
    if not added or not now.endswith(before[head:]) or text.startswith(added):
        return False
    return SequenceMatcher(None, added, text, autojunk=False).ratio() < 0.5


def unfinished() -> WriteFailed:
    """An input method is in the middle of a word: whatever is written now could destroy it."""
    return WriteFailed(
        "The input method holds unfinished text.",
        "Finish or cancel it, then choose again.",
        retryable=True,
    )


def only_copied() -> OnlyCopied:
    """The person chose that nothing is written into this application."""
    return OnlyCopied(
        "The text is copied.",
        "Paste it yourself: you chose that nothing is written into this application.",
    )


def _refused() -> DesktopError:
    return DesktopError("This application did not take the text.", "Copy it and paste it yourself.")


def _other_talk() -> ChatChanged:
    return ChatChanged(
        "This text was made for another conversation.", "Go back to it, or copy the text instead."
    )


def _gone() -> ChatChanged:
    return ChatChanged("That chat is no longer in front of you.", "Go back to it and choose again.")
