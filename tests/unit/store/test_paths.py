"""Where things lie."""

from __future__ import annotations

import warnings
from pathlib import Path

import pytest

from copilot.store import paths


def test_one_folder_for_portable_use(tmp_path: Path):
    here = paths.find({"CHAT_COPILOT_HOME": str(tmp_path)})
    assert here.settings_file == tmp_path / "config" / "settings.toml"
    assert here.state_file == tmp_path / "state" / "state.json"
    assert here.log_file.is_relative_to(tmp_path)
    # A stick may not hold sockets.
    assert not here.runtime.is_relative_to(tmp_path)


def test_follows_xdg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("CHAT_COPILOT_HOME", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "c"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "s"))
    here = paths.find()
    assert here.config == tmp_path / "c" / "chat-copilot"
    assert here.state == tmp_path / "s" / "chat-copilot"


def test_a_missing_runtime_directory_is_no_warning(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert paths.find().runtime.name == "chat-copilot"


def test_private_folders_are_private(tmp_path: Path):
    folder = paths.make_private(tmp_path / "a" / "b")
    assert folder.stat().st_mode & 0o777 == 0o700
