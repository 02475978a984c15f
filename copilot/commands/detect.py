"""`chat-copilot detect`: names the language of each line of standard input."""

from __future__ import annotations

import argparse

from copilot.commands import stdin
from copilot.commands.exits import OK
from copilot.commands.output import print_json
from copilot.core.identify import Identifier
from copilot.core.languages import parse_language
from copilot.llm.guesser import NgramGuesser


def main(args: argparse.Namespace) -> int:
    """Print the tag of each line as soon as it has come, "und" where nothing tells it.

    Raises InputError for a language in `args.likely` that is not known.
    """
    likely = frozenset(parse_language(name) for name in args.likely)
    identifier = Identifier(NgramGuesser())
    for number, line in enumerate(stdin.lines(), start=1):
        found = identifier.identify(line, likely)
        if args.json:
            parts = [
                {"start": part.start, "end": part.end, "language": part.tag} for part in found.parts
            ]
            print_json(
                {
                    "line": number,
                    "language": found.tag,
                    "confidence": round(found.confidence, 3),
                    "parts": parts,
                },
                pretty=False,
            )
        else:
            print(found.tag, flush=True)
    return OK
