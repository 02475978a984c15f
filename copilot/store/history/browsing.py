"""Looking through the history as its window does: chats, suggestions, what stood around, sums."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from copilot.core.archiving import KeptChat, KeptMessage, KeptSuggestion, Offers
from copilot.core.model import Source, Stance
from copilot.store.history.database import HistoryDatabase

_PIECE = 500
_TAKEN = ("taken", "sent")
_DRAFT = "coalesce((SELECT text FROM drafts WHERE suggestion = s.id ORDER BY id DESC LIMIT 1), '')"


def chats(history: HistoryDatabase) -> tuple[KeptChat, ...]:
    """All chats, the one that was active last first. Raises HistoryError."""
    with history.reading() as db:
        rows = db.execute(
            "SELECT id, app, contact, app_name, keep, "
            "(SELECT count(*) FROM messages WHERE chat = chats.id), "
            "coalesce((SELECT seen FROM messages WHERE chat = chats.id "
            "ORDER BY place DESC LIMIT 1), 0) AS newest FROM chats ORDER BY newest DESC, contact"
        ).fetchall()
    return tuple(KeptChat(*row) for row in rows)


def anything(history: HistoryDatabase) -> bool:
    """Whether there is something to look at. Raises HistoryError."""
    tables = ("chats", "translations", "requests")
    with history.reading() as db:
        found = (db.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() for table in tables)
        return any(found)


def around(history: HistoryDatabase, message: int, count: int) -> tuple[KeptMessage, ...]:
    """The message and `count` before and after it; empty if it is gone. Raises HistoryError."""
    columns = (
        "SELECT m.id, c.app, c.contact, m.sender, m.text, m.shown_at, m.seen "
        "FROM messages m JOIN chats c ON c.id = m.chat WHERE m.chat = ?"
    )
    with history.reading() as db:
        found = db.execute("SELECT chat, place FROM messages WHERE id = ?", (message,)).fetchone()
        if found is None:
            return ()
        before = db.execute(
            f"{columns} AND m.place <= ? ORDER BY m.place DESC LIMIT ?", (*found, count + 1)
        ).fetchall()
        after = db.execute(
            f"{columns} AND m.place > ? ORDER BY m.place LIMIT ?", (*found, count)
        ).fetchall()
    return tuple(KeptMessage(*row) for row in [*reversed(before), *after])


@dataclass(frozen=True, slots=True)
class SuggestionQuery:
    """What is looked for: suggestions with every word of `text`; the rest as in searching.Query."""

    text: str = ""
    outcome: str = ""
    chat: int = 0
    app: str = ""
    since: float | None = None
    until: float | None = None
    before: int = 0


def suggestions(
    history: HistoryDatabase, query: SuggestionQuery, limit: int
) -> tuple[KeptSuggestion, ...]:
    """The newest ones that have every word in text, draft or sent form. Raises HistoryError."""
    where: list[str] = []
    values: list[str | float] = []

    def only(condition: str, value: str | float | None) -> None:
        if value:
            where.append(condition)
            values.append(value)

    for word in query.text.split():
        escaped = "".join(f"\\{c}" if c in "\\%_" else c for c in word)
        only(r"(s.text || ' ' || o.draft || ' ' || s.sent) LIKE ? ESCAPE '\'", f"%{escaped}%")
    only("s.outcome = ?", query.outcome)
    only("o.chat = ?", query.chat)
    only("c.app = ?", query.app)
    only("o.made >= ?", query.since)
    only("o.made < ?", query.until)
    only("s.id < ?", query.before)
    with history.reading() as db:
        rows = db.execute(
            "SELECT s.id, c.app, c.contact, s.text, o.draft, s.outcome, s.sent, s.source, "
            "s.stance, o.made FROM suggestions s CROSS JOIN offers o ON o.id = s.offer "
            f"CROSS JOIN chats c ON c.id = o.chat WHERE {' AND '.join(where) or '1'} "
            "ORDER BY s.id DESC LIMIT ?",
            (*values, limit),
        ).fetchall()
    return tuple(KeptSuggestion(*row) for row in rows)


def outcomes(history: HistoryDatabase, since: float) -> tuple[Offers, ...]:
    """What was offered since then, by skill and chat. Raises HistoryError.

    What was typed anyway does not count as saved: the draft that a suggestion replaced, and of an
    edited one all but its unchanged beginning and end.
    """
    sums: defaultdict[tuple[str, str, str], list[int]] = defaultdict(lambda: [0] * 5)
    with history.reading() as db:
        rows = db.execute(
            "SELECT c.app, c.contact, s.source, s.stance, s.outcome, "
            "CASE WHEN s.outcome IN ('sent', 'taken', 'edited') THEN s.text ELSE '' END, s.sent, "
            f"CASE WHEN s.outcome IN ('sent', 'taken', 'edited') THEN {_DRAFT} ELSE '' END "
            "FROM offers o JOIN suggestions s ON s.offer = o.id JOIN chats c ON c.id = o.chat "
            "WHERE o.made >= ?",
            (since,),
        )
        while some := rows.fetchmany(_PIECE):
            for app, contact, source, stance, outcome, text, sent, draft in some:
                one = sums[_skill(source, stance), app, contact]
                one[0] += 1
                one[_column(outcome)] += 1
                one[4] += _saved(outcome, text, sent, draft)
        for app, contact, outcome in _translated(history, since):
            one = sums["translate", app, contact]
            one[0] += 1
            one[_column(outcome)] += 1
    return tuple(Offers(*key, *values) for key, values in sums.items())


def _translated(history: HistoryDatabase, since: float) -> Iterator[tuple[str, str, str]]:
    # A translation that stands in the draft was wanted, whatever was sent in the end.
    yield from history.connection.execute(
        "SELECT c.app, c.contact, CASE d.outcome WHEN 'written' THEN 'taken' ELSE d.outcome END "
        "FROM drafts d JOIN chats c ON c.id = d.chat WHERE d.kind = 'translation' AND d.made >= ?",
        (since,),
    )


def _column(outcome: str) -> int:
    return 1 if outcome in _TAKEN else 2 if outcome == "edited" else 3


def _skill(source: str, stance: str) -> str:
    """As requests are named, and "quick" for what no model was asked for."""
    if source == Source.INSTANT.value:
        return "quick"
    names = {Stance.TOPIC.value: "topics", Stance.COMPLETE.value: "complete"}
    return names.get(stance, "reply")


def _saved(outcome: str, text: str, sent: str, draft: str) -> int:
    kept = len(text) if outcome in _TAKEN else _same(text, sent) if outcome == "edited" else 0
    return max(0, kept - len(draft))


def _same(one: str, other: str) -> int:
    """How many characters begin both, and how many others end both."""
    begin = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))
    )
    rest, other_rest = one[begin:], other[begin:]
    ends = zip(reversed(rest), reversed(other_rest), strict=False)
    return begin + sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], ends))
