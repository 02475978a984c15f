"""The history's key: in the keychain, never in a file; beside the database stands only its name."""

from __future__ import annotations

import contextlib
import json
import secrets as random_source
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from copilot.core.errors import (
    HistoryError,
    HistoryLocked,
    InputError,
    KeychainLocked,
    KeychainMissing,
    KeyMissing,
    SecretsError,
)
from copilot.store import files, forms, recovery
from copilot.store.history.database import HistoryDatabase
from copilot.store.recovery import WrappedKey
from copilot.store.secrets import HISTORY_KEY

_PHRASE = (
    "run `chat-copilot history recover` with your recovery phrase, or with --from the old keychain"
)
_FORM = 1
_AFRESH = "`chat-copilot history forget --everything` begins a new one"


class KeyKeeper(Protocol):
    """The part of store.secrets.KeyringSecrets that is used."""

    @property
    def backend(self) -> str: ...

    def get(self, name: str, *, quietly: bool = False) -> str: ...

    def get_from(self, where: str, name: str) -> str: ...

    def set(self, name: str, value: str, *, quietly: bool = False) -> None: ...

    def delete(self, name: str) -> None: ...


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What is known of a key without the key: its name, its keychain, and it sealed by a phrase."""

    name: str
    backend: str
    wrapped: WrappedKey | None = None


class HistoryKey:
    """The key of one database. All of it blocks, as the keychain does.

    A new key is made only while there is no database: one that exists would be lost with its key.
    """

    def __init__(self, database: Path, secrets: KeyKeeper) -> None:
        self._database = database
        self._file = database.with_name(f"{database.stem}.key.json")
        self._secrets = secrets

    @property
    def needed(self) -> bool:
        """Whether there is anything that a key might open."""
        return self._database.exists() or self._file.exists()

    @property
    def known(self) -> KeyFile | None:
        """What stands beside the database, None if there is nothing. Raises HistoryLocked."""
        try:
            given: Any = json.loads(self._file.read_text(encoding="utf-8"))
            if forms.form_of(given) > _FORM:
                raise HistoryLocked(
                    f"{self._file.name}, which names the key of the history, was written by a "
                    "newer version of Chat Copilot.",
                    "Nothing is kept until you update Chat Copilot.",
                )
            wrapped = given.get("wrapped")
            if wrapped is not None:
                wrapped["cost"] = tuple(wrapped["cost"])
                wrapped = WrappedKey(**wrapped)
            return KeyFile(str(given["name"]), str(given["backend"]), wrapped)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            raise HistoryLocked(
                f"{self._file.name} can't be read, which names the key of the history.",
                f"Restore {self._file} from a backup of yours.",
            ) from None

    def fetch(self, *, quietly: bool = True) -> bytes:
        """The key; a first one is made where there is no database yet.

        With `quietly` nothing asks for a password. Raises HistoryLocked, which says what has
        happened to the keychain and what can be done, and SecretsError where there is no history
        to be lost and no keychain that would keep a key.
        """
        known = self.known
        exists = self._database.exists() and self._database.stat().st_size > 0
        if known is None:
            if exists:
                raise HistoryLocked(
                    f"{self._file.name} is missing, which names the key of the history.",
                    f"Restore {self._file} from a backup of yours; {_AFRESH}.",
                )
            return self._make(quietly=quietly)
        try:
            return bytes.fromhex(self._secrets.get(known.name, quietly=quietly))
        except KeyMissing:
            if not exists:
                return self._make(quietly=quietly)
            raise self._missing(known) from None
        except KeychainLocked as error:
            raise HistoryLocked(
                "The history is closed: the keychain with its key is locked.",
                f"Unlock it; nothing is kept until then. {error.hint}",
                retryable=True,
            ) from None
        except KeychainMissing:
            raise HistoryLocked(
                f"The history is closed: its key is in {known.backend}, "
                "and this session has no keychain.",
                f"Start that keychain, or {_PHRASE} in a session that has one.",
            ) from None
        except ValueError:
            raise self._missing(known) from None

    def phrase(self, *, begin: bool = False) -> str:
        """A new recovery phrase; earlier ones open nothing any more. It is kept nowhere.

        With `begin` a first key is made where there is no history yet. Raises what `fetch` does,
        HistoryError if nothing is kept yet.
        """
        if not begin and not self._database.exists():
            raise HistoryError(
                "There is no history yet.", "Switch it on in settings.toml: [history] enabled."
            )
        key = self.fetch(quietly=False)
        known = self.known
        assert known is not None  # since it has been fetched
        phrase = recovery.new_phrase()
        self._write(replace(known, wrapped=recovery.wrap(key, phrase)))
        return phrase

    def recover(self, phrase: str) -> str:
        """Put the key back into this session's keychain, whose name is returned.

        Raises InputError for a wrong phrase, SecretsError, HistoryError.
        """
        known = self.known
        if known is None or known.wrapped is None:
            raise InputError(
                "No recovery phrase was ever made for this history.",
                f"Start the session with the keychain that has its key; {_AFRESH}.",
            )
        return self._restore(known, recovery.unwrap(known.wrapped, phrase))

    def take_over(self, where: str) -> str:
        """Put the key from another keychain into this session's, whose name is returned.

        `where` as in KeyringSecrets.get_from. Raises InputError, SecretsError, HistoryError.
        """
        known = self.known
        if known is None:
            raise InputError("There is no history whose key could be taken over.")
        try:
            key = bytes.fromhex(self._secrets.get_from(where, known.name))
        except ValueError:
            raise InputError("What that keychain has is no key of a history.") from None
        return self._restore(known, key)

    def _restore(self, known: KeyFile, key: bytes) -> str:
        if self._database.exists():
            HistoryDatabase(self._database, key).close()  # raises if it is not the key
        self._put(known.name, key)
        self._write(replace(known, backend=self._secrets.backend))
        return self._secrets.backend

    def forget(self) -> None:
        """Remove the key's file and, where that can be had, the key. Raises HistoryError."""
        known = self.known
        if known is not None:
            # A key in a keychain that is not there opens nothing any more.
            with contextlib.suppress(SecretsError):
                self._secrets.delete(known.name)
        self._guarded(lambda: self._file.unlink(missing_ok=True))

    def _make(self, *, quietly: bool) -> bytes:
        key = random_source.token_bytes(32)
        # A name of its own: no key of another database is ever overwritten.
        name = f"{HISTORY_KEY}{random_source.token_hex(4)}"
        self._put(name, key, quietly=quietly)
        self._write(KeyFile(name, self._secrets.backend))
        return key

    def _put(self, name: str, key: bytes, *, quietly: bool = False) -> None:
        self._secrets.set(name, key.hex(), quietly=quietly)
        if self._secrets.get(name) != key.hex():
            raise SecretsError(
                "The keychain does not give back what was stored.",
                "Nothing is kept. `chat-copilot doctor` says more.",
            )

    def _missing(self, known: KeyFile) -> HistoryLocked:
        backend = self._secrets.backend
        if backend != known.backend:
            return HistoryLocked(
                f"The history is closed: its key is in {known.backend}, "
                f"and this session has {backend}.",
                f"Start the session with {known.backend}, or {_PHRASE}.",
            )
        return HistoryLocked(
            f"The history is closed: {backend} no longer has its key.",
            f"Restore the keychain, or {_PHRASE}; {_AFRESH}.",
        )

    def _write(self, known: KeyFile) -> None:
        # No copy of an older form stays beside it: earlier phrases open nothing any more.
        text = json.dumps({forms.FIELD: _FORM, **asdict(known)}, indent=2) + "\n"
        self._guarded(lambda: files.write_atomically(self._file, text))

    def _guarded(self, work: Callable[[], None]) -> None:
        try:
            work()
        except OSError as error:
            raise HistoryError(
                f"{self._file.name} can't be written ({error.strerror}).",
                f"Look at the folder {self._file.parent}.",
            ) from None


def open_history(database: Path, secrets: KeyKeeper, *, quietly: bool = True) -> HistoryDatabase:
    """The database with the key of the keychain. Raises HistoryError, SecretsError."""
    return HistoryDatabase(database, HistoryKey(database, secrets).fetch(quietly=quietly))


def remove_files(database: Path) -> None:
    """Remove a database that nobody can open any more, with all that belongs to it."""
    for file in database.parent.glob(f"{database.name}*"):
        file.unlink(missing_ok=True)
