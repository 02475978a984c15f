"""Which build this is: from a source tree and from a package."""

from __future__ import annotations

from pathlib import Path

import pytest

from copilot import __version__
from copilot.store import build, resources


def test_a_source_tree_says_so():
    assert build.read() == build.Build(__version__)
    assert build.read().line == f"{__version__} (source)"


def test_a_package_knows_its_commit_and_channel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "build.json").write_text(
        '{"version": "1", "commit": "abc", "date": "2026-11-22", "channel": "deb",'
        ' "feed": {"url": "https://example.com/feed", "key": "RWQ"}}'
    )
    monkeypatch.setattr(resources, "folder", lambda: tmp_path)
    this = build.read()
    assert this.line == f"{__version__} (commit abc, 2026-11-22, deb)"
    assert (this.feed_url, this.feed_key) == ("https://example.com/feed", "RWQ")


def test_a_damaged_file_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    (tmp_path / "build.json").write_text("{")
    monkeypatch.setattr(resources, "folder", lambda: tmp_path)
    assert build.read().channel == build.SOURCE
