"""A full disk and one that may only be read: said clearly, and nothing is lost of what was told."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests import disks

ROOT = Path(__file__).parents[3]


def play(folder: Path, trouble: str) -> dict[str, Any]:
    """Let everything of ours write on a small disk of its own that gets into `trouble`."""
    kind = "disk" if disks.can_mount() else "limits"
    before = disks.with_small_disk(folder, 1024) if kind == "disk" else []
    if kind == "limits" and trouble == "read-only" and os.geteuid() == 0:
        before = ["setpriv", "--bounding-set", "-dac_override"]
    program = str(Path(__file__).with_name("disk_trouble.py"))
    done = subprocess.run(
        [*before, sys.executable, program, str(folder), trouble, kind],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return json.loads(done.stdout)


@pytest.mark.parametrize("trouble", ["full", "read-only"])
def test_everything_that_writes(tmp_path: Path, trouble: str) -> None:
    found = play(tmp_path, trouble)
    history, settings = found["told"]
    assert history.startswith("The history can't be written") or "The disk failed" in history
    assert settings.startswith("settings.toml can't be written (")
    assert "Look at the folder" in settings
    assert found["told_later"] == []
    for file in ("state.json", "the record of usage", "the log file"):
        assert found["screen"].count(f"{file} can't be written") == 1
    # What was written before stays, what could not be written is written later.
    assert (found["kept"], found["whole"]) == (["one", "two", "three"], True)
    # A record that can't be written is read all the same: budgets hold.
    assert found["calls"] == [2, 3]
    assert 'words = ["three"]' in found["settings"]
    assert found["state"] == "three"
    assert found["log"][-1:] == (["three"] if trouble == "full" else [])
    assert found["left"] == []
