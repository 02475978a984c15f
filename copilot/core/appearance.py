"""How our own windows look, as the person wants it: the table [panel] of settings.toml."""

from __future__ import annotations

from dataclasses import dataclass

THEMES = ("system", "light", "dark")
CONTRASTS = ("system", "normal", "high")
MOTIONS = ("system", "full", "reduced")
SMALLEST, LARGEST = 80, 300
"""Sizes, in percent of the desktop's letters."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """What the person chose; "system" follows the desktop.

    `size` is that of letters and everything around them, in percent of the desktop's. `font` is the
    family of the letters, "" for the desktop's.
    """

    theme: str = "system"
    size: int = 100
    font: str = ""
    contrast: str = "system"
    motion: str = "system"
