"""`chat-copilot key`: stores, lists and deletes keys of providers in the keychain."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Sequence

from copilot.commands.exits import NOT_READY, OK
from copilot.commands.output import print_json
from copilot.core.errors import InputError
from copilot.store import paths
from copilot.store.history.keys import HistoryKey
from copilot.store.secrets import HISTORY_KEY, KeyringSecrets, is_of_history
from copilot.store.state import State


def main(args: argparse.Namespace) -> int:
    """Carry out `args.key_action`."""
    here = paths.find()
    secrets = KeyringSecrets(State(here.state_file), on_wait=_say_waiting)
    of_history = args.key_action != "list" and is_of_history(args.name)
    left_over = args.key_action == "delete" and not HistoryKey(here.history_file, secrets).needed
    if of_history and not left_over:
        raise InputError(
            f"Names that begin with {HISTORY_KEY!r} are of the keys that open a history: without "
            "its key nobody can read it.",
            "To be rid of both, run `chat-copilot history forget --everything`.",
        )
    if args.key_action == "set":
        secrets.set(args.name, _read_key(args.name))
        print(f"Stored the key {args.name!r} in the keychain ({secrets.backend}).")
    elif args.key_action == "delete":
        secrets.delete(args.name)
        print(f"Deleted the key {args.name!r}.")
    else:
        return _list(secrets, as_json=args.json)
    return OK


def _say_waiting() -> None:
    print("Waiting for the keychain: it may be asking for its password …", file=sys.stderr)


def _read_key(name: str) -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline().strip()
    try:
        return getpass.getpass(f"Key for {name!r} (it is not shown): ").strip()
    except EOFError:
        raise InputError("No key was given.", "Paste it and press Enter.") from None


def _list(secrets: KeyringSecrets, *, as_json: bool) -> int:
    names, of_history = secrets.names(), secrets.names_of_history()
    if as_json:
        print_json({"keys": _described(secrets, names), "history": _described(secrets, of_history)})
        return OK if names else NOT_READY
    print("\n".join(names) or "No keys are stored. `chat-copilot key set NAME` stores one.")
    for name in of_history:
        # Beside the list, so that whoever reads the names gets keys of providers alone.
        print(f"{name} opens what is kept of chats; it is no provider's.", file=sys.stderr)
    return OK if names else NOT_READY


def _described(secrets: KeyringSecrets, names: Sequence[str]) -> list[dict[str, str]]:
    return [{"name": name, "keychain": secrets.stored_in(name)} for name in names]
