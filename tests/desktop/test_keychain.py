"""Keys in a real GNOME Keyring: unlocked, locked with and without a display, and absent."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Generator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import pytest

import copilot
from tests.desktop.conftest import OpenDesktop
from tests.desktop.lab.session import Keyring

ROOT = Path(copilot.__file__).parents[1]
VALUE = "sk-very-secret-0123"
LOGIN = "/org/freedesktop/secrets/collection/login"

# A bus on which nothing can be activated: no keychain will come.
BARE_BUS = """<busconfig><type>session</type><listen>unix:dir={folder}</listen>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/></policy></busconfig>"""


class Session:
    """A D-Bus session without a display."""

    def __init__(self, folder: Path, env: Mapping[str, str]) -> None:
        self.folder = folder
        self.env = dict(env)

    def copilot(self, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
        """Run `chat-copilot ARGUMENTS` to its end."""
        return subprocess.run(
            [sys.executable, "-m", "copilot", *arguments],
            env=self.env,
            input=given,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )

    def call(self, *arguments: str) -> str:
        """Run gdbus on this session's bus."""
        command = ["gdbus", *arguments]
        done = subprocess.run(
            command, env=self.env, capture_output=True, text=True, timeout=30, check=True
        )
        return done.stdout

    def holds(self, text: str) -> bool:
        """Whether any file of the session's home holds `text` in the clear."""
        files = (file for file in self.folder.rglob("*") if file.is_file())
        return any(text.encode() in file.read_bytes() for file in files)


@contextmanager
def session(*bus_options: str, folder: Path) -> Generator[Session]:
    env = {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder / "run"),
    }
    (folder / "run").mkdir(mode=0o700)
    with ExitStack() as ending:
        command = ["dbus-daemon", *bus_options, "--nofork", "--print-address"]
        bus = subprocess.Popen(
            command, env=env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        )
        ending.callback(_end, bus)
        assert bus.stdout is not None
        env["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        yield Session(folder, env)


def _end(process: subprocess.Popen[str]) -> None:
    process.terminate()
    process.wait(10)
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            stream.close()


@pytest.fixture
def folder() -> Generator[Path]:
    with tempfile.TemporaryDirectory(prefix="cc-") as name:
        yield Path(name)


@pytest.fixture
def keyring(folder: Path) -> Generator[Session]:
    """A session with an unlocked keyring."""
    with session("--session", folder=folder) as one:
        daemon = subprocess.Popen(
            ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
            env=one.env,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert daemon.stdin is not None
        daemon.stdin.write("pw")
        daemon.stdin.close()
        try:
            one.call("wait", "--session", "--timeout", "20", "org.freedesktop.secrets")
            yield one
        finally:
            _end(daemon)


def lock(one: Session) -> None:
    one.call(
        *("call", "--session", "--dest", "org.freedesktop.secrets"),
        *("--object-path", "/org/freedesktop/secrets"),
        *("--method", "org.freedesktop.Secret.Service.Lock", f"['{LOGIN}']"),
    )


def test_a_key_goes_in_and_out_and_into_no_file(keyring: Session):
    stored = keyring.copilot("key", "set", "mine", given=f"{VALUE}\n")
    assert (stored.returncode, "GNOME Keyring" in stored.stdout) == (0, True), stored.stderr
    assert keyring.copilot("key", "list").stdout == "mine\n"
    assert not keyring.holds(VALUE)
    read = (
        "import sys; from pathlib import Path; from copilot.store import paths\n"
        "from copilot.store.secrets import KeyringSecrets; from copilot.store.state import State\n"
        "print(KeyringSecrets(State(paths.find().state_file)).get('mine'))"
    )
    got = subprocess.run(
        [sys.executable, "-c", read],
        env=keyring.env,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert got.stdout.strip() == VALUE
    assert keyring.copilot("key", "delete", "mine").returncode == 0
    assert keyring.copilot("key", "delete", "mine").returncode == 1
    assert keyring.copilot("key", "list").returncode == 3


def test_doctor_leaves_nothing_in_the_keyring(keyring: Session):
    found = keyring.copilot("doctor")
    assert "GNOME Keyring: stores, gives back and forgets" in found.stdout
    items = keyring.call(
        *("call", "--session", "--dest", "org.freedesktop.secrets", "--object-path", LOGIN),
        *("--method", "org.freedesktop.DBus.Properties.Get"),
        *("org.freedesktop.Secret.Collection", "Items"),
    )
    assert "/login/" not in items


def test_locked_without_a_display_is_said_at_once(keyring: Session):
    lock(keyring)
    for arguments in (("key", "set", "mine"), ("key", "delete", "mine")):
        outcome = keyring.copilot(*arguments, given=f"{VALUE}\n")
        assert outcome.returncode == 1
        assert outcome.stderr.startswith("chat-copilot: The keychain is locked.\n")
        assert "Unlock it" in outcome.stderr
    assert not keyring.holds(VALUE)


def test_without_a_keychain_nothing_is_kept(folder: Path):
    (folder / "bus.conf").write_text(BARE_BUS.format(folder=folder), encoding="utf-8")
    with session(f"--config-file={folder / 'bus.conf'}", folder=folder) as bare:
        outcome = bare.copilot("key", "set", "mine", given=f"{VALUE}\n")
        assert outcome.returncode == 1
        assert "There is no keychain in this session." in outcome.stderr
        assert "GNOME Keyring" in outcome.stderr
        assert not bare.holds(VALUE)


def test_locked_with_a_display_waits_for_the_password(open_desktop: OpenDesktop):
    desktop = open_desktop(keyring="locked")
    desktop.env["PYTHONPATH"] = str(ROOT)
    storing = subprocess.Popen(
        [sys.executable, "-m", "copilot", "key", "set", "mine"],
        env=desktop.env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert storing.stdin is not None
        assert storing.stdout is not None
        storing.stdin.write(f"{VALUE}\n")
        storing.stdin.close()
        desktop.wait_for(
            lambda: desktop.windows(title="Unlock Login Keyring"), what="the keyring's question"
        )
        desktop.type_text("pw")
        desktop.key("Return")
        assert storing.stdout.readline().startswith("Stored the key 'mine'")
        assert storing.wait(10) == 0
    finally:
        _end(storing)
    assert not Session(desktop.home, desktop.env).holds(VALUE)


def keychain_check(one: Session) -> dict[str, Any]:
    """What doctor says of the keychain."""
    checks = json.loads(one.copilot("doctor", "--json").stdout)["checks"]
    return next(check for check in checks if check["name"] == "keychain")


@pytest.mark.parametrize(
    ("state", "said"),
    [(None, "has no keyring yet"), ("locked", "The keychain is locked")],
)
def test_doctor_opens_no_dialog(open_desktop: OpenDesktop, state: Keyring | None, said: str):
    desktop = open_desktop(keyring=state)
    one = Session(desktop.home, desktop.env | {"PYTHONPATH": str(ROOT)})
    check = keychain_check(one)
    assert said in check["detail"]
    assert (check["ok"], check["todo"] != "") == (True, True)  # nothing needs it
    # It asks in a program of its own, which the bus starts.
    (bus,) = desktop.logs.glob("*-dbus-daemon.log")
    log = bus.read_text(encoding="utf-8")
    assert "org.freedesktop.secrets" in log or state == "locked"
    assert "SystemPrompter" not in log
    settings = desktop.home / ".config/chat-copilot/settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text("[history]\nenabled = true\n", encoding="utf-8")
    assert keychain_check(one)["ok"] is False
