"""`chat-copilot contact`: what is known of the people you write to; see it, set it, forget it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from dataclasses import replace

from copilot.commands.exits import NOT_READY, OK
from copilot.commands.kept import NOTHING, opened
from copilot.commands.output import print_json
from copilot.core.contacts import Wishes, about
from copilot.core.errors import InputError
from copilot.core.languages import parse_language
from copilot.core.manner import describe
from copilot.core.model import ChatIdentity
from copilot.store import paths
from copilot.store.history import contact_book, searching
from copilot.store.history.contact_book import Entry
from copilot.store.history.database import HistoryDatabase


def main(args: argparse.Namespace) -> int:
    """Carry out `args.contact_action`. Raises HistoryError, SecretsError, InputError."""
    with opened(paths.find()) as history:
        if history is None:
            print_json({"contacts": []}) if args.json else print(NOTHING)
            return NOT_READY
        return _ACTIONS[args.contact_action](args, history)


def _list(args: argparse.Namespace, history: HistoryDatabase) -> int:
    entries = contact_book.entries(history, "", args.app)
    if args.json:
        print_json({"contacts": [as_json(one) for one in entries]})
    elif not entries:
        print("Nothing is known of anybody yet.")
    for one in () if args.json else entries:
        print(_line(one))
    return OK if entries else NOT_READY


def _show(args: argparse.Namespace, history: HistoryDatabase) -> int:
    entries = contact_book.entries(history, args.name, args.app)
    if args.json:
        print_json({"contacts": [as_json(one) for one in entries]})
    elif not entries:
        print(f"Nothing is known of {args.name}.")
    for one in () if args.json else entries:
        print("\n".join(_whole(one)))
    return OK if entries else NOT_READY


def _set(args: argparse.Namespace, history: HistoryDatabase) -> int:
    changes = {
        name: value
        for name, value in (
            ("note", args.note),
            ("language", _tag(args.language)),
            ("mine", _tag(args.my_language)),
            ("formality", args.formality),
        )
        if value is not None
    }
    if not changes:
        raise InputError(
            "What shall be set?", "Say --note, --language, --my-language or --formality."
        )
    chats = searching.chats(history, args.name, args.app)
    kept = 0
    for chat in chats:
        who = ChatIdentity(chat.app, "", chat.contact)
        wishes = contact_book.of(history, who).wishes
        kept += contact_book.wish(history, who, replace(wishes, **changes))
    if args.json:
        entries = contact_book.entries(history, args.name, args.app)
        print_json({"contacts": [as_json(one) for one in entries]})
    elif not chats:
        print(f"There is no chat with {args.name} in the history.")
    elif not kept:
        print(f"Of the chat with {args.name} nothing may be kept.")
    else:
        print(f"Set for {args.name} in {kept} chats." if kept > 1 else f"Set for {args.name}.")
    return OK if kept else NOT_READY


def _forget(args: argparse.Namespace, history: HistoryDatabase) -> int:
    entries = contact_book.entries(history, args.name, args.app)
    for one in entries:
        contact_book.forget(history, ChatIdentity(one.app, "", one.contact))
    if args.json:
        print_json({"forgotten": [{"app": one.app, "contact": one.contact} for one in entries]})
    else:
        known = "What was known is forgotten; the chat itself is kept."
        print(known if entries else f"Nothing is known of {args.name}.")
    return OK if entries else NOT_READY


_ACTIONS: Mapping[str, Callable[[argparse.Namespace, HistoryDatabase], int]] = {
    "list": _list,
    "show": _show,
    "set": _set,
    "forget": _forget,
}


def as_json(one: Entry) -> dict[str, object]:
    """An entry as `contact --json` prints it."""
    wishes: Wishes = one.known.wishes
    return {
        "app": one.app,
        "contact": one.contact,
        "language": one.known.language,
        "habits": list(describe(one.known.manner)),
        "messages": one.known.manner.messages,
        "my_language": one.known.manner.language,
        "prompt": about(one.known),
        "set": {
            "note": wishes.note,
            "language": wishes.language,
            "my_language": wishes.mine,
            "formality": wishes.formality,
        },
    }


def _line(one: Entry) -> str:
    known = one.known
    said = [
        known.language,
        ", ".join(describe(known.manner)),
        "a note" if known.wishes.note else "",
    ]
    return f"{one.contact} ({one.app}): {'; '.join(part for part in said if part) or 'little'}"


def _whole(one: Entry) -> list[str]:
    known, wishes = one.known, one.known.wishes
    habits = ", ".join(describe(known.manner)) or "not known yet"
    lines = [
        f"{one.contact} ({one.app_name})",
        f"  They write:        {known.language or 'not known yet'}{_was_set(wishes.language)}",
        f"  You write:         {known.manner.language or 'not known yet'}",
        f"  How you write:     {habits} ({known.manner.messages} messages counted)",
    ]
    if wishes.mine:
        lines.append(f"  You read them in:  {wishes.mine}{_was_set(wishes.mine)}")
    if wishes.formality:
        lines.append(f"  You want to sound: {wishes.formality}")
    if wishes.note:
        lines.append(f"  Your note:         {wishes.note}")
    told = about(known)
    return [
        *lines,
        f"  A model is told:   {told}" if told else "  A model is told nothing of this.",
    ]


def _was_set(value: str) -> str:
    return " (set by you)" if value else ""


def _tag(language: str | None) -> str | None:
    return parse_language(language) if language else language
