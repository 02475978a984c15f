"""`chat-copilot read`: the chat that has the keyboard, once."""

from __future__ import annotations

import argparse
import asyncio
import sys

from copilot.commands.exits import NOT_READY, OK
from copilot.commands.looking import open_eyes
from copilot.commands.output import print_json
from copilot.core import wire
from copilot.core.model import ME, THEM, Blocked, ChatView, Sight
from copilot.core.ports import Eyes


def main(args: argparse.Namespace) -> int:
    """Print one ChatView. Raises AccessibilityOff."""
    sight = asyncio.run(_look(args.wait))
    match sight:
        case ChatView() if args.json:
            print_json(wire.view_to_json(sight))
        case ChatView():
            print(_as_text(sight))
        case Blocked():
            print(f"chat-copilot: {sight.reason}\n  {sight.hint}", file=sys.stderr)
            return NOT_READY
        case None:
            hint = "Click into the text field of a chat; `--wait 5` leaves you the time to."
            print(f"chat-copilot: No chat has the keyboard.\n  {hint}", file=sys.stderr)
            return NOT_READY
    return OK


async def _look(wait: float) -> Sight:
    async with open_eyes() as eyes:
        if wait:
            try:
                async with asyncio.timeout(wait):
                    await _chat(eyes)
            except TimeoutError:
                pass
        return await eyes.look()


async def _chat(eyes: Eyes) -> None:
    async for sight in eyes.sights():
        if isinstance(sight, ChatView):
            return


def _as_text(view: ChatView) -> str:
    chat = view.conversation
    lines = [f"{view.app_name}: {chat.contact}", ""]
    for message in chat.messages:
        sender = chat.contact if message.sender == THEM else message.sender
        at = f"[{message.at}] " if message.at else ""
        lines.append(f"{at}{'me' if message.sender == ME else sender}: {message.text}")
    return "\n".join([*lines, "", f"draft: {view.draft.text}"])
