"""Address, headers and body of a request, as a provider's options shape them."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import Any

import pytest

from copilot.core.catalogue import Dialect, RequestShape
from copilot.core.ports import ModelMessage, ModelRequest
from copilot.core.redaction import public
from copilot.llm.call import build_call, list_call
from copilot.llm.options import ProviderOptions

REQUEST = ModelRequest((ModelMessage("user", public("chat words")),), 9, 0.5)
KEY = "sk-secret"


def options(dialect: Dialect = "openai", **more: Any) -> ProviderOptions:
    return ProviderOptions("Mine", "https://host/base/", "m", dialect=dialect, **more)


def body(**more: Any) -> dict[str, Any]:
    return json.loads(build_call(REQUEST, options(**more), KEY).body)


@pytest.mark.parametrize(
    ("dialect", "url", "models", "header"),
    [
        ("openai", "/chat/completions", "/models", ("Authorization", f"Bearer {KEY}")),
        ("anthropic", "/messages", "/models?limit=1000", ("x-api-key", KEY)),
        (
            "gemini",
            "/models/m:streamGenerateContent?alt=sse",
            "/models?pageSize=1000",
            ("x-goog-api-key", KEY),
        ),
        ("ollama", "/api/chat", "/api/tags", ("Authorization", f"Bearer {KEY}")),
    ],
)
def test_each_dialect(dialect: Dialect, url: str, models: str, header: tuple[str, str]) -> None:
    call = build_call(REQUEST, options(dialect), KEY)
    listing = list_call(options(dialect), KEY)
    assert (call.method, call.url) == ("POST", f"https://host/base{url}")
    assert (listing.method, listing.url) == ("GET", f"https://host/base{models}")
    assert header in call.headers.items()
    assert header in listing.headers.items()
    assert KEY not in call.url + repr(call) + repr(listing)
    assert "chat words" not in repr(call)
    unlocked = build_call(REQUEST, options(dialect), "")
    assert header[0] not in unlocked.headers


def test_anthropic_says_its_version() -> None:
    assert build_call(REQUEST, options("anthropic"), KEY).headers["anthropic-version"]


def test_the_key_in_a_header_of_its_own_and_headers_besides() -> None:
    call = build_call(REQUEST, options(auth="api-key", headers={"X-Title": "Copilot"}), KEY)
    assert call.headers["api-key"] == KEY
    assert call.headers["X-Title"] == "Copilot"
    assert "Authorization" not in call.headers


def test_models_elsewhere() -> None:
    elsewhere = options(models_url="https://host/catalog/models")
    assert list_call(elsewhere, "").url == "https://host/catalog/models"


def test_shape_and_extra() -> None:
    shape = RequestShape(
        rename={"max_tokens": "max_completion_tokens"},
        omit=frozenset({"temperature"}),
        add={"thinking": MappingProxyType({"type": "disabled", "budget": 1})},
    )
    extra = {"top_k": 3, "stream_options": "", "thinking": {"budget": ""}}
    assert body(shape=shape, extra=extra) == {
        "model": "m",
        "messages": [{"role": "user", "content": "chat words"}],
        "stream": True,
        "max_completion_tokens": 9,
        "thinking": {"type": "disabled"},
        "top_k": 3,
    }


def test_extra_reaches_into_tables() -> None:
    config = body(dialect="gemini", extra={"generationConfig": {"temperature": "", "topK": 5}})
    assert config["generationConfig"] == {"maxOutputTokens": 9, "topK": 5}


def test_an_empty_chat_message_stays() -> None:
    request = ModelRequest((ModelMessage("user", public("")),))
    assert json.loads(build_call(request, options(), "").body)["messages"][0]["content"] == ""
