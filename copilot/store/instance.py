"""One instance per session: a lock, and a socket through which other commands speak to it."""

from __future__ import annotations

import contextlib
import logging
import os
import struct
import zlib
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

from copilot.core.errors import AlreadyRunning, CopilotError, InstanceError, NotRunning
from copilot.store import locks
from copilot.store.paths import Paths, make_private

if TYPE_CHECKING:
    # At run time where they are used: to claim takes none of them, and the icon waits for that.
    import asyncio
    import socket

_log = logging.getLogger(__name__)

Handler = Callable[[str], Awaitable[Mapping[str, object] | None]]
"""Carries out an action by its name; its answer, if any, is sent back. May raise CopilotError."""

_LONGEST_LINE = 64 * 1024
_LONGEST_ANSWER = 16 * 1024 * 1024
"""What was sent to models is whole prompts."""
_REQUEST_LIMIT = 5.0
_START_HINT = "Start it with `chat-copilot run`."


class Instance:
    """The running instance of this session. Windows will need a named pipe in its place."""

    def __init__(self, lock: IO[str], path: Path) -> None:
        self._lock = lock
        self._path = path
        self._server: asyncio.Server | None = None

    @classmethod
    def claim(cls, paths: Paths, environ: Mapping[str, str] = os.environ) -> Instance:
        """Become the instance of this session. Raises AlreadyRunning, InstanceError."""
        path = _socket_path(paths, environ)
        try:
            _check_private(make_private(path.parent))
            lock = path.with_suffix(".lock").open("a")
        except OSError as error:
            raise _unusable(path.parent, error) from error
        # Held until this process ends, however it ends: what a dead one left is free.
        if not locks.lock(lock, wait=False):
            lock.close()
            raise AlreadyRunning("Chat Copilot runs already.", "Look for its icon in the tray.")
        return cls(lock, path)

    async def serve(self, handler: Handler) -> None:
        """Listen from now on until `close`; `handler` runs in this loop."""
        import asyncio
        import socket

        async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            with contextlib.suppress(ConnectionError):
                if _same_person(writer.get_extra_info("socket")):
                    reply = await _reply(reader, handler)
                    writer.write(_line(reply))
                    await writer.drain()
            writer.close()

        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._path.unlink(missing_ok=True)
            listener.bind(str(self._path))
            self._path.chmod(0o600)
        except OSError as error:
            listener.close()
            raise _unusable(self._path, error) from error
        self._server = await asyncio.start_unix_server(answer, sock=listener, limit=_LONGEST_LINE)

    async def close(self) -> None:
        """Stop listening and let the next instance start."""
        if self._server is not None:
            self._server.close()
            self._server = None
            self._path.unlink(missing_ok=True)
        self._lock.close()


def send(
    paths: Paths,
    action: str,
    timeout: float = 10.0,
    environ: Mapping[str, str] = os.environ,
) -> Mapping[str, object]:
    """Have the running instance carry out `action`; blocks for `timeout` seconds at the most.

    Returns its answer. Raises NotRunning, InstanceError if it does not answer in time, and
    CopilotError with the words of the instance if it can't do it.
    """
    import socket

    path = _socket_path(paths, environ)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.settimeout(timeout)
        try:
            _check_private(path.parent)
            client.connect(str(path))
            client.sendall(_line({"action": action}))
            with client.makefile("rb") as lines:
                line = lines.readline(_LONGEST_ANSWER)
        except TimeoutError:
            raise InstanceError(
                "Chat Copilot runs but does not answer.", "Quit it and start it again."
            ) from None
        except (FileNotFoundError, ConnectionError):
            raise NotRunning("Chat Copilot does not run in this session.", _START_HINT) from None
        except OSError as error:
            raise _unusable(path, error) from error
    reply = _parsed(line)
    if reply.get("ok") is True:
        return reply
    raise CopilotError(
        str(reply.get("title", "Chat Copilot gave no answer.")),
        str(reply.get("hint", "")),
        retryable=reply.get("retryable") is True,
    )


def is_running(paths: Paths, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether an instance runs in this session, be it responsive or not."""
    try:
        with _socket_path(paths, environ).with_suffix(".lock").open("a") as lock:
            return not locks.lock(lock, wait=False)
    except OSError:
        return False


async def _reply(reader: asyncio.StreamReader, handler: Handler) -> dict[str, object]:
    import asyncio

    try:
        async with asyncio.timeout(_REQUEST_LIMIT):
            line = await reader.readline()
    except (TimeoutError, ValueError):
        line = b""
    action = _parsed(line).get("action")
    if not isinstance(action, str):
        return {"ok": False, "title": "That is not a request.", "hint": ""}
    try:
        return {"ok": True, **(await handler(action) or {})}
    except CopilotError as error:
        return {
            "ok": False,
            "title": error.title,
            "hint": error.hint,
            "retryable": error.retryable,
        }
    except Exception as error:
        _log.error("action %s failed: %s", action, type(error).__name__)
        return {"ok": False, "title": "That failed inside Chat Copilot.", "hint": "See its log."}


def _line(content: Mapping[str, object]) -> bytes:
    import json

    return json.dumps(content, ensure_ascii=False).encode() + b"\n"


def _parsed(line: bytes) -> dict[str, Any]:
    import json

    try:
        value = json.loads(line)
    except ValueError:
        return {}
    return cast("dict[str, Any]", value) if isinstance(value, dict) else {}


def _socket_path(paths: Paths, environ: Mapping[str, str]) -> Path:
    # A session is a display; another CHAT_COPILOT_HOME is another installation. Hashed, because
    # the path of a socket must be short (107 bytes on Linux).
    display = environ.get("WAYLAND_DISPLAY") or environ.get("DISPLAY", "")
    display = display.removesuffix(".0")  # ":0" and ":0.0" are the same screen
    digest = zlib.crc32(f"{display}\0{paths.state}".encode())  # hashlib would load OpenSSL first
    return paths.runtime / f"{digest:08x}.socket"


def _check_private(folder: Path) -> None:
    state = folder.stat()
    if state.st_uid != os.geteuid() or state.st_mode & 0o077:
        raise PermissionError(0, "it is open to others")


def _same_person(connection: socket.socket) -> bool:
    import socket

    # struct ucred { pid_t pid; uid_t uid; gid_t gid; }: unix(7)
    size = struct.calcsize("iII")
    peer = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, size)
    return struct.unpack("iII", peer)[1] == os.geteuid()


def _unusable(path: Path, error: OSError) -> InstanceError:
    return InstanceError(
        f"The runtime directory can't be used ({error.strerror or error}).",
        f"Look at {path}; XDG_RUNTIME_DIR says where it lies and must be short and private.",
    )
