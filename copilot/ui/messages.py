"""Errors and notices of the rooms that know no Qt, in the language of the interface.

They come as whole English sentences with names and numbers filled in. The list of the sentences
(made from the sources by packaging/translations.py) tells which one it is and what was filled in.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache

from PySide6.QtCore import QCoreApplication, QFile, QIODevice

from copilot.ui.language import SEARCH_PREFIX

_CONTEXT = "Message"
_LEAST = 6
"""Letters that a sentence must have of its own: with fewer it would fit anything."""


def said(text: str) -> str:
    """`text` as translators have it; unchanged where they don't."""
    if not text:
        return text
    whole = _translated(text)
    if whole != text:
        return whole
    for pattern, template in _patterns():
        found = pattern.fullmatch(text)
        if found is not None:
            translated = _translated(template)
            if translated != template:
                # What was filled in may be a sentence itself.
                return _filled(translated, [said(part) for part in found.groups()])
    return text


def _translated(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)


def _filled(template: str, parts: list[str]) -> str:
    return re.sub(
        r"\{(\d)\}",
        lambda m: parts[int(m[1]) - 1] if 0 < int(m[1]) <= len(parts) else m[0],
        template,
    )


def _patterns() -> list[tuple[re.Pattern[str], str]]:
    """What the sentences with something filled in look like, the most telling ones first."""
    file = QFile(f"{SEARCH_PREFIX}:messages.json")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        return []  # not remembered: Qt may not know yet where it is
    text = bytes(file.readAll().data()).decode()
    file.close()
    return _compiled(text)


@lru_cache(maxsize=1)
def _compiled(text: str) -> list[tuple[re.Pattern[str], str]]:
    templates: list[str] = json.loads(text)
    patterns: list[tuple[int, re.Pattern[str], str]] = []
    for template in templates:
        parts = re.split(r"\{\d\}", template)
        own = sum(letter.isalpha() for part in parts for letter in part)
        if len(parts) > 1 and own >= _LEAST:
            pattern = "(.+?)".join(map(re.escape, parts))
            patterns.append((own, re.compile(pattern, re.DOTALL), template))
    patterns.sort(key=lambda entry: -entry[0])
    return [(pattern, template) for _, pattern, template in patterns]
