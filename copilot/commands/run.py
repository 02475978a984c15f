"""`chat-copilot run`: the application itself, or the one that runs already."""

from __future__ import annotations

import argparse
import gc
import logging
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING

_STARTED = time.monotonic()

from copilot.commands.exits import OK  # noqa: E402 - the start is timed from here
from copilot.core.errors import AlreadyRunning  # noqa: E402
from copilot.store import instance, paths  # noqa: E402

if TYPE_CHECKING:
    from copilot.app import Options

_log = logging.getLogger("copilot.run")


def main(args: argparse.Namespace) -> int:
    """Run until the person quits. Raises DisplayMissing, InstanceError."""
    # What a start makes stays, and looking through it for what does not takes a tenth of its time:
    # settling.py goes on with that.
    gc.disable()
    from copilot.start import run

    here = paths.find()
    with ExitStack() as closing:
        try:
            return run(here, lambda: _options(here, args, closing))
        except AlreadyRunning:
            instance.send(here, "open")
            print("Chat Copilot runs already: it was asked to show itself.")
            return OK


def _options(here: paths.Paths, args: argparse.Namespace, closing: ExitStack) -> Options:
    """Set up the log and read the settings; the icon is in the tray already."""
    from copilot.app import Options
    from copilot.store import logs, settings
    from copilot.store.crashes import Crashes

    logs.set_up(here, debug=args.debug, log_chats=args.log_chats)
    crashes = Crashes(here)
    crashes.watch()
    closing.callback(crashes.end)
    chosen, trouble = settings.load_or_default(here.settings_file)
    for warning in chosen.warnings:
        _log.warning("settings.toml: %s", str(warning))
    if trouble is not None:
        _log.warning("%s", str(trouble))
    return Options(here, chosen, _STARTED, trouble, log_chats=args.log_chats)
