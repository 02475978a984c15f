"""The history when processes are killed, disks are full and folders can't be written."""

from __future__ import annotations

import asyncio
import contextlib
import os
import random
import resource
import signal
import subprocess
import sys
import threading
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from copilot.core.errors import CopilotError, HistoryError, KeychainLocked
from copilot.core.model import Source, Stance, Suggestion
from copilot.store.history import schema
from copilot.store.history.database import HistoryDatabase
from copilot.store.history.searching import messages
from copilot.store.history.store import HistoryStore
from tests.fakes_desktop import view

KEY = bytes(range(32))
ROOT = Path(__file__).parents[3]
ROUNDS = 50
SURE = Suggestion("Sure!", Stance.AGREE, Source.INSTANT)


def texts(file: Path) -> list[str]:
    with contextlib.closing(HistoryDatabase(file, KEY)) as history:
        return [message.text for message in messages(history, 1)]


@pytest.mark.timeout(300)
@pytest.mark.parametrize("seed", range(4))  # 200 times in all
def test_killed_at_any_moment_nothing_acknowledged_is_lost(tmp_path: Path, seed: int) -> None:
    file = tmp_path / "history.sqlite3"
    chance = random.Random(seed)
    kept = 0
    for _ in range(ROUNDS):
        command = [sys.executable, str(Path(__file__).with_name("history_writer.py"))]
        with subprocess.Popen(
            [*command, str(file), str(kept)],
            env={"PYTHONPATH": str(ROOT), "PATH": os.environ["PATH"]},
            stdout=subprocess.PIPE,
            text=True,
        ) as writer:
            assert writer.stdout is not None
            # Some are killed while they open the file, the others between any two rows.
            after = chance.choice((0, 1, 2, 5, 20, 50))
            timer = threading.Timer(chance.uniform(0.05, 0.15), writer.kill) if not after else None
            if timer is not None:
                timer.start()
            acknowledged = [int(line) for line in _some(writer.stdout, after)]
            writer.send_signal(signal.SIGKILL)
            acknowledged += [int(line) for line in writer.stdout if line.endswith("\n")]
            if timer is not None:
                timer.cancel()
        with contextlib.closing(HistoryDatabase(file, KEY)) as history:
            assert schema.problems(history.connection) == ()
            rows = history.connection.execute("SELECT count(*) FROM messages").fetchone()[0]
        # One more may be written than was told.
        assert rows - len(acknowledged) - kept in (0, 1)
        kept = rows
    assert kept > ROUNDS
    assert texts(file) == [f"message number {number}" for number in range(kept)]


def _some(lines: Iterator[str], count: int) -> Iterator[str]:
    for _, line in zip(range(count), lines, strict=False):
        yield line


@contextlib.contextmanager
def full_disk(size: int) -> Generator[None]:
    """Files can't grow beyond `size` bytes, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)


async def test_a_full_disk_is_told_once_and_what_waited_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "history.sqlite3"
    told: list[CopilotError] = []
    store = HistoryStore(lambda: HistoryDatabase(file, KEY), on_trouble=told.append)
    await store.saw(view(("them", "one")), [])
    with full_disk(file.with_name(f"{file.name}-wal").stat().st_size):
        await store.saw(view(("them", "one"), ("them", "two" * 3000)), [])
        await store.offered(view(("them", "one")), [SURE])
    assert [error.title.split(" (")[0] for error in told] in (
        ["The history can't be written: the disk is full."],
        ["The disk failed while the history was written."],
    )
    await store.took(view(("them", "one")), SURE)
    await store.close()
    assert texts(file) == ["one", "two" * 3000]
    with contextlib.closing(HistoryDatabase(file, KEY)) as history:
        assert schema.problems(history.connection) == ()
        found = history.connection.execute("SELECT outcome FROM suggestions").fetchall()
        assert found == [("taken",)]


async def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be", encoding="utf-8")
    file = tmp_path / "data" / "history.sqlite3"
    told: list[CopilotError] = []
    store = HistoryStore(lambda: HistoryDatabase(file, KEY), on_trouble=told.append)
    for _ in range(2):
        await store.saw(view(("them", "one")), [])
    assert [str(error) for error in told] == [
        f"The history can't be written (File exists). Look at the folder {file.parent}."
    ]
    (tmp_path / "data").unlink()
    await store.close()
    assert texts(file) == ["one"]


def test_a_file_that_may_only_be_read(tmp_path: Path) -> None:
    file = tmp_path / "history.sqlite3"
    with contextlib.closing(HistoryDatabase(file, KEY)) as history:
        history.connection.execute("PRAGMA query_only = ON")
        with pytest.raises(HistoryError, match="can't be written there"):
            history.saw(view(("them", "one")))


async def test_a_locked_keychain_is_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "history.sqlite3"
    locked = True

    def opened() -> HistoryDatabase:
        if locked:
            raise KeychainLocked("The keychain is locked.")
        return HistoryDatabase(file, KEY)

    told: list[CopilotError] = []
    store = HistoryStore(opened, on_trouble=told.append)
    await store.saw(view(("them", "one")), [])
    await store.saw(view(("them", "one"), ("them", "two")), [])
    assert not file.exists()
    locked = False
    await store.saw(view(("them", "two"), ("them", "three")), [])
    await store.close()
    assert [error.title for error in told] == ["The keychain is locked."]
    assert texts(file) == ["one", "two", "three"]


async def test_what_was_told_is_kept_though_the_teller_is_cancelled(tmp_path: Path) -> None:
    file = tmp_path / "history.sqlite3"
    store = HistoryStore(lambda: HistoryDatabase(file, KEY))
    await store.saw(view(("them", "one")), [])
    async with asyncio.TaskGroup() as group:
        telling = group.create_task(store.saw(view(("them", "one"), ("them", "two")), []))
        await asyncio.sleep(0)
        telling.cancel()
    await store.close()
    assert texts(file) == ["one", "two"]


async def test_the_loop_goes_on_while_the_disk_is_slow(tmp_path: Path) -> None:
    going_on = threading.Event()

    def opened() -> HistoryDatabase:
        assert going_on.wait(10)
        return HistoryDatabase(tmp_path / "history.sqlite3", KEY)

    store = HistoryStore(opened)
    async with asyncio.TaskGroup() as group:
        group.create_task(store.saw(view(("them", "one")), []))
        await asyncio.sleep(0)
        going_on.set()
    await store.close()
