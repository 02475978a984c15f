"""The one HTTP stack of the process: a client with a TLS context, built once, off the UI thread.

Importing httpx and reading the certificates takes about 200 ms: `prepare` does both, in a thread,
and nothing here imports httpx before.
"""

from __future__ import annotations

import asyncio
import threading
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import httpx

_KEEP_ALIVE = 90.0
"""Seconds that an idle connection is kept: a new one costs a TLS handshake at the next message."""


class HttpStack:
    """Shared by all models. `prepare` may be called from any thread, the rest from one loop."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._client: httpx.AsyncClient | None = None

    def prepare(self) -> None:
        """Blocking, the first time: import httpx and build the client with its TLS context."""
        with self._lock:
            if self._client is None:
                self._client = _client()

    async def client(self) -> httpx.AsyncClient:
        """The client, prepared in a thread if nobody did so before."""
        while (client := self._client) is None:
            await asyncio.to_thread(self.prepare)
        return client

    async def close(self) -> None:
        """Close all connections; a later `client` opens new ones."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()


def _client() -> httpx.AsyncClient:
    import httpx

    # httpx loads these at the first request, which would be in the thread that draws.
    for name in ("httpcore", "anyio", "anyio._backends._asyncio", "copilot.llm.failures"):
        import_module(name)
    # httpx's own list of authorities, for systems where OpenSSL does not find theirs, and what
    # the system trusts besides: a company's own authority.
    tls = httpx.create_ssl_context()
    tls.load_default_certs()
    return httpx.AsyncClient(
        verify=tls,
        limits=httpx.Limits(keepalive_expiry=_KEEP_ALIVE),
        # A redirect would take the key and the chat to an address that nobody chose.
        follow_redirects=False,
        # A proxy of the environment is for the world outside, not for an engine on this machine.
        mounts={f"all://{host}": None for host in ("localhost", "127.0.0.1", "[::1]")},
    )
