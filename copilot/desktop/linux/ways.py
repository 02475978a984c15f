"""The three ways of putting a text into a draft: accessibility, paste, keys."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

from copilot.core.errors import ChatChanged, DesktopError
from copilot.core.model import Draft
from copilot.desktop.linux.clipboard import Clipboard
from copilot.desktop.linux.keys import Keyboard
from copilot.desktop.linux.units import plain_spaces

_GLANCE = 0.04
"""Seconds after which a draft is read again though no change was heard: a web page may tell of a
change before its tree shows it, and say no more."""


class Field(Protocol):
    """What the ways need of the accessible text field behind a view; it may raise DesktopError."""

    @property
    def writable(self) -> bool: ...

    @property
    def single_line(self) -> bool: ...

    async def read(self) -> Draft: ...

    async def set_text(self, text: str) -> bool: ...

    async def set_caret(self, offset: int) -> bool: ...

    async def changed(self, limit: float) -> None: ...


@dataclass(frozen=True, slots=True)
class Target:
    """A draft to write into.

    `still` raises ChatChanged once the keyboard goes elsewhere; `untouched` does so too, and also
    when chat or draft have changed while something was waited for. `draft` is what is to be
    replaced. `keys` tells whether keys that we press can reach it at all, `newlines` whether
    Shift+Return makes a new line there.
    """

    field: Field
    draft: str
    still: Callable[[], None]
    untouched: Callable[[], Awaitable[None]]
    keys: bool
    newlines: bool

    async def last_look(self) -> None:
        """Call it right before the draft is replaced: what is typed after this is lost.

        One short call, so that this is a matter of a millisecond. Raises ChatChanged.
        """
        now = await self.field.read()
        self.still()
        if not is_same(now.text, self.draft):
            raise draft_changed()

    async def becomes(self, text: str, limit: float) -> bool:
        """Wait until the draft reads back as `text`; false after `limit` seconds."""
        loop = asyncio.get_running_loop()
        end = loop.time() + limit
        while True:
            if is_same((await self.field.read()).text, text):
                return True
            left = end - loop.time()
            if left <= 0:
                return False
            await self.field.changed(min(left, _GLANCE))


def draft_changed() -> ChatChanged:
    """The draft is no longer the one that the text was made for."""
    return ChatChanged("You have changed the draft since.", "Refresh, or copy the text instead.")


def is_same(read: str, written: str) -> bool:
    """Whether a draft that was read back is the text that was written."""
    return plain_spaces(read) == plain_spaces(written)


class Way(Protocol):
    """One way of replacing a whole draft."""

    @property
    def name(self) -> str:
        """ "accessibility", "paste" or "keys"."""
        ...

    def fits(self, target: Target, text: str) -> bool:
        """Whether it is worth trying; must not touch anything."""
        ...

    async def put(self, target: Target, text: str) -> bool:
        """Replace the draft by `text` and read it back; true if it is exactly that.

        Raises DesktopError when something is in the way.
        """
        ...


class ByAccessibility:
    """The toolkit's own call that replaces a text: at once, and no key or clipboard is touched."""

    name = "accessibility"
    limit = 0.4

    def fits(self, target: Target, text: str) -> bool:
        """Where the field says that it can be written."""
        return target.field.writable

    async def put(self, target: Target, text: str) -> bool:
        """Set the text, then the caret behind it."""
        await target.last_look()
        # Firefox answers True and does nothing: only the draft tells.
        if not await target.field.set_text(text):
            return False
        if not await target.becomes(text, self.limit):
            return False
        await target.field.set_caret(len(text))
        return True


class ByPaste:
    """Lend the clipboard, select the draft and press what pastes."""

    name = "paste"
    fetch_limit = 3.0
    limit = 2.0

    def __init__(self, keyboard: Keyboard, clipboard: Clipboard) -> None:
        self._keyboard = keyboard
        self._clipboard = clipboard

    def fits(self, target: Target, text: str) -> bool:
        """Wherever keys reach."""
        return target.keys

    async def put(self, target: Target, text: str) -> bool:
        """Paste over the selected draft; an empty text is a deletion."""
        return await self.enter(target, text, text)

    async def enter(self, target: Target, piece: str, text: str) -> bool:
        """Enter `piece` over what `select` selects, upon which the draft should be `text`."""
        if not piece:
            await _ready(self._keyboard, target)
            await target.last_look()
            await self.select(target)
            self._keyboard.delete()
            return await target.becomes(text, self.limit)
        async with self._clipboard.lend(piece) as guard:
            await _ready(self._keyboard, target)
            await target.last_look()
            await self.select(target)
            self._keyboard.paste()
            # A client that was slow to ask is not cut off: it would paste what comes next.
            if not await guard.taken(self.fetch_limit):
                return False
            return await target.becomes(text, self.limit)

    async def select(self, target: Target) -> None:
        """Select what is to be replaced: the whole draft. Must be quick, see `last_look`."""
        if target.draft:
            self._keyboard.select_all()


class ByKeys:
    """Type it, where nothing else works."""

    name = "keys"
    limit = 2.0

    def __init__(self, keyboard: Keyboard) -> None:
        self._keyboard = keyboard

    def fits(self, target: Target, text: str) -> bool:
        """Not where a new line could send the message."""
        return target.keys and (target.newlines or "\n" not in text)

    async def put(self, target: Target, text: str) -> bool:
        """Delete the draft and type the text, looking at the draft as it grows."""
        await _ready(self._keyboard, target)
        await target.last_look()
        if target.draft:
            self._keyboard.select_all()
            self._keyboard.delete()

        async def shown(part: str) -> bool:
            if not await target.becomes(part, self.limit):
                return False
            try:
                target.still()
            except ChatChanged:
                return False  # not raised: what was deleted has to be given back
            return True

        return await shown("") and await self._keyboard.type(text, shown, newlines=target.newlines)


async def _ready(keyboard: Keyboard, target: Target) -> None:
    """Wait until keys can be pressed for this draft and no other."""
    if not await keyboard.released():
        raise DesktopError(
            "A key is held down.", "Let go of Ctrl, Alt, Shift and Super, then choose again."
        )
    await target.untouched()
