"""Which provider is asked, and how long it may take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True, slots=True)
class ProviderOptions:
    """A provider that speaks the OpenAI chat completions format.

    `name` is how errors call it, `base_url` ends where "/chat/completions" follows. `key_name`
    names its key in the keychain, "" if it needs none. Times are in seconds: to connect, of
    silence between two pieces, and of a whole answer. `extra` goes into every request's body.
    """

    name: str
    base_url: str
    model: str
    key_name: str = ""
    connect_timeout: float = 5.0
    silence_timeout: float = 30.0
    total_timeout: float = 120.0
    extra: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
