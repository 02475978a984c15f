"""The application keeps a chat that was seen, and only if the person wants it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from tests.desktop.conftest import OpenDesktop
from tests.desktop.lab.copilot import REPOSITORY, Copilot


@pytest.mark.parametrize("enabled", [True, False])
def test_a_seen_chat_is_kept_if_wanted(open_desktop: OpenDesktop, enabled: bool):
    desktop = open_desktop(keyring="unlocked")
    data: Path = desktop.home / ".local/share/chat-copilot"
    with Copilot(desktop, f"[history]\nenabled = {str(enabled).lower()}\n") as copilot:
        practice = desktop.spawn(
            [sys.executable, "-m", "copilot", "practice", "--language", "en"],
            env={"PYTHONPATH": str(REPOSITORY)},
        )
        desktop.wait_for(lambda: desktop.windows(pid=practice.process.pid), what="practice")
        copilot.wait_cards("instant")
        desktop.stop(practice)
    if not enabled:
        assert list(data.glob("history*")) == []
        return
    status = json.loads(copilot.command("history", "status", "--json"))
    assert (status["keychain"], status["whole"]) == ("GNOME Keyring", True)
    (chat,) = status["chats"]
    assert chat["app"] == "practice"
    found = json.loads(copilot.command("history", "search", "", "--json"))["messages"]
    assert len(found) == chat["messages"] > 0
    for file in data.glob("history*"):
        assert found[0]["text"].encode() not in file.read_bytes()
