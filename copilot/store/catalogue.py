"""The packaged catalogue of providers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from copilot.core.catalogue import ProviderEntry, parse_catalogue
from copilot.store import resources


@cache
def load() -> Mapping[str, ProviderEntry]:
    """The entries by name; read once, which takes some milliseconds."""
    return parse_catalogue(resources.read_text("providers.toml"))
