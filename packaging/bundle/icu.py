"""Makes the library with ICU's data smaller: Qt asks for little of what is in it."""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path

# Trees of names that Qt never asks for: how languages, regions, currencies and units are called,
# how numbers are spelt out, how one script is written in another. What it does ask for stays:
# collation, encodings, breaks, calendars, time zones.
_UNUSED = re.compile(r"(curr|lang|rbnf|region|translit|unit)/")
# The entry points of such a tree must be there, even if nothing is behind them.
_ROOTS = frozenset(("root.res", "res_index.res", "pool.res"))


class IcuUnchanged(Exception):
    """The library stayed as it was; the text says why."""


def trim(library: Path) -> int:
    """Rewrite libicudata without what is unused; the bytes that it saved. Raises IcuUnchanged."""
    before = library.stat().st_size
    symbol, data = _data_of(library)
    with tempfile.TemporaryDirectory() as folder:
        # icupkg takes the version and the byte order from the name.
        package = Path(folder, symbol.removesuffix("_dat") + "l.dat")
        package.write_bytes(data)
        listed = _run("icupkg", "--list", str(package)).split()
        unused = [name for name in listed if _is_unused(name)]
        if not unused:
            return 0
        removal = Path(folder, "unused.txt")
        removal.write_text("\n".join(unused) + "\n", encoding="utf-8")
        smaller = Path(folder, "smaller", package.name)
        smaller.parent.mkdir()
        _run("icupkg", "--remove", str(removal), str(package), str(smaller))
        _link(smaller, symbol, library)
    return before - library.stat().st_size


def _is_unused(name: str) -> bool:
    return _UNUSED.match(name) is not None and name.rpartition("/")[2] not in _ROOTS


def _data_of(library: Path) -> tuple[str, bytes]:
    """The name of the one symbol that ICU looks for, and what stands there."""
    # "     6: 0000000000000300 0x1e8cb50 OBJECT  GLOBAL DEFAULT    6 icudt73_dat"
    symbols = _run("readelf", "--wide", "--dyn-syms", str(library))
    found = re.search(r": ([0-9a-f]+) +(0x[0-9a-f]+|\d+) +OBJECT .* (icudt\d+_dat)$", symbols, re.M)
    # "  [ 6] .rodata           PROGBITS        0000000000000300 000300 1e8cb50 00   A  0   0 16"
    sections = _run("readelf", "--wide", "--sections", str(library))
    section = re.search(r"\.rodata +PROGBITS +([0-9a-f]+) ([0-9a-f]+) ", sections)
    if found is None or section is None:
        raise IcuUnchanged(f"{library.name} holds its data in another way")
    address, size = int(found[1], 16), int(found[2], 0)
    offset = address - int(section[1], 16) + int(section[2], 16)
    return found[3], library.read_bytes()[offset : offset + size]


def _link(data: Path, symbol: str, library: Path) -> None:
    assembly = data.with_name("icu.s")
    assembly.write_text(
        f".section .rodata\n.balign 16\n.globl {symbol}\n.type {symbol},@object\n"
        f'{symbol}:\n.incbin "{data}"\n.size {symbol}, .-{symbol}\n'
        '.section .note.GNU-stack,"",@progbits\n',
        encoding="utf-8",
    )
    compiled = data.with_name("icu.o")
    _run("as", "-o", str(compiled), str(assembly))
    # No build id: it would depend on the names of the files.
    _run(
        "ld", "-shared", "--build-id=none", "-soname", library.name, "-s",
        "-o", str(library), str(compiled),
    )  # fmt: skip


def _run(*command: str) -> str:
    try:
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    except FileNotFoundError as error:
        raise IcuUnchanged(f"{command[0]} is not installed") from error
    if done.returncode:
        raise IcuUnchanged(f"{command[0]} failed: {done.stderr.strip()[-300:]}")
    return done.stdout
