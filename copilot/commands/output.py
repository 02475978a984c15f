"""Printing data for scripts."""

from __future__ import annotations

import json


def print_json(value: object, *, pretty: bool = True) -> None:
    """Print `value` as JSON, indented or as one line, and pass it on at once."""
    print(json.dumps(value, ensure_ascii=False, indent=2 if pretty else None), flush=True)
