"""What windows for settings need: read and change them, providers and their keys included.

Fields are named as in settings.toml, with dots ("panel.theme", "applications.gajim.reads"). What is
changed is in force at once, and stands in that file, which stays the person's own to edit.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from copilot.core.checks import Check
from copilot.core.errors import CopilotError

Value = str | bool | int | float | tuple[str, ...]

JOBS = ("replies", "topics", "translation", "skills")
"""What models are chosen for, each as the field "jobs.NAME": a tuple of "PROVIDER/MODEL"."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A provider that the catalogue knows.

    `address` may hold a {placeholder} that the person fills in. `keys_url` is the page where a key
    is got, `local` says that it runs on this machine. `price` is what a million tokens of its
    fast model cost, in and out, for people ("¥2 / ¥3"), "" if not known.
    """

    name: str
    title: str
    address: str
    keys_url: str = ""
    needs_key: bool = True
    local: bool = False
    fast: str = ""
    quality: str = ""
    price: str = ""


@dataclass(frozen=True, slots=True)
class Provider:
    """A provider of the person. `key` names its key, "" where it needs none; `jobs` are what it
    does now; `here` says that what it is asked stays on this machine. With `forgets_key` its key is
    in memory and gone when the program ends, since the session has no keychain."""

    name: str
    title: str
    address: str
    model: str = ""
    engine: str = ""
    key: str = ""
    has_key: bool = False
    forgets_key: bool = False
    here: bool = False
    jobs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LocalServer:
    """A model server that runs on this machine already."""

    title: str
    address: str
    models: tuple[str, ...] = ()
    needs_key: bool = False


class Configuring(Protocol):
    """The settings as windows see them. Belongs to one event loop."""

    @property
    def file(self) -> str:
        """Where the settings lie."""
        ...

    @property
    def problem(self) -> CopilotError | None:
        """Why the file can't be used as it is now; the settings from before are in force then."""
        ...

    @property
    def warnings(self) -> Sequence[str]:
        """What is odd in the file and does no harm, such as settings of a newer version.

        It stays in the file.
        """
        ...

    def value(self, field: str) -> Value:
        """What is in force. Raises KeyError for what is no field."""
        ...

    async def change(self, changes: Mapping[str, Value | None]) -> None:
        """Set fields, all or none; None takes one back to its default.

        Raises SettingsError, with nothing changed, for what can't be.
        """
        ...

    def follow(self, changed: Callable[[], None]) -> Callable[[], None]:
        """Call `changed` after every change, wherever it was made; what is returned ends that."""
        ...

    def offers(self) -> Sequence[Offer]:
        """The catalogue."""
        ...

    def providers(self) -> Sequence[Provider]:
        """Those that are set up: defined, used, or with a key that is stored."""
        ...

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
        """Define or change a provider: an entry of the catalogue, an address, or a model file.

        `key` says that an address needs one, which is stored under the provider's name.

        Raises SettingsError.
        """
        ...

    async def remove(self, name: str) -> None:
        """Forget a provider: its definition, its jobs and its key. Raises CopilotError."""
        ...

    async def store_key(self, name: str, key: str) -> None:
        """Put the key of that provider into the keychain, without one into memory.

        Raises SecretsError and InputError.
        """
        ...

    async def models(self, name: str) -> Sequence[str]:
        """The models that a provider lists. Raises ModelError and SecretsError."""
        ...

    async def test(self, name: str) -> Check:
        """Ask a provider something small, and say what came of it. Never fails."""
        ...

    async def find_local(self) -> Sequence[LocalServer]:
        """The model servers that run on this machine. Never fails."""
        ...
