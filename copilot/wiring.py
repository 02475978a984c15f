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
from copilot.core.own_skills import Joined, join
from copilot.core.ports import Contacts, Ledger, Model, TranslationMemory
from copilot.core.private import private_finder
from copilot.core.quick_replies import QuickReplies
from copilot.core.reply_bank import parse_reply_bank
from copilot.core.skill_asker import ModelSkillAsker, SkillParts
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
from copilot.store import own_skills, resources
from copilot.store.paths import Paths
from copilot.store.provider_settings import ProviderSettings, Route, is_loopback
from copilot.store.settings import MaskingSettings, QuickReplySettings, Settings
from copilot.store.state import State
from copilot.store.usage import UsageLedger

SKILLS = {"reply": "replies", "complete": "replies", "topics": "topics"}
"""Skill → the job whose model does it, of those that suggest something."""
ANSWERING = ("explain", "summary", "advice", "proofread")
"""Skills that people run by hand, as they see them in the panel."""
_JOBS = {
    **{name: (job,) for name, job in SKILLS.items()},
    "translate": ("translation",),
    "skills": ("skills", "replies"),
}
"""What the gate is asked for → whose models do it: those of the first job that has any."""
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


class ModelPool:
    """The models of one set of settings: each is made once, whatever it is asked for.

    So what is known of a provider, such as that it rests after failures, holds for every job. The
    engines are the exception: their models differ in what each has to write, and share the engine.
    """

    def __init__(
        self,
        settings: Settings,
        http: HttpStack,
        get_key: GetKey,
        spending: Spending,
        engines: LocalEngines,
    ) -> None:
        budget = settings.budget
        self._settings = settings
        self._http = http
        self._get_key = get_key
        self._spending = spending
        self._engines = engines
        self._context = budget.max_prompt_tokens + budget.max_answer_tokens + _FRAMING
        self._made: dict[str, Model] = {}

    def ways(self, route: Route, skill: Skill | None) -> Ways:
        """How the models of a route may be asked, which stand in for each other in its order.

        `skill` is what they are asked for, None for what has no one form.
        """
        models = [(p, self.model(p, skill, ahead=p is route[0])) for p in route]
        return Ways(self._way(models), self._way([(p, m) for p, m in models if p.here]))

    def _way(self, members: Sequence[tuple[ProviderSettings, Model]]) -> Way | None:
        if not members:
            return None
        masking = self._settings.masking
        return Way(
            FallbackModel([model for _, model in members]),
            strictest(level_of(provider, masking) for provider, _ in members),
            self._tariff(members[0][0]),
        )

    def model(
        self, provider: ProviderSettings, skill: Skill | None, *, ahead: bool = False
    ) -> Model:
        """The model of a provider; of an engine, one that writes what `skill` wants."""
        if provider.engine:
            options = engine_options_of(provider, self._context)
            return self._metered(provider, self._engines.model(options, skill, ahead=ahead))
        if provider.label not in self._made:
            model = create_model(provider, self._http, self._get_key)
            self._made[provider.label] = self._metered(provider, model)
        return self._made[provider.label]

    def _metered(self, provider: ProviderSettings, model: Model) -> Model:
        return MeteredModel(model, self._tariff(provider), self._spending, host_of(provider))

    def _tariff(self, provider: ProviderSettings) -> Tariff:
        return tariff_of(provider, self._settings.budget.prices)


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


@dataclass(frozen=True, slots=True)
class Means:
    """What answers and translates with the models of one set of settings: one gate for all jobs.

    `vaults` hide a chat's things alike in all that is asked about it.
    """

    settings: Settings
    gate: Gate
    spending: Spending
    inspection: Inspection
    contacts: Contacts
    vaults: Vaults

    def models_for(self, job: str) -> Route:
        """The models that do a job of the gate, () if none."""
        return _route(self.settings, job)


def create_means(
    settings: Settings,
    http: HttpStack,
    get_key: GetKey,
    spending: Spending | None = None,
    engines: LocalEngines | None = None,
    inspection: Inspection | None = None,
    rules: ChatRules | None = None,
    contacts: Contacts | None = None,
) -> Means:
    """What asks the models that the settings name, each for its job.

    Whoever may ask a model of this machine gives `engines` and closes them. `inspection` remembers
    what was asked, `rules` say what the person allows for single chats, and `contacts` know whom
    they write to.
    """
    spending = spending or Spending(NullLedger())
    pool = ModelPool(settings, http, get_key, spending, engines or LocalEngines(http))
    # Only suggestions have a grammar.
    shapes = {name: _skill(name) for name in SKILLS}
    gate = Gate(
        {job: pool.ways(_route(settings, job), shapes.get(job)) for job in _JOBS},
        rules or ChatRules(),
        lambda level, languages: private_finder(level, settings.masking.words, languages),
    )
    return Means(
        settings,
        gate,
        spending,
        inspection or Inspection(),
        contacts or SessionContacts(),
        Vaults(),
    )


def _route(settings: Settings, job: str) -> Route:
    jobs = _JOBS[job]
    return next((route for name in jobs if (route := settings.models_for(name))), ())


def create_asker(means: Means) -> ModelAsker | None:
    """What asks for suggestions; None if the settings name no model for any."""
    if not any(map(means.models_for, SKILLS)):
        return None
    budget = means.settings.budget
    return ModelAsker(
        {name: _skill(name) for name in SKILLS},
        means.gate,
        prompt_tokens=budget.max_prompt_tokens,
        answer_tokens=budget.max_answer_tokens,
        spending=means.spending,
        inspection=means.inspection,
        contacts=means.contacts,
        vaults=means.vaults,
    )


def create_translator(
    means: Means,
    memory: TranslationMemory | None = None,
    glossary: Callable[[], Glossary] = Glossary,
) -> Translator | None:
    """What translates; None if the settings name no model for it.

    `memory` answers what was translated before, `glossary` is asked for before each translation.
    """
    if not means.models_for("translate"):
        return None
    return Translator(
        TranslatorParts(
            {name: _skill(name) for name in ("translate", "check")},
            means.gate,
            Identifier(NgramGuesser()),
            means.vaults,
            memory or SessionTranslations(),
            means.contacts,
            glossary,
            means.spending,
            means.inspection,
        )
    )


def create_skill_asker(means: Means, reads: str) -> ModelSkillAsker | None:
    """What runs the skills that come with us, for who reads this language (BCP 47).

    None if the settings name no model.
    """
    if not means.models_for("skills"):
        return None
    budget = means.settings.budget
    return ModelSkillAsker(
        map(_skill, ANSWERING),
        SkillParts(
            means.gate,
            means.vaults,
            means.contacts,
            means.spending,
            means.inspection,
            budget.max_prompt_tokens,
            budget.max_answer_tokens,
        ),
        reads,
    )


def read_own_skills(folder: Path) -> Joined:
    """The person's own skills, and what is wrong with others. Blocking."""
    return join(own_skills.read(folder), [Path(n).stem for n in resources.names("skills")])


def _skill(name: str) -> Skill:
    origin = f"skills/{name}.toml"
    return parse_skill(resources.read_text(origin), origin)


def _texts(folder: str) -> list[str]:
    return [resources.read_text(n) for n in resources.names(folder) if n.endswith(".toml")]
