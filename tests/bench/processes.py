"""What processes cost, as Linux tells it under /proc."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.desktop.lab import processes


@dataclass(frozen=True, slots=True)
class Memory:
    """In MB of 10^6 bytes. `pss` shares out the pages that several processes use."""

    rss: float
    pss: float


def memory(pids: Iterable[int]) -> Memory:
    """Of these processes together (proc_pid_smaps(5), smaps_rollup)."""
    rss = pss = 0
    for pid in pids:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            name, _, rest = line.partition(":")
            if name == "Rss":
                rss += int(rest.split()[0])
            elif name == "Pss":
                pss += int(rest.split()[0])
    return Memory(rss * 1024 / 1e6, pss * 1024 / 1e6)


@dataclass(frozen=True, slots=True)
class Work:
    """What processes have done so far: CPU seconds, and how often a thread was woken."""

    cpu: float
    wakeups: int

    def __sub__(self, other: Work) -> Work:
        return Work(self.cpu - other.cpu, self.wakeups - other.wakeups)


def work(pids: Iterable[int]) -> Work:
    """Of all threads of these processes.

    CPU time is that of schedstat, in nanoseconds where stat counts ticks of 10 ms; a thread that
    has blocked has to be woken, so its voluntary context switches are its wake-ups.
    """
    cpu, wakeups = 0, 0
    for pid in pids:
        for thread in Path(f"/proc/{pid}/task").iterdir():
            with contextlib.suppress(OSError):  # it ended meanwhile
                cpu += int((thread / "schedstat").read_text().split()[0])
                for line in (thread / "status").read_text().splitlines():
                    if line.startswith("voluntary_ctxt_switches"):
                        wakeups += int(line.split()[1])
    return Work(cpu / 1e9, wakeups)


def family(leader: int) -> list[int]:
    """All living processes of the session that `leader` leads: Chromium has a dozen."""
    return sorted(processes.in_sessions([leader]))


def machine() -> str:
    """The class of this machine, without its name: what one has to know to judge the figures."""
    info = Path("/proc/cpuinfo").read_text().splitlines()
    model = next((line.partition(":")[2].strip() for line in info if "model name" in line), "CPU")
    memory_kb = int(Path("/proc/meminfo").read_text().split()[1])
    virtual = any(line.startswith("flags") and " hypervisor" in line for line in info)
    kind = "virtual machine" if virtual else "machine"
    return f"{kind}, {os.cpu_count()} × {model}, {memory_kb / 1e6:.0f} GB"
