"""Which providers the person uses, and which of their models does which job, in which order."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any, cast
from urllib.parse import urlsplit

from copilot.core.catalogue import (
    AUTH,
    DIALECTS,
    MODELS,
    PLAIN,
    Dialect,
    ListPrice,
    ProviderEntry,
    RequestShape,
)
from copilot.core.levels import LEVELS, Level
from copilot.store.toml_table import Table, dotted, meant

JOBS = ("replies", "topics", "translation", "skills")
ALIASES = ("fast", "quality")

Catalogue = Callable[[], Mapping[str, ProviderEntry]]
"""Fetches the catalogue, which nobody reads who names nothing of it."""

_KEY_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_HEADER = re.compile(r"[A-Za-z0-9-]{0,64}")
# "sk-proj-…", "sk-ant-…", "gsk_…", "AIza…", "ghp_…", or any long run without a break
_LOOKS_SECRET = re.compile(r"(sk-|gsk_|AIza|ghp_|xai-).{8}|.{41}")
_HERE = ("localhost", "127.0.0.1", "::1")
"""These are reached without a proxy, see llm.http."""
_SECRET_FIELDS = ("api_key", "apikey", "api-key", "token", "secret", "password")


@dataclass(frozen=True, slots=True)
class ProviderSettings:
    """A model and where it is asked.

    `key` names a key in the keychain, "" for none, and `auth` says how it is sent (see
    core.catalogue). `known` is the provider's entry in the catalogue, if it has one. `model` may
    be "" as long as no job names the provider. `connect_timeout` and `silence_timeout` (between
    two pieces of an answer) are in seconds; `extra` is passed to the provider in the body of every
    request. `engine` is a model file, or the name of a packaged one, that runs on this machine
    instead of a provider, and is stopped after `idle_minutes` without a question. `masking` is
    how much is hidden from it and `local` whether it counts as one of this machine, where the
    person said so.
    """

    name: str
    base_url: str
    model: str
    key: str = ""
    connect_timeout: float = 5.0
    silence_timeout: float = 30.0
    extra: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))
    dialect: Dialect = "openai"
    auth: str = AUTH["openai"]
    known: ProviderEntry | None = None
    engine: str = ""
    idle_minutes: float = 10.0
    masking: Level | None = None
    local: bool | None = None

    @property
    def here(self) -> bool:
        """Whether what it is asked stays on this machine, as far as can be told."""
        if self.local is not None:
            return self.local
        if self.engine:
            return True
        # Ollama passes "gpt-oss:120b-cloud" on to its own servers.
        host = urlsplit(self.base_url).hostname
        return host in _HERE and not self.model.endswith(("-cloud", ":cloud"))

    @property
    def label(self) -> str:
        """As the person writes it in [jobs]."""
        return f"{self.name}/{self.model}" if self.model else self.name

    @property
    def entry(self) -> str:
        """The name of its entry in the catalogue, "" if it has none."""
        return self.known.name if self.known else ""

    @property
    def shape(self) -> RequestShape:
        """The shape of the requests to this model."""
        return self.known.shape(self.model) if self.known else PLAIN

    @property
    def price(self) -> ListPrice | None:
        """The list price of this model, None if it is not known."""
        return self.known.price(self.model) if self.known else None

    @property
    def headers(self) -> Mapping[str, str]:
        """Headers that every request carries."""
        return self.known.headers if self.known else MappingProxyType({})

    @property
    def models_url(self) -> str:
        """Where its models are listed, "" if nowhere."""
        if self.known:
            return self.known.models_url(self.base_url)
        return self.base_url + MODELS[self.dialect]


Route = tuple[ProviderSettings, ...]
"""Models in the order in which they are asked; after the last come quick replies."""


class RouteProblem(Exception):
    """A route leads nowhere: `what` continues a sentence that begins with its place."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(what)
        self.what = what
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Routes:
    """Finds the models that "NAME", "NAME/MODEL" or an alias stands for."""

    providers: Mapping[str, ProviderSettings]
    catalogue: Catalogue
    aliases: Mapping[str, Route] = field(default_factory=lambda: MappingProxyType({}))

    def find(self, text: str) -> Route:
        """The models in their order. Raises RouteProblem."""
        if text in self.aliases:
            return self.aliases[text]
        name, _, model = text.partition("/")
        provider = self.provider(name)
        known = provider.known
        if known and model in ("", *ALIASES):
            wanted = known.quality or known.fast
            if model != "quality":
                wanted = known.fast or known.quality
            model = provider.model if not model and provider.model else wanted
        model = model or provider.model
        if not model and not provider.engine:
            raise RouteProblem(
                f"names {name!r} without a model.",
                f'Write "{name}/NAME-OF-THE-MODEL"; `chat-copilot models {name}` lists them.',
            )
        return (replace(provider, model=model),)

    def provider(self, name: str) -> ProviderSettings:
        """The provider of that name, with the model that is set for it. Raises RouteProblem."""
        if name in self.providers:
            return self.providers[name]
        if name in ALIASES:
            raise RouteProblem(
                f"names {name!r}, which is not set.", f'Add {name} = "…" to [models].'
            )
        entry = self.catalogue().get(name)
        if entry is None:
            raise RouteProblem(
                f"names the provider {name!r}, which is not defined.", self._known(name)
            )
        if not entry.complete:
            raise RouteProblem(
                f"names {name!r}, whose address is different for everybody.",
                f'Add [providers.{name}] with use = "{name}" and base_url = '
                f'"{entry.base_url or "https://…"}".',
            )
        return from_entry(entry)

    def _known(self, name: str) -> str:
        defined = ", ".join(self.providers) or "none yet"
        guess = meant(name, (*self.providers, *self.catalogue()))
        return (
            f"{guess} Add [providers.{dotted((name,))}], use a defined one ({defined}), or one "
            "that `chat-copilot providers` lists."
        ).strip()


def from_entry(entry: ProviderEntry) -> ProviderSettings:
    """A provider as the catalogue has it; its key is stored under its name."""
    return ProviderSettings(
        name=entry.name,
        base_url=entry.base_url,
        model="",
        key=entry.name if entry.auth and not entry.local else "",
        dialect=entry.dialect,
        auth=entry.auth,
        known=entry,
    )


def parse_providers(table: Table, catalogue: Catalogue) -> dict[str, ProviderSettings]:
    """The table [providers]. Raises SettingsError."""
    return {name: _provider(table.table(name), name, catalogue) for name in table.keys()}  # noqa: SIM118 - a Table is no mapping


def parse_aliases(table: Table, routes: Routes) -> dict[str, Route]:
    """The table [models]. Raises SettingsError."""
    return _routes(table, ALIASES, routes)


def parse_jobs(table: Table, routes: Routes) -> dict[str, Route]:
    """The table [jobs]. Raises SettingsError."""
    return _routes(table, JOBS, routes)


def _routes(table: Table, keys: tuple[str, ...], routes: Routes) -> dict[str, Route]:
    found: dict[str, Route] = {}
    for key in keys:
        models: list[ProviderSettings] = []
        for text in table.text_or_texts(key):
            try:
                models += (one for one in routes.find(text) if one not in models)
            except RouteProblem as problem:
                raise table.error(key, problem.what, problem.hint) from None
        if models:
            found[key] = tuple(models)
    table.finish()
    return found


def _provider(one: Table, name: str, catalogue: Catalogue) -> ProviderSettings:
    for word in _SECRET_FIELDS:
        if one.has(word):
            raise one.error(word, "does not belong into a file.", f"Remove it; {_key_hint(name)}")
    base = _base(one, name, catalogue)
    engine = one.text("engine", "")
    dialect = cast("Dialect", one.choice("dialect", base.dialect, DIALECTS))
    provider = replace(
        base,
        base_url=_address(one, base, engine).rstrip("/"),
        model=_model(one, needed=base.known is None and not engine),
        key=_key(one, name, base.key),
        connect_timeout=one.number("connect_timeout", 5.0, 0.1, 120.0),
        silence_timeout=one.number("silence_timeout", 30.0, 0.1, 600.0),
        extra=MappingProxyType(one.raw("extra")),
        dialect=dialect,
        auth=one.text("auth", base.auth if dialect == base.dialect else AUTH[dialect], _auth),
        engine=engine,
        idle_minutes=one.number("idle_minutes", 10.0, 0.1, 1440.0),
        masking=cast("Level", one.choice("masking", "off", LEVELS)) if one.has("masking") else None,
        local=one.flag("local", False) if one.has("local") else None,
    )
    if provider.base_url.startswith("http:") and not is_loopback(provider.base_url):
        one.file.warn(
            (*one.path, "base_url"),
            "is not encrypted: everybody on the way can read the chat. Use https://.",
        )
    one.finish()
    return provider


def _base(one: Table, name: str, catalogue: Catalogue) -> ProviderSettings:
    """What the catalogue says, if the person refers to it."""
    used = one.text("use", "")
    if not used:
        return ProviderSettings(name, "", "")
    entry = catalogue().get(used)
    if entry is None:
        guess = meant(used, catalogue())
        hint = f"{guess} `chat-copilot providers` lists what is known.".strip()
        raise one.error("use", f"names {used!r}, which the catalogue does not have.", hint)
    base = from_entry(entry)
    key = name if base.key and _KEY_NAME.fullmatch(name) else base.key
    return replace(base, name=name, key=key)


def _model(one: Table, *, needed: bool) -> str:
    if not needed and not one.has("model"):
        return ""
    return one.text("model", None, lambda text: "" if text.strip() else "is empty.")


def _address(one: Table, base: ProviderSettings, engine: str) -> str:
    if engine:
        if one.has("base_url"):
            raise one.error("base_url", "has no use beside engine.", "Remove one of the two.")
        return ""
    known = base.known
    if known is None or one.has("base_url"):
        return one.text("base_url", None, _url_problem)
    if not known.complete:
        example = known.base_url or "https://api.example.com/v1"
        raise one.error("base_url", "is missing.", f'Add base_url = "{example}" with your values.')
    return known.base_url


def _key(table: Table, provider: str, default: str) -> str:
    name = table.text("key", default)
    # The value is not shown: it may be the key itself.
    if _LOOKS_SECRET.match(name):
        raise table.error("key", "looks like the key itself.", f"Remove it; {_key_hint(provider)}")
    if name and not _KEY_NAME.fullmatch(name):
        raise table.error("key", "must be a name of letters, digits, '.', '_' and '-'.")
    return name


def _key_hint(provider: str) -> str:
    return f'store the key with `chat-copilot key set {provider}` and write key = "{provider}".'


def _auth(text: str) -> str:
    return "" if _HEADER.fullmatch(text) else 'must be "bearer" or the name of a header.'


def _url_problem(url: str) -> str:
    if "{" in url:
        return "still holds a {placeholder}: put your own value there."
    try:
        parts = urlsplit(url)
        port_ok = parts.port is None or parts.port > 0
    except ValueError:
        return "is not an address such as https://api.example.com/v1."
    if parts.scheme not in ("http", "https") or not parts.hostname or not port_ok:
        return "must be an address that begins with https:// (or http:// on this machine)."
    if parts.username is not None or parts.password is not None:
        return "must not hold a user name or password: keys belong into the keychain."
    if re.search(r"\s", url) or parts.query or parts.fragment:
        return "must end with its path, without spaces, '?' or '#'."
    return ""


def is_loopback(url: str) -> bool:
    """Whether the address is on this machine."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
