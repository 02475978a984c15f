"""`chat-copilot glossary`."""

from __future__ import annotations

from pathlib import Path

import pytest

from copilot.store.paths import Paths
from tests.unit.cli.conftest import Command


def test_add_list_remove(copilot: Command, here: Paths) -> None:
    assert copilot("glossary", "list").out == ""
    assert copilot("glossary", "remove", "x").code == 3
    added = copilot("glossary", "add", "merge request", "合并请求", "--from", "en", "--to", "zh")
    assert (added.code, added.out, added.err) == (0, "", "")
    assert copilot("glossary", "add", "IT", "信息部", "--match-case", "--part-of-word").code == 0
    assert copilot("glossary", "list").out.splitlines() == [
        "merge request → 合并请求  (en → zh-Hans)",
        "IT → 信息部",
    ]
    listed = copilot("glossary", "list", "--json").json
    assert listed["bad_lines"] == []
    assert listed["terms"][1] == {
        "source": "IT",
        "target": "信息部",
        "from_tag": "",
        "to_tag": "",
        "match_case": True,
        "whole_word": False,
    }
    assert copilot("glossary", "remove", "Merge Request", "--from", "en", "--to", "zh").code == 0
    assert copilot("glossary", "remove", "it").code == 0
    assert copilot("glossary", "list").out == ""
    assert here.glossary_file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("add", " ", "x"), "needed"),
        (("add", "x", " "), "needed"),
        (("add", "x" * 201, "y"), "at most 200"),
        (("add", "a\nb", "y"), "one line"),
        (("add", "x", "y", "--to", "Germn"), "German (de)"),
        (("import", "nowhere.csv"), "nowhere.csv can't be used"),
    ],
)
def test_bad_input(
    copilot: Command,
    arguments: tuple[str, ...],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = copilot("glossary", *arguments)
    assert outcome.code == 1
    assert told in outcome.err


def test_import_takes_what_it_can_and_tells_the_rest(copilot: Command, tmp_path: Path) -> None:
    file = tmp_path / "terms.csv"
    file.write_text("\ufeffsource;target;to\r\na;b\r\nbad\r\nc;d\r\n", encoding="utf-16")
    outcome = copilot("glossary", "import", str(file))
    assert outcome.code == 1
    assert outcome.out == "2 terms were taken over.\n"
    assert outcome.err == "line 3: A term and its translation are needed.\n"
    file.write_text("e,f\n", encoding="utf-8")
    assert copilot("glossary", "import", str(file)).out == "1 term was taken over.\n"
    assert copilot("glossary", "list").out.splitlines() == ["a → b", "c → d", "e → f"]


def test_files_that_are_no_glossary(copilot: Command, tmp_path: Path) -> None:
    file = tmp_path / "terms.csv"
    file.write_bytes("größe,size\n".encode("latin-1"))
    assert "not in UTF-8" in copilot("glossary", "import", str(file)).err
    file.write_bytes(b"a,b\n" * 1_300_000)
    assert "too large" in copilot("glossary", "import", str(file)).err


def test_export_is_what_import_reads(copilot: Command, tmp_path: Path, here: Paths) -> None:
    copilot("glossary", "add", 'say "hi"', "a;b", "--to", "de")
    assert copilot("glossary", "export").out == (
        'source,target,from,to,match_case,whole_word\n"say ""hi""","a;b",,de,no,yes\n'
    )
    file = tmp_path / "out.csv"
    assert copilot("glossary", "export", "--output", str(file)).code == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbfsource,target")
    assert "exists already" in copilot("glossary", "export", "--output", str(file)).err
    missing = tmp_path / "file" / "out.csv"
    (tmp_path / "file").write_text("")
    assert "can't be written" in copilot("glossary", "export", "--output", str(missing)).err
    here.glossary_file.unlink()
    assert copilot("glossary", "import", str(file)).code == 0
    assert copilot("glossary", "list", "--json").json["terms"][0]["target"] == "a;b"


def test_lines_that_cannot_be_read_stay_in_the_file(copilot: Command, here: Paths) -> None:
    here.config.mkdir(parents=True)
    here.glossary_file.write_text("# my terms\nfoo,bar\nbad\n", encoding="utf-8")
    outcome = copilot("glossary", "list")
    assert (outcome.code, outcome.out) == (0, "foo → bar\n")
    assert outcome.err == "line 3: A term and its translation are needed.\n"
    copilot("glossary", "add", "FOO", "baz")
    assert here.glossary_file.read_text(encoding="utf-8") == ("# my terms\nbad\nFOO,baz,,,no,yes\n")
