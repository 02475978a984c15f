"""Keys pressed as if by hand (XTEST): chords in any layout, and text as the last resort."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Generator

from Xlib import XK

from copilot.desktop.linux.keymap import Keymap, Modifier, keysym_of
from copilot.desktop.linux.x11 import XConnection
from copilot.desktop.linux.xkeys import XKeys
from copilot.desktop.linux.xvalues import KeyReleased, MappingChanged

BATCH = 24
"""Characters that are typed before we look whether they have arrived."""

KEYMAP_PACE = 0.03
"""Seconds that clients get to read a changed keymap: nothing tells when they have."""

_SHIFT = "Shift"


class Keyboard:
    """The keyboard of one X11 connection. It never presses Return or Enter by itself alone."""

    def __init__(self, x: XConnection) -> None:
        self._x = x
        self._keys = XKeys(x)
        self._grabbed: frozenset[int] = frozenset()
        self._lent: list[int] = []
        self.keymap = self._read()
        x.listen(MappingChanged, lambda _: self._reread())

    def _read(self) -> Keymap:
        return Keymap(self._keys.keysyms(), self._keys.modifiers())

    def _reread(self) -> None:
        if not self._lent:
            self.keymap = self._read()

    def mind(self, keycodes: frozenset[int]) -> None:
        """Keys that are grabbed as hotkeys: while one is held, no client hears any key."""
        self._grabbed = keycodes

    @property
    def caps_lock(self) -> bool:
        """Whether Caps Lock is on."""
        return bool(self._keys.key_state() & Modifier.LOCK)

    async def released(self, limit: float = 2.0) -> bool:
        """Wait until no modifier and no hotkey is held; false if that takes too long.

        A held Ctrl or Alt would turn the keys we press into other combinations.
        """
        heard = asyncio.Event()
        end = self._x.listen(KeyReleased, lambda _: heard.set())
        self._keys.watch_releases(True)
        try:
            async with asyncio.timeout(limit):
                while self._keys.keys_down() & (self.keymap.holding_keys() | self._grabbed):
                    await heard.wait()
                    heard.clear()
        except TimeoutError:
            return False
        finally:
            end()
            self._keys.watch_releases(False)
        return True

    def paste(self) -> None:
        """Press what pastes: Ctrl+V, or Shift+Insert where the layout has no Latin letters."""
        if self.keymap.has(ord("v")):
            self._chord(("Ctrl",), ord("v"))
        else:
            self._chord((_SHIFT,), XK.XK_Insert)

    def select_all(self) -> None:
        """Press what selects the whole text: Ctrl+A, or from the start to the end."""
        if self.keymap.has(ord("a")):
            self._chord(("Ctrl",), ord("a"))
        else:
            self._chord(("Ctrl",), XK.XK_Home)
            self._chord(("Ctrl", _SHIFT), XK.XK_End)

    def delete(self) -> None:
        """Press what deletes the selected text."""
        self._chord((), XK.XK_Delete)

    def _new_line(self) -> None:
        self._chord((_SHIFT,), XK.XK_Return)

    def _chord(self, modifiers: tuple[str, ...], keysym: int) -> None:
        held = [self.keymap.modifier_key(name) for name in modifiers]
        key = self.keymap.place(keysym)
        if key is None or None in held:
            return  # the draft, read back, will show that nothing happened
        codes = [code for code in held if code is not None]
        for code in (*codes, key):
            self._keys.press(code, down=True)
        for code in (key, *reversed(codes)):
            self._keys.press(code, down=False)

    async def type(
        self, text: str, shown: Callable[[str], Awaitable[bool]], *, newlines: bool
    ) -> bool:
        """Type `text`; `shown(part)` waits until the draft has it so far. True if all arrived.

        A new line is Shift+Return, and only with `newlines`. Other control characters are
        refused, since they would move the focus. A character that the layout lacks is lent an
        unused key, which is taken back at the end.
        """
        if any(ord(c) < 0x20 and not (c == "\n" and newlines) for c in text) or self.caps_lock:
            return False
        with self._lending():
            done = 0
            while done < len(text):
                count = await self._type_some(text[done : done + BATCH])
                if not count:
                    return False
                done += count
                if not await shown(text[:done]):
                    return False
        return True

    async def _type_some(self, text: str) -> int:
        """Type as much as unused keys suffice for; how many characters that was."""
        group = self._keys.group()
        spare = list(self.keymap.spare())
        lent: dict[str, int] = {}
        count = 0
        for character in text:
            known = self.keymap.stroke(keysym_of(character), group)
            if character != "\n" and known is None and character not in lent:
                if not spare:
                    break
                lent[character] = spare.pop(0)
            count += 1
        # Web pages don't tell of a new line at the very end of a field until more follows.
        count = len(text[:count].rstrip("\n")) or count
        for character, keycode in lent.items():
            self._lend(keycode, keysym_of(character))
        if lent:
            await asyncio.sleep(KEYMAP_PACE)
        for character in text[:count]:
            self._press(character, lent, group)
        return count

    def _press(self, character: str, lent: dict[str, int], group: int) -> None:
        if character == "\n":
            self._new_line()
            return
        stroke = self.keymap.stroke(keysym_of(character), group)
        keycode = lent[character] if stroke is None else stroke.keycode
        shift = self.keymap.modifier_key(_SHIFT) if stroke and stroke.shift else None
        if shift is not None:
            self._keys.press(shift, down=True)
        self._keys.press(keycode, down=True)
        self._keys.press(keycode, down=False)
        if shift is not None:
            self._keys.press(shift, down=False)

    def _lend(self, keycode: int, keysym: int) -> None:
        if keycode not in self._lent:
            self._lent.append(keycode)
        self._keys.set_keysyms(keycode, (keysym, keysym))

    @contextlib.contextmanager
    def _lending(self) -> Generator[None]:
        try:
            yield
        finally:
            for keycode in self._lent:
                self._keys.set_keysyms(keycode, (XK.NoSymbol, XK.NoSymbol))
            self._lent.clear()
