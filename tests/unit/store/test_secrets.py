"""Keys in the keychain, with fakes; tests/desktop/test_keychain.py has the real one."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from copilot.core.errors import (
    InputError,
    KeychainLocked,
    KeychainMissing,
    KeyMissing,
    SecretsError,
)
from copilot.store import secrets as secrets_module
from copilot.store.secrets import KeyringSecrets
from copilot.store.state import State

VALUE = "sk-very-secret-0123"


class Keychain:
    """Holds secrets in memory."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str, /) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str, /) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str, /) -> None:
        del self.held[service, username]


class OtherKeychain(Keychain):
    """The keychain of another desktop."""


class KeyringLocked(Exception):
    """Named as keyring's own."""


class NoKeyringError(RuntimeError):
    """Named as keyring's own."""


@pytest.fixture
def state(tmp_path: Path) -> State:
    return State(tmp_path / "state.json")


def test_set_get_list_delete(state: State, tmp_path: Path):
    keychain = Keychain()
    secrets = KeyringSecrets(state, find=lambda: keychain)
    secrets.set("mine", VALUE)
    assert secrets.get("mine") == VALUE
    assert secrets.names() == ("mine",)
    assert keychain.held == {("chat-copilot", "mine"): VALUE}
    assert VALUE not in (tmp_path / "state.json").read_text(encoding="utf-8")
    secrets.delete("mine")
    assert secrets.names() == ()
    with pytest.raises(KeyMissing, match="mine"):
        secrets.get("mine")


def test_deleting_what_is_not_there(state: State):
    secrets = KeyringSecrets(state, find=Keychain)
    secrets.set("mine", VALUE)  # every call finds a new, empty keychain
    with pytest.raises(KeyMissing):
        secrets.delete("mine")
    assert secrets.names() == ()


@pytest.mark.parametrize("name", ["", "a b", "a/b", "-x", "n" * 65, "名"])
def test_bad_names(state: State, name: str):
    with pytest.raises(InputError):
        KeyringSecrets(state, find=Keychain).set(name, VALUE)


@pytest.mark.parametrize("value", ["", "two\nlines", "clé-é", "a\x00b"])
def test_what_is_no_key_is_refused_and_not_repeated(state: State, value: str):
    with pytest.raises(InputError) as caught:
        KeyringSecrets(state, find=Keychain).set("mine", value)
    assert not value or value not in str(caught.value)


def test_a_change_of_the_keychain_is_told(state: State):
    first, second = Keychain(), OtherKeychain()
    KeyringSecrets(state, find=lambda: first).set("mine", VALUE)
    secrets = KeyringSecrets(state, find=lambda: second)
    with pytest.raises(KeyMissing) as caught:
        secrets.get("mine")
    assert ".Keychain" in caught.value.title
    assert ".OtherKeychain" in caught.value.title
    # It is still in the first: deleting it here must not forget that.
    with pytest.raises(KeyMissing):
        secrets.delete("mine")
    assert secrets.names() == ("mine",)


@pytest.mark.parametrize(
    ("foreign", "ours"),
    [
        (KeyringLocked(VALUE), KeychainLocked),
        (NoKeyringError(VALUE), KeychainMissing),
        (RuntimeError(VALUE), SecretsError),
    ],
)
def test_foreign_errors_become_ours_without_their_text(
    state: State, foreign: Exception, ours: type[SecretsError]
):
    def find() -> Keychain:
        raise foreign

    with pytest.raises(ours) as caught:
        KeyringSecrets(state, find=find).get("mine")
    assert VALUE not in str(caught.value)
    assert caught.value.hint
    assert caught.value.__cause__ is None


def test_a_keychain_that_never_answers_is_given_up(state: State):
    forever = threading.Event()

    class Hung(Keychain):
        def get_password(self, service: str, username: str, /) -> str | None:
            forever.wait(30)
            return None

    told: list[str] = []
    secrets = KeyringSecrets(
        state, patience=0.05, on_wait=lambda: told.append("waiting"), find=Hung
    )
    try:
        with pytest.raises(KeychainLocked, match="does not answer"):
            secrets.get("mine")
        assert told == ["waiting"]
    finally:
        forever.set()


def test_the_check_leaves_nothing(state: State):
    keychain = Keychain()
    KeyringSecrets(state, find=lambda: keychain).check()
    assert keychain.held == {}
    assert state.table("keys") == {}


def test_the_check_notices_a_keychain_that_forgets(state: State):
    class Forgetful(Keychain):
        def get_password(self, service: str, username: str, /) -> str | None:
            return None

    with pytest.raises(SecretsError, match="give back"):
        KeyringSecrets(state, find=Forgetful).check()


PLAIN = """
import keyring.backend
class PlaintextKeyring(keyring.backend.KeyringBackend):
    priority = 1
    def get_password(self, service, username): return "x"
    def set_password(self, service, username, password): open("leak", "w").write(password)
"""


@pytest.mark.parametrize(
    "backend",
    ["keyring.backends.null.Keyring", "keyring.backends.fail.Keyring", "plain.PlaintextKeyring"],
)
def test_what_does_not_keep_secrets_is_refused(tmp_path: Path, backend: str):
    (tmp_path / "plain.py").write_text(PLAIN, encoding="utf-8")
    program = (
        "from pathlib import Path; from copilot.store.state import State\n"
        "from copilot.store.secrets import KeyringSecrets\n"
        "KeyringSecrets(State(Path('state.json'))).set('mine', 'abc')"
    )
    root = Path(secrets_module.__file__).parents[2]
    outcome = subprocess.run(
        [sys.executable, "-c", program],
        cwd=tmp_path,
        env={"PYTHON_KEYRING_BACKEND": backend, "PYTHONPATH": f"{root}:{tmp_path}"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "KeychainMissing" in outcome.stderr
    assert not (tmp_path / "leak").exists()


def test_a_key_is_read_out_of_another_keychain_that_is_named(state: State):
    here, old = Keychain(), OtherKeychain()
    old.set_password("chat-copilot", "mine", VALUE)
    secrets = KeyringSecrets(state, find=lambda: here, find_all=lambda: [here, old])
    (name,) = [n for n in secrets_names([here, old]) if "Other" in n]
    assert secrets.get_from(name, "mine") == VALUE
    with pytest.raises(KeyMissing):
        secrets.get_from(name, "yours")
    with pytest.raises(InputError, match="no keychain"):
        secrets.get_from("kwallet.DBusKeyring", "mine")
    with pytest.raises(InputError, match="no D-Bus"):
        secrets.get_from("unix:path=/nowhere", "mine")
    assert here.held == {}


def secrets_names(keychains: list[Keychain]) -> list[str]:
    return [f"{type(one).__module__}.{type(one).__qualname__}" for one in keychains]
