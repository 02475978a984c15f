"""`chat-copilot key`: stores, lists and deletes keys of providers in the keychain."""

from __future__ import annotations

import argparse
import getpass
import sys

from copilot.commands.exits import NOT_READY, OK
from copilot.commands.output import print_json
from copilot.core.errors import InputError
from copilot.store import paths
from copilot.store.secrets import KeyringSecrets
from copilot.store.state import State


def main(args: argparse.Namespace) -> int:
    """Carry out `args.key_action`."""
    secrets = KeyringSecrets(State(paths.find().state_file), on_wait=_say_waiting)
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
    names = secrets.names()
    if as_json:
        print_json({"keys": [{"name": n, "keychain": secrets.stored_in(n)} for n in names]})
    else:
        print("\n".join(names) or "No keys are stored. `chat-copilot key set NAME` stores one.")
    return OK if names else NOT_READY
