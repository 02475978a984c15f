"""The one HTTP stack of the process: a client with a TLS context, built once, off the UI thread.

Importing httpx and reading the certificates takes about 200 ms: `prepare` does both, in a thread,
and nothing here imports httpx before.
"""

from __future__ import annotations

import asyncio
import ssl
import threading
from importlib import import_module
from typing import TYPE_CHECKING

from copilot.core.clock import LoopClock
from copilot.core.errors import ProviderUnreachable
from copilot.core.ports import Clock
from copilot.llm.breaker import Breaker

if TYPE_CHECKING:
    import httpx

_KEEP_ALIVE = 90.0
"""Seconds that an idle connection is kept: a new one costs a TLS handshake at the next message."""

NO_PROXY = "none"
"""In place of a proxy's address: go directly, whatever the system says."""


class HttpStack:
    """Shared by all models. `prepare` may be called from any thread, the rest from one loop.

    `proxy` is an address (http, https, socks5), "" for what the system or the environment says,
    or NO_PROXY.
    """

    def __init__(self, proxy: str = "", clock: Clock | None = None) -> None:
        self._proxy = proxy
        self.clock: Clock = clock or LoopClock()
        self._breakers: dict[str, Breaker] = {}
        self._lock = threading.Lock()
        self._client: httpx.AsyncClient | None = None

    def prepare(self) -> None:
        """Blocking, the first time: import httpx and build the client with its TLS context.

        Raises ProviderUnreachable if the proxy's address can't be used.
        """
        with self._lock:
            if self._client is None:
                self._client = _client(self._proxy)

    async def client(self) -> httpx.AsyncClient:
        """The client, prepared in a thread if nobody did so before. Raises like `prepare`."""
        while (client := self._client) is None:
            await asyncio.to_thread(self.prepare)
        return client

    def breaker(self, provider: str) -> Breaker:
        """What is known of that provider's health."""
        return self._breakers.setdefault(provider, Breaker(self.clock))

    async def close(self) -> None:
        """Close all connections; a later `client` opens new ones."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()


def _client(proxy: str) -> httpx.AsyncClient:
    import httpx
    import truststore

    # httpx loads these at the first request, which would be in the thread that draws.
    for name in ("httpcore", "anyio", "anyio._backends._asyncio", "copilot.llm.failures"):
        import_module(name)
    try:
        return httpx.AsyncClient(
            # Who the system trusts is trusted here: a company's own authority too.
            verify=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT),
            limits=httpx.Limits(keepalive_expiry=_KEEP_ALIVE),
            # A redirect would take the key and the chat to an address that nobody chose.
            follow_redirects=False,
            trust_env=not proxy,
            proxy=proxy if proxy and proxy != NO_PROXY else None,
            # A proxy is for the world outside, not for an engine on this machine.
            mounts={f"all://{host}": None for host in ("localhost", "127.0.0.1", "[::1]")},
        )
    except (ValueError, httpx.InvalidURL, ImportError):
        # httpx quotes the address, and with it the password of the proxy.
        failure = ProviderUnreachable(
            "The address of the proxy can't be used.",
            "It should look like http://host:port or socks5://host:port: look at proxy in "
            "settings.toml, or at HTTPS_PROXY and ALL_PROXY in the environment.",
            retryable=False,
        )
    raise failure
