"""Text as a database takes it."""

from __future__ import annotations


def clean(text: str) -> str:
    """Without halves of surrogate pairs, which broken applications show and UTF-8 does not know."""
    return text.encode("utf-8", "replace").decode("utf-8")
