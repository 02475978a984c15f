"""Background tasks are held, reported and ended."""

from __future__ import annotations

import asyncio

import pytest

from copilot.core.tasks import TaskSet


async def fail() -> None:
    raise ValueError("holds the text of a chat")


async def test_a_failure_is_logged_by_type_only(caplog: pytest.LogCaptureFixture) -> None:
    tasks = TaskSet()
    await asyncio.wait([tasks.start(fail(), "fail")])
    await asyncio.sleep(0)
    assert "fail failed: ValueError" in caplog.text
    assert "holds the text" not in caplog.text


async def test_a_failure_reaches_the_listener() -> None:
    heard: list[BaseException] = []
    tasks = TaskSet(heard.append)
    await asyncio.wait([tasks.start(fail(), "fail")])
    await asyncio.sleep(0)
    assert [type(e) for e in heard] == [ValueError]


async def test_close_cancels_and_waits() -> None:
    ended = asyncio.Event()

    async def wait() -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    tasks = TaskSet()
    tasks.start(wait(), "wait")
    await asyncio.sleep(0)
    await tasks.close()
    assert ended.is_set()


async def test_what_comes_afterwards_waits_for_all_that_is_under_way() -> None:
    tasks, may, did = TaskSet(), asyncio.Event(), list[str]()

    async def work() -> None:
        await may.wait()
        did.append("work")

    tasks.afterwards(lambda: did.append("at once"))
    first = tasks.start(work(), "first")
    second = tasks.start(work(), "second")
    tasks.afterwards(lambda: did.append("afterwards"))
    first.cancel()
    await asyncio.wait((first,))
    assert did == ["at once"]
    may.set()
    await second
    await asyncio.sleep(0)
    assert did == ["at once", "work", "afterwards"]
