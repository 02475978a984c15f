"""`chat-copilot history`: search what is kept, take it along, forget it, get its key back."""

from __future__ import annotations

import argparse
import contextlib
import getpass
import os
import sys
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, TextIO

from copilot.commands.exits import NOT_READY, OK
from copilot.commands.kept import NOTHING, key_of, opened
from copilot.commands.output import print_json
from copilot.core.errors import CopilotError, HistoryLocked, InputError, NotRunning
from copilot.core.inspection import Sent
from copilot.core.inspection import as_json as request_json
from copilot.core.model import ME, THEM
from copilot.store import instance, logs, paths, settings
from copilot.store.history import forgetting, keys, schema, searching, transfer
from copilot.store.history.searching import Chat, Found, FoundTranslation, Query
from copilot.store.paths import Paths


def main(args: argparse.Namespace) -> int:
    """Carry out `args.history_action`."""
    return _ACTIONS[args.history_action](args, paths.find())


def _search(args: argparse.Namespace, here: Paths) -> int:
    query = Query(args.text, args.contact, args.app, args.since, args.until)
    look, as_json, as_line = _KINDS[args.kind]
    with opened(here) as history:
        found: Sequence[Any] = look(history, query, args.limit) if history else ()
    if args.json:
        print_json({args.kind: [as_json(one) for one in found]})
    elif not found:
        print("Nothing was found." if history else NOTHING)
    for one in () if args.json else found:
        print(as_line(one))
    return OK if found else NOT_READY


def _export(args: argparse.Namespace, here: Paths) -> int:
    with opened(here) as history:
        if history is None:
            raise InputError(NOTHING, "")
        chats = searching.chats(history, args.contact, args.app)
        everything = not (args.contact or args.app)
        write = (
            transfer.as_markdown
            if args.markdown
            else partial(transfer.as_json_lines, chatless=everything)
        )
        with _output(args.output) as out:
            for line in write(history, chats):
                print(line, file=out)
    if args.output:
        print(f"Wrote {len(chats)} chats to {args.output}. The file is not encrypted.")
    return OK


def _import(args: argparse.Namespace, here: Paths) -> int:
    with opened(here) as history:
        if history is None:
            raise InputError(NOTHING, "")
        try:
            with Path(args.file).open(encoding="utf-8") as file:
                added = transfer.read_back(history, file)
        except (OSError, UnicodeDecodeError) as error:
            raise InputError(f"{args.file} can't be read ({type(error).__name__}).") from None
    print(f"Read {added} messages that were not kept yet.")
    return OK


def _forget(args: argparse.Namespace, here: Paths) -> int:
    try:
        return (
            _forget_everything(here) if args.everything and args.yes else _forget_some(args, here)
        )
    finally:
        if args.yes or args.message:
            # The running instance remembers, whatever is kept on disk: what was sent, translations.
            with contextlib.suppress(NotRunning):
                instance.send(here, "forget-sent")


def _forget_some(args: argparse.Namespace, here: Paths) -> int:
    with opened(here) as history:
        if history is None:
            print(NOTHING)
            return NOT_READY
        chats = searching.chats(history, args.contact, args.app)
        if args.message:
            print(f"Forgot {forgetting.forget_messages(history, tuple(args.message))} messages.")
            return OK
        if not (args.contact or args.app or args.everything):
            raise InputError(
                "What shall be forgotten?", "Say --message, --contact, --app or --everything."
            )
        if not args.yes:
            count = sum(chat.messages for chat in chats)
            raise InputError(
                f"That would forget {len(chats)} chats with {count} messages.",
                "Add --yes to do it; there is no way back.",
            )
        print(f"Forgot {forgetting.forget_chats(history, tuple(c.id for c in chats))} chats.")
    return OK if chats else NOT_READY


def _forget_everything(here: Paths) -> int:
    logs.forget_chats(here)
    if not here.history_file.exists():
        print(NOTHING)
        return NOT_READY
    running = instance.is_running(here)
    try:
        with opened(here) as history:
            if history is not None:
                forgetting.forget_everything(history)
    except HistoryLocked as error:
        if running:
            raise InputError(
                f"{error.title} Chat Copilot runs and may have it open.",
                "Quit it and run this again.",
            ) from None
    if running:
        print("Forgot everything. An empty history stays while Chat Copilot runs.")
        return OK
    keys.remove_files(here.history_file)
    key_of(here).forget()
    print("Forgot everything.")
    return OK


def _keep(args: argparse.Namespace, here: Paths) -> int:
    what = "" if args.what == "default" else args.what
    with opened(here) as history:
        chats = searching.chats(history, args.contact, args.app) if history else ()
        for chat in chats:
            assert history is not None
            forgetting.keep(history, chat.id, what)
    print(f"Set for {len(chats)} chats." if chats else "There is no such chat.")
    return OK if chats else NOT_READY


def _status(args: argparse.Namespace, here: Paths) -> int:
    wanted = settings.load(here.settings_file).history
    known = key_of(here).known
    chats: tuple[Chat, ...] = ()
    problems: tuple[str, ...] = ()
    counts: Mapping[str, int] = {}
    trouble: CopilotError | None = None
    exists = here.history_file.exists()
    try:
        with opened(here) as history:
            if history is not None:
                chats = searching.chats(history)
                counts = searching.counts(history)
                problems = schema.problems(history.connection)
    except CopilotError as error:
        trouble = error
    value = {
        "enabled": wanted.enabled,
        "days": wanted.days,
        "exists": exists,
        "keychain": known.backend if known else "",
        "recovery_phrase": bool(known and known.wrapped),
        "opens": exists and trouble is None,
        "whole": exists and trouble is None and not problems,
        "trouble": str(trouble) if trouble else "",
        "chats": [
            {"app": c.app, "contact": c.contact, "messages": c.messages, "keep": c.keep}
            for c in chats
        ],
        "also": counts,
    }
    if args.json:
        print_json(value)
        return OK if trouble is None else NOT_READY
    print(f"History is {'on' if wanted.enabled else 'off: nothing is kept'}.")
    if known is not None and exists:
        phrase = "there is one" if known.wrapped else "none; `chat-copilot history phrase` makes it"
        print(f"Key: in {known.backend}. Recovery phrase: {phrase}.")
    if trouble is not None:
        print(f"{trouble.title}\n  {trouble.hint}")
        return NOT_READY
    for one in chats:
        keeps = f", keeps {one.keep}" if one.keep else ""
        print(f"{one.contact} ({one.app}): {one.messages} messages{keeps}")
    if any(counts.values()):
        print(f"Also kept: {', '.join(f'{count} {name}' for name, count in counts.items())}")
    if problems:
        print("The database is damaged. Restore it from a backup of yours.")
    return OK if not problems else NOT_READY


def _phrase(args: argparse.Namespace, here: Paths) -> int:
    phrase = key_of(here).phrase()
    print("Write these words down. They are shown this once and stand in no file:", file=sys.stderr)
    print(phrase)
    print("Earlier phrases open nothing any more.", file=sys.stderr)
    return OK


def _recover(args: argparse.Namespace, here: Paths) -> int:
    if args.origin:
        print(f"The key of the history is in {key_of(here).take_over(args.origin)} now.")
        return OK
    if sys.stdin.isatty():
        phrase = getpass.getpass("Recovery phrase (it is not shown): ")
    else:
        phrase = sys.stdin.readline()
    print(f"The key of the history is in {key_of(here).recover(phrase)} again.")
    return OK


_ACTIONS: Mapping[str, Callable[[argparse.Namespace, Paths], int]] = {
    "search": _search,
    "export": _export,
    "import": _import,
    "forget": _forget,
    "keep": _keep,
    "status": _status,
    "phrase": _phrase,
    "recover": _recover,
}


@contextlib.contextmanager
def _output(name: str | None) -> Generator[TextIO]:
    if name is None:
        yield sys.stdout
        return
    try:
        # For this person's eyes: it is everything they said, in clear.
        handle = os.open(name, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            yield file
    except OSError as error:
        raise InputError(f"{name} can't be written ({error.strerror}).") from None


def _message_json(one: Found) -> dict[str, object]:
    return {
        "id": one.id,
        "app": one.app,
        "contact": one.contact,
        "from": one.sender,
        "text": one.text,
        "at": one.shown_at,
        "seen": _iso(one.seen),
    }


def _message_line(one: Found) -> str:
    who = {ME: "me", THEM: one.contact}.get(one.sender, one.sender)
    chat = f"{one.contact} ({one.app})"
    return f"{one.id:6} {_when(one.seen)} {chat} {who}: {_in_a_line(one.text)}"


def _translation_json(one: FoundTranslation) -> dict[str, object]:
    return {**asdict(one), "made": _iso(one.made)}


def _translation_line(one: FoundTranslation) -> str:
    pair = f"{one.source or '?'} → {one.target}"
    return f"{_when(one.made)} {pair}: {_in_a_line(one.text)} → {_in_a_line(one.result)}"


def _request_line(one: Sent) -> str:
    chat = f"{one.chat.contact} ({one.chat.app})" if one.chat else "no chat"
    asked = one.messages[-1].text if one.messages else ""
    whom = f"{one.provider}/{one.model}"
    return f"{_when(one.when)} {whom} {one.skill}, {chat}, {one.outcome}: {_in_a_line(asked)}"


_KINDS: Mapping[
    str, tuple[Callable[..., Sequence[Any]], Callable[[Any], object], Callable[[Any], str]]
] = {
    "messages": (searching.search, _message_json, _message_line),
    "translations": (searching.search_translations, _translation_json, _translation_line),
    "requests": (searching.search_requests, request_json, _request_line),
}
"""What can be searched: how it is found, and how one of it is shown."""


def _when(seconds: float) -> str:
    return f"{datetime.fromtimestamp(seconds):%Y-%m-%d %H:%M}"


def _iso(seconds: float) -> str:
    return datetime.fromtimestamp(seconds).astimezone().isoformat(timespec="seconds")


def _in_a_line(text: str) -> str:
    return " ".join(text.split())
