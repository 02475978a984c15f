"""The commands that look at chats and at this desktop."""

from __future__ import annotations

from copilot.commands.parsers.values import NewCommand, count, seconds


def add(command: NewCommand) -> None:
    """Add them."""
    read = command(
        "read",
        "print the chat that has the keyboard: contact, messages, draft",
        "  chat-copilot read --wait 5        # five seconds to click into the chat\n"
        "  chat-copilot read --json | jq .draft.text\n",
    )
    read.add_argument(
        "--wait",
        type=seconds,
        default=0.0,
        metavar="SECONDS",
        help="wait up to so long for a chat to have the keyboard",
    )
    read.add_argument("--json", action="store_true", help="print JSON")
    watch = command(
        "watch",
        "print every change of the chat that has the keyboard, one JSON object a line",
        "  chat-copilot watch\n  chat-copilot watch --count 1 | jq .messages\n",
    )
    watch.add_argument("--count", type=count, metavar="N", help="end after N lines")
    watch.add_argument("--seconds", type=seconds, metavar="S", help="end after so many seconds")
    doctor = command(
        "doctor",
        "check what works on this desktop, and say what to do about the rest",
        "  chat-copilot doctor\n  chat-copilot doctor --online --json\n",
    )
    doctor.add_argument(
        "--online",
        action="store_true",
        help="also ask configured providers that are not on this machine for their list of models",
    )
    shown = doctor.add_mutually_exclusive_group()
    shown.add_argument("--json", action="store_true", help="print JSON")
    shown.add_argument("--window", action="store_true", help="show it in a window")
