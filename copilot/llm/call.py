"""What goes over the wire: a request and a provider's options → address, headers, body. No IO."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, cast

import msgspec

from copilot.core.catalogue import AUTH, BEARER, Dialect, RequestShape
from copilot.core.ports import ModelRequest
from copilot.llm.anthropic_messages import ANTHROPIC
from copilot.llm.gemini import GEMINI
from copilot.llm.ollama_chat import OLLAMA
from copilot.llm.openai_chat import OPENAI
from copilot.llm.options import ProviderOptions
from copilot.llm.wire import WireFormat

FORMATS: Mapping[Dialect, WireFormat] = MappingProxyType(
    {"openai": OPENAI, "anthropic": ANTHROPIC, "gemini": GEMINI, "ollama": OLLAMA}
)


@dataclass(frozen=True, slots=True)
class Call:
    """One HTTP request. Its headers hold the key, so they are not shown."""

    method: str
    url: str
    headers: Mapping[str, str] = field(repr=False)
    body: bytes = field(default=b"", repr=False)


def build_call(request: ModelRequest, options: ProviderOptions, key: str) -> Call:
    """How this model is asked this."""
    format_ = FORMATS[options.dialect]
    plain = options.shape.apply(format_.body(request, options.model))
    body = _without_blanks(RequestShape(add=options.extra).apply(plain))
    headers = {"Content-Type": "application/json", **_headers(options, key)}
    url = options.base_url.rstrip("/") + format_.path(options.model)
    return Call("POST", url, headers, msgspec.json.encode(body))


def list_call(options: ProviderOptions, key: str) -> Call:
    """How the provider is asked for its models."""
    own = options.base_url.rstrip("/") + FORMATS[options.dialect].models_path
    return Call("GET", options.models_url or own, _headers(options, key))


def _headers(options: ProviderOptions, key: str) -> dict[str, str]:
    # Bytes that are compressed come later, by what the compressor holds back.
    headers = {"Accept-Encoding": "identity", **FORMATS[options.dialect].headers}
    auth = AUTH[options.dialect] if options.auth is None else options.auth
    if key and (auth == BEARER or not auth):
        # A key for a dialect that has none of its own: a proxy in front of Ollama asks for it.
        headers["Authorization"] = f"Bearer {key}"
    elif key:
        headers[auth] = key
    return {**headers, **options.headers}


def _without_blanks(table: Mapping[str, Any]) -> dict[str, Any]:
    """Without the fields that are an empty text, in tables inside as well."""
    return {
        name: _without_blanks(cast("Mapping[str, Any]", value))
        if isinstance(value, Mapping)
        else value
        for name, value in table.items()
        if value != ""
    }
