"""Asks a provider and streams its answer: the model port over HTTP."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import aclosing, asynccontextmanager
from typing import TYPE_CHECKING

from copilot.core.errors import KeyRejected, ProviderUnreachable
from copilot.core.ports import ModelEvent, ModelRequest
from copilot.llm.call import FORMATS, Call, build_call
from copilot.llm.http import HttpStack
from copilot.llm.options import ProviderOptions
from copilot.llm.retry import pause
from copilot.llm.wire import GarbledStream, WebPage, WireError, WireFormat

if TYPE_CHECKING:
    import httpx

_log = logging.getLogger(__name__)

_LONGEST_BODY = 1_000_000
"""Bytes that are read of an answer that is no stream."""
_LONGEST_ANSWER = 8_000_000
"""Bytes of a stream, which is thousands of times what we ask for."""
_LINGER = 0.2
"""Seconds to wait for the end of the response behind the end of the answer: a connection that was
read to its end is used again."""

GetKey = Callable[[str], Awaitable[str]]
"""Fetches the key stored under a name; raises SecretsError."""


class StreamingModel:
    """A model behind an address, in any dialect. The key is fetched anew for each call."""

    def __init__(self, options: ProviderOptions, http: HttpStack, get_key: GetKey) -> None:
        self._options = options
        self._format = FORMATS[options.dialect]
        self._http = http
        self._get_key = get_key

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

        What fails before anything of the answer has come is tried again where that may help.
        A provider that rests after failures is asked only for what the person wants by hand.
        Raises SecretsError if the key can't be had, ModelError for all else.
        """
        options, clock = self._options, self._http.clock
        breaker = self._http.breaker(options.name)
        if (rest := breaker.resting()) and not request.wanted:
            raise ProviderUnreachable(
                f"{options.name} failed several times in a row and is left alone for now.",
                f"Ask again in {rest:.0f} s.",
                offline=breaker.offline,
            )
        call = build_call(request, options, await self._key())
        client = await self._http.client()
        from copilot.llm import failures  # imports httpx

        deadline = asyncio.get_running_loop().time() + options.total_timeout
        attempt = 0
        while True:
            attempt, begun = attempt + 1, False
            try:
                async with self._response(client, call, deadline) as response:
                    # Kept until the response is closed: let go before, it would close the
                    # connection while nobody can wait for that, and break it off for good.
                    pieces = response.aiter_bytes()
                    events = _events(response, pieces, self._format, deadline)
                    async with aclosing(events):
                        async for event in events:
                            begun = True
                            yield event
                breaker.succeeded()
                return
            except failures.FOREIGN as error:
                failure = failures.of_exception(error, options)
            wait = None if begun else pause(failure, attempt, random.random())
            left = deadline - asyncio.get_running_loop().time()
            if wait is None or wait >= left or attempt >= options.attempts:
                breaker.failed(failure)
                # Out here it has no context: errors of httpx hold the request, and the key.
                raise failure
            _log.info("asking %s again in %.1f s (%s)", options.name, wait, type(failure).__name__)
            await clock.sleep(wait)

    async def _key(self) -> str:
        options = self._options
        key = await self._get_key(options.key_name) if options.key_name else ""
        if not (key.isascii() and key.isprintable()):
            raise KeyRejected(
                f"The key for {options.name} holds characters that no key has.",
                f"Store it again: chat-copilot key set {options.key_name}",
            )
        return key

    @asynccontextmanager
    async def _response(
        self, client: httpx.AsyncClient, call: Call, deadline: float
    ) -> AsyncGenerator[httpx.Response, None]:
        """The response, once its head has come."""
        async with asyncio.timeout_at(deadline):
            response = await self._send(client, call)
        try:
            yield response
        finally:
            await response.aclose()

    async def _send(self, client: httpx.AsyncClient, call: Call) -> httpx.Response:
        """Send, and once more if a kept connection turns out to be dead before any answer."""
        import httpx

        options = self._options
        opened = False

        async def trace(event: str, _info: object) -> None:
            nonlocal opened
            opened = opened or event == "connection.connect_tcp.started"

        timeout = httpx.Timeout(options.silence_timeout, connect=options.connect_timeout)
        while True:
            request = client.build_request(
                call.method,
                call.url,
                content=call.body,
                headers=call.headers,
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
    response: httpx.Response,
    pieces: AsyncIterator[bytes],
    format_: WireFormat,
    deadline: float,
) -> AsyncGenerator[ModelEvent, None]:
    """The events in the body. Raises WireError and GarbledStream, and what httpx raises."""
    if response.status_code != 200:
        words = format_.error(await _body(pieces, deadline))
        seconds = _retry_after(response)
        asked = words.retry_after if seconds is None else seconds
        raise WireError(words.code, response.status_code, asked)
    kind = response.headers.get("content-type", "")
    if kind.startswith("text/html"):
        raise WebPage
    decoder = format_.decoder()
    if kind.startswith("application/json"):
        for event in decoder.whole(await _body(pieces, deadline)):
            yield event
        return
    received = 0
    while not decoder.finished:
        async with asyncio.timeout_at(deadline):
            piece = await anext(pieces, None)
        for event in decoder.finish() if piece is None else decoder.feed(piece):
            yield event
        if piece is None:
            return
        received += len(piece)
        if received > _LONGEST_ANSWER:
            raise GarbledStream("an answer that does not end")
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
    body = bytearray()
    async with asyncio.timeout_at(deadline):
        async for piece in pieces:
            body += piece
            if len(body) > _LONGEST_BODY:
                break
    return bytes(body)


def _retry_after(response: httpx.Response) -> float | None:
    """Seconds; the form with a date is rare and not worth a calendar."""
    try:
        seconds = float(response.headers.get("retry-after", ""))
    except ValueError:
        return None
    return seconds if 0 <= seconds < 86_400 else None
