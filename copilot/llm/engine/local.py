"""Engines that are there when they are needed: started at the first question, stopped when idle."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, replace
from typing import Any, Literal

from copilot.core.errors import (
    CopilotError,
    EngineFailed,
    ProviderTimeout,
    ProviderUnreachable,
    StreamBroken,
)
from copilot.core.grammar import grammar, longest_text
from copilot.core.model import Conversation, Draft
from copilot.core.ports import ModelEvent, ModelRequest
from copilot.core.prompt import build
from copilot.core.redaction import Vault
from copilot.core.skills import Skill
from copilot.core.tasks import TaskSet
from copilot.llm.client import StreamingModel
from copilot.llm.engine import machine
from copilot.llm.engine.process import EngineOptions, EngineProcess, Place, examine
from copilot.llm.http import HttpStack
from copilot.llm.options import ProviderOptions

_log = logging.getLogger(__name__)

_MOST_ENDS = 3
_ENDS_WITHIN = 300.0
"""An engine that ended by itself so often within so many seconds is left alone."""
_DYING = 1.0
"""Seconds for the end of a process whose connections broke."""

EngineState = Literal["off", "starting", "ready", "failed"]


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """How an engine is, for the panel and doctor.

    `pid` and `memory` (bytes) are None while it does not run or where the system does not tell;
    `trouble` is why it failed.
    """

    model: str
    file: str
    state: EngineState
    pid: int | None = None
    memory: int | None = None
    trouble: CopilotError | None = None


class LocalEngine:
    """One model of this machine. All methods belong to one loop."""

    def __init__(self, options: EngineOptions, now: Callable[[], float] | None = None) -> None:
        """`now` tells seconds; the loop's own by default."""
        self._options = options
        self._now = now or (lambda: asyncio.get_running_loop().time())
        # Why a start failed is told to those who wait for it.
        self._tasks = TaskSet(on_error=lambda _: None)
        self._closing = False
        self._starting: asyncio.Task[Place] | None = None
        self._process: EngineProcess | None = None
        self._place: Place | None = None
        self._trouble: CopilotError | None = None
        self._ends: deque[float] = deque(maxlen=_MOST_ENDS)
        self._users = 0
        self._idle: asyncio.TimerHandle | None = None

    @property
    def options(self) -> EngineOptions:
        """What it runs, and how."""
        return self._options

    @property
    def status(self) -> EngineStatus:
        """How it is right now."""
        file = self._options.file
        running = self._process
        if self._starting is not None:
            state: EngineState = "starting"
        elif running is not None and running.alive:
            state = "ready"
        else:
            running = None
            state = "failed" if self._trouble is not None else "off"
        pid = running.pid if running is not None else None
        memory = machine.memory_of(pid) if pid is not None else None
        return EngineStatus(file.stem, str(file), state, pid, memory, self._trouble)

    @asynccontextmanager
    async def use(self) -> AsyncGenerator[Place, None]:
        """Where to ask it; it is started if need be, and not stopped before the block ends.

        Raises EngineFailed.
        """
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None
        self._users += 1
        try:
            yield await self._started()
        finally:
            self._users -= 1
            if self._users == 0:
                loop = asyncio.get_running_loop()
                self._idle = loop.call_later(self._options.idle_seconds, self._rest)

    async def has_ended(self, place: Place) -> bool:
        """Whether the engine that was asked at this place runs no more, or ends right now."""
        process = self._process
        if place is not self._place or process is None:
            return True
        return await asyncio.to_thread(process.ends_within, _DYING)

    async def drop(self, place: Place) -> None:
        """Stop the engine of this place, if it still runs."""
        if place is self._place:
            _log.warning("the local engine stays silent: it is stopped")
            self._ends.append(self._now())
            await self._stop()

    async def close(self) -> None:
        """Stop it; a later `use` starts it again."""
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None
        self._closing = True
        await self._stop()
        if self._starting is not None:
            await asyncio.wait([self._starting])
        self._closing = False
        await self._tasks.close()

    async def _started(self) -> Place:
        if self._place is not None and self._process is not None and not self._process.alive:
            _log.warning("the local engine ended by itself")
            self._ends.append(self._now())
            await self._stop()
        if self._place is not None:
            return self._place
        if self._starting is None:
            self._look_at_ends()
            self._starting = self._tasks.start(self._start(), "local engine")
        # Whoever gives up waiting does not take it from the others.
        return await asyncio.shield(self._starting)

    def _look_at_ends(self) -> None:
        if len(self._ends) == _MOST_ENDS and self._now() - self._ends[0] < _ENDS_WITHIN:
            raise EngineFailed(
                f"The local model {self._options.file.stem} keeps ending by itself.",
                "It is tried again in some minutes. Take a smaller model, or close other programs.",
            )

    async def _start(self) -> Place:
        began = self._now()
        try:
            self._place = await asyncio.to_thread(self._open)
        except CopilotError as error:
            self._trouble = error
            self._process = None
            raise
        finally:
            self._starting = None
        self._trouble = None
        _log.info("local engine ready in %.2f s", self._now() - began)
        return self._place

    def _open(self) -> Place:
        """Blocking, in a thread. `close` stops what it finds; what comes later stops itself."""
        process = EngineProcess(self._options, examine(self._options.file))
        self._process = process
        if self._closing:
            process.stop()
        return process.ready()

    def _rest(self) -> None:
        self._idle = None
        self._tasks.start(self._stop_if_unused(), "stop the local engine")

    async def _stop_if_unused(self) -> None:
        if self._users == 0 and self._starting is None:
            _log.info("local engine stopped: nobody asked for a while")
            await self._stop()

    async def _stop(self) -> None:
        process, self._place = self._process, None
        if process is not None:
            await asyncio.to_thread(process.stop)
            # Known until it has ended: who is cancelled here leaves it to `close`. Another may
            # have been started meanwhile.
            if self._process is process:
                self._process = None


class EngineModel:
    """The port Model over an engine; the form of each answer is that of the skill."""

    def __init__(self, engine: LocalEngine, http: HttpStack, skill: Skill | None) -> None:
        self._engine = engine
        self._http = http
        self._skill = skill
        self._primed: Place | None = None

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return self._engine.options.file.stem

    async def warm(self) -> None:
        """Start the engine and have it read what each question begins with. Never fails.

        So the first answer waits neither for the model to load nor for the skill's instructions,
        which take a small machine seconds.
        """
        try:
            async with self._engine.use() as place:
                if self._skill is not None and place is not self._primed:
                    self._primed = place
                    begin = build(self._skill, Conversation(""), Draft(), Vault())
                    begin = replace(begin, max_tokens=1)
                    async with aclosing(self._ask(place, begin)) as events:
                        async for _ in events:
                            pass
        except CopilotError as error:
            # The real request will say what is wrong, to the person who waits for it.
            _log.debug("no engine ahead of time: %s", type(error).__name__)

    async def stream(self, request: ModelRequest) -> AsyncGenerator[ModelEvent, None]:
        """Ask, and yield the answer as it comes; `aclose` stops the computation.

        Raises EngineFailed, and ModelError like any provider. An engine that is found dead before
        it has answered anything is started anew, once.
        """
        may_restart = True
        while True:
            answered = False
            async with self._engine.use() as place:
                try:
                    async with aclosing(self._ask(place, request)) as events:
                        async for event in events:
                            answered = True
                            yield event
                    return
                except ProviderTimeout:
                    # One that hangs would let everybody wait: the next question starts it anew.
                    await self._engine.drop(place)
                    raise
                except (StreamBroken, ProviderUnreachable):
                    if answered or not may_restart or not await self._engine.has_ended(place):
                        raise
            may_restart = False

    def _ask(self, place: Place, request: ModelRequest) -> AsyncGenerator[ModelEvent, None]:
        async def get_key(_name: str) -> str:
            return place.key

        extra: dict[str, Any] = {
            "cache_prompt": True,
            # Models that think first would be silent for minutes on a small machine.
            "chat_template_kwargs": {"enable_thinking": False},
        }
        if self._skill is not None:
            longest = longest_text(self._skill, request.max_tokens)
            extra["grammar"] = grammar(self._skill, longest, self._engine.options.letters)
        options = ProviderOptions(
            name=f"The local model {self.name}",
            base_url=place.base_url,
            model=self.name,
            key_name="engine",
            silence_timeout=self._engine.options.silence_seconds,
            total_timeout=self._engine.options.silence_seconds * 3,
            extra=extra,
            attempts=1,
        )
        return StreamingModel(options, self._http, get_key).stream(request)


class LocalEngines:
    """All engines of the process: skills that name the same file share one."""

    def __init__(self, http: HttpStack) -> None:
        self._http = http
        self._engines: dict[EngineOptions, LocalEngine] = {}
        self._ahead: dict[LocalEngine, EngineModel] = {}

    def model(
        self, options: EngineOptions, skill: Skill | None, *, ahead: bool = False
    ) -> EngineModel:
        """A model for `skill` (None: answers of any form). Starts nothing yet.

        `ahead` says that it is the first to be asked, which `warm` prepares.
        """
        engine = self._engines.setdefault(options, LocalEngine(options))
        model = EngineModel(engine, self._http, skill)
        if ahead:
            self._ahead.setdefault(engine, model)
        return model

    async def warm(self) -> None:
        """Start the engines that will be asked first. Never fails."""
        for model in self._ahead.values():
            await model.warm()

    def status(self) -> tuple[EngineStatus, ...]:
        """How each engine is."""
        return tuple(engine.status for engine in self._engines.values())

    async def close(self) -> None:
        """Stop all."""
        await asyncio.gather(*(engine.close() for engine in self._engines.values()))
