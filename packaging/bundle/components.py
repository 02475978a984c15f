"""Whose work is in a bundle: every piece of it led back to a package, with version and licence."""

from __future__ import annotations

import importlib.metadata as metadata
import json
import os
import platform
import re
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bundle import ROOT, BuildFailed, Piece

NOTES = ROOT / "packaging/licences/notes.toml"
_ALLOWED = re.compile(
    r"MIT|MIT-0|0BSD|BSD-[23]-Clause|Apache-2\.0|ISC|Zlib|PSF-2\.0|MPL-2\.0|Unicode-3\.0|bzip2-1\.0\.6"
    r"|blessing|LicenseRef-public-domain|Unlicense|Apache-2\.0 WITH LLVM-exception"
    r"|LGPL-2\.1-or-later|LGPL-3\.0-only"
    r"|GPL-2\.0-or-later WITH Bootloader-exception"
)
"""Licences that let us ship the bundle as it is; no GPL but that of PyInstaller's exception."""
_LICENCE_FILES = re.compile(
    r"(^|/)(licen[cs]es?/|licen[cs]e|copying|notice|authors)", re.IGNORECASE
)


@dataclass(frozen=True)
class Component:
    """One work of others: `purl` names it as package-url does, `texts` are its licence's."""

    name: str
    version: str
    licence: str
    """An SPDX expression."""
    purl: str
    texts: tuple[tuple[str, str], ...] = ()
    note: str = ""
    inside: tuple[Component, ...] = ()
    """What is compiled into it, as its own bill of materials says; their texts are in its."""


def components(pieces: Iterable[Piece]) -> list[Component]:
    """All components of the bundle, by name. Raises BuildFailed for a piece of nobody's."""
    notes = tomllib.loads(NOTES.read_text(encoding="utf-8"))
    owners = _Owners(notes)
    found = {owners.of(piece) for piece in pieces}
    components = [component for component in found if component is not None]
    # What stands inside of others, or comes with the tool that makes the bundle.
    components += [_embedded(entry) for entry in notes["embedded"]]
    for component in components:
        _check(component)
    return sorted(components, key=lambda component: component.name.lower())


def _check(component: Component) -> None:
    """Raises BuildFailed unless it may be shipped and its licence can be shown."""
    for one in (component, *component.inside):
        if not _may_ship(one.licence):
            raise BuildFailed(
                f"{one.name} is under “{one.licence}”: may we ship that? Say so in SPDX's "
                f"terms in {NOTES.name}, or allow it in {Path(__file__).name}"
            )
    if not component.texts:
        raise BuildFailed(
            f"{component.name} brings no text of its licence: name one in {NOTES.name}"
        )


def _may_ship(licence: str) -> bool:
    """Whether the terms allow it; of those to choose from one is enough."""
    terms = re.split(r" AND (?![^(]*\))", licence)
    return all(any(map(_ALLOWED.fullmatch, term.strip("()").split(" OR "))) for term in terms)


class _Owners:
    """Finds who owns a file: a Python package, Python itself, a package of the system, or we."""

    def __init__(self, notes: dict[str, dict[str, dict[str, str]]]) -> None:
        self._notes = notes
        self._by_file = dict(_files_of_packages())
        self._python = _python(notes)
        self._stdlib = tuple(
            os.path.realpath(sysconfig.get_path(name)) + os.sep for name in ("stdlib", "platstdlib")
        )
        prefix = os.path.realpath(sys.base_prefix)
        if prefix not in ("/usr", "/usr/local"):
            self._stdlib += (prefix + os.sep,)  # its libraries too, as on Windows and macOS
        self._known: dict[str, Component] = {}

    def of(self, piece: Piece) -> Component | None:
        """Its component; None if it is ours."""
        source = os.path.realpath(piece.source)
        if source in self._by_file:
            package = self._by_file[source]
            return self._known.setdefault(package.name, _package(package, self._notes))
        if _is_ours(source):
            return None
        if source.startswith(self._stdlib) or piece.source.name.startswith("libpython3"):
            return self._python
        return self._known.setdefault(source, self._system(Path(source)))

    def _system(self, path: Path) -> Component:
        names = [str(path), f"/usr{path}", str(path).removeprefix("/usr")]
        for name in names:
            asked = _output("dpkg", "-S", name)
            if asked:
                return self._debian(asked.partition(":")[0])
        raise BuildFailed(f"{path} belongs to no package: whose work is it?")

    def _debian(self, name: str) -> Component:
        version = _output("dpkg-query", "-W", "-f", "${Version}\n", name).splitlines()[0]
        licence = self._notes["system"].get(name)
        if licence is None:
            raise BuildFailed(f"say in {NOTES.name} under which licence {name} is")
        text = Path(f"/usr/share/doc/{name}/copyright").read_text(encoding="utf-8")
        distribution = platform.freedesktop_os_release().get("ID", "linux")
        return Component(
            name,
            version,
            licence["licence"],
            f"pkg:deb/{distribution}/{name}@{version}",
            (("copyright", text),),
        )


def _is_ours(source: str) -> bool:
    own = os.path.realpath(ROOT)
    return source.startswith(own + os.sep) and "site-packages" not in source


def _files_of_packages() -> Iterator[tuple[str, metadata.Distribution]]:
    for package in metadata.distributions():
        for file in package.files or ():
            yield os.path.realpath(str(package.locate_file(file))), package


def _package(
    package: metadata.Distribution, notes: dict[str, dict[str, dict[str, str]]]
) -> Component:
    name, version = package.name, package.version
    noted = notes["python"].get(name.lower(), {})
    about = package.metadata
    licence = noted.get("licence") or about.get("License-Expression") or about.get("License") or ""
    texts = [
        (Path(str(file)).name, Path(str(package.locate_file(file))).read_text("utf-8", "replace"))
        for file in package.files or ()
        if ".dist-info/" in str(file) and _LICENCE_FILES.search(str(file).partition("/")[2])
    ]
    texts += _own_texts(noted.get("text", ""))
    return Component(
        name,
        version,
        licence,
        f"pkg:pypi/{name.lower().replace('_', '-')}@{version}",
        tuple(sorted(texts)),
        noted.get("note", ""),
        tuple(_inside(package)),
    )


def _inside(package: metadata.Distribution) -> Iterator[Component]:
    """The Rust crates that a wheel lists (https://peps.python.org/pep-0770/), by name."""
    for file in package.files or ():
        if ".dist-info/sboms/" not in str(file):
            continue
        bill: dict[str, Any] = json.loads(Path(str(package.locate_file(file))).read_text("utf-8"))
        crates = (part for part in bill.get("components", ()) if _is_crate(part))
        for part in sorted(crates, key=lambda part: (part["name"], part["version"])):
            given = (
                entry.get("expression") or entry["license"]["id"] for entry in part["licenses"]
            )
            place = f"pkg:cargo/{part['name']}@{part['version']}"
            yield Component(part["name"], part["version"], " AND ".join(given), place)


def _is_crate(part: dict[str, Any]) -> bool:
    return part.get("purl", "").startswith("pkg:cargo/")


def _python(notes: dict[str, dict[str, dict[str, str]]]) -> Component:
    version = platform.python_version()
    places = (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path(sys.base_prefix) / "LICENSE")
    debian = Path(f"/usr/share/doc/python3.{sys.version_info.minor}/copyright")
    for place in (*places, debian):
        if place.exists():
            text = place.read_text(encoding="utf-8")
            note = notes["python"]["cpython"]["note"]
            return Component(
                "CPython", version, "PSF-2.0", f"pkg:generic/python@{version}",
                (("LICENSE.txt", text),), note,
            )  # fmt: skip
    raise BuildFailed("the text of Python's licence is not beside Python")


def _embedded(entry: dict[str, str]) -> Component:
    version = entry.get("version", "")
    if wheel := entry.get("version_of"):
        version = metadata.version(wheel)
    texts = list(_own_texts(entry.get("text", "")))
    if wheel := entry.get("text_of"):
        package = metadata.distribution(wheel)
        texts += [
            (Path(str(file)).name, Path(str(package.locate_file(file))).read_text("utf-8"))
            for file in package.files or ()
            if ".dist-info/" in str(file) and _LICENCE_FILES.search(str(file).partition("/")[2])
        ]
    at = f"@{version}" if version else ""
    return Component(
        entry["name"],
        version,
        entry["licence"],
        f"pkg:generic/{entry['name'].lower().replace(' ', '-')}{at}",
        tuple(texts),
        entry.get("note", ""),
    )


def _own_texts(names: str) -> Sequence[tuple[str, str]]:
    return [
        (name, (NOTES.parent / name).read_text(encoding="utf-8")) for name in names.split() if name
    ]


def _output(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    except FileNotFoundError:
        return ""
    return done.stdout if done.returncode == 0 else ""
