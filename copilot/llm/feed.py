"""Fetches one small file from an address that the build knows, such as news of releases."""

from __future__ import annotations

import asyncio

from copilot.core.errors import UpdatesUnknown
from copilot.llm.http import HttpStack

LONGEST = 256 * 1024
_LIMIT = 20.0


async def fetch(http: HttpStack, url: str, limit: float = _LIMIT) -> bytes:
    """The file at `url`, within `limit` seconds. Raises UpdatesUnknown.

    Nothing but the address is told: no version, no name, no cookie.
    """
    client = await http.client()
    try:
        async with asyncio.timeout(limit):
            headers = {"User-Agent": "chat-copilot", "Accept": "*/*", "Accept-Language": "en"}
            async with client.stream("GET", url, headers=headers) as response:
                response.raise_for_status()
                body = b""
                async for piece in response.aiter_bytes():
                    body += piece
                    if len(body) > LONGEST:
                        raise ValueError("too long")
                return body
    except Exception as error:
        raise UpdatesUnknown(
            f"News of releases can't be had ({type(error).__name__}).",
            "Look at the connection and at proxy in settings.toml, or try again later.",
            retryable=True,
        ) from None
