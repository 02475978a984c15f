"""Settings for tests of windows: the real contract, without files and keychains."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from copilot.core.checks import Check
from copilot.core.configuring import LocalServer, Offer, Provider, Value
from copilot.core.errors import CopilotError, SettingsError
from copilot.store.settings import HOTKEYS

OFFERS = (
    Offer("openai", "OpenAI", "https://api.example.com/v1", "https://example.com/keys", fast="m"),
    Offer("ollama", "Ollama", "http://127.0.0.1:11434/v1", needs_key=False, local=True),
)


class FakeConfiguring:
    """Holds fields in memory; `refusals` are the texts that fields refuse."""

    def __init__(self, **values: Value) -> None:
        self.fields: dict[str, Value] = {
            f"hotkeys.{action}": chord for action, chord in HOTKEYS.items()
        }
        self.fields |= {name.replace("__", "."): value for name, value in values.items()}
        self.keys: dict[str, str] = {}
        self.keychain = True
        self.defined: dict[str, Provider] = {}
        self.servers: tuple[LocalServer, ...] = ()
        self.refusals: dict[str, SettingsError] = {}
        self.checks: dict[str, Check] = {}
        self.problem: CopilotError | None = None
        self.warnings: tuple[str, ...] = ()
        self._followers: list[Callable[[], None]] = []

    @property
    def file(self) -> str:
        return "settings.toml"

    def value(self, field: str) -> Value:
        if field == "applications":
            named = (one.split(".", 1)[1] for one in self.fields if one.startswith(f"{field}."))
            return tuple(dict.fromkeys(one.rpartition(".")[0] for one in named))
        if field.startswith("applications."):
            return self.fields.get(field, "all" if field.endswith(".reads") else "auto")
        return self.fields[field]

    async def change(self, changes: Mapping[str, Value | None]) -> None:
        for field in changes:
            if field in self.refusals:
                raise self.refusals[field]
        for field, value in changes.items():
            if value is None:
                self.fields.pop(field, None)
            else:
                self.fields[field] = value
        self.tell()

    def tell(self) -> None:
        """As if the file had changed."""
        for follower in tuple(self._followers):
            follower()

    def follow(self, changed: Callable[[], None]) -> Callable[[], None]:
        self._followers.append(changed)
        return lambda: self._followers.remove(changed)

    def offers(self) -> Sequence[Offer]:
        return OFFERS

    def providers(self) -> Sequence[Provider]:
        return tuple(
            replace(
                one,
                has_key=not one.key or one.key in self.keys,
                forgets_key=one.key in self.keys and not self.keychain,
            )
            for one in self.defined.values()
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
        self.defined[name] = Provider(
            name, use or name, address, model, engine, name if key else ""
        )
        self.tell()

    async def remove(self, name: str) -> None:
        del self.defined[name]
        self.keys.pop(name, None)
        self.tell()

    async def store_key(self, name: str, key: str) -> None:
        self.keys[name] = key
        # As with an entry of the catalogue, whose provider is there once its key is.
        self.defined.setdefault(name, Provider(name, name, "", key=name))
        self.tell()

    async def models(self, name: str) -> Sequence[str]:
        return ("m", "n")

    async def test(self, name: str) -> Check:
        return self.checks.get(name, Check(name, True, f"{name} answers."))

    async def find_local(self) -> Sequence[LocalServer]:
        return self.servers
