"""`chat-copilot mask`: masks standard input line by line and says what it found, and where."""

from __future__ import annotations

import argparse
import sys

from copilot.commands import stdin
from copilot.commands.exits import OK
from copilot.commands.output import print_json
from copilot.core.private import private_finder
from copilot.core.redaction import Vault, findings, mask
from copilot.store import paths, settings


def main(args: argparse.Namespace) -> int:
    """Print each line of standard input masked, as soon as it has come.

    What was found is told on standard error, or, with `args.json`, beside each line. The words of
    settings.toml are hidden as well. Placeholders are the same throughout. Raises SettingsError.
    """
    words = settings.load(paths.find().settings_file).masking.words
    find = private_finder(args.level, words)
    vault = Vault()
    for number, text in enumerate(stdin.lines(), start=1):
        masked = mask(text, vault, find).text
        found = [
            (f, vault.placeholder(f.kind, text[f.start : f.end])) for f in findings(text, find)
        ]
        if args.json:
            items = [{"placeholder": placeholder, **f._asdict()} for f, placeholder in found]
            print_json({"line": number, "text": masked, "found": items}, pretty=False)
            continue
        print(masked, flush=True)
        for f, placeholder in found:
            where = f"line {number}, characters {f.start + 1} to {f.end}"
            print(f"{where}: {placeholder}", file=sys.stderr, flush=True)
    return OK
