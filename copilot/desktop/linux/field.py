"""The accessible text field behind a view: its draft, its caret, and writing into it."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from copilot.core.model import Draft, Rect, Sight
from copilot.desktop.linux import units
from copilot.desktop.linux.accessible import COMPONENT, EDITABLE_TEXT, TEXT, Accessibles, Ref
from copilot.desktop.linux.boxes import around, touches
from copilot.desktop.linux.bus import CallFailed

EMBEDDED = "\ufffc"
_BLOCKS = frozenset(("paragraph", "section", "list-item", "block-quote"))
_MAX_DEPTH = 8
_MAX_PARTS = 400


@dataclass(frozen=True, slots=True)
class _Part:
    """A text in the field. `starts` has the place in the draft of each of its code points, and
    of its end."""

    ref: Ref
    raw: str
    starts: list[int]


class _Child(NamedTuple):
    ref: Ref
    role: str


class _Flat:
    """The draft as it is put together from paragraphs, links and emoji inside of the field."""

    def __init__(self) -> None:
        self.characters: list[str] = []
        self.parts: list[_Part] = []
        self.caret: tuple[_Part, int] | None = None

    def __len__(self) -> int:
        return len(self.characters)


class Fields(Protocol):
    """Finds the field of a view, and tells what is in front of the person right now."""

    def field(self, key: str) -> Field | None:
        """The field, None if it is not the one that is followed any more."""
        ...

    async def now(self) -> Sight:
        """Read the focused chat afresh."""
        ...


class Field:
    """One text field of an application. Everything raises CallFailed when that is gone or hung.

    `key` is `ChatView.field`; `writable` whether it claims that its text can be set, `single_line`
    whether it claims to have one line only.
    `window` tells where the window is, for toolkits that only know places inside it.
    """

    def __init__(
        self,
        accessibles: Accessibles,
        ref: Ref,
        toolkit: str,
        *,
        writable: bool,
        single_line: bool = False,
        window: Callable[[], Rect | None] = lambda: None,
    ) -> None:
        self.ref = ref
        self.key = ref.key
        self.toolkit = toolkit
        self.writable = writable
        self.single_line = single_line
        self._a11y = accessibles
        self._window = window
        self._parts: list[_Part] = []
        self._caret: tuple[_Part, int] | None = None
        self._last = Draft()
        self._touched = asyncio.Event()

    # Reading

    async def length(self) -> int:
        """How long its own text is, in the toolkit's units, before it is read."""
        return await self._a11y.length(self.ref)

    async def read(self) -> Draft:
        """The draft and its caret, embedded paragraphs flattened into lines."""
        flat = _Flat()
        await self._collect(self.ref, flat, 0)
        if flat.characters == ["\n"]:  # an empty rich text field holds one line break
            flat.characters.clear()
        self._parts, self._caret = flat.parts, flat.caret
        text = "".join(flat.characters)
        caret = len(text)
        if flat.caret is not None:
            part, offset = flat.caret
            points = units.to_points(part.raw, offset, self.toolkit)
            caret = min(part.starts[min(points, len(part.starts) - 1)], caret)
        self._last = Draft(text, caret)
        return self._last

    async def _collect(self, ref: Ref, flat: _Flat, depth: int) -> None:
        raw, offset = await asyncio.gather(self._a11y.text(ref), self._a11y.caret(ref))
        part = _Part(ref, raw, [])
        flat.parts.append(part)
        if offset >= 0:
            # A paragraph that has the caret says so after the field that it is in.
            flat.caret = (part, offset)
        text = units.clean(raw, self.toolkit)
        children = iter(await self._embedded(ref, text, flat, depth))
        for character in text:
            part.starts.append(len(flat))
            if character != EMBEDDED:
                flat.characters.append(character)
                continue
            child = next(children, None)
            if child is not None:
                with contextlib.suppress(CallFailed):  # an image has no text
                    await self._add(child, flat, depth)
        part.starts.append(len(flat))

    async def _embedded(self, ref: Ref, text: str, flat: _Flat, depth: int) -> list[_Child]:
        """What stands for the U+FFFC of a text, in their order."""
        if EMBEDDED not in text or depth >= _MAX_DEPTH or len(flat.parts) > _MAX_PARTS:
            return []
        refs = await self._a11y.children(ref)
        roles = await asyncio.gather(*map(self._a11y.role, refs))
        children = [_Child(each, role) for each, role in zip(refs, roles, strict=True)]
        if len(children) == text.count(EMBEDDED):
            return children
        # Chromium counts plain text among the children but spells it out in the text itself.
        return [child for child in children if child.role != "static"]

    async def _add(self, child: _Child, flat: _Flat, depth: int) -> None:
        block = child.role in _BLOCKS
        if block and flat.characters:
            flat.characters.append("\n")
        before = len(flat)
        await self._collect(child.ref, flat, depth + 1)
        if block and flat.characters[before:][-1:] == ["\n"]:
            flat.characters.pop()  # an empty paragraph holds one line break

    def holds(self, ref: Ref) -> bool:
        """Whether `ref` is this field or was found inside it."""
        return ref == self.ref or any(part.ref == ref for part in self._parts)

    # Places

    async def area(self) -> Rect | None:
        """Where the field is on the screen."""
        try:
            return self._placed(await self._a11y.extents(self.ref))
        except CallFailed:  # GTK 4 refuses screen coordinates
            return self._inside(await self._a11y.extents(self.ref, window=True))

    async def caret_area(self) -> Rect | None:
        """Where the caret was at the last `read`, None if the toolkit does not say.

        Asked for the character behind the caret, then for the one before it: at the end of a
        text, and in an empty one, some toolkits answer zeros.
        """
        if self._caret is None:
            return None
        part, offset = self._caret
        ends = units.to_points(part.raw, offset, self.toolkit) >= len(part.raw)
        for at in (offset, offset - 1):
            # Qt complains on the standard error of its own program when asked beyond the text.
            if at < 0 or (at == offset and ends and self.toolkit == "qt"):
                continue
            with contextlib.suppress(CallFailed):
                found = await self._character(part.ref, at)
                if found is not None and found.height > 0:
                    x = found.x if at == offset else found.x + found.width
                    return Rect(x, found.y, 1, found.height)
        return None

    async def _character(self, ref: Ref, offset: int) -> Rect | None:
        try:
            found = await self._a11y.character(ref, offset)
        except CallFailed:
            return self._inside(await self._a11y.character(ref, offset, window=True))
        return self._placed(found) if found.height > 0 else None

    def _placed(self, area: Rect) -> Rect:
        # Qt 6 at times answers with a place in the window where one on the screen was asked for.
        window = self._window()
        if window is None or touches(area, window):
            return area
        return Rect(area.x + window.x, area.y + window.y, area.width, area.height)

    def _inside(self, area: Rect) -> Rect | None:
        window = self._window()
        if window is None:
            return None
        return Rect(area.x + window.x, area.y + window.y, area.width, area.height)

    # What is selected

    async def selection(self, known: str = "") -> tuple[int, int] | None:
        """Start and end, in code points, of what is selected of the draft as it was last read.

        `known` is the selected text itself, where something else tells it: Chromium 156 turns
        UTF-16 offsets into code points twice, so that they are wrong behind an emoji.
        """
        if self.toolkit == "chromium" and any(c > "\uffff" for c in self._last.text):
            return self._beside_caret(known) if await self.has_selection() else None
        starts: list[int] = []
        ends: list[int] = []
        for part, (start, end) in await self._selected():
            text = units.clean(part.raw, self.toolkit)
            first, last = (
                min(units.to_points(part.raw, at, self.toolkit), len(text)) for at in (start, end)
            )
            # Where it begins or ends inside an embedded paragraph, that says it better.
            if text[first : first + 1] != EMBEDDED:
                starts.append(part.starts[first])
            if text[last - 1 : last] != EMBEDDED:
                ends.append(part.starts[last])
        if not starts or not ends or min(starts) >= max(ends):
            return None
        return min(starts), max(ends)

    def _beside_caret(self, known: str) -> tuple[int, int] | None:
        text, caret = self._last.text, self._last.caret
        for start in (caret - len(known), caret):
            end = start + len(known)
            if (
                known
                and start >= 0
                and units.plain_spaces(text[start:end]) == units.plain_spaces(known)
            ):
                return start, end
        return None

    async def has_selection(self) -> bool:
        """Whether anything is selected in it, without reading the rest."""
        if self.toolkit == "chromium":
            return await self._a11y.selections(self.ref) > 0
        return await self._a11y.selection(self.ref) is not None

    async def selection_area(self) -> Rect | None:
        """The box around what is selected, None if the toolkit does not say."""
        boxes: list[Rect] = []
        for part, (start, end) in await self._selected():
            try:
                found = self._placed(await self._a11y.range(part.ref, start, end))
            except CallFailed:  # GTK 4 refuses screen coordinates
                inside = await self._a11y.range(part.ref, start, end, window=True)
                found = self._inside(inside) or inside
            boxes.append(found)
        return around(boxes)

    async def _selected(self) -> list[tuple[_Part, tuple[int, int]]]:
        parts = self._parts or [_Part(self.ref, "", [])]
        spans = await asyncio.gather(*(self._a11y.selection(part.ref) for part in parts))
        pairs = zip(parts, spans, strict=True)
        return [(part, span) for part, span in pairs if span is not None]

    async def select(self, start: int, end: int) -> bool:
        """Select a part of the draft as it was last read; false where the toolkit refuses."""
        for part in reversed(self._parts):
            if start in part.starts and end in part.starts:
                text = units.clean(part.raw, self.toolkit)
                first, last = (
                    units.from_points(text, part.starts.index(at), self.toolkit)
                    for at in (start, end)
                )
                if await self._tell(TEXT, "SetSelection", "iii", 0, first, last, ref=part.ref):
                    return True
                return await self._tell(TEXT, "AddSelection", "ii", first, last, ref=part.ref)
        return False

    # Writing

    async def set_text(self, text: str) -> bool:
        """Replace the whole draft. True is what the application says; read back to know."""
        return await self._tell(EDITABLE_TEXT, "SetTextContents", "s", text)

    async def set_caret(self, offset: int) -> bool:
        """Put the caret behind `offset` code points of the draft as it was last read."""
        for part in reversed(self._parts):
            if offset in part.starts:
                text = units.clean(part.raw, self.toolkit)
                inner = units.from_points(text, part.starts.index(offset), self.toolkit)
                return await self._tell(TEXT, "SetCaretOffset", "i", inner, ref=part.ref)
        return await self._tell(TEXT, "SetCaretOffset", "i", offset)

    async def select_all(self) -> bool:
        """Select the whole draft; some toolkits refuse."""
        count = await self._a11y.length(self.ref)
        if await self._tell(TEXT, "SetSelection", "iii", 0, 0, count):
            return True
        return await self._tell(TEXT, "AddSelection", "ii", 0, count)

    async def focus(self) -> bool:
        """Give the field the keyboard inside its window."""
        return await self._tell(COMPONENT, "GrabFocus", "")

    async def _tell(
        self, interface: str, member: str, signature: str, *body: object, ref: Ref | None = None
    ) -> bool:
        try:
            return bool(await self._a11y.ask(ref or self.ref, interface, member, signature, *body))
        except CallFailed:  # Chromium has no EditableText: the same as a refusal
            return False

    # Changes

    def touch(self) -> None:
        """Its text or caret has changed."""
        self._touched.set()

    async def changed(self, limit: float) -> None:
        """Wait for a change since the last such wait, at most `limit` seconds."""
        # Cleared afterwards: a change between a reading and this wait is not missed.
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(limit):
                await self._touched.wait()
        self._touched.clear()
