"""The history's key when keychains change, lose it, are locked or absent; and its phrase.

tests/desktop/test_history_keychain.py does the same with a real keychain.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from copilot.core.errors import (
    CopilotError,
    HistoryError,
    HistoryLocked,
    InputError,
    KeychainLocked,
    KeychainMissing,
    KeyMissing,
    SecretsError,
    SettingsError,
)
from copilot.store import recovery, settings
from copilot.store.history.database import HistoryDatabase
from copilot.store.history.keys import HistoryKey, open_history
from copilot.store.history.searching import chats
from tests.fakes_desktop import view

KEY = bytes(range(32))


class Keychain:
    """A keychain in memory with the troubles of real ones."""

    def __init__(self, backend: str = "SecretService") -> None:
        self.backend = backend
        self.held: dict[str, str] = {}
        self.trouble: Callable[[], SecretsError] | None = None

    def get(self, name: str, *, quietly: bool = False) -> str:
        if self.trouble is not None:
            raise self.trouble()
        if name not in self.held:
            raise KeyMissing("There is no key.")
        return self.held[name]

    def set(self, name: str, value: str, *, quietly: bool = False) -> None:
        if self.trouble is not None:
            raise self.trouble()
        self.held[name] = value

    def get_from(self, where: str, name: str) -> str:
        return {"old": KEY.hex(), "other": "77" * 32, "odd": "no hex"}[where]

    def delete(self, name: str) -> None:
        self.get(name)
        del self.held[name]


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "history.sqlite3"


@pytest.fixture
def keychain(database: Path) -> Keychain:
    """The keychain of a history that has one chat."""
    keychain = Keychain()
    history = open_history(database, keychain)
    history.saw(view(("them", "hello")))
    history.close()
    return keychain


def count(database: Path, keychain: Keychain) -> int:
    history = open_history(database, keychain)
    try:
        return len(chats(history))
    finally:
        history.close()


def test_the_key_is_in_the_keychain_and_in_no_file(
    database: Path, keychain: Keychain, tmp_path: Path
) -> None:
    ((name, key),) = keychain.held.items()
    assert len(bytes.fromhex(key)) == 32
    known = HistoryKey(database, keychain).known
    assert known is not None
    assert (known.name, known.backend) == (name, "SecretService")
    HistoryKey(database, keychain).phrase()
    for file in tmp_path.iterdir():
        assert key.encode() not in file.read_bytes()
        assert bytes.fromhex(key) not in file.read_bytes()
    assert count(database, keychain) == 1


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        (lambda: KeychainLocked("Locked.", "Unlock it."), "keychain with its key is locked"),
        (lambda: KeychainMissing("None."), "this session has no keychain"),
        (None, "no longer has its key"),
    ],
)
def test_no_new_key_over_a_history(
    database: Path,
    keychain: Keychain,
    trouble: Callable[[], SecretsError] | None,
    words: str,
) -> None:
    held, keychain.held = keychain.held, {}
    keychain.trouble = trouble
    before = database.read_bytes()
    with pytest.raises(HistoryLocked, match=words):
        open_history(database, keychain)
    assert keychain.held == {}
    assert database.read_bytes() == before
    keychain.held, keychain.trouble = held, None
    assert count(database, keychain) == 1


def test_another_keychain_is_named(database: Path, keychain: Keychain) -> None:
    other = Keychain("kwallet.DBusKeyring")
    with pytest.raises(HistoryLocked, match=r"SecretService, and .* kwallet.DBusKeyring") as caught:
        open_history(database, other)
    assert "history recover" in caught.value.hint
    assert other.held == {}


def test_without_its_name_no_key_is_made(database: Path, keychain: Keychain) -> None:
    beside = database.with_name("history.key.json")
    beside.write_text("{", encoding="utf-8")
    with pytest.raises(HistoryLocked, match="can't be read"):
        open_history(database, keychain)
    beside.unlink()
    with pytest.raises(HistoryLocked, match="is missing"):
        open_history(database, keychain)
    assert len(keychain.held) == 1


def test_without_a_keychain_nothing_is_begun(database: Path) -> None:
    keychain = Keychain()
    keychain.trouble = lambda: KeychainMissing("There is no keychain in this session.")
    with pytest.raises(KeychainMissing):
        open_history(database, keychain)
    assert list(database.parent.iterdir()) == []


def test_a_keychain_that_keeps_nothing_is_not_trusted(database: Path) -> None:
    class Forgetful(Keychain):
        def set(self, name: str, value: str, *, quietly: bool = False) -> None:
            self.held[name] = "something else"

    with pytest.raises(SecretsError, match="does not give back"):
        open_history(database, Forgetful())
    assert not database.exists()


def test_the_phrase_gives_the_key_to_another_keychain(database: Path, keychain: Keychain) -> None:
    old = HistoryKey(database, keychain).phrase()
    phrase = HistoryKey(database, keychain).phrase()
    other = Keychain("kwallet.DBusKeyring")
    with pytest.raises(InputError, match="not the recovery phrase"):
        HistoryKey(database, other).recover(old)
    assert other.held == {}
    assert HistoryKey(database, other).recover(phrase.upper()) == "kwallet.DBusKeyring"
    assert count(database, other) == 1
    assert other.held == keychain.held


def test_the_phrase_works_in_the_wiped_keychain(database: Path, keychain: Keychain) -> None:
    phrase = HistoryKey(database, keychain).phrase()
    keychain.held.clear()
    HistoryKey(database, keychain).recover(phrase)
    assert count(database, keychain) == 1


def test_without_a_phrase_there_is_nothing_to_recover(database: Path, keychain: Keychain) -> None:
    with pytest.raises(InputError, match="No recovery phrase was ever made"):
        HistoryKey(database, keychain).recover(recovery.new_phrase())


def test_a_phrase_needs_a_history(database: Path) -> None:
    with pytest.raises(HistoryError, match="no history yet"):
        HistoryKey(database, Keychain()).phrase()


def test_a_phrase_before_the_first_chat(database: Path) -> None:
    keychain = Keychain()
    phrase = HistoryKey(database, keychain).phrase(begin=True)
    assert not database.exists()
    open_history(database, keychain).close()
    keychain.held.clear()
    HistoryKey(database, keychain).recover(phrase)
    assert count(database, keychain) == 0


def test_forgetting_the_key(database: Path, keychain: Keychain) -> None:
    HistoryKey(database, keychain).forget()
    assert keychain.held == {}
    assert HistoryKey(database, keychain).known is None


# The phrase itself


def test_a_phrase_opens_what_it_sealed() -> None:
    phrase = recovery.new_phrase()
    wrapped = recovery.wrap(KEY, phrase)
    assert recovery.unwrap(wrapped, phrase) == KEY
    assert recovery.unwrap(wrapped, f"  {phrase.replace('-', ' ').upper()}\n") == KEY
    assert recovery.wrap(KEY, phrase) != wrapped
    with pytest.raises(InputError, match="not the recovery phrase"):
        recovery.unwrap(wrapped, recovery.new_phrase())


def test_slips_are_told_before_anything_is_tried() -> None:
    first, second, *rest = recovery.new_phrase().split("-")
    wrapped = recovery.WrappedKey("", "", "")
    for words, told in (
        ([first, second], "has 9 words; that has 2"),
        (["hello", second, *rest], "Word 1 is no word"),
        (["babab" if first != "babab" else "babad", second, *rest], "mistyped"),
    ):
        with pytest.raises(InputError, match=told):
            recovery.unwrap(wrapped, "-".join(words))


def test_phrases_never_come_twice() -> None:
    assert len({recovery.new_phrase() for _ in range(1000)}) == 1000


def test_a_damaged_key_is_told() -> None:
    phrase = recovery.new_phrase()
    with pytest.raises(InputError, match="damaged"):
        recovery.unwrap(recovery.WrappedKey("?", "", ""), phrase)


def test_another_key_than_the_databases_is_not_taken(database: Path, keychain: Keychain) -> None:
    phrase = HistoryKey(database, keychain).phrase()
    database.unlink()
    HistoryDatabase(database, bytes(32)).close()
    held = dict(keychain.held)
    with pytest.raises(HistoryLocked):
        HistoryKey(database, keychain).recover(phrase)
    assert keychain.held == held


def test_settings_keep_nothing_unless_asked() -> None:
    assert settings.parse("").history == settings.HistorySettings(enabled=False, days=0)
    wanted = settings.parse("[history]\nenabled = true\ndays = 90\n").history
    assert wanted == settings.HistorySettings(enabled=True, days=90)
    with pytest.raises(SettingsError, match="days"):
        settings.parse("[history]\ndays = -1\n")


@pytest.mark.parametrize(
    ("where", "error"), [("other", HistoryLocked), ("odd", InputError), ("old", None)]
)
def test_the_key_is_taken_over_from_another_keychain_if_it_opens(
    database: Path, where: str, error: type[CopilotError] | None
) -> None:
    old, new = Keychain("KWallet"), Keychain("KeePassXC")
    open_history(database, old).close()
    (name,) = old.held
    HistoryDatabase(database, bytes.fromhex(old.held[name])).connection.execute(
        f"PRAGMA rekey = \"x'{KEY.hex()}'\""
    )
    key = HistoryKey(database, new)
    if error is not None:
        with pytest.raises(error):
            key.take_over(where)
        assert new.held == {}
        return
    assert key.take_over(where) == "KeePassXC"
    assert new.held == {name: KEY.hex()}
    open_history(database, new).close()
