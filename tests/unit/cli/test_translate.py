"""`chat-copilot translate`."""

from __future__ import annotations

import asyncio
import io
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from copilot.store.paths import Paths
from tests.lab_llm.interpreter import asked_lines, interpret
from tests.lab_llm.scripted import Exchange, ScriptedServer, answer, delta, fail, sse
from tests.unit.cli.conftest import Command, Outcome

SETTINGS = (
    '[providers.x]\nbase_url = "{url}"\nmodel = "m"\n[jobs]\ntranslation = "x"\n'
    '[masking]\nlevel = "standard"\n'
)
SAID = {
    "See you at seven!": "七点见！",
    "Bring the umbrella.": "带上雨伞。",
    "It may rain.": "可能会下雨。",
}


async def in_thread(copilot: Command, *arguments: str) -> Outcome:
    return await asyncio.to_thread(copilot, *arguments)


@pytest.fixture
def give(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Give a text on standard input."""
    return lambda text: monkeypatch.setattr(sys, "stdin", io.StringIO(text))


async def test_a_text_on_standard_input(
    copilot: Command, configure: Callable[[str], None], give: Callable[[str], None]
) -> None:
    async with ScriptedServer([interpret(lambda line: SAID[line])]) as server:
        configure(SETTINGS.format(url=server.base_url))
        give("See you at seven! Bring the umbrella.\n\nIt may rain.\n")
        outcome = await in_thread(copilot, "translate", "--to", "chinese")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == "七点见！带上雨伞。\n\n可能会下雨。\n"
    assert len(server.exchanges) == 1
    assert "Simplified Chinese" in server.exchanges[0].json["messages"][-1]["content"]


async def test_a_file_as_json_with_a_glossary_and_another_way_of_saying_it(
    copilot: Command, configure: Callable[[str], None], tmp_path: Path
) -> None:
    def say(line: str) -> str:
        return line.replace("Meet at", "在").replace(" soon.", "见。")

    async with ScriptedServer([interpret(say)]) as server:
        configure(SETTINGS.format(url=server.base_url))
        (tmp_path / "a.txt").write_text("Meet at Pier 39 soon.", encoding="utf-8")
        (tmp_path / "g.csv").write_text("source,target\nPier 39,三十九号码头\n", encoding="utf-8")
        outcome = await in_thread(
            copilot, "translate", "--from", "en", "--to", "zh-Hans", "--variant", "shorter",
            "--file", str(tmp_path / "a.txt"), "--glossary", str(tmp_path / "g.csv"), "--json",
        )  # fmt: skip
    told = {"text": "Meet at Pier 39 soon.", "to": "zh-Hans", "doubt": None}
    assert outcome.json.items() >= told.items()
    assert outcome.json["translation"].replace(" ", "") == "在三十九号码头见。"
    question = server.exchanges[0].json["messages"][-1]["content"]
    assert "from English into Simplified Chinese" in question
    assert "Say it shorter" in question


def long_text(sentences: int) -> list[str]:
    return [f"这是第{n}句话，说的是今天的天气。" for n in range(1, sentences + 1)]


def say_long(line: str) -> str:
    number = "".join(c for c in line if c.isdigit())
    return f"This is sentence {number} and it speaks of the weather of today."


async def test_a_long_text_goes_in_parts_and_one_that_fails_is_tried_again(
    copilot: Command, configure: Callable[[str], None], give: Callable[[str], None]
) -> None:
    sentences = long_text(2400)
    assert len("\n".join(sentences).encode()) > 100_000
    asked: list[str] = []
    broken: list[str] = []

    async def play(exchange: Exchange) -> None:
        first = asked_lines(exchange)[0]
        asked.append(first)
        if "第1000" in "".join(asked_lines(exchange)) and not broken:
            broken.append(first)
            await exchange.head()
            await exchange.chunk(sse(delta("1|This is")))
            exchange.drop()
            return
        await interpret(say_long, piece=400)(exchange)

    async with ScriptedServer([play]) as server:
        configure(SETTINGS.format(url=server.base_url))
        give("\n".join(sentences))
        outcome = await in_thread(copilot, "translate", "--to", "en")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines() == [say_long(one) for one in sentences]
    assert {one for one in asked if asked.count(one) > 1} == set(broken)


async def test_a_refusal_in_the_middle_leaves_what_is_done(
    copilot: Command, configure: Callable[[str], None], give: Callable[[str], None]
) -> None:
    sentences = long_text(200)
    async with ScriptedServer([interpret(say_long, piece=400)] * 3 + [fail(401)]) as server:
        configure(SETTINGS.format(url=server.base_url))
        give("\n".join(sentences))
        outcome = await in_thread(copilot, "translate", "--to", "en")
    lines = outcome.out.splitlines()
    assert outcome.code == 1
    assert "does not accept the key" in outcome.err
    assert 16 <= len(lines) < 200
    assert lines == [say_long(one) for one in sentences[: len(lines)]]


@pytest.mark.parametrize(
    ("arguments", "text", "said"),
    [
        (["--to", "klingonese"], "Hi", "no language"),
        (["--to", "en", "--from", "zz"], "Hi", "no language"),
        (["--to", "en"], " \n", "nothing to translate"),
        (["--to", "en", "--file", "/nowhere/at/all"], "", "can't be read"),
        (["--to", "en", "--glossary", "/nowhere/at/all"], "Hi", "can't be used"),
        (["--to", "en", "--provider", "nobody"], "Hi", "nobody"),
    ],
)
def test_what_is_wrong_is_said(
    copilot: Command,
    configure: Callable[[str], None],
    give: Callable[[str], None],
    arguments: list[str],
    text: str,
    said: str,
) -> None:
    configure(SETTINGS.format(url="http://127.0.0.1:9/v1"))
    give(text)
    outcome = copilot("translate", *arguments)
    assert outcome.code == 1
    assert said in outcome.err
    assert outcome.out == ""


def test_without_a_model_it_says_how_to_set_one_up(
    copilot: Command, give: Callable[[str], None]
) -> None:
    give("Hi")
    outcome = copilot("translate", "--to", "en")
    assert outcome.code == 1
    assert "[jobs]" in outcome.err


async def test_a_doubt_is_told_beside_the_text(
    copilot: Command, configure: Callable[[str], None], give: Callable[[str], None]
) -> None:
    async with ScriptedServer([answer("1|See you tomorrow at the station then!")]) as server:
        configure(SETTINGS.format(url=server.base_url))
        give("See you tomorrow at the station then!")
        outcome = await in_thread(copilot, "translate", "--to", "zh-Hans")
    assert outcome.code == 0
    assert "another language" in outcome.err
    assert len(server.exchanges) == 2


async def test_ctrl_c_leaves_what_is_done(
    here: Paths, configure: Callable[[str], None], tmp_path: Path
) -> None:
    asked = asyncio.Event()

    async def play(exchange: Exchange) -> None:
        if asked_lines(exchange)[0].startswith("这是第1"):
            await interpret(lambda _: "This is the first one.", piece=40)(exchange)
            return
        asked.set()
        await exchange.head()
        await exchange.until_closed()

    async with ScriptedServer([play]) as server:
        configure(SETTINGS.format(url=server.base_url))
        (tmp_path / "long.txt").write_text(
            f"这是第1句话{'，很长' * 420}。\n这是第2句话{'，很长' * 420}。\n", encoding="utf-8"
        )
        program = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "copilot", "translate", "--to", "en"),
            *("--file", str(tmp_path / "long.txt")),
            stdout=subprocess.PIPE,
            cwd=Path(__file__).parents[3],
        )
        await asyncio.wait_for(asked.wait(), 30)
        program.send_signal(signal.SIGINT)
        out, _ = await asyncio.wait_for(program.communicate(), 20)
    assert program.returncode == 130
    assert out.decode() == "This is the first one.\n"
