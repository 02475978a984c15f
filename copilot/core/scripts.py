"""The scripts that the letters of a text are written in (Unicode's, as far as chats use them)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

# Blocks of Unicode 16; marks that stand with the letters of a script are part of it.
_BLOCKS: Final = {
    "Latn": r"A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af\u0300-\u036f\u1e00-\u1eff"
    r"\uff21-\uff3a\uff41-\uff5a",
    "Hani": r"\u2e80-\u2fdf\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    r"\U00020000-\U0003ffff",
    "Kana": r"\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f",
    "Hang": r"\u1100-\u11ff\u3131-\u318e\ua960-\ua97f\uac00-\ud7ff",
    "Cyrl": r"\u0400-\u0482\u0484-\u052f\u1c80-\u1c8f",
    "Arab": r"\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u06ff\u0750-\u077f"
    r"\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "Deva": r"\u0900-\u0963\u0970-\u097f\ua8e0-\ua8ff",
    "Thai": r"\u0e01-\u0e3a\u0e40-\u0e4e",
    "Hebr": r"\u0591-\u05f4\ufb1d-\ufb4f",
    "Grek": r"\u0370-\u03ff\u1f00-\u1fff",
    "Beng": r"\u0980-\u09e3\u09f0-\u09ff",
    "Guru": r"\u0a00-\u0a65\u0a70-\u0a7f",
    "Gujr": r"\u0a80-\u0ae5\u0af0-\u0aff",
    "Taml": r"\u0b80-\u0be5\u0bf0-\u0bff",
    "Telu": r"\u0c00-\u0c65\u0c70-\u0c7f",
    "Knda": r"\u0c80-\u0ce5\u0cf0-\u0cff",
    "Mlym": r"\u0d00-\u0d65\u0d70-\u0d7f",
    "Sinh": r"\u0d80-\u0de5\u0df0-\u0dff",
    "Laoo": r"\u0e80-\u0ece\u0edc-\u0edf",
    "Tibt": r"\u0f00-\u0f1f\u0f34-\u0fff",
    "Mymr": r"\u1000-\u103f\u104c-\u108f\u109a-\u109f\uaa60-\uaa7f",
    "Khmr": r"\u1780-\u17dd",
    "Geor": r"\u10a0-\u10ff\u1c90-\u1cbf",
    "Armn": r"\u0531-\u0587\u058f",
    "Ethi": r"\u1200-\u135f\u1380-\u139f",
}
_RUN = re.compile("|".join(f"(?P<{script}>[{letters}]+)" for script, letters in _BLOCKS.items()))


class Run(NamedTuple):
    """`text[start:end]` are letters of one script (ISO 15924)."""

    start: int
    end: int
    script: str


def runs(text: str) -> Iterator[Run]:
    """Runs of letters without anything between them: in most scripts, words."""
    for found in _RUN.finditer(text):
        yield Run(*found.span(), found.lastgroup or "")
