"""What libraries of the system the programs of a folder need, as readelf tells it."""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

LIST = Path(__file__).with_name("libraries.toml")
_NEEDED = re.compile(r"\(NEEDED\).*\[([^]]+)\]")
_GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)\b")


class UnknownLibrary(Exception):
    """A library is needed that libraries.toml does not name."""


@dataclass(frozen=True)
class Needs:
    """Libraries by soname, and the lowest version of the C library that will do."""

    sonames: tuple[str, ...]
    glibc: str

    def debian(self) -> list[str]:
        """Debian's packages, as Depends has them. Raises UnknownLibrary."""
        packages = tomllib.loads(LIST.read_text(encoding="utf-8"))["debian"]
        unknown = [name for name in self.sonames if name not in packages]
        if unknown:
            raise UnknownLibrary(f"name the Debian packages of {', '.join(unknown)} in {LIST.name}")
        wanted = {packages[name] for name in self.sonames} - {"libc6"}
        return [f"libc6 (>= {self.glibc})", *sorted(wanted)]

    def rpm(self) -> list[str]:
        """The same for RPM, where packages provide sonames."""
        glibc = f"libc.so.6(GLIBC_{self.glibc})(64bit)"
        ordinary = [name for name in self.sonames if not name.startswith("ld-linux")]
        return [glibc, *(f"{name}()(64bit)" for name in ordinary)]


def needs(files: Iterable[Path]) -> Needs:
    """What `files` need and none of them is."""
    programs = [path for path in files if _is_elf(path)]
    told = subprocess.run(
        ["readelf", "--wide", "--dynamic", "--version-info", *map(str, programs)],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,  # it complains of debugging sections that were stripped
    ).stdout
    needed = set(_NEEDED.findall(told)) - {path.name for path in programs}
    versions = {(int(major), int(minor)) for major, minor in _GLIBC.findall(told)}
    return Needs(tuple(sorted(needed)), ".".join(map(str, max(versions))))


def _is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"
