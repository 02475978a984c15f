"""Starts further processes of this program."""

from __future__ import annotations

import subprocess

from copilot.core import program


def start(*arguments: str) -> subprocess.Popen[bytes]:
    """Start `chat-copilot ARGUMENTS` beside this process; its output goes where ours goes."""
    return subprocess.Popen(program.command(*arguments), stdin=subprocess.DEVNULL)
