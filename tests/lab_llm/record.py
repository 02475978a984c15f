"""Records streams of servers that others wrote, byte by byte: python -m tests.lab_llm.record

Writes tests/data/streams: run it again when a new release of them speaks otherwise.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx

from copilot.core.catalogue import Dialect
from copilot.core.ports import ModelMessage, ModelRequest
from copilot.core.redaction import public
from copilot.llm.call import build_call
from copilot.llm.options import ProviderOptions
from tests.lab_llm.aimock import aimock
from tests.lab_llm.smollm import smollm

FOLDER = Path(__file__).parents[1] / "data" / "streams"

TEXT = "1|agree|好的 👋 see you at 8\n2|decline|Sorry, not today…\n3|ask|¿Dónde?"
REQUEST = ModelRequest(
    (
        ModelMessage("system", public("Be brief.")),
        ModelMessage("user", public("dinner tonight?")),
    ),
    max_tokens=3,
    temperature=0.0,
)
PATHS: dict[Dialect, str] = {"openai": "/v1", "anthropic": "/v1", "gemini": "/v1beta", "ollama": ""}

COUNTED = {"prompt_tokens": 11, "completion_tokens": 7}
FIXTURES: list[dict[str, Any]] = [
    {"match": {"model": "plain"}, "response": {"content": TEXT, "usage": COUNTED}},
    {
        "match": {"model": "thinks"},
        "response": {"content": TEXT, "reasoning": "Hm, 嗯. A thought.", "usage": COUNTED},
    },
    {
        "match": {"model": "long"},
        "response": {"content": TEXT, "finishReason": "length", "usage": COUNTED},
    },
    {
        "match": {"model": "withheld"},
        "response": {"content": "I", "finishReason": "content_filter", "usage": COUNTED},
    },
    {
        "match": {"model": "refuses"},
        "response": {"content": "I", "finishReason": "refusal", "usage": COUNTED},
    },
]
MODELS: dict[Dialect, tuple[str, ...]] = {
    "openai": ("plain", "thinks", "long", "withheld"),
    "anthropic": ("plain", "thinks", "long", "refuses"),
    "gemini": ("plain", "thinks", "long", "withheld"),
    "ollama": ("plain", "thinks"),  # it plays no other end
}


def streams() -> Iterator[tuple[str, bytes]]:
    """Name and bytes of each stream."""
    with tempfile.TemporaryDirectory() as folder, aimock(FIXTURES, Path(folder)) as address:
        for dialect, path in PATHS.items():
            for model in MODELS[dialect]:
                options = ProviderOptions(
                    "aimock", address.removesuffix("/v1") + path, model, dialect=dialect
                )
                yield f"aimock-{dialect}-{model}", ask(options, "key")
    with smollm() as server:
        for dialect in ("openai", "anthropic"):
            options = ProviderOptions("smollm", server.base_url, "smollm2", dialect=dialect)
            yield f"llamacpp-{dialect}-long", ask(options, server.key)


def ask(options: ProviderOptions, key: str) -> bytes:
    """What answers REQUEST, as it comes."""
    call = build_call(REQUEST, options, key)
    response = httpx.post(call.url, content=call.body, headers=call.headers, timeout=60)
    response.raise_for_status()
    return response.content


def main() -> None:
    """Write them all."""
    FOLDER.mkdir(exist_ok=True)
    for name, content in streams():
        suffix = "ndjson" if "-ollama-" in name else "sse"
        (FOLDER / f"{name}.{suffix}").write_bytes(content)
        print(name, len(content))


if __name__ == "__main__":
    main()
