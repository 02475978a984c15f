"""`chat-copilot run`: the application itself, or the one that runs already."""

from __future__ import annotations

import argparse
import logging
import time

_STARTED = time.monotonic()

from copilot.commands.exits import OK  # noqa: E402 - the start is timed from here
from copilot.core.errors import AlreadyRunning  # noqa: E402
from copilot.store import instance, logs, paths, settings  # noqa: E402

_log = logging.getLogger("copilot.run")


def main(args: argparse.Namespace) -> int:
    """Run until the person quits. Raises DisplayMissing, InstanceError."""
    from copilot.app import Options, run

    here = paths.find()
    logs.set_up(here, debug=args.debug, log_chats=args.log_chats)
    chosen, trouble = settings.load_or_default(here.settings_file)
    for warning in chosen.warnings:
        _log.warning("settings.toml: %s", str(warning))
    if trouble is not None:
        _log.warning("%s", str(trouble))
    try:
        return run(Options(here, chosen, _STARTED, trouble, log_chats=args.log_chats))
    except AlreadyRunning:
        instance.send(here, "open")
        print("Chat Copilot runs already: it was asked to show itself.")
        return OK
