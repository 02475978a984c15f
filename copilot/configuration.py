"""Settings, providers and keys as windows need them; implements `core.configuring.Configuring`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType
from typing import cast

from copilot.core.bounds import Profile
from copilot.core.catalogue import ProviderEntry
from copilot.core.checks import Check
from copilot.core.configuring import JOBS, LocalServer, Offer, Provider, Value
from copilot.core.errors import CopilotError, InputError, KeyMissing, SettingsError
from copilot.llm.http import HttpStack
from copilot.store import catalogue, settings_edit
from copilot.store import settings as settings_file
from copilot.store.keys import in_thread
from copilot.store.provider_settings import ProviderSettings, RouteProblem, Routes
from copilot.store.session_keys import SessionKeys
from copilot.store.settings import HOTKEYS, Settings

_PATIENCE = 15.0
"""Seconds for a list of models: routers have hundreds."""

# Where a field of the file is another one of the values.
_ELSEWHERE: Mapping[str, str] = MappingProxyType(
    {
        "network.proxy": "proxy",
        "budget.currency": "budget.spending.exchange.currency",
        **{
            f"budget.{period}_{what}": f"budget.spending.{period}.{what}"
            for period in ("day", "month")
            for what in ("money", "tokens")
        },
    }
)

Changed = Callable[[Settings, Settings], None]


class Configuration:
    """Reads and changes one settings file. Belongs to one event loop."""

    def __init__(
        self, file: Path, settings: Settings, secrets: SessionKeys, changed: Changed
    ) -> None:
        """`settings` are in force now; `changed` is told the old and the new ones,
        and puts these in force, before windows hear."""
        self._file = file
        self._secrets = secrets
        self._changed = changed
        self._followers: list[Callable[[], None]] = []
        self._reading: asyncio.Task[None] | None = None
        self.settings = settings
        self.problem: CopilotError | None = None

    @property
    def file(self) -> str:
        """Where the settings lie."""
        return str(self._file)

    @property
    def warnings(self) -> Sequence[str]:
        """What is odd in the file and does no harm."""
        return tuple(map(str, self.settings.warnings))

    # Fields

    def value(self, field: str) -> Value:
        """What is in force. Raises KeyError for what is no field."""
        table, _, name = field.partition(".")
        if table == "hotkeys" and name in HOTKEYS:
            return self.settings.hotkeys.get(name, "")
        if table == "jobs" and name in JOBS:
            return tuple(one.label for one in self.settings.models_for(name))
        if field == "applications":
            return tuple(self.settings.reading.profiles)
        if table == "applications":
            app, _, name = name.rpartition(".")
            profile = self.settings.reading.profiles.get(app, Profile())
            return {"reads": profile.reads, "writes": profile.writes}[name]
        if field == "budget.when_over":
            return "stop" if self.settings.budget.spending.hard else "warn"
        try:
            value: object = attrgetter(_ELSEWHERE.get(field, field))(self.settings)
        except AttributeError:
            raise KeyError(field) from None
        if not isinstance(value, str | bool | int | float | tuple):
            raise KeyError(field)
        return cast("Value", value)

    async def change(self, changes: Mapping[str, Value | None]) -> None:
        """Set fields, all or none. Raises SettingsError."""
        await self._edit({_path(name): value for name, value in changes.items()})

    async def deny(self, app: str) -> None:
        """Never read this application again. Raises SettingsError."""
        await in_thread(partial(settings_edit.deny, self._file, app))

    async def _edit(self, changes: Mapping[tuple[str, ...], Value | None]) -> None:
        written: dict[tuple[str, ...] | str, settings_edit.Value | None] = {
            path: list(value) if isinstance(value, tuple) else value
            for path, value in changes.items()
        }
        await in_thread(partial(settings_edit.update, self._file, written))
        await self.read_again()

    async def read_again(self) -> None:
        """Take what the file says now; while it can't be used, what was in force stays."""
        try:
            settings = await in_thread(partial(settings_file.load, self._file))
        except SettingsError as error:
            self.problem = error
        else:
            self.problem = None
            if settings != self.settings:
                before, self.settings = self.settings, settings
                self._changed(before, settings)
        for follower in tuple(self._followers):
            follower()

    def follow(self, changed: Callable[[], None]) -> Callable[[], None]:
        """Call `changed` after every change; what is returned ends that."""
        self._followers.append(changed)

        def end() -> None:
            if changed in self._followers:
                self._followers.remove(changed)

        return end

    # Providers

    def offers(self) -> Sequence[Offer]:
        """The catalogue."""
        return tuple(map(_offer, catalogue.load().values()))

    def providers(self) -> Sequence[Provider]:
        """Those that are defined, used, or whose key is stored."""
        keys = self._secrets.names()
        found = dict(self.settings.providers)
        used = [one for job in JOBS for one in self.settings.models_for(job)]
        for one in used:
            found.setdefault(one.name, one)
        known = catalogue.load()
        for name in keys:
            if name in known and known[name].complete:
                found.setdefault(name, self._routes().provider(name))
        return tuple(self._provider(one, keys) for one in found.values())

    def _provider(self, one: ProviderSettings, keys: tuple[str, ...]) -> Provider:
        return Provider(
            name=one.name,
            title=one.known.title if one.known else one.name,
            address=one.base_url,
            model=one.model or (one.known.fast if one.known else ""),
            engine=one.engine,
            key=one.key,
            has_key=not one.key or one.key in keys,
            forgets_key=self._secrets.is_held(one.key),
            here=one.here,
            jobs=tuple(
                job
                for job in JOBS
                if any(o.name == one.name for o in self.settings.models_for(job))
            ),
        )

    async def add(
        self,
        name: str,
        *,
        use: str = "",
        address: str = "",
        model: str = "",
        engine: str = "",
        key: bool = False,
    ) -> None:
        """Define or change a provider. Raises SettingsError."""
        fields = {"use": use, "base_url": address, "model": model, "engine": engine}
        fields["key"] = name if key else ""
        await self._edit({("providers", name, key): text for key, text in fields.items() if text})

    async def remove(self, name: str) -> None:
        """Forget a provider: its jobs, its definition, its key. Raises CopilotError."""
        changes: dict[tuple[str, ...], Value | None] = {}
        for job in JOBS:
            route = self.settings.models_for(job)
            left = tuple(one.label for one in route if one.name != name)
            if len(left) < len(route):
                changes["jobs", job] = left or None
        key = self._routes().provider(name).key
        if name in self.settings.providers:
            changes["providers", name] = None
        await self._edit(changes)
        if key in self._secrets.names():
            await in_thread(partial(self._secrets.delete, key))
            await self.read_again()

    async def store_key(self, name: str, key: str) -> None:
        """Put the key into the keychain, without one into memory.

        Raises SecretsError and InputError.
        """
        where = self._named(name).key
        if not where:
            raise InputError(f"{name} needs no key.", "It can be used as it is.")
        await in_thread(partial(self._secrets.set, where, key))
        await self.read_again()

    async def models(self, name: str) -> Sequence[str]:
        """The models that a provider lists. Raises ModelError and SecretsError."""
        # What asks providers is not loaded by everybody who starts the application.
        from copilot.llm.probe import list_models
        from copilot.wiring import options_of

        provider = self._named(name)
        key = await in_thread(partial(self._secrets.get, provider.key)) if provider.key else ""
        http = HttpStack(self.settings.proxy)
        try:
            return sorted(await list_models(options_of(provider), http, key, _PATIENCE))
        finally:
            await http.close()

    async def test(self, name: str) -> Check:
        """Ask for the list of models: that costs nothing, and shows that address and key work."""
        try:
            provider = self._named(name)
            if provider.engine:
                return await self._test_engine(provider)
            models = await self.models(name)
        except KeyMissing as error:
            return Check(name, False, error.title, "Paste its key first.")
        except CopilotError as error:
            return Check(name, False, error.title, error.hint)
        if not models:
            return Check(name, True, f"{name} answers, but lists no models.")
        model = provider.model or (provider.known.fast if provider.known else "")
        if model and model not in models:
            return Check(
                name, False, f"{name} answers, but does not list {model}.", "Choose another."
            )
        return Check(name, True, f"{name} answers.")

    async def _test_engine(self, provider: ProviderSettings) -> Check:
        from copilot.llm.engine.process import examine, options_for

        file = await in_thread(lambda: examine(options_for(provider.engine).file))
        return Check(provider.name, True, f"{file.name} can be run on this machine.")

    async def find_local(self) -> Sequence[LocalServer]:
        """The model servers that run on this machine. Never fails."""
        from copilot.llm.discovery import find_servers

        http = HttpStack("none")
        try:
            found = await find_servers(http)
        finally:
            await http.close()
        return tuple(LocalServer(s.name, s.base_url, s.models, s.needs_key) for s in found)

    def _routes(self) -> Routes:
        return Routes(self.settings.providers, catalogue.load)

    def _named(self, name: str) -> ProviderSettings:
        try:
            return self._routes().provider(name)
        except RouteProblem as problem:
            raise InputError(f"The provider {problem.what}", problem.hint) from None


def _path(field: str) -> tuple[str, ...]:
    """Where a field stands in the file; names of applications may have dots."""
    table, _, rest = field.partition(".")
    if table == "applications":
        app, _, name = rest.rpartition(".")
        return (table, app, name)
    return tuple(field.split("."))


def _offer(entry: ProviderEntry) -> Offer:
    price = entry.price(entry.fast) if entry.fast else None
    return Offer(
        name=entry.name,
        title=entry.title,
        address=entry.base_url,
        keys_url=entry.keys_url,
        needs_key=bool(entry.auth) and not entry.local,
        local=entry.local,
        fast=entry.fast,
        quality=entry.quality,
        price=f"{price.currency} {price.input:g} / {price.output:g}" if price else "",
    )
