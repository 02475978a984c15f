"""Quirks of single applications, as data (resources/apps.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable

import msgspec

DEFAULT_WAYS = ("accessibility", "paste", "keys")


class AppQuirks(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is special about one application; the keys are explained in resources/apps.toml."""

    title: str = ""
    match: tuple[str, ...] = ()
    url: str = ""
    reader: str = ""
    write: tuple[str, ...] = DEFAULT_WAYS
    newline: str = ""  # unknown: a new line is never typed, since it could send
    reread: float = 0.0
    single_line: bool = False
    draft_only: bool = False
    name: str = ""


class Apps:
    """All known applications."""

    def __init__(self, known: Iterable[AppQuirks] = ()) -> None:
        self._known = tuple(known)
        self._by_name = {
            name: quirks for quirks in self._known for name in (quirks.name, *quirks.match)
        }

    @classmethod
    def parse(cls, text: str) -> Apps:
        """Read apps.toml. Raises ValueError, as it is part of the program and not of settings."""
        tables = tomllib.loads(text)
        return cls(
            msgspec.convert({**table, "name": name}, AppQuirks) for name, table in tables.items()
        )

    def find(self, *, app: str, wm_class: str = "", toolkit: str = "", page: str = "") -> AppQuirks:
        """The quirks for an application by its accessible name, its window's class, or its page.

        One that is not known gets its own name, in lower case, and what its toolkit needs.
        """
        if page:
            for quirks in self._known:
                if quirks.url and quirks.url.lower() in page.lower():
                    return quirks
        for name in (app.lower(), wm_class.lower()):
            if name in self._by_name:
                return self._by_name[name]
        on_page = toolkit in ("chromium", "gecko")
        return AppQuirks(
            title=app or wm_class,
            name=(app or wm_class).lower(),
            write=("paste", "keys") if on_page else DEFAULT_WAYS,
        )

    def names(
        self, *, app: str, wm_class: str = "", wm_instance: str = "", page: str = ""
    ) -> frozenset[str]:
        """All names, in lower case, by which a person may mean this application or this page."""
        found = (self.find(app=app, wm_class=wm_class, page=p) for p in {"", page})
        names = {app, wm_class, wm_instance, *(q.name for q in found)}
        return frozenset(name.lower() for name in names if name)

    def is_known(self, name: str) -> bool:
        """Whether this is the stable name of one of them."""
        return any(quirks.name == name for quirks in self._known)

    def named(self, name: str) -> AppQuirks:
        """The quirks for a stable name, as it stands in `ChatIdentity.app`."""
        return self._by_name.get(name) or AppQuirks(title=name, name=name)
