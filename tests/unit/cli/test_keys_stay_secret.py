"""A key is in the keychain and in the request, and nowhere else: not in any file, line or error."""

from __future__ import annotations

import asyncio
import io
import logging
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.lab_llm.scripted import Exchange, Play, ScriptedServer, delta, fail, sse, stream
from tests.unit.cli.conftest import Command, conversation

KEY = "sk-kn0wn-KEY.0123456789"
PROVIDERS = {"openai": "/v1", "anthropic": "/v1", "gemini": "/v1beta", "ollama": ""}


def echo(code: str) -> str:
    return f'{{"error": {{"message": "Incorrect key {KEY}", "code": "{code}"}}}}'


SETTINGS = """
[providers.mine]
use = "{use}"
base_url = "{url}"
model = "m"
key = "mine"

[jobs]
replies = "mine"

[quick_replies]
enabled = false
"""


async def drop(exchange: Exchange) -> None:
    exchange.drop()


async def page(exchange: Exchange) -> None:
    await exchange.head(content_type="text/html")
    await exchange.chunk(f"<html>{KEY}</html>".encode())
    await exchange.end()


PLAYS: dict[str, Play] = {
    "refused": fail(401, echo("invalid_api_key")),
    "wrong": fail(400, echo(KEY)),
    "moved": fail(307, location="http://127.0.0.1:1/"),
    "limited": fail(429, echo("rate_limit_exceeded"), retry_after="60"),
    "quoted": fail(404, echo("model_not_found")),
    "page": page,
    "inside": stream(sse(delta("1|agree|Yes"), {"error": {"message": KEY, "type": KEY}})),
    "garbage": stream(f"data: {{{KEY}\n\n".encode()),
    "dropped": drop,
}


@pytest.mark.parametrize("use", list(PROVIDERS))
async def test_it_is_found_nowhere(
    use: str,
    copilot: Command,
    configure: Callable[[str], None],
    keychain: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)  # of every library, more than is ever kept
    monkeypatch.setattr(sys, "stdin", io.StringIO(KEY))
    printed = [copilot("key", "set", "mine")]
    chat = tmp_path / "chat.json"
    chat.write_text(conversation(("them", "Dinner tonight?")), encoding="utf-8")
    asked = 0
    for name, play in PLAYS.items():
        async with ScriptedServer([play]) as server:
            url = server.base_url.removesuffix("/v1") + PROVIDERS[use]
            configure(SETTINGS.format(use=use, url=url))
            commands: list[tuple[str, ...]] = [
                ("suggest", "--conversation", str(chat)),
                ("models", "mine"),
            ]
            if name == "refused":
                commands.append(("doctor",))
            for command in commands:
                printed.append(await asyncio.to_thread(copilot, *command))
            asked += sum(KEY in str(exchange.headers) for exchange in server.exchanges)
    assert asked > len(PLAYS), "the key was not even used"
    told = "".join(outcome.out + outcome.err for outcome in printed)
    assert "does not accept the key" in told
    assert KEY not in told
    assert KEY not in caplog.text
    assert holding_it(tmp_path) == [keychain]


def holding_it(folder: Path) -> list[Path]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return [file for file in files if KEY.encode() in file.read_bytes()]
