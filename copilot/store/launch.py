"""Starts further processes of this program."""

from __future__ import annotations

import subprocess
import sys


def own_command(*arguments: str) -> list[str]:
    """The command line that runs `chat-copilot ARGUMENTS`, from a package or a Python."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *arguments]
    return [sys.executable, "-m", "copilot", *arguments]


def start(*arguments: str) -> subprocess.Popen[bytes]:
    """Start `chat-copilot ARGUMENTS` beside this process; its output goes where ours goes."""
    return subprocess.Popen(own_command(*arguments), stdin=subprocess.DEVNULL)
