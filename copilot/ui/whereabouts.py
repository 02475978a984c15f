"""Where the panel is, and why: beside the text, where the person put it, or pinned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from copilot.core.model import PanelState
from copilot.ui.placement import Scene, Screen, Spot, clamped, fits, keep_edge, place, screen_for
from copilot.ui.places import Places, kept_spot, measure, put_right, screen_of


class Whereabouts:
    """The spot of the panel. Sizes are of the panel, in logical pixels."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._app = ""
        self._size = (0, 0)
        self._composes = False
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

    def find(self, size: tuple[int, int], *, held: bool) -> Spot:
        """Where a panel of this size belongs.

        One that is `held` stays, as far as it fits: nobody wants to chase what they point at.
        """
        now = self.spot
        if now is not None:
            now = keep_edge(now, self._size[1], size[1])
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

    def settle(self, spot: Spot, size: tuple[int, int]) -> None:
        """The panel is there now."""
        self.spot, self._size = spot, size

    def leave(self) -> None:
        """The panel is nowhere now."""
        self.spot = None

    def put(self, x: int, y: int) -> None:
        """The person put the panel's top left corner there."""
        if self.spot is None:
            return
        spot = replace(self.spot, x=x, y=y, side="chosen")
        offset = measure(spot, self._size, self.scene, self.screens)
        self.spot = replace(spot, grows_up=offset.stands)
        self._places.keep(self._app, self.screens, offset)

    def release(self) -> None:
        """Follow the text again, in this application."""
        self._places.forget(self._app, self.screens)
        self.spot = None
