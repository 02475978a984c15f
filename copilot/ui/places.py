"""Places that the person gave the panel: remembered beside the chat's window, put right to fit."""

from __future__ import annotations

from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from copilot.core.model import Rect
from copilot.ui.placement import (
    Scene,
    Screen,
    Spot,
    clamped,
    kept_clear,
    overlap,
    screen_at,
    screen_for,
    to_logical,
    to_physical,
)

Basis = Literal["window", "draft", "desktop"]


@dataclass(frozen=True, slots=True)
class Offset:
    """How far one corner of the panel is from one of what it is kept beside, in physical pixels.

    `from_right` and `from_bottom` say which corner of `basis` is meant, `to_right` and `stands`
    which one of the panel; one that stands keeps its bottom edge when it grows.
    """

    basis: Basis
    x: int
    y: int
    from_right: bool = False
    from_bottom: bool = False
    to_right: bool = False
    stands: bool = False

    def __str__(self) -> str:
        flags = (self.from_right, self.from_bottom, self.to_right, self.stands)
        return f"{self.basis} {self.x} {self.y} {''.join('01'[flag] for flag in flags)}"

    @classmethod
    def parse(cls, text: str) -> Offset | None:
        """What `str` wrote; None for anything else."""
        try:
            basis, x, y, flags = text.split(" ")
            if basis not in ("window", "draft", "desktop") or len(flags) != 4:
                return None
            far = [flag == "1" for flag in flags]
            return cls(basis, int(x), int(y), *far)
        except ValueError:
            return None


class Places:
    """The places by application and arrangement of the screens, kept in a table of texts."""

    def __init__(self, table: MutableMapping[str, str]) -> None:
        self._table = table

    def of(self, app: str, screens: Sequence[Screen]) -> Offset | None:
        """Where the person put the panel there, None if it follows the text."""
        return Offset.parse(self._table.get(_key(app, screens), ""))

    def keep(self, app: str, screens: Sequence[Screen], offset: Offset) -> None:
        """Remember a place."""
        self._table[_key(app, screens)] = str(offset)

    def forget(self, app: str, screens: Sequence[Screen]) -> None:
        """Follow the text again."""
        self._table.pop(_key(app, screens), None)


def _key(app: str, screens: Sequence[Screen]) -> str:
    areas = (to_physical(screen.area, screen) for screen in screens)
    layout = sorted(f"{a.width}x{a.height}+{a.x}+{a.y}" for a in areas)
    scales = ",".join(f"{scale:g}" for scale in sorted({screen.scale for screen in screens}))
    return f"{app} @ {' '.join(layout)} * {scales}"


def measure(spot: Spot, size: tuple[int, int], scene: Scene, screens: Sequence[Screen]) -> Offset:
    """Tell a spot by the corner that is nearest to it, of the chat's window if that is known."""
    screen = screen_of(spot, size, screens)
    body = to_physical(Rect(spot.x, spot.y, *size), screen)
    basis, around = _basis(scene)
    x, from_right, to_right = _nearest((around.x, around.width), (body.x, body.width))
    free = screen.available
    stands = spot.y + size[1] / 2 > free.y + free.height / 2
    edge = body.y + body.height if stands else body.y
    y, from_bottom, _ = _nearest((around.y, around.height), (edge, 0))
    if basis == "desktop":
        return Offset("desktop", body.x, edge, stands=stands)
    return Offset(basis, x, y, from_right, from_bottom, to_right, stands)


def kept_spot(
    offset: Offset, size: tuple[int, int], scene: Scene, screens: Sequence[Screen]
) -> Spot | None:
    """The remembered place as it is now, put right; None where its basis is not in sight."""
    basis, around = _basis(scene)
    if offset.basis == "desktop":
        around = Rect(0, 0, 0, 0)
    elif offset.basis != basis:
        return None
    x = around.x + (around.width if offset.from_right else 0) + offset.x
    y = around.y + (around.height if offset.from_bottom else 0) + offset.y
    # A pixel inside of the panel, so that one at a screen's edge belongs to that screen.
    screen = screen_at(
        x + (-1 if offset.to_right else 1), y + (-1 if offset.stands else 1), screens
    )
    at = to_logical(Rect(x, y, 1, 1), screen) or Rect(x, y, 1, 1)
    left = at.x - size[0] if offset.to_right else at.x
    top = at.y - size[1] if offset.stands else at.y
    return put_right(Spot(left, top, "chosen", offset.stands), size, scene, screens)


def put_right(
    spot: Spot, size: tuple[int, int], scene: Scene, screens: Sequence[Screen]
) -> Spot | None:
    """The nearest spot inside of its screen and off the text; None if there is no room."""
    screen = screen_of(spot, size, screens)
    spot = clamped(spot, size, screen.available)
    clear = kept_clear(scene, screen) if screen is screen_for(scene, screens) else ()
    if not _covers(spot, size, clear):
        return spot
    moved = [
        clamped(one, size, screen.available)
        for rect in clear
        for one in (
            replace(spot, x=rect.x - size[0]),
            replace(spot, x=rect.x + rect.width),
            replace(spot, y=rect.y - size[1]),
            replace(spot, y=rect.y + rect.height),
        )
    ]
    free = [one for one in moved if not _covers(one, size, clear)]
    return min(free, key=lambda one: abs(one.x - spot.x) + abs(one.y - spot.y), default=None)


def screen_of(spot: Spot, size: tuple[int, int], screens: Sequence[Screen]) -> Screen:
    """The screen that a spot is on, by its middle, in logical pixels."""
    x, y = spot.x + size[0] / 2, spot.y + size[1] / 2

    def distance(screen: Screen) -> float:
        area = screen.area
        return max(area.x - x, 0, x - area.x - area.width) + max(
            area.y - y, 0, y - area.y - area.height
        )

    return min(screens, key=distance)


def _basis(scene: Scene) -> tuple[Basis, Rect]:
    if scene.window is not None and scene.window.height > 0:
        return "window", scene.window
    if scene.draft is not None and scene.draft.height > 0:
        return "draft", scene.draft
    return "desktop", Rect(0, 0, 0, 0)


def _nearest(basis: tuple[int, int], body: tuple[int, int]) -> tuple[int, bool, bool]:
    """The smallest distance between ends of two spans (start, length), and which ends."""
    start, length = basis
    at, extent = body
    distances = [
        (at + (extent if to_far else 0) - start - (length if from_far else 0), from_far, to_far)
        for from_far in (False, True)
        for to_far in (False, True)
    ]
    return min(distances, key=lambda one: abs(one[0]))


def _covers(spot: Spot, size: tuple[int, int], rects: Sequence[Rect]) -> bool:
    return any(overlap(Rect(spot.x, spot.y, *size), rect) for rect in rects)
