"""Keys of providers for the running application: the keychain's or, where there is none, its own.

Without a keychain a key that is pasted is held in the memory of this process until it ends, and is
never written anywhere. Commands don't use this: a command ends before its key would be of use.
"""

from __future__ import annotations

from typing import Protocol

from copilot.core.errors import KeychainMissing

_HINT = (
    "Start GNOME Keyring, KWallet or KeePassXC (with its Secret Service), or paste the key in the "
    "settings, under Models: then it is remembered until Chat Copilot ends, and in no file."
)


class KeptKeys(Protocol):
    """The part of store.secrets.KeyringSecrets that is used. All of it blocks."""

    def names(self) -> tuple[str, ...]: ...

    def get(self, name: str, *, quietly: bool = False) -> str: ...

    def set(self, name: str, value: str) -> None: ...

    def delete(self, name: str) -> None: ...


class SessionKeys:
    """The keychain's keys, and those that only this process knows. Callable from any thread."""

    def __init__(self, keychain: KeptKeys) -> None:
        self._keychain = keychain
        self._held: dict[str, str] = {}

    def names(self) -> tuple[str, ...]:
        """The names under which keys were stored, here or there."""
        return tuple(sorted({*self._keychain.names(), *self._held}))

    def is_held(self, name: str) -> bool:
        """Whether that key is in memory, and gone when the program ends."""
        return name in self._held

    def get(self, name: str, *, quietly: bool = False) -> str:
        """The key. Raises what the keychain raises."""
        held = self._held.get(name)
        if held is not None:
            return held
        try:
            return self._keychain.get(name, quietly=quietly)
        except KeychainMissing as error:
            raise KeychainMissing(error.title, _HINT) from None

    def set(self, name: str, value: str) -> None:
        """Put the key into the keychain; into memory only where there is no keychain at all.

        A locked one is no reason to go without. Raises InputError for a bad name or key, and what
        the keychain raises.
        """
        try:
            self._keychain.set(name, value)
        except KeychainMissing:
            self._held[name] = value
        else:
            self._held.pop(name, None)

    def delete(self, name: str) -> None:
        """Remove a key. Raises what the keychain raises, for one that only it has."""
        if self._held.pop(name, None) is None:
            self._keychain.delete(name)
