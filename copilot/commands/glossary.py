"""`chat-copilot glossary`: the person's terms, and how each is translated."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import cast

from copilot.commands.exits import FAILED, NOT_READY, OK
from copilot.commands.output import print_json
from copilot.core.errors import InputError
from copilot.core.glossary import (
    LONGEST,
    BadLine,
    Imported,
    Term,
    format_csv,
    parse_csv,
)
from copilot.core.languages import parse_language
from copilot.store import files, paths
from copilot.store.glossary import GlossaryFile, read_csv_file


def main(args: argparse.Namespace) -> int:
    """Do what `args.glossary_action` says. Raises InputError."""
    file = GlossaryFile(paths.find().glossary_file)
    match cast("str", args.glossary_action):
        case "add":
            file.add([_term(args, args.target)])
            return OK
        case "remove":
            return OK if file.remove(_term(args)) else NOT_READY
        case "import":
            return _import(file, Path(args.file))
        case "export":
            return _export(file.load(), args.output)
        case _:
            return _list(file.load(), as_json=args.json)


def _term(args: argparse.Namespace, target: str = "") -> Term:
    source, target = args.source.strip(), target.strip()
    if not source or (args.glossary_action == "add" and not target):
        raise InputError("A term and its translation are needed.")
    if max(len(source), len(target)) > LONGEST or "\n" in source + target:
        raise InputError(f"A term has one line of at most {LONGEST} characters.")
    return Term(
        source,
        target,
        parse_language(args.from_language) if args.from_language else "",
        parse_language(args.to_language) if args.to_language else "",
        match_case=getattr(args, "match_case", False),
        whole_word=not getattr(args, "part_of_word", False),
    )


def _list(found: Imported, *, as_json: bool) -> int:
    if as_json:
        print_json(
            {
                "terms": [asdict(term) for term in found.terms],
                "bad_lines": [asdict(bad) for bad in found.bad_lines],
            }
        )
        return OK
    for term in found.terms:
        pair = f"  ({term.from_tag or 'any'} → {term.to_tag or 'any'})"
        print(f"{term.source} → {term.target}{pair if term.from_tag or term.to_tag else ''}")
    _tell(found.bad_lines)
    return OK


def _import(file: GlossaryFile, source: Path) -> int:
    """What can be used is taken; the exit code is 1 if something can't."""
    found = parse_csv(read_csv_file(source))
    file.add(found.terms)
    count = len(found.terms)
    print("1 term was taken over." if count == 1 else f"{count} terms were taken over.")
    _tell(found.bad_lines)
    return FAILED if found.bad_lines else OK


def _export(found: Imported, output: str | None) -> int:
    text = format_csv(found.terms)
    if output is None:
        # As it is: the terminal's own ends of lines must not double those of CSV.
        sys.stdout.write(text.replace("\r\n", "\n"))
        return OK
    target = Path(output)
    if target.exists():
        raise InputError(f"{target.name} exists already.", "Name a new file.")
    try:
        # The mark tells spreadsheets that it is UTF-8.
        files.write_atomically(target, "\ufeff" + text)
    except OSError as error:
        raise InputError(f"{target.name} can't be written: {error.strerror}.") from error
    return OK


def _tell(bad_lines: Iterable[BadLine]) -> None:
    for bad in bad_lines:
        print(f"line {bad.line}: {bad.reason}", file=sys.stderr)
