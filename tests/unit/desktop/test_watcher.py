"""The watcher goes on, whatever happens while it looks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from dbus_fast import Message, Variant

from copilot.core.model import Blocked, Sight
from copilot.core.tasks import TaskSet
from copilot.desktop.apps import Apps
from copilot.desktop.linux.subscriptions import Subscriptions
from copilot.desktop.linux.watcher import Watcher
from copilot.desktop.linux.windows import DesktopWindow


class BrokenOnce:
    """Windows that can be asked only from the second time on."""

    def __init__(self) -> None:
        self.asked = 0
        self.again = asyncio.Event()
        self.changed: Callable[[], None] = lambda: None

    def active(self) -> DesktopWindow | None:
        self.asked += 1
        if self.asked == 1:
            raise RuntimeError("holds the text of a chat")
        self.again.set()
        return None

    def watch(self, changed: Callable[[], None], moved: Callable[[], None]) -> None:
        self.changed = changed

    def close(self) -> None:
        """Nothing to close."""


async def test_a_defect_does_not_blind_it(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    windows, said = BrokenOnce(), list[Sight]()
    watcher = Watcher(windows, Apps.parse(""), said.append)
    watcher.start()
    try:
        windows.changed()
        async with asyncio.timeout(5):
            await windows.again.wait()  # it looks again by itself
    finally:
        await watcher.close()
    assert "watching failed: RuntimeError" in caplog.text
    assert "holds the text" not in caplog.text


async def test_whoever_resumes_while_a_pause_begins_is_followed_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    answered = asyncio.Event()

    async def slow(_self: Subscriptions, _app: str) -> None:
        await answered.wait()

    monkeypatch.setattr(Subscriptions, "follow", slow)
    said, seen = list[Sight](), Blocked("gajim", "Gajim", "", "")
    watcher = Watcher(BrokenOnce(), Apps.parse(""), said.append)
    watcher._say(seen)  # pyright: ignore[reportPrivateUsage]
    tasks = TaskSet()
    pausing = tasks.start(watcher.rest(True), "pause")
    resuming = tasks.start(watcher.rest(False), "resume")
    await asyncio.sleep(0)
    watcher._say(seen)  # pyright: ignore[reportPrivateUsage]
    answered.set()
    await asyncio.gather(pausing, resuming)
    assert said == [seen, None, seen]
    await watcher.close()


async def test_what_was_said_while_it_rested_is_said_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody listened: a look had begun before, and came to its end after the pause."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    said, seen = list[Sight](), Blocked("gajim", "Gajim", "", "")
    watcher = Watcher(BrokenOnce(), Apps.parse(""), said.append)
    await watcher.rest(True)
    watcher._say(seen)  # pyright: ignore[reportPrivateUsage]
    said.clear()
    await watcher.rest(False)
    watcher._say(seen)  # pyright: ignore[reportPrivateUsage]
    assert said == [None, seen]
    await watcher.rest(False)  # who resumes what goes on disturbs nothing
    assert said == [None, seen]
    await watcher.close()


async def test_it_leaves_the_bus_only_after_a_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    watcher = Watcher(BrokenOnce(), Apps.parse(""), lambda _sight: None)
    loop = asyncio.get_running_loop()
    event = Message(
        path="/org/a11y/atspi/accessible/1",
        interface="org.a11y.atspi.Event.Object",
        member="TextChanged",
        sender=":1.5",
        signature="siiv",
        body=["insert", 0, 1, Variant("s", "a")],
    )
    watcher.heard(event)
    last = loop.time()
    await watcher.close()
    assert loop.time() - last >= 0.45
    await watcher.close()  # and nothing more to wait for
