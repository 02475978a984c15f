"""The ledger: sums survive processes, kills, damage and a full disk, and tell nobody's name."""

from __future__ import annotations

import asyncio
import errno
import os
import signal
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from copilot.core.cost import FREE, UNKNOWN, Cost, Spent, Tokens
from copilot.core.errors import CopilotError, InputError
from copilot.core.model import ChatIdentity
from copilot.core.ports import Charge
from copilot.store.usage import UsageLedger

MONDAY, TUESDAY, DECEMBER = date(2026, 11, 23), date(2026, 11, 24), date(2026, 12, 1)
ANNA = ChatIdentity("gajim", "1:100", "anna@example.org")
BOB = ChatIdentity("gajim", "1:100", "bob@example.org")
CALL = Charge("deepseek", "chat", "reply", ANNA, Tokens(400, 12, 300), Cost(296_000, "CNY"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "usage.sqlite3"


@pytest.fixture
def ledger(path: Path) -> UsageLedger:
    return UsageLedger(path, lambda: MONDAY)


def keep(ledger: UsageLedger, *charges: Charge) -> Spent:
    async def add() -> Spent:
        for charge in charges:
            await ledger.add(charge)
        return await ledger.spent()

    return asyncio.run(add())


def test_sums_of_a_day_and_its_month(path: Path) -> None:
    keep(UsageLedger(path, lambda: MONDAY), CALL, CALL)
    tuesday = UsageLedger(path, lambda: TUESDAY)
    spent = keep(tuesday, CALL, replace(CALL, cost=UNKNOWN), replace(CALL, cost=FREE))
    assert spent.day == TUESDAY
    assert (spent.today.calls, spent.today.tokens, spent.today.unpriced) == (3, 824, 412)
    assert (spent.month.calls, spent.month.tokens) == (5, 4 * 412)
    assert dict(spent.month.nanos) == {"CNY": 3 * 296_000}
    assert keep(UsageLedger(path, lambda: DECEMBER)).month.calls == 0


def test_one_row_for_what_is_alike(ledger: UsageLedger) -> None:
    keep(
        ledger,
        *(CALL, CALL, replace(CALL, skill="topics"), replace(CALL, chat=BOB)),
        replace(CALL, tokens=Tokens(400, 12, estimated=True)),
        *(replace(CALL, cost=UNKNOWN, chat=None), replace(CALL, cost=FREE)),
    )
    rows = ledger.rows(MONDAY, MONDAY)
    assert len(rows) == 6
    twice = next(row for row in rows if row.calls == 2)
    assert (twice.day, twice.provider, twice.model, twice.skill) == (
        *(MONDAY, "deepseek", "chat"),
        "reply",
    )
    assert (twice.tokens, twice.cost) == (Tokens(800, 24, 600), Cost(592_000, "CNY"))
    assert {row.cost for row in rows} == {
        *(twice.cost, CALL.cost, UNKNOWN, FREE),
    }
    assert ledger.rows(TUESDAY, TUESDAY) == ()


def test_nothing_there_yet(ledger: UsageLedger, path: Path) -> None:
    assert ledger.rows(MONDAY, TUESDAY) == ()
    assert keep(ledger) == Spent(MONDAY)
    assert not path.exists()


def test_a_chat_is_a_hash_that_can_not_be_tried_after_its_month(path: Path) -> None:
    ledger = UsageLedger(path, lambda: MONDAY)
    moved = replace(ANNA, window="1:200")
    keep(ledger, CALL, replace(CALL, chat=moved), replace(CALL, chat=BOB))
    anna, bob = sorted(ledger.rows(MONDAY, MONDAY), key=lambda row: -row.calls)
    assert anna.calls == 2
    assert anna.chat != bob.chat
    files = list(path.parent.iterdir())
    assert not any(b"anna" in file.read_bytes() for file in files)
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    with closing(sqlite3.connect(path)) as db:
        old = db.execute("SELECT salt FROM salts").fetchone()[0]
    december = UsageLedger(path, lambda: DECEMBER)
    keep(december, CALL)
    assert december.rows(DECEMBER, DECEMBER)[0].chat not in (anna.chat, bob.chat)
    assert not any(old in file.read_bytes() for file in path.parent.iterdir())


@pytest.mark.parametrize("content", [b"no database at all" * 99, b"SQLite format 3\0" + b"x" * 999])
def test_a_damaged_file_is_set_aside(
    ledger: UsageLedger, path: Path, content: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(InputError, match="can't be read"):
        ledger.rows(MONDAY, MONDAY)
    assert keep(ledger, CALL).today.calls == 1
    assert [f.read_bytes() for f in path.parent.glob("*.unreadable-*")] == [content]
    assert "set aside" in caplog.text


def test_a_newer_versions_file_is_left_alone(ledger: UsageLedger, path: Path) -> None:
    keep(ledger, CALL)
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA user_version = 99")
    assert keep(ledger, CALL).today.calls == 2  # in memory
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("SELECT calls FROM spent").fetchall() == [(1,)]


def test_what_could_not_be_written_is_written_later(ledger: UsageLedger, path: Path) -> None:
    path.mkdir(parents=True)  # where a folder is, nothing can be written
    assert keep(ledger, CALL, CALL).today.calls == 2
    path.rmdir()
    assert keep(ledger, CALL).today.calls == 3
    assert keep(UsageLedger(path, lambda: MONDAY)).today.calls == 3


def test_a_file_that_can_only_be_read_counts_and_that_is_told_once(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(UsageLedger(path, lambda: MONDAY), CALL, CALL)
    told: list[CopilotError] = []
    ledger = UsageLedger(path, lambda: MONDAY, told.append)
    real = os.open

    def read_only(name: str | Path, flags: int, mode: int = 0o777) -> int:
        if flags & (os.O_RDWR | os.O_WRONLY):
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        return real(name, flags, mode)

    with monkeypatch.context() as patch:
        patch.setattr(os, "open", read_only)  # as root nothing else keeps us from writing
        assert keep(ledger).today.calls == 2
        assert keep(ledger, CALL).today.calls == 3
        assert [error.title for error in told] == ["What models cost can't be written down."]
    assert keep(ledger, CALL).today.calls == 4
    assert keep(UsageLedger(path, lambda: MONDAY)).today.calls == 4


Start = Callable[[str, int], "subprocess.Popen[str]"]

CHILD = """
import asyncio, resource, signal, sys
from datetime import date
from pathlib import Path
from copilot.store.usage import UsageLedger
from copilot.core.cost import Cost, Tokens
from copilot.core.ports import Charge
ledger = UsageLedger(Path(sys.argv[1]), lambda: date(2026, 11, 23))
charge = Charge("p", "m", "reply", None, Tokens(1, 0), Cost(1, "CNY"))
if sys.argv[2] == "full":
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))
async def main():
    for n in range(int(sys.argv[3])):
        spent = await ledger.add(charge)
        print(spent.today.calls, flush=True)
asyncio.run(main())
"""


@pytest.fixture
def start(path: Path) -> Iterator[Start]:
    running: list[subprocess.Popen[str]] = []

    def begin(mode: str, count: int) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", CHILD, str(path), mode, str(count)]
        child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        running.append(child)
        return child

    yield begin
    for child in running:
        child.kill()
        child.communicate(timeout=20)


def test_processes_at_the_same_time(path: Path, start: Start, ledger: UsageLedger) -> None:
    children = [start("", 25) for _ in range(3)]
    for child in children:
        child.communicate(timeout=60)
        assert child.returncode == 0
    assert keep(ledger).today.calls == 75


def test_a_kill_in_the_middle_loses_nothing_that_was_kept(
    start: Start, ledger: UsageLedger
) -> None:
    child = start("", 1_000_000)
    assert child.stdout is not None
    told = [int(child.stdout.readline()) for _ in range(10)]
    os.kill(child.pid, signal.SIGKILL)
    told += [int(line) for line in child.communicate(timeout=20)[0].split()]
    assert told[-1] <= keep(ledger).today.calls <= told[-1] + 1


def test_a_full_disk_breaks_nothing(start: Start, ledger: UsageLedger) -> None:
    child = start("full", 40)
    told = child.communicate(timeout=60)[0].split()
    assert child.returncode == 0
    assert told == [str(n) for n in range(1, 41)]  # counted all the same
    assert keep(ledger, CALL).today.calls >= 1
