"""Where About finds the licences of a package."""

from __future__ import annotations

from pathlib import Path

import pytest

from copilot.commands.about import licences_beside


@pytest.mark.parametrize(
    ("resources", "licences"),
    [
        ("usr/lib/chat-copilot/_internal/resources", "usr/share/doc/chat-copilot"),
        ("portable/_internal/resources", "portable/share/doc/chat-copilot"),
        ("Programs/Chat Copilot/_internal/resources", "Programs/Chat Copilot/licences"),
    ],
)
def test_every_package_shows_its_licences(tmp_path: Path, resources: str, licences: str):
    (tmp_path / resources).mkdir(parents=True)
    (tmp_path / licences).mkdir(parents=True)
    assert licences_beside(tmp_path / resources) == str((tmp_path / licences).resolve())


def test_a_source_tree_has_none(tmp_path: Path):
    assert licences_beside(tmp_path) == ""
