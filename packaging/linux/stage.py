"""Lays out the files of a package as they will stand on the person's system."""

from __future__ import annotations

import gzip
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import commands
import completions
import licences
import manual
import neutral
import sbom
from build_info import BuildInfo
from bundle import PROGRAM, ROOT, Bundle, files_of
from components import Component

FILES = Path(__file__).with_name("files")
SIZES = (16, 22, 24, 32, 48, 64, 128, 256)


def system(bundle: Bundle, parts: Sequence[Component], info: BuildInfo, root: Path) -> None:
    """Everything of a system package below `root`."""
    shutil.rmtree(root, ignore_errors=True)
    program = root / "usr/lib" / PROGRAM
    shutil.copytree(bundle.folder, program, symlinks=True)
    (program / "_internal/resources/build.json").write_text(info.as_json(), encoding="utf-8")
    command = root / "usr/bin" / PROGRAM
    command.parent.mkdir(parents=True)
    command.symlink_to(f"../lib/{PROGRAM}/{PROGRAM}")
    share = root / "usr/share"
    described = commands.read()
    _desktop(share, info)
    _write(share / f"bash-completion/completions/{PROGRAM}", completions.bash(described))
    _write(share / f"zsh/site-functions/_{PROGRAM}", completions.zsh(described))
    _write(share / f"fish/vendor_completions.d/{PROGRAM}.fish", completions.fish(described))
    page = manual.page(described, info.version, info.date).encode()
    _write(share / f"man/man1/{PROGRAM}.1.gz", gzip.compress(page, 9, mtime=0))
    _documents(share / "doc" / PROGRAM, parts, info)
    finish(root, info)


def portable(bundle: Bundle, parts: Sequence[Component], info: BuildInfo, root: Path) -> None:
    """The program's own folder, as it can stand anywhere."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(bundle.folder, root, symlinks=True)
    (root / "_internal/resources/build.json").write_text(info.as_json(), encoding="utf-8")
    shutil.copy(ROOT / "README.md", root / "README.md")
    _desktop(root / "share", info)
    _documents(root / "share/doc" / PROGRAM, parts, info)
    finish(root, info)


def finish(root: Path, info: BuildInfo) -> None:
    """Give everything the time of the commit, and modes that depend on nobody's umask."""
    for path in files_of(root):
        neutral.set_time(path, info.seconds)
    for folder in (root, *sorted(root.rglob("*"))):
        if folder.is_dir() and not folder.is_symlink():
            folder.chmod(0o755)
            os.utime(folder, (info.seconds, info.seconds))
        elif folder.is_symlink():
            os.utime(folder, (info.seconds, info.seconds), follow_symlinks=False)


def _desktop(share: Path, info: BuildInfo) -> None:
    _write(
        share / f"applications/{PROGRAM}.desktop", (FILES / f"{PROGRAM}.desktop").read_text("utf-8")
    )
    metainfo = (FILES / f"{PROGRAM}.metainfo.xml").read_text("utf-8")
    metainfo = metainfo.replace("@VERSION@", info.version).replace("@DATE@", info.date)
    _write(share / f"metainfo/{PROGRAM}.metainfo.xml", metainfo)
    icons = ROOT / "resources/icons"
    hicolor = share / "icons/hicolor"
    for size in SIZES:
        picture = (icons / f"{PROGRAM}-{size}.png").read_bytes()
        _write(hicolor / f"{size}x{size}/apps/{PROGRAM}.png", picture)
    _write(hicolor / f"scalable/apps/{PROGRAM}.svg", (icons / f"{PROGRAM}.svg").read_bytes())


def _documents(folder: Path, parts: Sequence[Component], info: BuildInfo) -> None:
    _write(folder / "copyright", licences.copyright_file(parts))
    _write(folder / "sbom.cdx.json", sbom.document(parts, info))
    changes = (ROOT / "CHANGELOG.md").read_bytes()
    _write(folder / "changelog.gz", gzip.compress(changes, 9, mtime=0))
    licences.write_texts(parts, folder / "licences")


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
