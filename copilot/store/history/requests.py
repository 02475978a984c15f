"""Requests to models as they left: masked, with how they ended and what they cost."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from copilot.core.cost import Cost, Tokens
from copilot.core.inspection import Hidden, Outcome, Sent, SentMessage
from copilot.core.model import ChatIdentity
from copilot.store.history.text import clean

if TYPE_CHECKING:
    from sqlite3 import Connection

COLUMNS = (
    *("made", "provider", "model", "skill", "prompt_tokens", "completion_tokens"),
    *("cached_tokens", "estimated", "nanos", "currency", "host", "outcome", "trouble"),
    *("masking", "messages", "hidden"),
)
"""All but the row's number and its chat."""


def add(db: Connection, chat: int | None, sent: Sent, *, texts: bool) -> None:
    """Keep a call; without its `texts` only that it was made. In a transaction of the caller.

    What placeholders stand for is not kept.
    """
    tokens, cost = sent.tokens, sent.cost
    messages = [[m.role, m.text] for m in sent.messages] if texts else []
    hidden = [[h.placeholder, h.kind] for h in sent.hidden]
    values = (
        *(chat, sent.when, sent.provider, sent.model, sent.skill),
        *((tokens.prompt, tokens.completion) if tokens is not None else (None, None)),
        *((tokens.cached, tokens.estimated) if tokens is not None else (0, False)),
        *((cost.nanos, cost.currency) if cost is not None else (None, None)),
        *(sent.host, sent.outcome.value, sent.trouble, sent.masking),
        *(clean(json.dumps(part, ensure_ascii=False)) for part in (messages, hidden)),
    )
    marks = ", ".join("?" * len(values))
    db.execute(f"INSERT INTO requests (chat, {', '.join(COLUMNS)}) VALUES ({marks})", values)


def read(db: Connection, where: str, values: Sequence[str | float], limit: int) -> Iterator[Sent]:
    """The newest ones that match; `number` is the number of the row.

    Messages and what was hidden are as they left: `Hidden.original` is empty.
    """
    rows = db.execute(
        f"SELECT r.id, c.app, c.contact, {', '.join(f'r.{name}' for name in COLUMNS)} "
        f"FROM requests r LEFT JOIN chats c ON c.id = r.chat WHERE {where} "
        "ORDER BY r.made DESC, r.id DESC LIMIT ?",
        (*values, limit),
    )
    for row, app, contact, *rest in rows:
        chat = None if app is None else ChatIdentity(app, "", contact)
        yield _sent(row, chat, dict(zip(COLUMNS, rest, strict=True)))


def _sent(row: int, chat: ChatIdentity | None, value: dict[str, Any]) -> Sent:
    counted = value["prompt_tokens"] is not None
    return Sent(
        number=row,
        when=value["made"],
        provider=value["provider"],
        model=value["model"],
        host=value["host"],
        skill=value["skill"],
        chat=chat,
        messages=tuple(SentMessage(*one) for one in json.loads(value["messages"])),
        hidden=tuple(Hidden(*one, original="") for one in json.loads(value["hidden"])),
        outcome=Outcome(value["outcome"]),
        trouble=value["trouble"],
        masking=value["masking"],
        tokens=Tokens(
            *(value["prompt_tokens"], value["completion_tokens"], value["cached_tokens"]),
            estimated=bool(value["estimated"]),
        )
        if counted
        else None,
        cost=Cost(value["nanos"], value["currency"]) if value["currency"] is not None else None,
    )
