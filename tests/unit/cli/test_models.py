"""`chat-copilot models` and `chat-copilot providers`."""

from __future__ import annotations

import asyncio
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from copilot.store import catalogue
from tests.lab_llm.scripted import Exchange, ScriptedServer
from tests.unit.cli.conftest import Command

KEY = "sk-very-secret-0123"
MINE = '[providers.mine]\nuse = "{use}"\nbase_url = "{url}"\n'


def lists(status: int, value: Any):
    async def play(exchange: Exchange) -> None:
        await exchange.head(status, content_type="application/json")
        await exchange.chunk(json.dumps(value).encode())
        await exchange.end()

    return play


async def test_the_models_of_a_key(
    copilot: Command,
    configure: Callable[[str], None],
    keychain: Path,
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setattr(sys, "stdin", io.StringIO(KEY))
    assert copilot("key", "set", "mine").code == 0
    answer = lists(200, {"object": "list", "data": [{"id": "small"}, {"id": "big"}]})
    async with ScriptedServer([answer, answer]) as server:
        configure(MINE.format(use="deepseek", url=server.base_url))
        shown = await asyncio.to_thread(copilot, "models", "mine")
        as_json = await asyncio.to_thread(copilot, "models", "mine", "--json")
    assert (shown.code, shown.out) == (0, "big\nsmall\n")
    assert as_json.json["models"] == ["big", "small"]
    asked = server.exchanges[0]
    assert (asked.method, asked.path.rpartition("/")[2]) == ("GET", "models")
    assert {n.lower(): v for n, v in asked.headers.items()}["authorization"] == f"Bearer {KEY}"
    assert KEY not in shown.out + shown.err + as_json.out


async def test_ollama_is_asked_in_its_own_way(copilot: Command, configure: Callable[[str], None]):
    async with ScriptedServer([lists(200, {"models": [{"name": "qwen3:8b"}]})]) as server:
        root = server.base_url.removesuffix("/v1")
        configure(MINE.format(use="ollama", url=root))
        outcome = await asyncio.to_thread(copilot, "models", "mine")
        assert (outcome.code, outcome.out) == (0, "qwen3:8b\n")
        assert server.exchanges[0].path == "/api/tags"


async def test_what_fails_has_a_next_step(copilot: Command, configure: Callable[[str], None]):
    async with ScriptedServer([lists(401, {"error": {}}), lists(404, {})]) as server:
        configure(MINE.format(use="vllm", url=server.base_url))
        refused = await asyncio.to_thread(copilot, "models", "mine")
        nothing = await asyncio.to_thread(copilot, "models", "mine")
    assert refused.code == 1
    assert "does not accept the key" in refused.err
    assert nothing.code == 3
    assert "lists no models" in nothing.err


@pytest.mark.usefixtures("keychain")
def test_a_key_that_is_missing_says_where_to_get_one(copilot: Command):
    outcome = copilot("models", "deepseek")
    assert outcome.code == 1
    assert "https://platform.deepseek.com/api_keys" in outcome.err
    assert "chat-copilot key set deepseek" in outcome.err


def test_names_that_lead_nowhere(copilot: Command, configure: Callable[[str], None]):
    unknown = copilot("models", "deepsek")
    assert unknown.code == 1
    assert "Did you mean deepseek?" in unknown.err
    assert "base_url" in copilot("models", "azure").err
    configure('[providers.local]\nengine = "/m.gguf"\n')
    assert "/m.gguf" in copilot("models", "local").err


def test_the_catalogue_and_what_of_it_is_set_up(copilot: Command, configure: Callable[[str], None]):
    configure('[providers.mine]\nuse = "groq"\n[jobs]\nreplies = ["mine", "ollama/m"]\n')
    rows = {row["name"]: row for row in copilot("providers", "--json").json["providers"]}
    assert set(rows) == set(catalogue.load())
    assert {name for name, row in rows.items() if row["set_up"]} == {"groq", "ollama"}
    assert rows["groq"]["names"] == ["mine"]
    assert rows["ollama"]["jobs"] == ["replies"]
    assert rows["deepseek"]["prices"][0]["currency"] == "CNY"
    text = copilot("providers").out
    assert "● groq" in text
    assert "  deepseek" in text
    assert "https://platform.deepseek.com/api_keys" in text


async def test_a_job_goes_on_with_the_next_model_of_its_list(
    copilot: Command, configure: Callable[[str], None], tmp_path: Path
):
    choice = {"index": 0, "message": {"content": "1|agree|Sure!\n"}, "finish_reason": "stop"}
    dead = "http://127.0.0.1:9"
    async with ScriptedServer([lists(200, {"choices": [choice]})]) as server:
        configure(
            f'[providers.dead]\nuse = "ollama"\nbase_url = "{dead}"\n'
            f'[providers.alive]\nuse = "vllm"\nbase_url = "{server.base_url}"\n'
            '[models]\nfast = "alive/m"\n[jobs]\nreplies = ["dead/m", "fast"]\n'
        )
        file = tmp_path / "chat.json"
        file.write_text('{"messages": [{"from": "them", "text": "Lunch?"}]}', encoding="utf-8")
        outcome = await asyncio.to_thread(copilot, "suggest", "--conversation", str(file))
        assert [one["text"] for one in outcome.json["suggestions"]] == ["Sure!"]
        assert json.loads(server.exchanges[0].body)["model"] == "m"
