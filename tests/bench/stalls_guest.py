"""The application with somebody who does everything in turns, and a watchdog over Qt's thread.

python -m tests.bench.stalls_guest SECONDS

Prints one JSON object: how long Qt's thread let a question wait, in milliseconds, by what was
being done. Started by `stalls`, on a desktop of its own.
"""

from __future__ import annotations

import asyncio
import faulthandler
import itertools
import json
import sys
import threading
import time
from array import array
from collections import defaultdict
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from copilot.core.intents import Command
from copilot.core.model import Card, PanelState, Phase
from copilot.start import run
from copilot.store import launch, paths, settings
from copilot.ui import kit
from tests.resident import resident

if TYPE_CHECKING:
    from copilot.app import Running
    from copilot.ui.history.window import HistoryWindow

_BETWEEN = 0.004
"""Seconds between two questions of the watchdog."""
_WORDS = ("station", "dinner tickets", "lake is cold")
"""What is looked for in turns: one word, two of a line, three."""
_KEYS = 0.08
"""Seconds between two keys of somebody who types fast."""
_LIMIT = 20.0
"""Seconds that one thing may take."""


class Watchdog(QObject):
    """Asks Qt's thread again and again, and measures how long it takes to answer."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        # An array: a list of floats would be most of what the memory gains.
        self.waits: defaultdict[str, array[float]] = defaultdict(partial(array, "d"))
        self.memory: list[float] = []
        """Megabytes that are resident after each round."""
        self.doing = "start"
        self._answered = threading.Event()
        self._end = threading.Event()
        self.asked.connect(self._answer, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Ask no more."""
        self._end.set()
        self._answered.set()

    def _answer(self) -> None:
        self._answered.set()

    def _watch(self) -> None:
        while not self._end.wait(_BETWEEN):
            self._answered.clear()
            doing, begun = self.doing, time.perf_counter()
            self.asked.emit()
            self._answered.wait()
            self.waits[doing].append((time.perf_counter() - begun) * 1000)


async def _play(running: Running, watchdog: Watchdog, seconds: float) -> None:
    states = _States(running)
    await states.until(lambda state: bool(state.contact), "the practice chat")
    await states.until(lambda state: bool(state.cards), "suggestions")
    send, until = running.bridge.send, time.monotonic() + seconds

    async def stream() -> None:
        before = running.session.state.cards
        send(Command("refresh"))
        await states.until(lambda state: _is_new(state, before), "an answer")

    async def panel() -> None:
        for _ in range(5):
            send(Command("dismiss"))
            await states.until(lambda state: not state.visible, "no panel")
            send(Command("open"))
            await states.until(lambda state: state.visible, "the panel")
            await asyncio.sleep(0.05)

    async def window(command: str) -> None:
        send(Command(command))
        await asyncio.sleep(0.6)
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, kit.Window):
                widget.close()
        await asyncio.sleep(0.2)

    async def search() -> None:
        send(Command("show-history"))
        history = await _history()
        for letter in next(words):
            QTest.keyClicks(history.filters.search, letter)
            await asyncio.sleep(_KEYS)
        await _until(lambda: not history.messages.rows.looking, "what was found")
        assert history.messages.rows.rowCount(), "nothing was found"
        history.messages.list.scrollToBottom()
        await asyncio.sleep(0.3)
        history.close()
        await asyncio.sleep(0.2)

    words = itertools.cycle(_WORDS)
    steps: dict[str, Callable[[], Awaitable[None]]] = {
        "streaming": stream,
        "opening and closing the panel": panel,
        "settings": lambda: window("open-settings"),
        "what was sent": lambda: window("show-sent"),
        "history": lambda: window("show-history"),
        "searching in a long history": search,
    }
    while time.monotonic() < until:
        for watchdog.doing, step in steps.items():
            await step()
        watchdog.memory.append(resident())


async def _history() -> HistoryWindow:
    """The history window, once it shows what is kept."""
    found: list[HistoryWindow] = []

    def there() -> bool:
        # By its name: importing it here would take that from its first opening.
        found[:] = [
            cast("HistoryWindow", widget)
            for widget in QApplication.topLevelWidgets()
            if type(widget).__name__ == "HistoryWindow" and widget.isVisible()
        ]
        return bool(found) and found[0].messages.rows.rowCount() > 0

    await _until(there, "the history")
    return found[0]


async def _until(met: Callable[[], bool], what: str) -> None:
    """Wait for it. Raises TimeoutError."""
    end = time.monotonic() + _LIMIT
    while not met():
        if time.monotonic() > end:
            raise TimeoutError(f"waited in vain for {what}")
        await asyncio.sleep(_BETWEEN)


def _is_new(state: PanelState, before: tuple[Card, ...]) -> bool:
    """Whether another answer than this has come to its end."""
    keys = {card.key for card in before}
    fresh = [card for card in state.cards if card.key not in keys]
    return len(fresh) == len(state.cards) > 0 and state.phase is Phase.DONE


class _States:
    """Waits for states of the panel."""

    def __init__(self, running: Running) -> None:
        self._session = running.session
        self._changed = asyncio.Event()
        running.bridge.states.connect(self._notice)

    def _notice(self, _state: object) -> None:
        self._changed.set()

    async def until(self, fits: Callable[[PanelState], bool], what: str) -> None:
        """Wait for a state. Raises TimeoutError."""
        try:
            async with asyncio.timeout(_LIMIT):
                while not fits(self._session.state):
                    self._changed.clear()
                    await self._changed.wait()
        except TimeoutError:
            raise TimeoutError(f"waited in vain for {what}: {self._session.state}") from None


def main(seconds: float) -> int:
    """Play for so long; returns the exit code."""
    from copilot.app import Options

    # Whoever waits in vain for this shall see where it stands.
    faulthandler.dump_traceback_later(seconds + 45)
    here = paths.find()
    started = time.monotonic()

    async def guest(running: Running) -> int:
        practice = launch.start("practice", "--language", "en")
        watchdog = Watchdog()
        try:
            await _play(running, watchdog, seconds)
        finally:
            watchdog.stop()
            practice.terminate()
            practice.wait(5)
        watchdog.waits.pop("start", None)
        waits = {doing: list(values) for doing, values in watchdog.waits.items()}
        print(json.dumps({"waits": waits, "memory": watchdog.memory}), flush=True)
        return 0

    return run(here, lambda: Options(here, settings.load(here.settings_file), started), guest)


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1])))
