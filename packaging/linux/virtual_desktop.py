"""Runs a program on a virtual desktop: display, D-Bus session, window manager and tray."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

# The programs beside ours end with the display. What they and the bus have to say is noise:
# only ours writes to the terminal, which it finds at descriptors 3 and 4.
_SESSION = """
openbox &
trayer --edge top --align right --widthtype request &
exec "$@" 1>&3 2>&4 3>&- 4>&-
"""


def main(command: Sequence[str]) -> int:
    """Run `command` and return its exit code."""
    with tempfile.TemporaryDirectory(prefix="virtual-desktop-") as folder:
        environment = {**os.environ, **_private_folders(Path(folder))}
        # Whatever session we are in, its bus is not for what runs here.
        environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
        environment.pop("WAYLAND_DISPLAY", None)
        reader, writer = os.pipe()
        xvfb = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-nolisten", "tcp", "-screen", "0", "1280x800x24"],
            pass_fds=[writer],
            stderr=subprocess.DEVNULL,
        )
        try:
            os.close(writer)
            with os.fdopen(reader) as numbers:
                number = numbers.readline().strip()
            if not number:
                sys.stderr.write("The virtual display (Xvfb) does not start.\n")
                return 1
            environment["DISPLAY"] = f":{number}"
            return subprocess.run(
                ["sh", "-c", 'exec 3>&1 4>&2 "$@" >/dev/null 2>&1', "sh", "dbus-run-session", "--",
                 "sh", "-c", _SESSION, "sh", *command],
                env=environment,
                check=False,
            ).returncode  # fmt: skip
        finally:
            xvfb.terminate()
            xvfb.wait(10)


def _private_folders(folder: Path) -> dict[str, str]:
    """Desktop settings made in there (accessibility is one) must not reach the person's."""
    names = {"XDG_RUNTIME_DIR": "run", "XDG_CONFIG_HOME": "config", "XDG_CACHE_HOME": "cache",
             "XDG_DATA_HOME": "data", "XDG_STATE_HOME": "state"}  # fmt: skip
    for name in names.values():
        (folder / name).mkdir(mode=0o700)
    return {variable: str(folder / name) for variable, name in names.items()}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
