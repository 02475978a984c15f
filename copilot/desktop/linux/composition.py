"""Whether an input method holds unfinished text, joined from all that can tell."""

from __future__ import annotations

from collections.abc import Callable


class Composition:
    """Open while any source says so. Belongs to the desktop loop.

    There is no word for it in AT-SPI: input methods tell it on D-Bus (`input_methods`), the others
    show a window with candidates (`candidates`). What a toolkit composes by itself, as with dead
    keys, nobody tells.
    """

    def __init__(self) -> None:
        self._open: set[str] = set()
        self._listeners: list[Callable[[bool], None]] = []

    @property
    def open(self) -> bool:
        """Whether something is being composed, in whatever application."""
        return bool(self._open)

    def listen(self, changed: Callable[[bool], None]) -> None:
        """Call `changed` whenever it opens (true) or has ended (false)."""
        self._listeners.append(changed)

    def note(self, source: str, on: bool) -> None:
        """One source says whether it holds unfinished text."""
        before = self.open
        if on:
            self._open.add(source)
        else:
            self._open.discard(source)
        if self.open != before:
            for changed in self._listeners:
                changed(self.open)
