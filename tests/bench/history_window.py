"""Typing into the history window over a million messages: key to painted results, and stalls.

The window runs in a process of its own on a private display, over an encrypted database. Each word
is typed letter by letter, without waiting for the results of the letter before. A heartbeat in the
window's thread tells how long that thread was held up, and how long it worked (CPU time) without a
break. The floor of the stalls is the same heartbeat while nobody types: what the machine does.
"""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path[0] = str(ROOT)

import qasync  # noqa: E402  # pyright: ignore[reportMissingTypeStubs]
from PySide6.QtCore import QEvent, QObject, Qt, QTimer  # noqa: E402
from PySide6.QtGui import QInputMethodEvent  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from copilot.archive import Archive, Sources  # noqa: E402
from copilot.core.cost import Exchange  # noqa: E402
from copilot.store.history.database import HistoryDatabase  # noqa: E402
from copilot.ui import theme as themes  # noqa: E402
from copilot.ui.history.finders import Finder  # noqa: E402
from copilot.ui.history.services import Services  # noqa: E402
from copilot.ui.history.window import HistoryWindow  # noqa: E402
from tests.bench.history import KEY, fill  # noqa: E402
from tests.bench.samples import Aim, Figure, Sample  # noqa: E402

BENCH = "history-window"
MESSAGES = 1_000_000
WORDS = ("station", "xylophone", "dinner tickets", "at seven", "nowhere", "火锅吧", "电影", "鲲鹏")
ROUNDS = 6
_BEAT_MS = 2
_BETWEEN = 0.08
"""Seconds between two keys of somebody who types fast."""
_PATIENCE = 60.0


def measure(messages: int = MESSAGES) -> list[Figure]:
    """Fill a database, then type in the window over it."""
    with tempfile.TemporaryDirectory(prefix="cc-bench-") as folder:
        file = Path(folder) / "history.sqlite3"
        history = HistoryDatabase(file, KEY)
        fill(history, messages)
        history.close()
        with _display() as display:
            done = subprocess.run(
                [sys.executable, __file__, str(file)],
                env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
                stdout=subprocess.PIPE,
                text=True,
                check=True,
            )
    found = json.loads(done.stdout)
    return [
        Figure(BENCH, "key → results painted that know of it", "ms",
               Sample.of(found["painted"]), aims=(Aim("p95", 100),)),
        Figure(BENCH, "end of the list reached → next page there", "ms", Sample.of(found["pages"])),
        Figure(BENCH, "longest work of the window's thread without a break, in each word", "ms",
               Sample.of(found["works"]), aims=(Aim("p95", 50),)),
        Figure(BENCH, "the longest of all", "ms", Sample.of([max(found["works"])]),
               aims=(Aim("p95", 50),)),
        Figure(BENCH, "longest stall in each word, with what the machine adds", "ms",
               Sample.of(found["stalls"]), Sample.of(found["idle"]), (Aim("p95", 50),)),
    ]  # fmt: skip


@contextmanager
def _display() -> Generator[str]:
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-nolisten", "tcp", "-screen", "0", "1280x900x24"],
        pass_fds=(writer,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as numbers:
            yield f":{numbers.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


class _Watch(QObject):
    """Hears when a list has painted what was found, and how long the thread does nothing else."""

    def __init__(self, finder: Finder) -> None:
        super().__init__()
        self.painted: list[float] = []
        self.stall = self.work = 0.0
        self._worked = time.thread_time()
        self._finder = finder
        self._waiting: dict[str, float] = {}
        self._settled = False
        self._beat = time.perf_counter()
        self.quiet = asyncio.Event()
        finder.rows.settled.connect(self._found)
        finder.list.viewport().installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_BEAT_MS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def typed(self, text: str, at: float) -> None:
        """A key has made it this text."""
        self._waiting[text] = at
        self.quiet.clear()

    def _found(self) -> None:
        self._settled = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Once this paint is done, whoever waited for it has been answered."""
        if self._settled and event.type() is QEvent.Type.Paint:
            self._settled = False
            QTimer.singleShot(0, partial(self._answer, self._finder.wanted.text))
        return False

    def _answer(self, text: str) -> None:
        now = time.perf_counter()
        for typed in [typed for typed in self._waiting if text.startswith(typed.strip())]:
            self.painted.append((now - self._waiting.pop(typed)) * 1000)
        if not self._waiting:
            self.quiet.set()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.stall = max(self.stall, (now - self._beat) * 1000 - _BEAT_MS)
        worked = time.thread_time()
        self.work = max(self.work, (worked - self._worked) * 1000)
        self._beat, self._worked = now, worked

    def rest(self) -> tuple[float, float]:
        """The longest stall and the longest work without a break since the last time, in ms."""
        found = self.stall, self.work
        self.stall = self.work = 0.0
        return found


async def _inside(file: Path) -> dict[str, list[float]]:
    """Type, in the process of the window."""
    archive = Archive(
        Sources(
            file,
            lambda quietly: HistoryDatabase(file, KEY),
            file.with_name("usage"),
            Exchange,
            wanted=lambda: True,
            erase=_nothing,
        )
    )
    closed = asyncio.Event()
    services = Services(archive, Exchange, _ignore, _nothing, _ignore, closed.set)
    window = HistoryWindow(services, partial(themes.make, dark=False))
    watch = _Watch(window.messages)
    window.present()
    await _until(window.messages.rows.rowCount)
    stalls: list[float] = []
    works: list[float] = []
    idle: list[float] = []
    pages: list[float] = []
    for word in WORDS * ROUNDS:
        watch.rest()
        await asyncio.sleep(len(word) * _BETWEEN)
        idle.append(watch.rest()[0])
        for number in range(1, len(word) + 1):
            watch.typed(word[:number], time.perf_counter())
            if word.isascii():
                QTest.keyClicks(window.filters.search, word[number - 1])
            else:  # as an input method commits it
                QApplication.sendEvent(window.filters.search, _commit(word[number - 1]))
            await asyncio.sleep(_BETWEEN)
        await asyncio.wait_for(watch.quiet.wait(), _PATIENCE)
        pages += await _scroll(window.messages)
        stall, work = watch.rest()
        stalls.append(stall)
        works.append(work)
        window.filters.search.clear()
        await _until(lambda: not window.messages.rows.looking)
    window.close()
    await archive.close()
    return {
        "painted": watch.painted,
        "pages": pages,
        "stalls": stalls,
        "works": works,
        "idle": idle,
    }


async def _scroll(finder: Finder) -> list[float]:
    """Milliseconds until the next page was there, where there is one."""
    rows = finder.rows
    before = rows.rowCount()
    if rows.whole:
        return []
    started = time.perf_counter()
    finder.list.scrollToBottom()
    await _until(lambda: rows.rowCount() > before or rows.whole)
    return [(time.perf_counter() - started) * 1000]


async def _until(met: Callable[[], object]) -> None:
    end = time.monotonic() + _PATIENCE
    while not met():
        if time.monotonic() > end:
            raise TimeoutError
        await asyncio.sleep(_BEAT_MS / 1000)


def _commit(text: str) -> QInputMethodEvent:
    event = QInputMethodEvent()
    event.setCommitString(text)
    return event


async def _nothing() -> None:
    """Nothing is unlocked or erased here."""


def _ignore() -> None:
    """Nothing else is opened here."""


def main() -> None:
    """Be the process of the window."""
    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    work = _inside(Path(sys.argv[1]))
    run: Callable[[object], object] = qasync.run  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
    print(json.dumps(run(work)))


if __name__ == "__main__":
    main()
