"""What is known of providers before anybody asked one: addresses, dialects, prices, quirks."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fnmatch import fnmatchcase
from types import MappingProxyType
from typing import Any, Literal, cast, get_args

Dialect = Literal["openai", "anthropic", "gemini", "ollama"]
DIALECTS: tuple[Dialect, ...] = get_args(Dialect)

BEARER = "bearer"
"""Sends the key as `Authorization: Bearer KEY`; every other way is the name of a header."""

AUTH: Mapping[Dialect, str] = MappingProxyType(
    {"openai": BEARER, "anthropic": "x-api-key", "gemini": "x-goog-api-key", "ollama": ""}
)
"""How a dialect sends its key where nothing else is known; "" for none."""

MODELS: Mapping[Dialect, str] = MappingProxyType(
    {"openai": "/models", "anthropic": "/models", "gemini": "/models", "ollama": "/api/tags"}
)
"""Where a dialect lists its models, below the provider's address."""

FACTS = ("address", "key", "models", "prices", "quirks")
"""Groups of facts: each has a source, or is named in an entry's `unverified`."""


@dataclass(frozen=True, slots=True)
class RequestShape:
    """How the requests of one model differ from the plain form of its dialect.

    `rename` gives top-level fields another name, `omit` leaves some out, `add` adds fields, and
    merges tables into those that are there.
    """

    rename: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    omit: frozenset[str] = frozenset()
    add: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    def apply(self, body: Mapping[str, Any]) -> dict[str, Any]:
        """The body in this shape."""
        shaped = {
            self.rename.get(name, name): value
            for name, value in body.items()
            if name not in self.omit
        }
        return _merged(shaped, self.add)

    def then(self, other: RequestShape) -> RequestShape:
        """Both, the other one last."""
        return RequestShape(
            {**self.rename, **other.rename},
            self.omit | other.omit,
            _merged(self.add, other.add),
        )


PLAIN = RequestShape()


@dataclass(frozen=True, slots=True)
class Quirk:
    """A shape for models by name or pattern ("gpt-*").

    `why` says what the provider does, `source` where that was read.
    """

    models: tuple[str, ...]
    shape: RequestShape
    why: str
    source: str

    def concerns(self, model: str) -> bool:
        """Whether the model is one of them."""
        return any(fnmatchcase(model, pattern) for pattern in self.models)


@dataclass(frozen=True, slots=True)
class ListPrice:
    """What a million tokens of a model (or pattern) cost, in `currency` (ISO 4217).

    `cached` is for input that the provider had kept, None where the source names no such price.
    `source` is the page that names the price, `via` who copied it from there ("" for nobody), and
    `dated` the day of the copy or, without one, the day on which the page was looked up.
    """

    model: str
    currency: str
    input: float
    output: float
    cached: float | None
    dated: date
    source: str
    via: str = ""


@dataclass(frozen=True, slots=True)
class ProviderEntry:
    """A provider as its own documentation describes it; "" is what is not known or not there.

    `base_url` may hold a {placeholder} for what only the person knows. `auth` is how the key is
    sent (see BEARER), "" if there is none; `keys_url` is where one is got. `models` lists the
    models: a path below the address, or an address of its own. `local` providers run on this
    machine. `sources` maps each of FACTS to the address of the page it was read on; `unverified`
    names those that no page told: they are missing, or known from use alone.
    """

    name: str
    title: str
    dialect: Dialect
    base_url: str
    auth: str
    keys_url: str = ""
    models: str = ""
    fast: str = ""
    quality: str = ""
    local: bool = False
    headers: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    quirks: tuple[Quirk, ...] = ()
    prices: tuple[ListPrice, ...] = ()
    sources: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    unverified: frozenset[str] = frozenset()

    @property
    def complete(self) -> bool:
        """Whether the address can be used as it is."""
        return bool(self.base_url) and "{" not in self.base_url

    def shape(self, model: str) -> RequestShape:
        """The shape of the requests to that model."""
        shape = PLAIN
        for quirk in self.quirks:
            if quirk.concerns(model):
                shape = shape.then(quirk.shape)
        return shape

    def price(self, model: str) -> ListPrice | None:
        """The price of that model; None is not known, which is not the same as free."""
        by_name = (price for price in self.prices if price.model == model)
        by_pattern = (price for price in self.prices if fnmatchcase(model, price.model))
        return next(by_name, None) or next(by_pattern, None)

    def models_url(self, base_url: str) -> str:
        """Where the models are listed, if the provider answers at `base_url`; "" if nowhere."""
        if not self.models or self.models.startswith("https://"):
            return self.models
        return base_url.rstrip("/") + self.models


def parse_catalogue(text: str) -> Mapping[str, ProviderEntry]:
    """The entries of providers.toml by name, in its order. Raises ValueError and its kin."""
    return MappingProxyType(
        {name: _entry(name, values) for name, values in tomllib.loads(text).items()}
    )


def _entry(name: str, values: dict[str, Any]) -> ProviderEntry:
    dialect = values.pop("dialect")
    if dialect not in DIALECTS:
        raise ValueError(f"{name}: no dialect {dialect!r}")
    sources: dict[str, str] = values.pop("sources", {})
    unverified = frozenset(cast("list[str]", values.pop("unverified", [])))
    if strange := (unverified | set(sources)) - set(FACTS):
        raise ValueError(f"{name}: no such facts: {', '.join(sorted(strange))}")
    prices: list[dict[str, Any]] = values.pop("prices", [])
    quirks: list[dict[str, Any]] = values.pop("quirks", [])
    try:
        return ProviderEntry(
            name=name,
            dialect=dialect,
            auth=values.pop("auth", AUTH[dialect]),
            headers=MappingProxyType(values.pop("headers", {})),
            quirks=tuple(_quirk(one, sources.get("quirks", "")) for one in quirks),
            prices=tuple(_price(one, sources.get("prices", "")) for one in prices),
            sources=MappingProxyType(sources),
            unverified=unverified,
            **values,
        )
    except TypeError as error:
        raise ValueError(f"{name}: {error}") from error


def _quirk(values: Mapping[str, Any], source: str) -> Quirk:
    shape = RequestShape(
        MappingProxyType(values.get("rename", {})),
        frozenset(values.get("omit", ())),
        MappingProxyType(values.get("add", {})),
    )
    models = tuple(values.get("models", ("*",)))
    return Quirk(models, shape, values["why"], values.get("source", source))


def _price(values: Mapping[str, Any], source: str) -> ListPrice:
    cached = values.get("cached")
    return ListPrice(
        model=values["model"],
        currency=values["currency"],
        input=float(values["input"]),
        output=float(values["output"]),
        cached=None if cached is None else float(cached),
        dated=values["dated"],
        source=values.get("source", source),
        via=values.get("via", ""),
    )


def _merged(below: Mapping[str, Any], above: Mapping[str, Any]) -> dict[str, Any]:
    """Both tables in one; of two values the one above counts, of two tables both."""
    merged = dict(below)
    for name, value in above.items():
        here = merged.get(name)
        if isinstance(here, Mapping) and isinstance(value, Mapping):
            value = _merged(cast("Mapping[str, Any]", here), cast("Mapping[str, Any]", value))
        merged[name] = value
    return merged
