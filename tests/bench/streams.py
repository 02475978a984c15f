"""What decoding and parsing add to each chunk of a stream, how much they take in, what is left."""

from __future__ import annotations

import asyncio
import gc
import json
import time
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import aclosing, asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from copilot.core.catalogue import DIALECTS, Dialect
from copilot.core.parsing import SuggestionParser
from copilot.core.ports import ModelMessage, ModelRequest, TextDelta
from copilot.core.redaction import Vault, public
from copilot.llm.call import FORMATS
from copilot.llm.client import StreamingModel
from copilot.llm.http import HttpStack
from copilot.llm.options import ProviderOptions
from tests.bench.samples import Aim, Figure, Sample
from tests.lab_llm.scripted import Exchange, ScriptedServer, delta, sse
from tests.lab_llm.skills import skill
from tests.resident import MEGABYTE, resident

BENCH = "streams"
_REQUEST = ModelRequest((ModelMessage("user", public("Lunch tomorrow?")),))
_WORDS = "1|agree|Sure, that sounds good to me, let us meet there at noon then "
_CHUNKS = 100


def measure(runs: int = 15) -> list[Figure]:
    """`runs` streams of each dialect in turns with a bare socket; then 1,000 in a row."""
    figures: list[Figure] = []
    for dialect in DIALECTS:
        figures += asyncio.run(_chunks(dialect, runs))
    figures += [_throughput(dialect) for dialect in DIALECTS]
    return [*figures, *asyncio.run(_thousand())]


# What a chunk costs


def piece(dialect: Dialect, text: str) -> bytes:
    """A chunk with this text."""
    match dialect:
        case "openai":
            return sse(delta(text))
        case "anthropic":
            inner = {"type": "text_delta", "text": text}
            return sse({"type": "content_block_delta", "index": 0, "delta": inner})
        case "gemini":
            return sse({"candidates": [{"content": {"parts": [{"text": text}]}}]})
        case "ollama":
            return _line({"message": {"role": "assistant", "content": text}, "done": False})


def last(dialect: Dialect) -> bytes:
    """The chunk that ends an answer."""
    match dialect:
        case "openai":
            return sse(delta(finish="stop"), "[DONE]")
        case "anthropic":
            end = {"type": "message_delta", "delta": {"stop_reason": "end_turn"}}
            return sse(end, {"type": "message_stop"})
        case "gemini":
            return sse({"candidates": [{"finishReason": "STOP"}]})
        case "ollama":
            return _line({"done": True, "done_reason": "stop"})


def _line(value: dict[str, Any]) -> bytes:
    return json.dumps(value).encode() + b"\n"


class _Pacer:
    """A server that sends a chunk only once the one before has arrived, and notes when."""

    def __init__(self, dialect: Dialect) -> None:
        self._dialect: Dialect = dialect
        self._sent = 0.0
        self._arrived = asyncio.Event()
        self.times: list[float] = []

    async def play(self, exchange: Exchange) -> None:
        """The first chunk goes with the head, as from most servers."""
        kind = "application/x-ndjson" if self._dialect == "ollama" else "text/event-stream"
        for number in range(_CHUNKS):
            text = _WORDS if number == 0 else f"word {number} "
            self._arrived.clear()
            self._sent = time.perf_counter()
            if number == 0:
                await exchange.head(content_type=kind)
            await exchange.chunk(piece(self._dialect, text))
            await self._arrived.wait()
        await exchange.chunk(last(self._dialect))
        await exchange.end()

    def arrived(self) -> None:
        """What was sent last is there."""
        self.times.append((time.perf_counter() - self._sent) * 1000)
        self._arrived.set()


async def _chunks(dialect: Dialect, runs: int) -> list[Figure]:
    ours, floor = _Pacer(dialect), _Pacer(dialect)
    plays = [pacer.play for _ in range(runs + 1) for pacer in (ours, floor)]
    async with ScriptedServer(plays) as server, _stack() as http:
        for run in range(runs + 1):
            await _by_us(_model(dialect, server.base_url, http), ours)
            await _by_socket(server.base_url, floor)
            if run == 0:  # warm
                ours.times.clear()
                floor.times.clear()
    pick = (_firsts, _others)
    names = ("head and first chunk → first suggestion", "chunk → suggestions")
    return [
        Figure(BENCH, f"{name}, {dialect}", "ms", Sample.of(take(ours.times)),
               Sample.of(take(floor.times)), (Aim("p95", 2),) if take is _others else ())
        for name, take in zip(names, pick, strict=True)
    ]  # fmt: skip


def _firsts(times: Sequence[float]) -> Sequence[float]:
    return times[::_CHUNKS]


def _others(times: Sequence[float]) -> Sequence[float]:
    return [value for number, value in enumerate(times) if number % _CHUNKS]


async def _by_us(model: StreamingModel, pacer: _Pacer) -> None:
    """Client, decoder and parser, up to the suggestions that would be shown."""
    parser = SuggestionParser(skill("reply"), Vault())
    async with aclosing(model.stream(_REQUEST)) as events:
        async for event in events:
            if isinstance(event, TextDelta) and parser.feed(event.text):
                pacer.arrived()


async def _by_socket(base_url: str, pacer: _Pacer) -> None:
    """The floor: bytes off a socket, looked at by nobody."""
    address = urlsplit(base_url)
    reader, writer = await asyncio.open_connection(address.hostname, address.port)
    writer.write(b"POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\n")
    said = b""
    while not said.endswith(b"0\r\n\r\n"):
        said = await reader.read(65_536)
        if b"agree" in said or b"word" in said:
            pacer.arrived()
    writer.close()
    await writer.wait_closed()


def _model(dialect: Dialect, base_url: str, http: HttpStack) -> StreamingModel:
    async def no_key(_name: str) -> str:
        return ""

    return StreamingModel(ProviderOptions("bench", base_url, "m", dialect=dialect), http, no_key)


@asynccontextmanager
async def _stack() -> AsyncGenerator[HttpStack, None]:
    http = HttpStack()
    try:
        yield http
    finally:
        await http.close()


# How much is decoded in a second


def _throughput(dialect: Dialect, runs: int = 15) -> Figure:
    """Our decoder beside splitting into lines and the standard library's JSON."""
    one = piece(dialect, "word and more ")
    stream = one * (MEGABYTE // len(one))
    ours: list[float] = []
    floor: list[float] = []
    for _ in range(runs):
        ours.append(_timed(lambda: _decode(dialect, stream)))
        floor.append(_timed(lambda: _split(stream)))
    speed = len(stream) / MEGABYTE / (Sample.of(ours).median / 1000)
    what = f"decode 1 MB, {dialect} ({speed:.0f} MB/s)"
    return Figure(BENCH, what, "ms", Sample.of(ours), Sample.of(floor), (Aim("ratio", 1.5),))


def _timed(work: Callable[[], None]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def _decode(dialect: Dialect, stream: bytes) -> None:
    decoder = FORMATS[dialect].decoder()
    for at in range(0, len(stream), 4096):
        decoder.feed(stream[at : at + 4096])


def _split(stream: bytes) -> None:
    for line in stream.splitlines():
        if line:
            json.loads(line.removeprefix(b"data: "))


# What a thousand streams leave behind


async def _thousand(count: int = 1_000) -> list[Figure]:
    """Whole answers and answers left after their first text, in turns."""
    open_before = _sockets()

    async def play(exchange: Exchange) -> None:
        await exchange.head()
        await exchange.chunk(piece("openai", _WORDS) * 20 + last("openai"))
        await exchange.end()

    async with ScriptedServer([play]) as server, _stack() as http:
        model = _model("openai", server.base_url, http)
        for number in range(count // 5):
            await _once(model, leave=number % 2 == 0)
        before = _memory()
        for number in range(count):
            await _once(model, leave=number % 2 == 0)
            server.exchanges.clear()
        grown = _memory() - before
        await http.close()
    left = _sockets() - open_before
    return [
        Figure(BENCH, f"memory grown over {count} streams", "MB", Sample.of([grown]),
               aims=(Aim("median", 2),)),
        Figure(BENCH, "sockets left open", "", Sample.of([left]), aims=(Aim("median", 0),)),
    ]  # fmt: skip


async def _once(model: StreamingModel, *, leave: bool) -> None:
    async with aclosing(model.stream(_REQUEST)) as events:
        async for _ in events:
            if leave:
                return


def _memory() -> float:
    gc.collect()
    return resident()


def _sockets() -> int:
    links = (_link(entry) for entry in Path("/proc/self/fd").iterdir())
    return sum(link.startswith("socket:") for link in links)


def _link(entry: Path) -> str:
    try:
        return str(entry.readlink())
    except OSError:
        return ""  # the folder's own, closed meanwhile
