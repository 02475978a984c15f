"""Keys of providers in the operating system's keychain, and nowhere else."""

from __future__ import annotations

import contextlib
import re
import secrets as random_source
import threading
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from copilot.core.errors import (
    InputError,
    KeychainLocked,
    KeychainMissing,
    KeyMissing,
    SecretsError,
)
from copilot.store import secret_service
from copilot.store.secret_service import Condition
from copilot.store.state import State

T = TypeVar("T")

SERVICE = "chat-copilot"
KEY_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
HISTORY_KEY = "history-"
"""So begin the names of keys that open a history: nobody but the history touches these."""

# With a display a locked keychain asks for its password: that takes a person a while.
_PATIENCE = 90.0
_NOTICEABLE = 2.0
_SEARCH = 5.0
_MISSING_HINT = (
    "Install and start GNOME Keyring, KWallet or KeePassXC (with its Secret Service), then start "
    "this again. Keys are never kept in a file."
)
_LOCKED_HINT = "Unlock it, for example in “Passwords and Keys”, and try again."
# What keyring and secretstorage call it (their class names) → what it means.
_LOCKED = {"KeyringLocked", "LockedException", "PromptDismissedException", "InitError"}
_ABSENT = {"NoKeyringError", "SecretServiceNotAvailableException"}
_NO_KEYRING = "The keychain has no keyring yet."
_NO_KEYRING_HINT = (
    "Make one, for example in “Passwords and Keys”, or by `chat-copilot key set NAME`, which asks "
    "for a password of your choice."
)
_SECRET_SERVICE = "SecretService"
# What D-Bus calls it when a service is not installed, or is and does not start.
_NOT_STARTED = ("org.freedesktop.DBus.Error.Spawn.", "org.freedesktop.DBus.Error.ServiceUnknown")


def is_of_history(name: str) -> bool:
    """Whether a key of this name opens a history, and is none of a provider."""
    return name.startswith(HISTORY_KEY)


class Keychain(Protocol):
    """The part of keyring's backends that is used. All of it blocks."""

    def get_password(self, service: str, username: str, /) -> str | None: ...

    def set_password(self, service: str, username: str, password: str, /) -> None: ...

    def delete_password(self, service: str, username: str, /) -> None: ...


class KeyringSecrets:
    """The keychain port over keyring. Every call blocks for `patience` seconds at the most.

    Keychains can't list what they hold, so the names, and which keychain has them, are remembered
    in the state; the keys themselves never are.
    """

    def __init__(
        self,
        state: State,
        *,
        patience: float = _PATIENCE,
        on_wait: Callable[[], None] = lambda: None,
        find: Callable[[], Keychain] | None = None,
        find_all: Callable[[], Sequence[Keychain]] | None = None,
    ) -> None:
        """`on_wait` is called when an answer takes so long that a dialog may be open."""
        self._state = state
        self._patience = patience
        self._on_wait = on_wait
        self._find = find or _system_keychain
        self._find_all = find_all or _all_keychains

    @property
    def backend(self) -> str:
        """Which keychain this session has, e.g. "GNOME Keyring". Raises KeychainMissing."""
        return self._name(self._keychain())

    def names(self) -> tuple[str, ...]:
        """The names under which keys of providers were stored here."""
        return tuple(sorted(n for n in self._state.table("keys") if not is_of_history(n)))

    def names_of_history(self) -> tuple[str, ...]:
        """The names of keys that open a history."""
        return tuple(sorted(filter(is_of_history, self._state.table("keys"))))

    def stored_in(self, name: str) -> str:
        """The keychain in which that key was put, "" if it was not put anywhere."""
        return self._state.table("keys").get(name, "")

    def get(self, name: str, *, quietly: bool = False) -> str:
        """The key. Raises KeyMissing, KeychainLocked, KeychainMissing, SecretsError.

        With `quietly` a locked keychain is an error at once, instead of its asking for its
        password in the middle of what the person is doing.
        """
        keychain = self._keychain()
        condition = self._condition(keychain) if quietly else "open"
        if condition == "locked":
            raise KeychainLocked("The keychain is locked.", _LOCKED_HINT)
        value = None
        if condition == "open":
            value = self._limited(lambda: keychain.get_password(SERVICE, name))
        if value is None:
            raise self._key_missing(name, self._name(keychain))
        return value

    def get_from(self, where: str, name: str) -> str:
        """The key out of another keychain, which may ask for its password and is not changed.

        `where` is what keyring calls it ("kwallet.DBusKeyring"), or the D-Bus address of the
        session whose Secret Service has it ("unix:path=…"). Raises InputError if that is not
        there, and what `get` raises.
        """
        if "=" in where:
            attributes = {"service": SERVICE, "username": name}
            value = self._limited(lambda: secret_service.read(where, attributes))
        else:
            found = {_backend(one): one for one in self._limited(self._find_all)}
            if where not in found:
                raise InputError(
                    f"There is no keychain {where!r} here.",
                    f"There are: {', '.join(sorted(found)) or 'none'}.",
                )
            value = self._limited(lambda: found[where].get_password(SERVICE, name))
        if value is None:
            raise KeyMissing(f"That keychain has no key named {name!r}.", "Name another one.")
        return value

    def set(self, name: str, value: str, *, quietly: bool = False) -> None:
        """Store a key. Raises InputError for a bad name or key, and what `get` raises.

        With `quietly` also a keychain without any keyring is an error, since making the first one
        asks for its password.
        """
        if not KEY_NAME.fullmatch(name):
            raise InputError(
                "That is not a usable name for a key.",
                "Use letters, digits, '.', '_' and '-', at most 64.",
            )
        if not value or not value.isascii() or not value.isprintable():
            raise InputError(
                "That is not a key: it is empty or has characters that no key has.",
                "Copy the key from the provider's page once more.",
            )

        keychain = self._keychain()
        if quietly:
            self._ensure_open(keychain)
        self._limited(lambda: keychain.set_password(SERVICE, name, value))
        self._state.table("keys")[name] = self._name(keychain)

    def delete(self, name: str) -> None:
        """Remove a key. Raises KeyMissing, KeychainLocked, KeychainMissing, SecretsError."""

        keychain = self._keychain()

        def remove() -> bool:
            there = keychain.get_password(SERVICE, name) is not None
            if there:
                keychain.delete_password(SERVICE, name)
            return there

        removed = self._limited(remove)
        backend = self._name(keychain)
        missing = self._key_missing(name, backend)
        # A key in another keychain stays remembered: it is still there.
        if removed or self.stored_in(name) == backend:
            self._state.table("keys").pop(name, None)
        if not removed:
            raise missing

    def check(self) -> str:
        """Store, read and remove a passing value; returns the backend. Raises as `get` does.

        It asks nobody for a password: a keychain that would do so is a KeychainLocked.
        """
        keychain = self._keychain()
        self._ensure_open(keychain)
        name, value = "doctor-check", random_source.token_hex(8)
        self._limited(lambda: keychain.set_password(SERVICE, name, value))
        try:
            back = self._limited(lambda: keychain.get_password(SERVICE, name))
        finally:
            with contextlib.suppress(SecretsError):
                self._limited(lambda: keychain.delete_password(SERVICE, name))
        if back != value:
            raise SecretsError("The keychain does not give back what was stored.", _LOCKED_HINT)
        return self._name(keychain)

    def _key_missing(self, name: str, backend: str) -> KeyMissing:
        stored_in = self.stored_in(name)
        if stored_in and stored_in != backend:
            return KeyMissing(
                f"The key {name!r} was stored in another keychain ({stored_in}); "
                f"this session has {backend}.",
                f"Start the session with that keychain, or run `chat-copilot key set {name}`.",
            )
        return KeyMissing(f"There is no key named {name!r}.", f"Run `chat-copilot key set {name}`.")

    def _ensure_open(self, keychain: Keychain) -> None:
        match self._condition(keychain):
            case "locked":
                raise KeychainLocked("The keychain is locked.", _LOCKED_HINT)
            case "empty":
                raise KeychainLocked(_NO_KEYRING, _NO_KEYRING_HINT)
            case _:
                pass

    def _condition(self, keychain: Keychain) -> Condition:
        # Of other keychains than a Secret Service nobody knows; they answer or they ask.
        if _backend(keychain) != _SECRET_SERVICE:
            return "open"
        chosen = str(getattr(keychain, "preferred_collection", ""))
        return self._limited(lambda: secret_service.condition(chosen))

    def _name(self, keychain: Keychain) -> str:
        name = _backend(keychain)
        return (self._limited(secret_service.program) if name == _SECRET_SERVICE else "") or name

    def _keychain(self) -> Keychain:
        # Finding it opens no dialog: whoever is silent now will stay so.
        return self._limited(self._find, min(_SEARCH, self._patience))

    def _limited(self, work: Callable[[], T], patience: float | None = None) -> T:
        # A thread of its own for each call: D-Bus calls can't be cancelled, and a daemon thread
        # keeps neither the next call waiting nor the program from ending.
        outcome: list[T] = []
        failure: list[Exception] = []

        def run() -> None:
            try:
                outcome.append(work())
            except Exception as error:
                failure.append(error)

        thread = threading.Thread(target=run, name="keychain", daemon=True)
        thread.start()
        patience = self._patience if patience is None else patience
        thread.join(min(_NOTICEABLE, patience))
        if thread.is_alive():
            self._on_wait()
            thread.join(max(0.0, patience - _NOTICEABLE))
        if failure:
            raise _translated(failure[0]) from None
        if not outcome:
            raise KeychainLocked(
                "The keychain does not answer; it may be asking for its password.", _LOCKED_HINT
            )
        return outcome[0]


def _translated(error: Exception) -> SecretsError | InputError:
    # Without the original text or chain: what a keychain says may hold what was stored.
    if isinstance(error, SecretsError | InputError):
        return error
    kinds = {kind.__name__ for kind in type(error).__mro__}
    if str(getattr(error, "name", "")).startswith(_NOT_STARTED):
        return KeychainMissing("There is no keychain in this session.", _MISSING_HINT)
    if kinds & _LOCKED:
        return KeychainLocked("The keychain is locked.", _LOCKED_HINT)
    if kinds & _ABSENT:
        return KeychainMissing("There is no keychain in this session.", _MISSING_HINT)
    return SecretsError(
        f"The keychain failed ({type(error).__name__}).", "Run `chat-copilot doctor` for more."
    )


def _system_keychain() -> Keychain:
    # Deferred: importing keyring and asking for its backend takes 130 ms.
    import keyring
    from keyring.backends.chainer import ChainerBackend

    chosen = keyring.get_keyring()
    # A chain would fall through to the next keychain, be it a plain file: take one and stay there.
    candidates: list[Keychain] = (
        list(chosen.backends) if isinstance(chosen, ChainerBackend) else [chosen]
    )
    for candidate in candidates:
        if _keeps_secrets(candidate):
            return candidate
    raise KeychainMissing("There is no keychain in this session.", _MISSING_HINT)


def _all_keychains() -> Sequence[Keychain]:
    from keyring.backend import get_all_keyring
    from keyring.backends.chainer import ChainerBackend

    found: list[Keychain] = [
        one for one in get_all_keyring() if not isinstance(one, ChainerBackend)
    ]
    return [one for one in found if _keeps_secrets(one)]


def _keeps_secrets(keychain: Keychain) -> bool:
    module, name = type(keychain).__module__, type(keychain).__qualname__
    refused = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt")
    return not module.startswith(refused) and "plaintext" not in name.lower()


def _backend(keychain: Keychain) -> str:
    # keyring.backends.SecretService.Keyring → SecretService
    full = f"{type(keychain).__module__}.{type(keychain).__qualname__}"
    return full.removeprefix("keyring.backends.").removesuffix(".Keyring")
