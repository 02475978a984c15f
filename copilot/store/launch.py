"""Starts further processes of this program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copilot.core import program

if TYPE_CHECKING:
    import subprocess


def start(*arguments: str) -> subprocess.Popen[bytes]:
    """Start `chat-copilot ARGUMENTS` beside this process; its output goes where ours goes."""
    import subprocess  # it takes 4 ms, and the icon in the tray does not wait for it

    return subprocess.Popen(program.command(*arguments), stdin=subprocess.DEVNULL)
