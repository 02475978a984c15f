"""The person's glossary: a CSV file of the config folder, to be edited by hand as well."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterable
from pathlib import Path

from copilot.core.errors import InputError
from copilot.core.glossary import (
    Glossary,
    Imported,
    Term,
    format_csv,
    parse_csv,
    with_term,
    without_term,
)
from copilot.store import files, locks

_MOST_BYTES = 5_000_000
_BYTE_ORDER_MARKS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


class GlossaryFile:
    """The glossary in that file, which need not exist. Changes keep lines that can't be read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: tuple[int, int] | None = None
        self._glossary = Glossary()

    def load(self) -> Imported:
        """Its terms, and the lines that can't be used. Raises InputError."""
        return parse_csv(self._text())

    def current(self) -> Glossary:
        """The terms of now, read again after the file was changed; empty if it can't be read."""
        try:
            state = self._path.stat()
            seen = (state.st_mtime_ns, state.st_size)
            if seen != self._seen:
                self._glossary, self._seen = Glossary(self.load().terms), seen
        except (OSError, InputError):
            self._glossary, self._seen = Glossary(), None
        return self._glossary

    def add(self, terms: Iterable[Term]) -> None:
        """Add terms in place of those that they contradict. Raises InputError."""
        listed = tuple(terms)
        with _Failures(self._path), locks.held(self._path.with_suffix(".lock")):
            text = self._text()
            if not text.strip():
                text = format_csv(())
            for term in listed:
                text = with_term(text, term)
            files.write_atomically(self._path, text)

    def remove(self, term: Term) -> int:
        """Remove what is said about the source and languages of `term`; returns how many lines.

        Raises InputError.
        """
        with _Failures(self._path), locks.held(self._path.with_suffix(".lock")):
            text, removed = without_term(self._text(), term)
            if removed:
                files.write_atomically(self._path, text)
        return removed

    def take(self, path: Path) -> None:
        """Add the terms of a CSV file; lines that can't be used are left out.

        Raises InputError, also where none can be used.
        """
        found = parse_csv(read_csv_file(path))
        if not found.terms:
            raise InputError(f"There are no terms in {path.name}.", "It needs two columns.")
        self.add(found.terms)

    def give(self, path: Path) -> None:
        """Write all terms into a CSV file. Raises InputError."""
        text = format_csv(self.load().terms)
        with _Failures(path):
            files.write_atomically(path, text)

    def ensure(self) -> Path:
        """The file, made with its heading where there was none. Raises InputError."""
        if not self._path.exists():
            self.add(())
        return self._path

    def _text(self) -> str:
        return read_csv_file(self._path) if self._path.exists() else ""


def read_csv_file(path: Path) -> str:
    """The text of a CSV file in UTF-8 or, as some spreadsheets write, UTF-16.

    Raises InputError if it can't be read.
    """
    with _Failures(path):
        if path.stat().st_size > _MOST_BYTES:
            raise InputError(f"{path.name} is too large for a glossary.", "5 MB are the most.")
        data = path.read_bytes()
    encoding = next(
        (name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), "utf-8-sig"
    )
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise InputError(
            f"{path.name} is not in UTF-8.", 'Save it once more as "CSV UTF-8".'
        ) from None


class _Failures:
    """Translates what the system says about a file."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, OSError):
            why = os.strerror(error.errno) if error.errno else type(error).__name__
            raise InputError(f"{self._path.name} can't be used: {why}.") from error
