"""How fast the history writes, finds and opens, beside stdlib's unencrypted SQLite.

python tests/bench/history.py [--messages 1000000] [--json]

Both have the same tables, rows and statements, and are measured in the same run, in turns. A write
is what the application does for one new message: a look at a chat that shows twenty.
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from copilot.core.memory import Pair  # noqa: E402
from copilot.core.model import (  # noqa: E402
    ChatIdentity,
    ChatView,
    Conversation,
    Draft,
    Message,
)
from copilot.store.history import schema, translations  # noqa: E402
from copilot.store.history.database import HistoryDatabase  # noqa: E402
from copilot.store.history.searching import Query, search, search_translations  # noqa: E402

KEY = bytes(range(32))
CHATS = 100
WRITES = 500
LOOKUPS = 500
PAIR = Pair("zh-Hans", "en")
ENGLISH = "the lake is cold today and we meet at seven near old station with tickets for dinner"
CHINESE = "我们今天晚上去吃火锅吧你几点下班明天再说好的没问题周末一起爬山看电影买票"
SEARCHES = {
    "frequent word": ("station", "tickets"),
    "rare word": ("xylophone", "quagmire"),
    "word that is nowhere": ("nowhere-to-be-found", "木星大气层"),
    "two words": ("dinner station", "火锅吧 电影买"),
    "two characters, frequent": ("火锅", "at"),
    "two characters, rare": ("鲲鹏", "q7"),
    "one character, nowhere": ("龘", "ж"),
}


class WithoutSecureDelete(sqlite3.Connection):
    """SQLite before 3.42, as many Pythons have it, lacks that option of the index."""

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        return super().execute("SELECT 1" if "secure-delete" in sql else sql, parameters)


class Unencrypted(HistoryDatabase):
    """The same tables in stdlib's SQLite, with the same settings."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.now = time.time
        self.connection = sqlite3.connect(path, isolation_level=None, factory=WithoutSecureDelete)
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "secure_delete=ON"):
            self.connection.execute(f"PRAGMA {pragma}").close()
        if schema.version_of(self.connection) == 0:
            for step in schema.STEPS:
                step.run(self.connection)
            self.connection.execute(f"PRAGMA user_version = {schema.VERSION}")


def texts(count: int) -> Iterator[str]:
    """Lines of ten to sixty characters in two languages; the same in each run."""
    chance = random.Random(7)
    words, signs = ENGLISH.split(), list(CHINESE)
    for number in range(count):
        if number % 50_000 == 25_000:
            yield "a xylophone in a quagmire, 鲲鹏 q7"
        elif number % 2:
            yield " ".join(chance.choices(words, k=chance.randint(3, 10)))
        else:
            start = chance.randrange(len(signs))
            yield CHINESE[start : start + 9] + "".join(chance.choices(signs, k=9))


def fill(history: HistoryDatabase, count: int) -> float:
    """Put `count` messages into it, and return the seconds that took."""
    started = time.perf_counter()
    db = history.connection
    db.execute("BEGIN")
    for chat in range(CHATS):
        history.chat_id("app", f"contact {chat}")
    db.executemany(
        "INSERT INTO messages (chat, place, sender, text, shown_at, seen) "
        "VALUES (?, ?, 'them', ?, NULL, ?)",
        ((n % CHATS + 1, float(n), text, 1.79e9 + n) for n, text in enumerate(texts(count))),
    )
    db.execute("COMMIT")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
    return time.perf_counter() - started


def remember(history: HistoryDatabase, count: int) -> None:
    """Put `count` translations into it."""
    db = history.connection
    db.execute("BEGIN")
    db.executemany(
        "INSERT INTO translations (chat, made, text, result, source, target, formality, model, "
        "same) VALUES (?, ?, ?, ?, 'zh-Hans', 'en', '', 'small', ?)",
        (
            (n % CHATS + 1, 1.79e9 + n, f"{text} {n}", ENGLISH, translations.same(f"{text} {n}"))
            for n, text in enumerate(texts(count))
        ),
    )
    db.execute("COMMIT")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()


def remembered(history: HistoryDatabase, count: int) -> Iterator[float]:
    """Milliseconds of finding each of some translations, and some that are nowhere."""
    chance = random.Random(3)
    known = [f"{text} {n}" for n, text in enumerate(texts(min(count, 5000)))]
    for text in [*chance.choices(known, k=LOOKUPS), *(f"unknown {n}" for n in range(LOOKUPS))]:
        found: list[str | None] = []
        yield timed(
            lambda text=text, found=found: found.append(translations.find(history, text, PAIR, ""))
        )
        assert (found[0] is None) == text.startswith("unknown")


def timed(work: Callable[[], object]) -> float:
    """Milliseconds."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def p95(values: list[float]) -> float:
    """The value that 95 of 100 stay under."""
    return statistics.quantiles(values, n=20)[-1] if len(values) > 1 else values[0]


def writes(history: HistoryDatabase) -> Iterator[float]:
    """Milliseconds of each write of one new message."""
    identity = ChatIdentity("app", "w", "somebody new")
    lines = [Message("them", f"{n}: {text}") for n, text in enumerate(texts(WRITES + 20))]
    for end in range(20, WRITES + 20):
        conversation = Conversation("somebody new", tuple(lines[end - 20 : end]))
        view = ChatView(identity, "App", "", conversation, Draft())
        yield timed(lambda view=view: history.saw(view))


def measure(open_: Callable[[], HistoryDatabase], count: int, rounds: int) -> dict[str, float]:
    """All figures of one engine, in milliseconds unless they say otherwise."""
    history = open_()
    figures = {"fill, s": fill(history, count)}
    history.close()
    openings: list[float] = []
    for _ in range(20):
        started = time.perf_counter()
        history = open_()
        history.connection.execute("SELECT max(id) FROM messages").fetchone()
        openings.append((time.perf_counter() - started) * 1000)
        history.close()
    figures["open, p95"] = p95(openings)
    history = open_()
    figures["write one, p95"] = p95(list(writes(history)))
    every: list[float] = []
    for kind, queries in SEARCHES.items():
        times = [
            timed(lambda text=text: search(history, Query(text)))
            for _ in range(rounds)
            for text in queries
        ]
        every += times
        figures[f"search, {kind}, p95"] = p95(times)
    figures["search, all of these, p95"] = p95(every)
    remember(history, max(count // 10, 1))
    figures["find a translation, p95"] = p95(list(remembered(history, max(count // 10, 1))))
    figures["search translations, p95"] = p95(
        [
            timed(lambda text=text: search_translations(history, Query(text)))
            for _ in range(rounds)
            for text in ("station", "火锅吧", "nowhere-to-be-found")
        ]
    )
    figures["file, MB"] = history.path.stat().st_size / 1e6
    history.close()
    return figures


def main() -> None:
    """Measure both and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="cc-bench-") as name:
        ours = Path(name) / "ours" / "history.sqlite3"
        plain = Path(name) / "plain.sqlite3"
        result = {
            "encrypted": measure(lambda: HistoryDatabase(ours, KEY), args.messages, args.rounds),
            "stdlib": measure(lambda: Unencrypted(plain), args.messages, args.rounds),
        }
    if args.json:
        print(json.dumps({"messages": args.messages, **result}, indent=2))
        return
    print(f"{args.messages} messages, SQLite {sqlite3.sqlite_version} as stdlib's; milliseconds")
    for figure, value in result["encrypted"].items():
        print(f"{figure:40} {value:10.2f} {result['stdlib'][figure]:10.2f}")


if __name__ == "__main__":
    main()
