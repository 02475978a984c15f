"""The commands and options of the program, as its own parser has them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = "chat-copilot"


@dataclass(frozen=True)
class Option:
    """One option or operand; `flags` is empty for an operand."""

    flags: tuple[str, ...]
    value: str
    """What stands for its value in help, "" if it takes none."""
    choices: tuple[str, ...]
    help: str

    @property
    def takes_file(self) -> bool:
        """Whether the value is the name of a file."""
        return self.value == "FILE"


@dataclass(frozen=True)
class Command:
    """One command, or a command of a command: `words` is what is typed after the program."""

    words: tuple[str, ...]
    summary: str
    options: tuple[Option, ...]
    usage: str
    examples: str
    children: tuple[str, ...]


def read() -> list[Command]:
    """The program itself (without words) and all commands below it, in the parser's order."""
    sys.path.insert(0, str(ROOT))
    from copilot.cli import build_parser

    return list(_commands(build_parser(), (), ""))


def _commands(
    parser: argparse.ArgumentParser, words: tuple[str, ...], summary: str
) -> Iterator[Command]:
    below = _children(parser)
    usage = " ".join(parser.format_usage().removeprefix("usage: ").split())
    yield Command(
        words,
        summary or parser.description or "",
        tuple(_option(action) for action in parser._actions if _is_shown(action)),
        usage,
        parser.epilog or "",
        tuple(below),
    )
    for name, (child, told) in below.items():
        yield from _commands(child, (*words, name), told)


def _children(
    parser: argparse.ArgumentParser,
) -> dict[str, tuple[argparse.ArgumentParser, str]]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            told = {choice.dest: choice.help or "" for choice in action._choices_actions}
            return {name: (child, told.get(name, "")) for name, child in action.choices.items()}
    return {}


def _is_shown(action: argparse.Action) -> bool:
    hidden = action.help == argparse.SUPPRESS
    return not hidden and not isinstance(action, argparse._SubParsersAction)


def _option(action: argparse.Action) -> Option:
    choices = tuple(str(choice) for choice in action.choices or ())
    name = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    if action.metavar is None and choices:
        name = "{" + ",".join(choices) + "}"
    takes = action.nargs != 0
    return Option(tuple(action.option_strings), name if takes else "", choices, action.help or "")
