"""Small and read-only disks for a program under test: real ones wherever the system allows that."""

from __future__ import annotations

import functools
import os
import shlex
import subprocess
from pathlib import Path

# Mounts of such a program are its own, and gone with it. The second way needs no rights.
_WAYS = (["unshare", "--mount"], ["unshare", "--user", "--map-root-user", "--mount"])


@functools.cache
def can_mount() -> bool:
    """Whether a program can be given a disk of its own."""
    return _way() is not None


@functools.cache
def _way() -> list[str] | None:
    for way in _WAYS:
        tried = subprocess.run(
            [*way, "mount", "-t", "tmpfs", "none", "/tmp"],
            capture_output=True,
            timeout=20,
            check=False,
        )
        if tried.returncode == 0:
            return list(way)
    return None


def with_small_disk(folder: Path, kib: int) -> list[str]:
    """What goes before a command so that `folder` is an empty disk of this size for it.

    Where no disk can be had, none of its files can grow beyond that size.
    """
    way = _way()
    if way is None:
        return _shell(f"ulimit -f {kib}")
    return [*way, *_shell(f"mount -t tmpfs -o size={kib}k none {shlex.quote(str(folder))}")]


def with_read_only(folder: Path) -> list[str]:
    """What goes before a command so that nothing in `folder` can be written by it.

    Where nothing can be mounted, the folders' modes say so, which then bind root, too.
    """
    where = shlex.quote(str(folder))
    way = _way()
    if way is not None:
        return [*way, *_shell(f"mount --bind {where} {where} && mount -o remount,bind,ro {where}")]
    for place, _, files in os.walk(folder):
        for name in files:
            (Path(place) / name).chmod(0o400)
        Path(place).chmod(0o500)
    return ["setpriv", "--bounding-set", "-dac_override"] if os.geteuid() == 0 else []


def _shell(preparation: str) -> list[str]:
    return ["sh", "-c", f'{preparation} && exec "$@"', "sh"]
