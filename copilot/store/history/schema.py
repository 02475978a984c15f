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
# `drafts` are texts that were replaced, with what replaced them ("suggestion", "translation") and
# what became of it. `same` of a translation is a hash of what makes two texts the same one.
# A request or a translation without a chat belongs to none; the messages of a request are as they
# left, masked. What is counted of a contact is JSON.
_MEMORY = (
    """CREATE TABLE drafts (
        id INTEGER PRIMARY KEY, chat INTEGER NOT NULL REFERENCES chats ON DELETE CASCADE,
        made REAL NOT NULL, text TEXT NOT NULL, written TEXT NOT NULL, kind TEXT NOT NULL,
        suggestion INTEGER REFERENCES suggestions ON DELETE SET NULL,
        outcome TEXT NOT NULL DEFAULT 'written', sent TEXT NOT NULL DEFAULT ''
    )""",
    "CREATE INDEX drafts_of_chat ON drafts (chat, id)",
    "CREATE INDEX drafts_by_time ON drafts (made)",
    # What a message that was sent settles, of which there is little in a long chat.
    "CREATE INDEX drafts_written ON drafts (chat, id) WHERE outcome = 'written'",
    "CREATE INDEX offers_open ON offers (chat, id) WHERE NOT settled",
    "CREATE INDEX drafts_of_suggestion ON drafts (suggestion)",
    """CREATE TABLE translations (
        id INTEGER PRIMARY KEY, chat INTEGER REFERENCES chats ON DELETE CASCADE,
        made REAL NOT NULL, text TEXT NOT NULL, result TEXT NOT NULL, source TEXT NOT NULL,
        target TEXT NOT NULL, formality TEXT NOT NULL, model TEXT NOT NULL, same BLOB NOT NULL
    )""",
    "CREATE INDEX translations_of_text ON translations (same, target, source, formality, id)",
    "CREATE INDEX translations_of_chat ON translations (chat)",
    "CREATE INDEX translations_by_time ON translations (made)",
    """CREATE VIRTUAL TABLE translated USING fts5(
        text, result, content = 'translations', content_rowid = 'id', tokenize = 'trigram'
    )""",
    "INSERT INTO translated (translated, rank) VALUES ('secure-delete', 1)",
    """CREATE TRIGGER translation_added AFTER INSERT ON translations BEGIN
        INSERT INTO translated (rowid, text, result) VALUES (new.id, new.text, new.result);
    END""",
    """CREATE TRIGGER translation_removed AFTER DELETE ON translations BEGIN
        INSERT INTO translated (translated, rowid, text, result)
        VALUES ('delete', old.id, old.text, old.result);
    END""",
    """CREATE TABLE contacts (
        chat INTEGER PRIMARY KEY REFERENCES chats ON DELETE CASCADE,
        note TEXT NOT NULL DEFAULT '', language TEXT NOT NULL DEFAULT '',
        mine TEXT NOT NULL DEFAULT '', formality TEXT NOT NULL DEFAULT '',
        manner TEXT NOT NULL DEFAULT '{}', languages TEXT NOT NULL DEFAULT '{}'
    )""",
    "ALTER TABLE requests RENAME TO old_requests",
    """CREATE TABLE requests (
        id INTEGER PRIMARY KEY, chat INTEGER REFERENCES chats ON DELETE CASCADE,
        made REAL NOT NULL, provider TEXT NOT NULL, model TEXT NOT NULL, skill TEXT NOT NULL,
        prompt_tokens INTEGER, completion_tokens INTEGER, cached_tokens INTEGER NOT NULL DEFAULT 0,
        estimated INTEGER NOT NULL DEFAULT 0, nanos INTEGER, currency TEXT,
        host TEXT NOT NULL DEFAULT '', outcome TEXT NOT NULL DEFAULT 'answered',
        trouble TEXT NOT NULL DEFAULT '', masking TEXT NOT NULL DEFAULT 'standard',
        messages TEXT NOT NULL DEFAULT '[]', hidden TEXT NOT NULL DEFAULT '[]'
    )""",
    """INSERT INTO requests (id, chat, made, provider, model, skill, prompt_tokens,
        completion_tokens, nanos, currency)
        SELECT id, chat, made, provider, model, skill, prompt_tokens, completion_tokens, nanos,
        currency FROM old_requests""",
    "DROP TABLE old_requests",
    "CREATE INDEX requests_of_chat ON requests (chat)",
    "CREATE INDEX requests_by_time ON requests (made)",
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


def _memory(db: Connection) -> None:
    for statement in _MEMORY:
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
    Step("replaced drafts, translations, contacts, and requests as they left", _memory),
)
"""Steps are only ever added: databases of every version are out there."""

VERSION = len(STEPS)


def migrate(db: Connection, path: Path, key: bytes | None) -> None:
    """Bring the database to this version, with a backup before each step that changes one.

    Raises HistoryError for a newer database, and what the engine raises (see engine.translated).
    """
    new = version_of(db) == 0  # nothing in it is worth a backup
    while (version := version_of(db)) != VERSION:
        if version > VERSION:
            raise HistoryError(
                "The history was written by a newer version of Chat Copilot.",
                "Update Chat Copilot; nothing was changed.",
            )
        if not new:
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
    # Raises if an index does not say what its table says.
    for table in indices(db):
        db.execute(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")
    return ()


def indices(db: Connection) -> tuple[str, ...]:
    """The indices of words; older versions have fewer."""
    found = {name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    return tuple(name for name in ("words", "translated") if name in found)
