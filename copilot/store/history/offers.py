"""What was offered and put into drafts, and what became of it. Within a transaction of the caller.

A suggestion is "offered", then "taken", "dismissed" (the panel was closed on it), "undone" or, once
the person has sent something, "sent" (as it was), "edited" or "refused" (passed over). A taken one
of which nothing was sent stays "taken". What was put into a draft is "written" until then.
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from copilot.core.model import Suggestion
from copilot.store.history.text import clean

if TYPE_CHECKING:
    from sqlite3 import Connection

_ALIKE = 0.5
"""From which likeness on, 0 to 1, a sent text counts as an edited suggestion."""
_COMPARED = 2000
"""So many characters of two texts are compared: that takes longer than their length grows."""


def offer(
    db: Connection, chat: int, now: float, draft: str, suggestions: Sequence[Suggestion]
) -> None:
    """Keep an offer and the draft it was made for, unless it is the chat's newest already."""
    newest = _newest(db, chat)
    if suggestions and (
        newest is None or _texts(db, newest) != [clean(s.text) for s in suggestions]
    ):
        _add(db, chat, now, draft, suggestions)


def take(
    db: Connection, chat: int, now: float, draft: str, suggestion: Suggestion, written: str = ""
) -> None:
    """Keep that the suggestion, or what was `written` from it, replaced that draft."""
    text = clean(suggestion.text)
    newest = _newest(db, chat)
    if newest is None or text not in _texts(db, newest):
        newest = _add(db, chat, now, draft, [suggestion])
    (taken,) = db.execute(
        "SELECT id FROM suggestions WHERE offer = ? AND text = ? ORDER BY outcome = 'taken', id",
        (newest, text),
    ).fetchone()
    db.execute("UPDATE suggestions SET outcome = 'taken' WHERE id = ?", (taken,))
    replace_draft(db, chat, now, draft, written or text, taken)


def replace_draft(
    db: Connection, chat: int, now: float, draft: str, text: str, suggestion: int | None = None
) -> None:
    """Keep the draft that `text` replaced; without a `suggestion` it is a translation."""
    kind = "translation" if suggestion is None else "suggestion"
    db.execute(
        "INSERT INTO drafts (chat, made, text, written, kind, suggestion) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (chat, now, clean(draft), clean(text), kind, suggestion),
    )


def undo(db: Connection, chat: int) -> None:
    """Keep that what was put into the draft last was taken out again."""
    found = db.execute(
        "SELECT id, suggestion FROM drafts WHERE chat = ? AND outcome = 'written' "
        "ORDER BY id DESC LIMIT 1",
        (chat,),
    ).fetchone()
    if found is not None:
        db.execute("UPDATE drafts SET outcome = 'undone' WHERE id = ?", found[:1])
        db.execute("UPDATE suggestions SET outcome = 'undone' WHERE id = ?", found[1:])


def dismiss(db: Connection, chat: int) -> None:
    """Keep that the newest offer was not wanted."""
    db.execute(
        "UPDATE suggestions SET outcome = 'dismissed' WHERE offer = ? AND outcome = 'offered'",
        (_newest(db, chat),),
    )


def settle(db: Connection, chat: int, sent: Sequence[str]) -> None:
    """The person has sent these texts: what was offered before was sent, edited or refused.

    Without any text nothing was sent yet.
    """
    if not sent:
        return
    rows = db.execute(
        "SELECT s.id, s.text, s.outcome, (SELECT max(d.written) FROM drafts d "
        "WHERE d.suggestion = s.id AND d.outcome = 'written') "
        "FROM suggestions s JOIN offers o ON o.id = s.offer "
        "WHERE o.chat = ? AND NOT o.settled AND s.outcome IN ('offered', 'taken')",
        (chat,),
    ).fetchall()
    for row, text, outcome, written in rows:
        verdict = ("refused", "") if outcome == "offered" else _verdict(text, sent, "taken")
        if verdict[0] == "taken" and written in sent:
            verdict = ("edited", written)  # so much, before it was inserted, that little is alike
        db.execute("UPDATE suggestions SET outcome = ?, sent = ? WHERE id = ?", (*verdict, row))
    db.execute("UPDATE offers SET settled = 1 WHERE chat = ? AND NOT settled", (chat,))
    rows = db.execute(
        "SELECT id, written FROM drafts WHERE chat = ? AND outcome = 'written'", (chat,)
    ).fetchall()
    for row, text in rows:
        verdict = _verdict(text, sent, "dropped")
        db.execute("UPDATE drafts SET outcome = ?, sent = ? WHERE id = ?", (*verdict, row))


def _verdict(text: str, sent: Sequence[str], otherwise: str) -> tuple[str, str]:
    """What became of a text, and what was sent in its place if that is an edited form of it."""
    closest = max(sent, key=lambda one: _likeness(text, one))
    if closest == text:
        return "sent", ""
    return ("edited", closest) if _likeness(text, closest) >= _ALIKE else (otherwise, "")


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one[:_COMPARED], other[:_COMPARED]).ratio()


def _newest(db: Connection, chat: int) -> int | None:
    found = db.execute(
        "SELECT id FROM offers WHERE chat = ? AND NOT settled ORDER BY id DESC LIMIT 1", (chat,)
    ).fetchone()
    return found and found[0]


def _texts(db: Connection, offered: int) -> list[str]:
    rows = db.execute("SELECT text FROM suggestions WHERE offer = ? ORDER BY id", (offered,))
    return [text for (text,) in rows]


def _add(
    db: Connection, chat: int, now: float, draft: str, suggestions: Sequence[Suggestion]
) -> int | None:
    added = db.execute(
        "INSERT INTO offers (chat, made, draft) VALUES (?, ?, ?)", (chat, now, clean(draft))
    ).lastrowid
    db.executemany(
        "INSERT INTO suggestions (offer, text, stance, source) VALUES (?, ?, ?, ?)",
        [(added, clean(s.text), s.stance.value, s.source.value) for s in suggestions],
    )
    return added
