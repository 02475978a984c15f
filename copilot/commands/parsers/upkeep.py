"""The commands about the program itself."""

from __future__ import annotations

from copilot.commands.parsers.values import NewCommand


def add(command: NewCommand) -> None:
    """Add them."""
    command(
        "about",
        "show in a window which build this is, and whose work is in it",
        "  chat-copilot about\n",
    )
    crashes = command(
        "crashes",
        "show reports of crashes, which stay on this machine and hold no texts",
        "  chat-copilot crashes\n  chat-copilot crashes --last > report.txt\n",
    )
    shown = crashes.add_mutually_exclusive_group()
    shown.add_argument("--last", action="store_true", help="print the newest report")
    shown.add_argument("--delete", action="store_true", help="delete all reports")
    shown.add_argument("--json", action="store_true", help="print JSON")

    update = command(
        "update",
        "see whether there is a newer release; nothing is installed",
        "  chat-copilot update --check\n",
    )
    update.add_argument(
        "--check", action="store_true", required=True, help="ask now for news of releases"
    )
    update.add_argument("--json", action="store_true", help="print JSON")
