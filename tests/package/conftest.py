"""Packages built twice from the last commit, in folders and with habits that differ."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
for folder in ("linux", "bundle"):  # what the tests take from there
    sys.path.append(str(ROOT / "packaging" / folder))

BUILDER = ROOT / ".venv-package/bin/python"
_LIMIT = 1800


@dataclass(frozen=True)
class Built:
    """What one run of `make package` left."""

    folder: Path

    def file(self, ending: str) -> Path:
        """The one file with that ending."""
        (found,) = self.folder.glob(f"*{ending}")
        return found

    @property
    def program(self) -> Path:
        """The program's folder, as PyInstaller made it."""
        return self.folder / "chat-copilot"


@pytest.fixture(scope="session")
def twice(tmp_path_factory: pytest.TempPathFactory) -> tuple[Built, Built]:
    """Two builds. CHAT_COPILOT_BUILT=FOLDER:FOLDER takes those that are there already."""
    if given := os.environ.get("CHAT_COPILOT_BUILT"):
        one, other = given.split(":")
        return Built(Path(one)), Built(Path(other))
    # Others may commit while the first is being built.
    head = subprocess.check_output(["git", "rev-parse", "HEAD"], cwd=ROOT, encoding="utf-8").strip()
    short = tmp_path_factory.mktemp("one")
    long = tmp_path_factory.mktemp("another-with-a-longer-name")
    return (  # one after the other: each packs with all cores, and much memory
        _build(head, short, {"LANG": "C", "TZ": "UTC"}, "022"),
        _build(head, long, {"LANG": "zh_CN.UTF-8", "TZ": "Asia/Shanghai"}, "077"),
    )


@pytest.fixture(scope="session")
def built(twice: tuple[Built, Built]) -> Built:
    """One build."""
    return twice[0]


@pytest.fixture(scope="session")
def unpacked(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """What is in each package, as files below a folder."""
    folders = {kind: tmp_path_factory.mktemp(kind) for kind in ("deb", "rpm", "tar")}
    _run("dpkg-deb", "--extract", str(built.file(".deb")), str(folders["deb"]))
    _run("tar", "-xJf", str(built.file(".tar.xz")), "-C", str(folders["tar"]))
    with subprocess.Popen(
        ["rpm2cpio", str(built.file(".rpm"))], stdout=subprocess.PIPE
    ) as unpacker:
        subprocess.run(
            ["cpio", "-idm", "--quiet"], stdin=unpacker.stdout, cwd=folders["rpm"], check=True
        )
    return folders


def _build(commit: str, folder: Path, habits: Mapping[str, str], umask: str) -> Built:
    checkout, output, temporary = folder / "checkout", folder / "packages", folder / "tmp"
    temporary.mkdir()
    _run("git", "clone", "--quiet", "--no-checkout", str(ROOT), str(checkout))
    _run("git", "-C", str(checkout), "checkout", "--quiet", commit)
    script = str(checkout / "packaging/linux/package.py")
    subprocess.run(
        ["sh", "-c", 'umask "$0"; exec "$@"', umask, str(BUILDER), script,
         "--output", str(output), "--formats", "deb", "rpm", "tar", "folder"],
        env={**os.environ, **habits, "HOME": str(temporary), "TMPDIR": str(temporary)},
        check=True,
        timeout=_LIMIT,
    )  # fmt: skip
    return Built(output)


def _run(*command: str) -> None:
    subprocess.run(command, check=True, timeout=_LIMIT)
