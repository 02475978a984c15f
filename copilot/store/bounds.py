"""What may be read at all, from settings.toml and from what is denied from the start."""

from __future__ import annotations

import tomllib

from copilot.core.bounds import Bounds, Kind, Places
from copilot.store import resources
from copilot.store.reading_settings import ReadingSettings


def bounds_of(reading: ReadingSettings) -> Bounds:
    """The bounds of the eyes. Blocking: reads a resource."""
    lifted = [entry.strip().casefold() for entry in reading.lift]
    kinds = (kind.without(lifted) for kind in parse_kinds(resources.read_text("denied.toml")))
    bounds = Bounds(
        Places.of(reading.deny, reading.deny_titles, reading.deny_addresses),
        Places.of(reading.allow, reading.allow_titles, reading.allow_addresses),
        tuple(kinds),
    )
    return bounds.with_profiles(reading.profiles)


def parse_kinds(text: str) -> tuple[Kind, ...]:
    """What denied.toml says, which is part of the program."""
    return tuple(
        Kind(
            name=name,
            apps=frozenset(table.get("apps", ())),
            hosts=frozenset(table.get("hosts", ())),
            labels=frozenset(table.get("labels", ())),
            words=tuple(table.get("words", ())),
            endings=tuple(table.get("endings", ())),
        )
        for name, table in tomllib.loads(text).items()
    )
