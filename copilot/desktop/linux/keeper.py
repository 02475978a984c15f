"""A process of its own that keeps what the person had copied, after we have ended.

On X11 the clipboard lives in the program that owns it. After a paste that is us, so ending would
lose what the person once copied elsewhere, unless a clipboard manager takes it over.
"""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys

import msgspec

from copilot.core import program
from copilot.desktop.linux.clipboard import Clipboard
from copilot.desktop.linux.x11 import XConnection
from copilot.desktop.linux.xvalues import ConnectionLost, Property, SelectionLost

_log = logging.getLogger(__name__)


class _Kept(msgspec.Struct, frozen=True):
    """One format: the names of its target and type, bits per item, and the value."""

    target: str
    type: str
    format: int
    data: bytes


async def keep(x: XConnection, clipboard: Clipboard, limit: float = 3.0) -> None:
    """Leave what `clipboard` holds to a process that serves it until somebody else copies."""
    held = clipboard.held
    if not held:
        return
    taken = asyncio.Event()
    end = x.listen(SelectionLost, lambda _: taken.set())
    kept = [
        _Kept(target, x.atom_name(value.type), value.format, value.data)
        for target, value in held.items()
    ]
    process = 0
    try:
        process = _start(x.name, msgspec.msgpack.encode(kept))
        async with asyncio.timeout(limit):
            await taken.wait()
    except TimeoutError:
        os.kill(process, signal.SIGKILL)
    except OSError as failure:
        _log.warning("the clipboard can't be kept: %s", failure.strerror)
    finally:
        end()


def _start(display: str, content: bytes) -> int:
    """Start the process; its pid. It is meant to outlive us, so nothing here waits for it."""
    # The content goes over in memory: it never touches a disk, and no pipe can block us.
    command = program.child("clipboard", display)
    memory = os.memfd_create("clipboard")
    try:
        with open(memory, "wb", closefd=False) as file:
            file.write(content)
        os.lseek(memory, 0, os.SEEK_SET)
        nowhere = (os.POSIX_SPAWN_OPEN, os.devnull, os.O_RDWR, 0)
        return os.posix_spawn(
            command[0],
            command,
            os.environ,
            file_actions=[
                (os.POSIX_SPAWN_DUP2, memory, 0),
                *((nowhere[0], target, *nowhere[1:]) for target in (1, 2)),
            ],
            setsid=True,
        )
    finally:
        os.close(memory)


def main(display: str) -> None:
    """Serve what stands on standard input on the display until somebody else copies."""
    kept = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=list[_Kept])
    asyncio.run(_serve(display, kept))


async def _serve(name: str, kept: list[_Kept]) -> None:
    x = XConnection.open(name)
    clipboard = Clipboard(x)
    over = asyncio.Event()
    for kind in (SelectionLost, ConnectionLost):
        x.listen(kind, lambda _: over.set())
    await clipboard.put(
        {one.target: Property(x.atom(one.type), one.format, one.data) for one in kept}
    )
    await over.wait()
    x.close()
