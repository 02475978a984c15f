"""The number of the form that a JSON file of ours is in: older programs leave newer files alone."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from copilot.store import files

FIELD = "form"


def form_of(values: Mapping[str, Any]) -> int:
    """The number that the file carries; 0 is what was written before there were numbers."""
    number = values.get(FIELD, 0)
    return number if isinstance(number, int) else 0


def keep_older(path: Path, found: int, form: int) -> None:
    """Copy the file, whose form is `found`, before it is written in this newer one; raises OSError.

    The first copy stays.
    """
    backup = backup_path(path, found)
    if found < form and path.exists() and not backup.exists():
        files.write_atomically(backup, path.read_text(encoding="utf-8"))


def backup_path(path: Path, form: int) -> Path:
    """Where the copy of that form lies."""
    return path.with_name(f"{path.name}.v{form}.backup")
