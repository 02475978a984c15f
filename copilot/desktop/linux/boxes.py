"""Boxes on the screen: what several cover, and what two have in common."""

from __future__ import annotations

from copilot.core.model import Rect


def around(boxes: list[Rect]) -> Rect | None:
    """The box around all those that are not empty, None if none is left."""
    real = [box for box in boxes if box.width > 0 and box.height > 0]
    if not real:
        return None
    x, y = min(box.x for box in real), min(box.y for box in real)
    right = max(box.x + box.width for box in real)
    bottom = max(box.y + box.height for box in real)
    return Rect(x, y, right - x, bottom - y)


def common(a: Rect, b: Rect) -> Rect | None:
    """What two boxes have in common."""
    x, y = max(a.x, b.x), max(a.y, b.y)
    right = min(a.x + a.width, b.x + b.width)
    bottom = min(a.y + a.height, b.y + b.height)
    return Rect(x, y, right - x, bottom - y) if x < right and y < bottom else None


def touches(a: Rect, b: Rect) -> bool:
    """Whether boxes overlap; `a` may be as thin as a caret."""
    return (
        a.x < b.x + b.width
        and b.x < a.x + max(a.width, 1)
        and a.y < b.y + b.height
        and b.y < a.y + max(a.height, 1)
    )
