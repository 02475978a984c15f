"""Where the panel goes: beside or above the draft, off the text, inside the screen, calmly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from copilot.core.model import Rect

_GAP = 10
"""Distance kept from the draft and from the window, in logical pixels."""
_NEWEST = 200
"""How much of the conversation above the draft counts as the newest messages."""
_TOO_MUCH = 0.6
"""Covering more than this share of the newest messages is as bad as covering them all."""
_DRIFT = 48
"""A spot this near to the ideal one is kept, so that the panel rests while the draft grows."""

_CANDIDATES = (400, 4)
"""An input method's list of candidates: its width in logical pixels, its height in lines."""
_LINE = 20

Side = Literal["right", "left", "below", "roster", "above", "corner", "chosen"]


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen. `area` and `available` are logical; `scale` is physical per logical pixels.

    As in Qt the top left of `area` is the same in both units.
    """

    area: Rect
    available: Rect
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Scene:
    """What the panel has to respect, in physical pixels; None where it is not known.

    With `composing` there may be an input method's list of candidates beside the caret.
    """

    caret: Rect | None = None
    draft: Rect | None = None
    window: Rect | None = None
    composing: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """A place for the panel, in logical pixels.

    With `grows_up` a panel that becomes taller keeps its bottom edge, otherwise its top edge.
    """

    x: int
    y: int
    side: Side
    grows_up: bool


def place(
    size: tuple[int, int], scene: Scene, screens: Sequence[Screen], previous: Spot | None = None
) -> Spot:
    """Find the spot for a panel of `size` (logical width and height).

    `previous` is where it is now, with its new size already taken into account by its growing
    edge. `screens` must not be empty; the first is the main one.
    """
    screen = screen_for(scene, screens)
    inside = screen.available
    written, window = _written(scene, screen), to_logical(scene.window, screen)
    if written is None and window is None:
        return clamped(Spot(_right(inside), _bottom(inside), "corner", True), size, inside)
    clear = kept_clear(scene, screen)
    if written is None:
        written = newest = Rect(0, 0, 0, 0)
    else:
        newest = _newest(written, window, inside)

    def cost(spot: Spot) -> tuple[int, bool]:
        body = Rect(spot.x, spot.y, *size)
        covered = overlap(body, newest) / max(1, newest.width * newest.height)
        return sum(overlap(body, one) for one in clear), covered > _TOO_MUCH

    spots = [clamped(s, size, inside) for s in _candidates(size, written, clear, window, inside)]
    best = min(spots, key=cost)
    if previous is None:
        return best
    same_side = min((s for s in spots if s.side == previous.side), key=cost, default=None)
    if same_side is None or cost(same_side) > cost(best):
        return best
    resting = (
        fits(previous, size, inside)
        and cost(previous) <= cost(same_side)
        and abs(previous.x - same_side.x) <= _DRIFT
        and abs(_growing_edge(previous, size) - _growing_edge(same_side, size)) <= _DRIFT
    )
    return previous if resting else same_side


def screen_for(scene: Scene, screens: Sequence[Screen]) -> Screen:
    """The screen that the draft is on, the main one where nothing is known."""
    point = next((r for r in (scene.draft, scene.caret, scene.window) if _real(r)), None)
    if point is None:
        return screens[0]
    return screen_at(point.x + point.width / 2, point.y + point.height / 2, screens)


def screen_at(x: float, y: float, screens: Sequence[Screen]) -> Screen:
    """The screen with this physical pixel, or the nearest one."""

    def distance(screen: Screen) -> float:
        area = screen.area
        away_x = max(area.x - x, 0, x - (area.x + area.width * screen.scale - 1))
        away_y = max(area.y - y, 0, y - (area.y + area.height * screen.scale - 1))
        return away_x + away_y

    return min(screens, key=distance)


def covers_text(spot: Spot, size: tuple[int, int], scene: Scene, screens: Sequence[Screen]) -> bool:
    """Whether a panel of `size` at `spot` hides what is being typed: then it is too large."""
    body = Rect(spot.x, spot.y, *size)
    return any(overlap(body, one) for one in kept_clear(scene, screen_for(scene, screens)))


def covers_chat(spot: Spot, size: tuple[int, int], scene: Scene, screens: Sequence[Screen]) -> bool:
    """Whether a panel of `size` at `spot` hides a part of the window that the chat is in."""
    screen = screen_for(scene, screens)
    window, body = to_logical(scene.window, screen), Rect(spot.x, spot.y, *size)
    if window is not None:
        return overlap(body, window) > 0
    written = _written(scene, screen)
    return written is not None and overlap(body, _newest(written, None, screen.available)) > 0


def keep_edge(spot: Spot, old_height: int, new_height: int) -> Spot:
    """The same spot for a panel whose height has changed."""
    y = spot.y + old_height - new_height if spot.grows_up else spot.y
    return Spot(spot.x, y, spot.side, spot.grows_up)


def _candidates(
    size: tuple[int, int],
    written: Rect,
    clear: Sequence[Rect],
    window: Rect | None,
    inside: Rect,
) -> list[Spot]:
    """Spots from the best to the worst, not yet kept inside the screen.

    Level with what is written, beyond it or beyond all that must stay free.
    """
    width, height = size
    low = written.y + written.height / 2 > inside.y + inside.height / 2
    beside_y = _bottom(written) - height if low else written.y
    aligned_x = _right(written) - width
    spots: list[Spot] = []
    if window is not None:
        spots.append(Spot(_right(window) + _GAP, beside_y, "right", low))
        spots.append(Spot(window.x - _GAP - width, beside_y, "left", low))
    spots = [s for s in spots if s.x >= inside.x and s.x + width <= _right(inside)]
    for bottom in sorted({_bottom(one) for one in (written, *clear)}):
        if bottom + _GAP + height <= _bottom(inside):
            spots.append(Spot(aligned_x, bottom + _GAP, "below", False))
    if written.x - _GAP - width >= inside.x:
        spots.append(Spot(written.x - _GAP - width, beside_y, "roster", low))
    for top in sorted({one.y for one in (written, *clear)}, reverse=True):
        spots.append(Spot(aligned_x, top - _GAP - height, "above", True))
    for x in (_right(inside) - width, inside.x):
        spots.append(Spot(x, inside.y, "corner", False))
        spots.append(Spot(x, _bottom(inside) - height, "corner", True))
    return spots


def kept_clear(scene: Scene, screen: Screen) -> tuple[Rect, ...]:
    """What must stay free, in logical pixels: the text being typed, and candidates for it."""
    written = _written(scene, screen)
    if written is None:
        return ()
    if not scene.composing:
        return (written,)
    return (written, _candidates_area(to_logical(scene.caret, screen), written, screen))


def _written(scene: Scene, screen: Screen) -> Rect | None:
    """The area of the text being typed; some applications tell the caret only."""
    draft = to_logical(scene.draft, screen)
    if draft is not None:
        return draft
    caret = to_logical(scene.caret, screen)
    if caret is None:
        return None
    height = max(caret.height, 16)
    return Rect(caret.x - 2 * height, caret.y - height // 2, 12 * height, 2 * height)


def _candidates_area(caret: Rect | None, written: Rect, screen: Screen) -> Rect:
    """Below the caret, above it where the screen ends: so do all input methods."""
    if caret is None:
        caret = Rect(written.x, written.y, 1, written.height)
    inside, (width, lines) = screen.available, _CANDIDATES
    height = lines * max(_LINE, min(caret.height, 2 * _LINE))
    x = max(inside.x, min(caret.x, _right(inside) - width))
    below = _bottom(caret) + height <= _bottom(inside)
    return Rect(x, _bottom(caret) if below else caret.y - height, width, height)


def _newest(typed: Rect, window: Rect | None, inside: Rect) -> Rect:
    top = max(typed.y - _NEWEST, inside.y if window is None else max(inside.y, window.y))
    return Rect(typed.x, top, typed.width, max(0, typed.y - top))


def _real(rect: Rect | None) -> bool:
    return rect is not None and rect.width >= 0 and rect.height > 0


def to_logical(rect: Rect | None, screen: Screen) -> Rect | None:
    """Physical to logical pixels of one screen; None for a rectangle that means nothing."""
    if rect is None or not _real(rect):
        return None
    x, right = (_unscaled(v, screen.area.x, screen.scale) for v in (rect.x, _right(rect)))
    y, bottom = (_unscaled(v, screen.area.y, screen.scale) for v in (rect.y, _bottom(rect)))
    return Rect(x, y, right - x, bottom - y)


def to_physical(rect: Rect, screen: Screen) -> Rect:
    """Logical to physical pixels of one screen."""
    x, right = (_scaled(v, screen.area.x, screen.scale) for v in (rect.x, _right(rect)))
    y, bottom = (_scaled(v, screen.area.y, screen.scale) for v in (rect.y, _bottom(rect)))
    return Rect(x, y, right - x, bottom - y)


def _scaled(at: int, origin: int, scale: float) -> int:
    return origin + round((at - origin) * scale)


def _unscaled(at: int, origin: int, scale: float) -> int:
    return origin + round((at - origin) / scale)


def clamped(spot: Spot, size: tuple[int, int], inside: Rect) -> Spot:
    """The nearest spot that is inside."""
    x = max(inside.x, min(spot.x, _right(inside) - size[0]))
    y = max(inside.y, min(spot.y, _bottom(inside) - size[1]))
    return Spot(x, y, spot.side, spot.grows_up)


def fits(spot: Spot, size: tuple[int, int], inside: Rect) -> bool:
    """Whether a panel of this size is wholly inside."""
    return clamped(spot, size, inside) == spot


def _growing_edge(spot: Spot, size: tuple[int, int]) -> int:
    return spot.y + size[1] if spot.grows_up else spot.y


def overlap(a: Rect, b: Rect) -> int:
    """The area that two rectangles share."""
    width = min(_right(a), _right(b)) - max(a.x, b.x)
    height = min(_bottom(a), _bottom(b)) - max(a.y, b.y)
    return max(0, width) * max(0, height)


def _right(rect: Rect) -> int:
    return rect.x + rect.width


def _bottom(rect: Rect) -> int:
    return rect.y + rect.height
