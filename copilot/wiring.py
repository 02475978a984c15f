"""Builds what answers questions, for the application and for commands without a window."""

from __future__ import annotations

from collections.abc import Callable

from copilot.core.asker import ModelAsker
from copilot.core.cost import Tariff
from copilot.core.instant import Banks
from copilot.core.metering import MeteredModel
from copilot.core.model import Notice
from copilot.core.quick_replies import QuickReplies
from copilot.core.redaction import words_finder
from copilot.core.reply_bank import parse_reply_bank
from copilot.core.skills import Skill, parse_skill
from copilot.core.spending import NullLedger, Spending
from copilot.core.topics import Topics, parse_topic_bank
from copilot.llm.client import GetKey, StreamingModel
from copilot.llm.embedder import embedding_matcher
from copilot.llm.fallback import FallbackModel
from copilot.llm.http import HttpStack
from copilot.llm.options import ProviderOptions
from copilot.store import resources
from copilot.store.paths import Paths
from copilot.store.provider_settings import ProviderSettings, Route, is_loopback
from copilot.store.settings import QuickReplySettings, Settings
from copilot.store.usage import UsageLedger

SKILLS = {"reply": "replies", "complete": "replies", "topics": "topics"}
"""Skill → the job whose model does it."""


def create_banks(options: QuickReplySettings) -> Banks:
    """Quick replies and topics. Blocking: reads files; the embedding model loads at first use."""
    bank = parse_reply_bank(_texts("quick_replies"))
    vectors = resources.read_bytes("quick_replies/vectors.bin") if options.embeddings else b""
    matcher = embedding_matcher(bank.lines, vectors)
    matcher.compare("hello")
    return Banks(QuickReplies(bank, matcher), Topics(parse_topic_bank(_texts("topics"))))


def options_of(provider: ProviderSettings) -> ProviderOptions:
    """How a model is asked, from what the person set and what the catalogue knows."""
    return ProviderOptions(
        name=provider.name,
        base_url=provider.base_url,
        model=provider.model,
        key_name=provider.key,
        connect_timeout=provider.connect_timeout,
        silence_timeout=provider.silence_timeout,
        extra=provider.extra,
        dialect=provider.dialect,
        auth=provider.auth,
        headers=provider.headers,
        models_url=provider.models_url,
        shape=provider.shape,
    )


def create_model(provider: ProviderSettings, http: HttpStack, get_key: GetKey) -> StreamingModel:
    """The model of a provider; its key is fetched from the keychain for each call."""
    return StreamingModel(options_of(provider), http, get_key)


def tariff_of(provider: ProviderSettings) -> Tariff:
    """What asking this provider costs: nothing on this machine, else its list price if known."""
    local = provider.known is not None and provider.known.local
    free = local or bool(provider.engine) or is_loopback(provider.base_url)
    return Tariff(provider.name, provider.model, provider.price, free)


def create_spending(
    settings: Settings, here: Paths, warn: Callable[[Notice], None] = lambda _: None
) -> Spending:
    """What counts the cost of models and keeps to the budget; `load` it before the first call."""
    return Spending(UsageLedger(here.usage_file), settings.budget.spending, warn=warn)


def create_models(
    route: Route, http: HttpStack, get_key: GetKey, spending: Spending
) -> FallbackModel | None:
    """The models of a route as one that falls back along it; None for an empty route."""
    models = [
        MeteredModel(create_model(provider, http, get_key), tariff_of(provider), spending)
        for provider in route
        if not provider.engine
    ]
    return FallbackModel(models) if models else None


def create_asker(
    settings: Settings, http: HttpStack, get_key: GetKey, spending: Spending | None = None
) -> ModelAsker | None:
    """What asks the models that the settings name, each for its job; None if they name none."""
    spending = spending or Spending(NullLedger())
    routes = {skill: settings.models_for(job) for skill, job in SKILLS.items()}
    models = {
        skill: model
        for skill, route in routes.items()
        if (model := create_models(route, http, get_key, spending)) is not None
    }
    if not models:
        return None
    return ModelAsker(
        {name: _skill(name) for name in SKILLS},
        models,
        prompt_tokens=settings.budget.max_prompt_tokens,
        answer_tokens=settings.budget.max_answer_tokens,
        find=words_finder(settings.masking.words),
        tariffs={skill: tariff_of(route[0]) for skill, route in routes.items() if route},
        spending=spending,
    )


def _skill(name: str) -> Skill:
    origin = f"skills/{name}.toml"
    return parse_skill(resources.read_text(origin), origin)


def _texts(folder: str) -> list[str]:
    return [resources.read_text(n) for n in resources.names(folder) if n.endswith(".toml")]
