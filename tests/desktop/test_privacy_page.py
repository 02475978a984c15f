"""The commands of docs/privacy.md by which people check its claims, run as they stand there."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import disks
from tests.desktop.conftest import OpenDesktop
from tests.desktop.lab.copilot import REPOSITORY, Copilot, Provider
from tests.desktop.lab.session import DesktopSession
from tests.lab_llm.scripted import answer

PAGE = (REPOSITORY / "docs" / "privacy.md").read_text(encoding="utf-8")
SECTION = PAGE.partition("## Check it yourself\n")[2].partition("\n## ")[0]
ANSWER = answer("1|agree|Gladly, at eight!\n2|decline|Not today.\n3|ask|Where?\n")
NUMBER = "138 1234 5678"


def block(part: str, language: str = "sh") -> str:
    """The one block of the section with this in it."""
    found = re.findall(rf"^```{language}\n(.*?)^```", SECTION, re.MULTILINE | re.DOTALL)
    (one,) = [text for text in found if part in text]
    return one


@pytest.fixture(scope="module")
def desktop(open_desktop: OpenDesktop) -> DesktopSession:
    """A session in which a chat was kept and a model was asked."""
    session = open_desktop(keyring="unlocked")
    tools = session.folder / "bin"
    tools.mkdir()
    for name, module in (("chat-copilot", "copilot"), ("keyring", "keyring")):
        script = tools / name
        script.write_text(f'#!/bin/sh\nexec {sys.executable} -m {module} "$@"\n', encoding="utf-8")
        script.chmod(0o755)
    session.env["PATH"] = f"{tools}:{session.env['PATH']}"
    session.env["PYTHONPATH"] = str(REPOSITORY)
    with Provider(ANSWER) as provider:
        settings = f"{provider.settings(quick_replies=True)}[history]\nenabled = true\n"
        with Copilot(session, settings) as copilot:
            practice = session.spawn(
                [sys.executable, "-m", "copilot", "practice", "--language", "en"]
            )
            copilot.wait_cards("test-model")
            session.stop(practice)
    return session


def shell(desktop: DesktopSession, commands: str, word: str = "soaked") -> str:
    """What these commands print; an error where they complain."""
    done = subprocess.run(
        ["bash", "-c", commands.replace("WORD", word)],
        env=desktop.env,
        cwd=desktop.home,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode in (0, 1, 3), done.stderr  # grep and search: nothing found
    assert "No such file" not in done.stderr
    return done.stdout


def test_what_is_hidden(desktop: DesktopSession) -> None:
    assert shell(desktop, block("chat-copilot mask")) == "call me at ⟨PHONE_1⟩\n"


def test_what_leaves(desktop: DesktopSession) -> None:
    settings = desktop.home / ".config/chat-copilot/settings.toml"
    before = settings.read_text(encoding="utf-8")
    settings.write_text(block("providers.me", "toml"), encoding="utf-8")
    listener = desktop.spawn(["bash", "-c", block("BaseHTTPRequestHandler")], name="listener")
    try:
        desktop.run(["bash", "-c", "until exec 3<>/dev/tcp/127.0.0.1/8999; do :; done 2>/dev/null"])
        shell(desktop, block("is my number"))
        desktop.wait_for(lambda: "⟨PHONE_1⟩ is my number" in json_of(listener.output), what="it")
        assert NUMBER not in listener.output
        assert "1234" not in listener.output
    finally:
        desktop.stop(listener)
        settings.write_text(before, encoding="utf-8")


def json_of(printed: str) -> str:
    """All texts of the first request that was printed."""
    lines = [line for line in printed.splitlines() if line.startswith("{")]
    return "\n".join(m["content"] for m in json.loads(lines[0])["messages"]) if lines else ""


def test_nothing_is_sent_without_a_provider(desktop: DesktopSession) -> None:
    command = block("--offline")
    if not disks.can_mount():  # nor is there a network of one's own then
        command = command.replace("unshare --user --net ", "")
    assert json.loads(shell(desktop, command))["suggestions"]


def test_what_is_kept_is_encrypted(desktop: DesktopSession) -> None:
    assert "soaked" in shell(desktop, block("history search"))
    assert shell(desktop, block("grep -rlaF WORD")) == ""
    # The same command does find what is there.
    assert "settings.toml" in shell(desktop, block("grep -rlaF WORD"), "test-model")
    command = ["bash", "-c", block("head -c 15")]
    begins = subprocess.run(command, env=desktop.env, capture_output=True, check=True).stdout
    assert len(begins) == 15
    assert b"SQLite" not in begins


def test_the_key_is_in_no_file(desktop: DesktopSession) -> None:
    command = block("keyring get")
    assert shell(desktop, command) == ""
    key = shell(desktop, f"{command.partition('&&')[0]}\necho $key").strip()
    assert len(bytes.fromhex(key)) == 32
    leak = desktop.home / ".local" / "leak"
    leak.write_text(f"x{key}x", encoding="utf-8")
    assert str(leak) in shell(desktop, command)
    leak.unlink()


def test_only_this_person_can_read_our_files(desktop: DesktopSession) -> None:
    assert shell(desktop, block("-perm")) == ""
    leak = desktop.home / ".local/share/chat-copilot/leak"
    leak.touch(mode=0o644)
    assert str(leak) in shell(desktop, block("-perm"))
    leak.unlink()


def test_what_models_cost(desktop: DesktopSession) -> None:
    rows = shell(desktop, block("usage.sqlite3"))
    assert "test-model" in rows
    assert "Lin" not in rows


def test_forgetting(desktop: DesktopSession) -> None:
    """The last: it takes away what the others look at."""
    data = desktop.home / ".local/share/chat-copilot"
    aside = desktop.folder / "aside"
    shutil.copytree(data, aside)
    assert "Forgot everything." in shell(desktop, block("forget --everything"))
    assert shell(desktop, block("grep history")) == ""
    assert {file.name for file in aside.iterdir()} > {"history.sqlite3", "history.key.json"}


def test_the_tests_that_are_named_exist() -> None:
    named = re.findall(r"`(tests/[\w/.]+)`", PAGE)
    assert len(named) >= 4
    assert [name for name in named if not (Path(REPOSITORY) / name).exists()] == []
