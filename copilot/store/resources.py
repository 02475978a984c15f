"""Packaged data (skills, quick replies, icons), read by its name in the resources folder."""

from __future__ import annotations

from pathlib import Path

import copilot

_PACKAGE = Path(copilot.__file__).resolve().parent
# A wheel carries the folder inside the package; a checkout and a frozen build have it beside.
# Inside comes first: beside an installed package the name may belong to somebody else.
_CANDIDATES = (_PACKAGE / "resources", _PACKAGE.parent / "resources")


def folder() -> Path:
    """The resources folder. Raises FileNotFoundError if this installation has none."""
    for candidate in _CANDIDATES:
        if candidate.is_dir():
            return candidate.resolve()
    raise FileNotFoundError("resources folder of chat-copilot")


def read_text(name: str) -> str:
    """The UTF-8 text of the resource, e.g. "skills/reply.toml". Raises FileNotFoundError."""
    return _path(name).read_text(encoding="utf-8")


def read_bytes(name: str) -> bytes:
    """The bytes of the resource. Raises FileNotFoundError."""
    return _path(name).read_bytes()


def names(folder_name: str) -> tuple[str, ...]:
    """The files directly in one folder, sorted, each as a name for `read_text`; () if none."""
    root = folder()
    inside = _path(folder_name)
    if not inside.is_dir():
        return ()
    return tuple(
        sorted(
            entry.relative_to(root).as_posix()
            for entry in inside.iterdir()
            if entry.is_file() and not entry.name.startswith(".")
        )
    )


def _path(name: str) -> Path:
    root = folder()
    path = root.joinpath(name)
    if not path.resolve().is_relative_to(root):
        raise FileNotFoundError(name)
    return path
