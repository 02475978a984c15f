"""What the person sets: settings.toml as frozen values, with line and field in every error."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from copilot.core.errors import SettingsError
from copilot.store import toml_table
from copilot.store.toml_table import SettingsWarning, Table

JOBS = ("replies", "topics")
THEMES = ("system", "light", "dark")

# What is free on GNOME, KDE, Xfce, Cinnamon, fcitx and in the desktop clients of QQ and WeChat.
# Avoided: Ctrl+Alt+T (terminal), D (desktop), L (lock), A W Z (QQ, WeChat), P B (fcitx),
# Backspace (ends X), Delete, Escape, Tab, arrows and F-keys (desktops), and Q, since Ctrl+Q, one
# finger short, closes the chat.
DEFAULT_HOTKEYS: Mapping[str, str] = MappingProxyType(
    {
        "choose1": "Ctrl+Alt+1",
        "choose2": "Ctrl+Alt+2",
        "choose3": "Ctrl+Alt+3",
        "refresh": "Ctrl+Alt+R",
        "topics": "Ctrl+Alt+N",
        "dismiss": "Ctrl+Alt+X",
        "undo": "Ctrl+Alt+U",
        "open": "Ctrl+Alt+O",
    }
)

_CHORD_MODIFIERS = ("ctrl", "control", "alt", "super", "win", "meta", "cmd")
_CHORD_KEYS = (
    *("return", "enter", "escape", "esc", "delete", "del", "insert", "ins", "home", "end"),
    *("up", "down", "left", "right", "pageup", "pagedown", "tab", "space", "backspace"),
    *("pause", "print", "plus"),
)
_KEY_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
# "sk-proj-…", "sk-ant-…", "gsk_…", "AIza…", "ghp_…", or any long run without a break
_LOOKS_SECRET = re.compile(r"(sk-|gsk_|AIza|ghp_|xai-).{8}|.{41}")
_SECRET_FIELDS = ("api_key", "apikey", "api-key", "token", "secret", "password")


@dataclass(frozen=True, slots=True)
class ProviderSettings:
    """Where a model is asked. `key` names a key in the keychain, "" for none.

    `connect_timeout` and `silence_timeout` (between two pieces of an answer) are in seconds;
    `extra` is passed to the provider in the body of every request.
    """

    name: str
    base_url: str
    model: str
    key: str = ""
    connect_timeout: float = 5.0
    silence_timeout: float = 30.0
    extra: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class PanelSettings:
    """How the panel looks: `theme` is one of THEMES."""

    theme: str = "system"


@dataclass(frozen=True, slots=True)
class ReadingSettings:
    """What is never read: `deny` names applications as `chat-copilot read` prints them."""

    deny: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MaskingSettings:
    """What is masked beside numbers and addresses: `words` such as names of people or projects."""

    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuickReplySettings:
    """Replies from this machine; `embeddings` may be off to save memory."""

    enabled: bool = True
    embeddings: bool = True


@dataclass(frozen=True, slots=True)
class BudgetSettings:
    """The most that one request may cost, in tokens."""

    max_prompt_tokens: int = 1500
    max_answer_tokens: int = 320


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings. `hotkeys` maps actions to chords, without those that have none.

    `jobs` maps a job to the provider that does it; a job without one uses quick replies alone.
    """

    providers: Mapping[str, ProviderSettings] = field(default_factory=lambda: MappingProxyType({}))
    jobs: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    hotkeys: Mapping[str, str] = field(default_factory=lambda: DEFAULT_HOTKEYS)
    panel: PanelSettings = PanelSettings()
    reading: ReadingSettings = ReadingSettings()
    masking: MaskingSettings = MaskingSettings()
    quick_replies: QuickReplySettings = QuickReplySettings()
    budget: BudgetSettings = BudgetSettings()
    warnings: tuple[SettingsWarning, ...] = ()

    def provider_for(self, job: str) -> ProviderSettings | None:
        """The provider that does `job` ("replies", "topics"), None if none is set."""
        name = self.jobs.get(job, "")
        return self.providers[name] if name else None


def load(path: Path) -> Settings:
    """The settings in that file; the defaults where there is none. Raises SettingsError."""
    file = toml_table.read(path)
    return parse(file.text, path.name) if file else Settings()


def load_or_default(path: Path) -> tuple[Settings, SettingsError | None]:
    """The settings, or the defaults together with what is wrong with the file."""
    try:
        return load(path), None
    except SettingsError as error:
        return Settings(reading=ReadingSettings(deny=_denied_anyway(path))), error


def _denied_anyway(path: Path) -> tuple[str, ...]:
    """What a file that can't be used says is never to be read: a slip elsewhere opens no chat."""
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ()
    found = re.search(r"^\s*deny\s*=\s*(.+?)(?:\]|^\s*\[|\Z)", text, re.MULTILINE | re.DOTALL)
    return tuple(re.findall(r"[\"']([^\"'\n]+)[\"']", found[1])) if found else ()


def parse(text: str, name: str = "settings.toml") -> Settings:
    """The settings in `text`. Raises SettingsError; unknown keys are warnings."""
    root = toml_table.TomlFile(text, name).root()
    providers = _providers(root.table("providers"))
    jobs = _jobs(root.table("jobs"), tuple(providers))
    hotkeys = _hotkeys(root.table("hotkeys"))
    panel = _panel(root.table("panel"))
    reading = _reading(root.table("reading"))
    masking = _masking(root.table("masking"))
    quick_replies = _quick_replies(root.table("quick_replies"))
    budget = _budget(root.table("budget"))
    root.finish()
    return Settings(
        providers=MappingProxyType(providers),
        jobs=MappingProxyType(jobs),
        hotkeys=MappingProxyType(hotkeys),
        panel=panel,
        reading=reading,
        masking=masking,
        quick_replies=quick_replies,
        budget=budget,
        warnings=tuple(root.file.warnings),
    )


def chord_problem(chord: str) -> str:
    """What is wrong with a key combination such as "Ctrl+Alt+1"; "" if nothing is."""
    if not chord:
        return ""
    *modifiers, key = (part.strip().lower() for part in chord.split("+"))
    for word in modifiers:
        if word not in (*_CHORD_MODIFIERS, "shift"):
            return f"has the modifier {word!r}: Ctrl, Alt, Shift and Super are known."
    function_key = re.fullmatch(r"f([1-9]|1[0-9]|2[0-4])", key)
    if not (function_key or key in _CHORD_KEYS or re.fullmatch(r"[!-~]", key)):
        return f"ends in {key!r}: a letter, a digit, F1 to F24 or a key such as Space can."
    if not function_key and not set(modifiers) & set(_CHORD_MODIFIERS):
        return "would take a key away from typing: add Ctrl, Alt or Super."
    return ""


def _providers(table: Table) -> dict[str, ProviderSettings]:
    found: dict[str, ProviderSettings] = {}
    for name in table.keys():  # noqa: SIM118 - a Table is no mapping
        one = table.table(name)
        for word in _SECRET_FIELDS:
            if one.has(word):
                raise one.error(
                    word, "does not belong into a file.", f"Remove it; {_key_hint(name)}"
                )
        found[name] = ProviderSettings(
            name=name,
            base_url=one.text("base_url", None, _url_problem).rstrip("/"),
            model=one.text("model", None, lambda model: "" if model.strip() else "is empty."),
            key=_key(one, name),
            connect_timeout=one.number("connect_timeout", 5.0, 0.1, 120.0),
            silence_timeout=one.number("silence_timeout", 30.0, 0.1, 600.0),
            extra=MappingProxyType(one.raw("extra")),
        )
        if found[name].base_url.startswith("http:") and not is_loopback(found[name].base_url):
            one.file.warn(
                (*one.path, "base_url"),
                "is not encrypted: everybody on the way can read the chat. Use https://.",
            )
        one.finish()
    return found


def _key(table: Table, provider: str) -> str:
    name = table.text("key", "")
    # The value is not shown: it may be the key itself.
    if _LOOKS_SECRET.match(name):
        raise table.error("key", "looks like the key itself.", f"Remove it; {_key_hint(provider)}")
    if name and not _KEY_NAME.fullmatch(name):
        raise table.error("key", "must be a name of letters, digits, '.', '_' and '-'.")
    return name


def _key_hint(provider: str) -> str:
    return f'store the key with `chat-copilot key set {provider}` and write key = "{provider}".'


def _url_problem(url: str) -> str:
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


def _jobs(table: Table, providers: tuple[str, ...]) -> dict[str, str]:
    jobs = {job: table.text(job, "") for job in JOBS}
    for job, name in jobs.items():
        if name and name not in providers:
            known = ", ".join(providers) or "none yet"
            raise table.error(
                job,
                f"names the provider {name!r}, which is not defined.",
                f"Add [providers.{toml_table.dotted((name,))}], or use a defined one ({known}).",
            )
    table.finish()
    return {job: name for job, name in jobs.items() if name}


def _hotkeys(table: Table) -> dict[str, str]:
    chords: dict[str, str] = {}
    taken: dict[frozenset[str], str] = {}
    for action, default in DEFAULT_HOTKEYS.items():
        chords[action] = table.text(action, default, chord_problem)
    # First those that the person wrote: a default that collides with one of them gives way.
    written = [action for action in table.keys() if action in chords]  # noqa: SIM118
    for action in (*written, *(action for action in chords if action not in written)):
        keys = frozenset(part.strip().lower() for part in chords[action].split("+"))
        if not chords[action]:
            continue
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


def _panel(table: Table) -> PanelSettings:
    panel = PanelSettings(theme=table.choice("theme", "system", THEMES))
    table.finish()
    return panel


def _reading(table: Table) -> ReadingSettings:
    reading = ReadingSettings(deny=table.texts("deny"))
    table.finish()
    return reading


def _masking(table: Table) -> MaskingSettings:
    masking = MaskingSettings(words=table.texts("words"))
    table.finish()
    return masking


def _quick_replies(table: Table) -> QuickReplySettings:
    quick = QuickReplySettings(
        enabled=table.flag("enabled", True), embeddings=table.flag("embeddings", True)
    )
    table.finish()
    return quick


def _budget(table: Table) -> BudgetSettings:
    budget = BudgetSettings(
        max_prompt_tokens=table.whole("max_prompt_tokens", 1500, 200, 200_000),
        max_answer_tokens=table.whole("max_answer_tokens", 320, 32, 16_000),
    )
    table.finish()
    return budget
