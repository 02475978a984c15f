"""KeePassXC as the session's keychain: a second, real program behind the same name on the bus."""

from __future__ import annotations

import base64
import subprocess
import uuid
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.desktop.lab import processes

# What KeePassXC 2.7 reads: no questions, and the root group open to the session's programs.
_SETTINGS = """[General]
UpdateCheckMessageShown=true
[GUI]
CheckForUpdates=false
[FdoSecrets]
Enabled=true
ShowNotification=false
ConfirmAccessItem=false
ConfirmDeleteItem=false
"""
_DATABASE = """<?xml version="1.0" encoding="UTF-8"?>
<KeePassFile><Meta><CustomData><Item><Key>FDO_SECRETS_EXPOSED_GROUP</Key>
<Value>{{{root}}}</Value></Item></CustomData></Meta>
<Root><Group><UUID>{encoded}</UUID><Name>Root</Name></Group></Root></KeePassFile>
"""
_READY = ["--object-path", "/org/freedesktop/secrets/aliases/default"]


@contextmanager
def keepassxc(env: Mapping[str, str]) -> Generator[None]:
    """Run it, unlocked, on the bus of `env`; nobody else may have the name of the keychain there.

    Its database lies in the home of `env`, and is found again there the next time.
    """
    home = Path(env["HOME"])
    config = Path(env.get("XDG_CONFIG_HOME", home / ".config")) / "keepassxc" / "keepassxc.ini"
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text(_SETTINGS, encoding="utf-8")
    database = home / "passwords.kdbx"
    if not database.exists():
        _create(database, env)
    program = subprocess.Popen(
        ["keepassxc", "--pw-stdin", str(database)],
        # It runs once for each folder of temporary files.
        env={**env, "QT_QPA_PLATFORM": "offscreen", "TMPDIR": env["HOME"]},
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert program.stdin is not None
        program.stdin.write(b"pw\n")
        program.stdin.close()
        # Asking for the name before it is taken would start another keychain.
        subprocess.run(
            ["gdbus", "wait", "--session", "--timeout", "20", "org.freedesktop.secrets"],
            env=dict(env),
            timeout=30,
            check=True,
        )
        processes.wait_for(lambda: _is_open(env), 20, "KeePassXC to open its database")
        yield
    finally:
        program.terminate()
        program.wait(10)


def _create(database: Path, env: Mapping[str, str]) -> None:
    root = uuid.uuid4()
    written = database.with_suffix(".xml")
    encoded = base64.b64encode(root.bytes).decode()
    written.write_text(_DATABASE.format(root=root, encoded=encoded), encoding="utf-8")
    subprocess.run(
        ["keepassxc-cli", "import", "--quiet", "--set-password", str(written), str(database)],
        env=dict(env),
        input=b"pw\npw\n",
        capture_output=True,
        timeout=30,
        check=True,
    )
    written.unlink()


def _is_open(env: Mapping[str, str]) -> bool:
    done = subprocess.run(
        ["gdbus", "call", "--session", "--dest", "org.freedesktop.secrets", *_READY,
         "--method", "org.freedesktop.DBus.Properties.Get",
         "org.freedesktop.Secret.Collection", "Locked"],
        env=dict(env),
        capture_output=True,
        text=True,
        timeout=10,
        check=False,
    )  # fmt: skip
    return "<false>" in done.stdout
