"""Starting twice, ending in every way: one instance, nothing left behind."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest

from tests.desktop.lab.copilot import REPOSITORY, Copilot
from tests.desktop.lab.session import DesktopSession


def chat_copilot(desktop: DesktopSession, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "copilot", *arguments],
        env={**desktop.env, "PYTHONPATH": str(REPOSITORY)},
        cwd=desktop.home,
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


def test_without_an_instance_trigger_says_how_to_start_it(desktop: DesktopSession) -> None:
    done = chat_copilot(desktop, "trigger", "open")
    assert (done.returncode, done.stdout) == (1, "")
    assert "does not run in this session" in done.stderr
    assert "`chat-copilot run`" in done.stderr


def test_a_second_start_brings_up_the_first(desktop: DesktopSession) -> None:
    with Copilot(desktop) as copilot:
        assert copilot.shown() == []
        second = chat_copilot(desktop, "run")
        assert second.returncode == 0, second.stderr
        assert "runs already" in second.stdout
        copilot.wait_for_words("No chat in sight")
        assert copilot.program.running


def test_quitting_leaves_no_process_and_the_clipboard(desktop: DesktopSession) -> None:
    desktop.set_clipboard("copied before 复制")
    # What every program of the session may start and leave for the next one.
    with Copilot(desktop) as copilot:
        pass
    before = desktop.living().keys()
    with Copilot(desktop) as copilot:
        assert copilot.pid in desktop.living()
    assert not desktop.living().keys() - before
    assert desktop.clipboard() == "copied before 复制"
    assert chat_copilot(desktop, "trigger", "open").returncode == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_cleanly(desktop: DesktopSession, number: signal.Signals) -> None:
    with Copilot(desktop) as copilot:
        copilot.trigger("open")
        copilot.wait_for_words("No chat in sight")
        copilot.program.process.send_signal(number)
        assert copilot.program.process.wait(3) == 0
    assert desktop.windows(title="Chat Copilot") == []


def test_after_a_crash_the_next_one_starts(desktop: DesktopSession) -> None:
    killed = Copilot(desktop)
    desktop.kill(killed.program)
    killed.look_away()
    with Copilot(desktop) as copilot:
        copilot.trigger("open")
        copilot.wait_for_words("No chat in sight")
