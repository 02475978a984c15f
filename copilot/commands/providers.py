"""`chat-copilot providers`: the providers that are known, and which of them are set up."""

from __future__ import annotations

import argparse
from collections.abc import Mapping

from copilot.commands.exits import OK
from copilot.commands.output import print_json
from copilot.core.catalogue import ListPrice, ProviderEntry
from copilot.store import catalogue, paths, settings
from copilot.store.provider_settings import JOBS
from copilot.store.secrets import KeyringSecrets
from copilot.store.settings import Settings
from copilot.store.state import State


def main(args: argparse.Namespace) -> int:
    """Print the catalogue."""
    here = paths.find()
    configured = settings.load(here.settings_file)
    keys = KeyringSecrets(State(here.state_file)).names()
    rows = [_as_json(entry, configured, keys) for entry in catalogue.load().values()]
    if args.json:
        print_json({"providers": rows})
    else:
        print(_as_text(rows))
    return OK


def _as_json(
    entry: ProviderEntry, configured: Settings, keys: tuple[str, ...]
) -> dict[str, object]:
    own = [one for one in configured.providers.values() if one.entry == entry.name]
    used = [job for job in JOBS for one in configured.models_for(job) if one.entry == entry.name]
    return {
        "name": entry.name,
        "title": entry.title,
        "address": entry.base_url,
        "dialect": entry.dialect,
        "set_up": bool(own or used or entry.name in keys),
        "names": [one.name for one in own],
        "jobs": sorted(set(used)),
        "key": entry.name in keys or any(one.key in keys for one in own if one.key),
        "needs_key": bool(entry.auth) and not entry.local,
        "keys": entry.keys_url,
        "fast": entry.fast,
        "quality": entry.quality,
        "prices": [_price(price) for price in entry.prices],
        "sources": dict(entry.sources),
        "unverified": sorted(entry.unverified),
    }


def _price(price: ListPrice) -> dict[str, object]:
    return {
        "model": price.model,
        "currency": price.currency,
        "input": price.input,
        "cached": price.cached,
        "output": price.output,
        "dated": price.dated.isoformat(),
        "source": price.source,
        "via": price.via,
    }


def _as_text(rows: list[dict[str, object]]) -> str:
    width = max(len(str(row["name"])) for row in rows)
    lines = [_line(row, width) for row in rows]
    return "\n".join(
        [
            *lines,
            "",
            "● is set up. To use one: chat-copilot key set NAME, then, in settings.toml,",
            'replies = "NAME" under [jobs].',
        ]
    )


def _line(row: Mapping[str, object], width: int) -> str:
    mark = "●" if row["set_up"] else " "
    if not row["address"] or "{" in str(row["address"]):
        what = "needs base_url in [providers.NAME]"
    elif row["needs_key"]:
        what = "its key is stored" if row["key"] else f"key: {row['keys']}"
    else:
        what = f"no key: {row['address']}"
    return f"{mark} {row['name']!s:<{width}}  {row['title']}\n  {'':<{width}}  {what}"
