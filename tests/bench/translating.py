"""From a foreign message in a client to its painted translation, without the time of the server."""

from __future__ import annotations

import asyncio
import time
from contextlib import closing

from copilot import wiring
from copilot.core.clock import LoopClock
from copilot.core.contacts import SessionContacts
from copilot.core.instant import NoReplies
from copilot.core.interpreting import InterpreterParts, Languages
from copilot.core.model import PanelState
from copilot.core.session import Parts, Session
from copilot.core.tasks import TaskSet
from copilot.llm.http import HttpStack
from copilot.store import settings
from tests.bench.clients import Stage, open_stage
from tests.bench.floor_stream import AREA
from tests.bench.hotkey import middle, wait_panel
from tests.bench.lens import Area, Lens
from tests.bench.programs import running, start_copilot, start_floor, write_settings
from tests.bench.samples import Aim, Figure, Sample
from tests.bench.serving import HoldingServer, serving
from tests.fakes_desktop import BOB, FakeEyes, FakeWriter, RecordingHistory, view
from tests.lab_llm.scripted import Exchange, ScriptedServer, delta, sse

BENCH = "translation"
_SETTINGS = """
[providers.bench]
base_url = "{url}"
model = "scripted"

[jobs]
translation = "bench"

[quick_replies]
enabled = false
"""
_ASKED, _FLOOR = "/chat/completions", "/floor"
_AGAIN = ("我们明天下午在公园门口见面吧", "好的，那就这样说定了")


def measure(runs: int = 40) -> list[Figure]:
    """A contact writes foreign messages, new ones and some that were translated before."""
    with serving(_pieces) as server, open_stage("pidgin") as stage:
        write_settings(stage.session, _SETTINGS.format(url=server.url))
        with (
            closing(Lens(stage.session.display)) as lens,
            running(start_floor(stage.session, "floor_stream", f"{server.url}{_FLOOR}")),
            running(start_copilot(stage.session), says="ready in"),
        ):
            stage.say("你好，最近怎么样？")
            _answer(server)
            line = _newest_line(wait_panel(lens, stage))
            chat = lens.area(stage.client.window)
            asked: list[float] = []
            painted: list[float] = []
            floor: list[float] = []
            for run in range(runs + 1):
                told = _say(lens, stage, chat, f"这是今天的第{run}条消息，请你看一下")
                asked.append((server.wait_asked(_ASKED) - told) * 1000)
                painted.append(_paint(lens, server, _ASKED, line))
                floor.append(_paint(lens, server, _FLOOR, middle(AREA)))
            for text in _AGAIN:
                stage.say(text)
                _answer(server)
            known = [_known(lens, stage, chat, line, text) for text in _AGAIN * (runs // 2 + 1)]
    new, before = asyncio.run(_in_process(runs))
    return [
        Figure(BENCH, "message seen → translation in the panel's state, minus the server's time",
               "ms", Sample.of(new), None, (Aim("p95", 30),)),
        Figure(BENCH, "the same, translated before", "ms", Sample.of(before), None,
               (Aim("p95", 10),)),
        Figure(BENCH, "message painted by Pidgin → its request with the server", "ms",
               Sample.of(asked[1:])),
        Figure(BENCH, "server's first byte → painted translation", "ms", Sample.of(painted[1:]),
               Sample.of(floor[1:]), (Aim("p95", 30),)),
        Figure(BENCH, "message painted by Pidgin → its translation painted, translated before",
               "ms", Sample.of(known[1:])),
    ]  # fmt: skip


def _pieces(number: int) -> tuple[str, str]:
    """Texts of always the same length that are others each time."""
    return f"1|Message number {number:03} of today", ", please have a look"


def _newest_line(panel: Area) -> Area:
    x, y, width, _ = panel
    return x + 24, y + 90, width // 2, 20


def _answer(server: HoldingServer) -> None:
    server.wait_asked(_ASKED)
    server.send(_ASKED)
    server.finish(_ASKED)


def _say(lens: Lens, stage: Stage, chat: Area, text: str) -> float:
    """Have the contact write it; when the client painted it."""
    lens.wait_quiet(chat, quiet=0.3)
    lens.forget()
    stage.say(text)
    return lens.wait_painted(chat, least=(100, 10))


def _paint(lens: Lens, server: HoldingServer, path: str, area: Area) -> float:
    """Milliseconds from the server's first byte to its text."""
    server.wait_asked(path)
    lens.wait_quiet(area, quiet=0.3)
    lens.forget()
    before = lens.pixels(area)
    sent = server.send(path)
    painted = lens.wait_changed(area, before)
    server.finish(path)
    return (painted - sent) * 1000


def _known(lens: Lens, stage: Stage, chat: Area, line: Area, text: str) -> float:
    lens.wait_quiet(line, quiet=0.3)
    before = lens.pixels(line)
    seen = _say(lens, stage, chat, text)
    return (lens.wait_changed(line, before) - seen) * 1000


class _Watch:
    """When a translation of one message was first in the state of the panel."""

    def __init__(self) -> None:
        self.text = ""
        self.at = 0.0
        self.came = asyncio.Event()

    def show(self, state: PanelState) -> None:
        lines = state.translation.incoming
        if lines and lines[0].original == self.text and lines[0].text and not self.came.is_set():
            self.at = time.perf_counter()
            self.came.set()


async def _in_process(runs: int) -> tuple[list[float], list[float]]:
    """The share of core and HTTP, in milliseconds: new messages, and ones translated before."""
    arrived = left = 0.0

    async def play(exchange: Exchange) -> None:
        nonlocal arrived, left
        arrived = time.perf_counter()
        await exchange.head()
        left = time.perf_counter()
        await exchange.chunk(sse(delta("1|Message of today")))
        await exchange.chunk(sse(delta(", have a look"), "[DONE]"))
        await exchange.end()

    async with ScriptedServer([play]) as server:
        http, eyes, watch, tasks = HttpStack(), FakeEyes(), _Watch(), TaskSet()
        configured = settings.parse(_SETTINGS.format(url=server.base_url))
        translator = wiring.create_translator(wiring.create_means(configured, http, no_key))
        assert translator is not None
        interpreting = InterpreterParts(translator, SessionContacts(), Languages(("en",)))
        parts = Parts(eyes, FakeWriter(eyes), NoReplies(), None, RecordingHistory(), LoopClock(),
                      interpreting=interpreting)  # fmt: skip
        tasks.start(Session(parts, watch.show).run(), "session")
        said: list[tuple[str, str]] = []

        async def see(text: str, *messages: tuple[str, str]) -> float:
            watch.text = text
            watch.came.clear()
            begun = time.perf_counter()
            eyes.change(view(*messages[-30:]))
            await asyncio.wait_for(watch.came.wait(), 20)
            return begun

        new: list[float] = []
        for run in range(runs + 1):
            said.append(("them", f"这是今天的第{run}条消息，请你看一下"))
            begun = await see(said[-1][1], *said)
            new.append((arrived - begun + watch.at - left) * 1000)
        before: list[float] = []
        for run in range(runs):
            eyes.change(view(("them", "Hello you"), chat=BOB))
            begun = await see(said[run][1], *said[: run + 1])
            before.append((watch.at - begun) * 1000)
        await tasks.close()
        await http.close()
    return new[1:], before


async def no_key(_name: str) -> str:
    """A server on the loopback wants none."""
    return ""
