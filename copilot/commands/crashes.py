"""`chat-copilot crashes`: what went wrong on this machine, for the person alone to read or send."""

from __future__ import annotations

import argparse
import time

from copilot.commands.exits import NOT_READY, OK
from copilot.commands.output import print_json
from copilot.core.errors import CopilotError
from copilot.store import paths
from copilot.store.crashes import Crashes


def main(args: argparse.Namespace) -> int:
    """List the reports, print the last one, or delete all."""
    crashes = Crashes(paths.find())
    if args.delete:
        try:
            count = crashes.clear()
        except OSError as error:
            raise CopilotError(
                f"The reports can't be deleted ({error.strerror}).", "Look at who owns them."
            ) from None
        print(f"Deleted: {count}")
        return OK
    reports = crashes.reports()
    if args.json:
        listed = [{"file": str(r.path), "when": r.when, "title": r.title} for r in reports]
        print_json({"crashes": listed})
        return OK if reports else NOT_READY
    if not reports:
        print("Nothing has crashed.")
        return NOT_READY
    if args.last:
        print(reports[0].text(), end="")
        return OK
    for report in reports:
        print(f"{time.strftime('%Y-%m-%d %H:%M', time.localtime(report.when))}  {report.title}")
        print(f"{'':16}  {report.path}")
    return OK
