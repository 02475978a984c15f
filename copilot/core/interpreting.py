"""What an interpreter works with, and what stands in where no model translates.

Apart from the interpreter itself, which whoever has no model need not load.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from copilot.core.errors import ModelMissing
from copilot.core.model import ChatView
from copilot.core.ports import Contacts
from copilot.core.translation_state import Pair, TranslationState, TranslationStatus, Variant

if TYPE_CHECKING:
    from copilot.core.translator import Translator


@dataclass(frozen=True, slots=True)
class Languages:
    """What the person set: the languages they read, the main one first, and what is translated."""

    mine: tuple[str, ...] = ("en",)
    incoming: bool = True
    drafts: bool = True
    way_back: bool = True


@dataclass(frozen=True, slots=True)
class InterpreterParts:
    """What an interpreter works with."""

    translator: Translator
    contacts: Contacts
    languages: Languages = Languages()


class NoInterpreter:
    """Stands in where no model is set up for translation: says so, and does nothing."""

    state = TranslationState(TranslationStatus.NO_MODEL)
    pair = Pair()

    def look(self, view: ChatView, *, own: bool = False) -> None:
        """Nothing is done with it."""

    def leave(self) -> None:
        """Nothing is under way."""

    def forget(self) -> None:
        """Nothing was read."""

    async def render(self, view: ChatView) -> str:
        """Raises ModelMissing."""
        raise ModelMissing(
            "No model is set up for translation.",
            'Name one under [jobs] in settings.toml: translation = "deepseek", for example.',
        )

    def show_original(self, key: str, on: bool) -> None:
        """There is none."""

    def vary(self, variant: Variant) -> None:
        """There is nothing to say in another way."""

    def now(self) -> None:
        """There is nothing to ask for."""

    def change(self, pair: Pair) -> None:
        """There is no pair to change."""
