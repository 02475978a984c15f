"""The application on a full disk and on one that may only be read: it says so and goes on."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests import disks
from tests.desktop.conftest import OpenDesktop
from tests.desktop.lab.copilot import REPOSITORY, Copilot
from tests.desktop.lab.session import DesktopSession

SETTINGS = "[history]\nenabled = true\n"


@pytest.fixture
def desktop(open_desktop: OpenDesktop) -> DesktopSession:
    return open_desktop(keyring="unlocked")


def chat(copilot: Copilot, desktop: DesktopSession, language: str, told: str = "") -> None:
    """Have a chat seen; `told` is how what the panel says of it begins."""
    practice = desktop.spawn(
        [sys.executable, "-m", "copilot", "practice", "--language", language],
        env={"PYTHONPATH": str(REPOSITORY)},
    )
    desktop.wait_for(lambda: desktop.windows(pid=practice.process.pid), what="practice")
    if told:
        copilot.wait_for_words(told)
    assert len(copilot.wait_cards("instant")) > 0
    desktop.stop(practice)


def run_in_trouble(desktop: DesktopSession, around: Sequence[str], told: str) -> Copilot:
    with Copilot(desktop, SETTINGS, around=around) as copilot:
        chat(copilot, desktop, "en", told)
        # Another chat is answered as if nothing were wrong.
        chat(copilot, desktop, "zh")
    return copilot


def files(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_full(desktop: DesktopSession) -> None:
    ours = desktop.home / ".local"
    ours.mkdir(exist_ok=True)
    # Where files merely can't grow, that is what SQLite takes it for.
    told = "the disk is full" if disks.can_mount() else "The disk failed"
    copilot = run_in_trouble(desktop, disks.with_small_disk(ours, 48), told)
    assert "the history can't be written" in copilot.program.output


def test_read_only(desktop: DesktopSession) -> None:
    with Copilot(desktop, SETTINGS) as copilot:
        chat(copilot, desktop, "en")
    ours = desktop.home / ".local"
    before = files(ours / "share" / "chat-copilot")
    run_in_trouble(desktop, disks.with_read_only(ours), "The history can't be written (")
    assert files(ours / "share" / "chat-copilot") == before
    with Copilot(desktop, SETTINGS) as copilot:
        chat(copilot, desktop, "zh")
    status = json.loads(copilot.command("history", "status", "--json"))
    assert status["whole"]
