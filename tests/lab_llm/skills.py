"""The skills as they are shipped."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from copilot.core.skills import Skill, parse_skill

FOLDER = Path(__file__).parents[2] / "resources" / "skills"


@cache
def skill(name: str) -> Skill:
    """The skill of this name."""
    return parse_skill((FOLDER / f"{name}.toml").read_text(encoding="utf-8"), f"{name}.toml")
