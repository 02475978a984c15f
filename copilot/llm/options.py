"""Which provider is asked, how it wants to be asked, and how long it may take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from copilot.core.catalogue import PLAIN, Dialect, RequestShape


@dataclass(frozen=True, slots=True)
class ProviderOptions:
    """One model of a provider.

    `name` is how errors call the provider, `base_url` ends where the paths of its dialect follow.
    `key_name` names its key in the keychain, "" if it needs none. Times are in seconds: to
    connect, of silence between two pieces, and of a whole answer with all that is tried again.

    `auth` is how the key travels: "bearer", the name of a header, None for the dialect's own way.
    `headers` go with every request; `shape` and then `extra` change its body: `extra` is merged
    into it, tables deeply, and an empty text leaves a field out. `models_url` is where the
    provider lists its models, "" for the dialect's own place. `attempts` are made at most, and
    more than one only while nothing was shown.
    """

    name: str
    base_url: str
    model: str
    key_name: str = ""
    connect_timeout: float = 5.0
    silence_timeout: float = 30.0
    total_timeout: float = 120.0
    extra: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    dialect: Dialect = "openai"
    auth: str | None = None
    headers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    models_url: str = ""
    shape: RequestShape = PLAIN
    attempts: int = 3
