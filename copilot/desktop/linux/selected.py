"""The text that is selected in any application: read, replaced in its place, and put back."""

from __future__ import annotations

import asyncio
import contextlib
import dataclasses
import logging
from dataclasses import dataclass
from typing import NoReturn

from copilot.core.errors import (
    ChatChanged,
    DesktopError,
    DisplayMissing,
    SelectionRefused,
    WriteFailed,
)
from copilot.core.model import Rect, SelectedText
from copilot.desktop.linux.accessible import TEXT
from copilot.desktop.linux.boxes import common
from copilot.desktop.linux.bus import CallFailed
from copilot.desktop.linux.clipboard import Clipboard
from copilot.desktop.linux.composition import Composition
from copilot.desktop.linux.field import Field
from copilot.desktop.linux.focus import Focused
from copilot.desktop.linux.front import Front, InFront
from copilot.desktop.linux.keys import Keyboard
from copilot.desktop.linux.selection import ReadLimits, SelectionUnreadable, read_target
from copilot.desktop.linux.ways import (
    ByAccessibility,
    ByPaste,
    Target,
    Way,
    draft_changed,
    is_same,
)
from copilot.desktop.linux.writer import clean, is_typed, unfinished
from copilot.desktop.linux.x11 import XConnection

_log = logging.getLogger(__name__)

_LONGEST_FIELD = 100_000  # characters; in longer texts nothing is replaced
_WHOLE_FIELD = 10_000  # characters that may be entered anew where a part can't be selected
_LIMITS = ReadLimits(step=1.0, total=2.0, size=4 * 1024 * 1024)
_LOOK, _LOOKS = 0.04, 10  # seconds between looks whether a part is selected, and how many
_PAGES = frozenset(("chromium", "gecko"))


@dataclass(frozen=True, slots=True)
class Keys:
    """What only X11 has."""

    x: XConnection
    keyboard: Keyboard
    clipboard: Clipboard


class LinuxSelection:
    """The port Selection on the desktop loop.

    Accessibility says what is selected in the focused element, and where. What it can't say, X11's
    PRIMARY selection does, if it belongs to the program that has the keyboard. `keys` is None where
    there is no X11.
    """

    def __init__(self, seen: InFront, composition: Composition, keys: Keys | None) -> None:
        self._seen = seen
        self._composition = composition
        self._keys = keys
        self._lock = asyncio.Lock()

    # Reading

    async def selected(self) -> SelectedText | None:
        """See Selection."""
        if self._keys is not None:
            # While a hotkey is held the window has no keyboard, and says that nothing is focused.
            await self._keys.keyboard.released()
        front = await self._seen.front()
        if front is None:
            return None
        for one in front.focused:
            if TEXT not in one.interfaces:
                continue
            editable = "editable" in one.states
            with contextlib.suppress(CallFailed):
                read = self._in_field if editable else self._on_page
                found = await read(front, one)
                if found is not None:
                    return found
            if editable and front.app is not None and front.app.toolkit in _PAGES:
                return None  # a page has one selection, which is the caret in here
        return self._made(front, await self._primary(front), None)

    async def _in_field(self, front: Front, one: Focused) -> SelectedText | None:
        field = self._seen.field_at(front, one)
        if await field.length() > _LONGEST_FIELD:
            return await self._on_page(front, one)
        draft = await field.read()
        known = await self._primary(front) if field.toolkit == "chromium" else ""
        span = await field.selection(known)
        if span is None or one.role == "terminal":
            return self._made(front, known, None) if await field.has_selection() else None
        start, end = span
        made = self._made(front, draft.text[start:end], await field.selection_area())
        if made is None:
            return None
        return dataclasses.replace(
            made,
            text=draft.text[start:end],
            editable=True,
            field=field.key,
            start=start,
            around=draft.text,
        )

    async def _on_page(self, front: Front, one: Focused) -> SelectedText | None:
        field = self._seen.field_at(front, one)
        if not await field.has_selection():
            return None
        area = await field.selection_area()
        text = await self._primary(front)
        if not text:
            draft = await field.read()
            span = await field.selection()
            text = draft.text[slice(*span)] if span is not None else ""
        return self._made(front, text, area)

    def _made(self, front: Front, text: str, area: Rect | None) -> SelectedText | None:
        # What was selected by whole lines brings line ends along.
        text = text.strip()
        if not text:
            return None
        if area is not None and front.window is not None:
            area = common(area, front.window.area)  # much of it may be scrolled out of sight
        return SelectedText(
            text,
            app=front.quirks.name,
            app_name=front.quirks.title,
            window=front.place,
            area=area or self._pointer(),
        )

    def _pointer(self) -> Rect | None:
        if self._keys is None:
            return None
        with contextlib.suppress(DisplayMissing):
            return Rect(*self._keys.x.pointer(), 1, 1)
        return None

    async def _primary(self, front: Front) -> str:
        """PRIMARY, "" if it is of another program than the one in front. Raises DesktopError."""
        if self._keys is None or front.window is None:
            return ""
        x = self._keys.x
        primary = x.atom("PRIMARY")
        if not x.same_client(x.selection_owner(primary), front.window.id):
            return ""
        try:
            async with asyncio.timeout(_LIMITS.total):
                for target, encoding in (("UTF8_STRING", "utf-8"), ("STRING", "latin-1")):
                    value = await read_target(x, primary, target, _LIMITS, _LIMITS.size)
                    if value is not None:
                        return value.data.decode(encoding, "replace").rstrip("\0")
        except (TimeoutError, SelectionUnreadable) as error:
            raise DesktopError(
                f"{front.quirks.title} does not hand out what is selected.",
                "Select less, or copy the text and paste it where you need it.",
            ) from error
        return ""

    # Replacing

    async def replace(self, selected: SelectedText, text: str) -> SelectedText:
        """See Selection."""
        text = clean(text)
        async with self._lock:
            try:
                field = await self._same(selected)
            except (CallFailed, SelectionRefused):  # something else is in front, or it has ended
                _gone()
            if field.single_line:
                text = text.replace("\n", " ")  # and no other space: it goes into a line
            await self._put(self._target(field, selected), field, selected, text)
            after = dataclasses.replace(selected, text=text, around=_replaced(selected, text))
            with contextlib.suppress(CallFailed):
                await field.set_caret(selected.start + len(text))
            return after

    async def _same(self, selected: SelectedText) -> Field:
        """The field, if all is as it was. Raises ChatChanged, WriteFailed."""
        if not selected.editable:
            raise WriteFailed("This text can't be changed in its place.", "Copy the new one.")
        if self._composition.open:
            raise unfinished()
        front = await self._seen.front()
        if front is None or front.place != selected.window:
            _gone()
        one = next((one for one in front.focused if one.ref.key == selected.field), None)
        if one is None:
            _gone()
        field = self._seen.field_at(front, one)
        if not is_same((await field.read()).text, selected.around):
            raise draft_changed()
        return field

    def _target(self, field: Field, selected: SelectedText) -> Target:
        number = selected.window.rpartition(":")[2]
        keys = self._keys if number.isdecimal() else None

        def still() -> None:
            if keys is not None and keys.x.active_window_id() != int(number):
                _gone()
            if self._composition.open:
                raise unfinished()

        async def untouched() -> None:
            await self._same(selected)

        return Target(field, selected.around, still, untouched, keys is not None, newlines=False)

    async def _put(self, target: Target, field: Field, selected: SelectedText, text: str) -> None:
        reason: DesktopError | None = None
        whole = _replaced(selected, text)
        for way in self._ways(field, selected, text):
            if not way.fits(target, whole):
                continue
            try:
                if await way.put(target, whole):
                    return
            except ChatChanged:
                raise
            except DesktopError as failure:
                reason = failure
            _log.info("replacing a selection in %s by %s failed", selected.app, way.name)
            await self._restore(target, field, whole)
        if reason is not None:
            raise WriteFailed(reason.title, reason.hint, retryable=reason.retryable) from reason
        raise WriteFailed("This application did not take the text.", "Copy it and paste it.")

    def _ways(self, field: Field, selected: SelectedText, text: str) -> list[Way]:
        # Pasted over the selection, all around it keeps its form, and the application can undo it.
        ways: list[Way] = []
        if self._keys is not None:
            ways.append(_PasteOver(self._keys, field, selected, text))
        if len(selected.around) <= _WHOLE_FIELD:
            ways.append(ByAccessibility())
            if self._keys is not None:
                ways.append(ByPaste(self._keys.keyboard, self._keys.clipboard))
        return ways

    async def _restore(self, target: Target, field: Field, tried: str) -> None:
        now = (await field.read()).text
        if is_same(now, target.draft):
            return
        if is_typed(target.draft, now, tried):
            raise draft_changed()
        taken = field.writable and await field.set_text(target.draft)
        if taken and await target.becomes(target.draft, ByAccessibility.limit):
            return
        raise WriteFailed(
            "The application changed your text and did not take it back.",
            "Press Ctrl+Z there to get your text back.",
        )


class _PasteOver(ByPaste):
    """Paste over what is selected, and over nothing else."""

    def __init__(self, keys: Keys, field: Field, selected: SelectedText, text: str) -> None:
        super().__init__(keys.keyboard, keys.clipboard)
        self._field = field
        self._span = selected.start, selected.start + len(selected.text)
        self._selected = selected.text
        self._text = text

    async def put(self, target: Target, text: str) -> bool:
        """Select it again if need be, and enter the new text; `text` is the whole that results."""
        if not await self._is_selected():
            if not await self._field.select(*self._span):
                return False
            for _ in range(_LOOKS):
                if await self._is_selected():
                    break
                await self._field.changed(_LOOK)
        return await self.enter(target, self._text, text)

    async def _is_selected(self) -> bool:
        await self._field.read()  # for the caret
        return await self._field.selection(self._selected) == self._span

    async def select(self, target: Target) -> None:
        """It is selected, or nothing is pasted."""
        if not await self._is_selected():
            raise DesktopError("This application does not let a part of its text be selected.")


def _replaced(selected: SelectedText, text: str) -> str:
    end = selected.start + len(selected.text)
    return selected.around[: selected.start] + text + selected.around[end:]


def _gone() -> NoReturn:
    raise ChatChanged("That text is no longer in front of you.", "Select it again.")
