"""A minimal Debian or Ubuntu in a folder, to install a package in where nothing else is.

It comes from wherever this system's own packages come from. Needs root and debootstrap.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tools import run

_SOURCES = (Path("/etc/apt/sources.list"), Path("/etc/apt/sources.list.d"))
_LIMIT = 1800.0
_CHANGING = re.compile(
    r"(proc|sys|dev|run|tmp|var/(cache|log|lib/(apt|dpkg))|etc/ld\.so\.cache)(/|$)"
)


class CleanRoot:
    """A root folder. `run` runs programs in it, which see the network but none of our files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def run(
        self,
        *command: str,
        env: Mapping[str, str] | None = None,
        check: bool = True,
        limit: float = _LIMIT,
    ) -> subprocess.CompletedProcess[str]:
        """Run a command in it; raises CalledProcessError with its output if it fails."""
        plain = {
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": "/root",
            "LC_ALL": "C.UTF-8",
            "DEBIAN_FRONTEND": "noninteractive",
        }
        return subprocess.run(
            ["chroot", str(self.folder), *command],
            env={**plain, **(env or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=check,
            timeout=limit,
        )

    def apt(self, *arguments: str) -> str:
        """Run apt-get in it, without recommended packages."""
        done = self.run("apt-get", "-y", "-qq", "--no-install-recommends", *arguments, check=False)
        if done.returncode:
            raise RuntimeError(f"apt-get {' '.join(arguments)}:\n{done.stdout[-3000:]}")
        return done.stdout

    def files(self) -> dict[str, int]:
        """Every path in it with its size, apart from what every use of apt changes."""
        found: dict[str, int] = {}
        for place, folders, names in os.walk(self.folder):
            here = Path(place)
            inside = here.relative_to(self.folder)
            folders[:] = [name for name in folders if not _CHANGING.match(str(inside / name))]
            for name in (*folders, *names):
                path, known = here / name, str(inside / name)
                if not _CHANGING.match(known):
                    found[known] = path.lstat().st_size if path.is_file() else 0
        return found


def debian_mirror() -> str:
    """Where this system's apt gets Debian from. Raises LookupError if it does not."""
    for suite, address in _configured():
        if suite == "bookworm" or suite == "trixie":
            return address
    raise LookupError("apt's sources here name no Debian")


def make(folder: Path, suite: str, mirror: str) -> None:
    """Fill the folder, which is emptied, with a minimal system. Raises SetupFailed."""
    # What a download that failed left would be in the way of the next.
    fill = 'rm -rf "$1" && exec debootstrap --variant=minbase "$0" "$1" "$2"'
    run(["sh", "-c", fill, suite, str(folder), mirror], tries=3)
    # apt fetches as a person of its own, who may read nothing of ours.
    settings = 'APT::Sandbox::User "root";\nAcquire::Retries "3";\n'
    (folder / "etc/apt/apt.conf.d/99test").write_text(settings)


@contextmanager
def copied(template: Path, folder: Path) -> Generator[CleanRoot]:
    """A copy of a root that is thrown away afterwards."""
    subprocess.run(["cp", "-a", str(template), str(folder)], check=True)
    for name in ("/etc/resolv.conf", "/etc/hosts"):
        if Path(name).exists():
            shutil.copy(name, folder / name[1:])
    # Devices are debootstrap's own: none of the machine's can be reached, or removed, in there.
    (folder / "dev/shm").mkdir(exist_ok=True)
    (folder / "dev/shm").chmod(0o1777)
    subprocess.run(["mount", "-t", "proc", "proc", str(folder / "proc")], check=True)
    try:
        yield CleanRoot(folder)
    finally:
        subprocess.run(["umount", str(folder / "proc")], check=True)
        shutil.rmtree(folder)


def _configured() -> Iterator[tuple[str, str]]:
    """Suites and addresses of apt's sources, of both forms (sources.list(5))."""
    for path in _source_files():
        text = path.read_text(encoding="utf-8", errors="replace")
        if path.suffix == ".sources":
            for block in re.split(r"\n\s*\n", text):
                fields = dict(re.findall(r"^([A-Za-z-]+):[ \t]*(.*)$", block, re.MULTILINE))
                for suite in fields.get("Suites", "").split():
                    for address in fields.get("URIs", "").split():
                        yield suite, address
        else:
            # "deb [signed-by=…] http://host/debian bookworm main"
            for line in text.splitlines():
                found = re.match(r"deb\s+(?:\[[^]]*\]\s+)?(\S+)\s+(\S+)", line)
                if found:
                    yield found[2], found[1]


def _source_files() -> Sequence[Path]:
    main, folder = _SOURCES
    more = sorted(folder.iterdir()) if folder.is_dir() else []
    return [path for path in (main, *more) if path.is_file()]
