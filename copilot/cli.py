"""The command line: which commands there are, what they take, and how their failures are told."""

from __future__ import annotations

import argparse
import importlib
import io
import os
import sys
from collections.abc import Callable, Sequence
from typing import cast

from copilot.commands.exits import FAILED, INTERRUPTED, OK
from copilot.commands.parsers import running
from copilot.commands.parsers.values import NewCommand
from copilot.core.errors import CopilotError

_EXIT_CODES = """exit codes:
  0  done
  1  an error, told on standard error with what to do about it
  2  wrong usage
  3  nothing there (no chat has the keyboard, a check of doctor fails, no key is stored)
"""

_OVERVIEW = f"""examples:
  chat-copilot run                       start it; its icon appears in the tray
  chat-copilot practice                  try everything in a chat with a scripted friend
  chat-copilot doctor                    see what works here and what to do about the rest
  chat-copilot trigger choose1           for desktops where a shortcut has to call a command

{_EXIT_CODES}"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    _speak_utf8()
    typed = list(sys.argv[1:] if arguments is None else arguments)
    args = build_parser(typed[0] if typed else "").parse_args(typed)
    command = cast("str", args.command)
    try:
        # Each command imports what it needs, so that `--help` and `trigger` start at once.
        run = cast(
            "Callable[[argparse.Namespace], int]",
            importlib.import_module(f"copilot.commands.{command}").main,
        )
        code = run(args)
        sys.stdout.flush()
        return code
    except CopilotError as error:
        print(f"chat-copilot: {error.title}", file=sys.stderr)
        if error.hint:
            print(f"  {error.hint}", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # `chat-copilot watch | head`: the reader has gone, and the interpreter's own flush at
        # exit must not complain about it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except Exception as error:
        if args.debug:
            raise
        return _unexpected(command, error)


def build_parser(typed: str = "") -> argparse.ArgumentParser:
    """All commands and their options; of some, when they are typed, that one alone.

    All of them take 10 ms, which the icon in the tray would come later.
    """
    parser = argparse.ArgumentParser(
        prog="chat-copilot",
        description="Replies, topics and translation beside the draft you are typing.",
        epilog=_OVERVIEW,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="print which build this is")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, summary: str, examples: str) -> argparse.ArgumentParser:
        one = commands.add_parser(
            name,
            help=summary,
            description=summary[0].upper() + summary[1:] + ".",
            epilog=f"examples:\n{examples}\n{_EXIT_CODES}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        one.add_argument(
            "--debug", action="store_true", help="log more; show Python's traceback of a bug"
        )
        return one

    if typed in running.AT_ONCE:
        running.AT_ONCE[typed](command)
    else:
        _add_all(command)
    return parser


def _add_all(command: NewCommand) -> None:
    from copilot.commands.parsers import asking, keeping, looking, models, upkeep

    for group in (running, looking, asking, keeping, models, upkeep):
        group.add(command)


class _Version(argparse.Action):
    """Reads what the package step wrote only when somebody asks for it."""

    def __call__(self, *_: object) -> None:
        from copilot.store import build

        print(f"chat-copilot {build.read().line}")
        raise SystemExit(OK)


def _speak_utf8() -> None:
    # Chats hold every script; what the terminal's locale lacks must not end a command.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _unexpected(command: str, error: Exception) -> int:
    from copilot.store import logs, paths
    from copilot.store.crashes import Crashes

    here = paths.find()
    logs.note_failure(here, f"{command} ended by a bug", error)
    Crashes(here).note(f"chat-copilot {command}", error)
    print(f"chat-copilot: {command} failed because of a bug of ours.", file=sys.stderr)
    print(
        "  `chat-copilot crashes --last` shows where it happened, without any of your texts.",
        file=sys.stderr,
    )
    return FAILED
