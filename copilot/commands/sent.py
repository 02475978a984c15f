"""`chat-copilot sent`: what left this machine for models, to whom, and what was hidden in it."""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, cast

from copilot.commands.exits import NOT_READY, OK
from copilot.commands.output import print_json
from copilot.core.cost import Exchange
from copilot.core.errors import InputError, NotRunning
from copilot.core.inspection import Sent, as_json, of_json
from copilot.core.unseen import visible
from copilot.store import instance, paths, settings
from copilot.store.paths import Paths

ACTION = "sent"
"""What the running instance is asked for; it answers with {"sent": […]}, the newest first."""

NOT_HIDDEN = "Nothing was hidden in it: masking is off for this model."


def main(args: argparse.Namespace) -> int:
    """Print the list of what was sent, or, of one call, everything.

    `args.number` counts from the newest, 1. Asks the running instance, whose memory it is in, and
    without one the history, if that is on. Raises InputError if there is no such call,
    InstanceError, HistoryError, SecretsError.
    """
    here = paths.find()
    chosen, _ = settings.load_or_default(here.settings_file)
    number: int | None = 1 if args.last else args.number
    try:
        calls = of_reply(instance.send(here, ACTION))
        nothing = "No model has been asked since Chat Copilot was started."
    except NotRunning:
        if chosen.history.enabled:
            calls = kept(here)
            nothing = "Chat Copilot does not run, and its history holds no call to a model."
        else:
            calls = []
            nothing = "Chat Copilot does not run, and history is off: what was sent is not known."
    if not calls:
        print(f"chat-copilot: {nothing}", file=sys.stderr)
        return NOT_READY
    if number is not None and number > len(calls):
        count = f"Only {len(calls)} calls are remembered."
        raise InputError(f"There is no call {number}.", count)
    if args.json:
        wanted = calls if number is None else [calls[number - 1]]
        print_json({"sent": [as_json(call) for call in wanted]})
    elif number is None:
        print(table(calls, chosen.budget.spending.exchange))
    else:
        print(whole(calls[number - 1], chosen.budget.spending.exchange))
    return OK


def of_reply(reply: Mapping[str, object]) -> list[Sent]:
    """The calls that the instance tells of; none where an older one tells something else."""
    told = reply.get("sent")
    if not isinstance(told, list):
        return []
    return [of_json(cast("Mapping[str, Any]", call)) for call in cast("list[object]", told)]


def kept(here: Paths) -> list[Sent]:
    """The calls that the history keeps, the newest first; it keeps no originals."""
    # Whoever asks the running instance need not wait for SQLite and the keychain.
    from copilot.commands.kept import opened
    from copilot.store.history import searching

    with opened(here) as history:
        return list(searching.sent(history)) if history is not None else []


def table(calls: Sequence[Sent], exchange: Exchange) -> str:
    """One line for each call, the newest first."""
    lines: list[tuple[str, ...]] = [("", "time", "to", "for", "hidden", "tokens", "cost", "")]
    for number, call in enumerate(calls, start=1):
        tokens = f"{call.tokens.total:,}" if call.tokens is not None else "-"
        when = datetime.fromtimestamp(call.when)
        lines.append(
            (
                *(str(number), f"{when:%Y-%m-%d %H:%M}"),
                *(_line(f"{call.provider}/{call.model}"), call.skill),
                *(str(len(call.hidden)), tokens, call.cost_text(exchange) or "-"),
                call.outcome.value,
            )
        )
    widths = [max(len(cells[i]) for cells in lines) for i in range(7)]
    return "\n".join(
        "  ".join(cell.ljust(w) for cell, w in zip(cells, [*widths, 0], strict=True)).rstrip()
        for cells in lines
    )


def whole(call: Sent, exchange: Exchange) -> str:
    """Everything about one call. What was said stands behind bars, so that it can't pass for us."""
    when = datetime.fromtimestamp(call.when)
    facts = [f"{when:%Y-%m-%d %H:%M:%S}  {call.skill}"]
    if call.chat is not None and call.chat.contact:
        facts[0] += f" for {_line(call.chat.contact)} ({_line(call.chat.app)})"
    facts.append(f"level  {call.masking}")
    facts.append(f"to     {_line(call.provider)}, {_line(call.model)} at {_line(call.host)}")
    end = call.outcome.value + (f": {_line(call.trouble)}" if call.trouble else "")
    if call.tokens is not None:
        end += f", {'~' * call.tokens.estimated}{call.tokens.total:,} tokens"
    if cost := call.cost_text(exchange):
        end += f", {cost}"
    parts = ["\n".join([*facts, f"end    {end}"])]
    parts += [f"{m.role}\n{textwrap.indent(visible(m.text), '  | ', _any)}" for m in call.messages]
    if not call.messages:
        parts.append("Its text was not kept.")
    if call.hidden:
        hidden = [
            f"{h.placeholder}  {_line(h.original) or '(not kept)'}\n    {h.why}"
            for h in call.hidden
        ]
        parts.append("\n".join(["hidden in it, and kept on this machine:", *hidden]))
    else:
        parts.append(NOT_HIDDEN if call.masking == "off" else "There was nothing to hide in it.")
    return "\n\n".join(parts)


def _any(_line: str) -> bool:
    return True


def _line(text: str) -> str:
    return " ".join(visible(text).split())
