"""Asks a provider and streams its answer: the model port over HTTP."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager
from typing import TYPE_CHECKING

from copilot.core.errors import KeyRejected
from copilot.core.ports import ModelEvent, ModelRequest
from copilot.llm.http import HttpStack
from copilot.llm.openai_chat import ChatDecoder, WireError, encode, error_words
from copilot.llm.options import ProviderOptions

if TYPE_CHECKING:
    import httpx

_log = logging.getLogger(__name__)

_LONGEST_BODY = 1_000_000
"""Bytes that are read of an answer that is no stream."""
_LINGER = 0.2
"""Seconds to wait for the end of the response behind the end of the answer: a connection that was
read to its end is used again."""

GetKey = Callable[[str], Awaitable[str]]
"""Fetches the key stored under a name; raises SecretsError."""


class ChatCompletionsModel:
    """A model behind an OpenAI-compatible address. The key is fetched anew for each call."""

    def __init__(self, options: ProviderOptions, http: HttpStack, get_key: GetKey) -> None:
        self._options = options
        self._http = http
        self._get_key = get_key
        self._url = f"{options.base_url.rstrip('/')}/chat/completions"

    @property
    def name(self) -> str:
        """The model's name as the provider knows it."""
        return self._options.model

    async def warm(self) -> None:
        """Open a connection, so that the first answer need not wait for one. Never fails.

        Sends neither the key nor anything of a chat.
        """
        try:
            async with asyncio.timeout(self._options.connect_timeout):
                client = await self._http.client()
                await client.head(self._options.base_url)
        except Exception as error:
            # The real request will say what is wrong, to the person who waits for it.
            _log.debug("no connection ahead of time: %s", type(error).__name__)

    async def stream(self, request: ModelRequest) -> AsyncGenerator[ModelEvent, None]:
        """Ask, and yield the answer as it comes; `aclose` closes the connection.

        Raises SecretsError if the key can't be had, ModelError for all else.
        """
        options = self._options
        key = await self._get_key(options.key_name) if options.key_name else ""
        if not (key.isascii() and key.isprintable()):
            raise KeyRejected(
                f"The key for {options.name} holds characters that no key has.",
                f"Store it again: chat-copilot key set {options.key_name}",
            )
        client = await self._http.client()
        from copilot.llm import failures  # imports httpx

        deadline = asyncio.get_running_loop().time() + options.total_timeout
        try:
            async with self._response(client, request, key, deadline) as response:
                # Kept until the response is closed: let go before, it would close the connection
                # while nobody can wait for that, and break it off for good.
                pieces = response.aiter_bytes()
                async with aclosing(_events(response, pieces, deadline)) as events:
                    async for event in events:
                        yield event
            return
        except failures.FOREIGN as error:
            failure = failures.of_exception(error, options)
        # Out here it has no context: errors of httpx hold the request, and with it the key.
        raise failure

    @asynccontextmanager
    async def _response(
        self, client: httpx.AsyncClient, request: ModelRequest, key: str, deadline: float
    ) -> AsyncGenerator[httpx.Response, None]:
        """The response, once its head has come."""
        async with asyncio.timeout_at(deadline):
            response = await self._send(client, encode(request, self._options), key)
        try:
            yield response
        finally:
            await response.aclose()

    async def _send(self, client: httpx.AsyncClient, body: bytes, key: str) -> httpx.Response:
        """Send, and once more if a kept connection turns out to be dead before any answer."""
        import httpx

        options = self._options
        opened = False

        async def trace(event: str, _info: object) -> None:
            nonlocal opened
            opened = opened or event == "connection.connect_tcp.started"

        headers = {"Content-Type": "application/json", "Accept": "text/event-stream"}
        if key:
            headers["Authorization"] = f"Bearer {key}"
        timeout = httpx.Timeout(options.silence_timeout, connect=options.connect_timeout)
        while True:
            request = client.build_request(
                "POST",
                self._url,
                content=body,
                headers=headers,
                timeout=timeout,
                extensions={"trace": trace},
            )
            try:
                return await client.send(request, stream=True)
            except (httpx.RemoteProtocolError, httpx.ReadError, httpx.WriteError):
                if opened:
                    raise
                _log.debug("a kept connection was dead")


async def _events(
    response: httpx.Response, pieces: AsyncIterator[bytes], deadline: float
) -> AsyncGenerator[ModelEvent, None]:
    """The events in the body. Raises WireError and GarbledStream, and what httpx raises."""
    if response.status_code != 200:
        words = error_words(await _body(pieces, deadline))
        raise WireError(words.code, response.status_code, _retry_after(response))
    decoder = ChatDecoder()
    if response.headers.get("content-type", "").startswith("application/json"):
        for event in decoder.whole(await _body(pieces, deadline)):
            yield event
        return
    while not decoder.finished:
        async with asyncio.timeout_at(deadline):
            piece = await anext(pieces, None)
        for event in decoder.finish() if piece is None else decoder.feed(piece):
            yield event
        if piece is None:
            return
    await _read_to_end(pieces)


async def _read_to_end(pieces: AsyncIterator[bytes]) -> None:
    try:
        async with asyncio.timeout(_LINGER):
            async for _ in pieces:
                pass
    except Exception as error:
        # The answer is complete; the connection is closed instead of kept.
        _log.debug("the response did not end: %s", type(error).__name__)


async def _body(pieces: AsyncIterator[bytes], deadline: float) -> bytes:
    body = b""
    async with asyncio.timeout_at(deadline):
        async for piece in pieces:
            body += piece
            if len(body) > _LONGEST_BODY:
                break
    return body


def _retry_after(response: httpx.Response) -> float | None:
    """Seconds; the form with a date is rare and not worth a calendar."""
    try:
        seconds = float(response.headers.get("retry-after", ""))
    except ValueError:
        return None
    return seconds if 0 <= seconds < 86_400 else None
