"""Closes an application and opens it again so that it can be read."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from copilot.core.errors import DesktopError
from copilot.core.model import Blocked, Sight
from copilot.desktop.linux.obstacles import toolkit_of_process
from copilot.desktop.linux.windows import DesktopWindow

ENDING = 10.0
"""Seconds that an application gets to close."""

CHROMIUM_FLAG = "--force-renderer-accessibility"
_GTK_MODULES = ("gail", "atk-bridge")
_OURS = ("PYTHON", "QT_", "LD_", "VIRTUAL_ENV", "CHAT_COPILOT_")


@dataclass(frozen=True, slots=True)
class Launch:
    """How a process was started, or is to be."""

    command: tuple[str, ...]
    environment: Mapping[str, str]
    folder: str


def launch_of(pid: int, processes: Path = Path("/proc")) -> Launch:
    """How that process was started. Raises OSError if it has ended or is somebody else's."""
    process = processes / str(pid)
    command = _fields(process / "cmdline")
    if len(command) == 1 and not Path(command[0]).exists():
        command = tuple(_arguments(command[0]))
    pairs = (entry.partition("=") for entry in _fields(process / "environ"))
    environment = {name: value for name, _, value in pairs if name}
    if not environment.keys() & {"DISPLAY", "WAYLAND_DISPLAY"}:
        # That new command line may reach into the environment: ours is of the same session.
        environment = {n: v for n, v in os.environ.items() if not n.startswith(_OURS)}
    return Launch(command, environment, str((process / "cwd").readlink()))


def readable(launch: Launch, family: str) -> Launch:
    """The same, so that assistive programs can read it; `family` is "chromium" or "gtk2"."""
    environment = dict(launch.environment)
    command = launch.command
    if family == "chromium":
        environment["ACCESSIBILITY_ENABLED"] = "1"
        added = (CHROMIUM_FLAG, "--restore-last-session")
        command = (command[0], *(flag for flag in added if flag not in command), *command[1:])
    else:
        modules = [m for m in environment.get("GTK_MODULES", "").split(":") if m]
        missing = [module for module in _GTK_MODULES if module not in modules]
        environment["GTK_MODULES"] = ":".join((*modules, *missing))
    return Launch(command, environment, launch.folder)


async def restart_blocked(window: DesktopWindow | None, sight: Sight) -> None:
    """Restart the application of this window, which can't be read. Raises DesktopError."""
    if window is None or not isinstance(sight, Blocked) or sight.chosen:
        raise DesktopError("No application that can't be read has the keyboard.")
    family = await asyncio.to_thread(toolkit_of_process, window.pid)
    if not family:
        raise DesktopError(f"{sight.app_name} need not be restarted.")
    await restart(window.pid, sight.app_name, partial(readable, family=family))


async def restart(pid: int, name: str, change: Callable[[Launch], Launch]) -> None:
    """End the process as its own menu would, and start it again as `change` says.

    Raises DesktopError; the application is then as it was, or closed and said to be so.
    """
    try:
        launch = change(launch_of(pid))
        await _end(pid)
    except TimeoutError:
        raise DesktopError(
            f"{name} did not close.", "It may be asking something: answer it and try again."
        ) from None
    except OSError as error:
        raise DesktopError(
            f"{name} can't be restarted ({error.strerror}).", "Close it and start it yourself."
        ) from error
    try:
        await asyncio.to_thread(_start, launch)
    except (OSError, subprocess.SubprocessError) as error:
        raise DesktopError(f"{name} was closed but won't start.", "Start it yourself.") from error


async def _end(pid: int) -> None:
    loop = asyncio.get_running_loop()
    ended = asyncio.Event()
    handle = os.pidfd_open(pid)
    try:
        loop.add_reader(handle, ended.set)
        os.kill(pid, signal.SIGTERM)
        async with asyncio.timeout(ENDING):
            await ended.wait()
    finally:
        loop.remove_reader(handle)
        os.close(handle)


def _start(launch: Launch) -> None:
    # setsid forks, so that the application is nobody's child and outlives us.
    subprocess.run(
        ["setsid", "--fork", *launch.command],
        env=dict(launch.environment),
        cwd=launch.folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        timeout=5,
        check=True,
    )


def _arguments(line: str) -> list[str]:
    """The arguments in a command line that Chromium wrote over its own, with spaces in between.

    "/usr/lib/chromium/chromium --host-resolver-rules=MAP * ~NOTFOUND --test-type file:///chat"
    What is no switch, address or path belongs to the value before it.
    """
    found: list[str] = []
    for word in line.split(" "):
        if not found or word.startswith(("-", "/")) or "://" in word:
            found.append(word)
        else:
            found[-1] += " " + word
    return found


def _fields(file: Path) -> tuple[str, ...]:
    return tuple(os.fsdecode(field) for field in file.read_bytes().split(b"\0") if field)
