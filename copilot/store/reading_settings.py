"""What the person sets about reading: [reading] and [applications], even in a broken file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from copilot.core.bounds import READS, WRITES, Profile, host_of
from copilot.store.toml_table import Table


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """What is never read, and what alone is read where anything is allowed.

    `deny` and `allow` name applications as `chat-copilot read` prints them; titles are words in
    them, addresses are hosts. `lift` takes entries off the list of what is denied from the start.
    `profiles` are what was set for single applications, by their names.
    """

    deny: tuple[str, ...] = ()
    deny_titles: tuple[str, ...] = ()
    deny_addresses: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    allow_titles: tuple[str, ...] = ()
    allow_addresses: tuple[str, ...] = ()
    lift: tuple[str, ...] = ()
    profiles: Mapping[str, Profile] = field(default_factory=lambda: MappingProxyType({}))


def parse_reading(table: Table, applications: Table) -> ReadingSettings:
    """The tables [reading] and [applications]. Raises SettingsError."""
    reading = ReadingSettings(
        deny=table.texts("deny"),
        deny_titles=table.texts("deny_titles"),
        deny_addresses=_addresses(table, "deny_addresses"),
        allow=table.texts("allow"),
        allow_titles=table.texts("allow_titles"),
        allow_addresses=_addresses(table, "allow_addresses"),
        lift=table.texts("lift"),
        profiles=MappingProxyType(_profiles(applications)),
    )
    table.finish()
    return reading


def _profiles(table: Table) -> dict[str, Profile]:
    profiles: dict[str, Profile] = {}
    for name in table.keys():  # noqa: SIM118
        one = table.table(name)
        profiles[name] = Profile(
            one.choice("reads", "all", READS), one.choice("writes", "auto", WRITES)
        )
        one.finish()
    return profiles


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
    lists = {name: _listed_anyway(text, name) for name in names}
    return ReadingSettings(**lists, profiles=MappingProxyType(_profiles_anyway(text)))


_OF_AN_APPLICATION = re.compile(
    r"""^\s*\[\s*applications\s*\.\s*(?:"([^"\n]+)"|'([^'\n]+)'|([\w-]+))\s*\](.*?)(?=^\s*\[|\Z)""",
    re.MULTILINE | re.DOTALL,
)
_READS = re.compile(r"""^\s*reads\s*=\s*["'](\w+)["']""", re.MULTILINE)


def _profiles_anyway(text: str) -> dict[str, Profile]:
    profiles: dict[str, Profile] = {}
    for *names, inside in _OF_AN_APPLICATION.findall(text):
        found = _READS.search(inside)
        if found and found[1] in READS:
            profiles["".join(names)] = Profile(found[1])
    return profiles


def _listed_anyway(text: str, name: str) -> tuple[str, ...]:
    pattern = rf"^\s*{name}\s*=\s*(.+?)(?:\]|^\s*\[|\Z)"
    found = re.search(pattern, text, re.MULTILINE | re.DOTALL)
    return tuple(re.findall(r"[\"']([^\"'\n]+)[\"']", found[1])) if found else ()
