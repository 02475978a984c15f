"""How an application is started anew so that it can be read."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from copilot.core.errors import DesktopError
from copilot.desktop.linux.restart import Launch, launch_of, readable, restart


def test_chromium_gets_its_flag_once_and_its_tabs_back() -> None:
    before = Launch(("chromium", "--restore-last-session", "https://chat"), {"A": "1"}, "/")
    after = readable(before, "chromium")
    assert after.command == (
        "chromium",
        "--force-renderer-accessibility",
        "--restore-last-session",
        "https://chat",
    )
    assert after.environment == {"A": "1", "ACCESSIBILITY_ENABLED": "1"}


def test_gtk2_keeps_the_modules_that_it_had() -> None:
    before = Launch(("pidgin",), {"GTK_MODULES": "canberra-gtk-module:gail"}, "/")
    after = readable(before, "gtk2")
    assert after.command == ("pidgin",)
    assert after.environment["GTK_MODULES"] == "canberra-gtk-module:gail:atk-bridge"


def test_the_launch_of_a_process_is_read(tmp_path: Path) -> None:
    code = "import sys; print('here', flush=True); sys.stdin.read()"
    environment = {"DISPLAY": ":7", "WITH": "a=b"}
    with subprocess.Popen(
        [sys.executable, "-c", code, "two words"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        cwd=tmp_path,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"here\n"
        launch = launch_of(process.pid)
        process.communicate()
    assert launch.command[1:] == ("-c", code, "two words")
    assert launch.environment["WITH"] == "a=b"
    assert launch.folder == str(tmp_path)


def test_a_command_line_that_was_written_over_is_taken_apart(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DISPLAY", ":8")
    monkeypatch.setenv("PYTHONPATH", "ours")
    process = tmp_path / "7"
    process.mkdir()
    # As Chromium 156 leaves it: one text, which runs on into the environment.
    line = "/usr/lib/chromium/chromium --rules=MAP * ~NOTFOUND, EXCLUDE x --test-type file:///a"
    (process / "cmdline").write_text(line)
    (process / "environ").write_text("")
    (process / "cwd").symlink_to("/")
    launch = launch_of(7, tmp_path)
    assert launch.command == (
        "/usr/lib/chromium/chromium",
        "--rules=MAP * ~NOTFOUND, EXCLUDE x",
        "--test-type",
        "file:///a",
    )
    assert launch.environment["DISPLAY"] == ":8"
    assert "PYTHONPATH" not in launch.environment


@pytest.fixture
def sleeper() -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(["sleep", "60"], env={"DISPLAY": ":9"}) as process:
        yield process
        process.kill()


async def test_what_has_ended_is_said(sleeper: subprocess.Popen[bytes]) -> None:
    sleeper.kill()
    sleeper.wait()
    with pytest.raises(DesktopError, match="Foo can't be restarted"):
        await restart(sleeper.pid, "Foo", lambda launch: launch)


async def test_what_does_not_start_again_is_said(sleeper: subprocess.Popen[bytes]) -> None:
    with pytest.raises(DesktopError, match="won't start"):
        await restart(sleeper.pid, "Foo", lambda _: Launch(("/does/not/exist",), {}, "/nowhere"))
    assert sleeper.wait(5) != 0
