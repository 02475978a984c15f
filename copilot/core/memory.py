"""What is remembered of translations: their values, and a memory for this session in front."""

from __future__ import annotations

import unicodedata
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from copilot.core.model import ChatIdentity

if TYPE_CHECKING:
    from copilot.core.ports import TranslationMemory

Formality = Literal["", "casual", "polite"]
"""How the other side is addressed; "" as the text has it."""

_MOST = 2000
"""So many translations are remembered of a session, the latest ones used."""


@dataclass(frozen=True, slots=True)
class Pair:
    """From which language into which, as BCP 47 tags ("zh-Hans"); `source` "" for any."""

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Translation:
    """One text in another language; `chat` None where it belongs to none.

    `text` and `result` are as people see them: what was masked is put back.
    """

    text: str
    result: str
    pair: Pair
    formality: Formality = ""
    model: str = ""
    chat: ChatIdentity | None = None


def same_text(text: str) -> str:
    """Equal for texts that have the same translation: spaces and ways to encode don't count."""
    return " ".join(unicodedata.normalize("NFC", text).split())


class NoTranslations:
    """Remembers nothing; implements the port TranslationMemory."""

    async def find(self, text: str, pair: Pair, formality: Formality = "") -> str | None:
        """Nothing is known."""

    async def keep(self, translation: Translation) -> None:
        """It is not kept."""


class SessionTranslations:
    """Remembers what this session translated, and asks the memory behind for the rest.

    Implements the port TranslationMemory. Belongs to one event loop.
    """

    def __init__(self, behind: TranslationMemory | None = None, most: int = _MOST) -> None:
        self._behind = behind or NoTranslations()
        self._most = most
        self._known: OrderedDict[tuple[str, Pair, Formality], str] = OrderedDict()

    async def find(self, text: str, pair: Pair, formality: Formality = "") -> str | None:
        """What was the result, None if that text was not translated before."""
        key = (same_text(text), pair, formality)
        result = self._known.get(key)
        if result is None:
            result = await self._behind.find(text, pair, formality)
        if result is not None:
            self._remember(key, result)
        return result

    async def keep(self, translation: Translation) -> None:
        """Remember it, in the memory behind too."""
        key = (same_text(translation.text), translation.pair, translation.formality)
        if not key[0]:
            return
        self._remember(key, translation.result)
        await self._behind.keep(translation)

    def forget(self) -> None:
        """Forget what this session knows; what is behind forgets by itself."""
        self._known.clear()

    def _remember(self, key: tuple[str, Pair, Formality], result: str) -> None:
        self._known[key] = result
        self._known.move_to_end(key)
        if len(self._known) > self._most:
            self._known.popitem(last=False)
