"""How this program starts itself: the same words from a package and from a Python."""

from __future__ import annotations

import sys

CHILD = "--child"
"""The first word for a process that serves another of ours: see copilot/__main__.py."""


def command(*arguments: str) -> list[str]:
    """The command line that runs `chat-copilot ARGUMENTS`."""
    if is_packaged():
        return [sys.executable, *arguments]
    # -P: a file named json.py where the person happens to stand is not ours.
    return [sys.executable, "-P", "-m", "copilot", *arguments]


def child(name: str, *arguments: str) -> list[str]:
    """The command line of the process `name` that serves this one."""
    return command(CHILD, name, *arguments)


def is_packaged() -> bool:
    """Whether this runs from a package rather than in a Python of the person's."""
    return getattr(sys, "frozen", False)
