"""What the person sets: settings.toml as frozen values, with line and field in every error."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import cast

from copilot.core.appearance import CONTRASTS, LARGEST, MOTIONS, SMALLEST, THEMES, Appearance
from copilot.core.chords import Chord, ChordError, parse_chord
from copilot.core.cost import Budget, Exchange, Limit, OwnPrice
from copilot.core.errors import InputError, ProviderUnknown, SettingsError
from copilot.core.languages import parse_language
from copilot.core.levels import LEVELS, Level
from copilot.store import catalogue, toml_table
from copilot.store.provider_settings import (
    ProviderSettings,
    Route,
    RouteProblem,
    Routes,
    parse_aliases,
    parse_jobs,
    parse_providers,
)
from copilot.store.reading_settings import ReadingSettings, bounded_anyway, parse_reading
from copilot.store.toml_table import SettingsWarning, Table

INTERFACE_LANGUAGES = ("system", "en", "zh-Hans", "zh-Hant", "ja")

# What is free on GNOME, KDE, Xfce, Cinnamon, fcitx and in the desktop clients of QQ and WeChat.
# Avoided: Ctrl+Alt+T (terminal), D (desktop), L (lock), A W Z (QQ, WeChat), P B (fcitx),
# Backspace (ends X), Delete, Escape, Tab, arrows and F-keys (desktops), and Q, since Ctrl+Q, one
# finger short, closes the chat.
DEFAULT_HOTKEYS: Mapping[str, str] = MappingProxyType(
    {
        "choose1": "Ctrl+Alt+1",
        "choose2": "Ctrl+Alt+2",
        "choose3": "Ctrl+Alt+3",
        "choose4": "Ctrl+Alt+4",
        "refresh": "Ctrl+Alt+R",
        "topics": "Ctrl+Alt+N",
        "skills": "Ctrl+Alt+H",
        "mark-next": "Ctrl+Alt+J",
        "edit": "Ctrl+Alt+E",
        "wish": "Ctrl+Alt+Y",
        "dismiss": "Ctrl+Alt+X",
        "undo": "Ctrl+Alt+U",
        "open": "Ctrl+Alt+O",
        "translate": "Ctrl+Alt+I",
        "translate-selection": "Ctrl+Alt+G",
    }
)
HOTKEYS: Mapping[str, str] = MappingProxyType({**DEFAULT_HOTKEYS, "pin": "", "move-panel": ""})
"""Every action that can have a combination, with its default, "" for none."""


@dataclass(frozen=True, slots=True)
class InterfaceSettings:
    """In which language our own windows are: one of INTERFACE_LANGUAGES."""

    language: str = "system"


@dataclass(frozen=True, slots=True)
class MaskingSettings:
    """What is hidden from models that do not run on this machine.

    `words`, such as names of people or projects, are hidden beside numbers and addresses.
    """

    words: tuple[str, ...] = ()
    level: Level = "standard"


@dataclass(frozen=True, slots=True)
class QuickReplySettings:
    """Replies from this machine; `embeddings` may be off to save memory."""

    enabled: bool = True
    embeddings: bool = True


@dataclass(frozen=True, slots=True)
class BudgetSettings:
    """The most that one request may take, in tokens, and what a day and a month may cost.

    `prices` are the person's own, by "NAME/MODEL" or by the provider's name for all its models.
    """

    max_prompt_tokens: int = 1500
    max_answer_tokens: int = 320
    spending: Budget = field(default_factory=Budget)
    prices: Mapping[str, OwnPrice] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class HistorySettings:
    """Whether chats are kept, encrypted on this machine, and for how many days (0: for ever)."""

    enabled: bool = False
    days: int = 0


@dataclass(frozen=True, slots=True)
class TranslationSettings:
    """What is translated where a model is set up for it.

    `mine` are the languages that the person reads as BCP 47 tags, the one to translate into first;
    () leaves it to the system. `incoming` are others' messages, `drafts` one's own while typing,
    and `way_back` says what a translated draft means.
    """

    mine: tuple[str, ...] = ()
    incoming: bool = True
    drafts: bool = True
    way_back: bool = True


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. `hotkeys` maps actions to chords, without those that have none.

    `jobs` maps a job to the models that do it, in the order in which they are asked; a job without
    any uses quick replies alone. `aliases` are the models of [models]. `proxy` is "" for the
    system's, "none" for none, or an address. `check_updates` asks for news of releases by itself.
    """

    providers: Mapping[str, ProviderSettings] = field(default_factory=lambda: MappingProxyType({}))
    aliases: Mapping[str, Route] = field(default_factory=lambda: MappingProxyType({}))
    jobs: Mapping[str, Route] = field(default_factory=lambda: MappingProxyType({}))
    proxy: str = ""
    hotkeys: Mapping[str, str] = field(default_factory=lambda: DEFAULT_HOTKEYS)
    interface: InterfaceSettings = InterfaceSettings()
    panel: Appearance = field(default_factory=Appearance)
    reading: ReadingSettings = field(default_factory=ReadingSettings)
    masking: MaskingSettings = MaskingSettings()
    quick_replies: QuickReplySettings = QuickReplySettings()
    budget: BudgetSettings = BudgetSettings()
    history: HistorySettings = HistorySettings()
    translation: TranslationSettings = TranslationSettings()
    check_updates: bool = False
    warnings: tuple[SettingsWarning, ...] = ()

    def models_for(self, job: str) -> Route:
        """The models that do `job` (see provider_settings.JOBS), in their order; () if none."""
        return self.jobs.get(job, ())

    def provider_for(self, job: str) -> ProviderSettings | None:
        """The model that is asked first, None if none is set."""
        return next(iter(self.models_for(job)), None)

    def find(self, route: str) -> Route:
        """The models that "NAME", "NAME/MODEL" or an alias stands for. Raises ProviderUnknown."""
        try:
            return Routes(self.providers, catalogue.load, self.aliases).find(route)
        except RouteProblem as problem:
            raise ProviderUnknown(f"{route!r} {problem.what}", problem.hint) from None


def load(path: Path) -> Settings:
    """The settings in that file; the defaults where there is none. Raises SettingsError."""
    file = toml_table.read(path)
    return parse(file.text, path.name) if file else Settings()


def load_or_default(path: Path) -> tuple[Settings, SettingsError | None]:
    """The settings, or the defaults together with what is wrong with the file."""
    try:
        return load(path), None
    except SettingsError as error:
        return Settings(reading=bounded_anyway(path)), error


def parse(text: str, name: str = "settings.toml") -> Settings:
    """The settings in `text`. Raises SettingsError; unknown keys are warnings."""
    root = toml_table.TomlFile(text, name).root()
    providers = parse_providers(root.table("providers"), catalogue.load)
    routes = Routes(providers, catalogue.load)
    aliases = parse_aliases(root.table("models"), routes)
    jobs = parse_jobs(root.table("jobs"), replace(routes, aliases=aliases))
    proxy = _proxy(root.table("network"))
    hotkeys = _hotkeys(root.table("hotkeys"))
    interface = _interface(root.table("interface"))
    panel = _panel(root.table("panel"))
    reading = parse_reading(root.table("reading"), root.table("applications"))
    masking = _masking(root.table("masking"))
    quick_replies = _quick_replies(root.table("quick_replies"))
    budget = _budget(root.table("budget"))
    history = _history(root.table("history"))
    translation = _translation(root.table("translation"))
    check_updates = _check_updates(root.table("updates"))
    root.finish()
    return Settings(
        providers=MappingProxyType(providers),
        aliases=MappingProxyType(aliases),
        jobs=MappingProxyType(jobs),
        proxy=proxy,
        hotkeys=MappingProxyType(hotkeys),
        interface=interface,
        panel=panel,
        reading=reading,
        masking=masking,
        quick_replies=quick_replies,
        budget=budget,
        history=history,
        translation=translation,
        check_updates=check_updates,
        warnings=tuple(root.file.warnings),
    )


def _chord_problem(chord: str) -> str:
    try:
        if chord:
            parse_chord(chord)
    except ChordError as wrong:
        return f"can't be used. {wrong}"
    return ""


def _hotkeys(table: Table) -> dict[str, str]:
    chords: dict[str, str] = {}
    taken: dict[Chord, str] = {}
    for action, default in HOTKEYS.items():
        chords[action] = table.text(action, default, _chord_problem)
    # First those that the person wrote: a default that collides with one of them gives way.
    written = [action for action in table.keys() if action in chords]  # noqa: SIM118
    for action in (*written, *(action for action in chords if action not in written)):
        if not chords[action]:
            continue
        keys = parse_chord(chords[action])
        if keys not in taken:
            taken[keys] = action
        elif table.has(action):
            raise table.error(action, f"is the same combination as {taken[keys]}.")
        else:
            chords[action] = ""
            table.file.warn(
                (*table.path, taken[keys]), f"was the default of {action}, which now has none."
            )
    table.finish()
    return {action: chord for action, chord in chords.items() if chord}


def _proxy(table: Table) -> str:
    proxy = table.text("proxy", "", _proxy_problem)
    table.finish()
    return proxy


def _proxy_problem(proxy: str) -> str:
    if re.fullmatch(r"(|none|(https?|socks5h?)://[^\s/@]+/?)", proxy):
        return ""
    return 'must be "none" or an address such as http://127.0.0.1:8080, without a password.'


def _interface(table: Table) -> InterfaceSettings:
    interface = InterfaceSettings(table.choice("language", "system", INTERFACE_LANGUAGES))
    table.finish()
    return interface


def _panel(table: Table) -> Appearance:
    panel = Appearance(
        theme=table.choice("theme", "system", THEMES),
        size=table.whole("size", 100, SMALLEST, LARGEST),
        font=table.text("font", "").strip(),
        contrast=table.choice("contrast", "system", CONTRASTS),
        motion=table.choice("motion", "system", MOTIONS),
    )
    table.finish()
    return panel


def _masking(table: Table) -> MaskingSettings:
    level = cast("Level", table.choice("level", "standard", LEVELS))
    masking = MaskingSettings(words=table.texts("words"), level=level)
    table.finish()
    return masking


def _quick_replies(table: Table) -> QuickReplySettings:
    quick = QuickReplySettings(
        enabled=table.flag("enabled", True), embeddings=table.flag("embeddings", True)
    )
    table.finish()
    return quick


def _history(table: Table) -> HistorySettings:
    history = HistorySettings(
        enabled=table.flag("enabled", False), days=table.whole("days", 0, 0, 36_500)
    )
    table.finish()
    return history


def _check_updates(table: Table) -> bool:
    """Whether to ask for news of releases, once a day at the most."""
    check = table.flag("check", default=False)
    table.finish()
    return check


def _translation(table: Table) -> TranslationSettings:
    mine: list[str] = []
    for name in table.texts("mine"):
        try:
            mine.append(parse_language(name))
        except InputError as error:
            wrong = table.error("mine", f"has {name!r}, which is no language here.", error.hint)
            raise wrong from None
    translation = TranslationSettings(
        tuple(dict.fromkeys(mine)),
        table.flag("incoming", True),
        table.flag("drafts", True),
        table.flag("way_back", True),
    )
    table.finish()
    return translation


def _budget(table: Table) -> BudgetSettings:
    currency = table.text("currency", "", _currency_problem)
    rates = table.table("rates")
    worth = {code: rates.number(code, 0.0, 1e-9, 1e9) for code in rates.keys()}  # noqa: SIM118
    for code in worth:
        if problem := _currency_problem(code):
            raise rates.error(code, problem)
    day, month = (
        Limit(
            table.number(f"{period}_money", 0.0, 0.0, 1e9),
            table.whole(f"{period}_tokens", 0, 0, 10**12),
        )
        for period in ("day", "month")
    )
    wanting = {"rates": worth, "day_money": day.money, "month_money": month.money}
    for key, value in wanting.items():
        if value and not currency:
            raise table.error(key, "needs to know your currency.", 'Add currency = "EUR" or such.')
    budget = BudgetSettings(
        max_prompt_tokens=table.whole("max_prompt_tokens", 1500, 200, 200_000),
        max_answer_tokens=table.whole("max_answer_tokens", 320, 32, 16_000),
        spending=Budget(
            day=day,
            month=month,
            hard=table.choice("when_over", "warn", ("warn", "stop")) == "stop",
            exchange=Exchange(currency, MappingProxyType(worth)),
        ),
        prices=MappingProxyType(_prices(table.table("prices"))),
    )
    table.finish()
    return budget


def _prices(table: Table) -> dict[str, OwnPrice]:
    prices: dict[str, OwnPrice] = {}
    for name in table.keys():  # noqa: SIM118
        one = table.table(name)
        prices[name] = OwnPrice(
            currency=one.text("currency", None, _price_currency_problem),
            input=one.number("input", None, 0.0, 1e6),
            output=one.number("output", None, 0.0, 1e6),
            cached=one.number("cached", 0.0, 0.0, 1e6) if one.has("cached") else None,
        )
        one.finish()
    return prices


def _price_currency_problem(code: str) -> str:
    return _currency_problem(code or "none")


def _currency_problem(code: str) -> str:
    if not code or re.fullmatch(r"[A-Z]{3}", code):
        return ""
    return "must be the three letters of a currency, such as CNY, EUR or USD."
