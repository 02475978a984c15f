"""Builds what answers questions, for the application and for commands without a window."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from copilot.core.asker import ModelAsker
from copilot.core.cost import Price, Tariff
from copilot.core.inspection import HERE, Inspection
from copilot.core.instant import Banks
from copilot.core.metering import MeteredModel
from copilot.core.model import Notice
from copilot.core.ports import Model
from copilot.core.quick_replies import QuickReplies
from copilot.core.redaction import words_finder
from copilot.core.reply_bank import parse_reply_bank
from copilot.core.skills import Skill, parse_skill
from copilot.core.spending import NullLedger, Spending
from copilot.core.topics import Topics, parse_topic_bank
from copilot.llm.client import GetKey, StreamingModel
from copilot.llm.embedder import embedding_matcher
from copilot.llm.engine.local import LocalEngines
from copilot.llm.engine.process import EngineOptions, options_for
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
_FRAMING = 2048
"""Tokens of a context beside question and answer: what is finished of a draft, and estimates."""


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


def tariff_of(provider: ProviderSettings, own: Mapping[str, Price]) -> Tariff:
    """What asking this model costs: the person's own price, nothing on this machine, or as listed.

    `own` prices are by "NAME/MODEL" or by the provider's name.
    """
    model = provider.model or Path(provider.engine).stem
    price = own.get(provider.label) or own.get(provider.name)
    if price is not None:
        return Tariff(provider.name, model, price)
    known = provider.known
    here = known.local if known is not None else is_loopback(provider.base_url)
    return Tariff(provider.name, model, provider.price, here or bool(provider.engine))


def host_of(provider: ProviderSettings) -> str:
    """The name of the machine that is asked."""
    here = provider.engine or is_loopback(provider.base_url)
    return HERE if here else urlsplit(provider.base_url).hostname or provider.base_url


def create_spending(
    settings: Settings, here: Paths, warn: Callable[[Notice], None] = lambda _: None
) -> Spending:
    """What counts the cost of models and keeps to the budget; `load` it before the first call."""
    return Spending(UsageLedger(here.usage_file), settings.budget.spending, warn=warn)


@dataclass(frozen=True, slots=True)
class Means:
    """What models are asked with; shared by all of them."""

    http: HttpStack
    get_key: GetKey
    spending: Spending
    prices: Mapping[str, Price]
    engines: LocalEngines


def create_models(route: Route, skill: Skill, means: Means, context: int) -> FallbackModel | None:
    """The models of a route as one that falls back along it; None for an empty route.

    `skill` is what they are asked for, and `context` how many tokens question and answer may have
    together: models of this machine are given both.
    """

    def create(provider: ProviderSettings) -> Model:
        if not provider.engine:
            return create_model(provider, means.http, means.get_key)
        options = engine_options_of(provider, context)
        return means.engines.model(options, skill, ahead=provider is route[0])

    models = [
        MeteredModel(create(p), tariff_of(p, means.prices), means.spending, host_of(p))
        for p in route
    ]
    return FallbackModel(models) if models else None


def engine_options_of(provider: ProviderSettings, context: int) -> EngineOptions:
    """How the model of this machine is run that the provider names."""
    return options_for(
        provider.engine,
        context=max(context, 4096),
        idle_seconds=provider.idle_minutes * 60,
        silence_seconds=max(provider.silence_timeout, 120.0),
    )


def create_asker(
    settings: Settings,
    http: HttpStack,
    get_key: GetKey,
    spending: Spending | None = None,
    engines: LocalEngines | None = None,
    inspection: Inspection | None = None,
) -> ModelAsker | None:
    """What asks the models that the settings name, each for its job; None if they name none.

    Whoever may ask a model of this machine gives `engines` and closes them. `inspection` remembers
    what was asked.
    """
    budget, own = settings.budget, settings.budget.prices
    spending = spending or Spending(NullLedger())
    means = Means(http, get_key, spending, own, engines or LocalEngines(http))
    skills = {name: _skill(name) for name in SKILLS}
    context = budget.max_prompt_tokens + budget.max_answer_tokens + _FRAMING
    routes = {skill: settings.models_for(job) for skill, job in SKILLS.items()}
    models = {
        skill: model
        for skill, route in routes.items()
        if (model := create_models(route, skills[skill], means, context)) is not None
    }
    if not models:
        return None
    return ModelAsker(
        skills,
        models,
        prompt_tokens=budget.max_prompt_tokens,
        answer_tokens=budget.max_answer_tokens,
        find=words_finder(settings.masking.words),
        tariffs={skill: tariff_of(route[0], own) for skill, route in routes.items() if route},
        spending=spending,
        inspection=inspection,
    )


def _skill(name: str) -> Skill:
    origin = f"skills/{name}.toml"
    return parse_skill(resources.read_text(origin), origin)


def _texts(folder: str) -> list[str]:
    return [resources.read_text(n) for n in resources.names(folder) if n.endswith(".toml")]
