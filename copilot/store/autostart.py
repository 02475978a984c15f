"""Starting with the system: an entry of this person alone, which they can see and remove."""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from copilot.core.errors import InputError
from copilot.store import files

NAME = "chat-copilot.desktop"

# Desktop Application Autostart Specification: an entry in the person's folder, and
# Desktop Entry Specification: "Exec" quotes arguments with double quotes.
_ENTRY = """[Desktop Entry]
Type=Application
Name=Chat Copilot
Comment=Replies, topics and translation beside the draft you are typing
Exec={command}
Icon=chat-copilot
Terminal=false
X-GNOME-Autostart-enabled=true
"""


class Autostart:
    """Whether the application starts at log-in. Not there yet on Windows and macOS."""

    def __init__(self, command: Sequence[str], environ: Mapping[str, str] = os.environ) -> None:
        home = environ.get("XDG_CONFIG_HOME") or str(Path(environ.get("HOME", "~")) / ".config")
        self._file = Path(home).expanduser() / "autostart" / NAME
        self._command = command

    @property
    def possible(self) -> bool:
        """Whether this system has such entries."""
        return sys.platform == "linux"

    @property
    def on(self) -> bool:
        """Whether it is on; an entry that the person switched off by hand is off."""
        try:
            lines = self._file.read_text(encoding="utf-8").splitlines()
        except OSError:
            return False
        off = {"Hidden=true", "X-GNOME-Autostart-enabled=false"}
        return not any(line.replace(" ", "") in off for line in lines)

    def switch(self, on: bool) -> None:
        """Write the entry or remove it. Raises InputError if that can't be done."""
        try:
            if on:
                command = " ".join(map(_quoted, self._command))
                files.write_atomically(self._file, _ENTRY.format(command=command))
            else:
                self._file.unlink(missing_ok=True)
        except OSError as error:
            raise InputError(
                f"Starting with the system can't be changed ({error.strerror}).",
                f"Look at the folder {self._file.parent}.",
            ) from error


def _quoted(argument: str) -> str:
    """As the Desktop Entry Specification wants it: "%" doubled, reserved characters quoted."""
    argument = argument.replace("%", "%%")
    if shlex.quote(argument) == argument:
        return argument
    inner = "".join(f"\\{c}" if c in '"`$\\' else c for c in argument)
    return f'"{inner}"'
