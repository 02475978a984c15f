"""The commands that start something, or speak to what runs."""

from __future__ import annotations

from copilot.commands.parsers.values import NewCommand


def _run(command: NewCommand) -> None:
    run = command(
        "run",
        "start Chat Copilot, or bring up the one that runs",
        "  chat-copilot run\n",
    )
    run.add_argument(
        "--log-chats",
        action="store_true",
        help="write chat texts into the log too (only to find a bug; it warns)",
    )


def _demo(command: NewCommand) -> None:
    demo = command(
        "demo",
        "play the whole loop in the practice chat and print each step with its time",
        "  chat-copilot demo\n  chat-copilot demo --screenshot demo.png\n",
    )
    demo.add_argument("--screenshot", metavar="FILE", help="save a picture of the last step")
    demo.add_argument("--language", choices=("en", "zh"), default="", help="what the friend speaks")
    demo.add_argument("--json", action="store_true", help="print the steps as JSON")


def _practice(command: NewCommand) -> None:
    practice = command(
        "practice",
        "open a practice chat with a scripted friend; no account, no key",
        "  chat-copilot practice\n  chat-copilot practice --language zh\n",
    )
    practice.add_argument(
        "--language", choices=("en", "zh"), default="", help="what the friend speaks"
    )
    practice.add_argument(
        "--silent", action="store_true", help="the friend only says what is sent to the window"
    )


def _trigger(command: NewCommand) -> None:
    trigger = command(
        "trigger",
        "have the running instance do something, as a hotkey would",
        "  chat-copilot trigger open\n"
        "  chat-copilot trigger choose1      # bind this to a shortcut of your desktop\n",
    )
    trigger.add_argument(
        "action", metavar="ACTION", help=f"one of: {', '.join(_actions())}", choices=_actions()
    )
    trigger.add_argument("--json", action="store_true", help="print the answer as JSON")


def _actions() -> tuple[str, ...]:
    from copilot.core.actions import ACTIONS

    return tuple(ACTIONS)


AT_ONCE = {"run": _run, "demo": _demo, "practice": _practice, "trigger": _trigger}
"""Those that are started with nobody waiting at a terminal, so that each millisecond shows."""


def add(command: NewCommand) -> None:
    """Add them all."""
    for one in AT_ONCE.values():
        one(command)
