"""Finding model servers of this machine: real ones where they can be had, scripted ones else."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from copilot.llm.discovery import PLACES, FoundServer, Kind, ServerPlace, find_servers
from copilot.llm.engine.process import EngineOptions, EngineProcess, examine
from copilot.llm.http import HttpStack
from tests.lab_llm.aimock import aimock
from tests.lab_llm.scripted import Exchange, Play, ScriptedServer
from tests.lab_llm.smollm import model_file

# As each answers GET /v1/models, or GET /api/tags where the version has no such path.
OLLAMA = {"data": [{"id": "qwen3:4b", "object": "model", "created": 1, "owned_by": "library"}]}
LM_STUDIO = {
    "data": [
        {"id": "google/gemma-3-4b", "object": "model", "owned_by": "organization_owner"},
        {"id": "text-embedding-nomic-embed-text-v1.5", "object": "model"},
    ],
    "object": "list",
}
VLLM = {"object": "list", "data": [{"id": "Qwen/Qwen3-8B", "owned_by": "vllm", "root": "x"}]}
TAGS = {"models": [{"name": "llama3.2:3b", "size": 1}, {"name": "nomic-embed-text:latest"}]}


@pytest.fixture
async def http() -> AsyncGenerator[HttpStack, None]:
    stack = HttpStack()
    yield stack
    await stack.close()


def pages(served: Mapping[str, object], status: int = 200) -> Play:
    """Answers with these pages, and with 404 elsewhere."""

    async def play(exchange: Exchange) -> None:
        found = served.get(exchange.path)
        await exchange.head(404 if found is None else status, content_type="application/json")
        body = found if isinstance(found, bytes) else json.dumps(found).encode()
        await exchange.chunk(body)
        await exchange.end()

    return play


@asynccontextmanager
async def listening(play: Play, usual: Kind = "openai") -> AsyncGenerator[ServerPlace, None]:
    async with ScriptedServer([play]) as server:
        yield ServerPlace(urlsplit(server.base_url).port or 0, usual)


def closed_port() -> int:
    """A port where nobody listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


@pytest.mark.parametrize(
    ("served", "usual", "kind", "models"),
    [
        ({"/v1/models": OLLAMA}, "ollama", "ollama", ("qwen3:4b",)),
        ({"/api/tags": TAGS}, "ollama", "ollama", ("llama3.2:3b",)),
        ({"/v1/models": LM_STUDIO}, "lmstudio", "lmstudio", ("google/gemma-3-4b",)),
        ({"/v1/models": VLLM}, "openai", "vllm", ("Qwen/Qwen3-8B",)),
        ({"/v1/models": OLLAMA}, "openai", "ollama", ("qwen3:4b",)),
        ({"/v1/models": LM_STUDIO}, "openai", "openai", ("google/gemma-3-4b",)),
        ({"/v1/models": {"data": []}}, "lmstudio", "lmstudio", ()),
    ],
)
async def test_servers_and_their_models(
    http: HttpStack,
    served: Mapping[str, object],
    usual: Kind,
    kind: Kind,
    models: tuple[str, ...],
) -> None:
    async with listening(pages(served), usual) as place:
        found = await find_servers(http, [place])
    assert found == (FoundServer(kind, f"http://127.0.0.1:{place.port}/v1", models),)


@pytest.mark.parametrize(
    ("served", "status"),
    [
        ({}, 200),
        ({"/v1/models": b"<html>My site</html>"}, 200),
        ({"/v1/models": b"<html>Log in</html>"}, 401),
        ({"/v1/models": {"items": []}}, 200),
        ({"/v1/models": {"data": [1, 2]}}, 200),
        ({"/v1/models": OLLAMA}, 302),
        ({"/v1/models": b'{"data": [' + b" " * 3_000_000}, 200),
    ],
)
async def test_what_is_no_model_server(
    http: HttpStack, served: Mapping[str, object], status: int
) -> None:
    async with listening(pages(served, status)) as place:
        assert await find_servers(http, [place]) == ()


async def test_one_that_asks_for_a_key(http: HttpStack) -> None:
    refusal = pages({"/v1/models": {"error": {"message": "Unauthorized"}}}, 401)
    async with listening(refusal, "lmstudio") as place:
        (found,) = await find_servers(http, [place])
    assert found.needs_key
    assert found.as_json()["name"] == "LM Studio"


async def test_silence_and_closed_ports_keep_nobody_waiting(http: HttpStack) -> None:
    async def silent(exchange: Exchange) -> None:
        await exchange.until_closed()

    closed = ServerPlace(closed_port(), "ollama")
    async with (
        listening(silent) as deaf,
        listening(pages({"/v1/models": VLLM})) as place,
        asyncio.timeout(10),
    ):
        found = await find_servers(http, [deaf, closed, place], limit=0.5)
    assert [server.kind for server in found] == ["vllm"]


async def test_a_real_llama_cpp_server(http: HttpStack) -> None:
    process = EngineProcess(EngineOptions(model_file(), context=512), examine(model_file()))
    try:
        place = await asyncio.to_thread(process.ready)
        port = urlsplit(place.base_url).port or 0
        (found,) = await find_servers(http, [ServerPlace(port, "openai")], limit=5)
    finally:
        await asyncio.to_thread(process.stop)
    assert (found.kind, found.needs_key) == ("llamacpp", True)


async def test_a_server_that_nobody_here_wrote(http: HttpStack, tmp_path: Path) -> None:
    fixtures = [{"match": {"model": "llama3.2:3b"}, "response": {"content": "hi"}}]
    with aimock(fixtures, tmp_path) as base_url:
        port = urlsplit(base_url).port or 0
        (found,) = await find_servers(http, [ServerPlace(port, "ollama")], limit=5)
    assert found.models


def test_only_usual_ports_are_asked() -> None:
    assert sorted(place.port for place in PLACES) == [1234, 8000, 8080, 11434]
