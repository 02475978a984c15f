"""Builds what answers questions, for the application and for commands without a window."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from copilot.core.asker import ModelAsker
from copilot.core.chat_rules import ChatRules
from copilot.core.contacts import SessionContacts
from copilot.core.cost import Price, Tariff
from copilot.core.discretion import Gate, Way, Ways
from copilot.core.glossary import Glossary
from copilot.core.identify import Identifier
from copilot.core.inspection import HERE, Inspection
from copilot.core.instant import Banks
from copilot.core.levels import Level, strictest
from copilot.core.memory import SessionTranslations
from copilot.core.metering import MeteredModel
from copilot.core.model import Notice
from copilot.core.ports import Contacts, Ledger, Model, TranslationMemory
from copilot.core.private import private_finder
from copilot.core.quick_replies import QuickReplies
from copilot.core.reply_bank import parse_reply_bank
from copilot.core.skills import Skill, parse_skill
from copilot.core.spending import NullLedger, Spending
from copilot.core.topics import Topics, parse_topic_bank
from copilot.core.translation_run import TranslatorParts
from copilot.core.translator import Translator
from copilot.core.vaults import Vaults
from copilot.llm.client import GetKey, StreamingModel
from copilot.llm.embedder import embedding_matcher
from copilot.llm.engine.local import LocalEngines
from copilot.llm.engine.process import EngineOptions, options_for
from copilot.llm.fallback import FallbackModel
from copilot.llm.guesser import NgramGuesser
from copilot.llm.http import HttpStack
from copilot.llm.options import ProviderOptions
from copilot.store import resources
from copilot.store.paths import Paths
from copilot.store.provider_settings import ProviderSettings, Route, is_loopback
from copilot.store.settings import MaskingSettings, QuickReplySettings, Settings
from copilot.store.state import State
from copilot.store.usage import UsageLedger

SKILLS = {"reply": "replies", "complete": "replies", "topics": "topics"}
"""Skill → the job whose model does it, of those that suggest something."""
_JOBS = {**SKILLS, "translate": "translation"}
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
    inside = provider.engine or is_loopback(provider.base_url)
    if inside and provider.here:
        return HERE
    return urlsplit(provider.base_url).hostname or provider.base_url


def create_spending(
    settings: Settings,
    here: Paths,
    warn: Callable[[Notice], None] | None = None,
    ledger: Ledger | None = None,
) -> Spending:
    """What counts the cost of models and keeps to the budget; `load` it before the first call."""
    ledger, budget = ledger or create_ledger(here), settings.budget.spending
    if warn is None:
        return Spending(ledger, budget)
    # What was told today is not told again after a restart.
    return Spending(ledger, budget, warn=warn, warned=State(here.state_file).table("warned"))


def create_ledger(here: Paths, warn: Callable[[Notice], None] = lambda _: None) -> Ledger:
    """What writes down what models cost. It remembers what it can't write: one will do for all."""
    return UsageLedger(
        here.usage_file,
        on_trouble=lambda error: warn(Notice(error.title, error.hint, calm=True)),
    )


@dataclass(frozen=True, slots=True)
class Means:
    """What models are asked with; shared by all of them."""

    http: HttpStack
    get_key: GetKey
    spending: Spending
    prices: Mapping[str, Price]
    engines: LocalEngines


def create_ways(
    route: Route, skill: Skill, means: Means, context: int, masking: MaskingSettings
) -> Ways:
    """How the models of a route may be asked, which stand in for each other in its order.

    `skill` is what they are asked for, and `context` how many tokens question and answer may have
    together: models of this machine are given both.
    """

    def create(provider: ProviderSettings) -> Model:
        if not provider.engine:
            return create_model(provider, means.http, means.get_key)
        options = engine_options_of(provider, context)
        # Only suggestions have a grammar.
        shaped = skill if skill.form == "suggestions" else None
        return means.engines.model(options, shaped, ahead=provider is route[0])

    def way(members: Sequence[tuple[ProviderSettings, Model]]) -> Way | None:
        if not members:
            return None
        first = members[0][0]
        return Way(
            FallbackModel([model for _, model in members]),
            strictest(level_of(provider, masking) for provider, _ in members),
            tariff_of(first, means.prices),
        )

    models = [
        (p, MeteredModel(create(p), tariff_of(p, means.prices), means.spending, host_of(p)))
        for p in route
    ]
    return Ways(way(models), way([(p, model) for p, model in models if p.here]))


def level_of(provider: ProviderSettings, masking: MaskingSettings) -> Level:
    """How much is hidden from this provider: its own level, or nothing on this machine."""
    return provider.masking or ("off" if provider.here else masking.level)


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
    rules: ChatRules | None = None,
    contacts: Contacts | None = None,
    vaults: Vaults | None = None,
) -> ModelAsker | None:
    """What asks the models that the settings name, each for its job; None if they name none.

    Whoever may ask a model of this machine gives `engines` and closes them. `inspection` remembers
    what was asked, `rules` say what the person allows for single chats, and `contacts` know whom
    they write to. `vaults` are those of the translator, so that both hide a chat's things alike.
    """
    budget, own = settings.budget, settings.budget.prices
    spending = spending or Spending(NullLedger())
    means = Means(http, get_key, spending, own, engines or LocalEngines(http))
    skills = {name: _skill(name) for name in SKILLS}
    gate = create_gate(settings, skills, means, rules or ChatRules())
    if gate is None:
        return None
    return ModelAsker(
        skills,
        gate,
        prompt_tokens=budget.max_prompt_tokens,
        answer_tokens=budget.max_answer_tokens,
        spending=spending,
        inspection=inspection,
        contacts=contacts,
        vaults=vaults,
    )


def create_gate(
    settings: Settings, skills: Mapping[str, Skill], means: Means, rules: ChatRules
) -> Gate | None:
    """What lets chats through to the models of `skills` (see SKILLS); None without any model."""
    budget = settings.budget
    context = budget.max_prompt_tokens + budget.max_answer_tokens + _FRAMING
    routes = {name: settings.models_for(_JOBS[name]) for name in skills}
    if not any(routes.values()):
        return None
    return Gate(
        {
            name: create_ways(route, skills[name], means, context, settings.masking)
            for name, route in routes.items()
        },
        rules,
        lambda level, languages: private_finder(level, settings.masking.words, languages),
    )


def create_translator(
    settings: Settings,
    http: HttpStack,
    get_key: GetKey,
    spending: Spending | None = None,
    engines: LocalEngines | None = None,
    inspection: Inspection | None = None,
    rules: ChatRules | None = None,
    vaults: Vaults | None = None,
    memory: TranslationMemory | None = None,
    contacts: Contacts | None = None,
    glossary: Callable[[], Glossary] = Glossary,
) -> Translator | None:
    """What translates with the models that the settings name for it; None if they name none.

    `memory` answers what was translated before, `glossary` is asked for before each translation.
    The rest is as for `create_asker`.
    """
    spending = spending or Spending(NullLedger())
    means = Means(http, get_key, spending, settings.budget.prices, engines or LocalEngines(http))
    skills = {name: _skill(name) for name in ("translate", "check")}
    gate = create_gate(settings, {"translate": skills["translate"]}, means, rules or ChatRules())
    if gate is None:
        return None
    return Translator(
        TranslatorParts(
            skills,
            gate,
            Identifier(NgramGuesser()),
            vaults or Vaults(),
            memory or SessionTranslations(),
            contacts or SessionContacts(),
            glossary,
            spending,
            inspection or Inspection(),
        )
    )


def _skill(name: str) -> Skill:
    origin = f"skills/{name}.toml"
    return parse_skill(resources.read_text(origin), origin)


def _texts(folder: str) -> list[str]:
    return [resources.read_text(n) for n in resources.names(folder) if n.endswith(".toml")]
