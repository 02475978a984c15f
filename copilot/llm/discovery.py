"""Finds model servers that run on this machine: Ollama, LM Studio, llama.cpp's server, vLLM.

Only on request. Asks each known port of the loopback for its list of models and believes none
that does not answer like a model server.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

import msgspec

from copilot.llm.http import HttpStack

if TYPE_CHECKING:
    import httpx

_log = logging.getLogger(__name__)

_LIMIT = 1.5
_LONGEST_BODY = 2_000_000  # bytes

Kind = Literal["ollama", "lmstudio", "llamacpp", "vllm", "openai"]

NAMES: Mapping[Kind, str] = MappingProxyType(
    {
        "ollama": "Ollama",
        "lmstudio": "LM Studio",
        "llamacpp": "llama.cpp server",
        "vllm": "vLLM",
        "openai": "a server in the OpenAI format",
    }
)
# Who each says that its models belong to, in the list of GET /v1/models. LM Studio and others
# write "organization_owner", which tells nothing.
_OWNERS: Mapping[str, Kind] = MappingProxyType(
    {"library": "ollama", "llamacpp": "llamacpp", "llama.cpp": "llamacpp", "vllm": "vllm"}
)
# Models that make vectors: "nomic-embed-text", "text-embedding-…", "bge-m3", "all-minilm"
_NO_CHAT = ("embed", "bge-", "all-minilm", "rerank")


@dataclass(frozen=True, slots=True)
class ServerPlace:
    """A port of 127.0.0.1, and what usually listens there ("openai": anything might)."""

    port: int
    usual: Kind


PLACES = (
    ServerPlace(11434, "ollama"),
    ServerPlace(1234, "lmstudio"),
    # Programs that are no model servers like these two as well.
    ServerPlace(8080, "openai"),
    ServerPlace(8000, "openai"),
)


@dataclass(frozen=True, slots=True)
class FoundServer:
    """A running server. `base_url` speaks the OpenAI format; `models` is empty if it has none.

    `needs_key` says that it did not show its models without one.
    """

    kind: Kind
    base_url: str
    models: tuple[str, ...]
    needs_key: bool = False

    @property
    def name(self) -> str:
        """What people call it."""
        return NAMES[self.kind]

    def as_json(self) -> dict[str, object]:
        """For scripts."""
        return {
            "kind": self.kind,
            "name": self.name,
            "base_url": self.base_url,
            "models": list(self.models),
            "needs_key": self.needs_key,
        }


class _Model(msgspec.Struct):
    # GET /v1/models of all: {"data": [{"id": "…", "owned_by": "…"}]}
    id: str
    owned_by: str = ""


class _Models(msgspec.Struct):
    data: list[_Model]


class _Tag(msgspec.Struct):
    # GET /api/tags of Ollama, which once had no other list: {"models": [{"name": "…"}]}
    name: str


class _Tags(msgspec.Struct):
    models: list[_Tag]


class _Refusal(msgspec.Struct):
    # {"error": {"message": …}}, or {"error": "…"}
    error: object


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    server: str
    body: bytes


async def find_servers(
    http: HttpStack, places: Sequence[ServerPlace] = PLACES, limit: float = _LIMIT
) -> tuple[FoundServer, ...]:
    """Those that answer within `limit` seconds, in the order of `places`. Never fails."""
    client = await http.client()
    found = await asyncio.gather(*(_look(client, place, limit) for place in places))
    return tuple(server for server in found if server is not None)


async def _look(client: httpx.AsyncClient, place: ServerPlace, limit: float) -> FoundServer | None:
    root = f"http://127.0.0.1:{place.port}"
    try:
        async with asyncio.timeout(limit):
            answer = await _get(client, f"{root}/v1/models")
            if answer.status == 404:
                return _of_tags(root, await _get(client, f"{root}/api/tags"))
            return _of_models(root, place, answer)
    except Exception as error:
        # Nothing there, or something that is no model server.
        _log.debug("nothing on port %d: %s", place.port, type(error).__name__)
        return None


async def _get(client: httpx.AsyncClient, url: str) -> _Answer:
    async with client.stream("GET", url, headers={"Accept": "application/json"}) as response:
        body = b""
        async for piece in response.aiter_bytes():
            body += piece
            if len(body) > _LONGEST_BODY:
                raise ValueError("no list of models")
        return _Answer(response.status_code, response.headers.get("server", ""), body)


def _of_models(root: str, place: ServerPlace, answer: _Answer) -> FoundServer:
    """Raises what msgspec raises if it is no list of models."""
    kind: Kind = place.usual
    # "Server: llama.cpp"
    if "llama.cpp" in answer.server:
        kind = "llamacpp"
    if answer.status in (401, 403):
        msgspec.json.decode(answer.body, type=_Refusal)
        return FoundServer(kind, f"{root}/v1", (), needs_key=True)
    if answer.status != 200:
        raise ValueError(answer.status)
    listed = msgspec.json.decode(answer.body, type=_Models).data
    owned: list[Kind] = [_OWNERS[m.owned_by] for m in listed if m.owned_by in _OWNERS]
    kind = owned[0] if owned else kind
    return FoundServer(kind, f"{root}/v1", _chatting(m.id for m in listed))


def _of_tags(root: str, answer: _Answer) -> FoundServer:
    listed = msgspec.json.decode(answer.body, type=_Tags).models
    return FoundServer("ollama", f"{root}/v1", _chatting(tag.name for tag in listed))


def _chatting(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(n for n in names if not any(part in n.casefold() for part in _NO_CHAT))
