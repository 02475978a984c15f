"""Whether the provider of the settings can be asked, for doctor."""

from __future__ import annotations

import asyncio

from copilot.core.checks import Check
from copilot.core.errors import CopilotError
from copilot.store.provider_settings import JOBS, ProviderSettings, is_loopback
from copilot.store.secrets import KeyringSecrets
from copilot.store.settings import Settings

_LIMIT = 3.0  # seconds


def check_provider(configured: Settings, secrets: KeyringSecrets, *, online: bool) -> Check:
    """Look at the providers that have a job. Those elsewhere are asked only if `online`."""
    used = {p.label: p for job in JOBS for p in configured.models_for(job) if not p.engine}
    if not used and any(p.engine for job in JOBS for p in configured.models_for(job)):
        return Check("provider", True, "none needed: a model of this machine answers")
    if not used:
        return Check("provider", True, "none set: quick replies come from this machine")
    outcomes = [_one(provider, configured, secrets, online=online) for provider in used.values()]
    return Check(
        "provider",
        all(outcome.ok for outcome in outcomes),
        "; ".join(outcome.detail for outcome in outcomes),
        " ".join(outcome.todo for outcome in outcomes if outcome.todo),
    )


def _one(
    provider: ProviderSettings, configured: Settings, secrets: KeyringSecrets, *, online: bool
) -> Check:
    what = f"{provider.name} ({provider.model})"
    try:
        key = secrets.get(provider.key) if provider.key else ""
    except CopilotError as error:
        return Check("provider", False, f"{what}: {error.title}", error.hint)
    if not online and not is_loopback(provider.base_url):
        having = "its key is there" if key else "it needs no key"
        return Check("provider", True, f"{what}: {having}; not asked", "To ask it, add --online.")
    try:
        models = asyncio.run(_models(provider, configured, key))
    except CopilotError as error:
        return Check("provider", False, f"{what}: {error.title}", error.hint)
    if not models:
        hint = "If it gives no answers either, look at base_url: many end in /v1."
        return Check("provider", True, f"{what}: answers, but lists no models", hint)
    if provider.model not in models:
        return Check(
            "provider",
            False,
            f"{what}: answers, but does not list that model",
            f"Its models: {', '.join(models[:8])}{' …' if len(models) > 8 else ''}",
        )
    return Check("provider", True, f"{what}: answers")


async def _models(provider: ProviderSettings, configured: Settings, key: str) -> tuple[str, ...]:
    from copilot.llm.http import HttpStack
    from copilot.llm.probe import list_models
    from copilot.wiring import options_of

    http = HttpStack(configured.proxy)
    try:
        return await list_models(options_of(provider), http, key, _LIMIT)
    finally:
        await http.close()
