"""`chat-copilot engine`, and the other commands with a model of this machine."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from copilot.commands import engine_check
from copilot.llm.engine.gguf import GgufFile
from copilot.store import settings
from copilot.store.paths import Paths
from tests.lab_llm.smollm import model_file
from tests.unit.cli.conftest import Command, conversation

INVITED = conversation(("me", "hi"), ("them", "Want to have lunch together tomorrow?"))
LOCAL = """
[providers.local]
engine = "demo-model"
[jobs]
replies = "local"
"""


def serve(*arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "copilot", "engine", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_it_serves_a_file_until_it_is_interrupted(here: Paths) -> None:
    with serve(str(model_file()), "--json", "--show-key") as process:
        assert process.stdout is not None
        told = json.loads(process.stdout.readline())
        assert told["model"] == model_file().stem
        assert told["memory"] is None or told["memory"] > 50e6
        request = urllib.request.Request(
            f"{told['address']}/chat/completions",
            json.dumps({"messages": [{"role": "user", "content": "Hi"}], "max_tokens": 4}).encode(),
            {"Authorization": f"Bearer {told['key']}", "Content-Type": "application/json"},
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            assert json.loads(answer.read())["choices"][0]["message"]["content"]
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0


def test_the_key_is_shown_only_on_request(here: Paths) -> None:
    with serve("--demo-model") as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(4)]
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
    assert "English only" in lines[0]
    assert lines[1].startswith("address  http://127.0.0.1:")
    assert "--show-key" in lines[2]


def test_what_can_not_be_run_is_told_with_a_next_step(copilot: Command, tmp_path: Path) -> None:
    (tmp_path / "page.gguf").write_text("<html>")
    outcome = copilot("engine", str(tmp_path / "page.gguf"))
    assert outcome.code == 1
    assert "page.gguf is not a GGUF file" in outcome.err
    assert "download it again" in outcome.err


def test_one_thing_at_a_time(copilot: Command) -> None:
    assert copilot("engine").code == 2
    assert copilot("engine", "a.gguf", "--find").code == 2


def test_suggestions_by_a_model_of_this_machine(
    copilot: Command, configure: Callable[[str], None], tmp_path: Path
) -> None:
    configure(LOCAL)
    (tmp_path / "chat.json").write_text(INVITED, encoding="utf-8")
    outcome = copilot("suggest", "--conversation", str(tmp_path / "chat.json"))
    assert outcome.code == 0, outcome.err
    suggestions = outcome.json["suggestions"]
    assert suggestions
    assert {one["source"] for one in suggestions} == {"model"}
    assert all(one["text"].isascii() for one in suggestions)


def test_a_model_that_is_gone_is_told(
    copilot: Command, configure: Callable[[str], None], tmp_path: Path
) -> None:
    configure(LOCAL.replace("demo-model", str(tmp_path / "gone.gguf")))
    (tmp_path / "chat.json").write_text(INVITED, encoding="utf-8")
    outcome = copilot("suggest", "--conversation", str(tmp_path / "chat.json"))
    assert outcome.code == 1
    assert "gone.gguf can't be opened" in outcome.json["error"]["title"]


def test_doctor_looks_at_the_file_without_starting_it() -> None:
    configured = settings.parse(LOCAL)
    assert engine_check.engines_of(configured) == ("demo-model",)

    def big(file: Path) -> GgufFile:
        return GgufFile(file, 4_700_000_000, "llama")

    good = engine_check.check_engines(configured, big)
    assert good.ok
    assert "4.7 GB" in good.detail
    gone = replace(configured.providers["local"], engine="/nowhere/gone.gguf")
    bad = engine_check.check_engines(replace(configured, jobs={"replies": (gone,)}))
    assert not bad.ok
    assert "gone.gguf can't be opened" in bad.detail
    assert bad.todo


@pytest.mark.parametrize("job", ["replies", "topics"])
def test_without_a_job_doctor_does_not_look(job: str) -> None:
    configured = settings.parse(LOCAL.replace("[jobs]\nreplies", f"[jobs]\n{job}"))
    assert engine_check.engines_of(configured)
    assert not engine_check.engines_of(replace(configured, jobs={}))
