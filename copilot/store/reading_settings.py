"""What the person sets about reading: the table [reading], which holds even in a broken file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from copilot.core.bounds import host_of
from copilot.store.toml_table import Table


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """What is never read, and what alone is read where anything is allowed.

    `deny` and `allow` name applications as `chat-copilot read` prints them; titles are words in
    them, addresses are hosts. `lift` takes entries off the list of what is denied from the start.
    """

    deny: tuple[str, ...] = ()
    deny_titles: tuple[str, ...] = ()
    deny_addresses: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    allow_titles: tuple[str, ...] = ()
    allow_addresses: tuple[str, ...] = ()
    lift: tuple[str, ...] = ()


def parse_reading(table: Table) -> ReadingSettings:
    """The table [reading]. Raises SettingsError."""
    reading = ReadingSettings(
        deny=table.texts("deny"),
        deny_titles=table.texts("deny_titles"),
        deny_addresses=_addresses(table, "deny_addresses"),
        allow=table.texts("allow"),
        allow_titles=table.texts("allow_titles"),
        allow_addresses=_addresses(table, "allow_addresses"),
        lift=table.texts("lift"),
    )
    table.finish()
    return reading


def _addresses(table: Table, key: str) -> tuple[str, ...]:
    addresses = table.texts(key)
    for address in addresses:
        if not host_of(address):
            raise table.error(
                key, f"has {address!r}, which is no web address.", "Such as: example.com"
            )
    return addresses


def bounded_anyway(path: Path) -> ReadingSettings:
    """What a file that can't be used says of reading: a slip elsewhere opens no chat."""
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ReadingSettings()
    names = (f"{side}{of}" for side in ("deny", "allow") for of in ("", "_titles", "_addresses"))
    return ReadingSettings(**{name: _listed_anyway(text, name) for name in names})


def _listed_anyway(text: str, name: str) -> tuple[str, ...]:
    pattern = rf"^\s*{name}\s*=\s*(.+?)(?:\]|^\s*\[|\Z)"
    found = re.search(pattern, text, re.MULTILINE | re.DOTALL)
    return tuple(re.findall(r"[\"']([^\"'\n]+)[\"']", found[1])) if found else ()
