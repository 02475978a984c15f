"""The file of the glossary, as a program that stays open sees it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from copilot.core.errors import InputError
from copilot.core.glossary import Term
from copilot.store.glossary import GlossaryFile


def test_changes_by_hand_are_seen(tmp_path: Path) -> None:
    path = tmp_path / "config" / "glossary.csv"
    file = GlossaryFile(path)
    assert len(file.current()) == 0
    file.add([Term("a", "b"), Term("c", "d")])
    first = file.current()
    assert len(first) == 2
    assert file.current() is first
    path.write_text("a,b\n", encoding="utf-8")
    os.utime(path, ns=(1, 1))
    assert [term.target for term in file.current().for_pair("en", "de")] == ["b"]
    path.write_bytes(b"\xff\xfe\xff")
    assert len(file.current()) == 0
    path.unlink()
    assert len(file.current()) == 0


def test_what_cannot_be_read_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "glossary.csv"
    path.write_bytes("größe,size\n".encode("latin-1"))
    with pytest.raises(InputError, match="UTF-8"):
        GlossaryFile(path).add([Term("a", "b")])
    with pytest.raises(InputError, match="UTF-8"):
        GlossaryFile(path).remove(Term("a", ""))
    assert path.read_bytes() == "größe,size\n".encode("latin-1")


def test_a_table_is_taken_in_and_given_out(tmp_path: Path) -> None:
    file = GlossaryFile(tmp_path / "glossary.csv")
    table = tmp_path / "terms.csv"
    table.write_text("merge request;合并请求\nbroken\n", encoding="utf-8")
    file.take(table)
    assert len(file.current()) == 1
    file.give(tmp_path / "out.csv")
    assert "合并请求" in (tmp_path / "out.csv").read_text(encoding="utf-8")


def test_what_has_no_terms_is_refused(tmp_path: Path) -> None:
    empty = tmp_path / "empty.csv"
    empty.write_text("nothing\n", encoding="utf-8")
    with pytest.raises(InputError):
        GlossaryFile(tmp_path / "glossary.csv").take(empty)


def test_the_file_is_made_before_it_is_opened(tmp_path: Path) -> None:
    file = GlossaryFile(tmp_path / "glossary.csv")
    assert file.ensure().read_text(encoding="utf-8").startswith("source,target")
