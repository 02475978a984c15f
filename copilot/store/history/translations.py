"""The translation memory in the history: what was translated once is not asked for again."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from copilot.core.memory import Formality, Pair, Translation, same_text
from copilot.store.history.database import NOTHING, SUGGESTIONS, HistoryDatabase
from copilot.store.history.text import clean

if TYPE_CHECKING:
    from copilot.store.history.store import HistoryStore

COLUMNS = ("made", "text", "result", "source", "target", "formality", "model")
"""All but the row's number, its chat and the hash of its text."""

_KEY = "same = ? AND target = ? AND source = ? AND formality = ?"


def same(text: str) -> bytes:
    """Equal for texts that are the same one for a translation."""
    return hashlib.blake2b(same_text(clean(text)).encode(), digest_size=16).digest()


def find(history: HistoryDatabase, text: str, pair: Pair, formality: Formality) -> str | None:
    """The newest result for this text, in whichever chat. Raises HistoryError."""
    with history.reading() as db:
        found = db.execute(
            f"SELECT result FROM translations WHERE {_KEY} ORDER BY id DESC LIMIT 1",
            (same(text), pair.target, pair.source, formality),
        ).fetchone()
    return found and found[0]


def keep(history: HistoryDatabase, one: Translation) -> None:
    """Keep it instead of an older one of the same chat, where that keeps texts.

    Raises HistoryError.
    """
    with history.writing():
        chat, kept = history.chat_of(one.chat)
        if kept in (NOTHING, SUGGESTIONS):
            return
        pair = one.pair
        key = (same(one.text), pair.target, pair.source, one.formality)
        db = history.connection
        db.execute(f"DELETE FROM translations WHERE {_KEY} AND chat IS ?", (*key, chat))
        values = (history.now(), clean(one.text), clean(one.result), pair.source, pair.target)
        db.execute(
            f"INSERT INTO translations (chat, {', '.join(COLUMNS)}, same) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (chat, *values, one.formality, one.model, key[0]),
        )


class StoredTranslations:
    """Implements the port TranslationMemory with the history; nothing here raises."""

    def __init__(self, store: HistoryStore) -> None:
        self._store = store

    async def find(self, text: str, pair: Pair, formality: Formality = "") -> str | None:
        """The result for exactly this text, None if there is none or the history is not open."""
        return await self._store.read(lambda history: find(history, text, pair, formality), None)

    async def keep(self, translation: Translation) -> None:
        """Remember it."""
        await self._store.write_of(translation.chat, lambda history: keep(history, translation))
