"""A server on the loopback that answers each request as the test says, byte by byte."""

from __future__ import annotations

import asyncio
import json
import ssl
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self


@dataclass(slots=True)
class Exchange:
    """One request and the way to answer it."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes
    connection: int
    _reader: asyncio.StreamReader = field(repr=False)
    _writer: asyncio.StreamWriter = field(repr=False)

    @property
    def json(self) -> Any:
        """The body, decoded."""
        return json.loads(self.body)

    async def send(self, data: bytes) -> None:
        """Send exactly these bytes."""
        self._writer.write(data)
        await self._writer.drain()

    async def head(self, status: int = 200, **headers: str) -> None:
        """Send the head of a chunked answer; `_` in the names of headers becomes "-"."""
        lines = [f"HTTP/1.1 {status} Words", "Transfer-Encoding: chunked"]
        fields = {"content_type": "text/event-stream", **headers}
        lines += [f"{name.replace('_', '-')}: {value}" for name, value in fields.items()]
        await self.send("\r\n".join([*lines, "", ""]).encode())

    async def chunk(self, data: bytes) -> None:
        """Send a piece of a chunked body."""
        await self.send(f"{len(data):x}\r\n".encode() + data + b"\r\n")

    async def end(self) -> None:
        """End a chunked body."""
        await self.send(b"0\r\n\r\n")

    async def until_closed(self) -> None:
        """Wait until the client closes the connection."""
        await self._reader.read(1)

    def drop(self) -> None:
        """Cut the connection now."""
        self._writer.transport.abort()


Play = Callable[[Exchange], Awaitable[None]]


def sse(*pieces: dict[str, Any] | str) -> bytes:
    """An event stream of these pieces; a plain text is the data as it is."""
    data = (p if isinstance(p, str) else json.dumps(p, ensure_ascii=False) for p in pieces)
    return "".join(f"data: {text}\n\n" for text in data).encode()


def delta(content: str | None = None, finish: str | None = None, **more: Any) -> dict[str, Any]:
    """One piece of a streamed answer."""
    fields = {"content": content, **more}
    return {"choices": [{"index": 0, "delta": fields, "finish_reason": finish}]}


def answer(text: str, *, piece: int = 4) -> Play:
    """Streams `text` in pieces of so many characters and ends it well."""
    cuts = [text[i : i + piece] for i in range(0, len(text), piece)]
    usage: dict[str, Any] = {"choices": [], "usage": {"prompt_tokens": 11, "completion_tokens": 7}}
    return stream(sse(*map(delta, cuts), delta(finish="stop"), usage, "[DONE]"))


def stream(*chunks: bytes) -> Play:
    """Sends these bytes as the chunks of a good answer."""

    async def play(exchange: Exchange) -> None:
        await exchange.head()
        for chunk in chunks:
            await exchange.chunk(chunk)
        await exchange.end()

    return play


def fail(status: int, body: str = "", **headers: str) -> Play:
    """Answers with an error."""

    async def play(exchange: Exchange) -> None:
        await exchange.head(status, content_type="application/json", **headers)
        if body:
            await exchange.chunk(body.encode())
        await exchange.end()

    return play


class ScriptedServer:
    """Plays one play for each request, in turn; the last one again and again."""

    def __init__(
        self, plays: Sequence[Play] = (), port: int = 0, tls: ssl.SSLContext | None = None
    ) -> None:
        """`port` is where it listens, 0 for any that is free."""
        self._port = port
        self._tls = tls
        self.plays: Sequence[Play] = plays
        self.exchanges: list[Exchange] = []
        self.asked = asyncio.Event()
        """Set when the first request has come."""
        self.closed = asyncio.Event()
        """Set whenever a client has closed its connection."""
        self._connections = 0
        self._tasks: set[asyncio.Task[Any]] = set()

    @property
    def base_url(self) -> str:
        """What the client is given."""
        host, port = self._server.sockets[0].getsockname()[:2]
        return f"{'http' if self._tls is None else 'https'}://{host}:{port}/v1"

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(
            self._serve, "127.0.0.1", self._port, ssl=self._tls
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        self._connections += 1
        try:
            while await self._one(reader, writer, self._connections):
                pass
        except (ConnectionError, asyncio.CancelledError):
            pass
        finally:
            self._tasks.discard(task)
            self.closed.set()
            writer.transport.abort()

    async def _one(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, connection: int
    ) -> bool:
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
        except asyncio.IncompleteReadError:
            return False
        first, *lines = head.strip().split("\r\n")
        method, path, _ = first.split(" ")
        headers = {
            name.lower(): value for name, _, value in (line.partition(": ") for line in lines)
        }
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        exchange = Exchange(method, path, headers, body, connection, reader, writer)
        self.exchanges.append(exchange)
        self.asked.set()
        if method == "HEAD":
            await exchange.send(b"HTTP/1.1 404 Words\r\nContent-Length: 0\r\n\r\n")
            return True
        play, *rest = self.plays
        self.plays = rest or [play]
        await play(exchange)
        return not writer.transport.is_closing()
