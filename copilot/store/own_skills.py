"""Reads the files of the person's own skills; what they mean is core's business."""

from __future__ import annotations

from pathlib import Path

from copilot.core.errors import SettingsError
from copilot.core.own_skills import MOST, SkillFile

_LONGEST = 64 * 1024
"""Bytes; no prompt that anybody would pay for is longer."""


def read(folder: Path) -> tuple[SkillFile, ...]:
    """The *.toml files of the folder, sorted by name; () where there is none.

    Blocking. One that can't be read comes with the reason.
    """
    try:
        found = sorted(entry for entry in folder.iterdir() if entry.suffix == ".toml")
    except OSError:
        return ()
    # More than can be used, so that whoever has too many is told; not a whole disk.
    return tuple(SkillFile(path.name, _content(path)) for path in found[: MOST * 2])


def _content(path: Path) -> str | SettingsError:
    try:
        # A pipe or a device would block, or never end.
        if not path.is_file():
            return _unreadable(path, "it is no file")
        with path.open("rb") as file:
            content = file.read(_LONGEST + 1)
        if len(content) > _LONGEST:
            return _unreadable(path, f"it is larger than {_LONGEST // 1024} KB")
        return content.decode("utf-8-sig")
    except OSError as error:
        return _unreadable(path, error.strerror or "it can't be opened")
    except UnicodeDecodeError:
        return _unreadable(path, "it is not UTF-8 text")


def _unreadable(path: Path, why: str) -> SettingsError:
    return SettingsError(
        f"The skill in {path.name} can't be read: {why}.",
        "Mend the file, or move it out of the folder.",
    )
