"""Global hotkeys on X11: keys that are taken from every application and given to us."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from copilot.core.chords import Chord, ChordError, parse_chord
from copilot.core.errors import DisplayMissing
from copilot.core.ports import HotkeyProblem
from copilot.desktop.linux.keymap import keysym_of_key
from copilot.desktop.linux.keys import Keyboard
from copilot.desktop.linux.x11 import XConnection
from copilot.desktop.linux.xkeys import XKeys
from copilot.desktop.linux.xvalues import KeyEvent, MappingChanged

_REPEAT_GAP = 1500
"""Milliseconds without a repeat after which a press is a new one though no release was heard."""


@dataclass(frozen=True, slots=True)
class _Binding:
    """An action, its chord and the key and modifiers that were grabbed for it."""

    action: str
    text: str
    chord: Chord
    keycode: int
    mask: int


class X11Hotkeys:
    """Key combinations bound to action names, as the port Hotkeys has it, on the desktop loop."""

    def __init__(self, x: XConnection, keyboard: Keyboard) -> None:
        self._keys = XKeys(x)
        self._keyboard = keyboard
        self._bindings: dict[tuple[int, int], _Binding] = {}
        self._chords: dict[str, str] = {}
        self._held: dict[int, int] = {}  # keycode → time of its last press or repeat
        self._on_press: Callable[[str], None] = _nothing
        self._yielding = False
        self._ends = (x.listen(KeyEvent, self._take), x.listen(MappingChanged, self._moved))

    async def bind(
        self, chords: Mapping[str, str], on_press: Callable[[str], None]
    ) -> Sequence[HotkeyProblem]:
        """Replace all bindings; the problems say which could not be had, and why."""
        await self.release()
        self._chords = dict(chords)
        self._on_press = on_press
        problems = self._grab_all()
        if self._yielding:
            self._ungrab_all()
        return problems

    async def release(self) -> None:
        """Give all combinations back."""
        self._chords = {}
        self._ungrab_all()

    def give_way(self, on: bool) -> None:
        """While `on`, let all keys through to the application.

        A key that is grabbed takes the focus away for a moment, upon which input methods throw
        unfinished text away (IBus) or enter it raw (Fcitx 5): before anybody could ask first.
        """
        self._yielding = on
        with contextlib.suppress(DisplayMissing):
            self._ungrab_all()
            if not on:
                self._grab_all()

    def _grab_all(self) -> list[HotkeyProblem]:
        problems: list[HotkeyProblem] = []
        for action, text in self._chords.items():
            try:
                self._grab(action, text)
            except ChordError as wrong:
                problems.append(HotkeyProblem(action, text, str(wrong)))
        self._keyboard.mind(frozenset(keycode for keycode, _ in self._bindings))
        return problems

    def _grab(self, action: str, text: str) -> None:
        """Bind one action. Raises ChordError."""
        binding = self._locate(action, text)
        place = (binding.keycode, binding.mask)
        other = self._bindings.get(place)
        if other is not None:
            raise ChordError(f"“{text}” is already used for “{other.action}”.")
        taken: list[int] = []
        for locks in self._keyboard.keymap.lock_variants():
            if not self._keys.grab_key(binding.keycode, binding.mask | locks):
                for mask in taken:
                    self._keys.ungrab_key(binding.keycode, mask)
                raise ChordError(
                    f"Another program already uses “{text}”; choose another combination."
                )
            taken.append(binding.mask | locks)
        self._bindings[place] = binding

    def _locate(self, action: str, text: str) -> _Binding:
        chord = parse_chord(text)
        keycode = self._keyboard.keymap.place(keysym_of_key(chord.key))
        mask = self._keyboard.keymap.mask(chord)
        if keycode is None or mask is None:
            raise ChordError(f"This keyboard has no “{text}”.")
        return _Binding(action, text, chord, keycode, int(mask))

    def _ungrab_all(self) -> None:
        for keycode, mask in self._bindings:
            for locks in self._keyboard.keymap.lock_variants():
                self._keys.ungrab_key(keycode, mask | locks)
        self._bindings.clear()
        self._held.clear()
        self._keyboard.mind(frozenset())

    def _moved(self, _event: MappingChanged) -> None:
        """The layout changed: take the keys again if they lie elsewhere now."""
        if self._yielding:
            return
        for binding in self._bindings.values():
            try:
                if self._locate(binding.action, binding.text) == binding:
                    continue
            except ChordError:
                pass
            break
        else:
            if len(self._bindings) == len(self._chords):
                return
        self._ungrab_all()
        self._grab_all()

    def _take(self, event: KeyEvent) -> None:
        if not event.pressed:
            # A key that repeats sends releases too, but stays down.
            if event.keycode not in self._keys.keys_down():
                self._held.pop(event.keycode, None)
            return
        last = self._held.get(event.keycode)
        self._held[event.keycode] = event.time
        if last is not None and event.time - last < _REPEAT_GAP:
            return
        wanted = event.state & ~self._ignored()
        binding = self._bindings.get((event.keycode, wanted))
        if binding is not None:
            self._on_press(binding.action)

    def _ignored(self) -> int:
        """State bits that don't matter: locks, mouse buttons and the active layout group."""
        locks = 0
        for mask in self._keyboard.keymap.lock_variants():
            locks |= mask
        return locks | ~0xFF

    def close(self) -> None:
        """Listen no more."""
        self._chords = {}
        self._ungrab_all()
        for end in self._ends:
            end()


def _nothing(_action: str) -> None:
    """Before anything is bound."""


class NoHotkeys:
    """Where there is no X11: every combination is a problem with the way out in its reason."""

    async def bind(
        self, chords: Mapping[str, str], on_press: Callable[[str], None]
    ) -> Sequence[HotkeyProblem]:
        """Bind nothing; say what to do instead for each action."""
        return [
            HotkeyProblem(
                action,
                chord,
                "This desktop gives programs no global keys. In its keyboard settings, bind "
                f"{chord} to the command: chat-copilot trigger {action}",
            )
            for action, chord in chords.items()
        ]

    async def release(self) -> None:
        """There is nothing to give back."""
