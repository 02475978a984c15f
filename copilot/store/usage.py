"""The ledger of what models cost: sums per day, model, skill and chat in a small SQLite file."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import hmac
import logging
import os
import secrets
import sqlite3
import threading
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from copilot.core.cost import Cost, Spent, Sums, Tokens
from copilot.core.errors import CopilotError, DataTooNew, InputError
from copilot.core.model import ChatIdentity
from copilot.core.ports import Charge
from copilot.store import files, paths

_log = logging.getLogger(__name__)

_VERSION = 1
_UNKNOWN = "?"
"""Stands in the column of currencies where the price is unknown; "" is free."""
_BUSY = 2.0
"""Seconds to wait for another process that is writing."""
_MOST_WAITING = 1000
"""So many calls are kept in memory while the file can't be written."""
_USELESS = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)

# Sums of a day, no single calls: when somebody wrote is nobody's business.
_SCHEMA = """
CREATE TABLE IF NOT EXISTS spent (
    day TEXT, provider TEXT, model TEXT, skill TEXT, chat TEXT, currency TEXT, estimated INTEGER,
    calls INTEGER, prompt INTEGER, cached INTEGER, completion INTEGER, nanos INTEGER,
    PRIMARY KEY (day, provider, model, skill, chat, currency, estimated)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS salts (month TEXT PRIMARY KEY, salt BLOB);
"""
_ADD = """
INSERT INTO spent VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)
ON CONFLICT DO UPDATE SET calls = calls + 1, prompt = prompt + excluded.prompt,
    cached = cached + excluded.cached, completion = completion + excluded.completion,
    nanos = nanos + excluded.nanos
"""
_SUMS = """
SELECT day = ?, currency, sum(calls), sum(prompt + completion), sum(nanos) FROM spent
WHERE day BETWEEN ? AND ? GROUP BY 1, 2
"""
_ROWS = """
SELECT day, provider, model, skill, chat, currency, estimated, calls, prompt, cached, completion,
    nanos
FROM spent WHERE day BETWEEN ? AND ? ORDER BY 1, 2, 3, 4, 5
"""


@dataclass(frozen=True, slots=True)
class UsageRow:
    """What one chat, skill and model used on one day. `chat` is a hash, "" for none."""

    day: date
    provider: str
    model: str
    skill: str
    chat: str
    calls: int
    tokens: Tokens
    cost: Cost


class UsageLedger:
    """Implements the port Ledger. Several processes may use one file at the same time.

    A file that can't be written is logged, and what should stand in it is kept in memory until
    it can; so it is with one of a newer version. One that is damaged is set aside. An answer
    never waits for it nor fails with it. `on_trouble` hears, in the caller's loop, of the first
    failure until it goes well again.
    """

    def __init__(
        self,
        path: Path,
        today: Callable[[], date] = date.today,
        on_trouble: Callable[[CopilotError], None] = lambda error: None,
    ) -> None:
        self._path = path
        self._today = today
        self._on_trouble = on_trouble
        self._told = False
        self._lock = threading.Lock()
        self._waiting: list[tuple[date, Charge]] = []
        self._known: Spent | None = None
        self._failure: BaseException | None = None

    async def spent(self) -> Spent:
        """What was spent today and this month, by all processes of this person."""
        return await self._kept(None)

    async def add(self, charge: Charge) -> Spent:
        """Keep one call; returns the sums that include it."""
        return await self._kept(charge)

    async def _kept(self, charge: Charge | None) -> Spent:
        spent = await asyncio.to_thread(self._keep, charge)
        failure = self._failure
        if failure is not None and not self._told:
            self._on_trouble(self._newer() if isinstance(failure, _Newer) else self._unwritten())
        self._told = failure is not None
        return spent

    def rows(self, since: date, until: date) -> tuple[UsageRow, ...]:
        """All sums of these days, both included. Blocking. Raises InputError, DataTooNew."""
        if not self._path.exists():
            return ()
        try:
            with self._opened() as db:
                found = db.execute(_ROWS, (since.isoformat(), until.isoformat())).fetchall()
        except _Newer:
            raise self._newer() from None
        except (sqlite3.Error, OSError) as error:
            raise InputError(
                f"The record of what was used can't be read ({type(error).__name__}).",
                f"Look at {self._path}; if it is damaged, move it away and a new one is begun.",
            ) from error
        return tuple(_row(values) for values in found)

    def _newer(self) -> DataTooNew:
        return DataTooNew(
            "The record of what models cost was written by a newer version of Chat Copilot.",
            "Your budget counts on in memory, until Chat Copilot ends. "
            f"Update Chat Copilot, or move {self._path} away.",
        )

    def _unwritten(self) -> CopilotError:
        return CopilotError(
            "What models cost can't be written down.",
            f"Your budget counts on in memory, until Chat Copilot ends. Look at {self._path}.",
        )

    def _keep(self, charge: Charge | None) -> Spent:
        with self._lock:
            today = self._today()
            if charge is not None:
                self._waiting.append((today, charge))
            elif not self._waiting and not self._path.exists():
                return (self._known or Spent(today)).on(today)
            try:
                self._known = self._write(today)
                self._waiting.clear()
                self._failure = None
            except (sqlite3.Error, OSError, _Newer) as error:
                _log.warning("the record of usage can't be written: %s", type(error).__name__)
                self._known = (self._known or self._read_alone(today)).on(today)
                if charge is not None:
                    self._known = self._known.plus(charge.tokens.total, charge.cost)
                del self._waiting[:-_MOST_WAITING]
                self._failure = error
            return self._known

    def _read_alone(self, today: date) -> Spent:
        """What stands in a file that can't be written: budgets hold on a read-only disk, too."""
        # Beside a database that is written by nobody no file may be made, which WAL wants.
        for way in ("mode=ro", "immutable=1"):
            with contextlib.suppress(sqlite3.Error, ValueError):
                address = f"{self._path.absolute().as_uri()}?{way}"
                with contextlib.closing(sqlite3.connect(address, uri=True, timeout=_BUSY)) as db:
                    return _sums(db, today)
        return Spent(today)

    def _write(self, today: date) -> Spent:
        try:
            return self._write_once(today)
        except sqlite3.Error as error:
            if error.sqlite_errorcode & 0xFF not in _USELESS:  # without what an extended code adds
                raise
            aside = files.set_aside(self._path)
            for ending in ("-wal", "-shm"):
                Path(f"{self._path}{ending}").unlink(missing_ok=True)
            _log.warning("%s was damaged and set aside as %s", self._path.name, aside.name)
            return self._write_once(today)

    def _write_once(self, today: date) -> Spent:
        with self._opened() as db:
            if self._waiting:
                salts = {day: _salt(db, day) for day in sorted({day for day, _ in self._waiting})}
                _forget_salts(db, today)
                db.executemany(_ADD, [_values(d, c, salts[d]) for d, c in self._waiting])
            return _sums(db, today)

    @contextlib.contextmanager
    def _opened(self) -> Generator[sqlite3.Connection]:
        """A transaction, kept if nothing is raised."""
        paths.make_private(self._path.parent)
        # SQLite would let everybody read it.
        os.close(os.open(self._path, os.O_CREAT | os.O_RDWR, 0o600))
        with contextlib.closing(sqlite3.connect(self._path, timeout=_BUSY)) as db:
            db.isolation_level = None
            # Written pages may be lost with the power, never the file's order.
            db.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;")
            db.execute("PRAGMA secure_delete=ON")
            db.execute("BEGIN IMMEDIATE")
            try:
                _migrate(db)
                yield db
            except BaseException:
                with contextlib.suppress(sqlite3.Error):
                    db.execute("ROLLBACK")
                raise
            db.execute("COMMIT")


class _Newer(Exception):
    """A newer version made the file."""


def _migrate(db: sqlite3.Connection) -> None:
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > _VERSION:
        raise _Newer
    if version < _VERSION:
        for statement in _SCHEMA.split(";"):
            db.execute(statement)
        db.execute(f"PRAGMA user_version = {_VERSION}")


def _salt(db: sqlite3.Connection, day: date) -> bytes:
    month = day.isoformat()[:7]
    db.execute("INSERT OR IGNORE INTO salts VALUES (?, ?)", (month, secrets.token_bytes(32)))
    return db.execute("SELECT salt FROM salts WHERE month = ?", (month,)).fetchone()[0]


def _forget_salts(db: sqlite3.Connection, today: date) -> None:
    # From then on nobody can find out by trying names whose chat it was.
    db.execute("DELETE FROM salts WHERE month <> ?", (today.isoformat()[:7],))


def _hash(chat: ChatIdentity | None, salt: bytes) -> str:
    if chat is None:
        return ""
    named = f"{chat.app}\0{chat.contact}".encode("utf-8", "surrogatepass")
    return hmac.new(salt, named, hashlib.sha256).hexdigest()[:12]


def _values(day: date, charge: Charge, salt: bytes) -> tuple[str | int, ...]:
    tokens, cost = charge.tokens, charge.cost
    currency = _UNKNOWN if cost.nanos is None else cost.currency
    return (
        *(day.isoformat(), charge.provider, charge.model, charge.skill, _hash(charge.chat, salt)),
        *(currency, int(tokens.estimated), tokens.prompt, tokens.cached, tokens.completion),
        cost.nanos or 0,
    )


def _cost(currency: str, nanos: int) -> Cost:
    return Cost(None) if currency == _UNKNOWN else Cost(nanos, currency)


def _sums(db: sqlite3.Connection, today: date) -> Spent:
    day, first = today.isoformat(), today.replace(day=1).isoformat()
    of_day, of_month = Sums(), Sums()
    for is_today, currency, calls, tokens, nanos in db.execute(_SUMS, (day, first, day)):
        cost = _cost(currency, nanos)
        of_month = of_month.plus(tokens, cost, calls)
        of_day = of_day.plus(tokens, cost, calls) if is_today else of_day
    return Spent(today, of_day, of_month)


def _row(values: Sequence[str | int]) -> UsageRow:
    day, provider, model, skill, chat, currency = (str(value) for value in values[:6])
    estimated, calls, prompt, cached, completion, nanos = (int(value) for value in values[6:])
    tokens = Tokens(prompt, completion, cached, bool(estimated))
    cost = _cost(currency, nanos)
    return UsageRow(date.fromisoformat(day), provider, model, skill, chat, calls, tokens, cost)
