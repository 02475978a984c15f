"""`chat-copilot models`: what the key of a provider can use."""

from __future__ import annotations

import argparse
import asyncio
import sys

from copilot.commands.exits import NOT_READY, OK
from copilot.commands.output import print_json
from copilot.core.errors import InputError, KeyMissing, ProviderUnknown
from copilot.llm.http import HttpStack
from copilot.llm.probe import list_models
from copilot.store import catalogue, paths, settings
from copilot.store.provider_settings import ProviderSettings, RouteProblem, Routes
from copilot.store.secrets import KeyringSecrets
from copilot.store.settings import Settings
from copilot.store.state import State
from copilot.wiring import options_of

_LIMIT = 15.0  # seconds; routers list hundreds of models


def main(args: argparse.Namespace) -> int:
    """Ask `args.name` for its models."""
    here = paths.find()
    configured = settings.load(here.settings_file)
    provider = _provider(configured, args.name)
    key = _key(provider, KeyringSecrets(State(here.state_file)))
    models = asyncio.run(_list(configured, provider, key))
    if args.json:
        print_json({"provider": provider.name, "address": provider.base_url, "models": models})
    elif models:
        print("\n".join(models))
    else:
        print(
            f"{provider.name} answers, but lists no models: its documentation does.",
            file=sys.stderr,
        )
    return OK if models else NOT_READY


def _provider(configured: Settings, name: str) -> ProviderSettings:
    try:
        provider = Routes(configured.providers, catalogue.load).provider(name)
    except RouteProblem as problem:
        # "names the provider 'x', which is not defined." follows a place in the settings.
        raise ProviderUnknown(f"The command line {problem.what}", problem.hint) from None
    if provider.engine:
        raise InputError(
            f"{name} is a model file on this machine: {provider.engine}",
            "There is nobody to ask for a list.",
        )
    return provider


def _key(provider: ProviderSettings, secrets: KeyringSecrets) -> str:
    if not provider.key:
        return ""
    try:
        return secrets.get(provider.key)
    except KeyMissing as error:
        if provider.known is None or not provider.known.keys_url:
            raise
        raise KeyMissing(
            error.title, f"Get one at {provider.known.keys_url}. {error.hint}"
        ) from error


async def _list(configured: Settings, provider: ProviderSettings, key: str) -> tuple[str, ...]:
    http = HttpStack(configured.proxy)
    try:
        return tuple(sorted(await list_models(options_of(provider), http, key, _LIMIT)))
    finally:
        await http.close()
