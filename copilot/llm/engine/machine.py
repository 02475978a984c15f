"""What this machine has for a model: cores, free memory, and what a process takes of it."""

from __future__ import annotations

import os
import re
from pathlib import Path


def spare_cores() -> int:
    """How many threads may compute: one core stays free for the person's applications."""
    if hasattr(os, "sched_getaffinity"):
        cores = len(os.sched_getaffinity(0))
    else:
        cores = os.cpu_count() or 1
    return max(1, cores - 1)


def free_memory(source: Path = Path("/proc/meminfo")) -> int | None:
    """Bytes that programs can still take, None where the system does not tell (not on Linux)."""
    # "MemAvailable:   23149112 kB"
    return _kilobytes(source, "MemAvailable")


def memory_of(pid: int) -> int | None:
    """Bytes that this process holds, None where the system does not tell or it has ended."""
    # "VmRSS:    205316 kB"
    return _kilobytes(Path(f"/proc/{pid}/status"), "VmRSS")


def _kilobytes(source: Path, field: str) -> int | None:
    try:
        found = re.search(rf"^{field}:\s+(\d+) kB$", source.read_text("ascii"), re.MULTILINE)
    except (OSError, ValueError):
        return None
    return int(found[1]) * 1024 if found else None
