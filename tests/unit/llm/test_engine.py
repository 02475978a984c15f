"""The local engine with a real small model: it comes, answers, goes, and comes back."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import replace
from pathlib import Path

import pytest

from copilot.core.asking import Drafted
from copilot.core.errors import EngineFailed, ProviderTimeout, StreamBroken
from copilot.core.model import Conversation, Draft, Message
from copilot.core.parsing import SuggestionParser
from copilot.core.ports import ModelEvent, ModelMessage, ModelRequest, TextDelta, Usage
from copilot.core.prompt import build
from copilot.core.redaction import Vault, public
from copilot.core.skills import Skill
from copilot.llm.engine.local import EngineModel, EngineStatus, LocalEngines
from copilot.llm.engine.process import EngineOptions
from copilot.llm.http import HttpStack
from tests.lab_llm.skills import skill
from tests.lab_llm.smollm import model_file
from tests.waiting import until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

CHAT = Conversation("", (Message("me", "hey"), Message("them", "Shall we go to the cinema?")))
OPTIONS = EngineOptions(model_file(), context=2048)


def light(name: str) -> Skill:
    """The skill without its examples: a busy machine reads 50 tokens a second."""
    return replace(skill(name), examples=())


@pytest.fixture
async def engines() -> AsyncGenerator[LocalEngines, None]:
    http = HttpStack()
    engines = LocalEngines(http)
    yield engines
    await engines.close()
    await http.close()


def status(engines: LocalEngines) -> EngineStatus:
    (only,) = engines.status()
    return only


async def ask(model: EngineModel, name: str, draft: str = "") -> tuple[Drafted, ...]:
    return (await ask_whole(model, name, draft))[0]


async def ask_whole(
    model: EngineModel, name: str, draft: str = ""
) -> tuple[tuple[Drafted, ...], list[ModelEvent]]:
    vault = Vault()
    parser = SuggestionParser(light(name), vault)
    seen: list[ModelEvent] = []
    async with aclosing(model.stream(build(light(name), CHAT, Draft(draft), vault))) as events:
        async for event in events:
            seen.append(event)
            if isinstance(event, TextDelta):
                parser.feed(event.text)
    return parser.finish(), seen


def runs(pid: int) -> bool:
    """Whether this process still computes: one that has ended may wait to be looked at."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


async def test_it_starts_when_it_is_asked_and_answers_in_the_form_of_the_skill(
    engines: LocalEngines,
) -> None:
    model = engines.model(OPTIONS, light("reply"))
    assert status(engines).state == "off"
    drafted = await ask(model, "reply")
    assert drafted
    assert all(d.whole and d.stance in light("reply").stances for d in drafted)
    assert len({d.stance for d in drafted}) == len(drafted)
    here = status(engines)
    assert here.state == "ready"
    assert here.pid is not None
    assert here.memory is not None
    assert 50e6 < here.memory < 1e9
    await engines.close()
    assert status(engines).state == "off"
    assert not runs(here.pid)


async def test_skills_share_one_engine_that_is_started_once(engines: LocalEngines) -> None:
    english = replace(OPTIONS, letters="A-Za-z ,.?!'")
    reply, finish = (engines.model(english, light(name)) for name in ("reply", "complete"))
    replies, versions = await asyncio.gather(
        ask(reply, "reply"), ask(finish, "complete", "I would love")
    )
    assert replies
    assert versions
    assert all(d.text.isascii() for d in (*replies, *versions))
    assert len(engines.status()) == 1


async def test_what_questions_begin_with_is_read_ahead_of_time(engines: LocalEngines) -> None:
    model = engines.model(OPTIONS, light("reply"))
    await model.warm()
    assert status(engines).state == "ready"
    _, events = await ask_whole(model, "reply")
    usage = next(event for event in events if isinstance(event, Usage))
    assert usage.cached_tokens > usage.prompt_tokens * 0.7


def request(tokens: int = 6) -> ModelRequest:
    """A short question; the answer goes on until it has so many tokens."""
    question = ModelMessage("user", public("Count from one to a thousand."))
    return ModelRequest((question,), tokens, 0.7)


async def ask_shortly(model: EngineModel) -> bool:
    """Whether anything came."""
    async with aclosing(model.stream(request())) as events:
        return any([isinstance(event, TextDelta) async for event in events])


async def test_nobody_asks_for_a_while_and_it_stops(engines: LocalEngines) -> None:
    model = engines.model(replace(OPTIONS, idle_seconds=0.05), None)
    assert await ask_shortly(model)
    await until(lambda: status(engines).state == "off")
    assert await ask_shortly(model)


async def test_it_does_not_stop_in_the_middle_of_an_answer(engines: LocalEngines) -> None:
    model = engines.model(replace(OPTIONS, idle_seconds=0.01), None)
    events = model.stream(request(1500))
    await anext(events)
    pid = status(engines).pid
    await asyncio.sleep(0.1)  # ten times what it may be idle
    assert status(engines).pid == pid
    await events.aclose()
    await until(lambda: status(engines).state == "off")


async def test_one_that_was_killed_is_started_again(engines: LocalEngines) -> None:
    model = engines.model(OPTIONS, None)
    await model.warm()
    first = status(engines).pid
    assert first is not None
    os.kill(first, signal.SIGKILL)
    assert await ask_shortly(model)
    assert status(engines).pid not in (None, first)


async def test_killed_in_the_middle_of_an_answer(engines: LocalEngines) -> None:
    model = engines.model(OPTIONS, None)
    events = model.stream(request(1500))
    await anext(events)
    pid = status(engines).pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    with pytest.raises(StreamBroken):
        async for _ in events:
            pass
    assert await ask_shortly(model)


async def test_one_that_hangs_is_started_anew(engines: LocalEngines) -> None:
    model = engines.model(replace(OPTIONS, silence_seconds=1.5), None)
    await model.warm()
    first = status(engines).pid
    assert first is not None
    os.kill(first, signal.SIGSTOP)
    with pytest.raises(ProviderTimeout):
        await ask_shortly(model)
    assert not runs(first)
    assert status(engines).state == "off"
    await model.warm()
    assert status(engines).state == "ready"


async def test_only_what_is_asked_first_is_started_ahead_of_time(engines: LocalEngines) -> None:
    engines.model(OPTIONS, None)
    await engines.warm()
    assert status(engines).state == "off"
    engines.model(OPTIONS, None, ahead=True)
    await engines.warm()
    assert status(engines).state == "ready"


async def test_one_that_keeps_ending_is_left_alone(engines: LocalEngines) -> None:
    model = engines.model(OPTIONS, None)
    for _ in range(3):
        await model.warm()
        here = status(engines)
        assert here.pid is not None
        os.kill(here.pid, signal.SIGKILL)
        await until(lambda: status(engines).state == "off")
    with pytest.raises(EngineFailed, match="keeps ending"):
        await ask_shortly(model)


async def test_an_answer_that_is_left_stops_the_computation(engines: LocalEngines) -> None:
    model = engines.model(OPTIONS, None)
    events = model.stream(request(1900))
    await anext(events)
    pid = status(engines).pid
    assert pid is not None
    await events.aclose()
    # It computes for one at a time: the next is answered, and then nothing is left to do.
    assert await ask_shortly(model)
    rest = computed(pid)
    await asyncio.sleep(0.3)
    assert computed(pid) - rest < 0.1


def computed(pid: int) -> float:
    """Seconds of processor that this process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def test_closing_does_not_wait_for_a_model_that_loads(engines: LocalEngines) -> None:
    model = engines.model(OPTIONS, None)
    waiting = asyncio.get_running_loop().create_task(ask_shortly(model))
    await until(lambda: status(engines).pid is not None or status(engines).state == "starting")
    await engines.close()
    with pytest.raises((EngineFailed, asyncio.CancelledError)):
        await waiting
    assert status(engines).pid is None
