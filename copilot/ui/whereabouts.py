"""Where the panel is, and why: beside the text, where the person put it, or pinned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from copilot.core.model import PanelState
from copilot.ui.placement import Scene, Screen, Spot, clamped, fits, keep_edge, place, screen_for
from copilot.ui.places import Places, kept_spot, measure, put_right, screen_of

_CORNERS = ((True, False), (True, True), (False, True), (False, False))
"""Right or left, low or high: clockwise, the first where notices of the system are not."""


class Whereabouts:
    """The spot of the panel. Sizes are of the panel, in logical pixels."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._app = ""
        self._size = (0, 0)
        self._composes = False
        self._corner = 0
        self.scene = Scene()
        self.screens: Sequence[Screen] = ()
        self.spot: Spot | None = None
        self.pinned = False

    @property
    def stands(self) -> bool:
        """Whether the panel keeps its bottom edge when it grows."""
        return self.spot is not None and self.spot.grows_up

    @property
    def placed(self) -> bool:
        """Whether the person put the panel where it is, for this application."""
        return bool(self.screens) and self._places.of(self._app, self.screens) is not None

    def look(self, state: PanelState, screens: Sequence[Screen]) -> None:
        """Take in what is around now."""
        # Whoever composes does so again: the room for candidates stays, or the panel would jump.
        self._composes = self._composes or state.composing
        self.screens, self._app = screens, state.app_name
        self.scene = Scene(state.anchor, state.draft_area, state.window_area, self._composes)

    @property
    def screen(self) -> Screen:
        """The screen that the panel is on, or will be."""
        spot = self.spot
        if spot is not None and (self.pinned or spot.side == "chosen"):
            return screen_of(spot, self._size, self.screens)
        return screen_for(self.scene, self.screens)

    def as_now(self, size: tuple[int, int]) -> Spot | None:
        """Where a panel of this size is if it does not move; None if it is nowhere."""
        return keep_edge(self.spot, self._size[1], size[1]) if self.spot is not None else None

    def find(self, size: tuple[int, int], *, held: bool, anew: bool = False) -> Spot:
        """Where a panel of this size belongs.

        One that is `held` stays, as far as it fits: nobody wants to chase what they point at.
        With `anew` it stays for no reason.
        """
        now = self.as_now(size)
        if now is not None and not anew:
            on = screen_of(now, size, self.screens).available
            if held and fits(now, size, on):
                return now
            if self.pinned:
                return put_right(now, size, self.scene, self.screens) or clamped(now, size, on)
        offset = self._places.of(self._app, self.screens)
        if offset is not None:
            kept = kept_spot(offset, size, self.scene, self.screens)
            if kept is not None:
                return kept
        return place(size, self.scene, self.screens, now)

    def on_one_screen(self, one: Spot, other: Spot) -> bool:
        """Whether a panel of the present size is on the same screen at both spots."""
        size, screens = self._size, self.screens
        return screen_of(one, size, screens) is screen_of(other, size, screens)

    def settle(self, spot: Spot, size: tuple[int, int]) -> None:
        """The panel is there now."""
        self.spot, self._size = spot, size

    def leave(self) -> None:
        """The panel is nowhere now."""
        self.spot = None

    def put(self, x: int, y: int) -> None:
        """The person put the panel's top left corner there: it stays, or as near as it can."""
        if self.spot is None:
            return
        spot = replace(self.spot, x=x, y=y, side="chosen")
        offset = measure(spot, self._size, self.scene, self.screens)
        self._places.keep(self._app, self.screens, offset)
        spot = replace(spot, grows_up=offset.stands)
        free = put_right(spot, self._size, self.scene, self.screens)
        self.spot = free or place(self._size, self.scene, self.screens)
        self._corner = 0

    def put_in_next_corner(self) -> None:
        """Clockwise through the corners of the screen; after the last, beside the text again."""
        if self.spot is None:
            return
        at, free = self._corner, screen_of(self.spot, self._size, self.screens).available
        if at == len(_CORNERS):
            self.release()
            return
        right, low = _CORNERS[at]
        x = free.x + (free.width - self._size[0] if right else 0)
        y = free.y + (free.height - self._size[1] if low else 0)
        self.put(x, y)
        self._corner = at + 1

    def release(self) -> None:
        """Follow the text again, in this application."""
        self._places.forget(self._app, self.screens)
        self._corner = 0
