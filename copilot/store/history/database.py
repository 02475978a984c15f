"""The history's tables as they are written while the person chats. Blocking; for one thread."""

from __future__ import annotations

import contextlib
import itertools
import time
from collections.abc import Callable, Collection, Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from copilot.core.inspection import Sent
from copilot.core.model import ME, ChatIdentity, ChatView, Suggestion
from copilot.store.history import contacts, engine, offers, requests, schema
from copilot.store.history.alignment import Addition, additions
from copilot.store.history.sights import Sights
from copilot.store.history.text import clean

if TYPE_CHECKING:
    from sqlite3 import Connection

SUGGESTIONS, NOTHING = "suggestions", "nothing"
"""What a chat may keep, beside "" (everything, as long as is set for all) and a number of days."""

_MARGIN = 100
"""So many kept messages more than are in sight are compared with them."""
_CANDIDATES = 20


@dataclass(frozen=True, slots=True)
class _Kept:
    place: float
    sender: str
    text: str


class HistoryDatabase:
    """One open database. Every method raises HistoryError; what it wrote is then taken back."""

    def __init__(self, path: Path, key: bytes | None, now: Callable[[], float] = time.time) -> None:
        """Open it, bringing it to this version. `now` is in seconds since 1970."""
        self.path = path
        self.now = now
        self.connection = engine.connect(path, key)
        try:
            with engine.translated(path):
                schema.migrate(self.connection, path, key)
        except BaseException:
            self.connection.close()
            raise

    def close(self) -> None:
        """Close it; it can't be used any more."""
        with engine.translated(self.path):
            self.connection.close()

    @property
    def forgettings(self) -> int:
        """How often something was forgotten, in whichever process. Raises HistoryError."""
        with self.reading() as db:
            return db.execute("PRAGMA application_id").fetchone()[0]

    def saw(self, view: ChatView, sights: Sights | None = None) -> int:
        """Keep what is in sight and not yet kept; returns how many messages that were.

        Reading the same conversation again adds nothing; a text said twice is kept twice. What the
        `sights` had seen before it was forgotten is not kept anew.
        """
        sights = sights or Sights()
        old = sights.look(view.identity, view.conversation.messages)
        with self.writing():
            chat, keep = self.chat_of(view.identity, view.app_name)
            if chat is None or keep == NOTHING:
                return 0
            if keep == SUGGESTIONS:
                offers.settle(self.connection, chat, _sent_last(view))
                return 0
            return self._add_messages(chat, view, old, sights)

    def offered(self, view: ChatView, suggestions: Sequence[Suggestion]) -> None:
        """Keep an offer and the draft it was made for, unless it is the chat's newest already."""
        with self._keeping(view) as chat:
            if chat:
                offers.offer(self.connection, chat, self.now(), view.draft.text, suggestions)

    def took(self, view: ChatView, suggestion: Suggestion, written: str = "") -> None:
        """Keep which suggestion was taken; what is sent then tells whether it was edited.

        `written` is what the person had made of it before, "" where they had not touched it.
        """
        with self._keeping(view) as chat:
            if chat:
                draft = view.draft.text
                offers.take(self.connection, chat, self.now(), draft, suggestion, written)

    def replaced(self, view: ChatView, text: str) -> None:
        """Keep the draft that a translation of it replaced."""
        with self._keeping(view) as chat:
            if chat:
                offers.replace_draft(self.connection, chat, self.now(), view.draft.text, text)

    def undid(self, view: ChatView) -> None:
        """Keep that what was put into the draft last was taken out again."""
        with self._keeping(view) as chat:
            offers.undo(self.connection, chat)

    def dismissed(self, view: ChatView) -> None:
        """Keep that what was offered last was not wanted."""
        with self._keeping(view) as chat:
            offers.dismiss(self.connection, chat)

    def asked(self, sent: Sent, *, texts: bool = True) -> None:
        """Keep that a model was asked, with what left unless without `texts`, and what it cost."""
        with self.writing():
            chat, keep = self.chat_of(sent.chat)
            if keep != NOTHING:
                requests.add(self.connection, chat, sent, texts=texts and keep != SUGGESTIONS)

    @contextlib.contextmanager
    def writing(self) -> Generator[None]:
        """All or nothing, in our words: raises HistoryError."""
        with engine.translated(self.path), engine.transaction(self.connection):
            yield

    @contextlib.contextmanager
    def reading(self) -> Generator[Connection]:
        """The connection, its failures in our words: raises HistoryError."""
        with engine.translated(self.path):
            yield self.connection

    @contextlib.contextmanager
    def _keeping(self, view: ChatView) -> Generator[int]:
        """The row of the view's chat, 0 if nothing of it may be kept, within a transaction."""
        with self.writing():
            chat, keep = self.chat_of(view.identity, view.app_name)
            yield 0 if keep == NOTHING else chat or 0

    def chat_id(self, app: str, contact: str, app_name: str = "") -> int:
        """The row of a chat, made if there is none; within a transaction of the caller."""
        db = self.connection
        key = (clean(app), clean(contact))
        found = db.execute(
            "SELECT id, app_name FROM chats WHERE app = ? AND contact = ?", key
        ).fetchone()
        if found is not None:
            if app_name and found[1] != clean(app_name):  # not known when the row was made
                db.execute(
                    "UPDATE chats SET app_name = ? WHERE id = ?", (clean(app_name), found[0])
                )
            return found[0]
        return _row_id(
            db.execute(
                "INSERT INTO chats (app, contact, app_name) VALUES (?, ?, ?)",
                (*key, clean(app_name or app)),
            ).lastrowid
        )

    def chat_of(self, who: ChatIdentity | None, app_name: str = "") -> tuple[int | None, str]:
        """The row of a chat, None for none, and what it keeps; within a transaction."""
        if who is None:
            return None, ""
        chat = self.chat_id(who.app, who.contact, app_name)
        keep = self.connection.execute("SELECT keep FROM chats WHERE id = ?", (chat,)).fetchone()
        return chat, keep[0]

    def _add_messages(self, chat: int, view: ChatView, old: Collection[int], sights: Sights) -> int:
        messages = view.conversation.messages
        if not messages:
            return 0
        look = [(clean(m.sender), clean(m.text)) for m in messages]
        kept, found = self._align(chat, look)
        new = [one for one in found if one.index not in old]
        sights.left_out(view.identity, len(found) - len(new))
        now = self.now()
        places = self._places(chat, kept, new)
        self.connection.executemany(
            "INSERT INTO messages (chat, place, sender, text, shown_at, seen) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            [
                (chat, place, *look[one.index], _clean_or_none(messages[one.index].at), now)
                for one, place in zip(new, places, strict=True)
            ],
        )
        if kept:  # of what was said before the history began nobody knows what was offered
            sent = [look[one.index][1] for one in new if look[one.index][0] == ME]
            if sent and new[-1].before == len(kept):
                offers.settle(self.connection, chat, sent)
        contacts.learn(self.connection, chat, [messages[one.index] for one in new])
        return len(new)

    def _align(
        self, chat: int, look: list[tuple[str, str]]
    ) -> tuple[list[_Kept], tuple[Addition, ...]]:
        """Consecutive kept messages, and what of the look has to be added among them."""
        newest = self._newest(chat, len(look))
        found = _compare(newest, look)
        # As nearly always: the chat went on a little since the last look.
        if found and 2 * len(found) <= len(look) and found[0].before == len(newest):
            return newest, found
        newest = self._newest(chat, len(look) + _MARGIN)
        found = _compare(newest, look)
        if found is not None:
            return newest, found
        if newest:
            # The person may have scrolled far back.
            anchor = look[len(look) // 2]
            rows = self.connection.execute(
                "SELECT place FROM messages WHERE chat = ? AND sender = ? AND text = ? "
                "ORDER BY place DESC LIMIT ?",
                (chat, *anchor, _CANDIDATES),
            ).fetchall()
            for (place,) in rows:
                around = self._around(chat, place, len(look) + 1)
                found = _compare(around, look)
                if found is not None:
                    return around, found
        return newest, tuple(Addition(i, len(newest)) for i in range(len(look)))

    def _newest(self, chat: int, count: int) -> list[_Kept]:
        return self._window(chat, "place DESC", count)[::-1]

    def _around(self, chat: int, place: float, count: int) -> list[_Kept]:
        before = self._window(chat, "place DESC", count, "AND place <= ?", place)[::-1]
        return before + self._window(chat, "place", count, "AND place > ?", place)

    def _window(
        self, chat: int, order: str, count: int, where: str = "", *values: float
    ) -> list[_Kept]:
        rows = self.connection.execute(
            f"SELECT place, sender, text FROM messages WHERE chat = ? {where} "
            f"ORDER BY {order} LIMIT ?",
            (chat, *values, count),
        )
        return [_Kept(*row) for row in rows]

    def _places(self, chat: int, kept: Sequence[_Kept], new: Sequence[Addition]) -> list[float]:
        """Where the additions go: those before the same kept message share the gap before it."""
        places: list[float] = []
        gap_of: dict[int, list[float]] = {}
        for before in sorted({one.before for one in new}):
            count = sum(one.before == before for one in new)
            gap_of[before] = self._gap(chat, kept, before, count)
        for one in new:
            places.append(gap_of[one.before].pop(0))
        return places

    def _gap(self, chat: int, kept: Sequence[_Kept], before: int, count: int) -> list[float]:
        low = kept[before - 1].place if before else None
        high = kept[before].place if before < len(kept) else None
        if low is None and high is not None:
            low = self._neighbour(chat, "max(place)", "place < ?", high)
        elif high is None and low is not None:
            high = self._neighbour(chat, "min(place)", "place > ?", low)
        if high is None:
            start = 0.0 if low is None else low
            return [float(int(start) + 1 + i) for i in range(count)]
        if low is None:
            return [float(int(high) - count + i) for i in range(count)]
        step = (high - low) / (count + 1)
        return [low + step * (i + 1) for i in range(count)]

    def _neighbour(self, chat: int, what: str, where: str, place: float) -> float | None:
        return self.connection.execute(
            f"SELECT {what} FROM messages WHERE chat = ? AND {where}", (chat, place)
        ).fetchone()[0]


def _sent_last(view: ChatView) -> list[str]:
    """What the person has sent since anybody else wrote, where nobody knows what is new."""
    mine = itertools.takewhile(lambda m: m.sender == ME, reversed(view.conversation.messages))
    return [clean(message.text) for message in mine]


def _compare(kept: Sequence[_Kept], look: Sequence[tuple[str, str]]) -> tuple[Addition, ...] | None:
    return additions([(one.sender, one.text) for one in kept], look)


def _clean_or_none(text: str | None) -> str | None:
    return None if text is None else clean(text)


def _row_id(number: int | None) -> int:
    assert number is not None  # after every INSERT there is one
    return number
