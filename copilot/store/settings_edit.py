"""Changing settings.toml: comments, order and unknown keys stay, and never half a file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from copilot.core.errors import SettingsError
from copilot.store import files, resources, settings, toml_table

if TYPE_CHECKING:
    from tomlkit import TOMLDocument

Value = str | bool | int | float | list[str]


def update(path: Path, changes: Mapping[tuple[str, ...] | str, Value | None]) -> None:
    """Set fields, given as "panel.theme" or ("providers", "my.name", "model"); None removes one.

    Raises SettingsError, without having written, if the file can't be read or the outcome would
    not be valid.
    """
    file = toml_table.read(path)
    text = file.text if file else ""
    if file:
        file.root()  # TOML errors with our words
    document = _parse(text)
    for name, value in changes.items():
        _set(document, name.split(".") if isinstance(name, str) else list(name), value)
    outcome = document.as_string()
    settings.parse(outcome, path.name)
    _write(path, outcome)


def deny(path: Path, app: str) -> None:
    """Put an application on the list of those that are never read. Raises SettingsError."""
    denied = settings.load(path).reading.deny
    if app not in denied:
        update(path, {"reading.deny": [*denied, app]})


def ensure(path: Path) -> Path:
    """Write the commented template if there is no file yet; returns `path`, to be opened."""
    if not path.exists():
        _write(path, resources.read_text("settings.toml"))
    return path


def start_afresh(path: Path) -> Path:
    """Set an unusable file aside and write the template; returns where the old one lies now."""
    try:
        aside = files.set_aside(path)
    except OSError as error:
        raise _cannot_write(path, error) from error
    ensure(path)
    return aside


def _parse(text: str) -> TOMLDocument:
    import tomlkit

    return tomlkit.parse(text)


def _set(document: TOMLDocument, path: list[str], value: Value | None) -> None:
    import tomlkit

    # tomlkit's containers are mappings whose stubs leave the values open.
    table = cast("dict[str, Any]", document)
    for depth, part in enumerate(path[:-1]):
        if part not in table:
            if value is None:
                return
            # [providers] alone would be an empty heading above [providers.name].
            table[part] = tomlkit.table(is_super_table=depth < len(path) - 2)
        table = cast("dict[str, Any]", table[part])
    if value is None:
        table.pop(path[-1], None)
    else:
        table[path[-1]] = value


def _write(path: Path, text: str) -> None:
    try:
        files.write_atomically(path, text)
    except OSError as error:
        raise _cannot_write(path, error) from error


def _cannot_write(path: Path, error: OSError) -> SettingsError:
    return SettingsError(
        f"{path.name} can't be written ({error.strerror}).", f"Look at the folder {path.parent}."
    )
