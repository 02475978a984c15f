"""Typed access to a TOML file that a person wrote: errors name line and field, typos get a hint."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

from copilot.core.errors import SettingsError

T = TypeVar("T")

_WORDS: dict[object, str] = {
    str: "a text in quotes",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    list: "a list in square brackets",
    dict: "a table",
}


@dataclass(frozen=True, slots=True)
class SettingsWarning:
    """Something odd that does no harm. `line` counts from 1, 0 if unknown; `field` is dotted."""

    text: str
    line: int = 0
    field: str = ""

    def __str__(self) -> str:
        where = f"line {self.line}: " if self.line else ""
        return f"{where}{self.field} {self.text}"


class TomlFile:
    """The text of one file, for finding the lines of its fields, and the warnings about it."""

    def __init__(self, text: str, name: str) -> None:
        self.text = text
        self.name = name
        self.warnings: list[SettingsWarning] = []

    def root(self) -> Table:
        """The top of the file. Raises SettingsError where it is not TOML."""
        try:
            return Table(self, (), tomllib.loads(self.text))
        except tomllib.TOMLDecodeError as error:
            # "Expected '=' after a key in a key/value pair (at line 3, column 5)"
            what, _, where = str(error).partition(" (at ")
            line = _first_number(where) or len(self.text.splitlines())
            raise SettingsError(
                f"{self.name}, line {line}: this is not valid TOML ({what}).",
                "Correct that line; until then the defaults apply.",
                line=line,
            ) from None

    def error(self, path: tuple[str, ...], what: str, hint: str = "") -> SettingsError:
        """An error about the field at `path`; where it is absent, at the nearest one above it."""
        line, field = self.line_of(path), dotted(path)
        where = f"{self.name}, line {line}" if line else self.name
        return SettingsError(f"{where}: {field} {what}", hint, line=line, field=field)

    def warn(self, path: tuple[str, ...], what: str) -> None:
        """Note something odd about the field at `path`."""
        self.warnings.append(SettingsWarning(what, self.line_of(path), dotted(path)))

    def line_of(self, path: tuple[str, ...]) -> int:
        """The line, from 1, on which the field or the nearest one above it begins; 0 for none."""
        # tomllib tells no positions. The field begins right after the last part of the file that
        # is whole and does not have it yet; parts without its name need not be tried.
        lines = self.text.splitlines(keepends=True)
        for depth in range(len(path), 0, -1):
            named = (n for n, line in enumerate(lines, 1) if path[depth - 1] in line)
            begin = next(named, len(lines) + 1)
            for count in range(begin, len(lines) + 1):
                try:
                    parsed = tomllib.loads("".join(lines[:count]))
                except tomllib.TOMLDecodeError:
                    continue
                if _has(parsed, path[:depth]):
                    return begin
                begin = count + 1
        return 0


class Table:
    """One table of the file. What was never asked for is reported by `finish`."""

    def __init__(self, file: TomlFile, path: tuple[str, ...], values: Mapping[str, Any]) -> None:
        self.file = file
        self.path = path
        self._values = values
        self._asked: list[str] = []

    def keys(self) -> tuple[str, ...]:
        """All keys, in the order of the file."""
        return tuple(self._values)

    def has(self, key: str) -> bool:
        """Whether the person wrote that key."""
        return key in self._values

    def table(self, key: str) -> Table:
        """The table below; an empty one where there is none."""
        return Table(self.file, (*self.path, key), self.raw(key))

    def raw(self, key: str) -> dict[str, Any]:
        """The table below as plain values, for what is passed on unread."""
        nothing: dict[str, Any] = {}
        return dict(self._take(key, dict, nothing))

    def text(
        self, key: str, default: str | None, check: Callable[[str], str] = lambda value: ""
    ) -> str:
        """A text; without a `default` it must be there. `check` says what is wrong, or ""."""
        value = self._take(key, str, default)
        if problem := check(value):
            raise self.error(key, problem)
        return value

    def choice(self, key: str, default: str, allowed: Iterable[str]) -> str:
        """One of the `allowed` words."""
        value, words = self._take(key, str, default), tuple(allowed)
        if value not in words:
            raise self.error(key, f"must be one of {', '.join(words)}.", meant(value, words))
        return value

    def flag(self, key: str, default: bool) -> bool:
        """true or false."""
        return self._take(key, bool, default)

    def whole(self, key: str, default: int, least: int, most: int) -> int:
        """A whole number from `least` to `most`."""
        value = self._take(key, int, default)
        if not least <= value <= most:
            raise self.error(key, f"must be from {least} to {most}.")
        return value

    def number(self, key: str, default: float | None, least: float, most: float) -> float:
        """A number from `least` to `most`; without a `default` it must be there."""
        value = self._take(key, float, default)
        if not least <= value <= most:  # also refuses nan
            raise self.error(key, f"must be from {least:g} to {most:g}.")
        return float(value)

    def texts(self, key: str, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """A list of texts."""
        values = cast("list[object]", self._take(key, list, cast("Any", list(default))))
        if not all(isinstance(value, str) for value in values):
            raise self.error(key, "must be a list of texts in quotes.")
        return cast("tuple[str, ...]", tuple(values))

    def text_or_texts(self, key: str) -> tuple[str, ...]:
        """A text, or a list of them; () where there is none."""
        if isinstance(self._values.get(key, ""), list):
            return self.texts(key)
        text = self.text(key, "")
        return (text,) if text else ()

    def error(self, key: str, what: str, hint: str = "") -> SettingsError:
        """An error about one key of this table."""
        return self.file.error((*self.path, key), what, hint)

    def finish(self) -> None:
        """Warn of every key that nobody asked for."""
        for key in self._values:
            if key not in self._asked:
                guess = meant(key, self._asked)
                self.file.warn((*self.path, key), f"is not a setting I know. {guess}".strip())

    def _take(self, key: str, kind: Callable[..., T], default: T | None) -> T:
        self._asked.append(key)
        if key not in self._values:
            if default is None:
                raise self.error(key, "is missing.", f"Add {key} = … to [{dotted(self.path)}].")
            return default
        value = self._values[key]
        fits = type(value) is kind or (kind is float and type(value) is int)
        if not fits:
            raise self.error(key, f"must be {_WORDS[kind]}.")
        return cast("T", value)


def dotted(path: Iterable[str]) -> str:
    """The path in TOML's own notation, quoting what is not a bare key."""
    return ".".join(part if _bare(part) else f'"{part}"' for part in path)


def read(path: Path) -> TomlFile | None:
    """The file, or None where there is none. Raises SettingsError if it can't be read."""
    try:
        return TomlFile(path.read_text(encoding="utf-8-sig"), path.name)
    except FileNotFoundError:
        return None
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise SettingsError(
            f"{path.name}, line {line}: this is not UTF-8 text.",
            "Save the file as UTF-8; until then the defaults apply.",
            line=line,
        ) from None
    except OSError as error:
        raise SettingsError(
            f"{path.name} can't be read ({error.strerror}).",
            f"Look at {path}; until then the defaults apply.",
        ) from error


def _bare(part: str) -> bool:
    return part.isascii() and part.replace("-", "").replace("_", "").isalnum()


def _has(values: Any, path: tuple[str, ...]) -> bool:
    for part in path:
        if not isinstance(values, dict) or part not in values:
            return False
        values = cast("dict[str, Any]", values)[part]
    return True


def meant(word: str, known: Iterable[str]) -> str:
    """ "Did you mean …?" with the nearest of the known words; "" if none is near."""
    close = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"Did you mean {close[0]}?" if close else ""


def _first_number(text: str) -> int:
    # "line 3, column 5"
    digits = "".join(char if char.isdigit() else " " for char in text).split()
    return int(digits[0]) if digits else 0
