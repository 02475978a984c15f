"""`chat-copilot trigger`: has the running instance do something."""

from __future__ import annotations

import argparse

from copilot.commands.exits import OK
from copilot.commands.output import print_json
from copilot.store import instance, paths


def main(args: argparse.Namespace) -> int:
    """Send `args.action` and wait until it is done. Raises NotRunning."""
    reply = instance.send(paths.find(), args.action)
    if args.json:
        print_json(reply)
    return OK
