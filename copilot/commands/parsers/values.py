"""What the values of options may be, and how a command is made."""

from __future__ import annotations

import argparse
from collections.abc import Callable

NewCommand = Callable[[str, str, str], argparse.ArgumentParser]
"""Makes a command of its name, a line about it and examples."""


def seconds(text: str) -> float:
    """0 to 86400."""
    value = float(text)
    if not 0 <= value <= 86_400:
        raise argparse.ArgumentTypeError("must be from 0 to 86400 seconds")
    return value


def days(text: str) -> int:
    """1 to 36500."""
    value = int(text)
    if not 1 <= value <= 36_500:
        raise argparse.ArgumentTypeError("must be from 1 to 36500 days")
    return value


def count(text: str) -> int:
    """A whole number from 1."""
    value = int(text)
    if value < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return value


def day(text: str) -> float:
    """The beginning of a day such as 2026-11-22, in seconds since the epoch."""
    from datetime import datetime

    return datetime.fromisoformat(text).timestamp()
