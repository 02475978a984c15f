"""The history's tables as they are written while the person chats. Blocking; for one thread."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

from copilot.core.model import ME, ChatView, Suggestion
from copilot.core.ports import Charge
from copilot.store.history import engine, schema
from copilot.store.history.alignment import Addition, additions

SUGGESTIONS, NOTHING = "suggestions", "nothing"
"""What a chat may keep, beside "" (everything, as long as is set for all) and a number of days."""

_MARGIN = 100
"""So many kept messages more than are in sight are compared with them."""
_CANDIDATES = 20
_ALIKE = 0.5
"""From which likeness on, 0 to 1, a sent text counts as an edited suggestion."""


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
        self._now = now
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

    def saw(self, view: ChatView) -> int:
        """Keep what is in sight and not yet kept; returns how many messages that were.

        Reading the same conversation again adds nothing; a text said twice is kept twice.
        """
        with engine.translated(self.path), engine.transaction(self.connection):
            chat, keep = self._chat(view)
            if keep in (SUGGESTIONS, NOTHING):
                return 0
            return self._add_messages(chat, view)

    def offered(self, view: ChatView, suggestions: Sequence[Suggestion]) -> None:
        """Keep an offer and the draft it was made for, unless it is the chat's newest already."""
        with engine.translated(self.path), engine.transaction(self.connection):
            chat, keep = self._chat(view)
            if keep != NOTHING and suggestions:
                newest = self._newest_offer(chat)
                if newest is None or self._texts(newest) != [_clean(s.text) for s in suggestions]:
                    self._add_offer(chat, view, suggestions)

    def took(self, view: ChatView, suggestion: Suggestion) -> None:
        """Keep which suggestion was taken; what is sent then tells whether it was edited."""
        with engine.translated(self.path), engine.transaction(self.connection):
            chat, keep = self._chat(view)
            if keep == NOTHING:
                return
            offer = self._newest_offer(chat)
            if offer is None or _clean(suggestion.text) not in self._texts(offer):
                offer = self._add_offer(chat, view, [suggestion])
            self.connection.execute(
                "UPDATE suggestions SET outcome = 'taken' WHERE id = (SELECT min(id) FROM "
                "suggestions WHERE offer = ? AND text = ? AND outcome = 'offered')",
                (offer, _clean(suggestion.text)),
            )

    def asked(self, view: ChatView, charge: Charge) -> None:
        """Keep that a model was asked for this chat, and what it cost."""
        with engine.translated(self.path), engine.transaction(self.connection):
            chat, keep = self._chat(view)
            if keep == NOTHING:
                return
            tokens, cost = charge.tokens, charge.cost
            self.connection.execute(
                "INSERT INTO requests (chat, made, provider, model, skill, prompt_tokens, "
                "completion_tokens, nanos, currency) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    *(chat, self._now(), charge.provider, charge.model, charge.skill),
                    *(tokens.prompt, tokens.completion, cost.nanos, cost.currency),
                ),
            )

    def chat_id(self, app: str, contact: str, app_name: str = "") -> int:
        """The row of a chat, made if there is none; within a transaction of the caller."""
        db = self.connection
        key = (_clean(app), _clean(contact))
        found = db.execute("SELECT id FROM chats WHERE app = ? AND contact = ?", key).fetchone()
        if found is not None:
            return found[0]
        return _row_id(
            db.execute(
                "INSERT INTO chats (app, contact, app_name) VALUES (?, ?, ?)",
                (*key, _clean(app_name or app)),
            ).lastrowid
        )

    def _chat(self, view: ChatView) -> tuple[int, str]:
        who = view.identity
        chat = self.chat_id(who.app, who.contact, view.app_name)
        keep = self.connection.execute("SELECT keep FROM chats WHERE id = ?", (chat,)).fetchone()
        return chat, keep[0]

    def _add_messages(self, chat: int, view: ChatView) -> int:
        messages = view.conversation.messages
        if not messages:
            return 0
        look = [(_clean(m.sender), _clean(m.text)) for m in messages]
        kept, new = self._align(chat, look)
        now = self._now()
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
                self._settle(chat, sent)
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

    def _newest_offer(self, chat: int) -> int | None:
        found = self.connection.execute(
            "SELECT id FROM offers WHERE chat = ? AND NOT settled ORDER BY id DESC LIMIT 1", (chat,)
        ).fetchone()
        return found and found[0]

    def _texts(self, offer: int) -> list[str]:
        rows = self.connection.execute(
            "SELECT text FROM suggestions WHERE offer = ? ORDER BY id", (offer,)
        )
        return [text for (text,) in rows]

    def _add_offer(self, chat: int, view: ChatView, suggestions: Sequence[Suggestion]) -> int:
        offer = _row_id(
            self.connection.execute(
                "INSERT INTO offers (chat, made, draft) VALUES (?, ?, ?)",
                (chat, self._now(), _clean(view.draft.text)),
            ).lastrowid
        )
        self.connection.executemany(
            "INSERT INTO suggestions (offer, text, stance, source) VALUES (?, ?, ?, ?)",
            [(offer, _clean(s.text), s.stance.value, s.source.value) for s in suggestions],
        )
        return offer

    def _settle(self, chat: int, sent: Sequence[str]) -> None:
        """The person has sent something: what was offered before was sent, edited or refused."""
        db = self.connection
        rows = db.execute(
            "SELECT s.id, s.text, s.outcome FROM suggestions s JOIN offers o ON o.id = s.offer "
            "WHERE o.chat = ? AND NOT o.settled",
            (chat,),
        ).fetchall()
        for row, text, outcome in rows:
            if outcome != "taken":
                db.execute("UPDATE suggestions SET outcome = 'refused' WHERE id = ?", (row,))
                continue
            closest = max(sent, key=lambda one: SequenceMatcher(None, text, one).ratio())
            if closest == text:
                verdict = "sent"
            elif SequenceMatcher(None, text, closest).ratio() >= _ALIKE:
                verdict = "edited"
            else:
                verdict = "taken"
            db.execute(
                "UPDATE suggestions SET outcome = ?, sent = ? WHERE id = ?",
                (verdict, closest if verdict == "edited" else "", row),
            )
        db.execute("UPDATE offers SET settled = 1 WHERE chat = ?", (chat,))


def _compare(kept: Sequence[_Kept], look: Sequence[tuple[str, str]]) -> tuple[Addition, ...] | None:
    return additions([(one.sender, one.text) for one in kept], look)


def _clean(text: str) -> str:
    # Half of a surrogate pair, as broken applications show them, is no UTF-8.
    return text.encode("utf-8", "replace").decode("utf-8")


def _clean_or_none(text: str | None) -> str | None:
    return None if text is None else _clean(text)


def _row_id(number: int | None) -> int:
    assert number is not None  # after every INSERT there is one
    return number
