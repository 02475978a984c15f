"""What the tests of the commands share."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from copilot import cli
from copilot.store import paths
from copilot.store.paths import Paths

BACKEND = """
import json, pathlib
import keyring.backend, keyring.errors
FILE = pathlib.Path({file!r})
class Keyring(keyring.backend.KeyringBackend):
    priority = 1
    def _held(self): return json.loads(FILE.read_text()) if FILE.exists() else {{}}
    def get_password(self, service, username): return self._held().get(username)
    def set_password(self, service, username, password):
        FILE.write_text(json.dumps({{**self._held(), username: password}}))
    def delete_password(self, service, username):
        held = self._held(); del held[username]; FILE.write_text(json.dumps(held))
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a command ended, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it printed, as one JSON value."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """What it printed, as JSON lines."""
        return [json.loads(line) for line in self.out.splitlines()]


Command = Callable[..., Outcome]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Paths]:
    """An installation of its own, without a display, a bus or a keychain."""
    with tempfile.TemporaryDirectory(prefix="cc-") as runtime:
        monkeypatch.setenv("CHAT_COPILOT_HOME", str(tmp_path / "home"))
        monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)
        monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
        for name in ("DISPLAY", "WAYLAND_DISPLAY"):
            monkeypatch.delenv(name, raising=False)
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={runtime}/none")
        yield paths.find()


@pytest.fixture
def copilot(here: Paths, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run `chat-copilot ARGUMENTS`."""

    def run(*arguments: str) -> Outcome:
        capsys.readouterr()
        try:
            code = cli.main(arguments)
        except SystemExit as end:
            code = int(end.code or 0)
        printed = capsys.readouterr()
        return Outcome(code, printed.out, printed.err)

    return run


@pytest.fixture
def configure(here: Paths) -> Callable[[str], None]:
    """Write settings.toml."""

    def write(text: str) -> None:
        here.config.mkdir(parents=True, exist_ok=True)
        here.settings_file.write_text(text, encoding="utf-8")

    return write


def conversation(*messages: tuple[str, str], draft: str = "") -> str:
    """A conversation as `suggest` reads it."""
    listed: Sequence[dict[str, str]] = [{"from": who, "text": text} for who, text in messages]
    return json.dumps({"contact": "Mia", "messages": listed, "draft": draft}, ensure_ascii=False)


@pytest.fixture
def keychain(copilot: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of a keychain that works."""
    import keyring.core

    file = tmp_path / "keychain.json"
    (tmp_path / "cc_test_keychain.py").write_text(BACKEND.format(file=str(file)), encoding="utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    monkeypatch.delitem(sys.modules, "cc_test_keychain", raising=False)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "cc_test_keychain.Keyring")
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)
    return file
