"""Distances and sizes that windows share, written down for a body of 14 pixels."""

from __future__ import annotations

EDGE = 20
"""Between a window's edge and what it holds, in pixels."""
BETWEEN = 10
"""Between two things that belong together, in pixels."""
RADIUS = 7
"""Of the corners of controls, at the standard font size."""
CARD_RADIUS = 10
"""Of the corners of cards and bubbles, at the standard font size."""
HEADINGS = {1: 1.35, 2: 1.05}
"""The sizes of headings, as shares of the body's."""
