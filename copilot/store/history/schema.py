"""The tables of the history, and how a database of an older version becomes one of this."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from copilot.core.errors import HistoryError
from copilot.store.history import engine

if TYPE_CHECKING:
    from sqlite3 import Connection

# `place` orders the messages of a chat: it grows by one; what comes into sight later and belongs
# between two has a place between theirs. `shown_at` is the time as the application shows it,
# `seen` and all other times are seconds since 1970.
# `keep` of a chat is "" (as set for all), "suggestions", "nothing" or a number of days.
_CHATS = """
CREATE TABLE chats (
    id INTEGER PRIMARY KEY, app TEXT NOT NULL, contact TEXT NOT NULL, app_name TEXT NOT NULL,
    keep TEXT NOT NULL DEFAULT '', UNIQUE (app, contact)
);
CREATE TABLE messages (
    id INTEGER PRIMARY KEY, chat INTEGER NOT NULL REFERENCES chats ON DELETE CASCADE,
    place REAL NOT NULL, sender TEXT NOT NULL, text TEXT NOT NULL, shown_at TEXT, seen REAL NOT NULL
);
CREATE INDEX messages_of_chat ON messages (chat, place);
CREATE INDEX messages_by_time ON messages (seen);
CREATE TABLE offers (
    id INTEGER PRIMARY KEY, chat INTEGER NOT NULL REFERENCES chats ON DELETE CASCADE,
    made REAL NOT NULL, draft TEXT NOT NULL, settled INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX offers_of_chat ON offers (chat, id);
CREATE INDEX offers_by_time ON offers (made);
CREATE TABLE suggestions (
    id INTEGER PRIMARY KEY, offer INTEGER NOT NULL REFERENCES offers ON DELETE CASCADE,
    text TEXT NOT NULL, stance TEXT NOT NULL, source TEXT NOT NULL,
    outcome TEXT NOT NULL DEFAULT 'offered', sent TEXT NOT NULL DEFAULT ''
);
CREATE INDEX suggestions_of_offer ON suggestions (offer);
CREATE VIRTUAL TABLE words USING fts5(
    text, content = 'messages', content_rowid = 'id', tokenize = 'trigram'
);
INSERT INTO words (words, rank) VALUES ('secure-delete', 1);
"""
# Triggers contain semicolons: each is a statement of its own.
_TRIGGERS = (
    """CREATE TRIGGER message_added AFTER INSERT ON messages BEGIN
        INSERT INTO words (rowid, text) VALUES (new.id, new.text);
    END""",
    """CREATE TRIGGER message_removed AFTER DELETE ON messages BEGIN
        INSERT INTO words (words, rowid, text) VALUES ('delete', old.id, old.text);
    END""",
)
_REQUESTS = """
CREATE TABLE requests (
    id INTEGER PRIMARY KEY, chat INTEGER NOT NULL REFERENCES chats ON DELETE CASCADE,
    made REAL NOT NULL, provider TEXT NOT NULL, model TEXT NOT NULL, skill TEXT NOT NULL,
    prompt_tokens INTEGER NOT NULL, completion_tokens INTEGER NOT NULL,
    nanos INTEGER, currency TEXT NOT NULL
);
CREATE INDEX requests_of_chat ON requests (chat);
CREATE INDEX requests_by_time ON requests (made);
"""
# One and two characters are found as the beginning of a run of three. So that those at the end of
# a message begin one, too, two characters that nobody types follow it in the index.
_SHORT_WORDS = (
    "DROP TRIGGER message_added",
    "DROP TRIGGER message_removed",
    "DROP TABLE words",
    "CREATE VIEW padded AS SELECT id, text || char(3, 3) AS text FROM messages",
    """CREATE VIRTUAL TABLE words USING fts5(
        text, content = 'padded', content_rowid = 'id', tokenize = 'trigram'
    )""",
    "INSERT INTO words (words, rank) VALUES ('secure-delete', 1)",
    "CREATE VIRTUAL TABLE runs USING fts5vocab('words', 'instance')",
    """CREATE TRIGGER message_added AFTER INSERT ON messages BEGIN
        INSERT INTO words (rowid, text) VALUES (new.id, new.text || char(3, 3));
    END""",
    """CREATE TRIGGER message_removed AFTER DELETE ON messages BEGIN
        INSERT INTO words (words, rowid, text)
        VALUES ('delete', old.id, old.text || char(3, 3));
    END""",
    "INSERT INTO words (words) VALUES ('rebuild')",
)


def _chats(db: Connection) -> None:
    for statement in _CHATS.split(";\n"):
        db.execute(statement)
    for trigger in _TRIGGERS:
        db.execute(trigger)


def _requests(db: Connection) -> None:
    for statement in _REQUESTS.split(";\n"):
        db.execute(statement)


def _short_words(db: Connection) -> None:
    for statement in _SHORT_WORDS:
        db.execute(statement)


@dataclass(frozen=True, slots=True)
class Step:
    """What makes version n of n-1: it runs in a transaction of its own."""

    name: str
    run: Callable[[Connection], None]


STEPS = (
    Step("chats, messages and suggestions", _chats),
    Step("requests and what they cost", _requests),
    Step("an index that finds one and two characters", _short_words),
)
"""Steps are only ever added: databases of every version are out there."""

VERSION = len(STEPS)


def migrate(db: Connection, path: Path, key: bytes | None) -> None:
    """Bring the database to this version, with a backup before each step that changes one.

    Raises HistoryError for a newer database, and what the engine raises (see engine.translated).
    """
    while (version := version_of(db)) != VERSION:
        if version > VERSION:
            raise HistoryError(
                "The history was written by a newer version of Chat Copilot.",
                "Update Chat Copilot; nothing was changed.",
            )
        if version:
            _back_up(db, backup_path(path, version), key)
        with engine.transaction(db):
            if version_of(db) == version:  # another process may have been faster
                STEPS[version].run(db)
                db.execute(f"PRAGMA user_version = {version + 1}")


def version_of(db: Connection) -> int:
    """The version of the database, 0 for an empty one."""
    return db.execute("PRAGMA user_version").fetchone()[0]


def backup_path(path: Path, version: int) -> Path:
    """Where the backup of that version lies."""
    return path.with_name(f"{path.name}.v{version}.backup")


def remove_backups(path: Path) -> None:
    """Remove all backups: whatever is forgotten must not stand in one."""
    for backup in path.parent.glob(f"{path.name}.v*.backup*"):
        backup.unlink()


def _back_up(db: Connection, backup: Path, key: bytes | None) -> None:
    # Under another name until it is whole. It is encrypted with the same key.
    unfinished = backup.with_name(f"{backup.name}.part")
    for old in (unfinished, backup):
        old.unlink(missing_ok=True)
    try:
        db.execute("VACUUM INTO ?", (str(unfinished),))
        unfinished.chmod(0o600)
        copy = engine.connect(unfinished, key)
        with contextlib.closing(copy):
            if problems(copy):
                raise HistoryError("The backup of the history is damaged.", "Nothing was changed.")
            copy.execute("PRAGMA journal_mode = DELETE")
        unfinished.rename(backup)
    except BaseException:
        for leftover in unfinished.parent.glob(f"{unfinished.name}*"):
            leftover.unlink(missing_ok=True)
        raise


def problems(db: Connection) -> tuple[str, ...]:
    """What SQLite's own check of tables and index finds wrong; empty if the database is whole."""
    found = [str(row[0]) for row in db.execute("PRAGMA integrity_check(20)")]
    if found != ["ok"]:
        return tuple(found)
    # Raises if the index does not say what the messages say.
    db.execute("INSERT INTO words (words, rank) VALUES ('integrity-check', 1)")
    return ()
