"""What our ordinary windows share: one ground, one set of controls, one way to stack them.

The floating panel has parts of its own, which must not take the keyboard; windows are Qt's
ordinary widgets in the theme's colours, so that keyboards and screen readers know them.
"""

from copilot.ui.kit.controls import Switch, Trouble, button, heading, text
from copilot.ui.kit.layouts import Beside, Line, card, pad, page, row, rule, setting
from copilot.ui.kit.measures import BETWEEN, CARD_RADIUS, EDGE, HEADINGS, RADIUS
from copilot.ui.kit.sheet import palette, sheet
from copilot.ui.kit.window import AskTheme, Window

__all__ = [
    "BETWEEN",
    "CARD_RADIUS",
    "EDGE",
    "HEADINGS",
    "RADIUS",
    "AskTheme",
    "Beside",
    "Line",
    "Switch",
    "Trouble",
    "Window",
    "button",
    "card",
    "heading",
    "pad",
    "page",
    "palette",
    "row",
    "rule",
    "setting",
    "sheet",
    "text",
]
