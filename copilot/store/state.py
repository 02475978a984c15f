"""What the application remembers by itself, in state.json: small, and safe to lose."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator, MutableMapping
from pathlib import Path
from typing import Any, cast

from copilot.core.errors import DataTooNew
from copilot.store import files, forms, locks

_log = logging.getLogger(__name__)
_FORM = 1


class State:
    """A file of named texts and tables. Several processes and threads may use it at once.

    Whatever goes wrong with it is logged and otherwise treated as having nothing remembered. What
    a newer version wrote is left as it is: until the end of this program that much is remembered.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._unkept: dict[str, Any] = {}

    @property
    def problem(self) -> DataTooNew | None:
        """Why nothing is remembered over the end of the program; None if it is."""
        if not _is_newer(self._load()):
            return None
        return DataTooNew(
            f"{self._path.name} was written by a newer version of Chat Copilot.",
            "What Chat Copilot remembers by itself, such as your consent, holds until it ends. "
            f"Update Chat Copilot, or move {self._path} away.",
        )

    def text(self, name: str) -> str:
        """A remembered text, "" if there is none."""
        value = self._read().get(name)
        return value if isinstance(value, str) else ""

    def set_text(self, name: str, value: str) -> None:
        """Remember a text."""
        self._change(lambda values: values.update({name: value}))

    def table(self, name: str) -> MutableMapping[str, str]:
        """A remembered table of texts; what is set in it is written at once."""
        return _RememberedTable(self, name)

    def _read(self) -> dict[str, Any]:
        values = self._load()
        return self._unkept if _is_newer(values) else values

    def _load(self) -> dict[str, Any]:
        try:
            values = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            _log.warning("%s can't be read: %s", self._path.name, type(error).__name__)
            return {}
        return cast("dict[str, Any]", values) if isinstance(values, dict) else {}

    def _change(self, change: Callable[[dict[str, Any]], None]) -> None:
        try:
            # Not the file itself, since that is replaced.
            with locks.held(self._path.with_suffix(".lock")):
                values = self._load()
                if _is_newer(values):
                    change(self._unkept)
                    return
                if not values and self._path.exists() and self._path.stat().st_size > 2:
                    aside = files.set_aside(self._path)
                    _log.warning("%s was set aside as %s", self._path.name, aside.name)
                forms.keep_older(self._path, forms.form_of(values), _FORM)
                change(values)
                values[forms.FIELD] = _FORM
                text = json.dumps(values, ensure_ascii=False, indent=2, sort_keys=True)
                files.write_atomically(self._path, text + "\n")
        except OSError as error:
            _log.warning("%s can't be written: %s", self._path.name, type(error).__name__)


class _RememberedTable(MutableMapping[str, str]):
    def __init__(self, state: State, name: str) -> None:
        self._state = state
        self._name = name
        self._known = self._fresh()

    def _fresh(self) -> dict[str, str]:
        value = self._state._read().get(self._name)  # pyright: ignore[reportPrivateUsage]
        table = cast("dict[Any, Any]", value) if isinstance(value, dict) else {}
        return {k: v for k, v in table.items() if isinstance(k, str) and isinstance(v, str)}

    def _store(self, key: str, value: str | None) -> None:
        def change(values: dict[str, Any]) -> None:
            table = self._fresh()
            table.pop(key, None)
            if value is not None:
                table[key] = value
            values[self._name] = table

        self._state._change(change)  # pyright: ignore[reportPrivateUsage]

    def __getitem__(self, key: str) -> str:
        return self._known[key]

    def __setitem__(self, key: str, value: str) -> None:
        if self._known.get(key) != value:
            self._known[key] = value
            self._store(key, value)

    def __delitem__(self, key: str) -> None:
        del self._known[key]
        self._store(key, None)

    def __iter__(self) -> Iterator[str]:
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)


def _is_newer(values: dict[str, Any]) -> bool:
    return forms.form_of(values) > _FORM
