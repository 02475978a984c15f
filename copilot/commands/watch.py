"""`chat-copilot watch`: every change of the chat that has the keyboard, as JSON lines."""

from __future__ import annotations

import argparse
import asyncio
import sys

from copilot.commands.exits import NOT_READY, OK
from copilot.commands.looking import open_eyes
from copilot.commands.output import print_json
from copilot.core import wire
from copilot.core.model import Blocked, ChatView


def main(args: argparse.Namespace) -> int:
    """Print ChatViews until there were `args.count`, or `args.seconds` are over, or Ctrl+C."""
    return asyncio.run(_watch(args.count, args.seconds))


async def _watch(count: int | None, seconds: float | None) -> int:
    printed = 0
    async with open_eyes() as eyes:
        try:
            async with asyncio.timeout(seconds):
                async for sight in eyes.sights():
                    if isinstance(sight, ChatView):
                        print_json(wire.view_to_json(sight), pretty=False)
                        printed += 1
                    elif isinstance(sight, Blocked):
                        print(f"chat-copilot: {sight.reason} {sight.hint}", file=sys.stderr)
                    if printed == count:
                        break
        except TimeoutError:
            pass
    return OK if printed else NOT_READY
