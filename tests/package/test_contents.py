"""What is in the packages, and what must not be."""

from __future__ import annotations

import json
import os
import re
import subprocess
import tarfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import commands
import pytest

from tests.package.conftest import BUILDER, ROOT, Built

_KEYS = re.compile(
    rb"-----BEGIN (?:RSA |EC |OPENSSH |ENCRYPTED )?PRIVATE KEY-----\s+[A-Za-z0-9+/]{40}"
    rb"|\bsk-(?:proj-|ant-)?[A-Za-z0-9_-]{32,}|\bAKIA[0-9A-Z]{16}\b|\bghp_[A-Za-z0-9]{36}\b"
)
_UNPACK = """
import sys
from PyInstaller.archive.readers import CArchiveReader
archive = CArchiveReader(sys.argv[1])
for name in sorted(archive.toc):
    if name.startswith("PYZ"):
        inner = archive.open_embedded_archive(name)
        for module in sorted(inner.toc):
            code = inner.extract(module)
            pending = [code] if hasattr(code, "co_filename") else []
            files = set()
            while pending:
                one = pending.pop()
                files.add(one.co_filename)
                pending += [c for c in one.co_consts if hasattr(c, "co_filename")]
            print(module, *sorted(files), sep="\\t")
"""
"""Every module in the program's archive, with the files it says that it was compiled from."""


def files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path


@pytest.fixture(scope="module")
def modules(built: Built) -> dict[str, list[str]]:
    done = subprocess.run(
        [BUILDER, "-c", _UNPACK, built.program / "chat-copilot"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    lines = (line.split("\t") for line in done.stdout.splitlines())
    return {name: sources for name, *sources in lines}


def test_two_builds_from_two_folders_are_the_same_bytes(twice: tuple[Built, Built]):
    one, other = (
        {f.name: f.read_bytes() for f in t.folder.iterdir() if f.is_file()} for t in twice
    )
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def test_sizes(built: Built, unpacked: Mapping[str, Path]):
    for ending in (".deb", ".rpm", ".tar.xz"):
        assert built.file(ending).stat().st_size <= 45e6, ending
    for kind, folder in unpacked.items():
        assert sum(path.stat().st_size for path in files(folder)) <= 140e6, kind


def test_nothing_of_the_building_machine(
    unpacked: Mapping[str, Path], modules: dict[str, list[str]]
):
    # Where Python lives, too, unless everybody has it there.
    asked = [BUILDER, "-c", "import os, sys; print(sys.base_prefix, os.path.realpath(sys.prefix))"]
    places = subprocess.check_output(asked, encoding="utf-8").split()
    places = [str(ROOT), *(place for place in places if place not in ("/usr", "/usr/local"))]
    home = str(Path.home())
    if home.count("/") > 1:  # "/root" is a word in other things, too
        places.append(home)
    wanted = re.compile("|".join(map(re.escape, places)).encode())
    for folder in unpacked.values():
        for path in files(folder):
            found = wanted.search(path.read_bytes())
            assert found is None, f"{path.relative_to(folder)}: {found[0]!r}"
    foreign = {
        name: given
        for name, given in modules.items()
        if any(Path(source).is_absolute() for source in given)
    }
    assert foreign == {}


def test_no_keys_and_no_tests(unpacked: Mapping[str, Path], modules: dict[str, list[str]]):
    for folder in unpacked.values():
        for path in files(folder):
            inside = path.relative_to(folder)
            assert not {"tests", "test", "testing"} & set(inside.parts[:-1]), inside
            if "licences" not in inside.parts:
                assert _KEYS.search(path.read_bytes()) is None, inside
    testing = re.compile(r"(^|\.)(tests?|testing|pytest|unittest|doctest)(\.|$)")
    assert [name for name in modules if testing.search(name)] == []


def test_no_gpl(unpacked: Mapping[str, Path], modules: dict[str, list[str]]):
    for folder in unpacked.values():
        names = [path.name for path in files(folder)]
        assert [name for name in names if re.search(r"readline|gdbm|rl_complet", name)] == []
    assert not {"readline", "rlcompleter", "_gdbm", "dbm.gnu"} & modules.keys()
    bill = json.loads(next(files_named(unpacked["deb"], "sbom.cdx.json")).read_text())
    for component in bill["components"]:
        for licence in component["licenses"]:
            term = licence["expression"]
            if re.search(r"(?<![LA])GPL", term):
                assert "Bootloader-exception" in term, component["name"]


def test_qt_and_what_is_under_the_lgpl_can_be_replaced(unpacked: Mapping[str, Path]):
    inside = unpacked["deb"] / "usr/lib/chat-copilot/_internal"
    assert (inside / "PySide6/Qt/lib/libQt6Core.so.6").is_file()
    assert (inside / "stdnum/iban.pyc").is_file()
    assert (inside / "Xlib/display.pyc").is_file()


def test_every_component_has_its_licence(unpacked: Mapping[str, Path]):
    documents = unpacked["deb"] / "usr/share/doc/chat-copilot"
    bill = json.loads((documents / "sbom.cdx.json").read_text())
    told = (documents / "copyright").read_text()
    assert bill["bomFormat"] == "CycloneDX"
    names = {component["name"] for component in bill["components"]}
    assert {"CPython", "Qt", "PySide6_Essentials", "python-xlib", "cryptography"} <= names
    for name in names:
        text = documents / "licences" / (name.lower().replace(" ", "-") + ".txt")
        assert len(text.read_text()) > 200, name
        assert f"see licences/{text.name}" in told


def test_what_is_compiled_into_others_is_named(unpacked: Mapping[str, Path]):
    bill = json.loads(next(files_named(unpacked["deb"], "sbom.cdx.json")).read_text())
    inside = {part["name"]: part.get("components", []) for part in bill["components"]}
    assert "ammonia" in {part["name"] for part in inside["nh3"]}
    assert "pyo3" in {part["name"] for part in inside["cryptography"]}


def test_what_is_found_by_its_name_is_there(
    unpacked: Mapping[str, Path], modules: dict[str, list[str]]
):
    extensions = {"tables", "fenced_code", "sane_lists", "nl2br"}
    assert {f"markdown.extensions.{name}" for name in extensions} <= modules.keys()
    inside = unpacked["deb"] / "usr/lib/chat-copilot/_internal"
    (points,) = inside.glob("markdown-*.dist-info/entry_points.txt")
    assert all(f"markdown.extensions.{name}:" in points.read_text() for name in extensions)
    shipped = {path.name for path in (ROOT / "resources/skills").iterdir()}
    assert {path.name for path in (inside / "resources/skills").iterdir()} == shipped
    assert [path.name for path in files(inside) if path.suffix == ".ts"] == []


def test_everything_belongs_to_root_and_is_from_the_commit(built: Built):
    with tarfile.open(built.file(".tar.xz")) as archive:
        entries = archive.getmembers()
    assert {(e.uid, e.gid, e.uname, e.gname) for e in entries} == {(0, 0, "root", "root")}
    assert len({entry.mtime for entry in entries}) == 1
    assert [e.name for e in entries if e.mode & 0o022 and not e.issym()] == []


def test_checksums_are_right(built: Built):
    subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=built.folder, check=True)


def test_what_desktops_are_told_is_valid(unpacked: Mapping[str, Path]):
    share = unpacked["deb"] / "usr/share"
    subprocess.run(
        ["desktop-file-validate", share / "applications/chat-copilot.desktop"], check=True
    )
    subprocess.run(
        ["appstreamcli", "validate", "--no-net", share / "metainfo/chat-copilot.metainfo.xml"],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    for size in (16, 48, 256):
        assert (share / f"icons/hicolor/{size}x{size}/apps/chat-copilot.png").is_file()


def test_the_manual_is_made_of_the_parser(unpacked: Mapping[str, Path]):
    page = unpacked["deb"] / "usr/share/man/man1/chat-copilot.1.gz"
    done = subprocess.run(
        ["man", "--warnings", "-l", page],
        env={**os.environ, "MANWIDTH": "100", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stderr == ""
    plain = " ".join(done.stdout.replace("\u2010\n", "").split())
    for command in commands.read():
        for option in command.options:
            for flag in option.flags:
                assert flag in plain, flag


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        (("doc",), {"doctor"}),
        (("demo", "--lan"), {"--language"}),
        (("demo", "--language", ""), {"en", "zh"}),
        (("history", "sear"), {"search"}),
        (("history", "search", "--sin"), {"--since"}),
        (("trigger", "choose"), {"choose1", "choose2", "choose3", "choose4"}),
    ],
)
def test_bash_completes(unpacked: Mapping[str, Path], typed: tuple[str, ...], offered: set[str]):
    script = unpacked["deb"] / "usr/share/bash-completion/completions/chat-copilot"
    asked = (
        'source "$0"; COMP_WORDS=("$@"); COMP_CWORD=$(($#-1)); _chat_copilot;'
        ' printf "%s\\n" "${COMPREPLY[@]}"'
    )
    told = subprocess.check_output(
        ["bash", "-c", asked, script, "chat-copilot", *typed], encoding="utf-8"
    )
    assert set(told.split()) == offered


def test_fish_completes_and_zsh_takes_it(unpacked: Mapping[str, Path]):
    share = unpacked["deb"] / "usr/share"
    asked = 'source $argv[1]; complete -C "chat-copilot demo --language "'
    script = share / "fish/vendor_completions.d/chat-copilot.fish"
    told = subprocess.check_output(["fish", "-c", asked, script], encoding="utf-8")
    assert {line.split("\t")[0] for line in told.splitlines()} == {"en", "zh"}
    subprocess.run(["zsh", "-n", share / "zsh/site-functions/_chat-copilot"], check=True)


def test_the_rpm_says_what_it_needs(built: Built):
    asked = ["rpm", "-qp", "--requires", built.file(".rpm")]
    needs = subprocess.check_output(asked, encoding="utf-8").split("\n")
    assert "libEGL.so.1()(64bit)" in needs
    # What it brings along it must not ask for.
    assert not [need for need in needs if need.startswith(("libQt6", "libpython", "libicu"))]


def files_named(folder: Path, name: str) -> Iterator[Path]:
    return (path for path in files(folder) if path.name == name)
