"""`read`, `watch`, `run` and `trigger` beside the practice chat."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import copilot
from tests.desktop.lab.session import DesktopSession, Program

ROOT = Path(copilot.__file__).parents[1]
CHAT_COPILOT = (sys.executable, "-m", "copilot")
# No keyring asks for a password here.
ENV = {"PYTHONPATH": str(ROOT), "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}


def run(desktop: DesktopSession, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*CHAT_COPILOT, *arguments],
        env={**desktop.env, **ENV},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def read(desktop: DesktopSession) -> dict[str, Any]:
    done = run(desktop, "read", "--wait", "10", "--json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_nothing_to_read(desktop: DesktopSession):
    done = run(desktop, "read")
    assert done.returncode == 3
    assert "No chat has the keyboard" in done.stderr
    assert run(desktop, "watch", "--seconds", "0.5").returncode == 3


@pytest.fixture(scope="module")
def practice(desktop: DesktopSession) -> Iterator[Program]:
    program = desktop.spawn([*CHAT_COPILOT, "practice", "--language", "en"], env=ENV)
    desktop.wait_for(
        lambda: desktop.windows(pid=program.process.pid), what="practice chat", program=program
    )
    yield program
    desktop.stop(program)


@pytest.mark.usefixtures("practice")
def test_read_prints_the_chat(desktop: DesktopSession):
    desktop.key("ctrl+a", "BackSpace")
    desktop.type_text("well ")
    desktop.wait_for(lambda: read(desktop)["draft"] == {"text": "well ", "caret": 5}, timeout=30)
    view = read(desktop)
    assert view["app"] == "practice"
    assert view["contact"]
    assert all(set(message) == {"from", "text", "at"} for message in view["messages"])
    assert "draft: well" in run(desktop, "read", "--wait", "10").stdout


@pytest.mark.usefixtures("practice")
def test_watch_prints_each_change_as_a_line(desktop: DesktopSession):
    desktop.key("ctrl+a", "BackSpace")
    watching = desktop.spawn([*CHAT_COPILOT, "watch"], env=ENV, name="watch")
    desktop.wait_for(
        lambda: watching.output.count("\n") >= 1, what="a first line", program=watching
    )
    desktop.type_text("ab")
    typed = '"draft": {"text": "ab", "caret": 2}'
    desktop.wait_for(lambda: typed in watching.output, what="the draft", program=watching)
    whole, _, _ = watching.output.rpartition("\n")
    drafts = [json.loads(line)["draft"]["text"] for line in whole.splitlines()]
    assert drafts[0] == ""
    desktop.stop(watching)


@pytest.mark.usefixtures("practice")
def test_a_second_start_brings_up_the_first_and_trigger_speaks_to_it(desktop: DesktopSession):
    assert run(desktop, "trigger", "open").returncode == 1
    first = desktop.spawn([*CHAT_COPILOT, "run"], env=ENV, name="run")
    desktop.wait_for(lambda: "ready in " in first.output, what="ready", timeout=30, program=first)
    second = run(desktop, "run")
    assert second.returncode == 0
    assert "runs already" in second.stdout
    assert run(desktop, "trigger", "open").returncode == 0
    assert "held by the Chat Copilot" in run(desktop, "doctor").stdout
    assert run(desktop, "trigger", "quit").returncode == 0
    assert first.process.wait(20) == 0
    assert run(desktop, "trigger", "open").returncode == 1
