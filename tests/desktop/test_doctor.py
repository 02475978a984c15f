"""`chat-copilot doctor` on a real desktop: what is there is found, what is missing is named."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import copilot
from tests.desktop.conftest import OpenDesktop
from tests.desktop.lab.session import DesktopSession

ROOT = Path(copilot.__file__).parents[1]


def doctor(desktop: DesktopSession, **env: str) -> dict[str, dict[str, str | bool]]:
    done = subprocess.run(
        [sys.executable, "-m", "copilot", "doctor", "--json"],
        env={**desktop.env, "PYTHONPATH": str(ROOT), **env},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    found = json.loads(done.stdout)
    assert found["ok"] is (done.returncode == 0)
    return {check["name"]: check for check in found["checks"]}


@pytest.fixture(scope="module")
def whole(open_desktop: OpenDesktop) -> DesktopSession:
    return open_desktop(keyring="unlocked")


def test_a_whole_desktop_has_nothing_to_do(whole: DesktopSession):
    checks = doctor(whole)
    assert {name: check["ok"] for name, check in checks.items()} == dict.fromkeys(checks, True)
    assert "1600 × 1000" in str(checks["display"]["detail"])
    assert "XEmbed" in str(checks["tray"]["detail"])


def test_a_taken_hotkey_is_named(whole: DesktopSession):
    taker = (
        "import sys\nfrom Xlib import X, display\nd = display.Display()\n"
        "code = d.keysym_to_keycode(ord('r'))\n"
        "d.screen().root.grab_key(code, X.ControlMask | X.Mod1Mask, 0, 1, 1)\n"
        "d.sync(); print('taken', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", taker],
        env=whole.env,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "taken\n"
        check = doctor(whole)["hotkeys"]
        process.communicate()
    assert check["ok"] is False
    assert "refresh" in str(check["detail"])
    assert "settings.toml" in str(check["todo"])
    assert doctor(whole)["hotkeys"]["ok"] is True


def test_on_wayland_it_says_what_to_bind(whole: DesktopSession):
    check = doctor(whole, WAYLAND_DISPLAY="wayland-0")["hotkeys"]
    assert check["ok"] is False
    assert "chat-copilot trigger" in str(check["todo"])


def test_a_bare_desktop_says_what_is_missing(open_desktop: OpenDesktop):
    checks = doctor(open_desktop(accessibility=False, tray=False, keyring="unlocked"))
    assert checks["accessibility"]["ok"] is False
    assert "switched off" in str(checks["accessibility"]["detail"])
    assert checks["tray"]["ok"] is False
    assert "trigger open" in str(checks["tray"]["todo"])
    assert checks["display"]["ok"] is True
