"""Starting with the system."""

from __future__ import annotations

from pathlib import Path

import pytest

from copilot.core.errors import InputError
from copilot.store.autostart import Autostart


def entry(home: Path) -> Path:
    return home / ".config/autostart/chat-copilot.desktop"


def test_switched_on_and_off(tmp_path: Path):
    start = Autostart(["/opt/chat copilot/chat-copilot", "run", "100%"], {"HOME": str(tmp_path)})
    assert not start.on
    start.switch(True)
    assert start.on
    text = entry(tmp_path).read_text(encoding="utf-8")
    assert 'Exec="/opt/chat copilot/chat-copilot" run 100%%\n' in text
    start.switch(False)
    assert not start.on
    assert not entry(tmp_path).exists()
    start.switch(False)


def test_an_entry_that_was_switched_off_by_hand_is_off(tmp_path: Path):
    start = Autostart(["chat-copilot"], {"XDG_CONFIG_HOME": str(tmp_path)})
    start.switch(True)
    file = tmp_path / "autostart/chat-copilot.desktop"
    file.write_text(file.read_text() + "Hidden=true\n")
    assert not start.on


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path):
    (tmp_path / ".config").write_text("a file")
    with pytest.raises(InputError, match="can't be changed"):
        Autostart(["chat-copilot"], {"HOME": str(tmp_path)}).switch(True)
