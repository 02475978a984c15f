"""Packs a laid-out folder into .deb, .rpm and .tar.xz, the same bytes for the same folder."""

from __future__ import annotations

import hashlib
import lzma
import os
import platform
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Sequence
from pathlib import Path

import elf
import stage
from build_info import BuildInfo
from bundle import PROGRAM, BuildFailed, files_of

ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
_SUMMARY = "Replies, topics and translation beside the draft you are typing"
_DESCRIPTION = (
    "Chat Copilot watches the draft that you are typing, in whatever chat application",
    "you use, and offers replies to click beside it. It never sends for you. It works",
    "without an account; models of providers or of your own machine can be added.",
)
_MAINTAINER = "The Chat Copilot authors <chat-copilot@localhost>"
# What makes more of it work: the accessibility bus, a keychain, fonts for every script.
_DEBIAN_RECOMMENDS = [
    "at-spi2-core",
    "dbus-user-session | dbus-x11",
    "fonts-noto-cjk",
    "fonts-noto-color-emoji",
    "gnome-keyring | kwalletmanager | keepassxc",
]
_RPM_RECOMMENDS = [
    "at-spi2-core",
    "google-noto-sans-cjk-fonts",
    "google-noto-color-emoji-fonts",
    "gnome-keyring",
]


def architecture() -> str:
    """As Debian calls it. Raises BuildFailed where nobody has tried."""
    machine = platform.machine()
    if machine not in ARCHITECTURES:
        raise BuildFailed(f"packages for {machine} have not been tried")
    return ARCHITECTURES[machine]


def deb(root: Path, info: BuildInfo, output: Path) -> None:
    """Make a Debian package of what stands below `root`."""
    control = root / "DEBIAN"
    files = list(files_of(root))
    try:
        depends = elf.needs(files).debian()
    except elf.UnknownLibrary as problem:
        raise BuildFailed(str(problem)) from problem
    control.mkdir()
    (control / "control").write_text(
        f"Package: {PROGRAM}\n"
        f"Version: {_debian_version(info)}\n"
        f"Architecture: {architecture()}\n"
        f"Maintainer: {_MAINTAINER}\n"
        f"Installed-Size: {sum(path.stat().st_size for path in files) // 1024}\n"
        f"Depends: {', '.join(depends)}\n"
        f"Recommends: {', '.join(_DEBIAN_RECOMMENDS)}\n"
        "Section: net\n"
        "Priority: optional\n"
        f"Description: {_SUMMARY}\n" + "".join(f" {line}\n" for line in _DESCRIPTION),
        encoding="utf-8",
    )
    sums = (f"{_md5(path)}  {path.relative_to(root).as_posix()}\n" for path in files)
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")
    stage.finish(root, info)
    # More threads cut the text into other blocks: as many as there are, on another machine.
    _run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "-z9", "--threads-max=1", "--build", str(root),
         str(output)],
        info,
    )  # fmt: skip
    shutil.rmtree(control)


def rpm(root: Path, info: BuildInfo, output: Path) -> None:
    """Make an RPM package of what stands below `root`."""
    folders = [root / "usr/lib" / PROGRAM, root / "usr/share/doc" / PROGRAM]
    listed = [f"%dir /{folder.relative_to(root)}" for folder in folders]
    for path in sorted(root.rglob("*")):
        name = f"/{path.relative_to(root).as_posix()}"
        if path.is_symlink() or path.is_file():
            listed.append(f'"{name}"')
        elif any(folder in path.parents for folder in folders):
            listed.append(f'%dir "{name}"')
    requires = "".join(f"Requires: {name}\n" for name in elf.needs(files_of(root)).rpm())
    recommends = "".join(f"Recommends: {name}\n" for name in _RPM_RECOMMENDS)
    with tempfile.TemporaryDirectory(prefix="chat-copilot-rpm-") as folder:
        recipe = Path(folder, "chat-copilot.spec")
        recipe.write_text(
            f"Name: {PROGRAM}\nVersion: {info.version.replace('.dev', '~dev')}\nRelease: 1\n"
            f"Summary: {_SUMMARY}\nLicense: MIT\nGroup: Applications/Internet\n"
            # What is bundled is nobody else's to use, and what is needed we know.
            f"AutoReqProv: no\n{requires}{recommends}"
            f"%description\n{chr(10).join(_DESCRIPTION)}\n"
            f"%install\nmkdir -p %{{buildroot}}\ncp -a {root}/. %{{buildroot}}/\n"
            "%files\n%defattr(-,root,root,-)\n" + "\n".join(listed) + "\n",
            encoding="utf-8",
        )
        settings = {
            "_topdir": folder,
            "_buildhost": "localhost",
            "_binary_payload": "w9.xzdio",
            "_build_id_links": "none",
            "__os_install_post": "%{nil}",
            "source_date_epoch_from_changelog": "0",
            "use_source_date_epoch_as_buildtime": "1",
            "clamp_mtime_to_source_date_epoch": "1",
        }
        defines = [word for name, value in settings.items() for word in ("-D", f"{name} {value}")]
        target = {"amd64": "x86_64", "arm64": "aarch64"}[architecture()]
        _run(["rpmbuild", "-bb", "--nodeps", "--target", target, *defines, str(recipe)], info)
        shutil.copyfile(next(Path(folder, "RPMS").rglob("*.rpm")), output)


def tar_xz(root: Path, info: BuildInfo, output: Path) -> None:
    """Pack the folder `root`, under its own name."""

    def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = info.seconds
        return entry

    with (
        lzma.open(output, "wb", preset=9) as file,
        tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        archive.add(root, root.name, recursive=False, filter=plain)
        for path in sorted(root.rglob("*")):
            name = f"{root.name}/{path.relative_to(root).as_posix()}"
            archive.add(path, name, recursive=False, filter=plain)


def _run(command: Sequence[str], info: BuildInfo) -> None:
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(info.seconds), "TZ": "UTC"}
    try:
        done = subprocess.run(
            command, env=environment, capture_output=True, encoding="utf-8", check=False
        )
    except FileNotFoundError as error:
        raise BuildFailed(f"{command[0]} is not installed") from error
    if done.returncode:
        raise BuildFailed(f"{command[0]} failed:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")


def _debian_version(info: BuildInfo) -> str:
    return info.version.replace(".dev", "~dev")  # which sorts before the release


def _md5(path: Path) -> str:
    return hashlib.md5(path.read_bytes(), usedforsecurity=False).hexdigest()
