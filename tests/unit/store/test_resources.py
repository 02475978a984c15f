"""Packaged resources."""

from __future__ import annotations

import pytest

from copilot.store import resources


def test_reads_text_and_bytes_by_name():
    assert "[hotkeys]" in resources.read_text("settings.toml")
    assert resources.read_bytes("settings.toml").decode() == resources.read_text("settings.toml")


def test_names_can_be_read_again():
    names = resources.names("skills")
    assert names
    assert all(resources.read_text(name) for name in names)
    assert list(names) == sorted(names)


def test_a_folder_that_is_not_there_has_no_names():
    assert resources.names("nothing-here") == ()


@pytest.mark.parametrize("name", ["no-such.toml", "../pyproject.toml", "/etc/hostname"])
def test_nothing_outside_is_read(name: str):
    with pytest.raises(FileNotFoundError):
        resources.read_text(name)
