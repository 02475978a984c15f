"""Files of skills are read as far as they can be, and nothing in the folder can do harm."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from copilot import wiring
from copilot.core.errors import SettingsError
from copilot.store import own_skills, resources

GOOD = """
name = "roast"
title = "Roast"
description = "d"
inputs = ["conversation"]
instructions = "i"
task = "t"
[output]
form = "answer"
"""


def test_no_folder(tmp_path: Path) -> None:
    assert own_skills.read(tmp_path / "skills") == ()


def test_only_toml_files_are_read_in_their_order(tmp_path: Path) -> None:
    for name in ("b.toml", "a.toml", "notes.txt", "a.toml~"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    read = own_skills.read(tmp_path)
    assert read == (("a.toml", "a.toml"), ("b.toml", "b.toml"))


def test_what_can_not_be_read_says_why(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "b.toml").write_bytes(b"x" * 70_000)
    (tmp_path / "c.toml").mkdir()
    (tmp_path / "d.toml").symlink_to(tmp_path / "nowhere")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "e.toml")
    for name, content in own_skills.read(tmp_path):
        assert isinstance(content, SettingsError)
        assert name in content.title


def test_a_mark_of_byte_order_is_let_go(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(GOOD, encoding="utf-8-sig")
    assert wiring.read_own_skills(tmp_path).skills[0].name == "roast"


@pytest.mark.parametrize("name", [Path(name).stem for name in resources.names("skills")])
def test_nobody_takes_a_name_of_ours(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.toml").write_text(GOOD.replace("roast", name), encoding="utf-8")
    joined = wiring.read_own_skills(tmp_path)
    assert joined.skills == ()
    assert len(joined.broken) == 1


def test_the_example_of_the_docs_can_be_used(tmp_path: Path) -> None:
    page = (Path(__file__).parents[3] / "docs" / "skills.md").read_text(encoding="utf-8")
    example = page.split("```toml\n")[1].split("```")[0]
    (tmp_path / "a.toml").write_text(example, encoding="utf-8")
    joined = wiring.read_own_skills(tmp_path)
    assert joined.notice() is None
    assert [skill.name for skill in joined.skills] == ["too-much"]
