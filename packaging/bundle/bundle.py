"""Runs PyInstaller so that the same commit gives the same bytes, and nothing of this machine."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import icons
import icu
import marks
import neutral
from build_info import BuildInfo

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PROGRAM = "chat-copilot"


class BuildFailed(Exception):
    """A package can't be built; the text says why and what to do."""


@dataclass(frozen=True)
class Piece:
    """One file that PyInstaller took, and where it came from."""

    target: str
    source: Path


@dataclass(frozen=True)
class Bundle:
    """What PyInstaller made: the program's folder, a bare tray to compare with, the pieces.

    The bare tray is made on Linux alone; on macOS the application's bundle stands beside both.
    """

    folder: Path
    bare: Path
    pieces: tuple[Piece, ...]


def build(work: Path, info: BuildInfo) -> Bundle:
    """Build in the folder `work`, which is emptied. Raises BuildFailed."""
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    (work / "build.json").write_text(info.as_json(), encoding="utf-8")
    (work / "version.txt").write_text(marks.windows_version(info.version), encoding="utf-8")
    if sys.platform == "win32":
        (work / f"{PROGRAM}.ico").write_bytes(icons.ico())
    elif sys.platform == "darwin":
        (work / f"{PROGRAM}.icns").write_bytes(icons.icns())
    _run_pyinstaller(work, info)
    folder, bare = work / "dist" / PROGRAM, work / "dist/bare-tray"
    application = work / f"dist/{marks.NAME}.app"
    for made in filter(Path.exists, (folder, bare, application)):
        _trim_icu(made)
        for path in files_of(made):
            neutral.rewrite(path, private_places(work))
            neutral.set_time(path, info.seconds)
    return Bundle(folder, bare, tuple(_pieces(work)))


def private_places(work: Path) -> tuple[str, ...]:
    """Folders of this machine whose names must not get into a bundle, the longest first."""
    # As Python was built and as it is found: a link may stand between them.
    places = {str(ROOT), str(work), sys.prefix, sys.base_prefix, os.path.realpath(sys.base_prefix)}
    ordinary = {"/", "/usr", "/usr/local"}
    return tuple(sorted(places - ordinary, key=len, reverse=True))


def files_of(folder: Path) -> Iterator[Path]:
    """All files of a folder that are no links, in a fixed order."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path


def _trim_icu(folder: Path) -> None:
    for library in folder.rglob("libicudata.so.*"):
        if library.is_symlink():
            continue
        try:
            icu.trim(library)
        except icu.IcuUnchanged as problem:
            raise BuildFailed(f"ICU's data can't be made smaller: {problem}") from problem


def _pieces(work: Path) -> Iterator[Piece]:
    for target, source in json.loads((work / "pieces.json").read_text(encoding="utf-8")):
        path = Path(source)
        if "localpycs" in path.parts:  # compiled, to be a file of its own
            path = Path(sysconfig.get_path("purelib"), target).with_suffix(".py")
        # Links, and what was made of pieces that are listed themselves.
        if path.is_absolute() and not path.is_relative_to(work):
            yield Piece(target, path)


def _run_pyinstaller(work: Path, info: BuildInfo) -> None:
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        # The order of sets gets into compiled modules, and times into archives.
        "PYTHONHASHSEED": "0",
        "SOURCE_DATE_EPOCH": str(info.seconds),
        "LC_ALL": "C.UTF-8",
        "TZ": "UTC",
        # A cache of an earlier build would be believed.
        "PYINSTALLER_CONFIG_DIR": str(work / "cache"),
        "CHAT_COPILOT_WORK": str(work),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    done = subprocess.run(
        [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level=WARN",
         "--distpath", str(work / "dist"), "--workpath", str(work / "build"),
         str(HERE / "chat_copilot.spec")],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )  # fmt: skip
    if done.returncode:
        raise BuildFailed("PyInstaller failed:\n" + "\n".join(done.stdout.splitlines()[-30:]))
